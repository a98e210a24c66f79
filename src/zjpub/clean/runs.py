"""Which of several short lines in a row are headings: of a list, a poem or a table the first or last at most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zjpub.clean import shape, wording
from zjpub.clean.page import Line

_VERSE, _STANZA = 24, 3
_BOX = re.compile("【[^【】]{2,12}】")
_MEASURE = "[个個只隻根支枝克勺杯斤片块塊条條把颗顆粒朵枚张張头頭瓣包袋瓶盒碗盘盤]"
_A_FEW = re.compile(
    rf"\d\s?(?:[%％℃元两兩次项項毫升分票]|[mk]?[gl]\b|{_MEASURE})|[一二两兩三四五六七八九十半]{_MEASURE}"
)
_AMOUNT = re.compile(rf"\d|\s|适量|少许|適量|[一二两兩三四五六七八九十半]{_MEASURE}")


@dataclass(frozen=True, slots=True)
class Run:
    """Short lines in a row, with the lines beside them; `after` is None at the end of the page, and neither is there
    where somebody speaks in it."""

    before: Line | None
    lines: tuple[Line, ...]
    after: Line | None
    at_end: bool


def chosen(run: Run) -> Sequence[Line]:
    """The headings of a run."""
    lines = run.lines
    if _is_verse_below(run):
        return _over_stanzas(lines)
    if run.at_end:
        return lines[:1] if len(lines) >= 3 and _is_over_data(lines) else ()
    if len(lines) == 1:
        return () if _in_list(run, 0) else lines
    if len(lines) == 2:
        return _of_two(run)
    kinds = [shape.item_kind(line.plain) for line in lines]
    if all(kinds) and len(set(kinds)) == len(kinds):
        return lines
    first = (
        lines[:1]
        if shape.is_ornamented(lines[0].plain) or _is_over_data(lines) or _is_unlike(lines[0], lines[1:3])
        else ()
    )
    last = lines[-1:] if _is_set_off(lines) or _is_unlike(lines[-1], lines[-3:-1]) else ()
    found = (*first, *_over_stanzas(lines[len(first) : len(lines) - len(last)]), *last)
    return tuple(line for line in found if not _is_entry(lines, line))


def _is_entry(lines: Sequence[Line], line: Line) -> bool:
    """Whether it and a line beside it hold an amount each, or a label: blank lines part the entries of lists too."""
    at = lines.index(line)
    beside = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    return any(
        (shape.speaker(line.plain) and shape.speaker(other.plain)) or _hold_amounts(line.plain, other.plain)
        for other in beside
    )


def _hold_amounts(text: str, other: str) -> bool:
    return bool(_A_FEW.search(text) and _A_FEW.search(other)) and not shape.is_ornamented(text)


def boxed(run: Run) -> Iterator[Line]:
    """Lines in a box, each over a line that is in none."""
    for line, below in pairwise((*run.lines, run.after)):
        if line and below and _BOX.fullmatch(line.plain) and not _BOX.fullmatch(below.plain):
            yield line


def _is_verse_below(run: Run) -> bool:
    """Whether the last of the run stands close above a line as short, and no paragraph."""
    below = run.after
    if below is None or below.gap or len(below.plain) > _VERSE or shape.finished(below.plain):
        return False
    return not (shape.speaker(below.plain) or shape.is_item(below.plain) or _AMOUNT.search(below.plain))


def _over_stanzas(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines by themselves between blank lines, each over lines that stand close: the titles of poems."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if line.gap:
            parts.append([])
        parts[-1].append(line)
    over = pairwise(part for part in parts if part)
    return [first[0] for first, stanza in over if len(first) == 1 and len(stanza) >= _STANZA and first[0].gap]


def _of_two(run: Run) -> Sequence[Line]:
    """A heading and one below it, a lone line and a heading, or a couplet."""
    first, second = run.lines
    if first.width == second.width >= 5 and not second.gap:
        return ()
    both = not second.gap or first.gap
    return [line for at, line in enumerate(run.lines) if (at == 1 or both) and not _in_list(run, at)]


def _in_list(run: Run, at: int) -> bool:
    """Whether the line beside it has the same list mark, or both say who or what before a colon."""
    around = [run.before, *run.lines, run.after]
    beside = [line.plain for line in (around[at], around[at + 2]) if line and line.plain[-1] != "："]
    text = run.lines[at].plain
    kind = shape.item_kind(text)
    if shape.speaker(text) and not kind and any(map(shape.speaker, beside)):
        return True
    return bool(kind) and any(shape.item_kind(other) == kind for other in beside)


def _is_over_data(lines: Sequence[Line]) -> bool:
    """Whether the lines below the first say what before a colon or have one list's mark, and the first does not."""
    below = [line.plain for line in lines[1:4]]
    kinds = set(map(shape.item_kind, below))
    listed = len(kinds) == 1 and kinds != {""} and kinds != {shape.item_kind(lines[0].plain)}
    return listed or (not shape.speaker(lines[0].plain) and all(map(shape.speaker, below)))


def _is_set_off(lines: Sequence[Line]) -> bool:
    """Whether a blank line parts the last of several short lines from those above, where these stand close."""
    return lines[-1].gap and not all(line.gap for line in lines[1:])


def _is_unlike(line: Line, others: Sequence[Line]) -> bool:
    """Whether the others hold an amount or a gap and this line holds neither."""
    bare = wording.closed(shape.unornamented(line.plain))
    return not _AMOUNT.search(bare) and all(_AMOUNT.search(other.plain) for other in others)
