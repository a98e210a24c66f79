"""Captions whose credit stands below them, or was wrapped onto the next line; prose above a credit stays prose."""

from __future__ import annotations

import pytest

from zjpub.clean import clean
from zjpub.clean.caption_parts import parse
from zjpub.model import Article, InputLine, Source

BEFORE = ("老街灯会", "", "正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了整条街。", "")
AFTER = ("", "灯会持续到二月初二，市民可以免费入场，公交车延长到晚上十点半。")


def _article(*lines: str) -> Article:
    text = (*BEFORE, *lines, *AFTER)
    return clean(Source("x", "x", tuple(InputLine(n, line) for n, line in enumerate(text, 1))))


def _captions(*lines: str) -> list[tuple[str, str | None]]:
    return [(caption.sentence.zh, caption.credit) for caption in _article(*lines).captions]


@pytest.mark.parametrize(
    "lines",
    [
        ("孩子们在桥上看灯。", "本报记者 何立 摄"),
        ("图为孩子们在桥上看灯。", "何立/摄"),
        ("▲孩子们在老街的石桥上看灯 | 摄影", "何立"),
        ("图为孩子们在老街的石桥上看灯。 本报记者 何", "立 摄"),
    ],
)
def test_caption_over_two_lines(lines: tuple[str, ...]) -> None:
    found = _captions(*lines)
    assert [credit for _, credit in found] == ["何立"]
    assert "孩子们在" in found[0][0]


def test_giver_over_two_lines() -> None:
    lines = ("图为孩子们在老街的石桥上看灯。 图片由江陵县", "灯彩博物馆提供")
    assert _captions(*lines) == [("图为孩子们在老街的石桥上看灯", "江陵县灯彩博物馆")]
    lines = ("孩子们在老街的石桥上看灯。（图片来源：江陵县灯", "彩博物馆）")
    assert _captions(*lines) == [("孩子们在老街的石桥上看灯", "江陵县灯彩博物馆")]


@pytest.mark.parametrize("text", ["扎灯的何老师傅说，明年还来。", "“孩子们都来看灯。”"])
def test_speech_above_a_credit_is_no_caption(text: str) -> None:
    assert _captions(text, "本报记者 何立 摄") == [("", "何立")]


@pytest.mark.parametrize(
    "text",
    ["孩子们在桥上看灯。本 报记者何立摄", "孩子们在桥上看灯。 通 讯员 何小立 摄", "孩子们在桥上看灯。 何小 立 摄"],
)
def test_space_in_the_words_of_a_credit(text: str) -> None:
    parts = parse(text)
    assert parts
    assert (parts.text, parts.credit in {"何立", "何小立"}) == ("孩子们在桥上看灯", True)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("孩子们在桥上看灯。 图 片由江陵县 灯彩博物馆提供", "江陵县灯彩博物馆"),
        ("孩子们在桥上看灯。 图片由何立 鲁慧提供", "何立 鲁慧"),
    ],
)
def test_space_in_the_name_of_a_giver(text: str, credit: str) -> None:
    parts = parse(text)
    assert parts
    assert (parts.text, parts.credit) == ("孩子们在桥上看灯", credit)
