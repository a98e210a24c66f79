"""Which lines belong to one paragraph: wraps and breaks are undone, lists, dialogue and verse stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from zjpub.clean import junction, shape, wraps
from zjpub.clean.halves import may_be_heading, reads_on
from zjpub.clean.layout import HEADING, SLACK, Layout, layout_of, opening, tail
from zjpub.clean.page import Line, Page

_NEVER_FIRST = frozenset("，。、；：？！”’」』）》】….,;:?!)℃%％‰°㎡")
_SPEAKS = "说說道问問称稱答喊着"
BROKEN = "the other half of a broken paragraph"


def joins(page: Page) -> Page:
    """Each line that goes on with a paragraph begun above is joined to it."""
    view = layout_of(page)
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
            lines[at] = line.settled("joined", note, of=paragraph[0].number)
            paragraph.append(line)
        else:
            paragraph = [line]
    return tuple(lines)


def _adjacent(lines: Sequence[Line], at: int) -> list[Line]:
    """Up to three lines that follow without a gap."""
    found: list[Line] = []
    for line in lines[at + 1 : at + 4]:
        if line.gap or line.fate:
            break
        found.append(line)
    return found


def _goes_on(paragraph: list[Line], line: Line, upcoming: list[Line], gap: bool, turn: bool, view: Layout) -> bool:
    before = paragraph[-1]
    if line.number in view.heads or before.number in view.heads:
        return False
    if line.mark in {"title", "heading", "item"} or before.mark in {"title", "heading"} or shape.is_lead(line.plain):
        return False
    if line.plain[0] in _NEVER_FIRST and not shape.ended(before.plain):
        return True
    if before.text[-1] in ".," and before.text[-2:-1].isdigit() and line.text[0].isdigit():
        return True
    full = not gap and not (line.indent and paragraph[0].indent) and _is_full(paragraph, line, upcoming, view)
    if len(paragraph) == 1 and _begins_alike(before.plain, line.plain):
        return False
    end = tail(paragraph[-2:])
    if end[-1] in "；;" and shape.speaker(line.plain):
        return False
    wrapped = bool(view.margin) or before.width in view.widths
    full = full and (wrapped or before.number not in view.entries)
    if full and not wrapped and _is_row_of_items(paragraph, line, upcoming):
        return False
    if shape.ended(end) or (shape.finished(end) and not full):
        if not full or line.indent or _opens_inside(line, view) or _may_open_section(before, line, view):
            return False
        return _wrapped_here(paragraph, line, upcoming, view)
    if _opens(line, view) and not (full and _opens_loosely(line, view)):
        return False
    if shape.speaker(line.plain) and shape.speaker(paragraph[0].plain):
        entry = len(paragraph) == 1 and shape.speaker(line.plain)[-1] not in _SPEAKS
        if entry or not (full and view.margin.is_exact):
            return False
    if full and view.margin:
        return before.plain[-1] in "，、" or not _is_copy(before, line, view)
    if full and (before.width in view.widths or (paragraph[0].indent and not line.indent)):
        return True
    if full:
        return not _rather_apart(paragraph, line, upcoming)
    return reads_on(paragraph, line, gap, turn, view)


def _is_copy(before: Line, line: Line, view: Layout) -> bool:
    """Whether a line begins like a paragraph of the page, and goes on badly with the line above."""
    return opening(line) in view.openings and junction.score(before.plain, line.plain) < 0


def _begins_alike(row: str, other: str) -> bool:
    """Two short rows, the first finished, that begin with the same words: items of a list."""
    if row[:2] != other[:2] or max(len(row), len(other)) > wraps.WIDEST or not shape.finished(row):
        return False
    return not row[:2].isascii() and row != other


def _is_row_of_items(paragraph: list[Line], line: Line, upcoming: list[Line]) -> bool:
    """Whether lines end in stops one after the other: wraps do not fall on stops three times running, nor on `；`."""
    rows = [paragraph[-1], line, *upcoming[:1]]
    if len(paragraph) > 1 or not all(shape.finished(row.plain) for row in rows):
        return False
    return len(rows) > 2 or rows[0].plain[-1] == "；"


def _is_full(paragraph: list[Line], line: Line, upcoming: list[Line], view: Layout) -> bool:
    """Whether the line before breaks where its neighbours break, as a wrapped line does."""
    before = paragraph[-1]
    if view.margin:
        return view.margin.fills(before, line)
    if not wraps.NARROWEST <= before.width <= wraps.WIDEST or line.width > wraps.WIDEST:
        return False
    rows = [*paragraph[-3:-1], *([line] if upcoming else []), *upcoming[:1]]
    rows = [row for row in rows if not shape.ended(row.plain) and _alike(row, before)]
    shorter = before.width < line.width - SLACK and _cells(before) < _cells(line) - 2 * SLACK
    return bool(rows) and not shorter


def _alike(row: Line, other: Line) -> bool:
    """Whether two rows are of one length, by characters or by printed width."""
    by_characters = abs(row.width - other.width) <= SLACK
    return by_characters or abs(_cells(row) - _cells(other)) <= 2 * SLACK


def _cells(line: Line) -> int:
    """Printed width, a Chinese character counting two, with the indent."""
    wide = sum(char > "\u2e7f" or char in "—…“”‘’" for char in line.plain)
    return len(line.plain) + wide + 4 * line.indent


def _wrapped_here(paragraph: list[Line], line: Line, upcoming: list[Line], view: Layout) -> bool:
    """Whether a full line that ends in a stop is wrapped too: the page or the lines beside it show it."""
    before = paragraph[-1]
    if view.margin:
        return not view.indents or paragraph[0].indent
    if view.indents and not line.indent and paragraph[0].indent:
        return True
    beside = [*paragraph[:-1][-2:], *([line] if upcoming else [])]
    alike = [other for other in beside if abs(other.width - before.width) <= SLACK and not shape.ended(other.plain)]
    return before.width in view.widths or bool(alike)


def _opens_inside(line: Line, view: Layout) -> bool:
    """A list item or a line of dialogue; where no other line is labelled, `答：` may stand inside a sentence."""
    inside = shape.counts_on(line.plain) or (shape.is_asked(line.plain) and not view.labels)
    return _opens(line, view) and not inside


def _opens(line: Line, view: Layout) -> bool:
    """A list item or a line of dialogue."""
    return shape.is_item(line.plain) or shape.is_asked(line.plain) or shape.speaker(line.plain) in view.speakers


def _opens_loosely(line: Line, view: Layout) -> bool:
    """Whether what looks like a label or an item's mark may as well stand inside a wrapped sentence."""
    if shape.is_loose_item(line.plain) or shape.counts_on(line.plain):
        return True
    return bool(view.margin) and not shape.is_item(line.plain) and not shape.is_asked(line.plain)


def _may_open_section(before: Line, line: Line, view: Layout) -> bool:
    """A short line without a stop is no last line of a wrapped paragraph; among blank lines a heading stands apart."""
    if line.width >= before.width - SLACK or not shape.is_headline(line.plain, HEADING):
        return False
    return ("，" not in line.plain or not view.margin) and not (view.margin and view.parted)


def _rather_apart(paragraph: list[Line], line: Line, upcoming: list[Line]) -> bool:
    """Whether two lines of like length on a page without one clear width are a heading and its text, or two stumps."""
    before = paragraph[-1]
    score = junction.score(before.plain, line.plain)
    if not may_be_heading(paragraph):
        return score < -2.5
    longest = max([line.width, *(other.width for other in upcoming if other.width <= wraps.WIDEST)])
    return before.width < longest and score < -1
