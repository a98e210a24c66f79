"""Chinese units after a number: 公里, 天, 度, 亩三分, and what a half adds to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities import units
from zjpub.translate.quantities.numerals_zh import DIGITS
from zjpub.translate.quantities.scan import Measure, Readings, simply
from zjpub.translate.quantities.values import Reading

_UNIT = re.compile(
    " ?(?:个[多余来](?=小时|星期|礼拜|钟头|世纪))?("
    + "|".join(sorted(map(re.escape, units.ZH), key=len, reverse=True))
    + ")"
)
_TALL = re.compile(r"(\d{1,2}|[一二三四五六七八九])(?![\d.年月日个%多万亿一二两三四五六七八九十百千])")
_TENTH_PARTS = {"丈": "尺", "尺": "寸", "亩": "分", "斤": "两"}
"""What ten of make one: 一亩三分 is 1.3 mu, 三斤二两 3.2 jin."""
_DIGIT = re.compile(
    r"([一二三四五六七八九]|[1-9](?=[尺寸]))([尺寸分两]?)(?![十百千万亿几零一二三四五六七八九点成个折倍亩斤])"
)
_TAILED = frozenset({"吨", "公里", "公斤", "斤"})
_TAIL = re.compile("[一二三四五六七八九](?=[,。;、的]|$)")
"""一百零二吨三 is 102.3 tonnes."""
_MONTHS = re.compile("个[多余来]月")
_NOT_UNIT = re.compile(
    r"度(?![电])|升[至到级为学入]|里程|米[线粉饭]|寸[草步]|[A-Za-z°]+[A-Za-z]|亩产|秒[杀表回]|吨级|尺寸|周[一二三四五六日末边围岁]"
    r"|天[津空然气地山府下堂]|担[任心当保负忧]|里[的面约亚昂罕]|瓦[片房]"
)
_HEAT = re.compile(r"气温|温度|高温|低温|水温|体温|室温|升温|降温|零下|最高|最低|恒温|炎热|寒")


def unit(text: str, start: int, end: int) -> Measure | None:
    """三公里, 一米七, 两斤半, 一亩三分, 三个多月, 减二十个基点."""
    if months := _MONTHS.match(text, end):
        return Measure(months.end(), simply("number", "month"))
    found = _UNIT.match(text, end)
    if not found or _is_other(text, found):
        return None
    name, symbol = found[1], units.ZH[found[1]]
    more, stop = _more(text, name, found.end())
    if symbol == "bp":
        return Measure(stop, _basis_points(less=_LESS.search(text, max(0, start - 4), start) is not None))
    raw, before = text[start:end], text[max(0, start - 6) : start]
    each = "每" in before[-3:] and raw in ("1", "一")
    loose = (
        (raw == "一" and name != "千米")
        or each
        or (raw in "百千万" and name in ("里", "尺", "丈", "周年", "载"))
        or before[-1:] in [*"日号明"]
    )
    also = _also(name, symbol, raw, before)

    def read(value: Fraction) -> Readings:
        return Reading("number", value + more, symbol), *(replace(r, value=value) for r in also)

    return Measure(stop, read, strict=not loose or bool(more))


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Whether the signs of a unit are another word's here: 升至, 米线, 度过."""
    name = found[1]
    if name == "年" or (name == "度" and not _HEAT.search(text)):
        return True
    other = _NOT_UNIT.match(text, found.start(1))
    return bool(other and name not in ("度", "吨") and len(other[0]) >= len(name) and other[0] != name)


def _more(text: str, name: str, stop: int) -> tuple[Fraction, int]:
    """What follows a unit and adds to it (一米七, 三斤二两, 两斤半), and where that ends."""
    if name == "米" and (rest := _TALL.match(text, stop)):
        tall = rest[1] if rest[1].isdigit() and rest[1].isascii() else str(DIGITS[rest[1]])
        return Fraction(tall) / 10 ** len(tall), rest.end()
    if name in _TENTH_PARTS and (rest := _DIGIT.match(text, stop)) and rest[2] in ("", _TENTH_PARTS[name]):
        return Fraction(DIGITS.get(rest[1]) or int(rest[1]), 10), rest.end()
    if name in _TAILED and (rest := _TAIL.match(text, stop)):
        return Fraction(DIGITS[rest[0]], 10), rest.end()
    if _HALF.match(text, stop):
        return Fraction(1, 2), stop + 1
    return Fraction(0), stop


_LESS = re.compile("(?:减|下[浮调降])[约近了]?$")
_HALF = re.compile("半(?![数以径年度成])")


def _basis_points(less: bool) -> Callable[[Fraction], Readings]:
    """Basis points, which are percentage points as well; taken off, English may write a minus before them."""

    def read(value: Fraction) -> Readings:
        return tuple(
            reading
            for signed in ((-value, value) if less else (value,))
            for reading in (Reading("number", signed, "bp"), Reading("points", signed / 10000))
        )

    return read


