"""How a model is trained: the numbers, the clock, the rate and the order of the pairs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from training.batches import Corpus, Rows, batches, news_like


@dataclass(frozen=True, slots=True)
class Recipe:
    """`tokens`: English pieces a batch, padding included; `peak`: the highest rate, reached after `warmup` steps;
    `news_from`: the share of the time after which half of what is learnt is like news; `memory`: how much of the
    averaged weights a step leaves in place."""

    minutes: float = 20.0
    tokens: int = 49_152
    peak: float = 1.2e-3
    warmup: int = 1000
    news_from: float = 0.8
    smoothing: float = 0.1
    dropout: float = 0.1
    memory: float = 0.999
    seed: int = 1

    def rate(self, step: int, share: float) -> float:
        """The learning rate: up with the steps, then down with the time to 2 % of the peak."""
        return self.peak * min(1.0, (step + 1) / self.warmup) * max(0.02, 1 - share)


class Clock:
    """The seconds that a run has had, those before a break included."""

    def __init__(self, minutes: float, spent: float = 0.0) -> None:
        self._total = minutes * 60
        self._begin = time.monotonic() - spent
        self._stopped = False

    @property
    def spent(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._begin

    def share(self) -> float:
        """How much of the time is spent, 1 when it is over or somebody stopped the run."""
        return 1.0 if self._stopped else min(1.0, self.spent / self._total)

    def stop(self) -> None:
        """The batch under way is the last."""
        self._stopped = True


def order(corpus: Corpus, recipe: Recipe, clock: Clock, random: np.random.Generator) -> Iterator[Rows]:
    """The batches until the time is over: all pairs, epoch after epoch, then those like news with as many others."""
    while clock.share() < recipe.news_from:
        for rows in batches(corpus, np.arange(len(corpus.news)), recipe.tokens, random):
            if clock.share() >= recipe.news_from:
                break
            yield rows
    while clock.share() < 1:
        for rows in batches(corpus, news_like(corpus, random), recipe.tokens, random):
            if clock.share() >= 1:
                break
            yield rows
