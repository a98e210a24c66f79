"""English measures in two units: five feet ten inches, 1 zhang 6 chi, 142 dollars and 62 cents."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numbers_en import number
from zjpub.translate.quantities.scan import Found
from zjpub.translate.quantities.units import DIMENSION
from zjpub.translate.quantities.values import Quantity, Reading

_LIKELY = re.compile(
    r"[\w.-]+(?:[ -]\w+)?[ -](?:zhang|chi|f(?:ee|oo)?t|jin|catt(?:y|ies)|lbs?|pounds?|(?:kilo|centi)?met(?:re|er)s?"
    r"|k?m|kilo(?:gram)?s?|yuan|dollars?|euros?)"
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
    more = _more(large, small)
    if not 0 < more < 1:
        return None
    whole = Reading(large.kind, large.value + more, large.unit)
    return [Quantity(place, second[1], "", (whole,), large.approx, parts=(large, small))], second[1]


def _more(large: Quantity, small: Quantity) -> Fraction:
    """What the second measure adds to the first, in its unit; 0 where they are of different sorts."""
    if large.kind == small.kind == "money":
        return small.value / 100 if small.unit == "cent" else small.value * (small.unit == large.unit)
    kind, size = DIMENSION.get(large.unit, ("", Fraction(1)))
    other, part = DIMENSION.get(small.unit, ("", Fraction(0)))
    alike = large.kind == small.kind == "number" and kind == other and kind in ("length", "mass")
    return small.value * part / size if alike else Fraction(0)