def _also(name: str, symbol: str, raw: str, before: str) -> Readings:
    """What else the measure may be called; the values are filled in."""
    nought = Fraction(0)
    if name == "周年" or "连续" in before:
        return (Reading("ordinal", nought),)
    if symbol == "cun":
        return (Reading("number", nought, "inch"),)
    return (Reading("number", nought),) if raw in "百千万" and name in ("里", "尺", "丈", "周年", "载") else ()


_HALF_UNIT = re.compile(r"个半(小时|钟头|月|世纪|星期|礼拜)|(个)半(?![数以径年])")
_HALF_UNITS = {"小时": "hour", "钟头": "hour", "月": "month", "世纪": "century", "星期": "week", "礼拜": "week"}


def and_half(text: str, start: int, end: int) -> Measure | None:
    if found := _HALF_UNIT.match(text, end):
        unit = _HALF_UNITS.get(found[1] or "", "")
        return Measure(found.end(), lambda value: (Reading("number", value + Fraction(1, 2), unit),))
    return None


_DEGREES = re.compile("[°度](?!假|过|数|量|[电日夜角]|直角)")
_LATITUDE = re.compile("[东西南北][纬经]|经度|纬度|倾角|夹角|倾斜|角度|仰角|坡度")
_TENTH_OF_DEGREE = re.compile(r"度([一二三四五六七八九]|[1-9](?!\d))(?=[,。;、的左]|$)")
"""三十八度二 is 38.2."""
_POWER = re.compile("[发用耗节省供]电|度电|电量|电费|电价")
_DOZEN = re.compile("打(?=[鸡啤铅毛袜玫生牡鲜鸭纸]|[,。、;]|$)")
_FORMAT = re.compile("开(?=[,，。本大])")
"""Of paper: 十六开, 大32开."""
_TEN_YEARS = re.compile("旬")
_GARDEN = re.compile("分(?=[菜水旱耕承田土薄]?[地田])")
_WORDS_OF = re.compile("(?:个)?(?:大)?字(?!节|数|符)")
_FLOOR = re.compile("[来多余]?平(?=[的左多出以到至大住、,。;]|房子|$)")
"""Square metres in speech: 一百二十平的房子."""
_LUMP = re.compile("个(亿|千万|百万)(?!元)")
_HALF_MINUTE = re.compile("分半钟?(?=[,。;、就内后到的左一来发跑]|钟|$)")


def _generation(value: Fraction) -> Readings:
    born = 1900 + value if value >= 30 else 2000 + value
    return Reading("decade", value), Reading("year", born), Reading("number", value)


def _degrees(text: str, start: int) -> str:
    """What 度 measures here: an angle, or current; warmth is told by other words."""
    return (
        "deg" if _LATITUDE.search(text, 0, start) else "kWh" if _POWER.search(text, max(0, start - 12), start) else ""
    )


def special(text: str, start: int, end: int) -> Measure | None:
    """八旬 (eighty years of age), 七分地 (0.7 mu), 十二个字 (which English need not count), 80后 (of the 1980s)."""
    if text[end : end + 1] == "度" and (degrees := {"摄氏": "C", "华氏": "F"}.get(text[max(0, start - 2) : start])):
        return Measure(end + 1, simply("number", degrees))
    if _DEGREES.match(text, end) and (kind := _degrees(text, start)):
        return Measure(end + 1, simply("number", kind))
    if tenth := _TENTH_OF_DEGREE.match(text, end):
        more = Fraction(DIGITS.get(tenth[1]) or int(tenth[1]), 10)
        return Measure(tenth.end(), lambda value: (Reading("number", value + more),))
    if _DOZEN.match(text, end):
        return Measure(end + 1, lambda value: (Reading("number", value * 12), Reading("number", value)))
    if text.startswith("刻钟", end):
        return Measure(end + 2, lambda value: (Reading("number", value * 15, "minute"),))
    if re.match("连[丰增]", text[end : end + 2]):
        return Measure(end + 1, lambda value: (Reading("number", value, "year"), Reading("ordinal", value)))
    if _FORMAT.match(text, end):
        return Measure(end + 1, simply("number"), strict=False)
    if text.startswith("岁半", end):
        return Measure(end + 2, lambda value: (Reading("number", value + Fraction(1, 2)),))
    if _TEN_YEARS.match(text, end):
        return Measure(end + 1, lambda value: (Reading("number", value * 10),))
    if _GARDEN.match(text, end):
        return Measure(end + 1, lambda value: (Reading("number", value / 10, "mu"),))
    if (found := _WORDS_OF.match(text, end)) and text[end - 1] not in "万千百":
        return Measure(found.end(), simply("number"), strict=False)
    if (found := _FLOOR.match(text, end)) and not re.search("[胜负平][^,，。]{0,3}$", text[max(0, start - 4) : start]):
        return Measure(found.end(), simply("number", "m2"))
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
