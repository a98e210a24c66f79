"""Quantities written in English inside the Chinese."""

from __future__ import annotations

import pytest

from zjpub.translate.quantities import compare, with_english


@pytest.mark.parametrize(
    ("zh", "mixed", "forced"),
    [
        ("去年生产9.2万辆。", "去年生产 92,000 辆。", ("92,000",)),
        ("达一千二百六十五点九亿元", "达 126.59 billion 元", ("126.59 billion",)),
        ("1.2万亿元", "1.2 trillion 元", ("1.2 trillion",)),
        ("三十万四千五百辆", "304,500 辆", ("304,500",)),
        ("三四十个人", "30 to 40 个人", ("30 to 40",)),
        ("数十万人", "hundreds of thousands of 人", ("hundreds of thousands of",)),
        ("十余万人", "more than 100,000 人", ("more than 100,000",)),
        ("占三成半", "占 35 percent", ("35 percent",)),
        ("百分之六点七", "6.7 percent", ("6.7 percent",)),
        ("三分之二的店打八折", "two thirds 的店打 20 percent off", ("two thirds", "20 percent off")),
        ("上百亿元", "over 10 billion 元", ("over 10 billion",)),
        ("一带一路十分重要", "一带一路十分重要", ()),
        ("2023年4月8日", "2023年4月8日", ()),
        ("5公里", "5公里", ()),
        ("", "", ()),
    ],
)
def test_quantities_are_written_in_english(zh: str, mixed: str, forced: tuple[str, ...]) -> None:
    assert with_english(zh) == (mixed, forced)


def test_what_is_written_agrees_with_the_chinese() -> None:
    zh = "出口两千三百亿，增长一成二，其中四分之三销往十几个省，共3.4万单。"
    _, forced = with_english(zh)
    assert (
        compare("两千三百亿，一成二，四分之三，3.4万单", f"{forced[0]}, {forced[1]}, {forced[2]}, {forced[-1]} orders")
        == ()
    )
