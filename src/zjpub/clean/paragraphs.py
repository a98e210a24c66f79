"""From lines with fates to blocks of text: a headline, a heading, a caption, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from zjpub.clean import characters, junction, paragraph_rules, shape, turns
from zjpub.clean.page import Line, Page
from zjpub.model import Fate


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one piece of text."""

    kind: Fate
    lines: tuple[Line, ...]
    text: str

    @property
    def number(self) -> int:
        """Its first input line."""
        return self.lines[0].number

    @property
    def forced(self) -> bool:
        """Whether a person decided what it is."""
        return self.lines[0].forced


_ITEM = 24

_KINDS: dict[Fate | None, Fate] = {
    None: "paragraph",
    "paragraph": "paragraph",
    "heading": "heading",
    "title": "title",
    "caption": "caption",
    "byline": "byline",
}


def blocks(page: Page) -> list[Block]:
    """The blocks of a page, in the order of their first lines; duplicates and boilerplate make none."""
    grouped: dict[int, list[Line]] = {}
    for line in page:
        if line.of in grouped and line.fate in {"joined", "caption", "title", "heading"}:
            grouped[line.of].append(line)
        elif line.fate in _KINDS or line.fate == "joined":
            grouped[line.number] = [line]
    return [_block(lines) for lines in grouped.values()]


def _block(lines: list[Line]) -> Block:
    kind = _KINDS.get(lines[0].fate, "paragraph")
    return Block(kind, tuple(lines), text_of(lines, kind))


def text_of(lines: Sequence[Line], kind: Fate) -> str:
    """The text of lines that belong together; a space only where two English words meet, or two phrases."""
    if kind == "title":
        return _headline(lines)
    if len(lines) == 1 and kind == "paragraph" and lines[0].plain.endswith("。"):
        return lines[0].plain
    pieces = [lines[0].text]
    for before, line in pairwise(lines):
        pieces += [" "] if _between_words(before.text, line.text) else []
        pieces.append(line.text)
    text = "".join(pieces)
    if kind == "heading" or (kind == "paragraph" and len(text) <= _ITEM and not shape.ended(text)):
        return characters.phrases(paragraph_rules.view(text))
    if len(lines) > 1:
        text = turns.inside(text)
    return paragraph_rules.tidy(text) if kind == "paragraph" else paragraph_rules.view(text)


def _headline(lines: Sequence[Line]) -> str:
    text = lines[0].plain
    for before, line in pairwise(lines):
        wrapped = not (before.plain[-1].isascii() and line.plain[0].isascii())
        goes_on = before.plain[-1] in "：，" or junction.score(before.plain, line.plain) > (3 if line.gap else 1)
        text += ("" if wrapped and goes_on else " ") + line.plain
    return characters.phrases(text)


_WORD_END, _WORD_START = re.compile(r"[a-z,;:]"), re.compile(r"[a-zA-Z]")


def _between_words(before: str, after: str) -> bool:
    return bool(_WORD_END.match(before[-1:]) and _WORD_START.match(after))
