"""English dates in words, and which four figures are a year."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_en import cardinal, ordinal, plural, two_digits, year

_MONTH_NAMES = """
January February March April May June July August September October November December
"""
_MONTHS = tuple(_MONTH_NAMES.split())
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_DASH = r" ?[-–—~] ?"
_YEAR = r"(?:1[1-9]|20|21)\d\d"
_NO_AMOUNT = r"(?![\d%]|,\d{3}(?!\d)|\.\d|:\d| ?(?:million|billion|percent|people|km|kg|yuan)\b)"

_NOT_PLURAL = (
    r"(?!(?:was|is|has|as|its|this|across|towards|always|plus|versus|perhaps|unless|sales|less|class|business|"
    r"progress)\b)"
)
_MEASURED = (
    r"(?:[a-z]+s|people|men|women|children|feet|yuan|mu|percent|million|billion|trillion|thousand|square|cubic|km[²2]?|m[²³]?|kg|g|t|"
    r"ha|ton|tonne|meter|metre|kilometer|kilometre|mile|acre|US|RMB|year)"
)
_ON_DAY = re.compile(
    r"(?<![\d/.-])(?:(?<=\b[Oo]n )(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])|"
    r"(?<=\bended )(1[0-2]|[1-9])/(3[01]|[12]\d|[1-9])|(1[0-2]|[2-9])/(3[01]))(?![\d/]|\.\d| of\b|st\b|th)"
)
_HYPHENED = re.compile(rf"(?<![\w-])({_DAY})-({'|'.join(_SHORT)})-({_YEAR})\b")
_ISO = re.compile(rf"(?<![\d-])({_YEAR})([-/.])(0?[1-9]|1[0-2])\2({_DAY})(?![\d-]|\.\d)(?:T(?=\d))?")
_AMERICAN = re.compile(rf"(?<![\d/-])(0?[1-9]|1[0-2])(?:/({_DAY})/({_YEAR}|\d\d)|-({_DAY})-({_YEAR}))(?![\d/-])")
_EUROPEAN = re.compile(rf"(?<![\d/-])(1[3-9]|2\d|3[01])([-/])(0?[1-9]|1[0-2])\2({_YEAR})(?![\d/-])")
_TO_MONTH = re.compile(
    rf"(?<=\d)(?:st|nd|rd|th)? ?[-–—] ?(?={_MONTH} (?:{_DAY}(?!\d)|{_YEAR}))|(?<=[a-z.]) ?[-–—] ?(?={_DAY} {_MONTH})"
)
_MONTH_TO_MONTH = re.compile(rf"\b({_MONTH}){_DASH}({_MONTH})(?!\.? {_DAY}(?!\d))")
_DAY_FIRST = re.compile(
    rf"(?<![\d$])(?<!\d[.,])({_DAY}){_NTH}(?:({_DASH}| and | to )({_DAY}){_NTH})? (of )?({_MONTH})"
    rf"(?:,? ({_YEAR}){_NO_AMOUNT})?(?![A-Za-z])"
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH}) ({_DAY}){_NTH}(?![A-Za-z])"
    rf"(?:({_DASH}|,? and | to )({_DAY}){_NTH}(?![A-Za-z])"
    rf"(?! {_MONTH}| to \d|[-–]\d| {_NOT_PLURAL}{_MEASURED}\b))?{_NO_AMOUNT}"
    rf"(?:,? ({_YEAR}){_NO_AMOUNT})?"
)
_SEVERAL_DAYS = re.compile(
    rf"\b({_MONTH}) ({_DAY}(?:, {_DAY})+,? and {_DAY})(?![\w%:/-]|[.,]\d)(?! {_NOT_PLURAL}{_MEASURED}\b)"
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),? ({_YEAR}){_NO_AMOUNT}")
_MONTH_ALONE = re.compile(rf"\b({'|'.join(short for short in _SHORT if short != 'May')})\.")
_DECADE = re.compile(r"(?<![\d$])(?<!\d[.,])(?:'|\b)((?:1[1-9]|20)?\d0)'?s\b(?!/)")
_DECADES = re.compile(r"(\d0'?s) ?[-–—] ?(?='?\d{2,4}'?s\b)")
_RANGE = re.compile(
    rf"(?<![\d$¥€£/-])(?<!\d[.,])({_YEAR})({_DASH}|/)({_YEAR}|\d\d)(?![\d%/-]|[.,]\d)(?! ?(?:km|kg|m|yuan)\b)"
)
_OF_YEAR = re.compile(r"(?<![\w$.,])'?(\d\d)er(s?)\b")
_SHORT_YEAR = re.compile(r"(?<![\w'])'(\d\d)\b(?!')")
_DYNASTY = re.compile(rf"(?<=\()(\d{{3}}|10\d\d){_DASH}(\d{{3,4}})(?=\)| AD)")
_BEFORE_CHRIST = re.compile(r"(?<=\bBC) ?[-–—] ?(?=\d|AD|CE)")
_AFTER_CHRIST = re.compile(rf"(?<=\b(?:AD|CE) )(\d{{3,4}}){_DASH}(\d{{3,4}})\b")
_BARE = re.compile(rf"(?<![\d$¥€£+:/-])(?<!\d[.,])\b({_YEAR}|10\d\d)\b(?![,:/]\d|\.\d|%| ?°|[-–]\d)")
_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|through|throughout|before|after|during|between|years?|fy|early|late|mid|spring|"
    r"summer|autumn|fall|winter|of|the|for|to|and|or|end of|circa|c\.|ce|ad|born|copyright|season|founded|established|"
    r"edition)|[(\[–—,])[ -]?\Z",
    re.IGNORECASE,
)
_SURE_LEAD = re.compile(
    r"\b(?:in|since|until|till|year|early|late|mid|spring|summer|autumn|winter|during|circa|ad|fy)[ -]\Z", re.IGNORECASE
)
_ERA = re.compile(r" (?:AD|BC|CE|BCE|A D|B C|C E)\b")
_AMOUNT_LEAD = re.compile(
    r"\b(?:about|some|nearly|almost|over|than|total of|all|only|just|another|many as|least|up to|approximately|roughly|"
    r"around|survey(?:ed)?(?: of)?|number of) \Z",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"[- ](?:[a-z]+ )?(?:people|men|women|children|residents|villagers|citizens|families|households|workers|employees|"
    r"staff|students|pupils|teachers|soldiers|troops|officers|officials|cases|deaths|patients|members|companies|firms|"
    r"enterprises|schools|villages|vehicles|cars|homes|houses|apartments|units|rooms|seats|beds|tickets|copies|items|"
    r"pieces|species|participants|athletes|runners|visitors|tourists|passengers|farmers|volunteers|guests|jobs|votes|relics|"
    r"artifacts|samples|stores|points|pages|words|trees|pigs|sheep|cows|steps|hours|days|miles|acres|hectares|meters|metres|feet|kilometers|"
    r"kilometres|tons|tonnes|dollars (?!of))\b"
)
_COUNTED = re.compile(
    rf"\+|[- ](?:{_NOT_PLURAL}{_MEASURED}\b|(?:[a-z-]+ ){{1,2}}"
    r"(?:people|companies|enterprises|workers|jobs|households|students|"
    r"projects|residents|families|vehicles|units)\b)"
)
_SURELY_COUNTED = re.compile(r"[- ](?:people|yuan|kilo|meter|square|cubic|tons|percent|million|billion|km|kg|mu\b)")


_BARE_MONTHS = "|".join(short for short in _SHORT if short not in ("May", "Mar", "Jan", "Jun"))
_MONTH_BARE = re.compile(rf"(?<=\b(?:[Ii]n|of|[Bb]y|to) )({_BARE_MONTHS})(?=[\s,;:)-]|\Z)(?! [A-Z])")


def months(text: str) -> str:
    """`Jan.-Mar.` → `January to March`: names of months in full."""
    text = _TO_MONTH.sub(" to ", _HYPHENED.sub(r"\1 \2 \3", text))
    text = _MONTH_BARE.sub(lambda m: _month(m[1]), text)
    return _MONTH_ALONE.sub(_month_alone, _MONTH_TO_MONTH.sub(lambda m: f"{_month(m[1])} to {_month(m[2])}", text))


def _month_alone(match: re.Match[str]) -> str:
    """The full stop of `Oct.` is also the sentence's where that ends."""
    return _month(match[1]) + ("" if match.string[match.end() :].strip("\"') ") else ".")


