"""All checks of a line in one verb, and the weight of each doubt for ranking hypotheses."""

from __future__ import annotations

from collections.abc import Sequence

from zjpub.model import Flag
from zjpub.translate.checks.copies import copied, leftover, marks
from zjpub.translate.checks.dropped import dropped
from zjpub.translate.checks.length import length
from zjpub.translate.checks.loops import loops
from zjpub.translate.checks.numbers import numbers
from zjpub.translate.checks.opposites import opposites
from zjpub.translate.checks.polarity import polarity
from zjpub.translate.checks.terms import missing_terms
from zjpub.translate.checks.trend import trend

WEIGHTS = {
    "t-empty": 100.0,
    "t-loop": 20.0,
    "t-copy": 30.0,
    "t-quantity": 20.0,
    "t-polarity": 15.0,
    "t-dropped": 24.0,
    "t-length": 24.0,
    "t-term": 8.0,
    "t-han": 8.0,
    "t-punct": 1.0,
}
"""How bad each doubt is, so that the least bad of bad lines is chosen: half a line lost costs a reader more than a word
said twice (by chrF on 232 lines that no rung put right). A line whose doubts weigh no more than 1 is good enough to use
untouched."""


def check(zh: str, en: str, terms: Sequence[tuple[str, str]] = ()) -> tuple[Flag, ...]:
    """Every doubt about `en` as a translation of `zh`. `terms`: the glossary rows (zh, en) that stand in `zh`."""
    if not zh.strip():
        return ()
    if not any(sign.isalnum() for sign in en):
        return (Flag("t-empty", "there is no translation"),) if any(sign.isalnum() for sign in zh) else ()
    found = [*numbers(zh, en)]
    for doubt in (loops, length, copied, leftover, dropped, polarity, opposites, trend, marks):
        if message := doubt(zh, en):
            found.append(Flag(_CODES[doubt], message))
    found += [Flag("t-term", message) for message in missing_terms(en, terms)]
    return tuple(found)


_CODES = {
    loops: "t-loop",
    length: "t-length",
    copied: "t-copy",
    leftover: "t-han",
    dropped: "t-dropped",
    polarity: "t-polarity",
    opposites: "t-polarity",
    trend: "t-polarity",
    marks: "t-punct",
}


def score(flags: Sequence[Flag]) -> float:
    """How bad these doubts are together, 0 for none: the lower, the better the hypothesis."""
    return sum(WEIGHTS.get(flag.code, 1.0) for flag in flags)
