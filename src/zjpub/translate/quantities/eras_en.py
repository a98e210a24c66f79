"""English years before Christ: 221 BC, the third century BCE, 475–221 B.C."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zjpub.translate.quantities.values import Kind, Quantity, Reading

_AFTER = re.compile(r",? (?:BCE?|B\.C\.(?:E\.)?)(?![A-Za-z])")
_BEFORE = re.compile(r"\b(?:BCE?|B\.C\.) $")
_RANGE = re.compile(r" ?(?:-|to|and|or|through) ?(?:the )?")


def before_christ(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with those that BC marks, and the beginnings of such ranges, as negative years."""
    found = list(quantities)
    for index in range(len(found) - 1, -1, -1):
        following = found[index + 1] if index + 1 < len(found) else None
        joined = following is not None and following.value < 0 and following.kind in ("year", "century")
        if (
            _AFTER.match(text, found[index].end)
            or _BEFORE.search(text[max(0, found[index].start - 5) : found[index].start])
            or (following and joined and _RANGE.fullmatch(text, found[index].end, following.start))
        ):
            found[index] = _negative(found[index])
    return found


def _negative(quantity: Quantity) -> Quantity:
    kind: Kind = "century" if any(r.kind == "century" for r in quantity.readings) else "year"
    value = next((r.value for r in quantity.readings if r.kind in ("year", "number", "century")), quantity.value)
    return replace(quantity, readings=(Reading(kind, -abs(value)),), parts=(), soft=False)
