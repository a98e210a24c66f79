"""Numbers as English words: cardinals, ordinals, years, digit strings, decimals (American usage, without `and`)."""

from __future__ import annotations

_NAMES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_SMALL = tuple(_NAMES.split())
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", " thousand", " million", " billion", " trillion", " quadrillion")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
DIGITS = tuple(f" {name} " for name in _SMALL[:10])


def digits(text: str) -> str:
    """Digit by digit: `007` → `zero zero seven`."""
    return " ".join(_SMALL[int(char)] for char in text)


def cardinal(text: str) -> str:
    """ASCII digits → words; leading zeros or too many digits are read one by one."""
    if len(text) > 3 * len(_SCALES) or (text[0] == "0" and len(text) > 1):
        return digits(text)
    value = int(text)
    if value == 0:
        return "zero"
    groups = []
    for scale in _SCALES:
        value, group = divmod(value, 1000)
        if group:
            groups.append(_hundreds(group) + scale)
    return " ".join(reversed(groups))


def _hundreds(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    said = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    return " ".join([*said, _tens(rest)] if rest else said)


def _tens(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def number(text: str) -> str:
    """A plain number (`1,265.9`) → words."""
    whole, point, fraction = text.replace(",", "").partition(".")
    said = cardinal(whole or "0")
    return f"{said} point {digits(fraction)}" if point else said


def ordinal(text: str) -> str:
    """`21` → `twenty-first`."""
    words = cardinal(text)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return words[:at] + _ORDINALS.get(last, regular)


def year(text: str) -> str:
    """`1993` → `nineteen ninety-three`, `2005` → `two thousand five`, `1905` → `nineteen oh five`."""
    century, rest = divmod(int(text), 100)
    if len(text) < 4 or (century % 10 == 0 and rest < 10):
        return cardinal(text)
    if rest == 0:
        return f"{_tens(century)} hundred"
    return f"{_tens(century)} {two_digits(text[2:])}"


def two_digits(text: str) -> str:
    """The end of a year or a time: `05` → `oh five`."""
    return f"oh {_SMALL[int(text)]}" if text[0] == "0" else cardinal(text)


def plural(words: str) -> str:
    """`nineteen ninety` → `nineteen nineties`."""
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}es" if words.endswith("x") else f"{words}s"
