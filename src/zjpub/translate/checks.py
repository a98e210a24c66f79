"""Doubts about one translated line, found without a model, so that no line of a machine is believed unread."""

from __future__ import annotations

from collections.abc import Sequence

from zjpub.model import Flag
from zjpub.translate.quantities import compare

WEIGHTS = {
    "t-empty": 100.0,
    "t-loop": 40.0,
    "t-quantity": 20.0,
    "t-copy": 20.0,
    "t-polarity": 15.0,
    "t-dropped": 12.0,
    "t-length": 10.0,
    "t-han": 8.0,
    "t-term": 6.0,
    "t-punct": 1.0,
}
"""How bad each doubt is: what the ladder adds up to rank hypotheses."""


def check(zh: str, en: str, terms: Sequence[tuple[str, str]] = ()) -> tuple[Flag, ...]:
    """Every doubt about `en` as a translation of `zh`. `terms`: glossary rows (zh, en) that occur in `zh`."""
    if zh.strip() and not en.strip():
        return (Flag("t-empty", "the translation is empty"),)
    return compare(zh, en)


def score(flags: Sequence[Flag]) -> float:
    """How bad these doubts are together, 0 for none: the lower, the better the hypothesis."""
    return sum(WEIGHTS.get(flag.code, 1.0) for flag in flags)
