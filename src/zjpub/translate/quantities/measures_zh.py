"""What stands after a Chinese number, and so what the number measures: 成, 折, 倍, 年, 元, 公里, 名."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities import units
from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.money_zh import money
from zjpub.translate.quantities.numerals_zh import DIGITS
from zjpub.translate.quantities.periods_zh import month_or_day, period, year
from zjpub.translate.quantities.scan import Measure, Readings, simply
from zjpub.translate.quantities.values import Reading

_SHARE = re.compile(r" ?个?(?:百分点|(%|‰|％)(?!点)|%点)")
_TENTHS = re.compile(r"成(?:([一二三四五六七八九半])(?![十百千万亿个月年日]))?(?![员立功为长熟交绩效型])")
_OFF = re.compile(r"折(?![叠合射线腾返旧桥扣])")


def _share(text: str, start: int, end: int) -> Measure | None:
    if found := _SHARE.match(text, end):
        if not found[1]:
            return Measure(found.end(), simply("points", per=100))
        return Measure(found.end(), simply("percent", per=1000 if found[1] == "‰" else 100))
    return None


def _tenths(text: str, start: int, end: int) -> Measure | None:
    found = _TENTHS.match(text, end)
    if not found:
        return None
    more = Fraction(5 if found[1] == "半" else DIGITS[found[1]], 100) if found[1] else Fraction(0)
    return Measure(found.end(), lambda value: (Reading("percent", value / 10 + more),))


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
        return Reading("multiple", times), Reading("factor", times), Reading("percent", times)

    return Measure(end + 1 + bool(half), read)


def _doublings(text: str, start: int, end: int) -> Measure | None:
    if text[end : end + 1] != "番" or not re.search("翻了?[近约超过逾]*$", text[max(0, start - 40) : start]):
        return None

    def read(value: Fraction) -> Readings:
        times = Fraction(2) ** int(value)
        return Reading("factor", times), Reading("multiple", times), Reading("percent", times - 1)

    return Measure(end + 1, read)


_UNIT = re.compile(
    " ?(?:个[多余来](?=小时|星期|礼拜|钟头|世纪))?("
    + "|".join(sorted(map(re.escape, units.ZH), key=len, reverse=True))
    + ")"
)
_TALL = re.compile(r"(\d{1,2}|[一二三四五六七八九])(?![\d.,年月日个%多万亿一二两三四五六七八九十百千])")
_MONTHS = re.compile("个[多余来]月")
_NOT_UNIT = re.compile(
    r"度(?![电])|升[至到级为学入]|里程|米[线粉饭]|寸[草步]|[A-Za-z°]+[A-Za-z]|亩产|秒[杀表回]|吨级|尺寸|周[一二三四五六日末边围岁]"
    r"|天[津空然气地山府下堂]|担[任心当保负忧]|里[的面约亚昂罕]|瓦[片房]"
)
_HEAT = re.compile(r"气温|温度|高温|低温|水温|体温|室温|升温|降温|零下|最高|最低|恒温|炎热|寒")


def _unit(text: str, start: int, end: int) -> Measure | None:
    if months := _MONTHS.match(text, end):
        return Measure(months.end(), simply("number", "month"))
    if not (found := _UNIT.match(text, end)):
        return None
    name = found[1]
    if name == "年" or (name == "度" and not _HEAT.search(text)):
        return None
    excluded = _NOT_UNIT.match(text, found.start(1))
    if excluded and name not in ("度", "吨") and len(excluded[0]) >= len(name) and excluded[0] != name:
        return None
    symbol, stop = units.ZH[name], found.end()
    half = Fraction(0)
    if name == "米" and (rest := _TALL.match(text, stop)):
        tall = rest[1] if rest[1].isdigit() and rest[1].isascii() else str(DIGITS[rest[1]])
        half, stop = Fraction(tall) / 10 ** len(tall), rest.end()
    if re.match(r"半(?![数以径年度成])", text[stop : stop + 40]):
        half, stop = Fraction(1, 2), stop + 1
    raw = text[start:end]
    each = "每" in text[max(0, start - 3) : start] and raw in ("1", "一")
    loose = (raw == "一" and name != "千米") or each or (raw in "百千万" and name in ("里", "尺", "丈", "周年", "载"))
    also: Readings = ()
    if symbol == "bp":
        return Measure(stop, lambda value: (Reading("number", value, "bp"), Reading("points", value / 10000)))
    if name == "周年" or "连续" in text[max(0, start - 6) : start]:
        also = (Reading("ordinal", Fraction(0)),)
    elif symbol == "cun":
        also = (Reading("number", Fraction(0), "inch"),)
    elif raw in "百千万":
        also = (Reading("number", Fraction(0)),)
    loose = loose or bool(re.search("[日号明]$", text[max(0, start - 40) : start]))

    def read(value: Fraction) -> Readings:
        return Reading("number", value + half, symbol), *(replace(r, value=value) for r in also)

    return Measure(stop, read, strict=not loose or bool(half))


_HALF_UNIT = re.compile(r"个半(小时|钟头|月|世纪|星期|礼拜)|(个)半(?![数以径年])")
_HALF_UNITS = {"小时": "hour", "钟头": "hour", "月": "month", "世纪": "century", "星期": "week", "礼拜": "week"}


def _and_half(text: str, start: int, end: int) -> Measure | None:
    if found := _HALF_UNIT.match(text, end):
        unit = _HALF_UNITS.get(found[1] or "", "")
        return Measure(found.end(), lambda value: (Reading("number", value + Fraction(1, 2), unit),))
    return None


_DEGREES = re.compile("[°度](?!假|过|数|量|[电日夜角]|直角)")
_LATITUDE = re.compile("[东西南北][纬经]|经度|纬度|倾角|夹角|倾斜|角度|仰角|坡度")
_POWER = re.compile("[发用耗节省供]电|度电|电量|电费|电价")
_TEN_YEARS = re.compile("旬")
_GARDEN = re.compile("分(?=[菜水旱耕承田土薄]?[地田])")
_WORDS_OF = re.compile("(?:个)?(?:大)?字(?!节|数|符)")
_LUMP = re.compile("个(亿|千万|百万)(?!元)")
_HALF_MINUTE = re.compile("分半钟?(?=[,。;、就内后到的左]|钟|$)")


def _generation(value: Fraction) -> Readings:
    born = 1900 + value if value >= 30 else 2000 + value
    return Reading("decade", value), Reading("year", born), Reading("number", value)


def _degrees(text: str, start: int) -> str:
    """What 度 measures here: an angle, or current; warmth is told by other words."""
    return (
        "deg" if _LATITUDE.search(text, 0, start) else "kWh" if _POWER.search(text, max(0, start - 12), start) else ""
    )


def _special(text: str, start: int, end: int) -> Measure | None:
    """八旬 (eighty years of age), 七分地 (0.7 mu), 十二个字 (which English need not count), 80后 (of the 1980s)."""
    if _DEGREES.match(text, end) and (kind := _degrees(text, start)):
        return Measure(end + 1, simply("number", kind))
    if text.startswith("岁半", end):
        return Measure(end + 2, lambda value: (Reading("number", value + Fraction(1, 2)),))
    if _TEN_YEARS.match(text, end):
        return Measure(end + 1, lambda value: (Reading("number", value * 10),))
    if _GARDEN.match(text, end):
        return Measure(end + 1, lambda value: (Reading("number", value / 10, "mu"),))
    if (found := _WORDS_OF.match(text, end)) and text[end - 1] not in "万千百":
        return Measure(found.end(), simply("number"), strict=False)
    if found := _LUMP.match(text, end):
        scale = {"亿": 10**8, "千万": 10**7, "百万": 10**6}[found[1]]
        return Measure(
            found.end(), lambda value: (Reading("number", value * scale), Reading("money", value * scale, "CNY"))
        )
    if found := _HALF_MINUTE.match(text, end):
        return Measure(found.end(), lambda value: (Reading("number", value + Fraction(1, 2), "minute"),))
    if text[end : end + 1] == "后" and re.fullmatch(r"\d[05]|[五六七八九零][十零]", text[start:end]):
        return Measure(end + 1, _generation)
    return None


_SERIES = re.compile(
    "届(?=全国|中央|省|市|人大|政协|党|[一二三四五六七八]中|执委|理事|监事|常委)|楼(?![房盘宇栋道市层上])"
)
_SESSION = re.compile("次(?:全体)?(?:会议|全会)")
_CONGRESS = re.compile("大(?=以来|报告|精神|召开|代表|[前后之、,。;”]|提出|擘|部署|闭幕|开幕|作出|明确|胜利|$)")


def _series(text: str, start: int, end: int) -> Measure | None:
    """十三届全国人大五次会议, 二十大, 三楼: one of a series."""
    before = text[max(0, start - 12) : start]
    if found := _SERIES.match(text, end):
        storeys = found[0] == "楼" and before[-1:] in [*"高共建座栋幢"]
        return None if storeys else Measure(found.end(), simply("ordinal"))
    if (found := _SESSION.match(text, end)) and re.search("届|人大|政协|代表大会|委员会", before):
        return Measure(found.end(), simply("ordinal"))
    if text[start:end] in _CONGRESSES and (found := _CONGRESS.match(text, end)):
        return Measure(found.end(), simply("ordinal", "congress"))
    return None


_CONGRESSES = frozenset(["十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一"])


def _few(text: str, start: int, end: int) -> Measure | None:
    """沪深两市, 三省: English names them instead of counting."""
    if text[start:end] in "两二三四五六" and re.match("[国市省地方县区州校者]", text[end : end + 40]):
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
    _special,
    _series,
    _share,
    _tenths,
    _off,
    _times,
    _doublings,
    _and_half,
    money,
    period,
    year,
    _unit,
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
    if round_figure:
        strict = text[start - 1 : start] in [*"近超破逾过达足每"] or text[end : end + 1] in [*"余多名架枚件辆台"]
    else:
        strict = not lone or (text[end : end + 1] in COUNTERS and raw not in "一零") or bool(_HURT.match(text, end))
    return Measure(end, simply("number"), strict)
