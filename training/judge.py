"""What a run says of itself while it goes on: the loss on pairs that it never learns, and BLEU on a development set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sacrebleu
import sentencepiece
import torch

from training.batches import batches
from training.data import Pairs
from training.model import Transformer
from training.shape import BOS, EOS, PAD

_SENTENCES = 300
_BATCH = 100
_LONGEST = 120


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
