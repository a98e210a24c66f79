"""A page: the input's lines with what is known of each so far, so that every page rule is lines in, lines out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from zjpub.clean import characters, markup, paragraph_rules
from zjpub.model import Fate, InputLine, Mark

_BIG5_SLASH = "\u2215"
"""What the slash of Big5 decodes to."""
_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
"""What a web page sets for the common space."""
_NARROWEST, _WIDEST, _FEWEST, _INDENT = 16, 48, 3, 2
"""The margins of wrapped pages, and how many lines of one length show one."""
Turn = Literal["", "onto", "from"]


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank input line.

    `text`: without tags, entities and invisible characters; `plain`: the same with punctuation, widths and spaces set
    right, for rules to look at; `width`: the printed line's length in characters; `gap`: a blank line or a page break
    stands before it; `indent`: it begins like a paragraph; `turned`: a turn mark said that the text goes onto another
    page after it, or comes from one.
    """

    number: int
    text: str
    plain: str
    width: int
    mark: Mark = ""
    gap: bool = False
    indent: bool = False
    turned: Turn = ""
    fate: Fate | None = None
    of: int | None = None
    note: str = ""
    forced: bool = False

    def settled(self, fate: Fate, note: str, of: int | None = None) -> Line:
        """This line with its fate decided."""
        number, text, plain, width, mark = self.number, self.text, self.plain, self.width, self.mark
        return Line(
            number, text, plain, width, mark, self.gap, self.indent, self.turned, fate, of, note, self.forced
        )  # three times as fast as `replace`, and most lines of a page are settled

    def reworded(self, text: str) -> Line:
        """This line with some of its words taken out."""
        return replace(self, text=text, plain=paragraph_rules.view(text))


Page = tuple[Line, ...]


def read(lines: Sequence[InputLine], forced: Mapping[int, Fate]) -> Page:
    """The non-blank lines, each with its characters set right, and the fates that a person decided."""
    page: list[Line] = []
    spread: dict[int, int] = {}
    gap = False
    for line, text in zip(*markup.strip(lines), strict=True):
        if text is None or line.mark == "page":
            gap = True
        if text is not None:
            bare = text.strip()
            if not bare.isprintable():
                bare = bare.translate(_SPACES)
            if characters.is_spread(bare):
                spread[len(page)] = len(bare)
            page.append(_line(line, bare, gap, text[:1].isspace() and _is_indented(text), forced.get(line.number)))
            gap = False
    if spread:
        others = [line for at, line in enumerate(page) if at not in spread]
        (common, _), indent = max(((_commonest(others, indent), indent) for indent in (0, _INDENT)), key=_votes)
        printed = {at: width + indent * page[at].indent for at, width in spread.items()}
        for at in _spread_first(page, printed, common):
            page[at] = replace(page[at], width=common - indent * page[at].indent)
    return tuple(page)


def _votes(found: tuple[tuple[int, int], int]) -> int:
    return found[0][1]


def _spread_first(page: Sequence[Line], spread: Mapping[int, int], common: int) -> Iterator[int]:
    """Where lines with a space after each character are as long as the wrapped ones: each of a row, or none of it."""
    row: list[int] = []
    for at in (*spread, -1):
        if row and (at != row[-1] + 1 or page[at].gap):
            if max(spread[one] for one in row) <= common + 1:
                yield from (one for one in row if spread[one] >= common - 2)
            row = []
        row.append(at)


def _commonest(lines: Sequence[Line], indent: int) -> tuple[int, int]:
    """The length of the wrapped lines, where lines with a space after each character break that were spread first, and
    how many lines are of it; `indent`: how many characters an indent takes."""
    widths = (line.width + indent * line.indent for line in lines)
    counts = Counter(width for width in widths if _NARROWEST <= width <= _WIDEST)
    width, count = max(counts.items(), key=lambda one: one[1], default=(0, 0))
    return (width, count) if count >= _FEWEST else (0, 0)


def _is_indented(text: str) -> bool:
    indents = ("\u3000\u3000", "\xa0\xa0", "    ", "\t", "\u3000 \u3000")
    return text.startswith(indents) or text[:2] == "  " != text[:3].strip()


def _line(line: InputLine, bare: str, gap: bool, indent: bool, fate: Fate | None) -> Line:
    bare = characters.unspread(bare).replace(_BIG5_SLASH, "／")
    plain = paragraph_rules.view(bare)
    made = Line(line.number, bare, plain, characters.printed(bare), line.mark, gap, indent)
    if fate:
        return replace(made, fate=fate, note="decided by a person", forced=True)
    return made if plain else made.settled("boilerplate", "mark-up without words")


def each(rule: Callable[[Line], Line]) -> Callable[[Page], Page]:
    """A page rule from a rule about one undecided line."""
    return lambda page: tuple([line if line.fate else rule(line) for line in page])
