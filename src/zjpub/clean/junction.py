"""Whether one piece of text reads on in another: the judge between a paragraph that was broken and one that was cut off.

`junctions.tsv.gz` holds how often one character follows another, and how often it opens a sentence, counted over a
million sentences (`tests/clean/make_junctions.py`). The score is the logarithm of how much likelier the second piece is as
the first one's continuation than as a sentence of its own: above 0 it reads on.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_DIGIT, _LETTER = re.compile(r"[0-9]"), re.compile(r"[A-Za-z]")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_UNKNOWN_BEFORE = -1.0


@dataclass(frozen=True, slots=True)
class _Table:
    before: dict[str, float]
    inside: dict[str, float]
    unopened: dict[str, float]
    follow: dict[str, float]
    opening: dict[str, float]
    simplified: dict[int, str]


def fold(text: str) -> str:
    """Digits alike, letters alike, punctuation full-width: what the counts are over."""
    return _LETTER.sub("a", _DIGIT.sub("0", text)).translate(_FULL)


@cache
def _table() -> _Table:
    table = _Table({}, {}, {}, {}, {}, {})
    packed = (files("zjpub.clean") / "junctions.tsv.gz").read_bytes()
    for row in gzip.decompress(packed).decode("utf-8").splitlines():
        char, *cells = row.split("\t")
        if len(cells) == 1:
            table.simplified[ord(char)] = cells[0]
            continue
        table.before[char], table.inside[char], table.unopened[char] = map(float, cells[:3])
        for found, pairs in ((table.follow, cells[3]), (table.opening, cells[4])):
            for level in filter(None, pairs.split(" ")):
                found.update((char + other, int(level[0]) + 0.5) for other in level[1:])
    return table


def score(before: str, after: str) -> float:
    """How much likelier (natural logarithm) `after` goes on with `before` than opens a sentence."""
    table = _table()
    last = fold(before.strip()[-1:]).translate(table.simplified)
    head = fold(after.strip()[:2]).translate(table.simplified)
    if not last or not head:
        return 0.0
    total = (
        table.before.get(last, _UNKNOWN_BEFORE) + table.inside.get(head[0], 0.0) + table.follow.get(last + head[0], 0.0)
    )
    if len(head) > 1:
        total += table.unopened.get(head[0], 0.0) - table.opening.get(head, 0.0)
    return total
