"""Whence and when, in the ways in which papers and sites say so."""

from __future__ import annotations

import pytest

from zjpub.clean import imprint
from zjpub.clean.page import Line, read
from zjpub.model import InputLine


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
