"""An amount as both languages write it: money sign, sign, figures, scale, unit; and from one such end to another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from zjpub.narrate.reading.money import MONEY
from zjpub.narrate.reading.units import PER, alternatives

CURRENCY = alternatives(MONEY)
PER_UNIT = rf"(?:{alternatives(PER)})"
_CODES = alternatives(code for code in MONEY if code.isalpha())
_NUMBER = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?"
_TO = r"(?: ?(?:——?|[–~]) ?|-(?! )| - )"
_FIELDS = ("cur", "sign", "num", "size", "unit")


def figures(n: int, signs: str) -> str:
    """The start of end `n`: `$`, a sign, a number."""
    return rf"(?:(?P<cur{n}>(?<![A-Za-z])(?:{CURRENCY})) ?)?(?P<sign{n}>[{signs}]?)(?P<num{n}>{_NUMBER})"


def pattern(end: Callable[[int], str], by: str = "") -> str:
    """One end, or two with a dash or `by` between them, and perhaps a code of money after them."""
    return (
        rf"(?<!\d)(?<!\d\.){end(1)}(?:(?P<by>{_TO}{by})(?=[-+$¥€£\dA-Z]){end(2)})?"
        rf"(?P<code> ?(?:{_CODES})(?![A-Za-z]))?"
    )


@dataclass(frozen=True, slots=True)
class End:
    """One end of an amount as it was written."""

    money: str
    sign: str
    figures: str
    size: str
    unit: str

    @classmethod
    def of(cls, match: re.Match[str], n: int) -> Self:
        return cls(*((match[f"{field}{n}"] or "").strip() for field in _FIELDS))
