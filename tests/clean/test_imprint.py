"""Whence and when, in the ways in which papers and sites say so."""

from __future__ import annotations

import pytest

from zjpub.clean import clean, imprint
from zjpub.clean.page import Line, read
from zjpub.model import InputLine, Source


def _line(text: str) -> Line:
    return read([InputLine(1, text)], {})[0]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("来源：读书时间", "读书时间"),
        ("来源：光明网-《光明日报》", "光明网-《光明日报》"),
        ("来源：《江陵晚报》", "江陵晚报"),
        ("本文转自：江陵晚报", "江陵晚报"),
        ("来源：城市Talk（2023年10月30日）", "城市Talk"),
        ("（来源：《自然课堂》2023年第10期）", "自然课堂"),
        ("来源：江陵晚报 时间：2024-03-12", "江陵晚报"),
    ],
)
def test_source(text: str, source: str) -> None:
    assert imprint.source(_line(text)) == source


@pytest.mark.parametrize("text", ["民國113年3月12日", "二〇二四年三月十二日", "2024.03.12"])
def test_date(text: str) -> None:
    assert imprint.date(_line(text)) == "2024-03-12"


@pytest.mark.parametrize("line", ["2024-03-12　江畔教育　浏览次数：88", "江畔教育　2024年3月12日"])
def test_date_below_a_headline_that_tells_a_story(line: str) -> None:
    page = (
        "开学第一课",
        "“灯笼老师”来了　孩子们学会了扎灯",
        line,
        "记者 季羽",
        "",
        "三月的江边，孩子们第一次坐进了老灯铺。",
    )
    article = clean(Source("x", "x", tuple(InputLine(number, text) for number, text in enumerate(page, 1))))
    assert article.date == "2024-03-12"
    assert [section.heading for section in article.sections] == [None]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("云泽日报　2024-05-22", "云泽日报"),
        ("2024年5月22日 | 健康周末", "健康周末"),
        ("港灣時報　2024/05/22", "港灣時報"),
        ("副刊　2024-05-22", None),
        ("星期三 2024-05-22", None),
        ("云泽日报　2024年5月22日　星期三　第3版", None),
    ],
)
def test_name_with_the_day_below_the_headline_is_the_source(line: str, source: str | None) -> None:
    page = ("守天鹅的人", line, "", "老船工记得，三十年前天鹅来的时候，村里人是要赶的。")
    article = clean(Source("x", "x", tuple(InputLine(number, text) for number, text in enumerate(page, 1))))
    assert (article.source, article.date) == (source, "2024-05-22")
