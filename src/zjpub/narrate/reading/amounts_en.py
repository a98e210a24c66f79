"""English amounts: signs, decimals, percentages, ordinals, ranges, money and measured quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zjpub.narrate.reading.amount import PER_UNIT, End, figures, pattern
from zjpub.narrate.reading.fractions_en import APART, NOUN
from zjpub.narrate.reading.money import MONEY
from zjpub.narrate.reading.numbers_en import cardinal, number, ordinal
from zjpub.narrate.reading.shorthand_en import shorthand
from zjpub.narrate.reading.units import PER, UNITS, alternatives

_CLOSE = alternatives(symbol for symbol in UNITS if symbol != "in")
_SIGNED = alternatives(
    symbol for symbol in UNITS if symbol[-1] in "²³" or symbol in ("°C", "°F", "kWh", "mAh", "MWh", "GWh", "mmHg")
)
_SCALE_WORDS = r"(?i:hundred|thousand|million|billion|trillion|lakh|crore)"
_SCALE = rf"(?:{_SCALE_WORDS}|bn|bln|trn|trln|tn|[mM]l?n|[kKMBb]|T(?!-))(?![A-Za-z])"
_SHORT_SCALES = {
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
    "mn": "million",
    "Mn": "million",
    "mln": "million",
    "bln": "billion",
    "trln": "trillion",
}
_MONEY_SCALES = {
    "k": "thousand",
    "K": "thousand",
    "M": "million",
    "B": "billion",
    "b": "billion",
    "T": "trillion",
    "m": "million",
}
_SPELLED = r" (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|[a-z]{3,5}ty)\b"


def _end(n: int) -> str:
    per = rf"(?:/{PER_UNIT})?(?![A-Za-z0-9²³']|/(?!\d)|{_SPELLED})"
    return (
        rf"{figures(n, '-+±~')}(?:(?P<gap{n}>[ -]?)(?P<size{n}>{_SCALE}))?"
        rf"(?:(?P<hyphen{n}>-?)(?P<unit{n}> ?[%‰]|(?:{_CLOSE}){per}| (?:{APART}){per}))?"
    )


_AMOUNT = re.compile(pattern(_end) + r"(?P<tail>-(?=[A-Za-z]{3}))?")
_ORDINAL = re.compile(r"(?<!\d)(?<!\d\.)(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b-?", re.IGNORECASE)
_CENTS = {
    "$": "cent", "US$": "cent", "USD": "cent", "HK$": "cent", "€": "cent", "EUR": "cent", "£": "penny", "GBP": "penny",
}  # fmt: skip
_PER = re.compile(
    rf"(?<=[a-zA-Z²³])/({PER_UNIT}|ton|tonne|day|year|month|person|week|hour|unit|household|liter|meter)(?![A-Za-z])"
)
_RATE = re.compile(
    r"(?<=\d )([a-z]{2,10})/(?=(?:mu|ha|hectare|household|person|day|year|month|hour|kg|ton|tonne|jin|liter)\b(?!/))"
)
_PRICE = re.compile(r"\b(dollars?|cents?|pence|euros?|pounds?|yuan|RMB|yen)/(?=[a-z]{3,}|[A-Z]{2,}\b)")
_PER_LEFT = re.compile(
    r"(?:miles|inches|feet|watts|joules|calories|bits|bytes|yuan|cents?|pence|dollars?|euros?|pounds?|tons?|kilograms?|grams?|liters?|meters?|kilometers?|RMB|people|times|vehicles|"
    r"units|pieces)\Z"
)
_SPANS = ("day", "week", "month", "year", "person", "hour", "minute", "second", "night")
_BARE_UNIT = re.compile(rf"(?<![A-Za-z0-9./])(?:({_CLOSE})/({PER_UNIT})|({_SIGNED}))(?![A-Za-z0-9/²³])")
_ONE_UNIT = re.compile(
    rf"\b([Pp]er |(?:[Ee]ach|[Ee]very) (?=\w\w)|[Aa] (?=(?:kg|km|kWh|lb) ))({APART})(?![A-Za-z0-9/²³'])"
)
_POWER = re.compile(r"\^(-?)(\d+)")
_YEN = re.compile(r"\b(?:yen|Japan|Japanese|Tokyo|Osaka)\b")
_BETWEEN = re.compile(r"\b[Bb]etween \Z")
_DETERMINER = re.compile(
    r"(?:\b(?:[Tt]h(?:e|is|at|eir)|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Ii]ts|[Mm]y|[Ee](?:ach|very))|'s) \Z"
)
_DESCRIBED = re.compile(
    r" (?:(?:and|or) [$€£¥]?\d[\d,.]*m? )?(?:bills?|(?:bank)?notes?|coins?|stamps?|relays?|races?|sprints?|dash|"
    r"hurdles|freestyle|butterfly|backstroke|breaststroke|medley|shells?|guns?|rounds|bullets?|pistols?|cannons?|"
    r"howitzers?|mortars?|lens(?:es)?|film|pipes?|cables?|screens?|batter(?:y|ies)|bottles?|jacks?|zones?|containers?|turbines?|reactors?)\b"
)
_ARTICLE = re.compile(r"\b[Aa]n? \Z")
_MONEY_NAMED = re.compile(r" (?:dollars?|yuan|euros?|pounds|RMB|yen)\b")


@dataclass(frozen=True, slots=True)
class _End(End):
    """`joined`: a hyphen ties it to its unit (`5-km run`)."""

    joined: bool = False

    @classmethod
    def of(cls, match: re.Match[str], n: int) -> _End:
        written = End.of(match, n)
        size, unit = ("m", "") if written.money and written.unit == "m" else (written.size, written.unit)
        size = size.lower() if len(size) > 2 else size
        joined = bool(match[f"hyphen{n}"]) or match[f"gap{n}"] == "-"
        return cls(written.money, written.sign, written.figures, _SHORT_SCALES.get(size, size), unit, joined)

    @property
    def words(self) -> str:
        """The number with its scale: `$5k` has thousands, a `5K` run is `five K`."""
        size = _MONEY_SCALES.get(self.size, self.size) if self.money else self.size
        return " ".join(filter(None, (number(self.figures), size)))

    @property
    def one(self) -> bool:
        return self.figures == "1" and not self.size


def amounts(text: str) -> str:
    """Every number left in `text`, with its sign, unit and currency, in words."""
    text = _RATE.sub(lambda m: m[0] if m[1] in UNITS else f"{m[1]} per ", shorthand(text))
    text = _ORDINAL.sub(lambda m: ordinal(m[1].replace(",", "")) + (" " if m[0].endswith("-") else ""), text)
    yen = bool(_YEN.search(text))
    text = _POWER.sub(lambda m: _power(m[1], m[2]), text)
    return _AMOUNT.sub(lambda m: _amount(m, yen), text)


def units(text: str) -> str:
    """Unit symbols that stand without a number, and `yuan/ton`."""
    text = _ONE_UNIT.sub(lambda m: m[1] + UNITS[m[2]].one, text)
    text = _BARE_UNIT.sub(lambda m: _unit(m[3] or f"{m[1]}/{m[2]}", False), text)
    return _PER.sub(_per, _PRICE.sub(r"\1 per ", text))


def _power(minus: str, exponent: str) -> str:
    if not minus and exponent in ("2", "3"):
        return " squared" if exponent == "2" else " cubed"
    return f" to the power of {'minus ' if minus else ''}{cardinal(exponent)}"


def _per(match: re.Match[str]) -> str:
    left = match.string[max(0, match.start() - 20) : match.start()]
    name = PER[match[1]][1] if match[1] in PER else match[1]
    rate = name in _SPANS and (left.endswith("s") or "/" in left.rpartition(" ")[2])
    return f" per {name}" if _PER_LEFT.search(left) or rate or name.startswith(("square", "cubic")) else match[0]


def _amount(match: re.Match[str], yen: bool) -> str:
    code = (match["code"] or "").strip()
    first = _End.of(match, 1)
    leads = _ARTICLE.search(match.string, max(0, match.start() - 4), match.start())
    if leads or _describes(match) or _DESCRIBED.match(match.string, match.end()):
        first = replace(first, joined=True)
    after = (match["tail"] or "") + match.string[match.end() : match.end() + 12]
    said = _sign(match, first)
    if match["num2"]:
        second = _End.of(match, 2)
        if first.money and second.unit == "m":
            second = replace(second, size="million", unit="")
        joint = "and" if _BETWEEN.search(match.string, max(0, match.start() - 8), match.start()) else "to"
        said += f"{_first_end(first, second, yen)} {joint} {_SIGNS.get(second.sign, '')}"
        first = replace(second, money=second.money or first.money)
    said += _say(first, code, after, yen)
    before, tail = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalpha() else ''}{said}{' ' if tail.isalpha() or match['tail'] else ''}"


def _describes(match: re.Match[str]) -> bool:
    """The $32 code, their 5 km walk: between a determiner and a noun an amount is an adjective."""
    start, end = match.span()
    return bool(_DETERMINER.search(match.string, max(0, start - 6), start) and NOUN.match(match.string, end))


def _first_end(first: _End, second: _End, yen: bool) -> str:
    """The lower end is said in full only where the upper end does not already say it."""
    own_money = first.money and first.size and second.money
    if own_money or (first.unit and (first.unit != second.unit or first.unit in "%‰")):
        return _say(first, "", "", yen)
    return first.words


_SIGNS = {"-": "minus ", "+": "plus ", "±": "plus or minus ", "~": "about "}


def _sign(match: re.Match[str], end: _End) -> str:
    before = match.string[match.start() - 1 : match.start()]
    if end.sign == "-" and (before.isalnum() or before == ")"):
        return " "
    return _SIGNS.get(end.sign, "")


def _say(end: _End, code: str, after: str, yen: bool) -> str:
    if end.unit in ("%", "‰"):
        return f"{end.words} {'percent' if end.unit == '%' else 'per thousand'}"
    money = end.money or code
    if money in _CENTS and not end.size and (cents := re.fullmatch(r"([\d,]+)\.(\d\d)", end.figures)):
        return _with_cents(cents[1].replace(",", ""), cents[2], money)
    said = f"{end.words} {_unit(end.unit, end.one or end.joined)}" if end.unit else end.words
    if not money or _MONEY_NAMED.match(after):
        return said
    kind = MONEY["JP¥" if money == "¥" and yen else money]
    return f"{said} {kind.one if end.one or end.joined or after.startswith('-') else kind.many}"


def _with_cents(whole: str, cents: str, money: str) -> str:
    one, many = (_CENTS[money], {"cent": "cents", "penny": "pence"}[_CENTS[money]])
    small = f"{cardinal(str(int(cents)))} {one if int(cents) == 1 else many}"
    if not int(whole):
        return small
    large = f"{number(whole)} {MONEY[money].one if whole == '1' else MONEY[money].many}"
    return f"{large} and {small}" if int(cents) else large


def _unit(symbols: str, single: bool) -> str:
    name, _, per = (symbols, "", "") if symbols in UNITS else symbols.partition("/")
    said = UNITS[name].one if single else UNITS[name].many
    return f"{said} per {PER[per][1]}" if per else said
