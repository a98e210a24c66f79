"""What stands after an English number, and so what the number measures: percent, yuan, kilometers, times."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from zjpub.translate.quantities import units
from zjpub.translate.quantities.values import Kind, Quantity, Reading

Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number is of: where its words end, and its meanings for a value."""

    end: int
    read: Callable[[Fraction], Readings]


def _names(table: dict[str, str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in sorted(table, key=len, reverse=True))


_POINTS = re.compile(
    r"(?: of a)?[ -]?(?:percentage|per cent|percent|%)[ -]points?\b|[ -]?(?:pp|ppt|ppts)\b", re.IGNORECASE
)
_BARE_POINTS = re.compile(r"[ -]points?\b", re.IGNORECASE)
"""Of a score, an index or a share."""
_PERCENT = re.compile(r"(?:[ -]?(?:%|‰)|[ -](?:per[ -]?cent(?!age)|pct|per mille|per thousand)\b)", re.IGNORECASE)
_OFF = re.compile(r",? (?:off\b(?! the (?:coast|shore|grid|table))|discount|price cut)", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:discount(?:s|ed)? (?:of|by)|(?:reduc|cut|slash|lower|knock|mark)\w*(?: down)? by|knock\w*(?: off)?"
    r"|sav(?:es?|ed|ings?)(?: of)?) (?:\w+ ){0,2}(?:as \w+ as )?$",
    re.IGNORECASE,
)
_LESS = re.compile(r" (?:less|cheaper|lower)\b", re.IGNORECASE)
_FALLS = re.compile(
    r"\b(?:fell|fall(?:en|s|ing)?|down|declin\w+|drop\w*|decreas\w+|contract\w+|shr[aiu]nk\w*|los[st]\w*)\b"
    r"(?:(?! to )[^,;])*$",
    re.IGNORECASE,
)
_MONEY = re.compile(rf"(?:-plus|-odd| odd)?[ -](?:({_names(units.MONEY_EN)}))(?![A-Za-z])")
_BETWEEN = (
    r"(?:(?:consecutive|straight|full|whole|working|trading|calendar|business|additional|more|extra|further|successive|solid|long|short|plus"
    r"|entire|odd)[ -]){0,2}"
)
_UNIT = re.compile(rf"(?:[ -]{_BETWEEN}|(?<=\d)(?=[A-Za-zμ°℃℉]))({_names(units.EN)})(?![A-Za-z0-9²³])", re.IGNORECASE)
_TIMES = re.compile(r"(?:[ -]times\b|-?fold\b)", re.IGNORECASE)
_LOOSE = frozenset({"m", "g", "t", "L", "A", "C", "V", "W", "F"})


def measure(text: str, start: int, end: int) -> Measure:
    """The measure of the number `text[start:end]`; in doubt a bare number."""
    for rule in (_share, _money, _times, _bearing, _unit):
        if found := rule(text, start, end):
            return found
    if found_points := _BARE_POINTS.match(text, end):
        return Measure(found_points.end(), lambda value: (Reading("number", value), Reading("points", value / 100)))
    raw = text[start:end]
    if re.fullmatch(r"1[0-9]\d\d|20\d\d|21\d\d", raw):
        return Measure(end, lambda value: (Reading("year", value), Reading("number", value)))
    return Measure(end, lambda value: (Reading("number", value),))


def _share(text: str, start: int, end: int) -> Measure | None:
    if found := _POINTS.match(text, end):
        return Measure(found.end(), lambda value: (Reading("points", value / 100),))
    if not (found := _PERCENT.match(text, end)):
        return None
    per = 1000 if re.search("‰|mille|thousand", found[0]) else 100
    if off := _OFF.match(text, found.end()):
        return Measure(off.end(), lambda value: (Reading("discount", value / per),))
    falls = (Fraction(-1),) if _FALLS.search(text, max(0, start - 40), start) else ()
    cut = _CUT.search(text, max(0, start - 32), start) or _LESS.match(text, found.end())
    kinds: tuple[Kind, ...] = ("percent", "discount") if cut else ("percent",)
    return Measure(
        found.end(), lambda value: tuple(Reading(kind, sign * value / per) for kind in kinds for sign in (1, *falls))
    )


def _money(text: str, start: int, end: int) -> Measure | None:
    found = _MONEY.match(text, end)
    if not found:
        return None
    name = found[1].replace("-", " ")
    code = units.MONEY_EN[name]
    if code == "cent" and re.match(r"cent\b", name):
        return None
    per = {"jiao": ("CNY", 10), "fen": ("CNY", 100), "HKcent": ("HKD", 100)}.get(code, (code, 1))
    readings = [("money", *per)]

    def read(value: Fraction) -> Readings:
        money = Reading("money", value / per[1], per[0])
        if name == "won":  # gold, too
            return money, Reading("number", value)
        return (money, Reading("number", value, units.EN[name])) if name in units.EN else (money,)

    return Measure(found.end(), read) if readings else None


def _times(text: str, start: int, end: int) -> Measure | None:
    if not (found := _TIMES.match(text, end)):
        return None
    comes_to = _COMES_TO.search(text, max(0, start - 32), start) and not _GREATER.match(text, found.end())
    if _AS_MUCH.match(text, found.end()) or comes_to:
        return Measure(found.end(), lambda value: (Reading("factor", value), Reading("number", value)))
    return Measure(found.end(), lambda value: (Reading("multiple", value), Reading("number", value)))


_AS_MUCH = re.compile(r" (?:as|those|that|the|what|last|its|their)\b", re.IGNORECASE)
_GREATER = re.compile(r" (?:more|[a-z]+er)\b")
_COMES_TO = re.compile(
    r"\b(?:\w+ed|gr[eo]w\w*|rose|ris\w+|up|increas\w+|expand\w*) to (?:over |about |nearly |almost )?$"
    r"|\b(?:is|are|was|were) (?:over |about |nearly |almost |more than )?$",
    re.IGNORECASE,
)


_BEARING = re.compile(r" ?°(?! ?[CF]\b)(?: ?[NESW]\b)?")


def _bearing(text: str, start: int, end: int) -> Measure | None:
    """30°N."""
    if not (found := _BEARING.match(text, end)):
        return None
    return Measure(found.end(), lambda value: tuple(Reading("number", value, unit) for unit in ("deg", "C", "")))


_BY_LOWER = {name.lower(): symbol for name, symbol in units.EN.items()}


def _unit(text: str, start: int, end: int) -> Measure | None:
    if not (found := _UNIT.match(text, end)):
        return None
    name = found[1].replace("-", " ")
    symbol = units.EN.get(name) or _BY_LOWER[name.lower()]
    if len(name) == 1 and (
        (text[end] in " -" and name not in ("C", "F", "m", "g", "t", "L", "℃", "℉"))
        or not text[start:end].replace(",", "").replace(".", "").isdigit()
    ):
        return None
    if symbol == "second" and name.lower() == "second" and text[end] == " ":
        return None
    if name.lower() in ("c", "f", "degree", "degrees") and re.match(
        r" (?:north|south|east|west|program|holder|course)", text[found.end() : found.end() + 40]
    ):
        return Measure(found.end(), lambda value: (Reading("number", value, "deg"), Reading("number", value)))

    def read(value: Fraction) -> Readings:
        readings = [Reading("number", value, symbol)]
        if symbol == "bp":
            readings.append(Reading("points", value / 10000))
        if symbol == "F":
            readings.append(Reading("number", (value - 32) * 5 / 9, "C"))
        if name.lower() in ("degrees", "degree"):
            readings += [Reading("number", value, "F"), Reading("number", value, "deg")]
        if name.lower() in ("pounds", "pound"):
            readings.append(Reading("money", value, "GBP"))
        return tuple(readings)

    return Measure(found.end(), read)


_GAP = re.compile(
    r"[\s,]*(?:(?:to|and|or|from|by|-|through|versus|vs\.?|against|compared (?:with|to)|up from|down from|just|about"
    r"|nearly|over|only|more than|less than|around|some|as (?:high|many|much|low) as|almost|a|an|the|up to|respectively"
    r"|a record|between|then|at)[\s,]*)*",
    re.IGNORECASE,
)


_RANGED = re.compile(" ?- ?| to | or ")
_EACH = re.compile("(?:an?|per|each|every)[ -]", re.IGNORECASE)
"""A rate is no measure of the number before it: a million a year."""


def inherit(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give a bare number the measure of its neighbour: 17 to 35.3 percent; $4,000 to 1,800."""
    found = list(quantities)
    for index in range(len(found) - 2, -1, -1):
        found[index] = _from(text, found[index], found[index + 1], (found[index].end, found[index + 1].start))
    for index in range(1, len(found)):
        found[index] = _from(text, found[index], found[index - 1], (found[index - 1].end, found[index].start))
    return _same_money(text, found)


_PAID = re.compile(r"\b(?:spen[dt]|sav(?:es?|ed|ing)|pa(?:y|ys|id)|costs?|charg\w+|owes?|earn\w*) (?:\w+ )?$", re.I)
_UNCOUNTED = re.compile(r" of (?:which|th(?:is|at|em))\b|[,.;)]|$| (?:and|for|or|in|will|went|to|was|is|has|had)\b")


def _same_money(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """$1.58 million, the first 200,000 of which: a large number that counts nothing may be of the only currency."""
    currencies = {reading.unit for quantity in quantities for reading in quantity.readings if reading.kind == "money"}
    if len(currencies) != 1:
        return quantities
    (currency,) = currencies
    return [
        replace(quantity, readings=(*quantity.readings, Reading("money", quantity.value, currency)))
        if all(reading.kind == "number" and not reading.unit for reading in quantity.readings)
        and (quantity.value >= 1000 or _PAID.search(text, max(0, quantity.start - 24), quantity.start))
        and _UNCOUNTED.match(text, quantity.end)
        else quantity
        for quantity in quantities
    ]


def _from(text: str, bare: Quantity, other: Quantity, gap: tuple[int, int]) -> Quantity:
    first = next(
        (
            r
            for r in other.readings
            if r.kind in ("percent", "points", "money", "discount", "multiple", "factor") or r.unit
        ),
        None,
    )
    wanting = (
        bare.readings[-1].kind == "number"
        and not bare.readings[-1].unit
        and len({r.kind for r in bare.readings} - {"year", "number"}) == 0
    )
    if (
        not wanting
        or any(reading.unit for reading in bare.readings)
        or first is None
        or (other.soft and _EACH.match(other.text or text[other.start : other.end]))
        or first.kind in ("code", "time")
        or gap[0] > gap[1]
        or not _GAP.fullmatch(text, *gap)
    ):
        return bare
    per = 100 if first.kind in ("percent", "points", "discount") else 1
    value = bare.readings[-1].value / per
    inherited = Reading(first.kind, value, first.unit)
    ranged = bare.kind == "number" and bare.end <= other.start and not other.parts and _RANGED.fullmatch(text, *gap)
    readings = (inherited, *bare.readings) if ranged else (*bare.readings, inherited)
    return replace(bare, readings=readings, soft=bare.soft and not bare.value)
