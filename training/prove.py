"""Prove that the package is the model: the same log-probabilities as PyTorch gives, piece by piece.

    python -m training.prove WEIGHTS DATA [LINES]

Both work in float32 on the same weights, so that nothing but a mistake in `export.py` can set them apart; what int8
then costs is shown beside it. The exit status is 1 where they differ by more than 0.01.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray

from training import export
from training import weights as stored
from training.model import Transformer
from training.shape import BOS, EOS, Shape
from training.weights import Weights

TOLERANCE = 0.01
Lines = Sequence[Sequence[int]]
Scores = NDArray[np.float64]


def by_torch(shape: Shape, weights: Weights, source: Lines, target: Lines) -> Scores:
    """The log-probability of every piece of the targets and of their ends, one after the other."""
    model = Transformer(shape).eval()
    model.load_state_dict({name: torch.from_numpy(array) for name, array in weights.items()})
    found = []
    with torch.no_grad():
        for chinese, english in zip(source, target, strict=True):
            stream = model.decode(torch.tensor([[BOS, *english]]), *model.encode(torch.tensor([[*chinese, EOS]])))
            chances = model.logits(stream)[0].log_softmax(-1)
            found.append(chances[torch.arange(len(english) + 1), torch.tensor([*english, EOS])].double().numpy())
    return np.concatenate(found)


def by_package(folder: Path, source: Lines, target: Lines, kind: str) -> Scores:
    """The same, asked of a package."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    texts = [[[pieces.id_to_piece(number) for number in line] for line in lines] for lines in (source, target)]
    model = ctranslate2.Translator(str(folder / "model"), compute_type=kind)
    return np.concatenate([found.log_probs for found in model.score_batch(*texts)]).astype(np.float64)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("lines", type=int, nargs="?", default=50)
    given = parser.parse_args()
    shape, weights = stored.read(given.weights)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given.data / "sp.model"))
    source, target = (
        pieces.encode((given.data / f"flores-dev.{lang}").read_text(encoding="utf-8").splitlines()[: given.lines])
        for lang in ("zh", "en")
    )
    own = by_torch(shape, weights, source, target)
    apart: dict[str, Scores] = {}
    for kind in ("float32", "int8"):
        with tempfile.TemporaryDirectory() as folder:
            export.package(shape, weights, given.data / "sp.model", Path(folder), kind)
            apart[kind] = np.abs(by_package(Path(folder), source, target, kind) - own)
        average, most = apart[kind].mean(), apart[kind].max()
        print(f"{kind:8} {len(own)} pieces: {average:.6f} apart on average, {most:.6f} at most")
    return 0 if apart["float32"].max() <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
