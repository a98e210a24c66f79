"""Which pairs are learnt together: those of like lengths, so that little is spent on padding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
_SORTED = 500_000
"""Pairs sorted by length together; fewer would be padded more, more would always meet in the same batches."""
_STEP = 8
"""Widths are multiples of this, as fast attention kernels want."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is known of pairs without reading them: both lengths in pieces, and which are like news."""

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    news: NDArray[np.bool_]


def widths(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """What rows of these lengths are filled up to, their ends included."""
    return (lengths + _STEP) // _STEP * _STEP


def batches(corpus: Corpus, rows: Rows, budget: int, random: np.random.Generator) -> list[Rows]:
    """These rows in batches of like lengths, in random order; `budget`: English pieces a batch, padding included."""
    rows = random.permutation(rows)
    cut = [
        batch
        for start in range(0, len(rows), _SORTED)
        for batch in _cut(corpus, _by_length(corpus, rows[start : start + _SORTED]), budget)
    ]
    return [cut[index] for index in random.permutation(len(cut))]


def _by_length(corpus: Corpus, rows: Rows) -> Rows:
    """Sorted by the width of the English, then by the length of the Chinese; those alike stay in random order."""
    return rows[np.lexsort((corpus.source[rows], widths(corpus.target[rows])))]


def _cut(corpus: Corpus, rows: Rows, budget: int) -> Iterator[Rows]:
    """Consecutive rows, as many as the budget allows; Chinese costs less, having no output layer."""
    dear = np.maximum(widths(corpus.target[rows]), widths(corpus.source[rows]) * 3 // 4)
    start = widest = 0
    for end, width in enumerate(dear.tolist()):
        widest = max(widest, width)
        if (end + 1 - start) * widest > budget and end > start:
            yield rows[start:end]
            start, widest = end, width
    yield rows[start:]


def news_like(corpus: Corpus, random: np.random.Generator) -> Rows:
    """The rows that are like news, and as many others."""
    news, others = np.flatnonzero(corpus.news), np.flatnonzero(~corpus.news)
    return np.concatenate([news, random.choice(others, size=min(len(news), len(others)), replace=False)])
