"""The quantities of two sentences in pairs, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Sequence

from zjpub.translate.quantities.agreement import agree
from zjpub.translate.quantities.values import Quantity


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
    close = [[_close(one, other) for other in english] for one in chinese]
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


def _close(one: Quantity, other: Quantity) -> int:
    """How well they agree, a little less where one is more and the other less than the same number."""
    level = agree(one, other)
    return level - 1 if level > 1 and {one.approx, other.approx} == {"over", "under"} else level


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
    if quantity.text.startswith("比"):
        return False
    if not small and quantity.kind not in ("month", "year", "day"):
        return False
    same = [one for one, _ in pairs if one.kind == quantity.kind and one.value == quantity.value]
    return any(quantity.unit in ("", one.unit) for one in same)
