"""What a run says of itself while it goes on: the loss on pairs that it never learns, and BLEU on a development set."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sacrebleu
import sentencepiece
import torch
from torch import Tensor

from training.batches import batches
from training.data import Pairs
from training.model import Transformer
from training.recipe import Clock
from training.shape import BOS, EOS, PAD

_SENTENCES = 300
_BATCH = 100
_LONGEST = 120


class Tally:
    """The loss and the speed of some steps; losses stay on the device until told, since to read one halts it."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._since = clock, clock.spent
        self._losses: list[Tensor] = []
        self._pairs = 0

    def add(self, loss: Tensor, pairs: int) -> None:
        """One step's loss, in nats a piece, and how many pairs were in it."""
        self._losses.append(loss)
        self._pairs += pairs

    def told(self) -> dict[str, object]:
        """The means since the beginning. Raises SystemExit where the loss is no number any more."""
        mean = float(torch.stack(self._losses).mean())
        if not math.isfinite(mean):
            raise SystemExit("the loss is no number any more: begin anew with a lower --peak")
        return {"loss": round(mean, 4), "pairs_a_second": round(self._pairs / (self._clock.spent - self._since))}


def loss(model: Transformer, pairs: Pairs) -> float:
    """The mean cross-entropy, in nats a piece."""
    total = count = 0.0
    for rows in batches(pairs.corpus, np.arange(len(pairs.corpus.news)), 8192, np.random.default_rng(0)):
        pieces = float((pairs.corpus.target[rows] + 1).sum())
        total += float(model(*pairs.tensors(rows))) * pieces
        count += pieces
    return total / count


def bleu(model: Transformer, folder: Path, device: str) -> tuple[float, str]:
    """BLEU of the first sentences of the development set, greedily translated, and the first of them to be read."""
    chinese, english = (
        (folder / f"flores-dev.{lang}").read_text(encoding="utf-8").splitlines()[:_SENTENCES] for lang in ("zh", "en")
    )
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sp.model"))
    said: list[str] = []
    for start in range(0, len(chinese), _BATCH):
        said += pieces.decode(greedy(model, pieces.encode(chinese[start : start + _BATCH]), device))
    return sacrebleu.corpus_bleu(said, [english]).score, said[0]


def greedy(model: Transformer, lines: Sequence[Sequence[int]], device: str) -> list[list[int]]:
    """The likeliest English piece after piece, for lines of Chinese pieces."""
    width = max(map(len, lines)) + 1
    filled = [[*line, EOS, *[PAD] * (width - len(line) - 1)] for line in lines]
    encoded, mask = model.encode(torch.tensor(filled, device=device))
    said = torch.full((len(lines), 1), BOS, device=device)
    for _ in range(_LONGEST):
        following = model.logits(model.decode(said, encoded, mask)[:, -1]).argmax(-1)
        said = torch.cat([said, following.masked_fill((said == EOS).any(dim=1), EOS)[:, None]], dim=1)
        if bool((said[:, -1] == EOS).all()):
            break
    return [[piece for piece in row if piece not in (PAD, BOS, EOS)] for row in said.tolist()]
