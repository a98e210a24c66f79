"""Chinese dates and decades."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.clocks_zh import small
from zjpub.translate.quantities.numerals_zh import DIGITS, numeral
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Reading

_ISO = re.compile(r"([12]\d{3})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\.?\d)")


def _iso(text: str, place: int) -> Found | None:
    """2023-04-08."""
    found = _ISO.match(text, place)
    if not found or text[place - 1 : place].isdigit():
        return None
    return [
        one(*found.span(1), Reading("year", Fraction(found[1]))),
        one(*found.span(3), Reading("month", Fraction(found[3]))),
        one(*found.span(4), Reading("day", Fraction(found[4]))),
    ], found.end()


_SHORT_YEARS = re.compile(r"([12]\d)(\d\d)[-至到~/](\d\d)(?=年|赛季|学年|财年)")


def _short_years(text: str, place: int) -> Found | None:
    """1950-53年, 1995-96赛季."""
    found = _SHORT_YEARS.match(text, place)
    if not found or text[place - 1 : place].isdigit() or found[3] <= found[2]:
        return None
    years = (found[1] + found[2], found[1] + found[3])
    return [one(place, found.end(), Reading("year", Fraction(year))) for year in years], found.end()


_DECADE = re.compile(
    r"(?:(上个?|本)世纪|(\d\d|[一二]十[一二三四五六七八九]?|十[一二三四五六七八九])世纪)?"
    r"((?:1[89]|20)\d0|\d0|[一二三四五六七八九]十)(?:-(\d0)|、((?:\d|[一二三四五六七八九])[0十])|([一二三四五六七八九])?)?年代(?![工表言销购码办理替])"
)


def _decade(text: str, place: int) -> Found | None:
    """上世纪九十年代, 20世纪80年代, 90年代, 1990年代, 七八十年代."""
    found = _DECADE.match(text, place)
    if not found:
        return None
    base = {"上": 1900, "上个": 1900, "本": 2000}.get(found[1] or "", 0)
    if found[2]:
        base = (small(found[2]) - 1) * 100
    decades = [found[3], found[4] or found[5]]
    return [
        one(place, found.end(), Reading("decade", Fraction(base + _small_decade(text)))) for text in decades if text
    ], found.end()


def _small_decade(text: str) -> int:
    return int(text) if text.isdigit() else int(numeral(text).values[0])  # type: ignore[union-attr]


_TWO_DECADES = re.compile(
    r"(?:(上个?|本)世纪|(\d\d|[一二]?十[一二三四五六七八九]?)世纪)?([二三四五六七八九])([三四五六七八九])十年代"
)


def _two_decades(text: str, place: int) -> Found | None:
    """上世纪七八十年代."""
    found = _TWO_DECADES.match(text, place)
    if not found:
        return None
    base = {"上": 1900, "上个": 1900, "本": 2000}.get(found[1] or "", 0)
    if found[2]:
        base = (small(found[2]) - 1) * 100
    return [
        one(place, found.end(), Reading("decade", Fraction(base + DIGITS[found[group]] * 10))) for group in (3, 4)
    ], found.end()


_NTH_DECADE = re.compile(
    r"(?:(上个?|本)世纪|(\d\d|[一二]?十[一二三四五六七八九]?)世纪)的?(?:第?([一二三四五六七八九十])个?|头个?)十年(?!代)"
)


def _nth_decade(text: str, place: int) -> Found | None:
    """本世纪第二个十年: the 2010s."""
    found = _NTH_DECADE.match(text, place)
    if not found:
        return None
    base = {"上": 1900, "上个": 1900, "本": 2000}.get(found[1] or "") or (small(found[2]) - 1) * 100
    nth = Fraction(small(found[3] or "一"))
    return [
        one(place, found.end() - 2, Reading("ordinal", nth), Reading("decade", base + 10 * (nth - 1))),
        one(found.end() - 2, found.end(), Reading("number", Fraction(10), "year"), soft=True),
        one(place, place + 3, Reading("century", Fraction(base // 100 + 1)), soft=True),
    ], found.end()


_THIS_CENTURY = re.compile("(上个?|本|下个?)世纪")
_DOTTED = re.compile(r"(?<![\d·])(0?[1-9]|1[0-2])·(0?[1-9]|[12]\d|3[01])(?![\d·])")


def _named_century(text: str, place: int) -> Found | None:
    """本世纪, which English may number."""
    found = _THIS_CENTURY.match(text, place)
    if not found:
        return None
    value = {"上": 20, "本": 21, "下": 22}[found[1][0]]
    return [one(place, found.end(), Reading("century", Fraction(value)), soft=True)], found.end()


def _dotted(text: str, place: int) -> Found | None:
    """5·12: May 12."""
    found = _DOTTED.match(text, place)
    if not found:
        return None
    month, day = Fraction(found[1]), Fraction(found[2])
    return [
        one(*found.span(1), Reading("month", month), Reading("number", month), soft=True),
        one(*found.span(2), Reading("day", day), Reading("number", day), soft=True),
    ], found.end()


RULES: tuple[Rule, ...] = (_iso, _short_years, _two_decades, _decade, _nth_decade, _named_century, _dotted)
