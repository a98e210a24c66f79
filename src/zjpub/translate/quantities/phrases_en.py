"""English words that are quantities without being plain numbers: doubled, dozens, half an hour, both."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.measures_en import measure
from zjpub.translate.quantities.numerals_en import WORDS
from zjpub.translate.quantities.scan import Found, Rule, any_of, one
from zjpub.translate.quantities.units import MONEY_EN
from zjpub.translate.quantities.values import Quantity, Reading


def _numbers(value: int, *kinds: str) -> tuple[Reading, ...]:
    return tuple(Reading(kind, Fraction(value)) for kind in kinds)  # type: ignore[arg-type]


_SOFT_TWO = re.compile(
    r"(?:both|the pair|a pair|pairs?|twins?|dual|bilateral|couple|either|neither|half-[a-z]+|halfway|two-way"
    r"|two-pronged"
    r"|double-[a-z]+|double(?= (?:standard|digit|eleven|reduction|major|room|bed|circulation|first))|second-largest)\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:a?round[- ]the[- ]clock|day and night|24/7|24-7|24 hours a day, (?:seven|7) days a week)", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:(?:men's|women's|mixed) doubles|doubles(?= (?:final|match|title|partner|player|pair|team|event))"
    r"|Long March|Fifth Avenue|no one|one another|one's|one of|someone|at one time|one-off|one-stop"
    r"|one(?= (?:two|three|four|five|six|seven|eight|nine)\b)"
    r"|one day(?=,? [a-z])|the ones?(?![- ]\w+ion\b|[- ](?:hundred|thousand)\b)|one by one|one after another"
    r"|second-hand|first and foremost|at first|first of all"
    r"|first aid|first lady|zero-sum|nine-dash|cloud nine|seven seas|five-star|once|at once)\b",
    re.IGNORECASE,
)


_MAJORITY = re.compile(r"majority\b", re.IGNORECASE)


def _phrase(text: str, place: int) -> Found | None:
    """Words that may stand for a number without being one."""
    if found := _AROUND.match(text, place):
        return [
            one(place, found.end(), Reading("number", Fraction(24), "hour"), Reading("number", Fraction(24)), soft=True)
        ], found.end()
    if found := _NONE.match(text, place):
        return [], found.end()
    if found := _MAJORITY.match(text, place):
        return [one(place, found.end(), Reading("percent", Fraction(1, 2)), soft=True)], found.end()
    if found := _SOFT_TWO.match(text, place):
        if found[0].lower().startswith("half"):
            return [one(place, found.end(), Reading("percent", Fraction(1, 2)), soft=True)], found.end()
        return [one(place, found.end(), *_numbers(2, "number", "factor", "ordinal"), soft=True)], found.end()
    return None


_FACTOR = re.compile(
    r"(doubl|trebl|tripl|quadrupl|quintupl|sextupl|octupl)(?:ed?|es|ing|y)\b|(twice|thrice)\b|(halv(?:ed?|es|ing))\b",
    re.IGNORECASE,
)
_FACTORS = {
    "doubl": 2,
    "trebl": 3,
    "tripl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "sextupl": 6,
    "octupl": 8,
    "twice": 2,
    "thrice": 3,
}


_AS_MUCH = re.compile(r" (?:as (?:much|many|large|big|high|long|fast)|those|that of|the (?:size|number|amount))\b")


def _factor(text: str, place: int) -> Found | None:
    found = _FACTOR.match(text, place)
    if not found:
        return None
    if found[3]:
        return [one(place, found.end(), Reading("percent", Fraction(1, 2)))], found.end()
    value = _FACTORS[(found[1] or found[2]).lower()]
    kinds = ("factor",) if not found[2] or _AS_MUCH.match(text, found.end()) else ("factor", "number")
    readings = _numbers(value, *kinds)
    times = re.compile(r" (more than )?(\w+) times\b", re.IGNORECASE).match(text, found.end())
    if times and value == 2 and times[2].lower() in WORDS:
        power = WORDS[times[2].lower()]
        return [
            one(place, times.end(), Reading("factor", Fraction(2) ** power), Reading("multiple", Fraction(power)))
        ], times.end()
    adjective = found[0].lower() in ("double", "triple", "quadruple") and not re.match(
        r" (?:the|that|its|their|last|what|to|in|as|by|from|over|this)\b|[,.]", text[found.end() : found.end() + 40]
    )
    growth = () if found[2] else (Reading("percent", Fraction(value - 1)),)
    other = _numbers(value, "number") if adjective else growth
    return [one(place, found.end(), *readings, *other, soft=adjective)], found.end()


_FOLD = re.compile(
    r"(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|many|several)fold\b",
    re.IGNORECASE,
)


def _fold(text: str, place: int) -> Found | None:
    found = _FOLD.match(text, place)
    if not found or found[1].lower() in ("many", "several"):
        return None
    value = WORDS.get(found[1].lower()) or {"hundred": 100, "thousand": 1000, "million": 10**6}[found[1].lower()]
    return [one(place, found.end(), Reading("multiple", Fraction(value)))], found.end()


_PLURAL = {
    "tens": 10,
    "dozens": 10,
    "scores": 10,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
_SINGLE = {
    "one": 1,
    "dozen": 10,
    "score": 10,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_DEFINITE = re.compile(
    r"(dozen|hundred|thousand|million|billion|trillion)(?: (thousand|million|billion))?(?=\b|-)", re.IGNORECASE
)


def _definite(text: str, place: int) -> Found | None:
    """the dozen or so; every thousand; million-ton."""
    found = _DEFINITE.match(text, place)
    if not found or not (
        re.search(
            r"\b(?:the|per|every|each|another|first|last|next|than|for|by|further|additional|extra|full|whole) $",
            text[max(0, place - 40) : place],
            re.IGNORECASE,
        )
        or text[found.end() : found.end() + 1] == "-"
    ):
        return None
    name = found[1].lower()
    value = Fraction(12 if name == "dozen" else _SINGLE[name] * _SINGLE[(found[2] or "").lower() or "one"])
    what = measure(text, place, found.end())
    readings = what.read(value) + ((Reading("vague", Fraction(12)),) if name == "dozen" else ())
    return [one(place, what.end, *readings)], what.end


_VAGUE = re.compile(
    r"(?:(tens|dozens|scores|hundreds|thousands|millions) (?:of|upon) )?"
    r"(tens|dozens|scores(?= of (?!\d))|hundreds|thousands|millions|billions|trillions)\b"
    r"(?: of (millions|billions|trillions|thousands))?"
    r"|(?:several|a few|few|many|some|a couple of|countless) "
    r"(dozen|score|hundred|thousand|million|billion|trillion)\b(?: (thousand|million|billion))?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(rf" (?:of )?({any_of(MONEY_EN)})\b")


def _vague(text: str, place: int) -> Found | None:
    """hundreds of thousands, several dozen."""
    found = _VAGUE.match(text, place)
    if not found:
        return None
    if found[4]:
        value = _SINGLE[found[4].lower()] * (_SINGLE[found[5].lower()] if found[5] else 1)
    else:
        upon = " upon " in found[0].lower()
        value = (
            (_PLURAL[found[1].lower()] if found[1] and not upon else 1)
            * _PLURAL[found[2].lower()]
            * (_PLURAL[found[3].lower()] if found[3] else 1)
        )
    readings = [Reading("vague", Fraction(value))]
    if found[4] and text[place : place + 4].lower() == "some":
        readings.append(Reading("number", Fraction(12 if found[4].lower() == "dozen" else value)))
    if money := _CURRENCY.match(text, found.end()):
        readings.append(Reading("vague", Fraction(value), MONEY_EN[money[1]]))
        readings.pop(0)
    return [Quantity(place, found.end(), "", tuple(readings), "about")], found.end()


_GREAT = re.compile(r"(ten|hundred|thousand)-(thousand|million|billion)\b", re.IGNORECASE)


def _great(text: str, place: int) -> Found | None:
    """the hundred-billion-yuan level."""
    if not (found := _GREAT.match(text, place)):
        return None
    scales = {"ten": 10, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
    value = Fraction(scales[found[1].lower()] * scales[found[2].lower()])
    what = measure(text, place, found.end())
    return [one(place, what.end, *what.read(value), Reading("vague", value))], what.end


RULES: tuple[Rule, ...] = (_great, _phrase, _factor, _fold, _vague, _definite)
