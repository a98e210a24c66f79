"""Quantities that differ, but for English that stands in the Chinese word for word: what nobody translated agrees."""

from __future__ import annotations

import re

from zjpub.model import Flag
from zjpub.translate.quantities import compare

_FOREIGN = re.compile(
    r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—][^\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”…—]+"
)
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])")
_WORDS = 2
"""From how many words on a stretch is a quotation, and not a name or a unit in a Chinese sentence."""


def numbers(zh: str, en: str) -> tuple[Flag, ...]:
    """A flag for each quantity that only one of the two has."""
    for found in _FOREIGN.finditer(zh) if _WORD.search(zh) else ():
        quoted = found[0].strip()
        if (len(_WORD.findall(quoted)) >= _WORDS or quoted == zh.strip()) and quoted in en:
            zh, en = zh.replace(quoted, " ", 1), en.replace(quoted, " ", 1)
    return compare(zh, en)
