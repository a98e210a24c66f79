"""The glossary, verified in the output: each term must stand there, in any inflection and case."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s\b|s['’](?=\W|$)")


def missing_terms(en: str, terms: Sequence[tuple[str, str]]) -> list[str]:
    """One message for each term whose English does not stand in `en`."""
    have = _stems(en)
    return [
        f"{chinese} should be “{english}”"
        for chinese, english in terms
        if english.strip() and not _within(_stems(english), have)
    ]


def _stems(text: str) -> list[str]:
    return [
        _stem(word.lower())
        for word in _WORD.findall(_POSSESSIVE.sub("", text))
        if word.lower() not in ("the", "a", "an")
    ]


def _stem(word: str) -> str:
    """A word without its inflection: companies, company → compan; zones, zone → zon."""
    for ending in ("ies", "ing", "ied", "es", "ed", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _within(words: list[str], text: list[str]) -> bool:
    return any(text[start : start + len(words)] == words for start in range(len(text) - len(words) + 1))
