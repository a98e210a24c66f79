"""Doubts about a line: each check speaks where it should, and is silent on good translations."""

from __future__ import annotations

import pytest

from zjpub.translate.checks import WEIGHTS, check, numbers, score


def _codes(zh: str, en: str, *terms: tuple[str, str]) -> set[str]:
    return {flag.code for flag in check(zh, en, terms)}


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("缓缓走来", "slowly slowly slowly slowly slowly", "t-loop"),
        ("奥沙利文6比3丁俊晖", "O'Sullivan 6-3 6-3 6-3 6-3 6-3 6-3 6-3", "t-loop"),
        ("他笑了。", "He laughed ha ha ha ha ha ha ha ha ha ha.", "t-loop"),
        ("他笑了。", "hahahahahahahahahaha", "t-loop"),
        ("他来了。", "aaaaaaaaaaaaaaaa", "t-loop"),
        (
            "企业要加快发展。",
            "The company must speed up, the company must speed up, the company must speed up.",
            "t-loop",
        ),
        ("他们彻夜工作。", "They worked all night with sensensens.", "t-loop"),
        ("四年心血。", "Fourthth of the work of years.", "t-loop"),
        ("会议由罗斯主持。", "The meeting was chaired by Rossss.", "t-loop"),
        ("南非医生：症状较轻", "South African doctor: mild symptoms(CBS)", "t-punct"),
        ("否", "Yes", "t-polarity"),
        ("否。", "Yes, it is.", "t-polarity"),
        ("是", "No", "t-polarity"),
        ("没有", "Yes", "t-polarity"),
        ("严禁烟火。", "Smoking and fires are allowed.", "t-polarity"),
        ("他没有来参加会议。", "He came to the meeting.", "t-polarity"),
        ("大家参加了会议。", "They did not attend the meeting.", "t-polarity"),
        ("报名费比去年便宜了15%。", "The fee was 15% more than last year.", "t-polarity"),
        ("价格上涨5%。", "Prices fell 5%.", "t-polarity"),
        ("进口下降5%。", "Imports rose 5%.", "t-polarity"),
        ("答：否。", "A: Yes.", "t-polarity"),
        ("是否需要戴口罩？答：否。", "Do you need to wear a mask? Answer: Yes.", "t-polarity"),
        ("是否参加？答：是。", "Will you take part? Answer: No.", "t-polarity"),
        ("请填“否”。", "Please write “Yes”.", "t-polarity"),
        ("他否认自己参与了此事。", "He admitted that he took part in it.", "t-polarity"),
        ("专家不建议儿童服用这种药物。", "Experts recommend that children take this drug.", "t-polarity"),
        ("法院驳回了他的上诉。", "The court upheld his appeal.", "t-polarity"),
        ("无人受伤。", "People were injured.", "t-polarity"),
        ("未发现异常。", "Anomalies were found.", "t-polarity"),
        ("请勿触摸。", "Please touch.", "t-polarity"),
        ("他拒绝了邀请。", "He accepted the invitation.", "t-polarity"),
        ("会议取消。", "The meeting was held.", "t-polarity"),
        ("他既不抽烟，也不喝酒。", "He smokes and drinks.", "t-polarity"),
        ("检测结果为阴性。", "The test was positive.", "t-polarity"),
        ("他并非没有机会。", "He has no chance.", "t-polarity"),
        ("这所学校很好。", "The school school is good.", "t-loop"),
        ("我们要戴口罩。", "We need to wear mask masks.", "t-loop"),
        ("习近平发表讲话。", "Xi Xi's speech was made.", "t-loop"),
        ("二十一世纪初", "In 21stst century", "t-loop"),
        ("第21世纪初", "In the 21ththth", "t-loop"),
        ("百年老店", "The year-year-year store", "t-loop"),
        ("八国联军攻入北京", "In the 26, 26, 26.", "t-loop"),
        ("会议在郑州召开。", "", "t-empty"),
        ("会议在郑州召开。", "...", "t-empty"),
        ("会议在郑州召开。", "The meeting was held in 郑州.", "t-han"),
        ("会议在郑州召开。", "会议在郑州召开。", "t-copy"),
        (
            "公司生产汽车，也生产电池，还生产芯片，并把它们卖到世界各地，深受用户好评，明年还要扩建。",
            "It makes cars.",
            "t-length",
        ),
        ("好", "It is very good and everybody likes it a lot, as they say every day of the week.", "t-length"),
        ("我国加入了RCEP。", "China has joined it.", "t-dropped"),
        ("有苹果、香蕉、橘子、葡萄、西瓜。", "There are apples and bananas here to be had.", "t-dropped"),
        ("我们走吧。", "Let us go ⁇ now.", "t-punct"),
        ("我们走吧。", "Let us go now。", "t-punct"),
        ("我们走吧。", "<b>Let us go.</b>", "t-punct"),
        ("他说：“我们走吧。”", 'He said, "Let us go.', "t-punct"),
        ("生产9.2万辆", "made 9,200 vehicles", "t-quantity"),
    ],
)
def test_a_fault_is_flagged(zh: str, en: str, code: str) -> None:
    assert code in _codes(zh, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("哈哈哈哈", "Ha ha ha ha!"),
        ("很好，很好，很好！", "Very good, very good, very good!"),
        ("进口下降5%，出口增长3%。", "Imports fell 5% and exports rose 3%."),
        ("否", "No."),
        ("否", "no"),
        ("不是", "It is not."),
        ("是", "Yes."),
        ("有没有人？", "Is anyone there?"),
        ("不断发展", "keep developing"),
        ("不得不说", "It has to be said"),
        ("未来可期", "The future is bright."),
        ("不仅如此，还降低了成本。", "What is more, it cut costs."),
        ("他无法参加会议。", "He was unable to attend the meeting."),
        ("我国加入了RCEP。", "China has joined RCEP."),
        ("我国加入了RCEP。", "China has joined the Regional Comprehensive Economic Partnership."),
        ("长5km的路", "a road of five kilometers"),
        ("有苹果、香蕉、橘子和葡萄。", "There are apples, bananas, oranges and grapes."),
        ("聚势而上", "Gathering momentum"),
        ("不得不承认", "have to admit"),
        ("可不可以退款？", "Can I get my money back?"),
        ("三脚架必不可少。", "A tripod is necessary."),
        ("导演韩寒来了。", "Director Han Han came."),
        ("低功率动力线", "a low-power power line"),
        ("游戏IP15周年", "the 15th anniversary of the game's IP"),
        ("能不能快一点？", "Can it be faster?"),
        ("他否认此事。", "He denied it."),
        ("无人机受到欢迎", "Drones are welcome"),
        ("答：否。", "Answer: no."),
        ("住在帕果帕果", "living in Pago Pago"),
        ("他早就说过那件事。", "He had had that idea long ago."),
        ("检测结果为阴性。", "The test was negative."),
        ("人均GDP36万元", "per capita GDP of 360,000 yuan"),
        ("NBA", "NBA"),
        ("。", "."),
        ("", ""),
        ("他说：“我们走吧。”", '"Let us go," he said.'),
        ("《三国演义》", "Romance of the Three Kingdoms"),
        ("嗯，我看看。", "Hmmm, let me see."),
        ("应急响应升至三级。", "The response was raised to Level III."),
        ("请看网站。", "See www.example.org."),
        ("央视网（新闻联播）消息", "News from cctv.com(CCTV News)"),
        ("公司(们)来了。", "The company(s) came."),
    ],
)
def test_a_good_line_is_left_in_peace(zh: str, en: str) -> None:
    assert check(zh, en) == ()


