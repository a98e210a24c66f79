"""Which lines belong to one paragraph: wraps and breaks are undone, lists, dialogue and verse stay apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zjpub.clean import echoes, junction, shape, wraps
from zjpub.clean.page import Line, Page

_SLACK = 2
_HEADING = 32
_VERSE = 16
_LOOK_BACK = 12
_LONG_CLAUSE = 14


_NEVER_FIRST = frozenset("，。、；：？！”’」』）》】….,;:?!)℃%％‰°㎡")
_NEVER_LAST = frozenset("把被由与與和及或从從将將以而且但并並几幾")
"""No heading ends in these: they need another word."""
BROKEN = "the other half of a broken paragraph"
_CLAUSE = re.compile(r"[，。、；：？！]")
_DATED = re.compile(r"\d{2,4}年|\d{1,2}月|第[一二三四五六七八九十\d]+[，届次分天个]")


@dataclass(frozen=True, slots=True)
class _View:
    """What the whole page tells about its breaks."""

    echoes: dict[str, set[str]]
    openings: dict[str, int]
    speakers: frozenset[str]
    margin: wraps.Margin
    widths: frozenset[int]
    indents: bool
    tight: bool
    labels: bool


def joins(page: Page) -> Page:
    """Each line that goes on with a paragraph begun above is joined to it."""
    view = _look(page)
    lines = list(page)
    paragraph: list[Line] = []
    apart = turned = False
    for at, line in enumerate(lines):
        if line.fate and line.fate != "joined":
            apart, turned = True, turned or bool(line.turned)
            if line.fate in {"title", "heading", "paragraph"}:
                paragraph = [line] if line.fate == "paragraph" else []
                apart = turned = False
            continue
        gap, turn = apart or line.gap, turned or line.turned == "from"
        apart, turned = False, line.turned == "onto"
        upcoming = _adjacent(lines, at)
        if paragraph and (line.fate == "joined" or _goes_on(paragraph, line, upcoming, gap, turn, view)):
            note = line.note or (BROKEN if gap else "a wrapped line")
            lines[at] = replace(line, fate="joined", of=paragraph[0].number, note=note)
            paragraph.append(line)
        else:
            paragraph = [line]
    return tuple(lines)


def _look(page: Page) -> _View:
    open_lines = [line for line in page if not line.fate]
    texts = [line.plain for line in open_lines]
    ends = zip((open_lines[:1] + open_lines), open_lines, strict=False)
    tails = [_tail(pair) for pair in ends if not shape.finished(pair[1].plain)]
    names = Counter(filter(None, map(shape.speaker, texts)))
    margin = wraps.margin(page)
    return _View(
        echoes.continuations(_stretches(open_lines), tails),
        _openings(open_lines),
        frozenset(name for name, count in names.items() if count >= 2),
        margin,
        _wrap_widths(page, margin),
        _indents(open_lines, margin),
        _is_tight(open_lines, margin),
        sum(map(shape.is_asked, texts)) >= 2,
    )


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
        if len(after.plain) > _VERSE
        and (after.gap or not margin or not margin.fills(before, after))
        and (shape.ended(before.plain) or shape.is_headline(before.plain, _HEADING))
        and not shape.is_headline(after.plain, _HEADING)
    ]
    indented = sum(line.indent for line in begin)
    return indented >= 3 and indented >= 0.7 * len(begin)


def _is_tight(lines: Sequence[Line], margin: wraps.Margin) -> bool:
    """Whether paragraphs of this page follow each other without blank lines."""
    starts = [after.gap for _, after in _starts(lines, margin)]
    return sum(starts) < 0.4 * len(starts)


def _openings(lines: Sequence[Line]) -> dict[str, int]:
    """How lines begin that follow a full stop, and how often each beginning does."""
    found = Counter(_opening(after) for before, after in pairwise(lines) if shape.ended(before.plain))
    found.update(map(_opening, lines[:1]))
    found.pop("", None)
    return found


def _opening(line: Line) -> str:
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


def _tail(lines: Sequence[Line]) -> str:
    """The last words before a break, across a wrap if need be."""
    return "".join(line.plain for line in lines)


def _wrap_widths(page: Page, margin: wraps.Margin) -> frozenset[int]:
    """The lengths of wrapped lines: those beside the margin, or that several unfinished lines share."""
    if margin:
        return frozenset(() if margin.in_cells else range(margin.width - _SLACK, margin.width + _SLACK))
    counts: Counter[int] = Counter()
    for line, after in pairwise(page):
        unfinished = not line.fate and not after.fate and not after.gap and not shape.ended(line.plain)
        if unfinished and wraps.NARROWEST <= line.width <= wraps.WIDEST:
            counts[line.width] += 1
    total = counts.total()
    near = {width: sum(counts[width + d] for d in range(-_SLACK, _SLACK + 1)) for width in counts}
    return frozenset(width for width, count in near.items() if count >= max(4, 0.15 * total))


def _adjacent(lines: Sequence[Line], at: int) -> list[Line]:
    """Up to three lines that follow without a gap."""
    found: list[Line] = []
    for line in lines[at + 1 : at + 4]:
        if line.gap or line.fate:
            break
        found.append(line)
    return found


def _goes_on(paragraph: list[Line], line: Line, upcoming: list[Line], gap: bool, turn: bool, view: _View) -> bool:
    before = paragraph[-1]
    if line.mark in {"title", "heading", "item"} or before.mark in {"title", "heading"} or shape.is_lead(line.plain):
        return False
    if line.plain[0] in _NEVER_FIRST and not shape.ended(before.plain):
        return True
    if before.text[-1] in ".," and before.text[-2:-1].isdigit() and line.text[0].isdigit():
        return True
    full = not gap and _is_full(paragraph, line, upcoming, view)
    end = _tail(paragraph[-2:])
    if shape.ended(end) or (shape.finished(end) and not full):
        if not full or line.indent or _opens_inside(line, view) or _may_open_section(before, line, view):
            return False
        return _wrapped_here(paragraph, line, upcoming, view)
    if _opens(line, view) and not (full and _opens_loosely(line, view)):
        return False
    if shape.speaker(line.plain) and shape.speaker(paragraph[0].plain) and not (full and view.margin):
        return False
    full = full and not (line.indent and paragraph[0].indent)
    if full and view.margin:
        return not (_opening(line) in view.openings and junction.score(before.plain, line.plain) < 0)
    if full and (before.width in view.widths or (paragraph[0].indent and not line.indent)):
        return True
    if full:
        return not _rather_apart(paragraph, line, upcoming)
    return _reads_on(paragraph, line, gap, turn, view)


def _is_full(paragraph: list[Line], line: Line, upcoming: list[Line], view: _View) -> bool:
    """Whether the line before breaks where its neighbours break, as a wrapped line does."""
    before = paragraph[-1]
    if view.margin:
        return view.margin.fills(before, line)
    if not wraps.NARROWEST <= before.width <= wraps.WIDEST or line.width > wraps.WIDEST:
        return False
    rows = [*paragraph[-3:-1], *([line] if upcoming else []), *upcoming[:1]]
    rows = [row for row in rows if not shape.ended(row.plain) and _alike(row, before)]
    shorter = before.width < line.width - _SLACK and _cells(before) < _cells(line) - 2 * _SLACK
    return bool(rows) and not shorter


def _alike(row: Line, other: Line) -> bool:
    """Whether two rows are of one length, by characters or by printed width."""
    by_characters = abs(row.width - other.width) <= _SLACK
    return by_characters or abs(_cells(row) - _cells(other)) <= 2 * _SLACK


def _cells(line: Line) -> int:
    """Printed width, a Chinese character counting two, with the indent."""
    wide = sum(char > "\u2e7f" or char in "—…“”‘’" for char in line.plain)
    return len(line.plain) + wide + 4 * line.indent


def _wrapped_here(paragraph: list[Line], line: Line, upcoming: list[Line], view: _View) -> bool:
    """Whether a full line that ends in a stop is wrapped too: the page or the lines beside it show it."""
    before = paragraph[-1]
    if view.margin:
        return not view.indents or paragraph[0].indent
    if view.indents and not line.indent and paragraph[0].indent:
        return True
    beside = [*paragraph[:-1][-2:], *([line] if upcoming else [])]
    alike = [other for other in beside if abs(other.width - before.width) <= _SLACK and not shape.ended(other.plain)]
    return before.width in view.widths or bool(alike)


def _opens_inside(line: Line, view: _View) -> bool:
    """A list item or a line of dialogue; where no other line is labelled, `答：` may stand inside a sentence."""
    return _opens(line, view) and (view.labels or not shape.is_asked(line.plain))


def _opens(line: Line, view: _View) -> bool:
    """A list item or a line of dialogue."""
    return shape.is_item(line.plain) or shape.is_asked(line.plain) or shape.speaker(line.plain) in view.speakers


def _opens_loosely(line: Line, view: _View) -> bool:
    """Whether what looks like a label or an item's mark may as well stand inside a wrapped sentence."""
    if shape.is_loose_item(line.plain):
        return True
    return bool(view.margin) and not shape.is_item(line.plain) and not shape.is_asked(line.plain)


