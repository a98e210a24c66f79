"""Makes the two tables of `zjpub.clean.junction` from a file of Chinese sentences, one a line.

    python tests/clean/make_junctions.py sentences.txt src/zjpub/clean

`junctions.tsv.gz` counts which character follows which, and which open a sentence. `junctions.bin.gz` holds the weights
of a logistic regression over longer snippets on either side of a break, trained to tell the second half of a sentence
from the beginning of another. Those that ship were made from the Chinese side of the starter model's training data, 1.0
million sentences of news, economy and everyday talk: counts and weights only, no text. Takes ten minutes.
"""

from __future__ import annotations

import gzip
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import opencc

from zjpub.clean import junction

LEAST_PAIR, LEAST_START, CHARACTERS = 12, 4, 4500
BATCH, RATE, ROUND = 4096, 0.3, 100_000


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
    for sentence in sentences:
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


def _breaks(sentences: Sequence[str], rng: random.Random) -> Iterator[tuple[str, str, int]]:
    """Sentences broken at any place, each with its own second half (1) and with another sentence (0)."""
    for sentence in sentences:
        for _ in range(2 if len(sentence) >= 14 else 0):
            at = rng.randint(6, len(sentence) - 4)
            if sentence[at] in "，。、；：？！”）》." or sentence[at - 1] in "。！？；：":
                continue
            yield sentence[:at], sentence[at:], 1
            yield sentence[:at], rng.choice(sentences), 0


def weights(sentences: list[str], rng: random.Random) -> bytes:
    """One signed byte a slot, by AdaGrad over all breaks; the pair counts are given, the weights learn the rest."""
    slots = np.zeros(junction.SLOTS, np.float32)
    squares = np.ones(junction.SLOTS, np.float32)
    for start in range(0, len(sentences), ROUND):
        breaks = list(_breaks(sentences[start : start + ROUND], rng))
        rng.shuffle(breaks)
        where = np.array([junction.snippets(before, after) for before, after, _ in breaks], dtype=np.int32)
        given = np.array([junction.PAIRS * junction.pair_score(before, after) for before, after, _ in breaks])
        right = np.array([same for *_, same in breaks])
        for at in range(0, len(breaks), BATCH):
            batch = where[at : at + BATCH]
            off = 1 / (1 + np.exp(-(slots[batch].sum(1) + given[at : at + BATCH]))) - right[at : at + BATCH]
            slope = np.bincount(batch.ravel(), np.repeat(off, batch.shape[1]), junction.SLOTS).astype(np.float32)
            squares += slope * slope
            slots -= RATE * slope / np.sqrt(squares)
    return pack(slots)


def pack(slots: np.ndarray) -> bytes:
    """The weights in steps of 1/SCALE; the smallest are nothing, so that the file packs well."""
    steps = np.clip(np.rint(slots * junction.SCALE), -127, 127).astype(np.int8)
    steps[np.abs(steps) <= 2] = 0
    return steps.tobytes()


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        text = [junction.fold("".join(line.split())) for line in lines if len(line) > 8]
    folder = Path(sys.argv[2])
    (folder / "junctions.tsv.gz").write_bytes(gzip.compress(table(text).encode("utf-8"), 9, mtime=0))
    random.Random(0).shuffle(text)
    (folder / "junctions.bin.gz").write_bytes(gzip.compress(weights(text, random.Random(0)), 9, mtime=0))
