"""What a whole page tells about its breaks: its margin, its indents, its gaps, and how its lines begin and go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from zjpub.clean import dialogue, echoes, series, shape, wraps
from zjpub.clean.page import Line, Page

SLACK, _FEWEST = 2, 3
"""By so many characters two wrapped lines may differ."""
HEADING, VERSE = 32, 16
"""The longest heading, and the longest line of verse, that a break is judged by."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the whole page tells about its breaks."""

    echoes: dict[str, set[str]]
    openings: dict[str, int]
    speakers: frozenset[str]
    margin: wraps.Margin
    widths: frozenset[int]
    indents: bool
    tight: bool
    parted: bool
    ragged: bool
    labels: bool
    whole: bool
    marked: bool
    under: frozenset[int]
    heads: frozenset[int]
    entries: frozenset[int]


def layout_of(page: Page) -> Layout:
    """The page, looked at once before its breaks are judged."""
    open_lines = [line for line in page if not line.fate]
    texts = [line.plain for line in open_lines]
    ends = zip((open_lines[:1] + open_lines), open_lines, strict=False)
    tails = [tail(pair) for pair in ends if not shape.finished(pair[1].plain)]
    margin = wraps.margin(page)
    return Layout(
        echoes=echoes.continuations(_stretches(open_lines), tails),
        openings=_openings(open_lines),
        speakers=dialogue.speakers(texts),
        margin=margin,
        widths=_wrap_widths(page, margin),
        indents=_indents(open_lines, margin),
        tight=_is_tight(open_lines, margin),
        parted=_is_parted(open_lines, margin),
        ragged=_is_ragged(page, margin),
        labels=sum(map(shape.is_asked, texts)) >= 2,
        whole=_is_whole(page, margin),
        marked=_marks_headings(texts),
        under=_under_headings(open_lines),
        heads=series.heads(page),
        entries=_entries(open_lines),
    )


def _entries(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of short lines with a label and a figure, right below another one: entries of a list, which want no
    stop."""
    return frozenset(
        line.number for before, line in pairwise(lines) if _is_entry(before.plain) and _is_entry(line.plain)
    )


def _is_entry(text: str) -> bool:
    label = shape.speaker(text) if len(text) <= HEADING and not shape.finished(text) else ""
    return bool(label) and not shape.is_asked(text) and any(map(str.isdigit, text[len(label) :]))


def _is_whole(page: Page, margin: wraps.Margin) -> bool:
    """Whether no long paragraph is broken, so that a short line hardly is."""
    pairs = zip(page, (*page[1:], None), strict=False)
    ends = [line for line, after in pairs if not line.fate and (not margin or not after or after.fate or after.gap)]
    long = [shape.finished(line.plain) for line in ends if len(line.plain) > HEADING or (margin and not line.gap)]
    return len(long) > _FEWEST and all(long)


def _under_headings(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines right below a short line that stands alone among longer ones."""
    heads = [False, *map(_heads, lines)]
    rows = zip(heads, heads[1:], lines[1:], strict=False)
    return frozenset(below.number for above, head, below in rows if head and not above)


def _heads(line: Line) -> bool:
    return len(line.plain) <= VERSE and shape.is_headline(line.plain, VERSE) and shape.is_even(line.plain)


def _marks_headings(texts: Sequence[str]) -> bool:
    """Whether headings of this page have a number or an ornament: two or more stand over prose."""
    over = (head for head, below in pairwise(texts) if len(head) <= HEADING and shape.is_prose(below))
    marked = (shape.is_ornamented(head) or shape.is_item(head) for head in over if shape.is_headline(head, HEADING))
    return sum(marked) >= _FEWEST - 1


def _starts(lines: Sequence[Line], margin: wraps.Margin) -> list[tuple[Line, Line]]:
    """Finished lines and those after them, where no wrap is like to part them."""
    return [
        (before, after)
        for before, after in pairwise(lines)
        if shape.ended(before.plain) and (after.gap or not margin or not margin.fills(before, after))
    ]


def _indents(lines: Sequence[Line], margin: wraps.Margin) -> bool:
    """Whether paragraphs of this page begin with an indent and nothing else does."""
    begin = [
        after
        for before, after in pairwise(lines)
        if len(after.plain) > VERSE
        and (after.gap or not margin or not margin.fills(before, after))
        and (shape.ended(before.plain) or shape.is_headline(before.plain, HEADING))
        and not shape.is_headline(after.plain, HEADING)
    ]
    indented = sum(line.indent for line in begin)
    return indented >= 3 and indented >= 0.7 * len(begin)


def _is_tight(lines: Sequence[Line], margin: wraps.Margin) -> bool:
    """Whether paragraphs of this page follow each other without blank lines."""
    starts = [after.gap for _, after in _starts(lines, margin)]
    return sum(starts) < 0.4 * len(starts)


def _is_parted(lines: Sequence[Line], margin: wraps.Margin) -> bool:
    """Whether blank lines part all of its paragraphs and headings."""
    starts = [after.gap for _, after in _starts(lines, margin)]
    return len(starts) >= _FEWEST and sum(starts) >= 0.9 * len(starts)


def _is_ragged(page: Page, margin: wraps.Margin) -> bool:
    """Whether paragraphs of this page were broken into rows of no one length, so that a long open row is no stump."""
    rows = [line for line, after in pairwise(page) if not line.fate and not after.fate and not after.gap]
    return not margin and sum(row.width >= wraps.NARROWEST and not shape.ended(row.plain) for row in rows) >= 4


def _openings(lines: Sequence[Line]) -> dict[str, int]:
    """How lines begin that follow a full stop, or a heading and are pasted again; how often each beginning does."""
    found = Counter(opening(after) for before, after in pairwise(lines) if shape.ended(before.plain))
    found.update(map(opening, lines[:1]))
    below = [after for before, after in pairwise(lines) if _heads(before)]
    first = {line.plain[:2] for line in below}
    again = Counter(opening(line) for line in lines if line.plain[:2] in first)
    found.update({text for text in map(opening, below) if again[text] > 1})
    found.pop("", None)
    return found


def opening(line: Line) -> str:
    """The first words of a line, by which it is known again; none of a short one."""
    text = echoes.squeeze(line.plain[:24])
    return text[:8] if len(text) >= 8 else ""


def _stretches(lines: Sequence[Line]) -> list[list[str]]:
    """The lines between gaps."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.gap:
            found.append([])
        found[-1].append(line.plain)
    return found


def tail(lines: Sequence[Line]) -> str:
    """The last words before a break, across a wrap if need be."""
    return "".join(line.plain for line in lines)


def _wrap_widths(page: Page, margin: wraps.Margin) -> frozenset[int]:
    """The lengths of wrapped lines: those beside the margin, or that several unfinished lines share."""
    if margin:
        return frozenset(() if margin.in_cells else range(margin.width - SLACK, margin.width + SLACK))
    counts: Counter[int] = Counter()
    for line, after in pairwise(page):
        unfinished = not line.fate and not after.fate and not after.gap and not shape.ended(line.plain)
        if unfinished and wraps.NARROWEST <= line.width <= wraps.WIDEST:
            counts[line.width] += 1
    total = counts.total()
    near = {width: sum(counts[width + d] for d in range(-SLACK, SLACK + 1)) for width in counts}
    return frozenset(width for width, count in near.items() if count >= max(4, 0.15 * total))