def dates(text: str) -> str:
    """Dates, decades and years → words; other figures stay."""
    text = _ON_DAY.sub(_on_day, text)
    text = _ISO.sub(lambda m: _date(int(m[3]), m[4], m[1]), text)
    text = _EUROPEAN.sub(lambda m: _date(int(m[3]), m[1], m[4]), text)
    text = _AMERICAN.sub(lambda m: _date(int(m[1]), m[2] or m[4], m[3] or m[5]), text)
    text = _SEVERAL_DAYS.sub(lambda m: f"{_month(m[1])} {re.sub(r'[0-9]+', lambda n: ordinal(n[0]), m[2])}", text)
    text = _MONTH_FIRST.sub(lambda m: _spoken(m[1], m[2], m[3], m[4], m[5]), text)
    text = _DAY_FIRST.sub(_day_first, text)
    text = _MONTH_YEAR.sub(lambda m: f"{_month(m[1])} {year(m[2])}", text)
    text = _DECADE.sub(_decade, _DECADES.sub(r"\1 to ", text))
    text = _DYNASTY.sub(_dynasty, text)
    text = _BEFORE_CHRIST.sub(" to ", text)
    text = _AFTER_CHRIST.sub(lambda m: f"{year(m[1])} to {year(m[2])}", text)
    text = _RANGE.sub(_range, text)
    text = _OF_YEAR.sub(_of_year, text)
    text = _SHORT_YEAR.sub(lambda m: two_digits(m[1]), text)
    return _BARE.sub(_bare, text)


