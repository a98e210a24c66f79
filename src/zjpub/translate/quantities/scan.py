"""How both readers go through a text: at each place that may begin a quantity, the first rule that fits reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zjpub.translate.quantities.values import Kind, Quantity, Reading

Found = tuple[list[Quantity], int]
"""The quantities that a rule read, and where it stopped."""
Rule = Callable[[str, int], Found | None]
Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number is of: where its words end, its meanings for a value, and whether it surely counts something."""

    end: int
    read: Callable[[Fraction], Readings]
    strict: bool = True


def simply(kind: Kind, unit: str = "", per: int = 1) -> Callable[[Fraction], Readings]:
    """A measure with one meaning: the value, divided by `per`."""
    return lambda value: (Reading(kind, value / per, unit),)


def one(start: int, end: int, *readings: Reading, soft: bool = False) -> Quantity:
    """A quantity whose words are filled in at the end."""
    return Quantity(start, end, "", readings, soft=soft)


def any_of(names: Mapping[str, str]) -> str:
    """A pattern of all names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def scan(text: str, begin: re.Pattern[str], rules: Sequence[Rule], known: Mapping[int, Found]) -> list[Quantity]:
    """All quantities, in order. `begin`: where one may begin; `known`: what was found before, by its place."""
    found: list[Quantity] = []
    place = 0
    while place < len(text):
        hit = known.get(place)
        if hit is None and begin.match(text, place):
            hit = next(filter(None, (rule(text, place) for rule in rules)), None)
        if hit:
            found += hit[0]
        place = max(place + 1, hit[1] if hit else 0)
    return found
