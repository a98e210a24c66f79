"""The packed pairs, wholly on the device.

A folder of data, as `pack.py` makes it, holds for the splits `train` and `valid` the files `SPLIT.src.npz` and
`SPLIT.tgt.npz` (uint16 arrays: `lens`, pieces a sentence, and `flat`, all pieces in a row) and `SPLIT.news.npy` (1
where a pair is like news); the SentencePiece model `sp.model`; and a development set `flores-dev.zh`, `flores-dev.en`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.batches import Corpus, Rows, widths
from training.shape import BOS, EOS, PAD


@dataclass(frozen=True, slots=True)
class Side:
    """One language: all pieces in a row, and where each sentence starts and ends in it."""

    pieces: Tensor
    starts: Tensor
    ends: Tensor

    def taken(self, rows: Tensor, width: int) -> Tensor:
        """The pieces of these rows, (rows, width), each with EOS at its end and PAD after that."""
        places = self.starts[rows, None] + torch.arange(width, device=rows.device)
        ends = self.ends[rows, None]
        found = self.pieces[places.clamp(max=len(self.pieces) - 1)].long()
        return torch.where(places < ends, found, torch.where(places == ends, EOS, PAD))


@dataclass(frozen=True, slots=True)
class Pairs:
    """A split, both languages in the same order."""

    corpus: Corpus
    source: Side
    target: Side

    def tensors(self, rows: Rows) -> tuple[Tensor, Tensor, Tensor]:
        """A batch: the Chinese, the English that is given (from BOS on), the English that is wanted (to EOS)."""
        index = torch.from_numpy(rows).to(self.source.pieces.device)
        source = self.source.taken(index, int(widths(self.corpus.source[rows]).max()))
        wanted = self.target.taken(index, int(widths(self.corpus.target[rows]).max()))
        given = torch.cat([torch.full_like(wanted[:, :1], BOS), wanted[:, :-1]], dim=1)
        return source, given.masked_fill(given == EOS, PAD), wanted


def read(folder: Path, split: str, device: str) -> Pairs:
    """One split of a folder of data, put on a device."""
    (source, chinese), (target, english) = (_side(folder / f"{split}.{side}.npz", device) for side in ("src", "tgt"))
    return Pairs(Corpus(source, target, np.load(folder / f"{split}.news.npy").astype(bool)), chinese, english)


def _side(file: Path, device: str) -> tuple[NDArray[np.int64], Side]:
    with np.load(file) as arrays:
        lengths = arrays["lens"].astype(np.int64)
        pieces = arrays["flat"].astype(np.int32)
    ends = np.cumsum(lengths)
    return lengths, Side(*(torch.from_numpy(array).to(device) for array in (pieces, ends - lengths, ends)))
