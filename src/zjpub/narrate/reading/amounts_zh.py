"""Chinese amounts: signs, decimals, percentages, ranges, money and measured quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.narrate.reading.numbers_zh import cardinal, number
from zjpub.narrate.reading.units import MONEY, PER, UNITS


def _any(symbols: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


_CURRENCY = _any(tuple(MONEY))
_CODES = _any(tuple(code for code in MONEY if code.isalpha()))
_UNIT = rf"(?:{_any(tuple(symbol for symbol in UNITS if symbol not in ('in', 'mu')))})"
_PER_UNIT = rf"(?:{_any(tuple(PER))})"
_NUMBER = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?"
_TO = r"(?: ?(?:——?|[–~]) ?|-(?! )| - )"
_PARTS = {"%": "百分之", "‰": "千分之", "‱": "万分之"}


def _quantity(n: int) -> str:
    return (
        rf"(?:(?P<cur{n}>(?<![A-Za-z])(?:{_CURRENCY})) ?)?(?P<sign{n}>[-+±]?)(?P<num{n}>{_NUMBER})"
        rf"(?P<size{n}>[十百千万萬亿億兆]*[多余餘]?[万萬亿億]?)"
        rf"(?P<unit{n}> ?(?:[%‰‱]|{_UNIT}(?:/{_PER_UNIT})?(?![A-Za-z0-9²³])))?"
    )


_AMOUNT = re.compile(
    rf"(?<![\d.]){_quantity(1)}(?:(?P<by>{_TO}|[至到])(?=[-+$¥€£\dA-Z]){_quantity(2)})?(?P<code> ?(?:{_CODES})(?![A-Za-z]))?"
)
_PER = re.compile(rf"(?<=[元币镑吨克斤升人次辆台件个户瓦时米里株头只])/({_PER_UNIT}(?![A-Za-z])|(?=[\u4e00-\u9fff]))")
_FRACTION = re.compile(r"(?<![\d/.])(?:(\d{1,4}) )?(\d{1,6})/(\d{1,6})(?![\d/]|\.\d)")
_POWER = re.compile(r"\^(-?\d+)")
_ANGLE = re.compile(r"(\d)°(\d{1,2}(?:\.\d+)?)'(?:(\d{1,2}(?:\.\d+)?)\")?")


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an amount as it was written."""

    money: str
    sign: str
    figures: str
    size: str
    unit: str

    @classmethod
    def of(cls, match: re.Match[str], n: int) -> _End:
        fields = (match[f"{name}{n}"] or "" for name in ("cur", "sign", "num", "size", "unit"))
        return cls(*(text.strip() for text in fields))


def fractions(text: str) -> str:
    """2/3 → 三分之二; 2 1/2 → 二又二分之一."""
    return _FRACTION.sub(_fraction, text)


def _fraction(match: re.Match[str]) -> str:
    if match[2] + match[3] == "247":
        return "二十四七"
    if not int(match[3]):
        return match[0].replace("/", " ")
    said = f"{cardinal(match[3])}分之{cardinal(match[2])}"
    return f"{cardinal(match[1])}又{said}" if match[1] else said


def amounts(text: str) -> str:
    """Every number left in `text`, with its sign, unit and currency, in words."""
    text = _ANGLE.sub(lambda m: f"{m[1]}度{m[2]}分" + (f"{m[3]}秒" if m[3] else ""), text)
    text = _AMOUNT.sub(_amount, text)
    text = _POWER.sub(_power, text)
    return _PER.sub(lambda m: "每" + (PER[m[1]][0] if m[1] else ""), text)


def _power(match: re.Match[str]) -> str:
    exponent = match[1].lstrip("-")
    said = {"2": "平方", "3": "立方"}.get(match[1]) or f"{'负' if match[1][0] == '-' else ''}{cardinal(exponent)}次方"
    return f"的{said}"


def _amount(match: re.Match[str]) -> str:
    code = (match["code"] or "").strip()
    after = match.string[match.end() : match.end() + 4]
    first = _End.of(match, 1)
    if not match["num2"]:
        return _say(first, code, after, _sign(match, first))
    second = _End.of(match, 2)
    by = match["by"] if match["by"] in "至到" else "到"
    bare = not (first.unit or first.size or first.money)
    if bare and second.unit in _PARTS:
        first = _End(first.money, first.sign, first.figures, first.size, second.unit)
    shared = second.size + _unit(second.unit) + after if bare or not first.unit else ""
    cold = second.unit.startswith("°") and first.sign == "-" and not first.unit
    before = "零下" if cold else _sign(match, first)
    money = "" if first.money == second.money or not second.money else first.money
    said = _say(_End(money, first.sign, first.figures, first.size, first.unit), "", shared, before)
    if first.money and not second.money:
        second = _End(first.money, second.sign, second.figures, second.size, second.unit)
    sign = {"-": "零下" if second.unit.startswith("°") else "负", "+": "正", "±": "正负"}.get(second.sign, "")
    return said + by + _say(second, code, after, sign)


def _sign(match: re.Match[str], end: _End) -> str:
    """What the sign before the first number means: a hyphen after a word is no minus."""
    before = match.string[match.start() - 1 : match.start()]
    if end.sign == "-":
        joined = before.isalnum() and before not in "为是至到于约达比在率" and not (end.unit and end.unit in "%‰°C")
        if joined or before in (")", "）"):
            return ""
        return "零下" if end.unit in ("°C", "°F") else "负"
    if end.sign == "+":
        return "加" if before.isalnum() else "正"
    return "正负" if end.sign else ""


def _say(end: _End, code: str, after: str, sign: str) -> str:
    if end.unit in _PARTS:
        whole = "百" if (end.unit, end.figures) == ("%", "100") else number(end.figures) + end.size
        return f"{sign}{_PARTS[end.unit]}{whole}"
    unit = _unit(end.unit)
    money = MONEY[end.money or code].zh if end.money or code else ""
    if money and after.startswith(("元", "美元", "欧元", "港元", "英镑", "人民币")):
        money = ""
    if sign == "零下" and end.unit == "°C" and end.sign == "+":
        sign = ""
    return f"{sign}{number(end.figures, end.size + (unit or money or after))}{end.size}{unit}{money}"


def _unit(symbols: str) -> str:
    if not symbols or symbols in _PARTS:
        return ""
    name, _, per = symbols.partition("/")
    if symbols in UNITS:
        return UNITS[symbols].zh
    return UNITS[name].zh + (f"每{PER[per][0]}" if per else "")
