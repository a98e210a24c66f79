"""What stands around the words of a line and no engine should see: the number of a list item, the bars of a row.

A model that is given `5. 最后10分钟` makes one number of two, and given bars it says bars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zjpub.sentences import CELL

_LABEL = re.compile(
    r"(?:(\d{1,2})(?:[.．]\s*(?!\d)|、\s*(?![\d一二三四五六七八九十百千两几]))|[（(](\d{1,2})[）)]\s*)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A line taken apart. `label`: an item's number as English writes it, with a space, or ""."""

    label: str
    cells: tuple[str, ...]

    def around(self, english: Sequence[str]) -> str:
        """The line again, of its cells in English."""
        return self.label + CELL.join(english)


def apart(zh: str) -> Frame:
    """The parts of a line that are translated each by itself; most lines have no label and are one cell."""
    found = _LABEL.match(zh)
    label, rest = "", zh
    if found:
        label = f"{found[1]}. " if found[1] else f"({found[2]}) "
        rest = zh[found.end() :]
    return Frame(label, tuple(rest.split(CELL)))
