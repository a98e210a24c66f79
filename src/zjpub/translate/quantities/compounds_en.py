"""English measures in two units: five feet ten inches, 1 zhang 6 chi, two metres and thirty centimetres."""

from __future__ import annotations

import re

from zjpub.translate.quantities.numbers_en import number
from zjpub.translate.quantities.scan import Found
from zjpub.translate.quantities.units import DIMENSION
from zjpub.translate.quantities.values import Quantity, Reading

_LIKELY = re.compile(
    r"[\w.-]+(?:[ -]\w+)?[ -](?:zhang|chi|f(?:ee|oo)?t|jin|catt(?:y|ies)|lbs?|pounds?|(?:kilo|centi)?met(?:re|er)s?"
    r"|k?m|kilo(?:gram)?s?)"
    r"(?P<join>,? (?:and )?)\w",
    re.IGNORECASE,
)


def compound(text: str, place: int) -> Found | None:
    """The sum of two measures of one sort, the smaller after the larger; or the two apart."""
    likely = _LIKELY.match(text, place)
    first = number(text, place) if likely else None
    if not likely or not first or len(first[0]) != 1 or first[1] != likely.start("join"):
        return None
    second = number(text, likely.end("join"))
    if not second or len(second[0]) != 1:
        return None
    (large,), (small,) = first[0], second[0]
    if large.kind != "number" or small.kind != "number" or not _continues(large, small):
        return None
    share = DIMENSION[small.unit][1] / DIMENSION[large.unit][1]
    whole = Reading("number", large.value + small.value * share, large.unit)
    return [Quantity(place, second[1], "", (whole,), large.approx, parts=(large, small))], second[1]


def _continues(large: Quantity, small: Quantity) -> bool:
    """Whether the second measure is of the same sort and less than one of the first."""
    kind, size = DIMENSION.get(large.unit, ("", 0))
    other, part = DIMENSION.get(small.unit, ("", 0))
    return kind == other and kind in ("length", "mass") and small.value * part < size
