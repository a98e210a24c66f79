"""Wordings that no rule was written for: the kinds of furniture are told from sentences that begin like them.

Each file of `wordings/` holds lines of one kind, each set alone between paragraphs, as printed, with partial spacing
and in Traditional characters. The rates are floors: they can be raised, never lowered silently.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import opencc
import pytest

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source

FOLDER = Path(__file__).parent / "wordings"
GONE = frozenset({"boilerplate", "byline", "source", "date"})
FLOORS = {"roles": 0.97, "headers": 0.93, "chrome": 0.97, "turns": 0.97}
VARIANTS = ("as printed", "spaced", "traditional")
KEPT, HEADED, NAMED = 0.985, 0.95, 0.97
BEFORE = ("守天鹅的人", "", "老船工记得，三十年前天鹅来的时候，村里人是要赶的。", "")
AFTER = ("", "后来，赶天鹅的人变成了守天鹅的人，这一守就是三十年。", "", "风从湖上吹来，带着水草的气味。")


def wordings(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def cleaned(*lines: str) -> Article:
    return clean(Source("x", "x", tuple(InputLine(number, text) for number, text in enumerate(lines, 1))))


def fate(line: str) -> str:
    article = cleaned(*BEFORE, line, *AFTER)
    return next(entry.fate for entry in article.ledger if entry.line == len(BEFORE) + 1)


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2hk")


def spaced(text: str) -> str:
    """The first characters set apart, as in justified print."""
    head, tail = text[:6], text[6:]
    return "".join(f"{char} " if "\u4e00" <= char <= "\u9fff" else char for char in head) + tail


def variant(kind: str, text: str) -> str:
    return {"as printed": text, "spaced": spaced(text), "traditional": str(_traditional().convert(text))}[kind]


def share(good: list[bool]) -> float:
    return sum(good) / len(good)


@pytest.mark.parametrize("kind", VARIANTS)
@pytest.mark.parametrize("name", FLOORS)
def test_furniture_goes(name: str, kind: str) -> None:
    left = [line for line in wordings(name) if fate(variant(kind, line)) not in GONE]
    assert 1 - len(left) / len(wordings(name)) >= FLOORS[name], left


@pytest.mark.parametrize("kind", VARIANTS)
def test_sentences_of_the_article_stay(kind: str) -> None:
    lost = [line for line in wordings("kept") if fate(variant(kind, line)) not in {"paragraph", "heading"}]
    assert 1 - len(lost) / len(wordings("kept")) >= KEPT, lost


def test_headings_stay_headings() -> None:
    lost = [line for line in wordings("headings") if fate(line) != "heading"]
    assert 1 - len(lost) / len(wordings("headings")) >= HEADED, lost


def test_bylines_name_their_writers() -> None:
    pairs = [line.split("\t") for line in wordings("bylines")]
    wrong = [line for line, names in pairs if " ".join(cleaned(BEFORE[0], line, *AFTER).byline) != names]
    assert 1 - len(wrong) / len(pairs) >= NAMED, wrong


@pytest.mark.parametrize("name", ["headers", "chrome"])
def test_what_stands_above_the_headline_is_not_the_title(name: str) -> None:
    wrong = [line for line in wordings(name) if cleaned(line, *BEFORE, *AFTER).title.zh != BEFORE[0]]
    assert 1 - len(wrong) / len(wordings(name)) >= FLOORS[name], wrong


@pytest.mark.parametrize("name", ["headers", "roles", "turns"])
def test_furniture_between_two_halves_parts_no_sentence(name: str) -> None:
    halves = ("老船工记得，三十年前天鹅来的时候，村", "里人是要赶的，谁也没有想到它们会留下。")
    good = []
    for line in wordings(name):
        article = cleaned(BEFORE[0], "", halves[0], line, halves[1], *AFTER)
        good.append(any(p.text == "".join(halves) for section in article.sections for p in section.paragraphs))
    assert share(good) >= FLOORS[name], [line for line, ok in zip(wordings(name), good, strict=True) if not ok]
