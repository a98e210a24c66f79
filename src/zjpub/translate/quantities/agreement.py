"""Whether a Chinese and an English quantity say the same."""

from __future__ import annotations

import re

from zjpub.translate.quantities import units
from zjpub.translate.quantities.numerals_zh import NUMBER, numeral
from zjpub.translate.quantities.values import Kind, Quantity, Reading

# Kinds that may stand for one another at equal value: 十周年 is "10th anniversary", 第3条 "Article 3".
_ALIKE: frozenset[frozenset[Kind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("number", "ordinal"), ("number", "code"), ("ordinal", "code"),
        ("ordinal", "day"), ("ordinal", "month"), ("ordinal", "century"), ("percent", "price"),
        ("number", "year"), ("ordinal", "year"),
    )
)  # fmt: skip


_BARE: frozenset[Kind] = frozenset({"number", "vague", "factor", "multiple"})


def agree(zh: Quantity, en: Quantity) -> int:
    """How well two quantities agree: 3 in kind and unit, 2 in one of their meanings, 1 loosely, 0 not at all."""
    if zh.kind == en.kind == "code":
        return 3 * (zh.unit == en.unit or (zh.unit[:1].isdigit() and en.unit.endswith(zh.unit)))
    if zh.kind == "price" and any(other.kind == "discount" for other in en.readings):
        return 2 * any(_same(one, other) for one in zh.readings for other in en.readings if other.kind == "discount")
    if (
        zh.figurative
        and not _as_measured(zh, en)
        and en.kind != "code"
        and (any(r.unit for r in en.readings) or en.kind not in _BARE or re.search(r"\d", en.text))
    ):
        return 0
    if _measured_otherwise(zh, en):
        return 0
    best = 0
    for first, one in enumerate(zh.readings):
        for second, other in enumerate(en.readings):
            level = _same(one, other)
            if level and not (first and second and one.kind == "percent"):
                best = max(best, level if not (first or second) else min(level, 2))
    return best


_TIME_SIGNS = {
    "year": "年载岁春代",
    "month": "月半",
    "week": "周期拜",
    "day": "天日",
    "hour": "时",
    "minute": "分",
    "second": "秒",
}


def _as_measured(zh: Quantity, en: Quantity) -> bool:
    """Whether English keeps the very measure of a set phrase: 冰冻三尺 → three feet, 七月流火 → the seventh month."""
    if en.unit:
        length = units.DIMENSION.get(en.unit, ("",))[0] == "length"
        return length and any(sign in _measured(zh) for sign in "里尺寸丈")
    return en.kind in ("ordinal", "month") and "月" in _measured(zh)


def _measured_otherwise(zh: Quantity, en: Quantity) -> bool:
    """Whether English measures with a numeral that hardly counts in the Chinese: 三月三 → 3 years."""
    if not zh.soft or zh.unit or en.soft or en.kind != "number" or en.value <= 1 or en.unit not in units.DIMENSION:
        return False
    return not any(sign in _measured(zh) for sign in _TIME_SIGNS.get(en.unit, "里米尺斤亩"))


def _measured(zh: Quantity) -> str:
    """What follows the numerals of its value in a set phrase: 年 of the ten in 十年如一日, where a day is the one's."""
    runs = [(found.end(), numeral(found[0])) for found in NUMBER.finditer(zh.text)]
    own = [zh.text[end : end + 2] for end, value in runs if value and zh.value in value.values]
    return "".join(own) or zh.text


def _same(zh: Reading, en: Reading) -> int:
    if en.kind == "ordinal" and en.unit and en.unit != zh.unit:
        return 0
    if zh.kind == en.kind:
        return _same_kind(zh, en)
    if frozenset((zh.kind, en.kind)) in _ALIKE:
        if zh.value != en.value:
            return 0
        if (zh.kind, en.kind) == ("ordinal", "century") or (zh.kind == "year" and en.unit):
            return 0
        if en.kind in ("year", "ordinal") and zh.kind == "number" and zh.unit:
            return 0
        if zh.kind == "ordinal" and (en.unit or zh.unit) and en.kind != "code":
            return 0
        return 1
    return 0


def _same_kind(zh: Reading, en: Reading) -> int:
    if zh.kind == "time":
        return 3 * ((zh.value - en.value) % (1440 if zh.unit == en.unit == "24h" else 720) == 0)
    if zh.kind == "decade":
        modern = max(zh.value, en.value) >= 1900 or max(zh.value, en.value) < 100
        short = zh.value % 100 == en.value % 100 and min(zh.value, en.value) < 100 and modern
        return 3 * (zh.value == en.value or short)
    if zh.kind == "money":
        return 3 * (zh.value == en.value and _same_currency(zh.unit, en.unit))
    if zh.kind == "vague" and zh.unit and en.unit:
        return 3 * (zh.value == en.value and _same_currency(zh.unit, en.unit))
    if zh.unit and en.unit:
        return (3 if zh.unit == en.unit else 2) * units.same_measure(zh.value, zh.unit, en.value, en.unit)
    if zh.value != en.value:
        return 0
    return 3 if zh.unit == en.unit else 2


def _same_currency(zh: str, en: str) -> bool:
    return zh == en or {zh, en} == {"USD", "dollar"}
