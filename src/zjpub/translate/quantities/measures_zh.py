"""What stands after a Chinese number, and so what the number measures: 成, 折, 倍, 年, 元, 公里, 名."""

from __future__ import annotations

import re

from zjpub.translate.quantities import shares_zh
from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.money_zh import money
from zjpub.translate.quantities.periods_zh import cohort, month_or_day, period, year
from zjpub.translate.quantities.scan import Measure, simply
from zjpub.translate.quantities.units_zh import and_half, special, unit

_SERIES = re.compile(
    "期(?=工程|项目|码头|临床|厂房?|试验|改造|扩建)|届(?=全国|中央|省|市|人大|政协|党|[一二三四五六七八]中|执委|理事|监事|常委)|楼(?![房盘宇栋道市层上])"
)
_SESSION = re.compile("次(?:全体)?(?:会议|全会)")
_CONGRESS = re.compile("大(?=以来|报告|精神|召开|代表|[前后之、,。;”]|提出|擘|部署|闭幕|开幕|作出|明确|胜利|$)")


def _series(text: str, start: int, end: int) -> Measure | None:
    """十三届全国人大五次会议, 二十大, 三楼: one of a series."""
    before = text[max(0, start - 12) : start]
    if found := _SERIES.match(text, end):
        storeys = found[0] == "楼" and before[-1:] in [*"高共建座栋幢"]
        one = text[start:end] == "一" and before[-1:] != "第"
        return None if storeys else Measure(found.end(), simply("ordinal"), strict=not one)
    if (found := _SESSION.match(text, end)) and re.search("届|人大|政协|代表大会|委员会", before):
        return Measure(found.end(), simply("ordinal"))
    if text[start:end] in _CONGRESSES and (found := _CONGRESS.match(text, end)):
        return Measure(found.end(), simply("ordinal", "congress"))
    return None


_CONGRESSES = frozenset(["十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一"])


_THE_TWO = re.compile("人(?![死伤遇失被获受]|当场)")
"""两人是同学, of two who were named before."""
_LEVELS = re.compile("[省市县区乡镇村街社]{2,}$")


def _few(text: str, start: int, end: int) -> Measure | None:
    """沪深两市, 三省: English names them instead of counting."""
    levels = text[end : end + 1] == "级" and _LEVELS.search(text, max(0, start - 5), start)
    if text[start:end] == "两" and _THE_TWO.match(text, end) and text[start - 1 : start] in [*",。;、"]:
        return Measure(end, simply("number"), strict=False)
    if text[start:end] in "两二三四五六" and (levels or re.match("[国市省地方县区州校者]", text[end : end + 40])):
        return Measure(end, simply("number"), strict=False)
    return None


def _one(text: str, start: int, end: int) -> Measure | None:
    """1个, 1名: English may say "a"."""
    if text[start:end] == "1" and re.match("[个名位家项条人件种次]", text[end : end + 40]):
        return Measure(end, simply("number"), strict=False)
    return None


_HURT = re.compile("死(?=[一二两三四五六七八九十]*[多余]?伤|[,。;])|[轻重]?伤(?=[,。;]|$)")
"""三死五伤."""

_RULES = (
    special,
    cohort,
    _series,
    *shares_zh.RULES,
    and_half,
    money,
    period,
    year,
    unit,
    month_or_day,
    _one,
    _few,
)


def measure(text: str, start: int, end: int) -> Measure:
    """The measure of the number `text[start:end]`; in doubt a bare number, strict if surely counted."""
    for rule in _RULES:
        if found := rule(text, start, end):
            return found
    raw = text[start:end]
    lone = len(raw) == 1 and not raw.isascii()
    round_figure = lone and raw in "百千万亿"
    if round_figure and text[end + 1 : end + 3] in ("以上", "以下", "以内"):
        strict = True
    elif round_figure:
        strict = text[start - 1 : start] in [*"近超破逾过达足每"] or text[end : end + 1] in [*"余多名架枚件辆台"]
    else:
        strict = not lone or (text[end : end + 1] in COUNTERS and raw not in "一零") or bool(_HURT.match(text, end))
    return Measure(end, simply("number"), strict)
