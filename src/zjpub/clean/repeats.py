"""Paragraphs that say nothing new: repeated near or far, whole or regrouped from sentences already seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zjpub.clean.page import Line, Page
from zjpub.clean.paragraphs import Block, blocks

_PIECE = re.compile(r"[^。！？!?…]*(?:[。！？!?…]+[”’」』）)》】\"']*|$)")
_NOISE = re.compile(r"[^\w“”]+|_")
_SHORT = 8


def key(text: str) -> str:
    """What a sentence says, whatever its spaces and punctuation."""
    return _NOISE.sub("", text.replace("「", "“").replace("」", "”")).lower()


def pieces(text: str) -> list[str]:
    """The keys of a paragraph's sentences, cut at every full stop, so that no regrouping hides one."""
    return [made for made in (key(found) for found in _PIECE.findall(text)) if made]


def repeats(page: Page) -> Page:
    """Paragraphs made only of sentences already seen are duplicates, with the headings and captions among them."""
    found = blocks(page)
    origin = _origins(found)
    origin = _without_lone_words(found, origin)
    fates = {
        line.number: line.settled("duplicate", _note(origin[at], line), of=origin[at])
        for at, block in enumerate(found)
        if at in origin
        for line in block.lines
    }
    return tuple(fates.get(line.number, line) for line in page)


def _note(of: int, line: Line) -> str:
    return f"repeats line {of}"


@dataclass(slots=True)
class _Seen:
    """Where each sentence was first seen; `tails` are the second halves of broken sentences, as they were printed."""

    sentences: dict[str, int]
    headings: dict[str, int]
    captions: dict[str, int]


def _origins(found: Sequence[Block]) -> dict[int, int]:
    """For each repeated block, by index, the line in which its first sentence was first seen."""
    seen = _Seen({}, {}, {})
    origin: dict[int, int] = {}
    for at, block in enumerate(found):
        first = _first_seen(seen, block)
        if first is not None and not block.forced:
            origin[at] = first
        else:
            _remember(seen, block)
    return _with_headings(found, origin)


def _first_seen(seen: _Seen, block: Block) -> int | None:
    if block.kind == "heading":
        return None
    if block.kind in {"caption", "byline"}:
        return seen.captions.get(key(block.text))
    made = pieces(block.text)
    if not made or not all(piece in seen.sentences for piece in made):
        return None
    return seen.sentences[made[0]]


def _remember(seen: _Seen, block: Block) -> None:
    if block.kind in {"caption", "byline"}:
        seen.captions.setdefault(key(block.text), block.number)
    elif block.kind == "heading":
        seen.headings.setdefault(key(block.text), block.number)
    else:
        for piece, number in zip(pieces(block.text), _numbers(block), strict=True):
            seen.sentences.setdefault(piece, number)
        for line in block.lines[1:]:
            for piece in pieces(line.plain):
                seen.sentences.setdefault(piece, line.number)


def _numbers(block: Block) -> list[int]:
    """The input line on which each sentence of a block begins."""
    made = pieces(block.text)
    if len(block.lines) == 1:
        return [block.number] * len(made)
    ends: list[tuple[int, int]] = []
    total = 0
    for line in block.lines:
        total += len(key(line.plain))
        ends.append((total, line.number))
    numbers, at, index = [], 0, 0
    for piece in made:
        while index + 1 < len(ends) and ends[index][0] <= at:
            index += 1
        numbers.append(ends[index][1])
        at += len(piece)
    return numbers


def _with_headings(found: Sequence[Block], origin: dict[int, int]) -> dict[int, int]:
    """A heading that was seen before and stands over nothing but repeats is one of them."""
    first: dict[str, int] = {}
    made = dict(origin)
    for at, block in enumerate(found):
        if block.kind not in {"heading", "title"}:
            continue
        before = first.setdefault(key(block.text), block.number)
        under = at + 1 in origin or at + 1 == len(found) or (at + 1 < len(found) and found[at + 1].kind == "heading")
        if before != block.number and block.kind == "heading" and not block.forced and under:
            made[at] = before
    return made


def _without_lone_words(found: Sequence[Block], origin: dict[int, int]) -> dict[int, int]:
    """A short reply or a refrain may recur among new lines: it is a repeat only beside another one."""
    return {
        at: of
        for at, of in origin.items()
        if found[at].kind != "paragraph"
        or len(key(found[at].text)) > _SHORT
        or any(other in origin and len(key(found[other].text)) > _SHORT for other in (at - 1, at + 1))
    }
