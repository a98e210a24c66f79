"""English ordinals: 38th, thirty-eighth, the 21st century, No. 3, Class V."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_en import NUMBER, ORDINALS, WORDS, number
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Reading

_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = re.compile(
    r"(?:(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)"
    r"|((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred and|hundred)[ -])?"
    rf"({_ORDINAL_WORD}))\b"
    r"(?:[ -](centur(?:y|ies)))?",
    re.IGNORECASE,
)
_SECOND_WORDS = re.compile(
    r"second(?:-?hand|ary|ed|ing|ly|-guess\w*| to none| thoughts?| nature)\b|third[- ]part(?:y|ies)|tertiary|primary",
    re.IGNORECASE,
)


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
    return [one(place, found.end(), Reading("ordinal", value * scale), Reading("percent", value / scale))], found.end()


_DECADE_OF = re.compile(r"(?:\d0'?s|ties) of the $", re.IGNORECASE)


def _ordinal(text: str, place: int) -> Found | None:
    """3rd, twenty-third, the 21st century."""
    if found := _SECOND_WORDS.match(text, place):
        return [one(place, found.end(), *_soft_ordinal(found[0]), soft=True)], found.end()
    if re.compile(r"runners?-up", re.IGNORECASE).match(text, place):
        return [one(place, place + 9, Reading("ordinal", Fraction(2)), soft=True)], place + 9
    if re.compile(r"second\b(?!-)", re.IGNORECASE).match(text, place) and re.search(
        r"(?:\bper|every|each|split|one|single|\b[Ii]n a) $", text[max(0, place - 40) : place]
    ):
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
        soft = bool(_DECADE_OF.search(text[max(0, place - 24) : place]))
        return [one(place, found.end(), Reading("century", value), soft=soft)], found.end()
    end, unit = found.end(), ""
    if quarter := re.compile(r"[ -]quarters?\b").match(text, end):
        end, unit = quarter.end(), "quarter"
    if _OF_ERA.match(text, end):
        return [one(place, end, Reading("ordinal", value), Reading("number", value, "year"), soft=value == 1)], end
    soft = value == 1 or (found[0].lower() == "second" and text[max(0, place - 2) : place] == "a ")
    return [one(place, end, Reading("ordinal", value, unit), soft=soft)], end


_OF_ERA = re.compile(r" year of (?:the )?[A-Z]")
_ROMAN = re.compile(
    r"(?i:Class|Phase|Category|Grade|Type|War|Part|Chapter|Volume|Stage|Level|Zone|Tier|Group) "
    r"(I{1,3}|IV|VI{0,3}|IX|X)\b"
)
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _roman(text: str, place: int) -> Found | None:
    found = _ROMAN.match(text, place)
    if not found:
        return None
    value = Fraction(_ROMANS[found[1]])
    return [one(place, found.end(), Reading("ordinal", value), Reading("number", value), soft=value == 1)], found.end()


_BARE_ROMAN = re.compile(r"(?<![A-Za-z.])(?=[XVI]{2})(X{0,3})(IX|IV|V?I{0,3})\b(?![.-])")


def _bare_roman(text: str, place: int) -> Found | None:
    """the XXXIII Olympiad, Louis XIV: soft, since it may be a name."""
    found = _BARE_ROMAN.match(text, place)
    if not found:
        return None
    value = Fraction(10 * len(found[1]) + _ROMANS.get(found[2], 0))
    return [one(place, found.end(), Reading("ordinal", value), Reading("number", value), soft=True)], found.end()


_NO = re.compile(r"(?:No\.?|Nos\.|number|#) ?(\d+)\b(?![,.]\d)")


def _no(text: str, place: int) -> Found | None:
    found = _NO.match(text, place)
    if not found:
        return None
    return [one(place, found.end(), Reading("ordinal", Fraction(found[1])), soft=found[1] == "1")], found.end()


NAMED: tuple[Rule, ...] = (_no, _roman, _bare_roman)
RULES: tuple[Rule, ...] = (_great_ordinal, _ordinal)
