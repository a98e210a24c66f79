"""Chinese words for a half, the double and the whole: 一半, 半小时, 翻番, 百分百."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.scan import Found, Rule
from zjpub.translate.quantities.values import Approx, Quantity, Reading

_HALF_UNITS = {
    "小时": "hour", "钟头": "hour", "世纪": "century", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
    "分钟": "minute", "公里": "km", "英里": "mile", "海里": "nmi", "公顷": "ha", "磅": "lb", "里地": "li", "斤": "jin",
    "公斤": "kg", "吨": "t", "亩": "mu", "米": "m", "秒": "second", "天": "day",
}  # fmt: skip
_HALVES = re.compile(
    r"(减半|腰斩|对折|半价|一半|对半|半数|过半(?![小年个英公米天分])|参半|各半|折半)|(大半|多半|小半)(?!年)"
    rf"|半(?=个?多?((?:{'|'.join(_HALF_UNITS)})(?!以来报)))|半"
)


def _half(text: str, place: int) -> Found | None:
    found = _HALVES.match(text, place)
    if not found:
        return None
    half = Fraction(1, 2)
    if unit := found[3]:
        symbol = _HALF_UNITS[unit]
        soft = symbol in ("month", "day", "mile") or text[place - 1 : place] in ("大", "小", "多")
        extra = (
            (Reading("number", Fraction(15), "day"), Reading("number", Fraction(2), "week"))
            if symbol == "month"
            else ()
        )
        near: Approx = "over" if text[place - 1 : place] == "大" else "under" if text[place - 1 : place] == "小" else ""
        return [
            Quantity(place, found.end(3), "", (Reading("number", half, symbol), *extra), near, soft=soft)
        ], found.end(3)
    approx: Approx = "over" if found[0] == "过半" or text.startswith("以上", found.end()) else ""
    soft = found[2] is not None or found[0] in ("半", "参半", "对半", "各半")
    readings = (Reading("percent", half), Reading("price", half), Reading("discount", half))
    share = Quantity(place, found.end(), "", readings, approx, soft)
    return [share] * (2 if found[0] in ("参半", "对半", "各半") else 1), found.end()


_DOUBLE = re.compile(r"翻(?:了)?(?:近|约|超|逾)?(?:一番|番|倍)|(?<![几数])成倍|加倍|倍增")


def _double(text: str, place: int) -> Found | None:
    found = _DOUBLE.match(text, place)
    if not found:
        return None
    two = Fraction(2)
    readings = (
        Reading("factor", two),
        Reading("multiple", two),
        Reading("percent", Fraction(1)),
        Reading("number", two),
    )
    soft = found[0] in ("成倍", "加倍", "倍增")
    return [Quantity(place, found.end(), "", readings, soft=soft)], found.end()


_ALL = re.compile("百分之?百")


def _all(text: str, place: int) -> Found | None:
    """百分百: 100 percent, or "completely"."""
    found = _ALL.match(text, place)
    return (
        ([Quantity(place, found.end(), "", (Reading("percent", Fraction(1)),), soft="之" not in found[0])], found.end())
        if found and text[found.end() : found.end() + 1] not in [*"零一二两三四五六七八九十百千万亿几0123456789点第"]
        else None
    )


RULES: tuple[Rule, ...] = (_all, _half, _double)
