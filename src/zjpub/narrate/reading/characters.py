"""Characters before and after reading: one spelling for each sign on the way in, nothing unspeakable on the way out."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；？！（）［］｛｝＂＇"}
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
    "零": "\u3007",
    "|": "\u4e28\uff5c",
}
_UNSEEN = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD, 0x20E3)
_MARKS = "©®™℠℗"
_SYMBOLS = {
    "℃": "°C", "℉": "°F", "㎡": "m²", "㎥": "m³", "㎢": "km²", "㎠": "cm²", "㎟": "mm²", "㎤": "cm³", "㎧": "m/s",
    "№": "No.",
}  # fmt: skip
_TABLE: dict[int, str | int | None] = {
    **_WIDE,
    **{ord(char): sign for sign, chars in _ONE_SPELLING.items() for char in chars if char != sign},
    **dict.fromkeys((*_UNSEEN, *map(ord, _MARKS)), None),
    **{ord(char): str(digit) for digit, char in enumerate("₀₁₂₃₄₅₆₇₈₉")},
    **{ord(char): symbol for char, symbol in _SYMBOLS.items()},
}
_SQUARED = re.compile("[\u2100-\u214f\u3200-\u33ff\ufe50-\ufe6b\U0001d400-\U0001d7ff]")
_ORDINAL_SIGN = re.compile(r"(?<=\d)º")
_FRACTION = re.compile(r"(\d ?)?([¼-¾⅐-⅞])")
_CIRCLED = re.compile(r"(?<=(\d))?([\u2460-\u249b\u24ea-\u24ff\u2776-\u2793])(?: ?(?=([^\W_])))?")
_PICTURE = re.compile(
    "(?:(?!\u25b3[A-Z])[\u2580-\u2793\u27b0-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f])+"
)
_ROMAN = re.compile("[\u2160-\u217f]+")
_RANKS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ROUND_ZERO = re.compile("(?<=[一二三四五六七八九零])[○O](?=[一二三四五六七八九零○O年])")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_POWER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_ION = re.compile("(?<=[A-Za-z\\d])([²³]?)⁺")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MONEY_LAST = re.compile(
    r"(?<![\d$¥€£.,])(\d+(?:[.,]\d+)*)( ?[万亿]| ?(?:million|billion|bn|m)\b)? ?([$€£¥₽₩₹₺])(?! ?\.?\d)"
)
_TYPED_SIGNS = {"''": '"', ">=": "≥", "<=": "≤", "!=": "≠", "+/-": "±"}
_TYPED = re.compile("[<>!]=|\\+/-|(?<=\\d'\\d)''|(?<=\\d'\\d\\d)''")
_REFERENCE = re.compile(r"(?<=[^\s\d])[\[［]\d{1,3}(?: ?[-,，、–] ?\d{1,3}){0,20}[\]］]")


def fold(text: str) -> str:
    """One spelling for each sign: half-width letters and digits, `-`, `~`, `/`, straight quotes, plain spaces."""
    if not text.isascii() or not text.isprintable():
        text = text.translate(_TABLE)
        text = _ROUND_ZERO.sub("零", text)
        text = _SQUARED.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text)
        text = _ORDINAL_SIGN.sub("°", text)
        text = _FRACTION.sub(lambda m: f"{m[1][0]} {_slashed(m[2])}" if m[1] else _slashed(m[2]), text)
        text = _CIRCLED.sub(_circled, text)
        text = _PICTURE.sub(_without_picture, text)
        text = _ROMAN.sub(_roman_sign, text)
        text = _FOREIGN_DIGIT.sub(lambda m: str(unicodedata.decimal(m.group())), text)
    text = _MONEY_LAST.sub(r"\3\1\2", text)
    return _REFERENCE.sub("", _TYPED.sub(lambda m: _TYPED_SIGNS[m[0]], text))


def _circled(match: re.Match[str]) -> str:
    """①坚持 → 1、坚持, and no figure beside it becomes part of the number."""
    number = f"{unicodedata.numeric(match[2], 0):.0f}"
    named = match.string[match.start() - 1 : match.start()] in ("第", "图", "式") or match[3] in tuple(
        "号楼栋组班级期线区"
    )
    return f"{'、' if match[1] else ''}{number}{'、' if match[3] and not named else ''}"


def _without_picture(match: re.Match[str]) -> str:
    """Nothing, except between two Latin words."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return " " if before.isascii() and after.isascii() else ""


def _slashed(char: str) -> str:
    return unicodedata.normalize("NFKC", char).replace("\u2044", "/")


def _roman_sign(match: re.Match[str]) -> str:
    """Ⅱ类 → 二类, which is no 两类; elsewhere figures."""
    letters = unicodedata.normalize("NFKC", match.group()).upper()
    if not re.fullmatch("[IVX]{1,9}", letters):
        return letters
    value = roman(letters)
    ranked = "\u4e00" <= match.string[match.end() : match.end() + 1] <= "\u9fff" and value <= len(_RANKS)
    return _RANKS[value - 1] if ranked else str(value)


def roman(letters: str) -> int:
    """The value of a Roman numeral of I, V, X and L."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in letters]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def powers(text: str) -> str:
    """Superscripts that no unit claims, as `^2` after a letter or digit; elsewhere they are footnote marks: nothing."""
    text = _ION.sub(lambda m: f"{m[1].translate(_POWERS)}+", text)
    return _POWER.sub(lambda m: _power(text, m), text)


def _power(text: str, match: re.Match[str]) -> str:
    before = text[match.start() - 1 : match.start()]
    if match.group() in ("²", "³") and text[: match.start()].endswith(("m", "m/s", "mi", "ft", "yd", "in")):
        return match.group()
    base = (before.isalnum() and before < "\u0400") or (before == ")" and "=" in text)
    known = base and re.fullmatch("⁻?[^⁻]+", match.group())
    return f"^{match.group().translate(_POWERS)}" if known else ""


def sweep(text: str, digits: tuple[str, ...], keep: str) -> str:
    """Only letters, marks, spaces and the signs in `keep`; a stray digit of any script becomes one of `digits`."""
    return "".join([char if char in keep or char.isalpha() else _spoken(char, digits) for char in text])


def _spoken(char: str, digits: tuple[str, ...]) -> str:
    category = unicodedata.category(char)
    if category[0] == "N":
        value = unicodedata.numeric(char, -1)
        return digits[int(value)] if value in range(10) else " "
    if category in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f":
        return char
    # Ⓐ and 🄰 are letters in costume.
    plain = unicodedata.normalize("NFKC", char)
    return "".join(c if c.isalpha() else " " for c in plain) if plain != char else " "
