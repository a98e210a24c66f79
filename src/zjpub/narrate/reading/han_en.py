"""Chinese characters in English text, in pinyin: an English voice calls each of them a Chinese letter."""

from __future__ import annotations

import re
import unicodedata

_TONED = re.compile("[A-Za-zÀ-ÿ']*[āēīōūǖǎěǐǒǔǚǘǜ][A-Za-zÀ-ÿāēīōūǖǎěǐǒǔǚǘǜ']*", re.IGNORECASE)
_HAN = re.compile("[\\u3400-\\u9fff\\uf900-\\ufaff]+")


def romanised(text: str) -> str:
    """王伟 → Wang wei: a syllable a word, which leaves no doubt where one ends."""
    return _HAN.sub(_pinyin, _TONED.sub(_toneless, text))


def _toneless(match: re.Match[str]) -> str:
    """Lǚ Bù's tones: an English voice stumbles over a letter that English borrows from nobody."""
    return "".join(char for char in unicodedata.normalize("NFD", match[0]) if not unicodedata.combining(char))


def _pinyin(match: re.Match[str]) -> str:
    from pypinyin import Style, lazy_pinyin

    said = " ".join(lazy_pinyin(match[0], style=Style.NORMAL, v_to_u=True, errors="ignore")).capitalize()
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalnum() else ''}{said}{' ' if after.isalnum() else ''}"
