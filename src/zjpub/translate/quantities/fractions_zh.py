"""Chinese shares of two numbers: 三分之二, 七比三, 六四开, 1/3."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.numbers_zh import MORE, approximation
from zjpub.translate.quantities.numerals_zh import NUMBER, Numeral, numeral
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Quantity, Reading

_MEASURED = re.compile("[多余]?[元美欧港日人户家台辆吨公千米名件块万亿]")
"""After a number that is no share: 下滑百分之二至三万元."""
_FRACTION = re.compile(rf"(?:({NUMBER.pattern})又)?({NUMBER.pattern})分之(?={NUMBER.pattern})")


def _fraction(text: str, start: int) -> Found | None:
    """三分之二, 百分之六点七, 十万分之三, 一又四分之三, 百分之三到五."""
    found = _FRACTION.match(text, start)
    if not found or not (below := numeral(found[2])) or not below.values[0]:
        return None
    whole = numeral(found[1]) if found[1] else None
    quantities: list[Quantity] = []
    place = found.end()
    while run := NUMBER.match(text, place):
        value = numeral(run[0])
        if value is None:
            break
        more = MORE.match(text, run.end())
        place = more.end() if more else run.end()
        approx = approximation(text, start, place, "over" if place > run.end() else value.approx)
        for each in value.values:
            share = each / below.values[0] + (whole.values[0] if whole else 0)
            readings = (Reading("percent", share), Reading("number", share))
            quantities.append(Quantity(start, place, "", readings, approx))
        join = re.compile("[至到-]|、(?=[零一二两三四五六七八九十百]+(?!分之|百))").match(text, place)
        after = NUMBER.match(text, join.end()) if join else None
        if not join or not after or _FRACTION.match(text, join.end()) or _MEASURED.match(text, after.end()):
            break
        place = join.end()
    return ([replace(quantity, end=place) for quantity in quantities], place) if quantities else None


def _negative_fraction(text: str, start: int) -> Found | None:
    """负百分之三点一."""
    found = _fraction(text, start + 1) if text[start] == "负" and text[start - 1 : start] != "正" else None
    if not found:
        return None
    return [
        replace(q, start=start, readings=tuple(replace(r, value=-r.value) for r in q.readings)) for q in found[0]
    ], found[1]


_SHARED = re.compile(
    r"([一二三四五六七八九1-9])(?:比([一二三四五六七八九1-9])(?![0-9.点十百])|:([1-9])开|([一二三四五六七八九])(?=开|分成|比例|比(?!例)|分账))"
)


def _shares(text: str, start: int) -> Found | None:
    """七比三, 六四开: two numbers, or the tenths that they are."""
    found = _SHARED.match(text, start)
    if not found or (start and text[start - 1] in "0123456789.点十百第"):
        return None
    first, second = (numeral(digit).values[0] for digit in (found[1], found[2] or found[3] or found[4]))  # type: ignore[union-attr]
    if first + second != 10:
        return None
    return [
        Quantity(start, found.end(), "", (Reading("number", v), Reading("percent", v / 10), Reading("number", v * 10)))
        for v in (first, second)
    ], found.end()


_N = r"(?:[零一二三四五六七八九十百]{1,6}|\d{1,3})"
_AGAINST = re.compile(rf"({_N})比({_N})(?![\d.点千万亿个名年月]|分之)")


def _against(text: str, start: int) -> Found | None:
    """三比二, 四十五比五十二: a score or a ratio, of which English says both numbers."""
    found = _AGAINST.match(text, start)
    values = [numeral(found[group]) for group in (1, 2)] if found else []
    if not found or (start and text[start - 1] in "0123456789.点十百千万第"):
        return None
    return [
        one(found.start() if group == 1 else found.end(1), found.end(group), Reading("number", value.values[0]))
        for group, value in enumerate(values, 1)
        if value is not None
    ], found.end()


_HEAD = "[个名位人户家辆]"
_ONE_IN = re.compile(
    rf"({NUMBER.pattern}){_HEAD}[^,，。;；\d零一二三四五六七八九十百千万几半]{{0,10}}?[就便]有({NUMBER.pattern}){_HEAD}"
)


def _one_in(text: str, start: int) -> Found | None:
    """每五个孩子中就有一个, 三人就有一人: a share, or its two numbers."""
    found = _ONE_IN.match(text, start)
    if not found or not (below := numeral(found[1])) or not (top := numeral(found[2])):
        return None
    if not 0 < top.values[0] < below.values[0]:
        return None
    parts = tuple(
        one(*found.span(group), Reading("number", value.values[0]), soft=value.values[0] == 1)
        for group, value in ((1, below), (2, top))
    )
    return [Quantity(start, found.end(), "", (Reading("percent", top.values[0] / below.values[0]),), parts=parts)], (
        found.end()
    )


_SERIES = re.compile(r"([三五七九3579])(局|场|战|盘)([两二三四五2345])胜")
_ROUND = re.compile(rf"(?<![\d.一二三四五六七八九十百])({_N})进({_N})(?![\d.一二三四五六七八九十百制位度])")


def _of_matches(text: str, start: int) -> Found | None:
    """五局三胜: the best of five, where English need not say how many win; 七进四, and 八进四, which has a name."""
    if found := _SERIES.match(text, start):
        most, least = (numeral(found[group].replace("两", "二")) for group in (1, 3))
        return _both(found, [(1, most, False), (3, least, True)])
    if (found := _ROUND.match(text, start)) and "一" not in found.groups():
        first, last = numeral(found[1]), numeral(found[2])
        named = bool(first and last and first.values[0] == 2 * last.values[0])
        return _both(found, [(1, first, named), (2, last, named)])
    return None


def _both(found: re.Match[str], numbers: list[tuple[int, Numeral | None, bool]]) -> Found:
    """The numbers of some groups, each soft or not."""
    return [
        one(*found.span(group), Reading("number", value.values[0]), soft=soft)
        for group, value, soft in numbers
        if value
    ], found.end()


_SLASH = re.compile(r"(?<![\d./])(\d{1,4})/(\d{1,4})(?![\d./年月])")


def _slash(text: str, start: int) -> Found | None:
    """1/3: a share, or two numbers."""
    found = _SLASH.match(text, start)
    if not found or not int(found[2]):
        return None
    share = Fraction(int(found[1]), int(found[2]))
    parts = tuple(one(*found.span(group), Reading("number", Fraction(found[group]))) for group in (1, 2))
    readings = (Reading("percent", share), Reading("number", share))
    return [Quantity(start, found.end(), "", readings, parts=parts)], found.end()


RULES: tuple[Rule, ...] = (_one_in, _negative_fraction, _of_matches, _shares, _against, _slash, _fraction)
