"""The ladder: what fails is asked for again in other ways, the best is used, and what still fails is flagged."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from zjpub.model import Flag
from zjpub.translate import checks, mend, packages, rescue
from zjpub.translate.argos import Argos
from zjpub.translate.echo import Echo
from zjpub.translate.glossary import Glossary, Term
from zjpub.translate.interface import PLAIN, Effort, Translator


class Scripted:
    """Says what the script says: (line, plain?) → hypotheses; anything else comes back in brackets."""

    identity = "scripted"

    def __init__(self, script: Mapping[tuple[str, bool], tuple[str, ...]], name: str = "scripted") -> None:
        self.name = name
        self.script = script
        self.asked: list[str] = []

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        self.asked += lines
        return [self.script.get((line, effort == PLAIN), (f"[{len(line)}]",)) for line in lines]


@pytest.fixture
def wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of our own: what holds WRONG, or is in brackets, fails; a missing term is a lesser doubt."""

    def check(zh: str, en: str, terms: Sequence[tuple[str, str]] = ()) -> tuple[Flag, ...]:
        flags = [Flag("t-quantity", "wrong")] * (en.count("WRONG") + en.startswith("["))
        return (*flags, *(Flag("t-term", english) for _, english in terms if english not in en))

    monkeypatch.setattr(rescue, "checks", SimpleNamespace(check=check, score=checks.score))


def draft(zh: str, *engines: Translator, glossary: Glossary = Glossary()) -> rescue.Draft:  # noqa: B008
    return rescue.draft([zh], engines, glossary, lambda done, total: None)[zh]


@pytest.mark.usefixtures("wrong")
def test_a_good_line_costs_one_call() -> None:
    engine = Scripted({("产值增长。", True): ("Output grew.",)})
    assert draft("产值增长。", engine) == rescue.Draft("Output grew.", "scripted")
    assert engine.asked == ["产值增长。"]


@pytest.mark.usefixtures("wrong")
def test_a_better_hypothesis_of_a_wider_beam_is_found() -> None:
    engine = Scripted(
        {("产值增长。", True): ("WRONG",), ("产值增长。", False): ("WRONG WRONG", "Output grew.", "Grew.")}
    )
    assert draft("产值增长。", engine).en == "Output grew."


@pytest.mark.usefixtures("wrong")
def test_a_term_is_forced_by_writing_it_in_english() -> None:
    glossary = Glossary((Term("经开区", "ETDZ"),))
    script = {("经开区很忙。", plain): ("The zone is busy.",) for plain in (True, False)}
    engine = Scripted(script | {("ETDZ 很忙。", False): ("The ETDZ is busy.",)})
    assert draft("经开区很忙。", engine, glossary=glossary) == rescue.Draft("The ETDZ is busy.", "scripted")


@pytest.mark.usefixtures("wrong")
def test_a_term_in_the_engines_own_words_is_put_into_the_glossarys() -> None:
    glossary = Glossary((Term("经开区", "ETDZ"),))
    said = {"经开区很忙。": "The Economic Zone is busy.", "ETDZ 很忙。": "ET is busy.", "经开区": "The economic zone."}
    engine = Scripted({(zh, plain): (en,) for zh, en in said.items() for plain in (True, False)})
    assert draft("经开区很忙。", engine, glossary=glossary) == rescue.Draft("The ETDZ is busy.", "scripted")


@pytest.mark.parametrize(
    ("zh", "en", "asked"),
    [
        ("5. 收汁。", "5. Reduce.", ["收汁。"]),
        ("（12）收汁。", "(12) Reduce.", ["收汁。"]),
        ("3、收汁。", "3. Reduce.", ["收汁。"]),
        ("主队 | 1:1 | 收汁。 | 主队", "Home | 1:1 | Reduce. | Home", ["收汁。", "主队"]),
        ("主队 |  | 收汁。", "Home |  | Reduce.", ["收汁。", "主队"]),
        ("2. 主队 | 收汁。", "2. Home | Reduce.", ["收汁。", "主队"]),
        ("3、4月", "[4]", ["3、4月"]),
        ("1.5小时", "[5]", ["1.5小时"]),
        ("2024. 主队", "[8]", ["2024. 主队"]),
    ],
)
@pytest.mark.usefixtures("wrong")
def test_an_engine_sees_neither_the_numbers_of_items_nor_the_bars_of_rows(zh: str, en: str, asked: list[str]) -> None:
    engine = Scripted({("收汁。", True): ("Reduce.",), ("主队", True): ("Home",)})
    assert draft(zh, engine).en == en
    assert list(dict.fromkeys(engine.asked)) == asked


