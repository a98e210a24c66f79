"""A wrong number put right in the English where only one can be meant: one of its kind missing, another there instead,
the same figures misplaced.

The last resort after the ladder, and never silent: which of two facts a machine meant is for a person to see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from zjpub.model import Flag
from zjpub.translate.quantities import Kind, Quantity, read_en, read_zh
from zjpub.translate.quantities.forced import english
from zjpub.translate.quantities.pairing import unmatched

_FIGURES = re.compile(r"\d[\d,.]*(?<![.,])(?:[ -](?:thousand|million|billion|trillion)\b)?", re.IGNORECASE)
_KINDS: tuple[Kind, ...] = ("number", "money", "percent", "points", "year")


_UNITS = {("money", "CNY"): " yuan", ("percent", ""): " percent", ("points", ""): " percentage points"}


def mended(zh: str, en: str) -> tuple[str, tuple[Flag, ...]]:
    """The English with its numbers put right, and a flag for each; unchanged where it is not plain which is which."""
    missing, extra, _ = unmatched(read_zh(zh), read_en(en))
    text, flags = en, []
    for chinese, wrong in sorted(_pairs(missing, extra), key=lambda pair: -pair[1].start):
        right = _FIGURES.sub(_figures(chinese), wrong.text, count=1)
        right += _UNITS.get(_sort(chinese), "") if _sort(chinese) != _sort(wrong) else ""
        if right == wrong.text or text[wrong.start : wrong.end] != wrong.text:
            continue
        text = text[: wrong.start] + right + text[wrong.end :]
        flags.append(Flag("t-mended", f'"{right}" was put in place of "{wrong.text}" for {chinese.text}'))
    return text, tuple(reversed(flags))


def _pairs(missing: Sequence[Quantity], extra: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Each missing quantity with the one that stands in its place: its sort, or its figures that lost their unit."""
    lacks, has = Counter(map(_sort, missing)), Counter(map(_sort, extra))
    by_sort = {_sort(quantity): quantity for quantity in extra}
    for quantity in missing:
        if quantity.kind not in _KINDS or not _decimal(quantity) or lacks[_sort(quantity)] != 1:
            continue
        if has[_sort(quantity)] == 1:
            if _slip(quantity, by_sort[_sort(quantity)]):
                yield quantity, by_sort[_sort(quantity)]
        elif _sort(quantity) in _UNITS:
            bare = [other for other in extra if _sort(other) == ("number", "") and _digits(other) == _digits(quantity)]
            if len(bare) == 1:
                yield quantity, bare[0]


def _sort(quantity: Quantity) -> tuple[Kind, str]:
    return quantity.kind, quantity.unit


def _slip(right: Quantity, wrong: Quantity) -> bool:
    """Whether one is the other with its figures misplaced: another power of ten, figures swapped, one figure off."""
    one, other = _digits(right), _digits(wrong)
    swapped = sorted(one) == sorted(other)
    return swapped or (len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _digits(quantity: Quantity) -> str:
    return str(int(_shown(quantity) * 10**6)).strip("0")


def _decimal(quantity: Quantity) -> bool:
    return (quantity.value * 10**6).denominator == 1


def _figures(quantity: Quantity) -> str:
    """The figures alone, as English writes them before the unit or sign that stands there already."""
    if quantity.kind == "year":
        return str(int(quantity.value))
    return english(_shown(quantity))


def _shown(quantity: Quantity) -> Fraction:
    return quantity.value * 100 if quantity.kind in ("percent", "points") else quantity.value
