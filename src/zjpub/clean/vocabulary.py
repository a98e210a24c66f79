"""How the rules write their word lists: in groups of plain words, so that the next word is added without a regex."""

from __future__ import annotations


def any_of(*words: str) -> str:
    """A pattern for any of these words, the longest first; each argument is a group of words with spaces between."""
    return "(?:" + "|".join(sorted(" ".join(words).split(), key=len, reverse=True)) + ")"
