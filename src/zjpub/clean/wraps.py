"""The margin at which a page was wrapped, so that a line is known to be full where the next word had no room left.

A line may fall short of the margin by the length of the word or number that was carried over, and may hang over it by
the punctuation that must not begin a line; each wrapped line so allows a few margins, and most
agree on one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product

from zjpub.clean import shape
from zjpub.clean.page import Line, Page

NARROWEST, WIDEST = 16, 48
_FEWEST = 3
_CELLS = 2
"""By so many cells a printed line falls short of the margin or passes it: Latin letters are not all of one width."""
_VAGUE = 10
"""A word longer than this says little about the margin before which it had no room."""
_HANGING = re.compile(r"[，。、；：？！”’）》」』】〉…—,.;:?!)%]{1,3}$")
_WORD = re.compile(r"[“‘（《「『【〈(]*(?:[A-Za-z0-9.%]+(?:[:/'][A-Za-z0-9]+)*|.)", re.DOTALL)
_INSIDE_A_WORD = re.compile("[A-Za-z0-9]{2}")
_SET_APART = re.compile(r"[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]")
"""A page that sets Latin words apart has a space at the break too."""
_PHRASES = re.compile(r"\S{4,}[ \u3000]\S{4,}")
_WIDE = re.compile(r"[\u2e80-\uffff—…“”‘’·]")


@dataclass(frozen=True, slots=True)
class Margin:
    """The width of a wrapped page, 0 without one: in characters, or in cells of which a Chinese character takes two.

    `hanging`: punctuation that must not begin a line stands beyond it; `whole`: words and numbers are not parted;
    `indent`: how many characters of the width the indent of a paragraph takes.
    """

    width: int = 0
    in_cells: bool = False
    hanging: bool = True
    whole: bool = True
    indent: int = 2

    def __bool__(self) -> bool:
        return self.width > 0

    @property
    def is_exact(self) -> bool:
        """Whether the page is set in Chinese characters of one width, so that each full line is sure."""
        return bool(self) and not self.in_cells

    def fills(self, line: Line, after: Line) -> bool:
        """Whether the first word of the next line had no room left on this one."""
        lowest, highest = _allowed(line, after, self)
        return lowest <= self.width <= highest


def margin(page: Page) -> Margin:
    """The margin that most unfinished lines of the page allow; none if too few agree."""
    broken = [(line, after) for line, after in pairwise(page) if _may_be_wrapped(line, after)]
    if len(broken) < _FEWEST:
        return Margin()
    hanging = (False, True) if any(_HANGING.match(after.plain[0]) for _, after in broken) else (True,)
    parted = any(_INSIDE_A_WORD.fullmatch(line.plain[-1] + after.plain[0]) for line, after in broken)
    indents = (2, 0) if any(line.indent for line, _ in broken) else (2,)
    kinds = list(product(hanging, (False, True) if parted else (True,), indents))
    for in_cells in (False, True):
        votes, best = max((_best(broken, Margin(0, in_cells, *kind)) for kind in kinds), key=lambda one: one[0])
        if votes >= max(_FEWEST, 0.6 * len(broken)):
            return best if 2 * _far_beyond(page, best) < votes else Margin()
    return Margin()


def _far_beyond(page: Page, found: Margin) -> int:
    """How many lines are half as long again: a page with many of them holds a list, and is not wrapped."""
    longest = found.width * (1 if found.in_cells else 1.5)
    return sum(line.width > longest and not line.fate for line in page)


def _may_be_wrapped(line: Line, after: Line) -> bool:
    near = not line.fate and not after.fate and not after.gap
    if not near or not NARROWEST <= line.width <= WIDEST:
        return False
    return not shape.finished(line.plain) or (line.indent and not after.indent and shape.ended(after.plain))


def _best(broken: list[tuple[Line, Line]], kind: Margin) -> tuple[int, Margin]:
    """How many lines agree on a margin of this kind, and the margin."""
    allowed = [_allowed(line, after, kind) for line, after in broken]
    clear = [range(low, high + 1) for low, high in allowed if high - low <= _VAGUE * (1 + kind.in_cells)]
    votes = Counter(chain.from_iterable(clear))
    width, count = max(votes.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return count, replace(kind, width=width)


def _gaps(line: Line) -> int:
    """1 for a gap between phrases, which may have been printed: `增二十条公交线 八月起`."""
    return int(line.width == len(line.text) - 1 and bool(_PHRASES.fullmatch(line.text)))


def _allowed(line: Line, after: Line, kind: Margin) -> tuple[int, int]:
    """The narrowest and the widest margin at which this line would break where it does."""
    hanging = _HANGING.search(line.plain[-3:]) if kind.hanging else None
    word = _WORD.match(after.plain)
    over, need = hanging[0] if hanging else "", word[0] if word and kind.whole else "字"
    latin = line.plain[-1].isascii()
    if (latin and need.isascii()) or (latin != need.isascii() and _SET_APART.search(line.text)):
        need = f" {need}"
    size = line.width + kind.indent * line.indent
    if not kind.in_cells:
        return size - len(over), size + len(need) - 1 + _gaps(line)
    size += len(_WIDE.findall(line.plain)) + kind.indent * line.indent
    return size - 2 * len(over) - _CELLS, size + len(need) + len(_WIDE.findall(need)) - 1 + _CELLS


def leaves_one(before: Line, line: Line) -> bool:
    """Whether wrapping left one character of a headline on this line."""
    close = line.number == before.number + 1 and not (line.gap or line.mark or before.mark)
    return close and len(line.plain) == 1 and line.plain.isalpha() and before.width >= NARROWEST
