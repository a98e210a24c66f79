"""Which lines are the headline, in the ways in which papers of our day write them."""

from __future__ import annotations

import pytest

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source

TEXT = (
    "正月十五的晚上，老街上挂出了三百多盏花灯，从东头的牌坊一直挂到西头的石桥，看灯的人挤满了整条街。",
    "灯会持续到二月初二，市民可以免费入场，停车场设在体育馆东侧，公交车延长到晚上十点半。",
)


def _article(*lines: str) -> Article:
    return clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(lines, 1))))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("租的房子漏水，谁来买单？", ""), "租的房子漏水，谁来买单？"),
        (("租的房子漏水，谁来买单？", "记者 何立"), "租的房子漏水，谁来买单？"),
        (("灯会今晚开幕，三百盏花灯等你来看，停车攻略请收好", ""), "灯会今晚开幕，三百盏花灯等你来看，停车攻略请收好"),
        (("“一盏灯，就是一个家。”", ""), "“一盏灯，就是一个家。”"),
        (("灯", ""), "灯"),
        (
            ("新华社北京3月12日电题：让每一滴水都算数——全国节水观察", "新华社记者刘夏村"),
            "让每一滴水都算数——全国节水观察",
        ),
        (("秋天的信", "——写给外婆", "林小溪", ""), "秋天的信 ——写给外婆"),
        (("对话古籍修复师：", "补一页书，等一阵风", ""), "对话古籍修复师：补一页书，等一阵风"),
        (("老街灯会亮起来了，", "", "市民夜游兴致高", ""), "老街灯会亮起来了，市民夜游兴致高"),
        (("小店捱過五十年", "老闆：做得一日得一日", ""), "小店捱過五十年 老闆：做得一日得一日"),
        (("走进老街深处", "挂了百年的灯", "——古镇灯会见闻", ""), "走进老街深处 挂了百年的灯 ——古镇灯会见闻"),
        (("元宵走基层", "守灯人的除夕夜", "——古镇灯会见闻", ""), "守灯人的除夕夜 ——古镇灯会见闻"),
        (("民生调查", "灯会散场，怎么回家？", ""), "灯会散场，怎么回家？"),
        (("江陵新闻网", "老街灯会今夜亮起来", "2024-02-24 来源：江陵日报"), "老街灯会今夜亮起来"),
        (("灯会一课", "", "扎灯老师来了　孩子们", "学会了扎灯", ""), "灯会一课 扎灯老师来了 孩子们 学会了扎灯"),
        (("在毕业典礼上的讲话", "江陵大学校长　陈守仁", ""), "在毕业典礼上的讲话"),
    ],
)
def test_headline(lines: tuple[str, ...], title: str) -> None:
    article = _article(*lines, TEXT[0], "", TEXT[1])
    assert article.title.zh == title
    kept = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    assert [text for text in kept if len(text) > 20] == list(TEXT)


def test_indented_half_of_the_first_paragraph_is_no_headline() -> None:
    article = _article(
        "老街灯会",
        "　　正月十五的晚上，老街上挂出了三百多盏",
        "第4页",
        "花灯，看灯的人挤满了整条街。",
        "　　" + TEXT[1],
    )
    assert article.title.zh == "老街灯会"
    assert article.sections[0].paragraphs[0].text == "正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了整条街。"


def test_first_sentence_of_a_text_without_headline_stays_in_it() -> None:
    article = _article("他说，灯亮了，人就回来了。", "", *TEXT)
    assert [p.text for s in article.sections for p in s.paragraphs] == ["他说，灯亮了，人就回来了。", *TEXT]


def test_headline_of_two_lines_printed_again_in_one_is_a_repeat() -> None:
    article = _article(
        "对话古籍修复师：", "补一页书，等一阵风", "", TEXT[0], "", "对话古籍修复师：补一页书，等一阵风", "", TEXT[1]
    )
    assert [p.text for s in article.sections for p in s.paragraphs] == list(TEXT)


def test_headline_that_heads_each_page_is_the_title_once() -> None:
    page = ("一台缝纫机走过六十年", "作者｜秦素芬", TEXT[0], "- 4 -", "一台缝纫机走过六十年", TEXT[1], "- 5 -")
    article = _article(*page)
    assert article.title.zh == "一台缝纫机走过六十年"
    assert [entry.fate for entry in article.ledger if entry.line in {1, 5}] == ["title", "duplicate"]


def test_question_over_a_text_without_blank_lines_is_the_headline() -> None:
    article = _article("租的房子漏水，谁来买单？", f"\xa0\xa0{TEXT[0]}", f"\xa0\xa0{TEXT[1]}")
    assert article.title.zh == "租的房子漏水，谁来买单？"


