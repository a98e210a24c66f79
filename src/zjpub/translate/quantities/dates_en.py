"""English dates and times of day → quantities."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import NUMBER, ORDINALS, WORDS, number
from zjpub.translate.quantities.values import Quantity, Reading

Found = tuple[list[Quantity], int]
_MONTHS = {
    name: index
    for index, names in enumerate(
        "January,Jan February,Feb March,Mar April,Apr May June,Jun July,Jul August,Aug September,Sept,Sep October,Oct "
        "November,Nov December,Dec".split(),
        1,
    )
    for name in names.split(",")
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_D = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%:]|,\d|\.\d| ?(?:%|percent|per cent|million|billion|thousand|a\.?m|p\.?m|o'clock|yuan|people|degrees|years?|days))\b"
_MONTH_FIRST = re.compile(rf"{_MONTH}(?:[ -](?:the )?{_D})?((?: ?- ?| to | and | through |, ?(?:and )?){_D}(?!,? ?\d))*(?:,? (?:of )?([12]\d{{3}})\b(?![,.]\d))?")
_DAY_FIRST = re.compile(rf"(?:the )?{_D}((?: ?- ?| to | and )(?:the )?{_D})?(?: of)?[ -]{_MONTH}(?:,? ([12]\d{{3}})\b)?")
_DAYS = re.compile(_D)
_NEAR_MAY = re.compile(r"(?:\b(?:in|by|of|since|from|to|until|till|last|this|next|mid|late|early|on|and|every|through|before|after|between|during|for)[ -])$", re.IGNORECASE)


def _one(start: int, end: int, *readings: Reading, soft: bool = False) -> Quantity:
    return Quantity(start, end, "", readings, soft=soft)


def _month_first(text: str, place: int) -> Found | None:
    """April 8, 2023; December 9-11; May 2019; Jan. 1."""
    found = _MONTH_FIRST.match(text, place)
    if not found:
        return None
    name, day, year = found[1], found[2], found[5]
    if name in ("May", "March", "Mar", "Jan", "Jun") and not day and not year:
        alone = name != "March" or text[max(0, place - 40) : place].strip() == ""
        if alone and not _NEAR_MAY.search(text[max(0, place - 10) : place]):
            soft = text[max(0, place - 40) : place].strip() != ""
            return ([_one(*found.span(1), Reading("month", Fraction(_MONTHS[name])), soft=True)] if soft else []), found.end(1)
    quantities = [_one(*found.span(1), Reading("month", Fraction(_MONTHS[name])))]
    end = found.end(5) if year else found.end()
    if day:
        until = found.start(5) if year else found.end()
        quantities += [
            _one(*each.span(), Reading("day", Fraction(each[1]))) for each in _DAYS.finditer(text, found.start(2), until)
        ]
    if year:
        quantities.append(_one(*found.span(5), Reading("year", Fraction(year))))
    return quantities, end


def _day_first(text: str, place: int) -> Found | None:
    """8 April 2023; the 8th of April; 9-11 December."""
    found = _DAY_FIRST.match(text, place)
    if not found:
        return None
    month = found[4]
    quantities = [_one(*found.span(1), Reading("day", Fraction(found[1])))]
    if found[3]:
        quantities.append(_one(*found.span(3), Reading("day", Fraction(found[3]))))
    quantities.append(_one(*found.span(4), Reading("month", Fraction(_MONTHS[month]))))
    if found[5]:
        quantities.append(_one(*found.span(5), Reading("year", Fraction(found[5]))))
    return quantities, found.end()


_ISO = re.compile(r"([12]\d{3})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])")
_SLASHED = re.compile(r"(0?[1-9]|[12]\d|3[01])([/.])(0?[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?!\d)")


def _numeric(text: str, place: int) -> Found | None:
    """2023-04-08; 4/8/2023, either way round."""
    if found := _ISO.match(text, place):
        return [
            _one(*found.span(1), Reading("year", Fraction(found[1]))),
            _one(*found.span(3), Reading("month", Fraction(found[3]))),
            _one(*found.span(4), Reading("day", Fraction(found[4]))),
        ], found.end()
    if found := _SLASHED.match(text, place):
        either = [
            _one(*found.span(group), Reading("month", Fraction(found[group])), Reading("day", Fraction(found[group])))
            for group in (1, 3)
        ]
        return [*either, _one(*found.span(4), Reading("year", Fraction(found[4])))], found.end()
    return None


_NINETIES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_DECADE = re.compile(r"(?:(1\d|20)(\d0)'?s|'?(\d0)'?s|(" + "|".join(_NINETIES) + r"))\b", re.IGNORECASE)


def _decade(text: str, place: int) -> Found | None:
    """the 1990s, the '90s, the nineties."""
    found = _DECADE.match(text, place)
    if not found:
        return None
    short = found[4] or found[3]
    value = _NINETIES[found[4].lower()] if found[4] else int(found[3]) if found[3] else int(found[1] + found[2])
    readings = [Reading("decade", Fraction(value)), Reading("number", Fraction(value))]
    if found[2] == "00":
        readings.append(Reading("century", Fraction(value // 100 + 1)))
    return [_one(place, found.end(), *readings, soft=bool(short) and re.search(r"(?:his|her|their|in the|my|your) (?:\w+ )?$", text[max(0, place - 40) : place]) is not None and not found[3])], found.end()


_YEARS = re.compile(r"((?:1\d|20)\d\d)(?:/|-| to )(\d\d)(?![\d,.]|[ -]?(?:%|percent|year|million|billion))\b")


def _year_range(text: str, place: int) -> Found | None:
    """2019-22: two years."""
    found = _YEARS.match(text, place)
    if not found or " to " in found[0] or int(found[2]) <= int(found[1][2:]):
        return None
    return [
        _one(*found.span(1), Reading("year", Fraction(found[1]))),
        _one(*found.span(2), Reading("year", Fraction(found[1][:2] + found[2])), Reading("number", Fraction(found[2]))),
    ], found.end()


_SPOKEN_YEAR = re.compile(
    r"(nineteen|eighteen|twenty)[ -](" + "|".join(w for w in WORDS if WORDS[w] >= 10) + r")(?:[ -](one|two|three|four|five|six|seven|eight|nine))?\b(?! (?:percent|million|thousand|yuan))",
    re.IGNORECASE,
)


def _spoken_year(text: str, place: int) -> Found | None:
    found = _SPOKEN_YEAR.match(text, place)
    if not found:
        return None
    value = WORDS[found[1].lower()] * 100 + WORDS[found[2].lower()] + (WORDS[found[3].lower()] if found[3] else 0)
    return [_one(place, found.end(), Reading("year", Fraction(value)))], found.end()


_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def _weekday(text: str, place: int) -> Found | None:
    found = _WEEKDAY.match(text, place)
    if not found:
        return None
    value = next(index for index, name in enumerate(_DAY_NAMES, 1) if name.startswith(found[1].lower()))
    return [_one(place, found.end(), Reading("weekday", Fraction(value)))], found.end()


_HALF_DAY = r"(?: ?(a\.?m\b\.?|p\.?m\b\.?)|(?: o'clock)?(?: in the (morning|afternoon|evening)| (at night|at noon))| o'clock)"
_CLOCK = re.compile(rf"([01]?\d|2[0-4])(?:[:.]([0-5]\d)(?::[0-5]\d)?)?{_HALF_DAY}", re.IGNORECASE)
_WORD_CLOCK = re.compile(rf"({'|'.join(w for w in WORDS if 1 <= WORDS[w] <= 12)}){_HALF_DAY}", re.IGNORECASE)
_CLOCK_RANGE = re.compile(rf"([01]?\d)(?::([0-5]\d))?(?= ?(?:-|to|or|and) ?[01]?\d(?::[0-5]\d)?{_HALF_DAY})", re.IGNORECASE)
_COLON = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
_PAST = re.compile(rf"(half|a quarter|quarter)[ -](past|to) (\d{{1,2}}|{'|'.join(w for w in WORDS if 1 <= WORDS[w] <= 12)})\b", re.IGNORECASE)


def _clock(text: str, place: int) -> Found | None:
    """9:30 a.m.; 3pm; 8 o'clock; half past nine; noon; 21:30."""
    if text[place - 1 : place] in (":", "."):
        return None
    if found := _PAST.match(text, place):
        hour = WORDS.get(found[3].lower()) or int(found[3])
        minutes = 30 if found[1].lower() == "half" else 15
        total = hour * 60 + (minutes if found[2].lower() == "past" else -minutes)
        return [_one(place, found.end(), Reading("time", Fraction(total), "12h"))], found.end()
    if found := re.compile(r"(noon|midday|midnight)\b", re.IGNORECASE).match(text, place):
        return [_one(place, found.end(), Reading("time", Fraction(0 if found[0].lower() == "midnight" else 720), "24h"), soft=True)], found.end()
    if found := _WORD_CLOCK.match(text, place):
        hour = WORDS[found[1].lower()]
        return [_one(place, found.end(), _time(hour, 0, found[2] or found[3] or found[4]), Reading("number", Fraction(hour)))], found.end()
    if found := _CLOCK.match(text, place):
        hour, minute = int(found[1]), int(found[2] or 0)
        readings = [_time(hour, minute, found[3] or found[4] or found[5])]
        if found[3] is None:
            readings.append(Reading("number", Fraction(hour)))
        return [_one(place, found.end(), *readings)], found.end()
    if (found := _CLOCK_RANGE.match(text, place)) and int(found[1]) <= 12:
        hour, minute = int(found[1]), int(found[2] or 0)
        return [_one(place, found.end(), Reading("time", Fraction(hour * 60 + minute), "12h"), Reading("number", Fraction(hour)))], found.end()
    if found := _COLON.match(text, place):
        parts = tuple(_one(*found.span(group), Reading("number", Fraction(found[group]))) for group in (1, 2))
        return [Quantity(place, found.end(), "", (_time(int(found[1]), int(found[2]), None),), parts=parts)], found.end()
    return None


def _time(hour: int, minute: int, part: str | None) -> Reading:
    part = (part or "").lower().replace(".", "")
    if part in ("pm", "afternoon", "evening") or (part == "at night" and 5 < hour < 12):
        hour += 12 if hour < 12 else 0
    elif part in ("am", "morning") or (part == "at night" and hour == 12):
        hour %= 12
    known = bool(part) and part != "at noon" or hour > 12 or hour == 0
    return Reading("time", Fraction(hour % 24 * 60 + minute), "24h" if known else "12h")


_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?:(\d{{1,3}}(?:,\d{{3}})+|\d+)(?:st|nd|rd|th)|((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred and|hundred)[ -])?({_ORDINAL_WORD}))\b"
    r"(?:[ -](centur(?:y|ies)))?",
    re.IGNORECASE,
)
_SECOND_WORDS = re.compile(r"second(?:-?hand|ary|ed|ing|ly|-guess\w*| to none| thoughts?| nature)\b|third[- ]part(?:y|ies)|tertiary|primary", re.IGNORECASE)


def _soft_ordinal(word: str) -> tuple[Reading, ...]:
    value = Fraction(1 if word[0] in "pP" else 2 if word[0] in "sS" else 3)
    return Reading("ordinal", value), Reading("number", value)


_GREAT_ORDINAL = re.compile(r"[ -](hundred|thousand|million|billion)th\b", re.IGNORECASE)


def _great_ordinal(text: str, place: int) -> Found | None:
    """the 13 millionth."""
    run = NUMBER.match(text, place)
    found = _GREAT_ORDINAL.match(text, run.end()) if run else None
    value = number(run[0]) if run and found else None
    if not found or value is None:
        return None
    scale = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}[found[1].lower()]
    return [_one(place, found.end(), Reading("ordinal", value * scale), Reading("percent", value / scale))], found.end()


