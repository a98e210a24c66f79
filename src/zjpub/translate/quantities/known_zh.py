"""Chinese words for numbers that only a reader of Chinese knows: 大一轮 (twelve years), 建国以来 (since 1949)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.labels_zh import code
from zjpub.translate.quantities.numerals_zh import numeral
from zjpub.translate.quantities.scan import Found, Rule
from zjpub.translate.quantities.values import Kind, Quantity, Reading

_CYCLE = re.compile("(?<=[大小差长])了?([一两二三])轮(?![次比赛])")


def _cycle(text: str, place: int) -> Found | None:
    """比妻子大一轮: by twelve years, one round of the zodiac."""
    found = _CYCLE.match(text, place)
    value = numeral(found[1].replace("两", "二")) if found else None
    if not found or not value:
        return None
    years = Reading("number", 12 * value.values[0], "year")
    return [Quantity(place, found.end(), "", (years, Reading("number", value.values[0])))], found.end()


_OF_TEN = re.compile("十之([一二三四五六七八九]{1,2})(?![十百千万亿年月日])")


def _of_ten(text: str, place: int) -> Found | None:
    """十之五六: five or six of ten."""
    found = _OF_TEN.match(text, place)
    value = numeral(found[1]) if found else None
    if not found or not value:
        return None
    ten = Quantity(place, place + 1, "", (Reading("number", Fraction(10)),), soft=True)
    often = found[1] in ("八九", "九")
    return [
        ten,
        *(
            Quantity(place, found.end(), "", (Reading("percent", each / 10), Reading("number", each)), soft=often)
            for each in value.values
        ),
    ], found.end()


_EPOCHS = {"建国": 1949, "新中国成立": 1949, "解放": 1949, "改革开放": 1978}
_EPOCH = re.compile(f"({'|'.join(_EPOCHS)})(?:以来|初期|后|前|之初)")
_POLLUTANTS = {"可吸入颗粒物": "PM10", "细颗粒物": "PM2.5"}
_POLLUTANT = re.compile("|".join(_POLLUTANTS))


_ALL_WON = re.compile("([一二两三四五六七八九十])战(?=全胜|全败|全负)")
_SIGN = "(?![成折倍点分元角块零一二三四五六七八九十百千万亿多余])[一-鿿]"
_EACH_ONE = re.compile(f"(?<![零一二三四五六七八九十百千万亿])一{_SIGN}一{_SIGN}(?![0-9零一二三四五六七八九十])")
_FORM = re.compile("([高初])([一二三])(?=[(（0-9班学年毕生的]|[一二三四五六七八九十]班|新生)")
_TAEL = re.compile("一两(?=[银白黄酒肉茶碎])")
_NOUGHT = Reading("number", Fraction(0))
_HUNDRED = (Reading("number", Fraction(100), "km"), Reading("number", Fraction(100)))


def _known_by(text: str, place: int) -> Found | None:
    """建国以来, which English may date; 细颗粒物, which it may call PM2.5."""
    if found := _EPOCH.match(text, place):
        return [
            Quantity(place, found.end(), "", (Reading("year", Fraction(_EPOCHS[found[1]])),), soft=True)
        ], found.end()
    if found := _EACH_ONE.match(text, place):
        return [
            Quantity(place, found.end(), "", (Reading("number", Fraction(1)),), soft=True) for _ in "12"
        ], found.end()
    if (found := _ALL_WON.match(text, place)) and (count := numeral(found[1])):
        said = Quantity(place, found.end(1), "", (Reading("number", count.values[0]),))
        return [said, replace(said, soft=True)], found.end()
    if text.startswith("零百", place) and text.startswith(("加速", "公里"), place + 2):
        return [Quantity(place, place + 2, "", each, soft=True) for each in ((_NOUGHT,), _HUNDRED)], place + 2
    if text.startswith("百公里加速", place):
        return [Quantity(place, place + 3, "", each, soft=True) for each in ((_NOUGHT,), _HUNDRED)], place + 3
    if found := _FORM.match(text, place):
        form = Fraction("一二三".index(found[2]) + 1)
        grades = (form, form + (9 if found[1] == "高" else 6))
        kinds: tuple[Kind, ...] = ("number", "ordinal")
        return [
            Quantity(place, found.end(), "", tuple(Reading(kind, g) for g in grades for kind in kinds), soft=True)
        ], found.end()
    if found := _TAEL.match(text, place):
        return [Quantity(place, found.end(), "", (Reading("number", Fraction(1), "liang"),), soft=True)], found.end()
    if found := _POLLUTANT.match(text, place):
        return [replace(code(place, found.end(), _POLLUTANTS[found[0]]), soft=True)], found.end()
    return None


RULES: tuple[Rule, ...] = (_known_by, _cycle, _of_ten)