@pytest.mark.parametrize(
    ("en", "honoured"),
    [
        ("The comprehensive bonded zone opened.", True),
        ("Comprehensive Bonded Zones opened.", True),
        ("the comprehensive bonded zone's gate", True),
        ("the comprehensive-bonded zone", True),
        ("the bonded comprehensive zone", False),
        ("the zone", False),
    ],
)
def test_terms_are_verified_in_any_inflection(en: str, honoured: bool) -> None:
    found = "t-term" in _codes("综合保税区", en, ("综合保税区", "the Comprehensive Bonded Zone"))
    assert found is not honoured


def test_a_missing_term_is_named() -> None:
    (flag,) = [
        flag
        for flag in check("经开区发展快。", "The area grows fast.", [("经开区", "economic zone")])
        if flag.code == "t-term"
    ]
    assert flag.message == "经开区 should be “economic zone”"


def test_worse_lines_score_higher() -> None:
    zh = "去年生产9.2万辆，增长35%。"
    right = check(zh, "It made 92,000 vehicles last year, up 35 percent.")
    half = check(zh, "It made 92,000 vehicles last year.")
    none = check(zh, "It made vehicles.")
    assert 0 == score(right) < score(half) < score(none) < score(check(zh, ""))


def test_every_code_has_a_weight() -> None:
    assert set(WEIGHTS) == {
        "t-empty", "t-loop", "t-copy", "t-quantity", "t-polarity", "t-dropped", "t-length", "t-term", "t-han",
        "t-punct",
    }  # fmt: skip


@pytest.mark.parametrize(
    "sign", ["the ", "no ", "a", "ab", "(", '"', "<", "中", "，", "1 to ", "1,", "May ", "\x00", "🎉", "‏ا"]
)
def test_endless_output_is_checked_in_time(sign: str) -> None:
    check("中文，" * 50, sign * 1500)


@pytest.mark.parametrize(
    ("zh", "en", "right"),
    [
        ("It costs $12.5 million.", "It costs $12.5 million.", True),
        ("May 4, 2024", "May 4, 2024", True),
        ("他说：“It costs $12.5 million.”", "He said: “It costs $12.5 million.”", True),
        (
            "全年增长6.8%，NASA称有3 billion people受影响。",
            "It grew 6.8%; NASA says 3 billion people are affected.",
            True,
        ),
        (
            "全年增长6.8%，NASA称有3 billion people受影响。",
            "It grew 6.9%; NASA says 3 billion people are affected.",
            False,
        ),
        ("他说 It costs $12.5 million 很贵。", "It costs $12.8 million, he said.", False),
        ("iPhone 15 Pro售价$999。", "The iPhone 15 Pro costs $989.", False),
    ],
)
def test_english_that_nobody_translated_agrees_with_itself(zh: str, en: str, right: bool) -> None:
    assert (not numbers(zh, en)) is right
    assert ("t-quantity" not in {flag.code for flag in check(zh, en)}) is right