def test_a_row_keeps_the_doubts_of_its_cells() -> None:
    row = draft("主队 | 90分钟", Scripted({("主队", True): ("Home",), ("90分钟", True): ("nothing",)}))
    assert row.en.startswith("Home | ")
    assert "t-quantity" in [flag.code for flag in row.flags]


@pytest.mark.usefixtures("wrong")
def test_clause_by_clause() -> None:
    zh = "产值增长，就业稳定。"
    script = {(zh, plain): ("WRONG",) for plain in (True, False)}
    script |= {("产值增长，", False): ("Output grew.",), ("就业稳定。", False): ("The jobs are stable.",)}
    assert draft(zh, Scripted(script)).en == "Output grew, the jobs are stable."


@pytest.mark.usefixtures("wrong")
def test_another_engine_helps_out_and_is_named() -> None:
    good = Scripted({("产值增长。", False): ("Output grew.",)}, "second")
    found = draft("产值增长。", Scripted({}), good)
    assert (found.en, found.engine) == ("Output grew.", "second")


@pytest.mark.usefixtures("wrong")
def test_what_no_rung_mends_is_the_least_bad_and_keeps_its_flags() -> None:
    engine = Scripted(
        {("产值增长。", True): ("WRONG WRONG",), ("产值增长。", False): ("WRONG WRONG WRONG", "WRONG one")}
    )
    found = draft("产值增长。", engine)
    assert found.en == "WRONG one."
    assert [flag.code for flag in found.flags] == ["t-quantity"]


@pytest.mark.usefixtures("wrong")
def test_only_failing_lines_climb() -> None:
    engine = Scripted({("好。", True): ("Good.",)})
    rescue.draft(["好。", "坏。"], [engine], Glossary(), lambda done, total: None)
    assert engine.asked.count("好。") == 1
    assert engine.asked.count("坏。") > 1


@pytest.mark.usefixtures("wrong")
def test_an_edited_term_asks_again_only_for_sentences_that_hold_it() -> None:
    script = {
        (zh, plain): (en,)
        for zh, en in (("郑州很忙。", "Busy."), ("开封很忙。", "Kaifeng."))
        for plain in (True, False)
    }
    before, after = Scripted(script), Scripted(script)
    for engine, english in ((before, "Zhengzhou"), (after, "Zhengzhou City")):
        glossary = Glossary((Term("郑州", english), Term("开封", "Kaifeng")))
        rescue.draft(["郑州很忙。", "开封很忙。"], [engine], glossary, lambda done, total: None)
    assert set(after.asked) - set(before.asked) == {"Zhengzhou City 很忙。"}
    assert not [line for line in after.asked if "开封" in line and line != "开封很忙。"]


@pytest.mark.parametrize(
    ("zh", "en", "right"),
    [
        ("总额达1265.9亿元。", "It was 12.659 billion yuan.", "It was 126.59 billion yuan."),
        ("2023年有868家企业。", "In 2032 there were 8,680 firms.", "In 2023 there were 868 firms."),
        ("卖了3万辆和5万台。", "30 and 50 were sold.", "30 and 50 were sold."),
        ("面积155万平方米。", "An area of 15.5 million square meters.", "An area of 1.55 million square meters."),
        ("企业很多。", "There are 30 firms.", "There are 30 firms."),
        ("总额达4.86亿元，增长7.7%。", "It was 4.86 billion, up 7.7.", "It was 486 million yuan, up 7.7 percent."),
        ("上升3.2个百分点。", "It rose by 3.2.", "It rose by 3.2 percentage points."),
        ("有7家企业。", "There are 26,000 billion firms.", "There are 26,000 billion firms."),
    ],
)  # fmt: skip
def test_a_wrong_number_is_put_right_where_only_one_can_be_meant(zh: str, en: str, right: str) -> None:
    text, flags = mend.mended(zh, en)
    assert text == right
    assert {flag.code for flag in flags} == ({"t-mended"} if right != en else set())


