"""Whether a sentence took about the time that its words need, in any voice."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PINYIN = re.compile(r"[a-zü]+[1-5]")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_SHORTEST, _LONGEST = 0.4, 2.6
_GRACE_MS = 700


def has_words(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit of any script."""
    return any(character.isalnum() for character in text)


def expected_ms(text: str) -> float:
    """The time that a calm reader takes: a syllable a fifth of a second, a letter of a word a fifteenth."""
    spelled = sum(len(word) for word in _CAPITALS.findall(text))
    syllables = len(_PINYIN.findall(text))
    rest = _CAPITALS.sub("", _PINYIN.sub("", text))
    han = len(_HAN.findall(rest))
    letters = len(_LETTER.findall(rest)) - han
    return 210 * (han + syllables) + 66 * letters + 250 * (spelled + len(_DIGIT.findall(rest)))


def shortest_ms(text: str) -> float:
    """Less than this cannot be the whole of `text`."""
    return _SHORTEST * expected_ms(text) - _GRACE_MS / 4


def doubt(text: str, ms: float) -> str:
    """What is odd about `ms` of speech for `text`, for people; empty when nothing is."""
    expected = expected_ms(text)
    told = f"spoken in {ms / 1000:.1f} s where about {expected / 1000:.1f} s were expected"
    if ms < shortest_ms(text):
        return f"{told}: words may be missing"
    return f"{told}: listen to it" if ms > _LONGEST * expected + _GRACE_MS else ""