def _may_be_heading(paragraph: list[Line]) -> bool:
    text = paragraph[0].plain
    if text[-1] in _NEVER_LAST:
        return False
    return len(paragraph) == 1 and shape.is_headline(text, _HEADING) and (len(text) <= 20 or "，" not in text)


def _may_open_section(before: Line, line: Line, view: _View) -> bool:
    """A short line without a stop is no last line of a wrapped paragraph."""
    if line.width >= before.width - _SLACK or not shape.is_headline(line.plain, _HEADING):
        return False
    return "，" not in line.plain or not view.margin


def _rather_apart(paragraph: list[Line], line: Line, upcoming: list[Line]) -> bool:
    """Whether two lines of like length on a page without one clear width are a heading and its text, or two stumps."""
    before = paragraph[-1]
    score = junction.score(before.plain, line.plain)
    if not _may_be_heading(paragraph):
        return score < -2.5
    longest = max([line.width, *(other.width for other in upcoming if other.width <= wraps.WIDEST)])
    return before.width < longest and score < -1


def _reads_on(paragraph: list[Line], line: Line, gap: bool, turn: bool, view: _View) -> bool:
    """Whether an unfinished paragraph goes on here, by what the two halves say."""
    before = paragraph[-1]
    echo = echoes.verdict(view.echoes, _tail(paragraph[-2:]), line.plain)
    if echo:
        return echo > 0
    text = "".join(part.plain for part in paragraph[-_LOOK_BACK:])
    if turn or _closes(text, line.plain):
        return True
    if max(len(text), len(line.plain)) <= _VERSE:
        return False
    heading = shape.is_headline(line.plain, _HEADING) and shape.is_even(line.plain) and line.width not in view.widths
    score = junction.score(before.plain, line.plain)
    score += -4 * line.indent if view.indents else -2 * line.indent
    score += 2.5 * (view.indents and not line.indent and not heading) - 8 * heading
    score -= 2.5 * (_opening(line) in view.openings)
    score += (3 if gap else 6) * (before.plain[-1] in "，、") + _by_first_clause(line.plain)
    margin = view.margin.fills(before, line) if view.margin else before.width in view.widths
    score += 2 * margin + _by_gap(gap, view)
    return score > (_heading_doubt(text) if _may_be_heading(paragraph) else 0)