def _on_day(match: re.Match[str]) -> str:
    """On 9/1, and 12/31 anywhere: nobody counts in thirty-firsts."""
    month, day = (group for group in match.groups() if group)
    return f"{_MONTHS[int(month) - 1]} {day}"


def _month(name: str) -> str:
    return _SHORT.get(name.rstrip("."), name.rstrip("."))


def _date(month: int, day: str, in_year: str) -> str:
    said = year(in_year) if len(in_year) == 4 else two_digits(in_year)
    return f"{_MONTHS[month - 1]} {ordinal(day.lstrip('0'))}, {said}"


def _spoken(month: str, day: str, joiner: str | None, last: str | None, in_year: str | None) -> str:
    said = f"{_month(month)} {ordinal(day.lstrip('0'))}"
    if joiner and last:
        said += (joiner if "and" in joiner else " to ") + ordinal(last.lstrip("0"))
    return f"{said}, {year(in_year)}" if in_year else said


def _day_first(match: re.Match[str]) -> str:
    day, joiner, last, of, month, in_year = match.groups()
    if not of:
        return _spoken(month, day, joiner, last, in_year)
    first = ordinal(day.lstrip("0"))
    if joiner and last:
        first += f"{joiner if joiner in (' and ', ' to ') else ' to '}{ordinal(last.lstrip('0'))}"
    said = f"{first} of {_month(month)}"
    return f"{said}, {year(in_year)}" if in_year else said


def _decade(match: re.Match[str]) -> str:
    figures = match[1]
    if len(figures) == 4:
        return plural(year(figures))
    return plural(cardinal(figures)) if figures != "00" else "two thousands"


def _of_year(match: re.Match[str]) -> str:
    """The 49ers, a '95er."""
    said = cardinal(match[1])
    return f"{said}{'' if said.endswith('e') else 'e'}r{match[2]}"


def _dynasty(match: re.Match[str]) -> str:
    """(618–907) are years; (100–200) may be an amount."""
    uneven = int(match[1]) < int(match[2]) and (match[1][-1] != "0" or match[2][-1] != "0")
    return f"{year(match[1])} to {year(match[2])}" if uneven else match[0]


def _range(match: re.Match[str]) -> str:
    first, second = match[1], match[3]
    if _SURELY_COUNTED.match(match.string, match.end()):
        return match[0]
    if len(second) == 4:
        between = match.string.endswith(("between ", "Between "), 0, match.start())
        return f"{year(first)} {'and' if between else 'to'} {year(second)}"
    return f"{year(first)} to {two_digits(second)}" if int(second) > int(first[2:]) else match[0]


def _bare(match: re.Match[str]) -> str:
    """A four-figure number is a year unless something is counted after it."""
    text, (start, end) = match.string, match.span()
    lead = text[max(0, start - 24) : start]
    exact = 1900 < int(match[1]) < 2100 and int(match[1]) % 100
    likely_year = exact and not (_THINGS.match(text, end) or _AMOUNT_LEAD.search(lead))
    sure = likely_year or _SURE_LEAD.search(lead)
    if _SURELY_COUNTED.match(text, end) or (_COUNTED.match(text, end, end + 40) and not sure):
        return match[0]
    if match[1] < "1100" and (not _SURE_LEAD.search(lead) or _COUNTED.match(text, end, end + 40)):
        return match[0]
    likely = 1900 <= int(match[1]) < 2100 or _ERA.match(text, end)
    return year(match[1]) if likely or _LEAD.search(lead) else match[0]
