"""English names with digits in them: C919, PM2.5, 5G."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.scan import Found, one
from zjpub.translate.quantities.units import EN
from zjpub.translate.quantities.values import Reading

_CODE = re.compile(
    r"[A-Za-z]{1,6}-?\d[A-Za-z0-9]*(?:[.\-]\d[A-Za-z0-9]*)*(?![\w])|\d+(?:\.\d+)?[A-Za-z]+\d*(?![A-Za-z0-9])"
)
_NOT_CODE = re.compile(r"\d[\d.]*(?:st|nd|rd|th|s|am|pm|k|m|bn?|mn|mln|bln|tn|trn|x)", re.IGNORECASE)


def code(text: str, place: int) -> Found | None:
    """C919, PM2.5, 5G: names. A number with a unit or a scale (350km, 5bn) is none."""
    found = _CODE.match(text, place)
    if not found or (_NOT_CODE.fullmatch(found[0]) and found[0] not in ("2K", "4K", "8K")):
        return None
    unit = re.fullmatch(r"[\d.,]+([A-Za-z]+)", found[0])
    if (unit and (unit[1] in EN or unit[1].lower() in ("yuan", "rmb"))) or re.match(
        "(?:RMB|CNY|USD|HKD|EUR|GBP|JPY)\\d", found[0]
    ):
        return None
    if re.match("No-?\\d|[a-z]+-\\d", found[0]) or (
        (word := re.match("([A-Za-z]{4,})-?(\\d+)", found[0])) and not word[1].isupper()
    ):
        return None
    digits = re.findall(r"\d+(?:\.\d+)?", found[0])
    key = re.sub(r"[^0-9a-z.]", "", found[0].lower())
    readings = (
        Reading("code", Fraction(digits[0]), key),
        Reading("number", Fraction(digits[0])),
        Reading("ordinal", Fraction(digits[0])),
    )
    return [one(place, found.end(), *readings, soft=key == "covid19")], found.end()