def _by_first_clause(text: str) -> float:
    """What the first clause tells: a second half ends one soon; a paragraph opens with a date or with speech."""
    end = _CLAUSE.search(text, 0, _LONG_CLAUSE)
    if not end:
        score = -0.7
    else:
        score = {1: 5.0, 2: 2.5, 3: 2.5}.get(end.start(), 0.0)
        score += {"。": 1.8, "；": 4.5}.get(end[0], 0.0)
    score -= 1.7 * (text[0] in "“「《") + 4 * bool(_DATED.match(text))
    return score + 2.5 * text[0].isdigit()


def _by_gap(gap: bool, view: _View) -> float:
    """What a blank line, or none, tells on a page that parts its paragraphs by them, or does not."""
    if view.margin:
        return 0 if gap else -1
    if view.tight:
        return 1 if gap else -1
    return 0 if gap else 2


def _heading_doubt(text: str) -> float:
    """How surely a line that may be a heading must read on before it is taken for half of a paragraph."""
    return 6 if len(text) <= _VERSE else 3


def _closes(before: str, after: str) -> bool:
    """Whether the second half closes a bracket that the first left open."""
    for opening, closing in ("“”", "（）", "《》", "「」", "『』"):
        opened = before.count(opening) - before.count(closing)
        first = after.find(closing)
        if opened > 0 and first >= 0 and after.find(opening) not in range(first):
            return True
    return False
