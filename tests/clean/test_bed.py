"""The test bed: articles of many kinds at three degrees of mess must come out as well as they ever did."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from bed.mess import make
from bed.run import all_scores, summary
from bed.truth import all_articles

from zjpub.clean import caption_parts
from zjpub.clean.credits_of_photos import STYLES

FLOORS = tomllib.loads((Path(__file__).parent / "bed" / "floors.toml").read_text(encoding="utf-8"))
SEEDS = 2


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return summary(all_scores(SEEDS))


@pytest.mark.parametrize("figure", FLOORS)
def test_figure_is_not_under_its_floor(figure: str, figures: dict[str, float]) -> None:
    assert figures[figure] >= FLOORS[figure]


def test_every_figure_has_a_floor(figures: dict[str, float]) -> None:
    assert set(FLOORS) == set(figures)


def test_bed_holds_twenty_articles_and_repeats_itself() -> None:
    articles = all_articles()
    assert len(articles) >= 20
    assert make(articles[0], 3, 1) == make(articles[0], 3, 1)


@pytest.mark.parametrize("example", [style.example for style in STYLES])
def test_style_of_credit_reads_its_example(example: str) -> None:
    parts = caption_parts.parse(example)
    assert parts
    assert parts.credit in {"张三", "郑州博物馆", "人民视觉"}
    assert parts.text in {"", "收割机在作业"}