def test_a_mended_line_is_never_silent() -> None:
    engine = Scripted({("增长6.8%。", plain): ("It grew by 8.6%.",) for plain in (True, False)})
    found = draft("增长6.8%。", engine)
    assert found.en == "It grew by 6.8%."
    assert [flag.code for flag in found.flags] == ["t-mended"]


@pytest.mark.parametrize(
    ("zh", "en", "tidy"),
    [
        ("港口的一天", "A day at the port.", "A day at the port"),
        ("海尔公司", "Haier Co.", "Haier Co."),
        ("忙吗？", "Is it busy.", "Is it busy?"),
        ("很忙。", "It is busy", "It is busy."),
        ("“很忙。”", '"It is busy."', '"It is busy."'),
        ("他说很忙，", "He said , it is busy ,", "He said, it is busy,"),
        ("”", "He left.", "He left."),
        ("", "", ""),
    ],
)
def test_english_ends_as_the_chinese_does(zh: str, en: str, tidy: str) -> None:
    assert rescue.tidied(zh, en) == tidy


@pytest.mark.parametrize(
    "line", ["郑" * 20_000, "郑州增长6.8%、" * 1_500, "一二三四五六七八九十百千万亿" * 500, "“" * 5_000 + "郑"]
)
def test_what_no_sentence_is_costs_no_more_than_its_length(line: str) -> None:
    """A minute is far from what it takes; without the parts it took six."""
    start = time.monotonic()
    assert draft(line, Echo()).en
    assert time.monotonic() - start < 60


class Stubborn:
    """An engine that says one thing whatever it is asked."""

    name = identity = "stubborn"

    def __init__(self, english: str) -> None:
        self.english = english

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        return [(self.english,) for _ in lines]


HALF = (
    "第一，全区企业数量明显增加，产业结构持续优化；第二，外贸进出口保持增长，口岸通关更加便利；"
    "第三，居民收入稳步提高，就业形势总体稳定。"
)


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("奥沙利文6比3丁俊晖", "O'Sullivan 6-3 6-3 6-3 6-3 6-3 6-3 6-3 6-3 6-3", "t-loop"),
        ("奥沙利文6比3丁俊晖", "Ronnie O'Sullivan 6-5 Ding Junhui", "t-quantity"),
        ("缓缓走来", "Slowly, slowly, slowly, slowly, slowly, slowly, slowly", "t-loop"),
        ("否。", "Yes.", "t-polarity"),
        ("企业不得裁员。", "Companies may sack their staff.", "t-polarity"),
        ("投资90亿元。", "The investment is 900 million yuan and 7 firms.", "t-quantity"),
        (HALF, "First, the number of firms grew.", "t-quantity"),
        ("中欧班列开往欧洲。", "中欧班列开往欧洲。", "t-copy"),
        ("中欧班列开往欧洲。", "The China-Europe 班列 runs to Europe.", "t-han"),
        ("中欧班列开往欧洲。", "", "t-empty"),
    ],
)
def test_the_known_failures_of_models_are_never_silent(zh: str, en: str, code: str) -> None:
    assert code in [flag.code for flag in draft(zh, Stubborn(en)).flags]


def test_a_weak_package_is_never_believed_with_a_wrong_number(package_folder: Path) -> None:
    """Decimals of English without a flag stand in the Chinese, or ten times as large there: no reader of ours.

    The package is a random one, or a really trained weak one that `ZJPUB_WEAK_MODEL` names.
    """
    engine = Argos(packages.load(Path(os.environ.get("ZJPUB_WEAK_MODEL") or package_folder)))
    texts = [f"{n}月出口{n * 7}.{n}亿元，增长{n}.{n + 1}%，企业{n * 31}家。" for n in range(2, 12)]
    for zh, found in rescue.draft(texts, [engine], Glossary(), lambda done, total: None).items():
        for number in re.findall(r"\d+\.\d+", found.en):
            assert found.flags or number in zh or f"{float(number) * 10:g}" in zh
