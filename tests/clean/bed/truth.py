"""Original articles with what must come out of them, in a format that a person can write and read.

`@title`, `@byline`, `@source`, `@date`, `@caption text | credit`; `## heading`; every other line is a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"
_ASIDE = re.compile(r"^(?:\d{1,2}[.、]|.{1,8}[：:]|“|.{1,16}$)|[^。！？”]$")


@dataclass(frozen=True, slots=True)
class Truth:
    """What a perfect cleaner finds. `body`: (kind, text) in order, kind `heading` or `paragraph`."""

    name: str
    title: str
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    body: tuple[tuple[str, str], ...]
    captions: tuple[tuple[str, str | None], ...] = field(default=())


def read(path: Path) -> Truth:
    """One article of the test bed."""
    facts: dict[str, str] = {}
    body: list[tuple[str, str]] = []
    captions: list[tuple[str, str | None]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@caption "):
            text, _, credit = line[9:].partition(" | ")
            captions.append((text.strip(), credit.strip() or None))
        elif line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            facts[key] = value.strip()
        elif line.startswith("## "):
            body.append(("heading", line[3:].strip()))
        elif line.strip():
            body.append(("paragraph", line.strip()))
    byline = tuple(facts.get("byline", "").split())
    return Truth(
        path.stem, facts["title"], byline, facts.get("source"), facts.get("date"), tuple(body), tuple(captions)
    )


def all_articles() -> list[Truth]:
    """Every article of the test bed, by name."""
    return [read(path) for path in sorted(ARTICLES.glob("*.txt"))]


def stands_apart(text: str) -> bool:
    """List items, answers, verse: lines of their own, which no mess may break in two."""
    return len(text) < 40 or bool(_ASIDE.match(text))
