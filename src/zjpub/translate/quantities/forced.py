"""Chinese quantities written in English inside the Chinese sentence, so that the machine only has to carry them over."""

from __future__ import annotations


def with_english(zh: str) -> tuple[str, tuple[str, ...]]:
    """The sentence with its quantities in English (`9.2万辆` → ` 92,000 辆`), and those English words, in order."""
    return zh, ()
