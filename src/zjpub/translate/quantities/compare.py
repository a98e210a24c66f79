"""Two sentences → the quantities that do not agree: each needs a counterpart of the same value in the other one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub.model import Flag
from zjpub.translate.quantities import units
from zjpub.translate.quantities.en import read_en
from zjpub.translate.quantities.fit import exchanged_ones, misfits
from zjpub.translate.quantities.numerals_zh import NUMBER, numeral, plain
from zjpub.translate.quantities.order import exchanged, exchanged_counts, turned_score
from zjpub.translate.quantities.places import misplaced
from zjpub.translate.quantities.remains import remains
from zjpub.translate.quantities.roles import turned_roles
from zjpub.translate.quantities.values import Kind, Quantity, Reading
from zjpub.translate.quantities.wording import described
from zjpub.translate.quantities.zh import read_zh

# Kinds that may stand for one another at equal value: 十周年 is "10th anniversary", 第3条 "Article 3".
_ALIKE: frozenset[frozenset[Kind]] = frozenset(
    frozenset(pair)
    for pair in (
        ("number", "ordinal"), ("number", "code"), ("ordinal", "code"),
        ("ordinal", "day"), ("ordinal", "month"), ("ordinal", "century"), ("percent", "price"),
        ("number", "year"), ("ordinal", "year"),
    )
)  # fmt: skip


_FEW = re.compile(r"\b(?:a few|several|a couple)\b", re.IGNORECASE)
"""What English may say for 三五天 and 一两个."""


_MOST = 240
"""More numbers than any sentence has: to pair them would take a build's time."""


def compare(zh: str, en: str) -> tuple[Flag, ...]:
    """A `t-quantity` flag for every quantity of either sentence without a counterpart in the other."""
    chinese, english = read_zh(zh), read_en(en)
    zh = plain(zh)
    if max(len(chinese), len(english)) > _MOST:
        return (Flag("t-quantity", f"more than {_MOST} numbers, which nobody compared"),)
    missing, extra, pairs = unmatched(chinese, english)
    if _FEW.search(en):
        missing = tuple(q for q in missing if q.approx != "about" or q.value >= 10)
    flags: list[Flag] = []
    rest = list(extra)
    for quantity in missing:
        other = rest.pop(0) if rest else None
        says = f'; English says "{other.text}"' if other else ""
        flags.append(Flag("t-quantity", f"{described(quantity)} has no counterpart{says}"))
    flags += [
        Flag("t-quantity", _too_much(quantity, chinese)) for quantity in rest if not _converted(quantity, chinese, en)
    ]
    if score := turned_score(zh, en):
        flags.append(Flag("t-quantity", f"{score} is turned round in the English"))
    for one, other in (*exchanged(pairs, zh, en), *exchanged_counts(pairs, zh, en)):
        flags.append(Flag("t-quantity", f"{one.text} and {other.text} have changed places"))
    for one, other in pairs:
        if {one.approx, other.approx} == {"over", "under"} and one.value > 0 and not _turned(en, other):
            flags.append(Flag("t-quantity", f'{one.text} is "{other.approx}" rather than "{one.approx}"'))
    flags += [Flag("t-quantity", message) for message in (*misfits(zh, en, pairs, english), *misplaced(zh, en))]
    flags += [Flag("t-quantity", message) for message in (*remains(zh, en, pairs), *turned_roles(zh, en, pairs))]
    flags += [Flag("t-quantity", message) for message in exchanged_ones(chinese, english)]
    return tuple(flags)


_DENIED = re.compile(r"(?:\b(?:not|no|never|impossible|unable|cannot|without|nor)\b|n't\b)[^.,;]*$", re.IGNORECASE)
_OWN_NO = re.compile(r"\bnot? (?:to exceed\b|exceeding\b|\w+ than\b)", re.IGNORECASE)
"""The denial that is part of "no more than", which the number's own approximation counts."""


def _turned(en: str, quantity: Quantity) -> bool:
    """Whether a denial before it turns "more than" round: cannot hold more than a day's stock."""
    before = _OWN_NO.sub("", en[max(0, quantity.start - 60) : quantity.start])
    return _DENIED.search(before) is not None


