"""Train a model for some minutes; where RUN holds a state already, go on from it.

    python -m training.train DATA RUN [--minutes 20]

RUN gets `last.pt`, written every five minutes and at the end, and `log.jsonl`. SIGINT or SIGTERM ends the run after
the step under way, as if its time were over.
"""

from __future__ import annotations

import argparse
import json
import signal
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch

from training import data, judge
from training.data import Pairs
from training.recipe import Clock, Recipe, order
from training.shape import Shape
from training.trainer import Trainer

_TELL = 100
_JUDGE = 2000
_SAVE = 300.0


class Log:
    """Lines of JSON, on the screen and in the run's log; each says the step and the minute."""

    def __init__(self, file: Path, trainer: Trainer, clock: Clock) -> None:
        self._file, self._trainer, self._clock = file, trainer, clock

    def __call__(self, **what: object) -> None:
        said = {"step": self._trainer.step, "minute": round(self._clock.spent / 60, 2)} | what
        line = json.dumps(said, ensure_ascii=False)
        print(line, flush=True)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def train(folder: Path, run: Path, shape: Shape, recipe: Recipe) -> None:
    """Train until the time is over. Raises SystemExit where the loss is no number any more."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    # This kernel makes a plan for every new size of batch, which costs more than it saves.
    torch.backends.cuda.enable_cudnn_sdp(False)
    run.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(shape, recipe, device)
    state = run / "last.pt"
    clock = Clock(recipe.minutes, trainer.load(state) if state.exists() else 0.0)
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: clock.stop())
    log = Log(run / "log.jsonl", trainer, clock)
    pairs, valid = data.read(folder, "train", device), data.read(folder, "valid", device)
    log(**_begun(trainer), pairs=len(pairs.corpus.news))
    _run(trainer, pairs, clock, log, lambda: _judged(trainer, valid, folder), state)
    trainer.save(state, clock.spent)
    log(**_judged(trainer, valid, folder), done=True)


def _begun(trainer: Trainer) -> dict[str, object]:
    """What is trained, how and on what."""
    card = torch.cuda.get_device_name() if trainer.device == "cuda" else trainer.device
    size = sum(weight.numel() for weight in trainer.weights)
    shape, recipe = asdict(trainer.model.shape), asdict(trainer.recipe)
    return {"device": card, "torch": torch.__version__, "parameters": size, "shape": shape, "recipe": recipe}


def _run(trainer: Trainer, pairs: Pairs, clock: Clock, log: Log, judged: Any, state: Path) -> None:
    """All steps, with a word now and then."""
    random = np.random.default_rng(trainer.recipe.seed + trainer.step)
    tally, saved = judge.Tally(clock), clock.spent
    for rows in order(pairs.corpus, trainer.recipe, clock, random):
        tally.add(trainer.learn(pairs, rows, clock.share()), len(rows))
        if trainer.step % _TELL == 0:
            log(share=round(clock.share(), 3), **tally.told())
            tally = judge.Tally(clock)
        if trainer.step % _JUDGE == 0:
            log(**judged())
        if clock.spent - saved > _SAVE:
            trainer.save(state, clock.spent)
            saved = clock.spent


def _judged(trainer: Trainer, valid: Pairs, folder: Path) -> dict[str, object]:
    with trainer.averaged() as model:
        score, said = judge.bleu(model, folder, trainer.device)
        return {"valid": round(judge.loss(model, valid), 4), "bleu": round(score, 2), "said": said}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    for field in (*fields(Recipe), *fields(Shape)[1:]):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    return parser.parse_args()


def main() -> None:
    """The command line: every number of the recipe and of the shape is an option."""
    given = vars(_arguments())
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given["data"] / "sp.model")).get_piece_size()
    shape = Shape(pieces, **{field.name: given[field.name] for field in fields(Shape)[1:]})
    recipe = Recipe(**{field.name: given[field.name] for field in fields(Recipe)})
    train(given["data"], given["run"], shape, recipe)


if __name__ == "__main__":
    main()
