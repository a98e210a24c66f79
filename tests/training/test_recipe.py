"""What is learnt when: batches within their budget, news in the last part, a clock that can be stopped and goes on."""

from __future__ import annotations

import numpy as np
import pytest

from training import recipe as recipes
from training.batches import Corpus, batches, news_like, widths
from training.recipe import Clock, Recipe, order


@pytest.fixture
def corpus() -> Corpus:
    random = np.random.default_rng(2)
    target = random.integers(1, 120, 3000)
    return Corpus(np.maximum(1, target - random.integers(0, 20, 3000)), target, random.random(3000) < 0.1)


def test_batches_hold_every_row_once_and_keep_the_budget(corpus: Corpus) -> None:
    found = batches(corpus, np.arange(3000), 2048, np.random.default_rng(1))
    assert sorted(np.concatenate(found).tolist()) == list(range(3000))
    filled = [len(rows) * int(widths(corpus.target[rows]).max()) for rows in found]
    assert max(filled) <= 2048
    assert sum(filled) < 1.25 * int((corpus.target + 1).sum())
    assert [rows.tolist() for rows in found] != sorted(rows.tolist() for rows in found)


def test_a_sentence_longer_than_the_budget_is_learnt_alone(corpus: Corpus) -> None:
    found = batches(corpus, np.arange(3000), 8, np.random.default_rng(1))
    assert {len(rows) for rows in found} == {1}


def test_half_of_the_last_part_is_like_news(corpus: Corpus) -> None:
    rows = news_like(corpus, np.random.default_rng(1))
    assert corpus.news[rows].mean() == 0.5
    assert corpus.news[rows].sum() == corpus.news.sum()
    assert len(set(rows.tolist())) == len(rows)


class Ticks:
    """A clock that a second passes on at every look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_a_run_ends_in_time_with_news_last(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes.time, "monotonic", Ticks())
    recipe = Recipe(minutes=10, tokens=2048)
    shares = [
        corpus.news[rows].mean() for rows in order(corpus, recipe, Clock(recipe.minutes), np.random.default_rng(1))
    ]
    assert 580 <= len(shares) <= 600
    assert np.mean(shares[:470]) < 0.15
    assert np.mean(shares[490:]) > 0.4


def test_a_stopped_clock_ends_the_run_and_remembers_its_true_time(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipes.time, "monotonic", Ticks())
    clock = Clock(10, spent=100)
    clock.stop()
    assert clock.share() == 1
    assert not list(order(corpus, Recipe(), clock, np.random.default_rng(1)))
    assert 100 <= clock.spent < 105


def test_the_rate_rises_with_the_steps_and_falls_with_the_time() -> None:
    recipe = Recipe(peak=1e-3, warmup=100)
    assert recipe.rate(0, 0.0) == pytest.approx(1e-5)
    assert recipe.rate(99, 0.0) == pytest.approx(1e-3)
    assert recipe.rate(5000, 0.5) == pytest.approx(5e-4)
    assert recipe.rate(5000, 1.0) == pytest.approx(2e-5)