def _too_much(quantity: Quantity, chinese: Sequence[Quantity]) -> str:
    again = any(agree(one, quantity) for one in chinese)
    return f'"{quantity.text}" {"stands more often than in" if again else "is not in"} the Chinese'


def _converted(quantity: Quantity, chinese: Sequence[Quantity], en: str) -> bool:
    """Whether it says in brackets what another unit comes to: 30 mu (2 hectares)."""
    per = _MU_A_HECTARE if en.startswith(" per hectare", quantity.end) else 1
    return en[quantity.start - 1 : quantity.start] == "(" and any(
        units.same_measure(one.value * per, one.unit, quantity.value, quantity.unit) for one in chinese if one.unit
    )


_MU_A_HECTARE = 15


def unmatched(
    zh: Sequence[Quantity], en: Sequence[Quantity]
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...], tuple[tuple[Quantity, Quantity], ...]]:
    """The Chinese quantities that English lacks, the English ones that are not in the Chinese, and the pairs
    they make. A number that English repeats is one too many: 1 in 1,000 translators says one twice, and weak models do
    so all the time."""
    chinese, english = list(zh), list(en)
    pairs = _pair(chinese, english)
    for _ in range(2):
        split_zh, split_en = _split(chinese), _split(english)
        if not (split_zh or split_en):
            break
        pairs += _pair(chinese, english)
    missing = [q for q in chinese if not q.soft]
    extra = [q for q in english if not q.soft and not (_may_return(q) and any(agree(z, q) for z in zh))]
    if not extra:
        missing = [q for q in missing if not _said_elsewhere(q, pairs)]
    return tuple(missing), tuple(extra), tuple(pairs)


def _may_return(quantity: Quantity) -> bool:
    """Whether English may say it more often than the Chinese does: the month of each day, a name, one, nought."""
    return quantity.kind in ("month", "year", "code", "vague") or quantity.value in (0, 1)


def _pair(chinese: list[Quantity], english: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Take out of both lists the quantities that agree, the closest first."""
    close = [[agree(one, other) for other in english] for one in chinese]
    left, free = list(range(len(chinese))), list(range(len(english)))
    pairs: list[tuple[Quantity, Quantity]] = []
    for soft, closeness in ((False, 3), (False, 2), (False, 1), (True, 3), (True, 2), (True, 1)):
        for one in [index for index in left if chinese[index].soft is soft]:
            fitting = [other for other in free if close[one][other] >= closeness]
            other = min(fitting, key=lambda index: english[index].soft is not soft, default=None)
            if other is not None:
                left.remove(one)
                free.remove(other)
                pairs.append((chinese[one], english[other]))
    chinese[:], english[:] = [chinese[index] for index in left], [english[index] for index in free]
    return pairs


def _split(quantities: list[Quantity]) -> bool:
    """Replace what has parts by its parts; whether anything changed."""
    whole = [q for q in quantities if q.parts]
    for quantity in whole:
        place = quantities.index(quantity)
        quantities[place : place + 1] = quantity.parts
    return bool(whole)


def _said_elsewhere(quantity: Quantity, pairs: list[tuple[Quantity, Quantity]]) -> bool:
    """A small count or a year said twice in Chinese and once in English (三地…三地, 七天七夜) loses nothing."""
    small = quantity.kind in ("number", "ordinal") and quantity.value <= 10 and not quantity.text[:1].isascii()
    if not small and quantity.kind not in ("month", "year", "day"):
        return False
    same = [one for one, _ in pairs if one.kind == quantity.kind and one.value == quantity.value]
    return any(quantity.unit in ("", one.unit) for one in same)


_BARE: frozenset[Kind] = frozenset({"number", "vague", "factor", "multiple"})


def agree(zh: Quantity, en: Quantity) -> int:
    """How well two quantities agree: 3 in kind and unit, 2 in one of their meanings, 1 loosely, 0 not at all."""
    if zh.kind == en.kind == "code":
        return 3 * (zh.unit == en.unit or (zh.unit[:1].isdigit() and en.unit.endswith(zh.unit)))
    if zh.kind == "price" and any(other.kind == "discount" for other in en.readings):
        return 2 * any(_same(one, other) for one in zh.readings for other in en.readings if other.kind == "discount")
    if (
        zh.figurative
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
