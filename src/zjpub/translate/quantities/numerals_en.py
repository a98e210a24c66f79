"""English numerals → values: 1,265.9, twenty-three, two and a half million, half a dozen, three quarters."""

from __future__ import annotations

import re
from fractions import Fraction

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: value for value, word in enumerate(_ONES.split())}
WORDS |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
WORDS |= {"fourty": 40, "naught": 0, "nil": 0}
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12, "lakh": 10**5, "crore": 10**7, "myriad": 10**4,
}  # fmt: skip
_SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_ORDINAL_ONES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_ONES.split())}
ORDINALS |= {word[:-1] + "ieth": value for word, value in WORDS.items() if word.endswith("ty")}
ORDINALS |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + plural: value for word, value in ORDINALS.items() if value > 2 for plural in ("", "s")
}

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d{1,3}(?: \d{3}){1,4}(?![\d,]| \d)|\d{1,24})(?:\.\d{1,24})?(?!\d|[.,]\d)"
    r"|(?<![\d.])\.\d{1,24}"
)
_WORD = "(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
_SCALE = "(?:" + "|".join(sorted(SCALES, key=len, reverse=True)) + ")"
_TENS_WORD = "(?:" + "|".join([*_TENS.split(), "fourty"]) + ")"
_SMALL = rf"(?:{_TENS_WORD}[- ](?:one|two|three|four|five|six|seven|eight|nine)\b|{_WORD})"
_FRACTIONS = (
    (re.compile(r"half an?(?= )"), "½"),
    (re.compile(r"(?:\band[ -])?(?:\b(?:a|one)[ -])?half\b"), "½"),
    (re.compile(r"(?:\band[ -])?(?:\b(?:a|one)[ -])?quarter\b"), "¼"),
    (re.compile(r"(?:\band )?three[ -]quarters\b"), "¾"),
    (re.compile(r"(?:\band )?(?:a|one)[ -]third\b"), "⅓"),
    (re.compile(r"(?:\band )?two[ -]thirds\b"), "⅔"),
    (re.compile(r"(?<=\d)[ -]([1-9])/([2-9])\b"), r" and \1/\2"),
)
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_AND_PART = (
    r"(?:[ -]and[ -](?:a[ -]half|one[ -]half|a quarter|one[ -]quarter|three[ -]quarters|a third|one[ -]third"
    r"|two[ -]thirds)"
    r"| ?[½¼¾⅓⅔]|[ -][1-9]/[2-9]\b)"
)
_MORE = (
    rf"(?:(?<=hundred) and {_SMALL}\b|(?<=thousand) and {_SMALL}\b(?! {_SCALE})| (?:{_SMALL}|{DIGITS})(?= {_SCALE})"
    rf"|(?<=hundred|housand|million) {_SMALL}\b(?!-[a-z]{{3}}| (?:years?|months?|days?) (?:ago|earlier)))"
)
NUMBER = re.compile(
    rf"(?<![\w.])(?>(?:(?:{DIGITS}){_AND_PART}?|[½¼¾⅓⅔]"
    rf"|{_SMALL}\b(?: point {_WORD}\b(?: {_WORD}\b){{0,8}})?{_AND_PART}?"
    rf"|half an?(?= {_SCALE}\b)|an?(?= {_SCALE}\b))"
    rf"(?:[- ]?{_SCALE}\b(?: and a half\b)?(?:{_MORE})?){{0,4}}(?:(?:k|m|mn|mln|bn?|bln|tn|trn)\b)?)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"({_SMALL}) point ({_WORD}(?: {_WORD})*)")
_TOKEN = re.compile(rf"[1-9]/[2-9]|{DIGITS}|[½¼¾⅓⅔]|[a-z]+", re.IGNORECASE)


def number(text: str) -> Fraction | None:
    """The value of what `NUMBER` matched; None where the words make no number (two three)."""
    text = text.lower()
    for pattern, sign in _FRACTIONS:
        text = pattern.sub(sign, text)
    text = _SPOKEN.sub(lambda m: f" {number(m[1])}." + "".join(str(WORDS[word]) for word in m[2].split()), text)
    total, last = Fraction(0), 1
    section: Fraction | None = None
    before = ""
    for token in _TOKEN.findall(text.replace("-", " ")):
        if token in _VULGAR or "/" in token:
            part = _VULGAR.get(token) or Fraction(token)
            if section is None and total:
                total += part * last
            else:
                section = (section or 0) + part
        elif token in SCALES or token in _SHORT:
            last = SCALES.get(token) or _SHORT[token]
            if last in (100, 12):
                section = (Fraction(1) if section is None else section) * last
            elif section is None and total:
                total *= last
            else:
                total, section = total + (1 if section is None else section) * last, None
        elif token in WORDS:
            if not _joins(before, WORDS[token]):
                return None
            section = (section or Fraction(0)) + WORDS[token]
        elif token not in ("and", "a", "an"):
            if token[0] not in "0123456789.":
                return None
            section = (section or 0) + Fraction(re.sub("[, ]", "", token))
        before = token
    return total + (section or 0)


def _joins(before: str, value: int) -> bool:
    """Whether a number word continues the one before: twenty three, not two three."""
    return before not in WORDS or (WORDS[before] >= 20 and 0 < value < 10)
