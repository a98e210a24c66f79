"""Chinese quantities that a sign or word before them makes: $, 第, 分之, 负, 零下, 每, names such as C919."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.measures_zh import measure
from zjpub.translate.quantities.numbers_zh import MORE, approximation, number
from zjpub.translate.quantities.numerals_zh import NUMBER, numeral
from zjpub.translate.quantities.scan import Found, Rule, one
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
        if not join or _FRACTION.match(text, join.end()) or not NUMBER.match(text, join.end()):
            break
        place = join.end()
    return ([replace(quantity, end=place) for quantity in quantities], place) if quantities else None


_NEGATIVE = re.compile(rf"(?:零下|(?<!正)负|(?:(?<![0-9A-Za-z一-鿿%])|(?<=[为至到是达了约近温于]))-)({NUMBER.pattern})")


def _negative(text: str, start: int) -> Found | None:
    found = _NEGATIVE.match(text, start)
    hit = number(text, found.start(1)) if found else None
    if not found or not hit:
        return None
    below = text[start] == "零"
    quantities = []
    for quantity in hit[0]:
        readings = tuple(replace(r, value=-r.value, unit=r.unit or ("C" if below else "")) for r in quantity.readings)
        quantities.append(replace(quantity, readings=readings, start=start))
    return quantities, hit[1]


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


_LABEL = re.compile(r"[①-⑳]|[Ⅰ-Ⅻ]|(?<![A-Za-z])(?:I{1,3}|IV|VI{0,3}|IX|X)(?=[类级期型区段])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


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


def _label(text: str, start: int) -> Found | None:
    """图④, Ⅲ类, II类."""
    found = _LABEL.match(text, start)
    if not found:
        return None
    sign = found[0]
    value = ord(sign) - ord("①") + 1 if "①" <= sign <= "⑳" else ord(sign) - ord("Ⅰ") + 1 if sign > "z" else _ROMAN[sign]
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(value)),), soft=True)], found.end()


_PER = ZH | {"月": "month", "日": "day", "个月": "month"}
_EACH = re.compile("每(" + "|".join(sorted(map(re.escape, _PER), key=len, reverse=True)) + ")|([年月日周])均")


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
    unit = _PER[found[1] or found[2]]
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(1), unit),), soft=True)], found.end()


_ORDINAL = re.compile(rf"第 ?({NUMBER.pattern})")


def _ordinal(text: str, start: int) -> Found | None:
    """第三, 第二、第三批, 第136届."""
    found = _ORDINAL.match(text, start)
    if not found:
        return None
    quantities: list[Quantity] = []
    place = found.start(1)
    while run := NUMBER.match(text, place):
        value = numeral(run[0])
        if value is None:
            break
        place = run.end()
        for each in value.values:
            quantities.append(
                Quantity(
                    start,
                    place,
                    "",
                    (Reading("ordinal", each, "quarter" if text.startswith("季度", place) else ""),),
                    value.approx,
                    soft=each == 1 or _is_next(text, start, place),
                )
            )
        join = re.compile("[、至到和-](?=[0-9一二三四五六七八九十]+[^0-9一二三四五六七八九十年月日个])").match(
            text, place
        )
        if not join:
            break
        place = join.end()
    return (quantities, place) if quantities else None


def _is_next(text: str, start: int, end: int) -> bool:
    """第二天, which is "the next day"."""
    return text[start:end] == "第二" and text[end : end + 1] in ("天", "日", "年", "个")


_CODE = re.compile(
    r"[A-Za-z]+[-‐.·]?\d[A-Za-z0-9]*(?:[.\-][A-Za-z0-9]+)*|\d+(?:\.\d+)?(?!(?:st|nd|rd|th)\b)[A-Za-z]+\d*(?![A-Za-z0-9])"
)


_COUNTED = re.compile(r"[A-Za-z]+\d+(?:\.\d+)?")
_SCALED = re.compile("[万亿元美%]|周?年(?![款型版])|百分点|[多余]?[万亿]")


def _code(text: str, start: int) -> Found | None:
    """C919, PM2.5, 5G, 3D: names, which English repeats. A number with a unit (350km, GDP36万元) is none."""
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        return None
    if not (found := _CODE.match(text, start)):
        return None
    unit = re.fullmatch(r"[\d.,]+([A-Za-z]+)", found[0])
    money = re.match("[A-Z]+", found[0])
    if (unit and unit[1] in ZH and unit[1] != "G") or (money and money[0] in SIGNS):
        return None
    if _COUNTED.fullmatch(found[0]) and _SCALED.match(text, found.end()):
        return None
    return [code(start, found.end(), found[0])], found.end()


def code(start: int, end: int, name: str) -> Quantity:
    """A name with digits in it as a quantity that may be left out but must not change."""
    digits = re.findall(r"\d+(?:\.\d+)?", name)
    key = re.sub(r"[^0-9a-z.]", "", name.lower())
    readings = (Reading("code", Fraction(digits[0]), key), Reading("number", Fraction(digits[0])))
    known = re.fullmatch(r"[A-Z]{1,6}-?\d{1,5}[A-Z]{0,3}|\d{1,3}[A-Z]{1,3}", name)
    return Quantity(start, end, "", readings, soft=not known)


RULES: tuple[Rule, ...] = (
    _before_christ,
    _signed_money,
    _code,
    _negative,
    _ordinal,
    _label,
    _each,
    _shares,
    _age,
    _slash,
    _fraction,
)
