"""English words that are quantities without being plain numbers: doubled, a dozen, hundreds of, one in four, a third."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities import units
from zjpub.translate.quantities.measures_en import measure
from zjpub.translate.quantities.numerals_en import NUMBER, PARTS, WORDS, number
from zjpub.translate.quantities.values import Approx, Quantity, Reading

Found = tuple[list[Quantity], int]


def _one(start: int, end: int, *readings: Reading, soft: bool = False, approx: Approx = "") -> Quantity:
    return Quantity(start, end, "", readings, approx, soft)


def _numbers(value: int, *kinds: str) -> tuple[Reading, ...]:
    return tuple(Reading(kind, Fraction(value)) for kind in kinds)  # type: ignore[arg-type]


_SOFT_TWO = re.compile(
    r"(?:both|the pair|a pair|pairs?|twins?|dual|bilateral|couple|either|neither|half-[a-z]+|halfway|two-way|two-pronged"
    r"|double-[a-z]+|double(?= (?:standard|digit|eleven|reduction|major|room|bed|circulation|first))|second-largest)\b", re.IGNORECASE)
_AROUND = re.compile(r"(?:a?round[- ]the[- ]clock|day and night|24/7|24-7|24 hours a day, (?:seven|7) days a week)", re.IGNORECASE)
_NONE = re.compile(
    r"(?:COVID-19|Long March|Fifth Avenue|no one|one another|one's|one of|someone|at one time|one-off|one-stop|one day(?=,? [a-z])|the one(?:s)?|one by one|one after another"
    r"|second-hand|first and foremost|at first|first of all|first aid|first lady|zero-sum|nine-dash|cloud nine|seven seas|Five-star|once|at once)\b", re.IGNORECASE)


def _phrase(text: str, place: int) -> Found | None:
    """Words that may stand for a number without being one."""
    if found := _AROUND.match(text, place):
        return [_one(place, found.end(), Reading("number", Fraction(24), "hour"), Reading("number", Fraction(24)), soft=True)], found.end()
    if found := _NONE.match(text, place):
        return [], found.end()
    if found := _SOFT_TWO.match(text, place):
        if found[0].lower().startswith("half"):
            return [_one(place, found.end(), Reading("percent", Fraction(1, 2)), soft=True)], found.end()
        return [_one(place, found.end(), *_numbers(2, "number", "factor", "ordinal"), soft=True)], found.end()
    return None


_FACTOR = re.compile(r"(doubl|trebl|tripl|quadrupl|quintupl|sextupl|octupl)(?:ed?|es|ing|y)\b|(twice|thrice)\b|(halv(?:ed?|es|ing))\b", re.IGNORECASE)
_FACTORS = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "octupl": 8, "twice": 2, "thrice": 3}


def _factor(text: str, place: int) -> Found | None:
    found = _FACTOR.match(text, place)
    if not found:
        return None
    if found[3]:
        return [_one(place, found.end(), Reading("percent", Fraction(1, 2)))], found.end()
    value = _FACTORS[(found[1] or found[2]).lower()]
    readings = _numbers(value, "factor", "multiple", "number") if found[2] else _numbers(value, "factor")
    times = re.compile(r" (more than )?(\w+) times\b", re.IGNORECASE).match(text, found.end())
    if times and value == 2 and times[2].lower() in WORDS:
        power = WORDS[times[2].lower()]
        return [_one(place, times.end(), Reading("factor", Fraction(2) ** power), Reading("multiple", Fraction(power)))], times.end()
    adjective = found[0].lower() in ("double", "triple", "quadruple") and not re.match(r" (?:the|that|its|their|last|what|to|in|as|by|from|over|this)\b|[,.]", text[found.end() : found.end() + 40])
    other = _numbers(value, "number") if adjective else (Reading("percent", Fraction(value - 1)),)
    return [_one(place, found.end(), *readings, *other, soft=adjective)], found.end()


_FOLD = re.compile(r"(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|many|several)fold\b", re.IGNORECASE)


def _fold(text: str, place: int) -> Found | None:
    found = _FOLD.match(text, place)
    if not found or found[1].lower() in ("many", "several"):
        return None
    value = WORDS.get(found[1].lower()) or {"hundred": 100, "thousand": 1000, "million": 10**6}[found[1].lower()]
    return [_one(place, found.end(), Reading("multiple", Fraction(value)))], found.end()


_PLURAL = {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_SINGLE = {"dozen": 10, "score": 10, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DEFINITE = re.compile(r"(dozen|hundred|thousand|million|billion|trillion)(?=\b|-)", re.IGNORECASE)


def _definite(text: str, place: int) -> Found | None:
    """the dozen or so; every thousand; million-ton."""
    found = _DEFINITE.match(text, place)
    if not found or not (re.search(r"\b(?:the|per|every|each|another|first|last|next|than|for|by) $", text[max(0, place - 40) : place], re.IGNORECASE) or text[found.end() : found.end() + 1] == "-"):
        return None
    name = found[1].lower()
    value = Fraction(12 if name == "dozen" else _SINGLE[name])
    what = measure(text, place, found.end())
    readings = what.read(value) + ((Reading("vague", Fraction(10)),) if name == "dozen" else ())
    return [_one(place, what.end, *readings)], what.end


_VAGUE = re.compile(
    r"(?:(tens|dozens|scores|hundreds|thousands|millions) (?:of|upon) )?(tens|dozens|scores(?= of)|hundreds|thousands|millions|billions|trillions)\b(?: of (millions|billions|trillions|thousands))?"
    r"|(?:several|a few|few|many|some|a couple of|countless) (dozen|score|hundred|thousand|million|billion|trillion)\b(?: (thousand|million|billion))?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(rf" (?:of )?({'|'.join(sorted(map(re.escape, units.MONEY_EN), key=len, reverse=True))})\b")


def _vague(text: str, place: int) -> Found | None:
    """hundreds of thousands, several dozen."""
    found = _VAGUE.match(text, place)
    if not found:
        return None
    if found[4]:
        value = _SINGLE[found[4].lower()] * (_SINGLE[found[5].lower()] if found[5] else 1)
    else:
        value = (_PLURAL[found[1].lower()] if found[1] else 1) * _PLURAL[found[2].lower()] * (_PLURAL[found[3].lower()] if found[3] else 1)
    readings = [Reading("vague", Fraction(value))]
    if found[4] and text[place : place + 4].lower() == "some":
        readings.append(Reading("number", Fraction(12 if found[4].lower() == "dozen" else value)))
    if money := _CURRENCY.match(text, found.end()):
        readings.append(Reading("vague", Fraction(value), units.MONEY_EN[money[1]]))
    return [_one(place, found.end(), *readings, approx="about")], found.end()


_UNITS = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in sorted(units.EN, key=len, reverse=True) if len(name) > 2 or name in ("mu", "li"))
_HALF_UNIT = re.compile(rf"half(?: of)?(?: an?|-an?)?[ -]({_UNITS})\b", re.IGNORECASE)
_A_UNIT = re.compile(rf"(?:an?|one|1)[ -]({_UNITS})(?: and (a half|a quarter|three quarters|half))?\b(?!-)", re.IGNORECASE)
_OR_TWO = re.compile(rf"(?:an?|one) ({_UNITS}) or two\b", re.IGNORECASE)
_LOWER = {name.lower(): symbol for name, symbol in units.EN.items()}
_PARTS_OF = {"a half": Fraction(1, 2), "half": Fraction(1, 2), "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}


def _unit(text: str, place: int) -> Found | None:
    """half an hour, a year and a half, a kilometer, the past decade."""
    if found := _OR_TWO.match(text, place):
        unit = _LOWER[found[1].lower()]
        one, two = (Reading("number", Fraction(value), unit) for value in (1, 2))
        return [_one(place, found.end(), one, soft=True), _one(place, found.end(), two)], found.end()
    if found := _HALF_UNIT.match(text, place):
        unit = _LOWER[found[1].lower().replace("-", " ")]
        return [_one(place, found.end(), Reading("number", Fraction(1, 2), unit))], found.end()
    if found := _A_UNIT.match(text, place):
        unit = _LOWER[found[1].lower().replace("-", " ")]
        if unit in ("second", "C", "degree") and found[1].lower() in ("second", "degree"):
            return None
        value = 1 + (_PARTS_OF[found[2].lower()] if found[2] else 0)
        return [_one(place, found.end(), Reading("number", Fraction(value), unit), soft=value == 1)], found.end()
    if found := re.compile(r"fortnights?\b", re.IGNORECASE).match(text, place):
        return [_one(place, found.end(), Reading("number", Fraction(2), "week"), soft=True)], found.end()
    if found := re.compile(r"(decade|centur(?:y|ies)|millenni(?:um|a))(s?)\b", re.IGNORECASE).match(text, place):
        several = found[2] or found[1].lower() in ("centuries", "millennia")
        years = {"d": 10, "c": 100, "m": 1000}[found[1][0].lower()]
        kind = "vague" if several else "number"
        return [_one(place, found.end(), Reading(kind, Fraction(years), "" if several else "year"), soft=True)], found.end()  # type: ignore[arg-type]
    return None


_PART = "|".join(sorted((part for part in PARTS if part != "half"), key=len, reverse=True))
_FRACTION = re.compile(rf"((?:an?|another|one|{'|'.join(w for w in WORDS if 1 < WORDS[w] < 100)}|\d+)(?: and (?:an?|one|two|three|four))?)[ -](?:one-)?(?:({'|'.join(('hundred', 'ten', 'thousand', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'))})[ -])?({_PART})\b", re.IGNORECASE)
_SLASH = re.compile(r"(\d+)/(\d+)(?![/\d])")
_BARE_SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_IN = re.compile(r" (?:in|out of|parts? per|per|part in)(?: every)? ", re.IGNORECASE)


def _fraction(text: str, place: int) -> Found | None:
    """two thirds, a quarter, 1/4, three in 100,000."""
    if found := _SLASH.match(text, place):
        if not int(found[2]):
            return None
        share = Fraction(int(found[1]), int(found[2]))
        parts = tuple(_one(*found.span(group), Reading("number", Fraction(found[group]))) for group in (1, 2))
        return [Quantity(place, found.end(), "", (Reading("percent", share), Reading("number", share)), parts=parts)], found.end()
    if found := _FRACTION.match(text, place):
        if re.match(r"[ -](?:time|party|person|-?place|generation|day|year|quarter|floor|grade)", text[found.end() : found.end() + 40]) and found[1].lower() in ("a", "an", "one"):
            return None
        whole, _, upper = found[1].lower().rpartition(" and ")
        if (upper in ("a", "an", "another", "one", "1")) == found[3].lower().endswith("s"):
            return None
        top = Fraction(1) if upper in ("a", "an", "another") else number(upper) or Fraction(1)
        below = PARTS[found[3].lower()] * {"hundred": 100, "ten": 10, "thousand": 1000}.get((found[2] or "").lower(), 1)
        if (found[2] or "").lower() in WORDS and found[2].lower() != "ten":
            below += WORDS[found[2].lower()]
        if found[3].lower() in ("quarters", "quarter") and re.search(r"(?:first|last|past|consecutive|previous|next|recent|straight|successive) $", text[max(0, place - 40) : place]):
            return None
        share = top / below + (number(whole) or 0 if whole else 0)
        readings = [Reading("percent", share), Reading("number", share)]
        if found[3].lower() == "quarters" and " and " not in found[0]:
            readings.append(Reading("number", top))
        if found[1].lower() == "a" and not found[3].endswith("s") and not text.startswith(" of", found.end()):
            readings.append(Reading("ordinal", Fraction(below)))
        return [_one(place, found.end(), *readings)], found.end()
    return None


def _one_in(text: str, place: int) -> Found | None:
    first = NUMBER.match(text, place)
    if not first or not (joint := _IN.match(text, first.end())):
        return None
    second = NUMBER.match(text, joint.end()) or _BARE_SCALE.match(text, joint.end())
    top, below = number(first[0]), number(second[0]) if second else None
    if not second or top is None or not below or below <= top or below not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100) and below % 10:
        return None
    if re.match(r"[ -]?(?:%|percent|yuan|years?|days|months|hours|minutes|kilo|countr|cit|provinc|dollars)|[,.]\d", text[second.end() :]) or (1000 < below < 2100 and "in" in joint[0]):
        return None
    parts = (_one(*first.span(), Reading("number", top), soft=top == 1), _one(*second.span(), Reading("number", below)))
    return [Quantity(place, second.end(), "", (Reading("percent", top / below),), parts=parts)], second.end()


_HALF = re.compile(r"half\b(?![- ](?:a|an) )", re.IGNORECASE)


def _half(text: str, place: int) -> Found | None:
    """A share of one half; soft in the first half, half-time."""
    if not (found := _HALF.match(text, place)) or text.startswith("half past", place) or NUMBER.match(text, place):
        return None
    soft = bool(re.search(r"(?:first|second|latter|other|former|top|bottom|better|1st|2nd)[ -]$", text[max(0, place - 40) : place])) or text[found.end() : found.end() + 1] == "-"
    readings = [Reading("percent", Fraction(1, 2))]
    if soft:
        readings += [Reading("number", Fraction(6), "month"), Reading("number", Fraction(1, 2))]
    return [_one(place, found.end(), *readings, soft=soft)], found.end()


_ROMAN = re.compile(r"(?i:Class|Phase|Category|Grade|Type|War|Part|Chapter|Volume|Stage|Level|Zone|Tier|Group) (I{1,3}|IV|VI{0,3}|IX|X)\b")
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _roman(text: str, place: int) -> Found | None:
    found = _ROMAN.match(text, place)
    if not found:
        return None
    value = _ROMANS[found[1]]
    return [_one(place, found.end(), *_numbers(value, "ordinal", "number"), soft=value == 1)], found.end()


_NO = re.compile(r"(?:No\.?|Nos\.|number|#) ?(\d+)\b(?![,.]\d)")


def _no(text: str, place: int) -> Found | None:
    found = _NO.match(text, place)
    if not found:
        return None
    return [_one(place, found.end(), Reading("ordinal", Fraction(found[1])), soft=found[1] == "1")], found.end()


_CODE = re.compile(r"[A-Za-z]{1,6}-?\d[A-Za-z0-9]*(?:[.\-]\d[A-Za-z0-9]*)*(?![\w])|\d+(?:\.\d+)?[A-Za-z]+\d*(?![A-Za-z0-9])")
_NOT_CODE = re.compile(r"\d[\d.]*(?:st|nd|rd|th|s|am|pm|k|m|bn?|mn|mln|bln|tn|trn|x)", re.IGNORECASE)


def code(text: str, place: int) -> Found | None:
    """C919, PM2.5, 5G: names. A number with a unit or a scale (350km, 5bn) is none."""
    found = _CODE.match(text, place)
    if not found or _NOT_CODE.fullmatch(found[0]):
        return None
    unit = re.fullmatch(r"[\d.,]+([A-Za-z]+)", found[0])
    if (unit and (unit[1] in units.EN or unit[1].lower() in ("yuan", "rmb"))) or re.match("(?:RMB|CNY|USD|HKD|EUR|GBP|JPY)\\d", found[0]):
        return None
    if re.match("No-?\\d|[a-z]+-\\d", found[0]) or (word := re.match("([A-Za-z]{4,})-?(\\d+)", found[0])) and not word[1].isupper():
        return None
    digits = re.findall(r"\d+(?:\.\d+)?", found[0])
    key = re.sub(r"[^0-9a-z.]", "", found[0].lower())
    readings = (Reading("code", Fraction(digits[0]), key), Reading("number", Fraction(digits[0])), Reading("ordinal", Fraction(digits[0])))
    return [_one(place, found.end(), *readings)], found.end()


RULES = (_unit, _phrase, _factor, _fold, _vague, _definite, _no, _roman, _one_in, _fraction, _half)
