"""Chinese characters in English text, in pinyin: an English voice calls each of them a Chinese letter."""

from __future__ import annotations

import re

from zjpub import pinyin

_TONELESS = str.maketrans("āēīōūǖǎěǐǒǔǚǘǜĀĒĪŌŪǍĚǏǑǓ", "aeiouuaeiouuuuAEIOUAEIOU")
_HAN = re.compile("[\\u3400-\\u9fff\\uf900-\\ufaff]+")


def romanised(text: str) -> str:
    """王伟 → Wang wei: a syllable a word, which leaves no doubt where one ends; Lǚ → Lu."""
    return _HAN.sub(_pinyin, text.translate(_TONELESS))


def _pinyin(match: re.Match[str]) -> str:
    said = " ".join(pinyin.toneless(match[0], "default")).capitalize()
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"
