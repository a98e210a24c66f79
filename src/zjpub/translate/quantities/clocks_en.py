"""English times of day and days of the week."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import WORDS
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Quantity, Reading

_DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAY = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def _weekday(text: str, place: int) -> Found | None:
    found = _WEEKDAY.match(text, place)
    if not found:
        return None
    value = next(index for index, name in enumerate(_DAY_NAMES, 1) if name.startswith(found[1].lower()))
    return [one(place, found.end(), Reading("weekday", Fraction(value)))], found.end()


_HALF_DAY = (
    r"(?: ?(a\.?m\b\.?|p\.?m\b\.?)"
    r"|(?:[ -]o'clock)?(?: in the (morning|afternoon|evening)| (at night|at noon))|[ -]o'clock)"
)
_CLOCK = re.compile(rf"([01]?\d|2[0-4])(?:[:.]([0-5]\d)(?::[0-5]\d)?)?{_HALF_DAY}", re.IGNORECASE)
_WORD_CLOCK = re.compile(rf"({'|'.join(w for w in WORDS if 1 <= WORDS[w] <= 12)}){_HALF_DAY}", re.IGNORECASE)
_CLOCK_RANGE = re.compile(
    rf"([01]?\d)(?::([0-5]\d))?(?= ?(?:-|to|or|and) ?[01]?\d(?::[0-5]\d)?{_HALF_DAY})", re.IGNORECASE
)
_COLON = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?!:?\d|[,.]\d)")
_PAST = re.compile(
    r"(half|a quarter|quarter|(?:five|ten|twenty|twenty-five|\d{1,2})(?: minutes)?(?= past))[ -](past|to)"
    rf" (\d{{1,2}}|noon|midnight|{'|'.join(w for w in WORDS if 1 <= WORDS[w] <= 12)})\b"
    rf"(?![-.,:]?\d| (?:hundred|thousand|million|billion|percent|per cent|yuan))(?:{_HALF_DAY})?",
    re.IGNORECASE,
)


_MINUTES = {"half": 30, "a": 15, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_NAMED = re.compile(r"(noon|midday|midnight|zero hours?)\b", re.IGNORECASE)


def _past(text: str, place: int) -> Found | None:
    """half past nine."""
    if not (found := _PAST.match(text, place)):
        return None
    name = found[3].lower()
    hour = {"noon": 12, "midnight": 24}.get(name) or WORDS.get(name) or int(name)
    minutes = _MINUTES.get(found[1].lower().split(" ")[0]) or int(found[1].split(" ")[0])
    total = hour * 60 + (minutes if found[2].lower() == "past" else -minutes)
    time = _time(*divmod(total, 60), found[4] or found[5] or found[6])
    return [one(place, found.end(), time)], found.end()


_TO = re.compile(
    r"(?<=\bat |\bby )(five|ten|twenty|twenty-five|\d{1,2}) to"
    rf" ({'|'.join(w for w in WORDS if 1 <= WORDS[w] <= 12)}|\d{{1,2}})\b(?![-.,:]?\d| (?:[a-z]+s|percent|yuan)\b)",
    re.IGNORECASE,
)


def _to(text: str, place: int) -> Found | None:
    """at ten to seven: a time, or two numbers."""
    if not (found := _TO.match(text, place)):
        return None
    minutes, hour = (WORDS.get(found[group].lower()) or int(found[group]) for group in (1, 2))
    if not (0 < minutes < 30 and 0 < hour <= 12):
        return None
    parts = tuple(one(*found.span(group), Reading("number", Fraction(v))) for group, v in ((1, minutes), (2, hour)))
    return [
        Quantity(place, found.end(), "", (_time(*divmod(hour * 60 - minutes, 60), None),), parts=parts)
    ], found.end()


def _named(text: str, place: int) -> Found | None:
    """noon, midnight, zero hours: soft, since 中午 and 午夜 are no numbers."""
    if not (found := _NAMED.match(text, place)):
        return None
    minutes = 720 if found[1].lower() in ("noon", "midday") else 0
    return [one(place, found.end(), Reading("time", Fraction(minutes), "24h"), soft=True)], found.end()


def _spelled(text: str, place: int) -> Found | None:
    """eight o'clock, eleven at night."""
    if not (found := _WORD_CLOCK.match(text, place)):
        return None
    hour = WORDS[found[1].lower()]
    time = _time(hour, 0, found[2] or found[3] or found[4])
    return [one(place, found.end(), time, Reading("number", Fraction(hour)))], found.end()


def _clock(text: str, place: int) -> Found | None:
    """9:30 a.m.; 3pm; 8 o'clock; the first hour of 9 to 11 a.m."""
    if text[place - 1 : place] in (":", "."):
        return None
    found = _CLOCK.match(text, place)
    if found:
        time = _time(int(found[1]), int(found[2] or 0), found[3] or found[4] or found[5])
    elif (found := _CLOCK_RANGE.match(text, place)) and int(found[1]) <= 12:
        time = Reading("time", Fraction(int(found[1]) * 60 + int(found[2] or 0)), "12h")
    else:
        return None
    spoken = () if found.re is _CLOCK and found[3] else (Reading("number", Fraction(found[1])),)
    return [one(place, found.end(), time, *spoken)], found.end()


def _colon(text: str, place: int) -> Found | None:
    """21:30 is a time or a score: whole it is a time, in parts two numbers."""
    found = _COLON.match(text, place)
    if not found or text[place - 1 : place] in (":", "."):
        return None
    groups = (1, 2, 3) if found[3] else (1, 2)
    parts = tuple(one(*found.span(group), Reading("number", Fraction(found[group]))) for group in groups)
    readings = [_time(int(found[1]), int(found[2]), None)]
    seconds = sum(int(found[group]) * 60 ** (2 - index) for index, group in enumerate(groups))
    readings.append(Reading("number", Fraction(seconds if found[3] else seconds // 60), "second"))
    return [Quantity(place, found.end(), "", tuple(readings), parts=parts)], found.end()


_SHORT = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?= ?(?:GMT|UTC|hours|hrs)\b)")


def _short(text: str, place: int) -> Found | None:
    """1200 GMT."""
    if not (found := _SHORT.match(text, place)) or text[place - 1 : place] in (",", "."):
        return None
    time = Reading("time", Fraction(int(found[1]) * 60 + int(found[2])), "24h")
    return [one(place, found.end(), time, Reading("number", Fraction(found[0])))], found.end()


def _time(hour: int, minute: int, part: str | None) -> Reading:
    part = (part or "").lower().replace(".", "")
    if part in ("pm", "afternoon", "evening") or (part == "at night" and 5 < hour < 12):
        hour += 12 if hour < 12 else 0
    elif part in ("am", "morning") or (part == "at night" and hour == 12):
        hour %= 12
    known = (bool(part) and part != "at noon") or hour > 12 or hour == 0
    return Reading("time", Fraction(hour % 24 * 60 + minute), "24h" if known else "12h")


EARLY: tuple[Rule, ...] = (_past, _to)
"""Before "a quarter" is a share."""
RULES: tuple[Rule, ...] = (_weekday, _named, _spelled, _clock, _short, _colon)
