"""English shares: two thirds, a quarter, half, 1/4, three in 100,000."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import NUMBER, PARTS, WORDS, number
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Quantity, Reading

_PART = "|".join(sorted((part for part in PARTS if part != "half"), key=len, reverse=True))
_FRACTION = re.compile(
    rf"((?:an?|another|one|{'|'.join(word for word in WORDS if 1 < WORDS[word] < 100)}|\d+)"
    r"(?: and (?:an?|one|two|three|four))?)[ -](?:one-)?"
    r"(?:(hundred|ten|thousand|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])?"
    rf"({_PART})\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile("(?<!quarter)-(?!of|century|mile|inch|million|billion|percent|point|share)[a-z]")
"""After "a third": a third-term president, no share."""
_SLASH = re.compile(r"(\d+)/(\d+)(?![/\d])")
_BARE_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_IN = re.compile(r" (?:(?:in|out of|parts? per|per|part in)(?: every)?|[a-z]+ (?:in|out of) every) ", re.IGNORECASE)


def _fraction(text: str, place: int) -> Found | None:
    """two thirds, a quarter, 1/4, three in 100,000."""
    if found := _SLASH.match(text, place):
        if not int(found[2]):
            return None
        share = Fraction(int(found[1]), int(found[2]))
        parts = tuple(one(*found.span(group), Reading("number", Fraction(found[group]))) for group in (1, 2))
        return [
            Quantity(place, found.end(), "", (Reading("percent", share), Reading("number", share)), parts=parts)
        ], found.end()
    if found := _FRACTION.match(text, place):
        if re.match(
            r"[ -](?:time|party|person|-?place|generation|day|year|quarter|floor|grade)",
            text[found.end() : found.end() + 40],
        ) and found[1].lower() in ("a", "an", "one"):
            return None
        if found[1].lower() in ("a", "an") and _COMPOUND.match(text, found.end()):
            return None
        whole, _, upper = found[1].lower().rpartition(" and ")
        if (upper in ("a", "an", "another", "one", "1")) == found[3].lower().endswith("s"):
            return None
        top = Fraction(1) if upper in ("a", "an", "another") else number(upper) or Fraction(1)
        below = PARTS[found[3].lower()] * {"hundred": 100, "ten": 10, "thousand": 1000}.get((found[2] or "").lower(), 1)
        if (found[2] or "").lower() in WORDS and found[2].lower() != "ten":
            below += WORDS[found[2].lower()]
        if found[3].lower() in ("quarters", "quarter") and re.search(
            r"(?:first|last|past|consecutive|previous|next|recent|straight|successive) $",
            text[max(0, place - 40) : place],
        ):
            return None
        if below >= 10**6 and (upper.isdigit() or upper in WORDS) and not text.startswith(" of", found.end()):
            return None
        share = top / below + (number(whole) or 0 if whole else 0)
        readings = [Reading("percent", share), Reading("number", share)]
        if found[3].lower() == "quarters" and " and " not in found[0]:
            readings.append(Reading("number", top, "quarter"))
        if found[1].lower() == "a" and not found[3].endswith("s") and not text.startswith(" of", found.end()):
            readings.append(Reading("ordinal", Fraction(below)))
        return [one(place, found.end(), *readings)], found.end()
    return None


def _one_in(text: str, place: int) -> Found | None:
    first = NUMBER.match(text, place)
    if not first or not (joint := _IN.match(text, first.end())):
        return None
    second = NUMBER.match(text, joint.end()) or _BARE_SCALE.match(text, joint.end())
    top, below = number(first[0]), number(second[0]) if second else None
    if (
        not second
        or not top
        or not below
        or below <= top
        or (below not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100) and below % 10)
    ):
        return None
    if re.match(
        r"[ -]?(?:%|percent|yuan|years?|days|months|hours|minutes|kilo|countr|cit|provinc|dollars)|[,.]\d",
        text[second.end() :],
    ) or (1000 < below < 2100 and "in" in joint[0]):
        return None
    parts = (one(*first.span(), Reading("number", top), soft=top == 1), one(*second.span(), Reading("number", below)))
    return [Quantity(place, second.end(), "", (Reading("percent", top / below),), parts=parts)], second.end()


_HALF = re.compile(r"half\b(?![- ](?:a|an) )", re.IGNORECASE)


def _half(text: str, place: int) -> Found | None:
    """A share of one half; soft in the first half, half-time."""
    if not (found := _HALF.match(text, place)) or text.startswith("half past", place) or NUMBER.match(text, place):
        return None
    soft = (
        bool(
            re.search(
                r"(?:first|second|latter|other|former|top|bottom|better|1st|2nd)[ -]$", text[max(0, place - 40) : place]
            )
        )
        or text[found.end() : found.end() + 1] == "-"
    )
    readings = [Reading("percent", Fraction(1, 2))]
    if soft:
        readings += [Reading("number", Fraction(6), "month"), Reading("number", Fraction(1, 2))]
    return [one(place, found.end(), *readings, soft=soft)], found.end()


_HALF_POINT = re.compile(r"(half|quarter)(?: of)?(?: an?)? (?:percentage|per cent|percent)[ -]point\b", re.IGNORECASE)


def _half_point(text: str, place: int) -> Found | None:
    """half a percentage point."""
    if not (found := _HALF_POINT.match(text, place)):
        return None
    return [
        one(place, found.end(), Reading("points", Fraction(1, 200 if found[1].lower() == "half" else 400)))
    ], found.end()


_TO_ONE = re.compile(r"([a-z]+|\d+) to one\b", re.IGNORECASE)


def _to_one(text: str, place: int) -> Found | None:
    """two to one: a score, or twice as many."""
    found = _TO_ONE.match(text, place)
    if not found or not (value := number(found[1]) if found[1].isdigit() or found[1].lower() in WORDS else None):
        return None
    first, second = (one(place, found.end(), Reading("number", each)) for each in (value, Fraction(1)))
    return [Quantity(place, found.end(), "", (Reading("multiple", value),), parts=(first, second))], found.end()


_ALL = re.compile(
    r"([a-z]+|\d{1,2})[- ]all\b(?= (?:in|at|after|with|on|when|before|by|draw)\b| ?[,.;:)]|$| [a-z]+-?[a-z]* minutes)",
    re.IGNORECASE,
)


def _all(text: str, place: int) -> Found | None:
    """two all: a score of two to two."""
    found = _ALL.match(text, place)
    value = WORDS.get(found[1].lower(), int(found[1]) if found[1].isdigit() else None) if found else None
    if not found or value is None:
        return None
    return [one(place, found.end(), Reading("number", Fraction(value))) for _ in "12"], found.end()


RULES: tuple[Rule, ...] = (_half_point, _all, _to_one, _one_in, _fraction, _half)
