"""A wrong number put right in the English where only one can be meant: one of its kind missing, another there instead,
the same figures misplaced.

The last resort after the ladder, and never silent: which of two facts a machine meant is for a person to see.
"""

from __future__ import annotations

import re
from collections import Counter

from zjpub.model import Flag
from zjpub.translate.quantities import Kind, Quantity, read_en, read_zh
from zjpub.translate.quantities.compare import unmatched
from zjpub.translate.quantities.forced import english

_FIGURES = re.compile(r"\d[\d,.]*(?<![.,])(?:[ -](?:thousand|million|billion|trillion)\b)?", re.IGNORECASE)
_KINDS: tuple[Kind, ...] = ("number", "money", "percent", "points", "year")


def mended(zh: str, en: str) -> tuple[str, tuple[Flag, ...]]:
    """The English with its numbers put right, and a flag for each; unchanged where it is not plain which is which."""
    missing, extra, _ = unmatched(read_zh(zh), read_en(en))
    lacks, has = Counter(map(_sort, missing)), Counter(map(_sort, extra))
    by_sort = {_sort(quantity): quantity for quantity in extra}
    text, flags = en, []
    alone = [q for q in missing if lacks[_sort(q)] == has[_sort(q)] == 1 and q.kind in _KINDS and _decimal(q)]
    pairs = [(quantity, by_sort[_sort(quantity)]) for quantity in alone if _slip(quantity, by_sort[_sort(quantity)])]
    for chinese, wrong in sorted(pairs, key=lambda pair: -pair[1].start):
        right = _FIGURES.sub(_figures(chinese), wrong.text, count=1)
        if right == wrong.text or text[wrong.start : wrong.end] != wrong.text:
            continue
        text = text[: wrong.start] + right + text[wrong.end :]
        flags.append(Flag("t-mended", f'"{right}" was put in place of "{wrong.text}" for {chinese.text}'))
    return text, tuple(reversed(flags))


def _sort(quantity: Quantity) -> tuple[Kind, str]:
    return quantity.kind, quantity.unit


def _slip(right: Quantity, wrong: Quantity) -> bool:
    """Whether one is the other with its figures misplaced: another power of ten, figures swapped, one figure off."""
    one, other = _digits(right), _digits(wrong)
    swapped = sorted(one) == sorted(other)
    return swapped or (len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _digits(quantity: Quantity) -> str:
    return str(int(quantity.value * 10**6)).strip("0")


def _decimal(quantity: Quantity) -> bool:
    return (quantity.value * 10**6).denominator == 1


def _figures(quantity: Quantity) -> str:
    """The figures alone, as English writes them before the unit or sign that stands there already."""
    if quantity.kind == "year":
        return str(int(quantity.value))
    return english(quantity.value * 100 if quantity.kind in ("percent", "points") else quantity.value)
