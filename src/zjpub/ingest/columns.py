"""Lines placed on a page → the order in which a person reads them: headlines across, columns one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_GUTTER = 0.9
"""The narrowest space between columns, in heights of a line."""
_COLUMN_LINES = 3
_COLUMN_CHARACTERS = 7
_STRIPS_TO_TELL = 12
_LOOSE = 1.4
_INDENT = 1.3
_SHORT = 2.2
_RAGGED = 0.3


@dataclass(frozen=True, slots=True)
class Placed:
    """Words on one line of a page, in points, y upwards; `size`: the height of its letters.

    The box is that of the letters' body, whatever their font says of its own, so that lines can be compared.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        return self.baseline + 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline - 0.2 * self.size


@dataclass(frozen=True, slots=True)
class Row:
    """A line in reading order; whether a paragraph begins with it, and whether it reaches the end of its column."""

    line: Placed
    begins: bool
    full: bool


def reading_order(lines: Sequence[Placed]) -> list[Row]:
    """All lines of a page, those of one row joined where they are no columns.

    The first line of a column goes on with the column before it, unless it is indented.
    """
    strips = _strips(lines)
    rows: list[Row] = []
    begun = 0
    while begun < len(strips):
        columns, end = _columns(strips, begun)
        if columns:
            flowing = [row for column in columns for row in reading_order(column)]
            rows += [replace(flowing[0], begins=True), *flowing[1:]]
            begun = end
            continue
        end = begun + 1
        while end < len(strips) and not _columns(strips, end)[0]:
            end += 1
        plain = _paragraphs([_joined(strip) for strip in strips[begun:end]])
        rows += [replace(plain[0], begins=True), *plain[1:]] if rows else plain
        begun = end
    return rows


def differs(above: Placed, below: Placed) -> bool:
    """Whether the type changes in size, as between a headline and its text."""
    return abs(below.size - above.size) > 0.1 * above.size


def _strips(lines: Sequence[Placed]) -> list[list[Placed]]:
    """From the top down, what stands side by side."""
    strips: list[list[Placed]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: (-line.top, line.left)):
        if strips and line.top - bottom > 0.5 * (line.top - line.bottom):
            strips[-1].append(line)
            bottom = min(bottom, line.bottom)
        else:
            strips.append([line])
            bottom = line.bottom
    return strips


def _columns(strips: Sequence[list[Placed]], begun: int) -> tuple[list[list[Placed]], int]:
    """The columns that begin with this strip, left to right, and the strip after them; none if it begins none."""
    found: tuple[list[list[Placed]], int] = ([], begun)
    union: list[Placed] = []
    for end in range(begun, len(strips)):
        union += strips[end]
        columns = _split(union)
        if len(columns) > 1 and all(map(_is_prose, columns)):
            found = (columns, end + 1)
        elif end - begun > (1 if len(columns) == 1 else _STRIPS_TO_TELL) and not found[0]:
            break
    return found


def _is_prose(column: Sequence[Placed]) -> bool:
    """Enough lines, long enough, to be a column of text and not of a table."""
    return len(column) >= _COLUMN_LINES and sum(len(line.text) for line in column) >= _COLUMN_CHARACTERS * len(column)


def _split(lines: Sequence[Placed]) -> list[list[Placed]]:
    """The lines by the gutters that none of them crosses."""
    columns: list[list[Placed]] = []
    right = float("-inf")
    gutter = _GUTTER * median(line.size for line in lines)
    for line in sorted(lines, key=lambda line: line.left):
        if line.left - right > gutter:
            columns.append([])
        columns[-1].append(line)
        right = max(right, line.right)
    return columns


def _joined(strip: Sequence[Placed]) -> Placed:
    pieces = sorted(strip, key=lambda line: line.left)
    return Placed(
        " ".join(piece.text for piece in pieces),
        pieces[0].left,
        max(piece.right for piece in pieces),
        min(piece.baseline for piece in pieces),
        max(piece.size for piece in pieces),
    )


def _paragraphs(lines: Sequence[Placed]) -> list[Row]:
    """Where paragraphs begin in one column: after a wider space, at an indent, at another size, after a short line."""
    left = median(sorted(line.left for line in lines)[: len(lines) // 2 + 1])
    # Not the outermost, which may be a page number's.
    right = sorted(line.right for line in lines)[(9 * len(lines) - 9) // 10]
    steps = [above.baseline - below.baseline for above, below in pairwise(lines)]
    step = median(steps) if steps else 0.0
    full = [line.right > right - _slack(line, right - left) for line in lines]
    rows = [Row(lines[0], _indented(lines[0], left), full[0])]
    for number, (above, below) in enumerate(pairwise(lines)):
        wide = above.baseline - below.baseline > _LOOSE * step
        begins = wide or not full[number] or _indented(below, left) or differs(above, below)
        rows.append(Row(below, begins, full[number + 1]))
    return rows


def _indented(line: Placed, left: float) -> bool:
    return line.left > left + _INDENT * line.size


def _slack(line: Placed, width: float) -> float:
    """How far a line may end before the right edge and still be wrapped there: a letter or two, or a Latin word."""
    return _RAGGED * width if line.text.isascii() else _SHORT * line.size
