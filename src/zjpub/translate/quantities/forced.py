"""Chinese quantities written in English inside the Chinese sentence, so that the machine only has to carry them over.

Only what machines get wrong is written: numbers with 万 or 亿, numerals in words, 成, 折 and 分之. The unit stays
Chinese, since that is how models that know the trick were trained (`9.2万辆` → ` 92,000 辆`).
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import groupby

from zjpub.translate.quantities.numerals_zh import number_at, plain, tight
from zjpub.translate.quantities.values import Quantity
from zjpub.translate.quantities.zh import read_zh

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_VAGUE = {10: "dozens of", 100: "hundreds of", 1000: "thousands of", 10**6: "millions of", 10**9: "billions of"}
_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_TOPS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
_WORTH_IT = re.compile("[十百千万亿点]|分之|[成折]")


def with_english(zh: str) -> tuple[str, tuple[str, ...]]:
    """The sentence with its quantities in English, and those English words, in order."""
    zh = tight(zh)[0]
    text, place, said = "", 0, []
    for (start, _), group in groupby(read_zh(zh), key=lambda quantity: quantity.span):
        found = _written(zh, list(group))
        if not found or start < place:
            continue
        english, end = found
        text += f"{zh[place:start]} {english} "
        said.append(english)
        place = end
    return re.sub(r"\s+", " ", text + zh[place:]).strip(), tuple(said)


def _written(zh: str, group: list[Quantity]) -> tuple[str, int] | None:
    """The English of quantities that share their words (三四十), and where in the Chinese it ends."""
    first = group[0]
    if first.soft or first.parts or not _WORTH_IT.search(first.text):
        return None
    if first.kind == "percent":
        return " to ".join(_share(quantity.value, first.text) for quantity in group), first.end
    if first.kind == "discount" or first.kind == "price":
        off = next(reading.value for reading in first.readings if reading.kind == "discount")
        return f"{_figure(off * 100)} percent off", first.end
    return _number(zh, group) if first.kind in ("number", "money", "vague", "multiple") else None


def _number(zh: str, group: list[Quantity]) -> tuple[str, int] | None:
    """The number without its unit: what follows the numeral stays."""
    first = group[0]
    over = "over " if zh[first.start] == "上" else ""
    run = number_at(plain(zh), first.start + len(over[:1]))
    if run is None:
        return None
    end, numeral = run
    over = over or ("more than " if numeral.approx == "over" else "")
    raw = zh[first.start : end]
    if len(raw) < 2 or (numeral.values != tuple(quantity.value for quantity in group) and first.kind != "vague"):
        return None
    if numeral.vague:
        words = _magnitude(int(numeral.values[0]))
        return (words, end) if words else None
    return over + " to ".join(english(value) for value in numeral.values), end


def english(value: Fraction) -> str:
    """A number as English newspapers write it: 92,000; 1.2 trillion; 304,500."""
    for scale, name in _SCALES:
        if abs(value) >= scale and (value * 1000 / scale).denominator == 1:
            return f"{_figure(value / scale)} {name}"
    return _figure(value)


def _figure(value: Fraction) -> str:
    whole, rest = divmod(abs(value), 1)
    decimals = f"{float(rest):.6f}"[1:].rstrip("0").rstrip(".")
    return f"{'-' if value < 0 else ''}{int(whole):,}{decimals}"


def _share(value: Fraction, words: str) -> str:
    """A percentage, or the fraction that the Chinese says."""
    plainly = "分之" in words and not re.search("百分之|[千万]分之", words)
    if plainly and value.denominator in _PARTS and value.numerator in _TOPS and value.denominator > 2:
        plural = "s" if value.numerator > 1 else ""
        return f"{_TOPS[value.numerator]} {_PARTS[value.denominator]}{plural}"
    if plainly and value == Fraction(1, 2):
        return "one half"
    if value * 10**6 % 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{_figure(value * 100)} percent"


def _magnitude(value: int) -> str:
    """hundreds of thousands of."""
    if value in _VAGUE:
        return _VAGUE[value]
    for scale, name in ((10**12, "trillions"), (10**9, "billions"), (10**6, "millions"), (10**3, "thousands")):
        if value >= scale:
            tens = {10: "tens", 100: "hundreds", 1000: "thousands"}.get(value // scale)
            return f"{tens} of {name} of" if tens else ""
    return ""
