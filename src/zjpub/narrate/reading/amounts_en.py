"""English amounts: signs, decimals, percentages, fractions, ordinals, ranges, money and measured quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.narrate.reading.numbers_en import cardinal, number, ordinal
from zjpub.narrate.reading.units import MONEY, PER, UNITS


def _any(symbols: list[str]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


_CURRENCY = _any(list(MONEY))
_CODES = _any([code for code in MONEY if code.isalpha()])
_NEVER_AFTER_SPACE = ("in", "s", "l", "J", "mi", "cal")
_CLOSE = _any([symbol for symbol in UNITS if symbol != "in"])
_APART = _any([symbol for symbol in UNITS if symbol not in _NEVER_AFTER_SPACE])
_PER_UNIT = rf"(?:{_any(list(PER))})"
_NUMBER = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?"
_TO = r"(?: ?(?:——?|[–~]) ?|-(?! )| - )"
_SCALE = r"hundred|thousand|million|billion|trillion|bn|tn|[mM]n|[kKMB](?![A-Za-z])"
_SCALES = {
    "bn": "billion",
    "tn": "trillion",
    "mn": "million",
    "Mn": "million",
    "k": "thousand",
    "K": "thousand",
    "M": "million",
    "B": "billion",
    "m": "million",
}
_SQUARE = re.compile(r"\b(sq|cu)\.? ?(km|m|ft|mi|cm)\b\.?", re.I)


def _quantity(n: int) -> str:
    return (
        rf"(?:(?P<cur{n}>(?<![A-Za-z])(?:{_CURRENCY})) ?)?(?P<sign{n}>[-+±~]?)(?P<num{n}>{_NUMBER})"
        rf"(?:(?P<gap{n}>[ -]?)(?P<size{n}>(?:{_SCALE})(?![A-Za-z])|m(?=\b)(?<=[$€£¥]\d\dm)))?"
        rf"(?:(?P<hyphen{n}>-?)(?P<unit{n}> ?[%‰]|(?:{_CLOSE})(?:/{_PER_UNIT})?(?![A-Za-z0-9²³/])| (?:{_APART})(?:/{_PER_UNIT})?(?![A-Za-z0-9²³/'])))?"
    )


_AMOUNT = re.compile(
    rf"(?<![\d.]){_quantity(1)}(?:(?P<by>{_TO})(?=[-+$¥€£\dA-Z]){_quantity(2)})?(?P<code> ?(?:{_CODES})(?![A-Za-z]))?(?P<tail>-(?=[A-Za-z]{{3}}))?"
)
_FRACTION = re.compile(r"(?<![\d/.])(?:(\d{1,4})[ -])?(\d{1,6})/(\d{1,6})(?:(?:st|nd|rd|th)s?)?(?![\d/]|\.\d)")
_ORDINAL = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b-?", re.I)
_CENTS = {
    "$": "cent",
    "US$": "cent",
    "USD": "cent",
    "HK$": "cent",
    "€": "cent",
    "EUR": "cent",
    "£": "penny",
    "GBP": "penny",
}
_PER = re.compile(
    rf"(?<=[a-zA-Z])/({_PER_UNIT}|ton|tonne|day|year|month|person|week|hour|unit|household|liter|meter)(?![A-Za-z])"
)
_PER_LEFT = re.compile(
    r"(?:yuan|dollars?|euros?|pounds?|tons?|kilograms?|grams?|liters?|meters?|kilometers?|RMB|people|times|vehicles|units|pieces)\Z"
)
_POWER = re.compile(r"\^(-?)(\d+)")
_ANGLE = re.compile(r"(\d+)°(\d{1,2}(?:\.\d+)?)'(?:(\d{1,2}(?:\.\d+)?)\")?")
_YEN = re.compile(r"\b(?:yen|Japan|Japanese|Tokyo|Osaka)\b")


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an amount as it was written; `joined`: a hyphen ties it to its unit (`5-km run`)."""

    money: str
    sign: str
    figures: str
    size: str
    unit: str
    joined: bool

    @classmethod
    def of(cls, match: re.Match[str], n: int) -> _End:
        money, sign, figures, size, unit = (
            (match[f"{name}{n}"] or "").strip() for name in ("cur", "sign", "num", "size", "unit")
        )
        joined = bool(match[f"hyphen{n}"]) or match[f"gap{n}"] == "-"
        return cls(money, sign, figures, _SCALES.get(size, size), unit, joined)


def fractions(text: str) -> str:
    """2/3 → two thirds, 2 1/2 → two and a half; 24/7 stays what people say."""
    return _FRACTION.sub(_fraction, text)


