"""Paragraphs that say nothing new: repeated near or far, whole or regrouped from sentences already seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zjpub.clean import shape
from zjpub.clean.flow import BROKEN
from zjpub.clean.page import Page
from zjpub.clean.paragraphs import Block, blocks

_SHORT = 8
_STUMP = 10
_RUN = 3
_CANDIDATES = 40
"""More sentences than this with one beginning are a form letter; looking through them all would take for ever."""


_KEPT = re.compile(r"[\w。！？!?…“「『”」』]+")
_HALF_STOP = re.compile(r"(?<=[A-Za-z0-9])\.(?=[\u4e00-\u9fff“]|\d{4}年)")
"""A full stop between a Latin word and a Chinese one."""
_ALIKE = [(mark, "。") for mark in "！？!?…"] + [("「", "“"), ("『", "“"), ("」", "”"), ("』", "”"), ("_", "")]


def _said(text: str) -> str:
    """Letters, digits, full stops and quotation marks, these of one kind each."""
    kept = "".join(_KEPT.findall(text.lower()))
    for mark, alike in _ALIKE:
        kept = kept.replace(mark, alike)
    return kept


def key(text: str) -> str:
    """What a sentence says, whatever its spaces and punctuation."""
    return _said(text).replace("。", "")


def pieces(text: str) -> list[str]:
    """The keys of a paragraph's sentences, cut at every full stop, so that no regrouping hides one."""
    if "." in text:
        text = _HALF_STOP.sub("。", text)
    said = _said(text).replace("。。", "。").replace("。”", "”。")
    return [piece for piece in said.split("。") if piece.strip("“”")]


def repeats(page: Page) -> Page:
    """Paragraphs made only of sentences already seen are duplicates, with the headings and captions among them."""
    found = blocks(page)
    origin = _origins(found)
    origin = _without_lone_words(found, origin)
    fates = {
        line.number: line.settled("duplicate", f"repeats line {origin[at]}", of=origin[at])
        for at, block in enumerate(found)
        if at in origin
        for line in block.lines
    }
    return tuple(fates.get(line.number, line) for line in page)


@dataclass(slots=True)
class _Seen:
    """Where each sentence and each caption was first seen; `starts` and `ends` lead from the first and the last
    characters of a sentence to those that share them, for copies that were cut or broken."""

    sentences: dict[str, int] = field(default_factory=dict)
    captions: dict[str, int] = field(default_factory=dict)
    starts: dict[str, list[str]] = field(default_factory=dict)
    ends: dict[str, list[str]] = field(default_factory=dict)

    def add(self, sentence: str, number: int) -> None:
        """Remember a sentence and the line on which it begins."""
        if sentence not in self.sentences:
            self.sentences[sentence] = number
            if len(sentence) >= _STUMP:
                self.starts.setdefault(sentence[:_STUMP], []).append(sentence)
                self.ends.setdefault(sentence[-_STUMP:], []).append(sentence)

    def whole(self, sentence: str) -> str | None:
        """The sentence seen before that this one is, or begins; None if it is new."""
        if sentence in self.sentences:
            return sentence
        alike = self.starts.get(sentence[:_STUMP], ())[:_CANDIDATES]
        return next((old for old in alike if old.startswith(sentence)), None)

    def tail(self, sentence: str) -> str | None:
        """The sentence seen before that ends in this one."""
        alike = self.ends.get(sentence[-_STUMP:], ())[:_CANDIDATES]
        return next((old for old in alike if old.endswith(sentence)), None)


def _origins(found: Sequence[Block]) -> dict[int, int]:
    """For each repeated block, by index, the line in which its first sentence was first seen."""
    seen = _Seen()
    origin: dict[int, int] = {}
    for at, block in enumerate(found):
        after_stump = at - 1 in origin and not shape.finished(found[at - 1].text)
        made = pieces(block.text) if block.kind == "paragraph" else []
        first = _first_seen(seen, block, made, after_stump)
        if first is not None and not block.forced:
            origin[at] = first
        else:
            _remember(seen, block, made)
    return _with_headings(found, origin)


def _first_seen(seen: _Seen, block: Block, made: list[str], after_stump: bool) -> int | None:
    if block.kind not in {"paragraph", "caption", "byline"}:
        return None
    if block.kind != "paragraph":
        return seen.captions.get(key(block.text))
    cut = bool(made) and not shape.finished(block.text)
    olds = [seen.whole(piece) if cut and piece is made[-1] else _same(seen, piece) for piece in made]
    if after_stump and olds and olds[0] is None:
        olds[0] = seen.tail(made[0])
    return seen.sentences[olds[0]] if olds and olds[0] and all(olds) else None


def _same(seen: _Seen, sentence: str) -> str | None:
    return sentence if sentence in seen.sentences else None


def _remember(seen: _Seen, block: Block, made: list[str]) -> None:
    if block.kind in {"caption", "byline"}:
        seen.captions.setdefault(key(block.text), block.number)
    elif block.kind == "paragraph":
        for piece, number in zip(made, _numbers(block, made), strict=True):
            seen.add(piece, number)
        for line in block.lines[1:]:
            if line.note == BROKEN:
                for piece in pieces(line.plain):
                    seen.add(piece, line.number)


def _numbers(block: Block, made: list[str]) -> list[int]:
    """The input line on which each sentence of a block begins."""
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


def _in_repeated_run(origin: dict[int, int], at: int) -> bool:
    """Whether three blocks in a row, this one among them, repeat three that stand in the same order."""
    return any(
        all(index in origin for index in range(first, first + _RUN))
        and all(origin[index] < origin[index + 1] for index in range(first, first + _RUN - 1))
        for first in range(at - _RUN + 1, at + 1)
    )


def _without_lone_words(found: Sequence[Block], origin: dict[int, int]) -> dict[int, int]:
    """A short reply or a refrain may recur among new lines: it is a repeat only beside a longer one, or in a run."""
    return {
        at: of
        for at, of in origin.items()
        if found[at].kind != "paragraph"
        or _is_long(found[at].text)
        or _in_repeated_run(origin, at)
        or any(other in origin and _is_long(found[other].text) for other in (at - 1, at + 1))
    }


def _is_long(text: str) -> bool:
    return len(key(text[: 4 * _SHORT])) > _SHORT or len(key(text)) > _SHORT
