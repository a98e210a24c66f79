"""English clock times, and the scores and ratios that look like them."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_en import cardinal, two_digits

_HALF = r" ?([aApP])(?:\.[mM]\.|[mM]\b)"
_CLOCK = re.compile(
    rf"(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:]|\.\d)(?:{_HALF})?|"
    rf"(?<![\d:.,$])(1[0-2]|[1-9])(?:\.([0-5]\d))?{_HALF}"
)
_FROM_TO = re.compile(
    r"(?<![\d:.,$-])(\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?) ?[-–—] ?(?=\d{1,2}:\d\d(?!\d)|\d{1,2}(?::\d\d)? ?[ap]\.?m\b)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d\.\d{1,3})(?![\d:])(?: (?:minutes|seconds)\b)?")
_ZONED = re.compile(
    r"(?<![\d.:,$])([01]?\d|2[0-3])\.([0-5]\d)"
    r"(?= ?(?:GMT|UTC|BST|CET|E[SD]?T|P[SD]?T|IST|JST|HKT|local time|hours|noon)\b)"
)
_LASTED = re.compile(r"(\b[A-Za-z]+ |[\d,] |(?<![\d:.]))(\d):([0-5]\d):([0-5]\d)(?![\d:]|\.\d)")
_AT = re.compile(r"(?:at|by|from|until|till|after|before|about|around|since|\d|,) ", re.IGNORECASE)
_RUN_IN = re.compile(r"(\b(?:in|(?:time|record|mark|best) (?:of|was)) |[(\[])(2[4-9]|[3-5]\d):([0-5]\d)(?![\d:]|\.\d)")
_ZONE = r"(?:GMT|UTC|BST|CET|JST|HKT|local time|hours|hrs)\b"
_FOUR_FIGURES = re.compile(
    rf"(?<![\d,.$:/-])([01]\d|2[0-3])([0-5]\d)(?= ?{_ZONE}|(?: to | and | ?[-–] ?)[012]\d[0-5]\d ?{_ZONE})|"
    r"(\b(?:at|by|from|until|before|after) )(0[1-9])([0-5]\d)(?![\d:/-]|[.,]\d)"
)
_STAMP = re.compile(r"(?<=\d{4}-\d\d-\d\d)[ T](?=\d{1,2}:\d\d)")
_TO_DAY = re.compile(r"(\d:\d\d) ?[-–—] ?(?=[A-Z][a-z]+ \d)")
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RATIO = re.compile(rf"(?<![\d:])(?<!\d,){_FIGURE}(?:[:∶]{_FIGURE})+(?![\d:])")
_SCORED = re.compile(
    r"\b(?:beat|beats|won|wins?|lost|loses|defeat(?:ed|s)?|scored?|ratio|draw|drew|lead|led|victory|odds|final)\b",
    re.IGNORECASE,
)
_TO_SCALE = re.compile(r"[ -](?:scale|models?|maps?|replicas?|ratio|odds|mix|miniatures?)\b")
_LEFT = re.compile(r" (?:left|remaining|to (?:go|play|spare)|on the clock)\b")
_TIMED = re.compile(r"(?:\b(?:at|on|from|until|till|by|before|after|around|about|since|off)|[-–—])\s?\Z", re.IGNORECASE)


def _lasted(match: re.Match[str]) -> str:
    """2:08:15 is what a race took, unless a word before it says that it is a time of day."""
    lead, *figures = match.groups()
    if _AT.fullmatch(lead):
        return match[0]
    counts = ((int(count), name) for count, name in zip(figures, ("hour", "minute", "second"), strict=True))
    return lead + " ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts)


def _run_in(match: re.Match[str]) -> str:
    """52:18 after `in` or in brackets is said figure by figure."""
    lead, minutes, seconds = match.groups()
    return f"{lead}{cardinal(minutes)} {two_digits(seconds) if int(seconds) else 'minutes'}"


def _four_figures(match: re.Match[str]) -> str:
    """0830 GMT → oh eight thirty; 2300 hours → twenty-three hundred."""
    lead = match[3] or ""
    hour, minute = match[1] or match[4], match[2] or match[5]
    return f"{lead}{two_digits(hour)} {two_digits(minute) if int(minute) else 'hundred'}"


def clock(text: str) -> str:
    """9:30 a.m. → nine thirty a.m.; 3:1 → 3 to 1."""
    text = _RUN_IN.sub(_run_in, _LASTED.sub(_lasted, _FOUR_FIGURES.sub(_four_figures, text)))
    text = _ZONED.sub(r"\1:\2", _TAKEN.sub(_taken, text.replace("：", ":")))
    text = _STAMP.sub(", ", _FROM_TO.sub(r"\1 to ", _TO_DAY.sub(r"\1 to ", text)))
    scored = bool(_SCORED.search(text))

    def ratio(match: re.Match[str]) -> str:
        return match[0] if _is_time(match, scored) else re.sub("[:∶]", " to ", match[0])

    return _CLOCK.sub(_time, _RATIO.sub(ratio, text))


def _taken(match: re.Match[str]) -> str:
    hours, minutes, seconds = match.groups()
    said = f"{int(minutes)} {'minute' if int(minutes) == 1 else 'minutes'} {seconds.lstrip('0')} seconds"
    return f"{int(hours)} {'hour' if int(hours) == 1 else 'hours'} {said}" if hours else said


def _is_time(match: re.Match[str], scored: bool) -> bool:
    timed = _CLOCK.match(match.string, match.start())
    if not timed or timed.end() < match.end() or "∶" in match[0]:
        return False
    if _TO_SCALE.match(match.string, match.end()):
        return False
    if match[0].count(":") == 2 or _LEFT.match(match.string, match.end()):
        return True
    before = match.string[max(0, match.start() - 12) : match.start()]
    return not scored or bool(timed[4]) or bool(_TIMED.search(before))


def _time(match: re.Match[str]) -> str:
    hour, minute, second = int(match[1] or match[5]), match[2] or match[6] or "00", match[3]
    half = match[4] or match[7]
    said = cardinal(str(hour))
    if minute != "00" or second:
        said += f" {two_digits(minute)}"
    elif not half:
        said += " hundred" if hour > 12 or hour == 0 else " o'clock"
    if second:
        said += f" and {cardinal(str(int(second)))} seconds"
    return f"{said} {half.lower()}.m{'.' if match[0][-1] == '.' else ''}" if half else said