def test_headline_that_a_later_page_repeats_over_the_text_stays_the_headline() -> None:
    half = "正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了"
    page = ("江陵日报　A06　文化", "三百盏花灯照亮老街", "一条灯街的二十年", "□ 本报记者 何立", "", half)
    article = _article(*page, "江陵日报　A07　文化", "三百盏花灯照亮老街", "整条街，直到夜深才散去。", "", TEXT[1])
    assert article.title.zh == "三百盏花灯照亮老街 一条灯街的二十年"
    assert article.sections[0].paragraphs[0].text == half + "整条街，直到夜深才散去。"


def test_an_address_to_which_a_wrapped_sentence_leads_up_is_part_of_it() -> None:
    lead = "灯会的地图由街坊们一起画成，谁都可以改，项目的主页是"
    article = _article("老街灯会", "", lead, "https://example.org/lamps", TEXT[0], "", "www.hewan.com.cn", "", TEXT[1])
    assert article.sections[0].paragraphs[0].text == lead + "https://example.org/lamps"
    assert [entry.line for entry in article.ledger if entry.fate == "boilerplate"] == [7]


def test_headline_broken_inside_quotation_marks_is_one() -> None:
    article = _article("", "三百盏花灯的“一百零八", "变”从哪里来", "记者 何立", "", *TEXT)
    assert article.title.zh == "三百盏花灯的“一百零八变”从哪里来"
    quoted = _article("“我想让每一条巷", "子都亮起来”", "——对话扎灯人", "", *TEXT)
    assert quoted.title.zh.startswith("“我想让每一条巷子都亮起来”")


def test_headline_below_a_shoulder_is_a_repeat_when_the_next_page_prints_it_alone() -> None:
    title = "三百盏花灯是怎样亮起来的"
    article = _article("老街记录", title, "记者 何立", TEXT[0], "（下转第3版）", "（上接第1版）", title, TEXT[1])
    assert [entry.fate for entry in article.ledger][-2:] == ["duplicate", "paragraph"]


def test_paragraph_of_the_headlines_words_is_no_copy_of_it_and_halves_that_read_on_are_one() -> None:
    article = _article("离岛记录", "一个人的毕业典礼", "记者 何立", "", TEXT[0], "", "一个人的毕业典礼。", "", TEXT[1])
    assert [entry.fate for entry in article.ledger if entry.line == 7] == ["paragraph"]
    assert (
        _article("去枫溪，坐一趟每站", "都停的慢火车", *TEXT, "石桥", *TEXT).title.zh
        == "去枫溪，坐一趟每站都停的慢火车"
    )


def test_shoulder_over_a_headline_whose_first_paragraph_was_broken() -> None:
    lead = "【本报讯】正月十五的晚上，老街上挂出了三百多盏花灯"
    article = _article(
        "市建街坊", "", "扎灯的老人挂起最后一盏　街坊排队道别", "", lead, "", "，看灯的人挤满了整条街。", "", *TEXT
    )
    assert article.title.zh == "市建街坊 扎灯的老人挂起最后一盏 街坊排队道别"


def test_line_over_the_only_lead_is_part_of_the_headline_and_in_news_in_brief_a_heading() -> None:
    lead = "本报讯（记者 何立）正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了整条街。"
    page = ("灯会开幕三百盏花灯亮相", "门票分文不取", lead, "停车", TEXT[1])
    assert _article(*page).title.zh == "灯会开幕三百盏花灯亮相 门票分文不取"
    brief = _article(*page, "公交延长到晚上十点半", lead.replace("三百", "四百"))
    assert next(section.heading.zh for section in brief.sections if section.heading) == "门票分文不取"


def test_last_character_of_a_wrapped_headline_and_its_count_belong_to_it() -> None:
    article = _article("老街灯会今晚八点亮灯 三百盏花灯挂满石", "桥", "记者 何立", "", *TEXT)
    assert article.title.zh == "老街灯会今晚八点亮灯 三百盏花灯挂满石桥"
    article = _article("老街灯会今晚八点亮灯 花灯卖出1800", "万盏", "来源：江陵日报　2024年2月24日", "", *TEXT)
    assert article.byline == ()
    assert article.title.zh == "老街灯会今晚八点亮灯 花灯卖出1800万盏"


@pytest.mark.parametrize("below", ["记者 季羽", "——老街灯会见闻"])
def test_short_headline_that_each_page_repeats_is_the_title_where_it_is_signed_or_has_a_deck(below: str) -> None:
    header = "江陵日报　2024年2月24日　星期六　第{}版"
    article = _article(
        *(header.format(6), "老街的灯", below, TEXT[0], "石桥", TEXT[0][:20]),
        *("老街的灯", header.format(7), TEXT[0][20:], *TEXT),
    )
    assert article.title.zh.startswith("老街的灯")
