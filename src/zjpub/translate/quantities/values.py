"""What a quantity is, whichever language it was read from.

Both readers give the same values, so that comparing two sentences is comparing two multisets of numbers. A wording can
mean several things (`增长两倍` is "tripled" and "up 200 percent"): each meaning is a reading, the likeliest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal[
    "number",  # counts and measures; `unit` is a symbol of `units.py` or ""
    "money",  # `unit` is an ISO 4217 code, or "dollar" when the sentence does not say whose
    "percent",  # shares of one: %, 成, 百分之, fractions; the value of 6.8% is 0.068
    "points",  # percentage points, as shares of one
    "price",  # 折: the share of the price that is left to pay
    "discount",  # the share of the price that is taken off
    "multiple",  # N times, N-fold, N倍
    "factor",  # doubled, tripled, 翻番: becomes N times as much
    "ordinal",
    "year",  # of the common era
    "month",  # of the year, 1–12
    "day",  # of the month, 1–31
    "weekday",  # 1 is Monday
    "time",  # of day, in minutes; `unit` is "24h" when morning or afternoon is known, otherwise "12h"
    "decade",  # its first year; under 100 when the century is not said
    "century",
    "vague",  # hundreds of, 几百: the order of magnitude
    "code",  # a model or a name with letters (C919): the digits as a number, `unit` the code itself
]
Approx = Literal["", "about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a quantity's words."""

    kind: Kind
    value: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text: `text[start:end]`.

    `soft`: may be left out without harm (一 as "a", numerals in set phrases). `parts`: what it is made of, where the
    other language may say those instead (3:1, 1小时30分). `figurative`: counts nothing (千方百计): English may say
    such a number in words, but measures nothing with it.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    approx: Approx = ""
    soft: bool = False
    parts: tuple[Quantity, ...] = ()
    figurative: bool = False

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def kind(self) -> Kind:
        return self.readings[0].kind

    @property
    def value(self) -> Fraction:
        return self.readings[0].value

    @property
    def unit(self) -> str:
        return self.readings[0].unit
