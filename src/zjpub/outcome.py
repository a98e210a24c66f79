"""How a build ended, for each article and for all: outcome types, not flags and None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Built:
    """An article that stands in the output: made now, or (`fresh`) still as it was built before."""

    path: Path
    slug: str
    fresh: bool
    summary: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """An article that could not be built, and why; what was built of it before still stands."""

    path: Path
    error: Exception


Outcome = Built | Failed


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build asked of its engines, in lines; what came from the store or from a person cost nothing. A sentence
    whose translation fails a check is asked for more than once, in other words."""

    translated: int
    spoken: int

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.translated + other.translated, self.spoken + other.spoken)

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.translated - other.translated, self.spoken - other.spoken)


@dataclass(frozen=True, slots=True)
class Stray:
    """A file in content/ that no article is made of, and why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. `pruned`: slugs whose article is gone, removed from the output; `strays`: files that
    its owner may believe to be heeded."""

    outcomes: tuple[Outcome, ...]
    pruned: tuple[str, ...]
    cost: Cost
    folder: Path
    strays: tuple[Stray, ...] = ()

    @property
    def built(self) -> tuple[Built, ...]:
        """The articles that stand in the output."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Built))

    @property
    def failed(self) -> tuple[Failed, ...]:
        """Those that could not be built."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Failed))

    @property
    def errors(self) -> int:
        """How many findings of level error the built ones have."""
        return sum(finding[1] == "error" for outcome in self.built for finding in outcome.summary["findings"])