def _fraction(match: re.Match[str]) -> str:
    whole, above, below = match[1], match[2], match[3]
    if (above, below) in (("24", "7"), ("9", "11")):
        return f"{cardinal(whole) + ' ' if whole else ''}{cardinal(above)} {cardinal(below)}"
    if not int(below) or int(below) == 1:
        return f"{whole or ''} {cardinal(above)} over {cardinal(below)}".strip()
    if int(below) > 100 and int(below) % 100:
        return f"{whole or ''} {cardinal(above)} over {cardinal(below)}".strip()
    part = {"2": "half", "4": "quarter"}.get(below) or ordinal(below)
    if int(above) != 1:
        part = "halves" if part == "half" else f"{part}s"
    said = f"{cardinal(above)} {part}"
    if not whole:
        return said
    return f"{cardinal(whole)} and {'a' + said[3:] if above == '1' else said}"


def amounts(text: str) -> str:
    """Every number left in `text`, with its sign, unit and currency, in words."""
    text = _SQUARE.sub(lambda m: m[2].lower() + {"sq": "²", "cu": "³"}[m[1].lower()], text)
    text = _ORDINAL.sub(lambda m: ordinal(m[1].replace(",", "")) + (" " if m[0].endswith("-") else ""), text)
    text = _ANGLE.sub(lambda m: f"{m[1]} degrees {m[2]} minutes" + (f" {m[3]} seconds" if m[3] else ""), text)
    yen = bool(_YEN.search(text))
    text = _AMOUNT.sub(lambda m: _amount(m, yen), text)
    text = _POWER.sub(lambda m: _power(m[1], m[2]), text)
    return _PER.sub(_per, text)


def _power(minus: str, exponent: str) -> str:
    if not minus and exponent in ("2", "3"):
        return " squared" if exponent == "2" else " cubed"
    return f" to the {'minus ' if minus else ''}{cardinal(exponent)}"


def _per(match: re.Match[str]) -> str:
    left = match.string[max(0, match.start() - 12) : match.start()]
    name = PER[match[1]][1] if match[1] in PER else match[1]
    return f" per {name}" if _PER_LEFT.search(left) else match[0]


def _amount(match: re.Match[str], yen: bool) -> str:
    code = (match["code"] or "").strip()
    first = _End.of(match, 1)
    after = (match["tail"] or "") + match.string[match.end() : match.end() + 12]
    lead = _sign(match, first)
    if not match["num2"]:
        return _spaced(match, lead + _say(first, code, after, yen))
    second = _End.of(match, 2)
    money = second.money or first.money
    if first.unit == second.unit and first.unit in ("%", "‰"):
        start = lead + _say(_End("", "", first.figures, first.size, first.unit, False), "", "", yen)
    elif (first.unit and first.unit != second.unit) or (first.money and first.size and second.money):
        start = lead + _say(first, "", "", yen)
    else:
        start = lead + " ".join(filter(None, (number(first.figures), first.size)))
    sign = {"-": "minus ", "+": "plus "}.get(second.sign, "")
    end = _say(_End(money, "", second.figures, second.size, second.unit, second.joined), code, after, yen)
    return _spaced(match, f"{start} to {sign}{end}")


def _spaced(match: re.Match[str], said: str) -> str:
    """A space where figures touched letters."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalpha() else ''}{said}{' ' if after.isalpha() or match['tail'] else ''}"


def _sign(match: re.Match[str], end: _End) -> str:
    before = match.string[match.start() - 1 : match.start()]
    if end.sign == "-":
        return " " if before.isalnum() or before == ")" else "minus "
    if end.sign == "~":
        return "about "
    return {"+": "plus ", "±": "plus or minus "}.get(end.sign, "")


def _say(end: _End, code: str, after: str, yen: bool) -> str:
    said = " ".join(filter(None, (number(end.figures), end.size)))
    single = end.figures == "1" and not end.size
    if end.unit in ("%", "‰"):
        return f"{said} {'percent' if end.unit == '%' else 'per thousand'}"
    if end.unit:
        said = f"{said} {_unit(end.unit, single or end.joined)}"
    money = end.money or code
    if not money:
        return said
    if money == "¥" and yen:
        money = "JP¥"
    if money in _CENTS and not end.size and (cents := re.fullmatch(r"([\d,]+)\.(\d\d)", end.figures)):
        return _with_cents(cents[1], cents[2], money)
    adjective = end.joined or after.startswith("-")
    name = MONEY[money].one if single or adjective else MONEY[money].many
    if re.match(r" (?:dollars?|yuan|euros?|pounds|RMB|yen)\b", after):
        return said
    return f"{said} {name}"


def _with_cents(whole: str, cents: str, money: str) -> str:
    kind = _CENTS[money]
    few = {"cent": "cents", "penny": "pence"}[kind]
    small = f"{cardinal(str(int(cents)))} {kind if int(cents) == 1 else few}"
    large = whole.replace(",", "")
    name = MONEY[money].one if large == "1" else MONEY[money].many
    if not int(large):
        return small
    return f"{number(large)} {name}" + (f" and {small}" if int(cents) else "")


def _unit(symbols: str, single: bool) -> str:
    if symbols in UNITS:
        return UNITS[symbols].one if single else UNITS[symbols].many
    name, _, per = symbols.partition("/")
    unit = UNITS[name].one if single else UNITS[name].many
    return f"{unit} per {PER[per][1]}"