def _ordinal(text: str, place: int) -> Found | None:
    """3rd, twenty-third, the 21st century."""
    if found := _SECOND_WORDS.match(text, place):
        return [_one(place, found.end(), *_soft_ordinal(found[0]), soft=True)], found.end()
    if re.compile(r"runners?-up", re.IGNORECASE).match(text, place):
        return [_one(place, place + 9, Reading("ordinal", Fraction(2)), soft=True)], place + 9
    if re.compile(r"second\b", re.IGNORECASE).match(text, place) and re.search(r"(?:\bper|every|each|split|one|\b[Ii]n a) $", text[max(0, place - 40) : place]):
        return [], place + 6
    found = _ORDINAL.match(text, place)
    if not found:
        return None
    value = number(found[1]) if found[1] else Fraction(ORDINALS[found[3].lower()])
    if value is None:
        return None
    if found[2]:
        tens = found[2].lower().split()[0].strip("- ")
        value += 100 if tens == "hundred" else WORDS[tens.rstrip("-")]
    if found[4]:
        return [_one(place, found.end(), Reading("century", value), Reading("ordinal", value))], found.end()
    end = found.end()
    if quarter := re.compile(r"[ -]quarters?\b").match(text, end):
        end = quarter.end()
    soft = value == 1 or found[0].lower() == "second" and text[max(0, place - 2) : place] == "a "
    return [_one(place, end, Reading("ordinal", value), soft=soft)], end


DATE_RULES = (_month_first, _day_first, _numeric, _decade, _year_range, _spoken_year, _weekday, _clock, _great_ordinal, _ordinal)
