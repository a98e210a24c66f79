"""Chinese shares and multiples after a number: %, 百分点, 成, 折, 倍, 番."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_zh import DIGITS
from zjpub.translate.quantities.scan import Measure, Readings, simply
from zjpub.translate.quantities.values import Reading

_SHARE = re.compile(r" ?个?(?:百分点|(%|‰|％)(?!点)|%点)")
_TENTHS = re.compile(r"成(?:([一二三四五六七八九半])(?![十百千万亿个月年日]))?(?![员立功长熟交绩效型])")
_OFF = re.compile(r"折(?![叠合射线腾返旧桥扣])")


def _share(text: str, start: int, end: int) -> Measure | None:
    if found := _SHARE.match(text, end):
        if not found[1]:
            return Measure(found.end(), simply("points", per=100))
        return Measure(found.end(), simply("percent", per=1000 if found[1] == "‰" else 100))
    return None


def _tenths(text: str, start: int, end: int) -> Measure | None:
    found = _TENTHS.match(text, end)
    became = text.startswith("成为", end) and (text[start:end] == "一" or text[start - 1 : start] in ("第", "之"))
    if not found or became:
        return None
    more = Fraction(5 if found[1] == "半" else DIGITS[found[1]], 100) if found[1] else Fraction(0)
    strict = not _COOKED.match(text, found.end())
    return Measure(found.end(), lambda value: (Reading("percent", value / 10 + more),), strict)


_COOKED = re.compile("[热熟饱新满干]")
"""What English says in words: 六成热 is "moderately hot"."""


def _off(text: str, start: int, end: int) -> Measure | None:
    if not (found := _OFF.match(text, end)) or text[start:end] in ("百", "千"):
        return None

    def read(value: Fraction) -> Readings:
        left = value / (10 if value < 10 else 100)
        return Reading("price", left), Reading("discount", 1 - left)

    return Measure(found.end(), read)


_GROWTH = re.compile(
    r"(?:增|涨|升|提高|扩大|多|高|快|超|强|大|长|放大|膨胀|跳|飙|翻|增幅|涨幅|[厚宽深重粗密贵]|(?<=[一-鿿])了)"
    r"(?:长|加|多|速|幅|上|出|了|近|逾|约|将|过|超|整|足|有|不止|不足|大|达|接|几乎|可|幅度)*[约近逾超过]?$"
)
_LEVEL = re.compile(r"(?:到|至|为|的|是|成|高达|相当于|当于|大约是)[约近逾超过]{0,2}$|高达")


def grows(before: str) -> bool:
    """Whether the words before N倍 make it an increase (增长了两倍), not a level (是…的两倍)."""
    before = before[-12:]
    return bool(_GROWTH.search(before)) and not _LEVEL.search(before)


def _times(text: str, start: int, end: int) -> Measure | None:
    if text[end : end + 1] != "倍" or text[end + 1 : end + 2] in ("数", "率", "感"):
        return None
    half = Fraction(1, 2) if text[end + 1 : end + 2] == "半" else Fraction(0)
    # 翻了三倍 is said of three times as much, too.
    turned = (("factor", 0),) if "翻" in text[max(0, start - 4) : start] else ()
    more = grows(text[max(0, start - 40) : start])

    def read(value: Fraction) -> Readings:
        times = value + half
        if more:
            return tuple(
                Reading(kind, times + plus)
                for kind, plus in (("multiple", 0), ("multiple", 1), ("percent", 0), ("factor", 1), *turned)
            )
        ratio = (Reading("number", times),) if "率" in text[max(0, start - 12) : start] else ()
        return Reading("multiple", times), Reading("factor", times), Reading("percent", times), *ratio

    return Measure(end + 1 + bool(half), read)


def _doublings(text: str, start: int, end: int) -> Measure | None:
    if text[end : end + 1] != "番" or not re.search("翻了?[近约超过逾]*$", text[max(0, start - 40) : start]):
        return None

    def read(value: Fraction) -> Readings:
        times = Fraction(2) ** int(value)
        return Reading("factor", times), Reading("multiple", times), Reading("percent", times - 1)

    return Measure(end + 1, read)


_INTEREST = re.compile(r"([年月日])(?:利[率息]|息|化)[^,，。;；]{0,6}$|利[率息][^,，。;；]{0,3}$")


def _interest(text: str, start: int, end: int) -> Measure | None:
    """年利率三点八五厘, 月息两分: 厘 is a hundredth by the year and a thousandth by the month, 分 ten times as much."""
    sign = text[end : end + 1]
    if sign not in ("厘", "分") or not (rate := _INTEREST.search(text, max(0, start - 12), start)):
        return None
    per = {"年": 100, "月": 1000, "日": 10000}.get(rate[1] or "年", 100) // (10 if sign == "分" else 1)
    return Measure(end + 1, simply("percent", per=per))


RULES = (_interest, _share, _tenths, _off, _times, _doublings)
