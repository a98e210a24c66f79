"""English dates, times, years and decades in words."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_en import cardinal, ordinal, plural, year

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_DASH = r" ?[-–—~] ?"
_YEAR = r"(?:1[1-9]|20|21)\d\d"
_NOT_AMOUNT = r"(?![\d%]|,\d{3}(?!\d)|\.\d|:\d| ?(?:million|billion|percent|people|km|kg|yuan))"

_ISO = re.compile(rf"(?<![\d-])({_YEAR})([-/.])(0?[1-9]|1[0-2])\2({_DAY})(?![\d-]|\.\d)(?:T(?=\d))?")
_AMERICAN = re.compile(rf"(?<![\d/])(0?[1-9]|1[0-2])/({_DAY})/({_YEAR})(?![\d/])")
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH}) ({_DAY})(?:st|nd|rd|th)?(?:({_DASH}|,? and | to )({_DAY})(?:st|nd|rd|th)?)?{_NOT_AMOUNT}(?:(,? )({_YEAR}){_NOT_AMOUNT})?"
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,$])({_DAY})(?:st|nd|rd|th)?(?:({_DASH}| and | to )({_DAY})(?:st|nd|rd|th)?)? (?:of )?({_MONTH})\b(?:(,? )({_YEAR}){_NOT_AMOUNT})?"
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),? ({_YEAR}){_NOT_AMOUNT}")
_MONTH_ALONE = re.compile(rf"\b({'|'.join(name for name in _SHORT if name not in ('May', 'Mar'))}|Mar)\.(?= \d| ?,)")
_CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4])[:：]([0-5]\d)(?::([0-5]\d))?(?![\d:]|\.\d)(?: ?([aApP])\.?[mM]\b\.?)?|"
    r"(?<![\d:.,$])(1[0-2]|[1-9])(?:\.([0-5]\d))? ?([aApP])(?:\.[mM]\.|[mM]\b)"
)
_RATIO = re.compile(r"(?<![\d:])\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+(?![\d:])")
_SCORED = re.compile(
    r"\b(?:beat|beats|won|wins?|lost|loses|defeat(?:ed|s)?|score|scored|ratio|draw|drew|lead|led|victory|odds|match|final)\b",
    re.I,
)
_TIMED = re.compile(
    r"(?:\b(?:at|from|to|until|till|by|before|after|around|about|and|since|kicks? off)|[-–—])\s?\Z", re.I
)
_DECADE = re.compile(r"(?<![\d.,$])(?:'|\b)((?:1[1-9]|20)?\d0)'?s\b(?!/)")
_RANGE = re.compile(rf"(?<![\d.,$¥€£/-])({_YEAR})({_DASH}|/)({_YEAR}|\d\d)(?![\d,%/-]|\.\d)")
_SHORT_YEAR = re.compile(r"(?<![\w'])'(\d\d)\b(?!')")
_BARE = re.compile(rf"(?<![\d.,$¥€£+:/-])\b({_YEAR})\b(?![,:/]\d|\.\d|%| ?°|[-–]\d)")
_LEAD = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|through|throughout|before|after|during|between|year|years|fy|early|late|mid|spring|summer|autumn|"
    r"fall|winter|of|the|for|to|and|or|as of|end of|circa|c\.|ce|ad|to|born|copyright|season|class of|founded|established|edition)|[(\[–—,])[ -]?\Z",
    re.I,
)
_SURE_LEAD = re.compile(
    r"\b(?:in|since|until|till|year|early|late|mid|spring|summer|autumn|winter|during|circa|ad|fy)[ -]\Z", re.I
)
_COUNTED = re.compile(
    r"(?:[- ](?:(?!was|is|has|as|its|this|across|towards|always|plus|perhaps|unless|saw|sales|s\b)[a-z]+(?:s|ople|men|dren|feet|yuan|mu|RMB|percent|million|billion|trillion|thousand|km|m|kg|g|t|ha|tonne|meter|kilometer|mile|year-old)\b|"
    r"(?:[a-z-]+ ){1,2}(?:people|companies|enterprises|workers|jobs|households|students|square|meters|kilometers|tons|times|projects|residents|families|vehicles|units)\b|(?:square|cubic|US|U\.S\.)\b))|\+"
)  # fmt: skip


def dates(text: str) -> str:
    """Dates, clock times, decades and years → words; other figures stay."""
    text = _ISO.sub(lambda m: _date(int(m[3]), m[4], m[1]), text)
    text = _AMERICAN.sub(lambda m: _date(int(m[1]), m[2], m[3]), text)
    text = _DAY_FIRST.sub(_day_first, text)
    text = _MONTH_FIRST.sub(_month_first, text)
    text = _MONTH_YEAR.sub(lambda m: f"{_month(m[1])} {year(m[2])}", text)
    text = _MONTH_ALONE.sub(lambda m: _month(m[1]), text)
    text = _clocks(text)
    text = _DECADE.sub(_decade, text)
    text = _RANGE.sub(_range, text)
    text = _SHORT_YEAR.sub(lambda m: cardinal(m[1]) if m[1][0] != "0" else f"oh {cardinal(m[1][1])}", text)
    return _BARE.sub(_bare, text)


def _month(name: str) -> str:
    return _SHORT.get(name.rstrip("."), name.rstrip("."))


def _date(month: int, day: str, in_year: str) -> str:
    return f"{_MONTHS[month - 1]} {ordinal(day.lstrip('0'))}, {year(in_year)}"


def _to(joiner: str) -> str:
    return joiner if "and" in joiner else " to "


def _month_first(match: re.Match[str]) -> str:
    said = f"{_month(match[1])} {ordinal(match[2].lstrip('0'))}"
    if match[4]:
        said += _to(match[3]) + ordinal(match[4].lstrip("0"))
    return f"{said}, {year(match[6])}" if match[6] else said


def _day_first(match: re.Match[str]) -> str:
    said = ordinal(match[1].lstrip("0"))
    if match[3]:
        said += _to(match[2]) + ordinal(match[3].lstrip("0"))
    said = f"{_month(match[4])} {said}"
    return f"{said}, {year(match[6])}" if match[6] else said


def _clocks(text: str) -> str:
    scored = bool(_SCORED.search(text))

    def ratio(match: re.Match[str]) -> str:
        timed = _CLOCK.match(match.string, match.start())
        whole = timed and timed.end() >= match.end()
        if (
            whole
            and "∶" not in match[0]
            and not (scored and not (timed and timed[4]) and not _TIMED.search(text[: match.start()][-12:]))
        ):
            return match[0]
        return re.sub("[:：∶]", " to ", match[0])

    return _CLOCK.sub(_clock, _RATIO.sub(ratio, text))


def _clock(match: re.Match[str]) -> str:
    hour, minute, second = int(match[1] or match[5]), match[2] or match[6] or "00", match[3]
    half = match[4] or match[7]
    said = cardinal(str(hour))
    if minute != "00" or second:
        said += f" oh {cardinal(minute[1])}" if minute[0] == "0" else f" {cardinal(minute)}"
    elif not half:
        said += " hundred" if hour > 12 or hour == 0 else " o'clock"
    if second:
        said += f" and {cardinal(str(int(second)))} seconds"
    end = "." if half and match.string[match.end() :].strip() == "" and match[0].endswith(".") else ""
    return f"{said} {half.lower()}.m." if half else said + end


def _decade(match: re.Match[str]) -> str:
    figures = match[1]
    if len(figures) == 2:
        return plural(cardinal(figures)) if figures != "00" else "two thousands"
    return plural(year(figures))


def _range(match: re.Match[str]) -> str:
    first, second = match[1], match[3]
    if len(second) == 2:
        if int(second) <= int(first[2:]):
            return match[0]
        return f"{year(first)} to {cardinal(second) if second[0] != '0' else 'oh ' + cardinal(second[1])}"
    return f"{year(first)} to {year(second)}"


def _bare(match: re.Match[str]) -> str:
    """A four-figure number is a year unless something is counted after it."""
    text, (start, end) = match.string, match.span()
    lead = text[max(0, start - 12) : start]
    if _COUNTED.match(text, end, end + 40) and not (
        _SURE_LEAD.search(lead) and not re.match(r" (?:people|yuan|kilo|meter|square|tons)", text[end:])
    ):
        return match[0]
    likely = 1900 <= int(match[1]) < 2100
    return year(match[1]) if likely or _LEAD.search(lead) else match[0]
