"""Two sentences → the quantities that do not agree: each needs a counterpart of the same value in the other one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub.model import Flag
from zjpub.translate.quantities import units
from zjpub.translate.quantities.agreement import agree
from zjpub.translate.quantities.en import read_en
from zjpub.translate.quantities.fit import exchanged_ones, misfits
from zjpub.translate.quantities.numerals_zh import plain
from zjpub.translate.quantities.order import exchanged, exchanged_counts, exchanged_parts, turned_score
from zjpub.translate.quantities.pairing import unmatched
from zjpub.translate.quantities.places import misplaced
from zjpub.translate.quantities.rates import rates
from zjpub.translate.quantities.remains import remains
from zjpub.translate.quantities.roles import turned_roles
from zjpub.translate.quantities.values import Quantity
from zjpub.translate.quantities.wording import described
from zjpub.translate.quantities.zh import read_zh

_FEW = re.compile(r"\b(?:a few|several|a couple)\b", re.IGNORECASE)
"""What English may say for 三五天 and 一两个."""


_ALL = re.compile(
    r"\b(?:all|every\w*|each|entire\w*|full\w*|complete\w*|whol\w+|absolute\w*|perfect\w*)\b", re.IGNORECASE
)
"""What English may say for 百分之百."""


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
    if _ALL.search(en):
        missing = tuple(q for q in missing if q.kind != "percent" or q.value != 1)
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
    for one, other in (
        *exchanged(pairs, zh, en),
        *exchanged_counts(pairs, zh, en),
        *exchanged_parts(pairs, en),
    ):
        flags.append(Flag("t-quantity", f"{one.text} and {other.text} have changed places"))
    for one, other in pairs:
        if {one.approx, other.approx} == {"over", "under"} and one.value > 0 and not _turned(en, other):
            flags.append(Flag("t-quantity", f'{one.text} is "{other.approx}" rather than "{one.approx}"'))
    flags += [Flag("t-quantity", message) for message in (*misfits(zh, en, pairs, english), *misplaced(zh, en))]
    flags += [
        Flag("t-quantity", message)
        for message in (*remains(zh, en, pairs), *turned_roles(zh, en, pairs), *rates(zh, en))
    ]
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
