"""Whether one piece of text reads on in another: the judge between a paragraph that was broken and one cut off.

The score is the logarithm of how much likelier the second piece is as the first one's continuation than as a sentence
of its own: above 0 it reads on. It comes from two tables counted over a million sentences, by
`tests/clean/make_junctions.py`: pairs of characters, and weights of longer snippets around the break. On news
that neither table has seen it is right 83 to 85 times in 100 by itself; `flow` adds what the page shows.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zlib import crc32

SLOTS = 1 << 18
SCALE = 16
PAIRS = 0.35
"""The weight of the pair counts beside that of the snippets."""

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


def score(before: str, after: str) -> float:
    """How much likelier (natural logarithm) `after` goes on with `before` than opens a sentence."""
    last = simplify(fold("".join(before[-8:].split())))
    head = simplify(fold("".join(after[:10].split())))
    if not last or not head:
        return 0.0
    found = _weights()
    steps = sum(byte - 256 if byte > 127 else byte for byte in (found[slot] for slot in snippets(last, head)))
    return PAIRS * pair_score(last, head) + steps / SCALE


def simplify(text: str) -> str:
    """The text, character by character, in simplified characters."""
    return text.translate(_table().simplified) if _traditional().search(text) else text


def fold(text: str) -> str:
    """Digits alike, letters alike, punctuation full-width: what the tables are over."""
    return _LETTER.sub("a", _DIGIT.sub("0", text)).translate(_FULL)


def pair_score(before: str, after: str) -> float:
    """The part of the score that the pairs of characters at the break give; both texts folded and not empty."""
    table = _table()
    last, head = before[-1], after[:2]
    total = table.before.get(last, _UNKNOWN_BEFORE) + table.inside.get(head[0], 0.0)
    total += table.follow.get(last + head[0], 0.0)
    if len(head) > 1:
        total += table.unopened.get(head[0], 0.0) - table.opening.get(head, 0.0)
    return total


def snippets(before: str, after: str) -> list[int]:
    """The slots of the snippets around a break; both texts folded."""
    ends = before[-1:], before[-2:], before[-3:]
    heads = after[:1], after[:2], after[:3], after[:4]
    named = [f"a{ends[0]}|{heads[0]}", f"b{ends[1]}|{heads[0]}", f"c{ends[0]}|{heads[1]}", f"d{ends[1]}|{heads[1]}"]
    named += [f"{kind}{head}" for kind, head in zip("efgh", heads, strict=True)]
    named += [f"m{ends[2]}|{heads[0]}", f"n{ends[2]}|{heads[1]}"]
    return [crc32(name.encode()) & (SLOTS - 1) for name in named]


@cache
def _traditional() -> re.Pattern[str]:
    """Looking for a character to change is much quicker than asking of each whether it changes."""
    return re.compile(f"[{''.join(map(chr, _table().simplified))}]")


@cache
def _weights() -> bytes:
    return gzip.decompress((files("zjpub.clean") / "junctions.bin.gz").read_bytes())


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
                found.update(dict.fromkeys([char + other for other in level[1:]], int(level[0]) + 0.5))
    return table
