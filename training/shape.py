"""What a model looks like, for the machine that trains it and for the one that exports it: nothing here needs torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PAD, UNK, BOS, EOS = range(4)
"""The first four pieces of the SentencePiece model."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A pre-norm Transformer with one embedding for both languages and for the output.

    `width` of the stream, `inner` of the feed-forward layers; `encoder`, `decoder` in layers; `longest` in positions.
    """

    vocabulary: int
    width: int = 512
    inner: int = 2048
    heads: int = 8
    encoder: int = 8
    decoder: int = 2
    longest: int = 512


def positions(shape: Shape) -> NDArray[np.float32]:
    """The sinusoids added to the embeddings, (longest, width): sines, then cosines."""
    half = shape.width // 2
    slowness = np.exp(np.arange(half) * -(np.log(10_000.0) / (half - 1)))
    angles = np.arange(shape.longest)[:, None] * slowness[None]
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
