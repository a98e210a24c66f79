"""Quantities read from each language, and compared: the tables beside this file say what each form means."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path

import pytest

from zjpub.translate.quantities import Quantity, compare, read_en, read_zh

_TABLES = Path(__file__).parent / "quantities"


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (_TABLES / name).read_text(encoding="utf-8").splitlines()]


def _said(quantities: tuple[Quantity, ...]) -> list[str]:
    return [
        f"{'~' if quantity.soft else ''}{quantity.kind} {quantity.value} {quantity.unit}".rstrip()
        for quantity in quantities
    ]


def _expected(cell: str) -> list[str]:
    """`~number 0.5 hour` → the same with an exact value; `-` is none."""
    said = []
    for one in [] if cell == "-" else cell.split(" | "):
        kind, value, *unit = one.split(" ")
        said.append(" ".join([kind, str(Fraction(value)), *unit]))
    return said


@pytest.mark.parametrize(("text", "meaning"), _rows("zh.tsv"))
def test_chinese_form(text: str, meaning: str) -> None:
    assert _said(read_zh(text)) == _expected(meaning)


@pytest.mark.parametrize(("text", "meaning"), _rows("en.tsv"))
def test_english_form(text: str, meaning: str) -> None:
    assert _said(read_en(text)) == _expected(meaning)


@pytest.mark.parametrize(("zh", "en", "verdict"), _rows("pairs.tsv"))
def test_pair(zh: str, en: str, verdict: str) -> None:
    flags = compare(zh, en)
    assert (flags == ()) == (verdict == "right"), flags
    assert {flag.code for flag in flags} <= {"t-quantity"}


def test_spans_are_of_the_text_as_written() -> None:
    text = "增长３．５％，达１２万元。"
    assert [text[slice(*quantity.span)] for quantity in read_zh(text)] == ["３．５％", "１２万元"]
    assert [quantity.text for quantity in read_zh(text)] == ["３．５％", "１２万元"]


def test_approximations() -> None:
    assert [quantity.approx for quantity in read_zh("近3万家，逾四成，约16万片，六十多倍，不超过5家")] == [
        "under", "over", "about", "over", "under",
    ]  # fmt: skip
    assert [quantity.approx for quantity in read_en("nearly 30,000, over 40 percent, about 160,000, at least 5")] == [
        "under", "over", "about", "over",
    ]  # fmt: skip


def test_message_names_the_value_and_what_english_says() -> None:
    (flag,) = compare("生产9.2万辆", "made 9.2 vehicles")
    assert flag.message == '9.2万 (92,000) has no counterpart; English says "9.2"'


def test_a_number_swallowed_by_another_is_missed() -> None:
    assert compare("局分为6：4、3：6、7：5", "6-4, 3-6, 7-5") == ()
    assert compare("局分为6：4、3：6、7：5", "7-4, 3-6, 7-5")


def test_traditional_and_full_width_read_alike() -> None:
    assert _said(read_zh("兩億三千萬元")) == _said(read_zh("两亿三千万元"))


@pytest.mark.parametrize(
    "text", ["", "。", "一", "1", "\x00", "🎉3️⃣", "‏٣", "<script>1</script>", "]]>", "1/0", "百分之", "第", "０分之１"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    compare(text, text)


@pytest.mark.parametrize("sign", ["一", "1", "1,", "百", "三分之", "上", "“一", "1:", "1小时1分"])
def test_a_page_of_numerals_is_read_in_time(sign: str) -> None:
    compare(sign * 200, "one " * 500)


@pytest.mark.parametrize(
    ("zh", "en"),
    [("一" * 20000, "one " * 20000), ("1," * 30000, "1," * 30000), ("三四" * 10000, "three or four " * 5000)],
)
def test_a_line_of_nothing_but_numerals_is_flagged_at_once(zh: str, en: str) -> None:
    started = time.process_time()
    assert compare(zh, en)
    assert time.process_time() - started < 10
