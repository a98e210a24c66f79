"""Makes `src/zjpub/clean/junctions.tsv.gz` from a file of Chinese sentences, one a line.

    python tests/clean/make_junctions.py sentences.txt src/zjpub/clean/junctions.tsv.gz

The table that ships was counted over the Chinese side of the starter model's training data (1.0 million sentences of
news, economy and everyday talk); it holds counts of pairs of characters only, no text.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import opencc

from zjpub.clean.junction import fold

LEAST_PAIR, LEAST_START, CHARACTERS = 12, 4, 4500


def _levels(pairs: Iterable[tuple[str, float]]) -> dict[str, str]:
    """`{first character: "1企业 3…"}`: the second characters, grouped by strength in nats."""
    grouped: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pair, strength in pairs:
        if strength >= 1:
            grouped[pair[0]][min(int(strength), 9)].append(pair[1])
    return {
        first: " ".join(f"{level}{''.join(sorted(seconds))}" for level, seconds in sorted(levels.items()))
        for first, levels in grouped.items()
    }


def table(sentences: Iterable[str]) -> str:
    """The table's text: for each character its constants, what follows it, what opens with it."""
    pairs: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    start_pairs: Counter[str] = Counter()
    for sentence in map(fold, sentences):
        starts[sentence[0]] += 1
        start_pairs[sentence[:2]] += 1
        pairs.update(map("".join, pairwise(sentence)))
    firsts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for pair, count in pairs.items():
        firsts[pair[0]] += count
        seconds[pair[1]] += count
    total, openings = firsts.total(), starts.total()

    def alone(char: str) -> float:
        return (seconds[char] + 1) / (total + 5000)

    def after(pair: str) -> float:
        return (pairs[pair] + 15 * alone(pair[1])) / (firsts[pair[0]] + 15)

    known = {char for char, count in firsts.most_common(CHARACTERS) if count >= 15}
    kept = [pair for pair in pairs if set(pair) <= known]
    follow = _levels((p, math.log1p(pairs[p] / (15 * alone(p[1])))) for p in kept if pairs[p] >= LEAST_PAIR)
    opening = _levels((p, math.log1p(start_pairs[p] / (10 * after(p)))) for p in kept if start_pairs[p] >= LEAST_START)
    rows = []
    for char in sorted(known):
        before = math.log(15 / (firsts[char] + 15))
        inside = math.log(alone(char)) - math.log((starts[char] + 0.3) / (openings + 2000))
        unopened = math.log((starts[char] + 10) / 10)
        rows.append(
            f"{char}\t{before:.1f}\t{inside:.1f}\t{unopened:.1f}\t{follow.get(char, '')}\t{opening.get(char, '')}\n"
        )
    return "".join(rows + _aliases())


def _aliases() -> list[str]:
    """Traditional characters and the Simplified ones whose counts they share."""
    convert = opencc.OpenCC("t2s").convert
    return [f"{char}\t{convert(char)}\n" for char in map(chr, range(0x4E00, 0xA000)) if convert(char) != char]


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        made = table(line.strip() for line in lines if len(line) > 8)
    Path(sys.argv[2]).write_bytes(gzip.compress(made.encode("utf-8"), 9, mtime=0))
