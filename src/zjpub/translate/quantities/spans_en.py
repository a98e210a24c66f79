"""English measures without a figure: half an hour, a year and a half, a kilometer, the past decade, a fortnight."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import ORDINALS
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.units import DIMENSION, EN
from zjpub.translate.quantities.values import Kind, Reading

_NAMES = sorted((name for name in EN if len(name) > 2 or name in ("mu", "li")), key=len, reverse=True)
_UNIT = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in _NAMES)
_SYMBOLS = {name.lower(): symbol for name, symbol in EN.items()}
_OR_TWO = re.compile(rf"(?:an?|one|the) ({_UNIT}) or two\b", re.IGNORECASE)
_COUPLE = re.compile(rf"couple of (?!decade|centur|millenni)({_UNIT})\b", re.IGNORECASE)
_SIZED = re.compile(rf"(?!second|minute)({_UNIT})-(?:scale|class|level)\b", re.IGNORECASE)
_HALF_OF = re.compile(
    rf"(half(?: of)?(?: an?|-an?)?|a quarter of an?|three quarters of an?)[ -]({_UNIT})\b", re.IGNORECASE
)
_THING = "|".join(
    re.escape(name)
    for name in _NAMES
    if DIMENSION[EN[name]][0] in ("length", "area", "volume", "mass") and not name.endswith("s")
)
_A = re.compile(
    rf"(?:an?|one|1|per|each|every|past|last(?! mile)|coming|next|previous)[ -]({_UNIT})"
    rf"(?: and (a half|a quarter|three quarters|half))?\b(?!-)|(?<=the )first ({_THING})\b",
    re.IGNORECASE,
)
_PARTS = {
    "a half": Fraction(1, 2), "half": Fraction(1, 2), "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4),
}  # fmt: skip


def _symbol(name: str) -> str:
    return _SYMBOLS[name.lower().replace("-", " ")]


def _or_two(text: str, place: int) -> Found | None:
    """a year or two."""
    if not (found := _OR_TWO.match(text, place)):
        return None
    single, double = (Reading("number", Fraction(value), _symbol(found[1])) for value in (1, 2))
    return [one(place, found.end(), single, soft=True), one(place, found.end(), double)], found.end()


def _half_of(text: str, place: int) -> Found | None:
    """half an hour."""
    if not (found := _HALF_OF.match(text, place)):
        return None
    share = Fraction({"h": 2, "a": 1, "t": 3}[found[1][0].lower()], 4)
    return [one(place, found.end(), Reading("number", share, _symbol(found[2])))], found.end()


def _couple(text: str, place: int) -> Found | None:
    """the past couple of years; a gigawatt-scale park."""
    if found := _COUPLE.match(text, place):
        value, soft = Fraction(2), True
    elif found := _SIZED.match(text, place):
        value, soft = Fraction(1), text[place - 1 : place] == "-"
    else:
        return None
    return [one(place, found.end(), Reading("number", value, _symbol(found[1])), soft=soft)], found.end()


_EVERY_NTH = re.compile(
    rf"every ({'|'.join(word for word in ORDINALS if ORDINALS[word] > 1)}|\d+(?:nd|rd|th)) ({_UNIT})\b", re.IGNORECASE
)


def _every_nth(text: str, place: int) -> Found | None:
    """every third day."""
    if not (found := _EVERY_NTH.match(text, place)):
        return None
    value = Fraction(ORDINALS.get(found[1].lower()) or re.sub(r"\D", "", found[1]))
    return [
        one(place, found.end(), Reading("number", value, _symbol(found[2])), Reading("ordinal", value))
    ], found.end()


def _a(text: str, place: int) -> Found | None:
    """a kilometer, a year and a half."""
    found = _A.match(text, place)
    if not found or (name := found[1] or found[3]).lower() in ("second", "degree"):
        return None
    value = Fraction(1) + (_PARTS[found[2].lower()] if found[2] else 0)
    return [one(place, found.end(), Reading("number", value, _symbol(name)), soft=value == 1)], found.end()


_FORTNIGHT = re.compile(r"fortnights?\b", re.IGNORECASE)
_AGE = re.compile(r"(decade|centur(?:y|ies)|millenni(?:um|a))(s?)\b", re.IGNORECASE)


def _age(text: str, place: int) -> Found | None:
    """the past decade, centuries, a fortnight."""
    if found := _FORTNIGHT.match(text, place):
        return [one(place, found.end(), Reading("number", Fraction(2), "week"), soft=True)], found.end()
    if not (found := _AGE.match(text, place)):
        return None
    several = bool(found[2]) or found[1].lower() in ("centuries", "millennia")
    years = Fraction({"d": 10, "c": 100, "m": 1000}[found[1][0].lower()])
    kind: Kind = "vague" if several else "number"
    return [one(place, found.end(), Reading(kind, years, "" if several else "year"), soft=True)], found.end()


_ANNIVERSARY = re.compile(r"(sesqui|bi|ter|tri|quadri|quin)?(?:cen(tenary|tennial))s?\b", re.IGNORECASE)
_CENTURIES = {"": 2, "sesqui": 3, "bi": 4, "ter": 6, "tri": 6, "quadri": 8, "quin": 10}
"""In halves."""


def _anniversary(text: str, place: int) -> Found | None:
    """the centenary, the bicentennial."""
    if not (found := _ANNIVERSARY.match(text, place)):
        return None
    years = Fraction(50 * _CENTURIES[(found[1] or "").lower()])
    return [one(place, found.end(), Reading("number", years, "year"), Reading("ordinal", years))], found.end()


_EVERY = re.compile(r"(?:(annual|year)|(month)|(week)|(dai)|(hour))ly\b|(annual)\b", re.IGNORECASE)
_EVERY_UNITS = ("year", "month", "week", "day", "hour", "year")


def _every(text: str, place: int) -> Found | None:
    """annually, monthly, daily: per year, month, day."""
    if not (found := _EVERY.match(text, place)):
        return None
    unit = _EVERY_UNITS[(found.lastindex or 1) - 1]
    return [one(place, found.end(), Reading("number", Fraction(1), unit), soft=True)], found.end()


RULES: tuple[Rule, ...] = (_couple, _or_two, _half_of, _every_nth, _a, _age, _anniversary, _every)
