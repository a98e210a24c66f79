"""Chinese quantities that a sign or word before them makes: $, 负, 零下, 公元前, 每."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.measures_zh import measure
from zjpub.translate.quantities.numbers_zh import approximation, number
from zjpub.translate.quantities.numerals_zh import NUMBER, numeral
from zjpub.translate.quantities.scan import Found, Rule
from zjpub.translate.quantities.units import SIGNS, ZH
from zjpub.translate.quantities.values import Kind, Quantity, Reading

_SIGN = re.compile(
    "(" + "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True)) + rf") ?(-?)({NUMBER.pattern})", re.ASCII
)


def _signed_money(text: str, start: int) -> Found | None:
    found = _SIGN.match(text, start)
    value = numeral(found[3]) if found else None
    if not found or not value:
        return None
    code = "CNY" if found[1] == "￥" else SIGNS[found[1]]
    what = measure(text, *found.span(3))
    end = what.end if what.read(Fraction(1))[0].kind == "money" else found.end()
    approx = approximation(text, start, end, value.approx)
    return [Quantity(start, end, "", (Reading("money", value.values[0], code),), approx)], end


_NEGATIVE = re.compile(
    rf"(?:零下|(?<!正)负|(?:(?<![0-9A-Za-z一-鿿%])|(?<=[为至到是达了约近温于和及与、]))-)({NUMBER.pattern})"
)


def _negative(text: str, start: int) -> Found | None:
    found = _NEGATIVE.match(text, start)
    hit = number(text, found.start(1)) if found else None
    if not found or not hit or text.startswith("分之", found.end()):
        return None
    below = text[start] == "零"
    quantities = []
    for quantity in hit[0]:
        readings = tuple(replace(r, value=-r.value, unit=r.unit or ("C" if below else "")) for r in quantity.readings)
        quantities.append(replace(quantity, readings=readings, start=start))
    return quantities, hit[1]


_POLITE_AGE = re.compile("([二三四五六七八九]?十)有([一二三四五六七八九])")


def _age(text: str, start: int) -> Found | None:
    """八十有三."""
    found = _POLITE_AGE.match(text, start)
    value = numeral(found[1] + found[2]) if found else None
    return (
        ([Quantity(start, found.end(), "", (Reading("number", value.values[0]),))], found.end())
        if found and value
        else None
    )


_BEFORE_CHRIST = re.compile("(?:公元|西元|纪元)前|前(?=[1-9]\\d{1,3}年)")


def _before_christ(text: str, start: int) -> Found | None:
    """公元前221年, 公元前3世纪: negative years and centuries."""
    found = _BEFORE_CHRIST.match(text, start)
    hit = number(text, found.end()) if found else None
    if not found or not hit or (found[0] == "前" and start and text[start - 1] in "之以提目从年月日天"):
        return None
    quantities = []
    for quantity in hit[0]:
        kind: Kind = "century" if quantity.kind == "century" else "year"
        readings = (Reading(kind, -quantity.value),)
        quantities.append(replace(quantity, start=start, readings=readings, soft=False, parts=()))
    return quantities, hit[1]


_PER = ZH | {"月": "month", "日": "day", "个月": "month"}
_EACH = re.compile(
    "每("
    + "|".join(sorted(map(re.escape, _PER), key=len, reverse=True))
    + ")|([年月日周亩])(?=均)"
    + "|(?<![0-9零一二三四五六七八九十百千万两几数半多近前今去明后全每上本当同整成往历])([年月日亩])"
    + "(?=[产薪租销入]|收入|出栏|发电|利税|营收|处理|加工|接待|吞吐|客流)"
    + "|一([年月日周天])(?=[一二两三四五六七八九十0-9]{1,2}[次回趟餐顿])"
)
"""每斤, 日均, 年产: of one of its unit."""


def _each(text: str, start: int) -> Found | None:
    """每斤, 每亩, 每季度: one of its unit, which English may put in another (per 500 grams)."""
    if text.startswith("每季度", start):
        return [
            Quantity(
                start,
                start + 3,
                "",
                (Reading("percent", Fraction(1, 4)), Reading("number", Fraction(3), "month")),
                soft=True,
            )
        ], start + 3
    found = _EACH.match(text, start)
    if not found or (found[1] == "周" and text[found.end() : found.end() + 1] in "一二三四五六日天"):
        return None
    unit = _PER[next(filter(None, found.groups()))]
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(1), unit),), soft=True)], found.end()


RULES: tuple[Rule, ...] = (
    _before_christ,
    _signed_money,
    _negative,
    _each,
    _age,
)
