"""Chinese money after a number: 亿元, 美元, 一块二, 三毛五."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities import units
from zjpub.translate.quantities.numerals_zh import DIGITS, NUMBER, numeral
from zjpub.translate.quantities.scan import Measure, Readings
from zjpub.translate.quantities.values import Reading

_MONEY = re.compile(
    " ?(" + "|".join(sorted(map(re.escape, units.MONEY_ZH), key=len, reverse=True)) + r")(?![月旦素件老首宵宝论化次])"
)
_COINS = "|".join(name for name in units.MONEY_ZH if name.endswith("币"))
_NAMED_AFTER = re.compile(_COINS)
_NAMED_BEFORE = re.compile(rf"({_COINS})[约近逾超为]?$")
_RATE = re.compile("汇率|中间价|汇价")
"""After these, English says how many to the dollar, without a currency."""
_LOCAL = {
    "TWD": re.compile("台[北中南湾币]|高雄|新北|每坪"),
    "HKD": re.compile("香港|港[府铁股人]"),
    "MOP": re.compile("澳门"),
}
"""Whose 元 it may be as well."""
_CHANGE = re.compile(r"([零一二两三四五六七八九]|\d)(角|毛|分)(?:([零一二两三四五六七八九]|\d)分)?")
_CENTS = re.compile(rf"零?({NUMBER.pattern})(?:美分|欧分|港分|便士|分)")
_MILLS = re.compile(r"分([一二三四五六七八九1-9])厘")
"""一分五厘 is 0.015 yuan."""


def money(text: str, start: int, end: int) -> Measure | None:
    if not (found := _MONEY.match(text, end)):
        return _spoken_money(text, start, end)
    code, stop = units.MONEY_ZH[found[1]], found.end()
    if found[1] == "元" and (named := _NAMED_AFTER.match(text, stop)):
        code, stop = units.MONEY_ZH[named[0]], named.end()
    elif found[1] == "元" and (named := _NAMED_BEFORE.search(text, max(0, start - 6), start)):
        code = units.MONEY_ZH[named[1]]
    local = next(
        (other for other, place in _LOCAL.items() if found[1] == "元" == text[stop - 1] and place.search(text)), ""
    )
    change = Fraction(0)
    if cents := _CHANGE.match(text, stop):
        change = _digit(cents[1]) / (100 if cents[2] == "分" else 10) + (_digit(cents[3]) / 100 if cents[3] else 0)
        stop = cents.end()
    elif (cents := _CENTS.match(text, stop)) and (small := numeral(cents[1])) and small.values[0] < 100:
        change, stop = small.values[0] / 100, cents.end()
    per = {"jiao": ("CNY", 10), "fen": ("CNY", 100), "cent": ("cent", 1)}.get(code, (code, 1))
    each = (text[start:end] == "1" and "每" in text[max(0, start - 4) : start]) or (
        text[start:end] == "一" and code in ("jiao", "fen", "cent")
    )
    bare = _RATE.search(text[:start]) is not None

    def read(value: Fraction) -> Readings:
        sum_of = Reading("money", value / per[1] + change, per[0])
        there = (Reading("money", value + change, local),) if local else ()
        return (sum_of, *there, Reading("number", value)) if bare else (sum_of, *there)

    return Measure(stop, read, strict=not each)


_PIECE = re.compile(
    r"块(?:([一二三四五六七八九]|[1-9](?![\d.]))(?![十百千万个])(?:毛([一二三四五六七八九](?![十百千万个])分?)?)?)?(?![地田石])|([毛角])(?:([一二三四五六七八九])(?:分)?)?(?![巾衣绒笔病坯发皮落色度逐膜钢])"
)


_LUMPS = re.compile("(?:饼|蛋糕|皂|砖|石|玻璃|手表|电池|巧克力|豆腐|板|牌|屏|芯片|[田土荒]地|糖)[^,。;]{0,6}$")
"""What 块 counts."""
_SUM = re.compile("出头|左右|上下|多[,。;]|[,。;](?<=..)|$")
"""After 三万块, what is no noun that 块 could count."""


def _spoken_money(text: str, start: int, end: int) -> Measure | None:
    """一块二, 八毛, 三毛五; a bare 块 also counts pieces."""
    if mills := _MILLS.match(text, end):
        more = _digit(mills[1]) / 1000
        return Measure(mills.end(), lambda value: (Reading("money", value / 100 + more, "CNY"),))
    found = _PIECE.match(text, end)
    if not found:
        return None
    small = bool(found[3])
    tenth = 10 if small else 1
    if not small and not found[1] and _LUMPS.search(text, max(0, start - 10), start):
        return None
    change = _digit(found[1] or found[4] or "零") / (10 * tenth) + _digit((found[2] or "零")[0]) / 100

    def read(value: Fraction) -> Readings:
        money = Reading("money", value / tenth + change, "CNY")
        return (money,) if change or small or _SUM.match(text, found.end()) else (Reading("number", value), money)

    return Measure(found.end(), read, strict=bool(change) or text[start:end] != "一")


def _digit(sign: str) -> Fraction:
    return Fraction(DIGITS[sign]) if sign in DIGITS else Fraction(sign)
