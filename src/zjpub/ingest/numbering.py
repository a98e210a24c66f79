"""The numbers that Word writes before list items and headings, which stand nowhere in the text of a .docx."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
# fmt: off
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
# fmt: on
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def _chinese(number: int) -> str:
    """1 to 9999 as a counting word: 一, 十二, 二十, 一百零三."""
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, unit)
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    text += _DIGITS[number] if number or not text else ""
    return text.removeprefix("一") if text.startswith("一十") else text.rstrip("零")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda n: str(n).translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": lambda n: _chinese(n).translate(
        str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
    ),
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda n: "".join("〇一二三四五六七八九"[int(d)] for d in str(n)),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "lowerLetter": lambda n: _letters(n).lower(),
    "upperLetter": _letters,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
}


@dataclass(frozen=True, slots=True)
class Level:
    """One depth of a list: how its numbers look (`第%1章`), of which kind they are, and where they begin."""

    pattern: str
    kind: str
    start: int = 1


class Counters:
    """Counts through a document: one run of numbers a list, begun anew below every higher number."""

    def __init__(self, lists: Mapping[str, Mapping[int, Level]], families: Mapping[str, str]) -> None:
        """`lists`: list id → its levels; `families`: list id → the definition that it shares its counting with."""
        self._lists = lists
        self._families = families
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, list_id: str, depth: int) -> str:
        """What stands before the next item at this depth, as "3. " or "三、"; "" for a bullet or an unknown list."""
        levels = self._lists.get(list_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._families.get(list_id, list_id), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.kind in ("bullet", "none"):
            return ""
        label = level.pattern
        for i in range(9):
            shown = levels.get(i, level)
            label = label.replace(f"%{i + 1}", _number(shown.kind, counts.get(i, shown.start)))
        return label if label.endswith(tuple("、．） ")) or not label else f"{label} "


def _number(kind: str, number: int) -> str:
    """Any number that a format does not reach is written in digits."""
    return _FORMATS.get(kind, str)(number) if 0 < number < 4000 else str(number)
