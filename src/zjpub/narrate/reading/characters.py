"""Characters before and after reading: one spelling for each sign on the way in, nothing unspeakable on the way out."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；！？（）［］｛｝＂＇"}
_ONE_SPELLING = {
    "-": "\u2010\u2011\u2012\u2212\ufe63\uff0d",
    "—": "\u2015\u2500\u2e3a\u2e3b\ufe31",
    "~": "\u223c\u301c\uff5e\u02dc",
    "/": "\u2044\u2215\uff0f",
    "…": "\u22ef\ufe19",
    " ": "\t\n\r\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    "·": "\u2022\u2027\u2219\u22c5\u30fb\u0387\u2024\uff65",
    "'": "\u2018\u2019\u02bc\u2032\u201b\uff07",
    '"': "\u201c\u201d\u201e\u2033\uff02\u301d\u301e",
    "¥": "\uffe5",
    "£": "\uffe1",
    "μ": "\u00b5",
    "×": "\u2715\u2716\u2a2f",
    "≥": "\u2267\u2a7e",
    "≤": "\u2266\u2a7d",
    "℃": "\u2103",
    "零": "\u3007",
}
_TABLE: dict[int, str | int | None] = {
    **_WIDE,
    **{ord(char): sign for sign, chars in _ONE_SPELLING.items() for char in chars if char != sign},
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x20E3), None),
    **{ord(char): str(digit) for digit, char in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    0x2103: "°C",
    0x2109: "°F",
    0x33A1: "m²",
    0x33A5: "m³",
    0x33A2: "km²",
    0x33A0: "cm²",
    0x339F: "mm²",
    0x33A4: "cm³",
    0x33A7: "m/s",
    0x2116: "No.",
}
_SQUARED = re.compile("[\u2100-\u214f\u3200-\u33ff]")
_FRACTION = re.compile(r"(\d?) ?([¼-¾⅐-⅞])")
_CIRCLED = re.compile("[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]")
_ROMAN = re.compile("[\u2160-\u217f]+")
_POWER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_KEPT_ASIDE = "'"


def fold(text: str) -> str:
    """One spelling for each sign: half-width letters and digits, `-`, `~`, `/`, straight quotes, plain spaces."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_TABLE)
    text = _SQUARED.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
    text = _FRACTION.sub(lambda m: f"{m[1]} {_slashed(m[2])}" if m[1] else _slashed(m[2]), text)
    text = _CIRCLED.sub(lambda m: f"{unicodedata.numeric(m.group()):.0f}、", text)
    return _ROMAN.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)


def _slashed(char: str) -> str:
    return unicodedata.normalize("NFKC", char).replace("\u2044", "/")


def powers(text: str) -> str:
    """Superscripts that no unit claimed, as `^2` after a digit; as a footnote mark, nothing."""
    return _POWER.sub(lambda m: _power(text, m), text)


def _power(text: str, match: re.Match[str]) -> str:
    before = text[match.start() - 1 : match.start()]
    return f"^{match.group().translate(_POWERS)}" if before.isascii() and before.isalnum() else ""


def sweep(text: str, digits: str, keep: str) -> str:
    """Only letters, marks, spaces and the signs in `keep`; a stray digit of any script becomes one of `digits`."""
    if "".join(filter(str.isalnum, text)).isalpha() and all(c.isalpha() or c in keep for c in text):
        return text
    return "".join(_spoken(char, digits, keep) for char in text)


def _spoken(char: str, digits: str, keep: str) -> str:
    if char in keep or char.isalpha():
        return char
    category = unicodedata.category(char)
    if category[0] == "N":
        return _numeral(char, digits)
    if category in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f":
        return char
    return _letters(char)


def _numeral(char: str, digits: str) -> str:
    value = unicodedata.numeric(char, -1)
    said = digits.split(" ") if " " in digits else list(digits)
    if value == int(value) and 0 <= value < 10:
        return f" {said[int(value)]} " if " " in digits else said[int(value)]
    return " "


def _letters(char: str) -> str:
    """The letters inside a sign that is only a costume (Ⓐ, 🄰), or a space."""
    plain = unicodedata.normalize("NFKC", char)
    return "".join(c if c.isalpha() else " " for c in plain) if plain != char else " "
