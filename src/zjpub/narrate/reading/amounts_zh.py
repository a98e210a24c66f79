"""Chinese amounts: signs, decimals, percentages, ranges, money and measured quantities."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from zjpub.narrate.reading.amount import CURRENCY, PER_UNIT, End, figures, pattern
from zjpub.narrate.reading.money import MONEY
from zjpub.narrate.reading.numbers_zh import cardinal, number
from zjpub.narrate.reading.units import PER, UNITS, alternatives

_UNIT = rf"(?:{alternatives(symbol for symbol in UNITS if symbol not in ('in', 'mu'))})"
_ALONE = alternatives(
    symbol for symbol in UNITS if len(symbol) > 1 and not (symbol.isalpha() and (symbol.islower() or symbol.isupper()))
)
_PARTS = {"%": "百分之", "‰": "千分之", "‱": "万分之"}


def _end(n: int) -> str:
    return (
        rf"{figures(n, '-+±')}(?P<size{n}>[十百千万萬亿億兆]*[多余餘]?[万萬亿億]?)"
        rf"(?P<unit{n}> ?(?:[%‰‱]|{_UNIT}(?:/{PER_UNIT})?(?![A-Za-z0-9²³])))?"
    )


_AMOUNT = re.compile(pattern(_end, by="|[至到]"))
_PER = re.compile(
    rf"(?<=[元转天币幣镑吨噸克斤升人次辆台件个個户戶瓦时時米里株头只片粒颗支瓶袋包针剂滴杯碗份页题棵尾万亿班床趟桶箱])/({PER_UNIT}(?![A-Za-z])|(?=[\u4e00-\u9fff]))"
)
_CHANNEL = re.compile(r"((?:央视|卫视|中央电?视?台|电视台|央广|广播)第?)(\d{1,2})(?=套)")
_AND_UNIT = re.compile(
    rf"(?<=\d)( ?(?:{_UNIT}|[万兆千吉]?千?瓦))/(?!100 ?(?:km|m[lL]|g))"
    rf"(?=\d+(?:\.\d+)? ?(?:{_UNIT}|[兆千吉]?瓦时)(?![A-Za-z0-9]))"
)
_PER_PIECE = re.compile(
    r"(?<=[零一二三四五六七八九十百千万亿两])([\u4e00-\u9fff]{1,3})(?<![年月日])/(?=(?:小时|分钟|平方米|立方米|公里|公斤|毫升|课时|"
    r"[秒分时天日周月年人次户亩斤吨克升米箱袋包盒瓶罐桶杯碗份张本只头条件套台辆间层座场期页平盘笼锅])(?![\u4e00-\u9fff/]))"
)
_PER_AREA = re.compile(r"(?<=[零一二三四五六七八九十百千万亿])/([kcdh]?m[²³])")
_BARE_UNIT = re.compile(
    rf"(?<![A-Za-z0-9./])(?:({_UNIT})/(?:({PER_UNIT})(?![A-Za-z0-9²³])|(?=[\u4e00-\u9fff]))|({_ALONE}|km|kg|cm|mm)(?![A-Za-z0-9]))"
)
_FRACTION = re.compile(
    r"(?<![\d/.])(?<!\d[:比])(?:(\d{1,4}) )?(\d{1,6})/(\d{1,8}(?:(?<=0)[万亿](?!元))?)(?![\d/:比]|\.\d)"
)
_NAMED = {("24", "7"): "二十四七", ("9", "11"): "九一一"}
_PART_TO_PART = re.compile(r"(?<=\d/\d) ?[-–—~] ?(?=\d/\d)")
_EITHER = re.compile(rf"(?<![\d/.])(\d{{2,3}})/(?=\d{{2,3}} ?(?:{_UNIT})(?![A-Za-z0-9/²³]))")
_PLACES = re.compile(
    r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?=日)|(?<![\d/.])(\d)/(\d)(?=名|号(?!码)|月份|年级|版(?![面本权式块图画]))"
)
_POWER = re.compile(r"\^(-?\d+)")
_ANGLE = re.compile(r"(\d)°(\d{1,2}(?:\.\d+)?)'(?:(\d{1,2}(?:\.\d+)?)\")?")
_ANGLES = re.compile(r"(?<=\d[度分秒])[-–—~]+(?=\d|[东西南北][经纬])")
_PRICES = re.compile(rf"(\d/(?:{PER_UNIT}|[\u4e00-\u9fff]{{1,2}}))[-–—~](?=(?:{CURRENCY})?\d)")
_SIGN_FIRST = re.compile(rf"(?<![A-Za-z0-9)）])-((?:{CURRENCY}) ?)(?=\d)")
_SCALED = re.compile(
    r"(?<![A-Za-z0-9.])(\d+(?:\.\d+)?) ?(bn|billion|mn|million|tn|trillion)(?![A-Za-z])", re.IGNORECASE
)
_SCALES = {"m": 6, "b": 9, "t": 12}
_GROUPS = (("万亿", 12), ("亿", 8), ("万", 4))
_ELECTRIC = re.compile(r"电流|額定|额定|电压|熔断|保险丝|断路器|充电|插座|电源|空开|安培|\d ?k?V(?![A-Za-z])")
_AMPERE = re.compile(r"(?<=\d) ?A(?![A-Za-z0-9级景股类轮座号区-])")
_NETWORK = re.compile(r"速率|网络|传输|波特|下载|上传|带宽|串口|通信|编码|码率")
_MINUTES = re.compile(r"(?<![\d°])(\d{1,2})'(\d{1,2})\"")
_LATITUDE = re.compile(r"(\d+(?:\.\d+)?)° ?([NSEW])(?![A-Za-z])")
_DAYS = re.compile(r"(?<=\d)(?<![A-Za-z]\d)(?<![A-Za-z.]\d\d)d(?=[，。、；）)～~内后前左]|\Z)")
_WINDS = {"N": "北纬", "S": "南纬", "E": "东经", "W": "西经"}
_LEADS_MINUS = "为為是至到于於约約达達比在率幅速温溫度拔值"
_COUNTS = "一二三四五六七八九十百千万亿元年月日个人点时岁米度级到至"
_RANKED = re.compile(r"第\d+(?:[、,，和与及或]\d+)*[、,，和与及或]\Z|\d比\Z")
_ORDINAL = "第初周期星之其高大农历廿"


def fractions(text: str) -> str:
    """2/3 → 三分之二; 2 1/2 → 二又二分之一; 3/4名 are the third and the fourth."""
    return _FRACTION.sub(
        _fraction, _PART_TO_PART.sub("到", _PLACES.sub(lambda m: m[0].replace("/", "、"), _EITHER.sub(r"\1、", text)))
    )


def _fraction(match: re.Match[str]) -> str:
    whole, above, below = match.groups()
    if (above, below) in _NAMED:
        return _NAMED[above, below]
    parts = below.rstrip("万亿")
    if parts == below and int(above) + int(below) == 100 and int(above) % 5 == 0:
        return f"{cardinal(above)}比{cardinal(below)}"
    if int(above) > int(parts) > 12 or int(parts) == 1:
        return f"{above}、{below}"
    if not int(parts):
        return match[0].replace("/", " ")
    whole_parts = cardinal(parts).removeprefix("一" if parts in ("100", "1000", "10000") else " ")
    said = f"{whole_parts}{below[len(parts) :]}分之{cardinal(above)}"
    return f"{cardinal(whole)}又{said}" if whole else said


def amounts(text: str) -> str:
    """Every number left in `text`, with its sign, unit and currency, in words."""
    text = _SCALED.sub(_scaled, _SIGN_FIRST.sub(r"\1-", _MINUTES.sub(r"\1分\2秒", text)))
    if _ELECTRIC.search(text):
        text = _AMPERE.sub("安", text)
    if _NETWORK.search(text):
        text = text.replace("bps", "bit/s")
    text = _DAYS.sub("天", _AND_UNIT.sub(r"\1、", text))
    text = _CHANNEL.sub(lambda m: m[1] + cardinal(m[2]), text)
    text = _LATITUDE.sub(lambda m: f"{_WINDS[m[2]]}{m[1]}度", text)
    text = _ANGLE.sub(lambda m: f"{m[1]}度{m[2]}分" + (f"{m[3]}秒" if m[3] else ""), text)
    return _AMOUNT.sub(_amount, _POWER.sub(_power, _ANGLES.sub("到", _PRICES.sub(r"\1到", text))))


def _scaled(match: re.Match[str]) -> str:
    """1.2bn → 12亿: what a Chinese reader would count in."""
    value = Decimal(match[1]).scaleb(_SCALES[match[2][0].lower()])
    name, size = next((group for group in _GROUPS if value.adjusted() >= group[1]), ("", 0))
    return f"{value.scaleb(-size).normalize():f}{name}"


def units(text: str) -> str:
    """Unit symbols that stand without a number, and what is left of `…/unit`."""
    text = _PER_AREA.sub(lambda m: f"每{PER[m[1]][0]}", text)
    text = _PER_PIECE.sub(r"\1每", text)
    text = _PER.sub(lambda m: "每" + (PER[m[1]][0] if m[1] else ""), text)
    return _BARE_UNIT.sub(_bare_unit, text)


def _bare_unit(match: re.Match[str]) -> str:
    if match[3]:
        return UNITS[match[3]].zh
    return f"{UNITS[match[1]].zh}每{PER[match[2]][0] if match[2] else ''}"


def _power(match: re.Match[str]) -> str:
    exponent = match[1].lstrip("-")
    negative = "负" if match[1][0] == "-" else ""
    return "的" + ({"2": "平方", "3": "立方"}.get(match[1]) or f"{negative}{cardinal(exponent)}次方")


def _amount(match: re.Match[str]) -> str:
    code = (match["code"] or "").strip()
    after = match.string[match.end() : match.end() + 4]
    first = End.of(match, 1)
    before = match.string[match.start() - 1 : match.start()]
    ranked = before and (before in _ORDINAL or _RANKED.search(match.string, max(0, match.start() - 16), match.start()))
    if ranked and not first.size and not match["num2"]:
        after = ""
    if not match["num2"]:
        return _say(first, code, after, _sign(before, first, after))
    second = End.of(match, 2)
    by = match["by"] if match["by"] in ("至", "到") else "到"
    return _first_end(before, first, second, after) + by + _second_end(first, second, code, after)


def _first_end(before: str, first: End, second: End, after: str) -> str:
    """The lower end borrows what only the upper end says: 3-5%, -5~3°C, 2-3个."""
    plain = not (first.unit or first.size or first.money)
    if plain and second.unit in _PARTS:
        first = replace(first, unit=second.unit)
    shared = "" if before == "第" else second.size + _unit(second.unit) + after
    cold = _cold(second) and first.sign == "-" and not first.unit
    sign = "零下" if cold else _sign(before, first, after)
    money = first.money if second.money and first.money != second.money else ""
    return _say(replace(first, money=money), "", shared, sign)


def _second_end(first: End, second: End, code: str, after: str) -> str:
    sign = {"-": "零下" if _cold(second) or after.startswith("度") else "负", "+": "正", "±": "正负"}.get(
        second.sign, ""
    )
    return _say(replace(second, money=second.money or first.money), code, after, sign)


def _sign(before: str, end: End, after: str) -> str:
    """What the sign before a number means: a hyphen after a word is no minus."""
    if end.sign == "-":
        loss = before not in _COUNTS and (
            "." in end.figures or end.size or re.match("层|米(?:水平|标高|以下|深)", after)
        )
        joined = before.isalnum() and before not in _LEADS_MINUS and not loss and not (end.unit and end.unit in "%‰°C")
        if joined or before in (")", "）"):
            return ""
        return "零下" if _cold(end) or after.startswith(("度", "摄氏")) else "负"
    if end.sign == "+":
        return "加" if before in tuple(_PARTS) or (before.isalnum() and end.unit not in _PARTS) else "正"
    return "正负" if end.sign else ""


def _say(end: End, code: str, after: str, sign: str) -> str:
    if end.unit in _PARTS:
        whole = "百" if (end.unit, end.figures) == ("%", "100") else number(end.figures) + end.size
        return f"{sign}{_PARTS[end.unit]}{whole}"
    unit = _unit(end.unit)
    money = MONEY[end.money or code].zh if end.money or code else ""
    if after.startswith("元"):
        money = money.removesuffix("元")
    if money and after.startswith(("美元", "欧元", "港元", "英镑", "日元", "人民币")):
        money = ""
    counted = "" if sign in ("零下", "负") else end.size + (unit or money or after)
    named = "人民币" if (end.money or code) in ("RMB", "CNY") else ""
    return f"{named}{sign}{number(end.figures, counted)}{end.size}{unit}{money}"


def _cold(end: End) -> bool:
    return end.unit in ("°C", "°F", "°")


def _unit(symbols: str) -> str:
    if not symbols or symbols in _PARTS:
        return ""
    if symbols in UNITS:
        return UNITS[symbols].zh
    name, _, per = symbols.partition("/")
    return f"{UNITS[name].zh}每{PER[per][0]}"
