"""English dates: days, months, years and decades."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import WORDS
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Reading

_MONTHS = {
    name: index
    for index, names in enumerate(
        [
            "January,Jan",
            "February,Feb",
            "March,Mar",
            "April,Apr",
            "May",
            "June,Jun",
            "July,Jul",
            "August,Aug",
            "September,Sept,Sep",
            "October,Oct",
            "November,Nov",
            "December,Dec",
        ],
        1,
    )
    for name in names.split(",")
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_D = (
    r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|:\d|,\d|\.\d| ?(?:%|percent|per cent|million|billion|thousand"
    r"|a\.?m|p\.?m|o'clock|yuan|people|degrees|years?|days))\b"
)
_MONTH_FIRST = re.compile(
    rf"{_MONTH}(?:[ -](?:the )?{_D})?((?: ?- ?| to | and | through |, ?(?:and )?){_D}(?!,? ?\d))*"
    r"(?:,? (?:of )?([12]\d{3})\b(?![,.]\d))?"
)
_DAY_FIRST = re.compile(
    rf"(?:the )?{_D}((?: ?- ?| to | and )(?:the )?{_D})?(?: of)?[ -]{_MONTH}(?:,? ([12]\d{{3}})\b)?"
)
_DAYS = re.compile(_D)
_NEAR_MAY = re.compile(
    r"(?:\b(?:in|by|of|since|from|to|until|till|last|this|next|mid|late|early|on|and|every|through|before|after"
    r"|between|during|for)[ -])$",
    re.IGNORECASE,
)


def _month_first(text: str, place: int) -> Found | None:
    """April 8, 2023; December 9-11; May 2019; Jan. 1."""
    found = _MONTH_FIRST.match(text, place)
    if not found:
        return None
    name, day, year = found[1], found[2], found[5]
    doubtful = not (day or year) and _is_doubtful(name, text[max(0, place - 40) : place])
    quantities = [one(*found.span(1), Reading("month", Fraction(_MONTHS[name])), soft=doubtful)]
    end = found.end(5) if year else found.end()
    if day:
        until = found.start(5) if year else found.end()
        quantities += [
            one(*each.span(), Reading("day", Fraction(each[1]))) for each in _DAYS.finditer(text, found.start(2), until)
        ]
    if year:
        quantities.append(one(*found.span(5), Reading("year", Fraction(year))))
    return quantities, end


def _is_doubtful(name: str, before: str) -> bool:
    """Whether May is perhaps a verb, March the first word of an order, Jun a person."""
    if name not in ("May", "March", "Mar", "Jan", "Jun") or (name == "March" and before.strip()):
        return False
    return not _NEAR_MAY.search(before)


def _day_first(text: str, place: int) -> Found | None:
    """8 April 2023; the 8th of April; 9-11 December."""
    found = _DAY_FIRST.match(text, place)
    if not found:
        return None
    month = found[4]
    quantities = [one(*found.span(1), Reading("day", Fraction(found[1])))]
    if found[3]:
        quantities.append(one(*found.span(3), Reading("day", Fraction(found[3]))))
    quantities.append(one(*found.span(4), Reading("month", Fraction(_MONTHS[month]))))
    if found[5]:
        quantities.append(one(*found.span(5), Reading("year", Fraction(found[5]))))
    return quantities, found.end()


_ISO = re.compile(r"([12]\d{3})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\.?\d)")
_SLASHED = re.compile(r"(0?[1-9]|[12]\d|3[01])([/.])(0?[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?!\d)")


def _numeric(text: str, place: int) -> Found | None:
    """2023-04-08; 4/8/2023, either way round."""
    if found := _ISO.match(text, place):
        return [
            one(*found.span(1), Reading("year", Fraction(found[1]))),
            one(*found.span(3), Reading("month", Fraction(found[3]))),
            one(*found.span(4), Reading("day", Fraction(found[4]))),
        ], found.end()
    if found := _SLASHED.match(text, place):
        either = [
            one(*found.span(group), Reading("month", Fraction(found[group])), Reading("day", Fraction(found[group])))
            for group in (1, 3)
        ]
        return [*either, one(*found.span(4), Reading("year", Fraction(found[4])))], found.end()
    return None


_NINETIES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_DECADE = re.compile(r"(?:(1\d|20)(\d0)'?s|'?(\d[05])'?s|(" + "|".join(_NINETIES) + r"))\b", re.IGNORECASE)


_SAME_CENTURY = re.compile(r"(1\d|20)\d0'?s(?:,? (?:and|or|to|through) (?:early |mid-|late )?(?:the )?| ?- ?|, )'?$")
"""Before the 40s of "the 1630s and 40s"."""


def _decade(text: str, place: int) -> Found | None:
    """the 1990s, the '90s, the nineties."""
    found = _DECADE.match(text, place)
    if not found:
        return None
    short = found[4] or found[3]
    value = _NINETIES[found[4].lower()] if found[4] else int(found[3]) if found[3] else int(found[1] + found[2])
    if short and (same := _SAME_CENTURY.search(text, max(0, place - 24), place)):
        value, short = int(same[1]) * 100 + value, None
    readings = [Reading("decade", Fraction(value)), Reading("number", Fraction(value))]
    if found[2] == "00":
        readings.append(Reading("century", Fraction(value // 100 + 1)))
    return [
        one(
            place,
            found.end(),
            *readings,
            soft=bool(short)
            and re.search(r"(?:his|her|their|in the|my|your) (?:\w+ )?$", text[max(0, place - 40) : place]) is not None
            and not found[3],
        )
    ], found.end()


_YEARS = re.compile(r"((?:1\d|20)\d\d)(?:/|-| to )(\d\d)(?!\d|[,.]\d|[ -]?(?:%|percent|year|million|billion))\b")


def _year_range(text: str, place: int) -> Found | None:
    """2019-22: two years."""
    found = _YEARS.match(text, place)
    if not found or " to " in found[0] or int(found[2]) <= int(found[1][2:]):
        return None
    return [
        one(*found.span(1), Reading("year", Fraction(found[1]))),
        one(*found.span(2), Reading("year", Fraction(found[1][:2] + found[2])), Reading("number", Fraction(found[2]))),
    ], found.end()


_SPOKEN_YEAR = re.compile(
    r"(nineteen|eighteen|twenty)[ -]("
    + "|".join(w for w in WORDS if WORDS[w] >= 10)
    + r")(?:[ -](one|two|three|four|five|six|seven|eight|nine))?\b(?! (?:percent|million|thousand|yuan))",
    re.IGNORECASE,
)


def _spoken_year(text: str, place: int) -> Found | None:
    found = _SPOKEN_YEAR.match(text, place)
    if not found:
        return None
    value = WORDS[found[1].lower()] * 100 + WORDS[found[2].lower()] + (WORDS[found[3].lower()] if found[3] else 0)
    return [one(place, found.end(), Reading("year", Fraction(value)))], found.end()


RULES: tuple[Rule, ...] = (_month_first, _day_first, _numeric, _decade, _year_range, _spoken_year)
