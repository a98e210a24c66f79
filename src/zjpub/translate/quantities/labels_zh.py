"""Chinese ranks and names with digits: 第三, 图④, Ⅲ类, C919."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_zh import NUMBER, numeral
from zjpub.translate.quantities.scan import Found, Rule
from zjpub.translate.quantities.units import SIGNS, ZH
from zjpub.translate.quantities.values import Quantity, Reading

_LABEL = re.compile(r"[①-⑳]|[Ⅰ-Ⅻ]|(?<![A-Za-z])(?:I{1,3}|IV|VI{0,3}|IX|X)(?=[类级期型区段])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _label(text: str, start: int) -> Found | None:
    """图④, Ⅲ类, II类."""
    found = _LABEL.match(text, start)
    if not found:
        return None
    sign = found[0]
    value = ord(sign) - ord("①") + 1 if "①" <= sign <= "⑳" else ord(sign) - ord("Ⅰ") + 1 if sign > "z" else _ROMAN[sign]
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(value)),), soft=True)], found.end()


_AFTER_DAYS = re.compile("[天日](?:起|后|内)|(分钟)")
"""第九十天起 is "after 90 days" as well, 第七十分钟 "70 minutes into the match"."""
_ITEM = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)](?!\d)")


def _item(text: str, start: int) -> Found | None:
    """2.买家…: the number of an item at the head of a line, which English may leave to its layout."""
    found = _ITEM.match(text, start) if not text[:start].strip(" (") else None
    value = numeral(found[0][:-1]) if found else None
    if not found or not value or (found[0][-1] == "、" and NUMBER.match(text, found.end())):
        return None
    one = value.values[0]
    return [
        Quantity(start, found.end() - 1, "", (Reading("number", one), Reading("ordinal", one)), soft=True)
    ], found.end()


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
        after = _AFTER_DAYS.match(text, place)
        lasts = ("minute" if after[1] else "day") if after else ""
        for each in value.values:
            rank = Reading("ordinal", each, "quarter" if text.startswith(("季度", "节"), place) else "")
            quantities.append(
                Quantity(
                    start,
                    place,
                    "",
                    (rank, Reading("number", each, lasts)) if lasts else (rank,),
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


RULES: tuple[Rule, ...] = (_item, _code, _ordinal, _label)
