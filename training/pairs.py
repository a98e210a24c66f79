"""Which pairs are fit to be learnt from, in which form, and with which code-mixed copies.

A code-mixed copy has English in the Chinese: a quantity or a term as the pair's own English says it. So the model
learns to carry English words through, which `translate` uses to force quantities and glossary terms.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from zjpub.translate.quantities import with_english

Terms = Mapping[str, Sequence[str]]
"""Chinese → the English words that may stand for it."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "—": "-", "–": "-",
     "…": "...", "\u200b": "", "\ufeff": ""}
)  # fmt: skip
_LONGEST_TERM = 8


def normalised(text: str) -> str:
    """NFKC, plain quotation marks and dashes, single spaces: what `translate` makes of the Chinese, too."""
    return " ".join(unicodedata.normalize("NFKC", html.unescape(text)).translate(_SIGNS).split())


def fits(zh: str, en: str) -> bool:
    """Whether a pair is Chinese on one side, English on the other, and of lengths that go together."""
    if not (1 <= len(zh) <= 200 and 2 <= len(en) <= 600) or _HAN.search(en):
        return False
    if _share(_HAN, zh) < 0.4 or _share(_LATIN, en) < 0.55:
        return False
    return len(zh) < 8 or 1.3 <= len(en) / len(zh) <= 7.5


def _share(kind: re.Pattern[str], text: str) -> float:
    return len(kind.findall(text)) / (len(text.replace(" ", "")) or 1)


class Reserved:
    """The test sets, so that nothing is learnt which shares 14 Chinese characters or 9 English words with them."""

    def __init__(self, chinese: Iterable[str], english: Iterable[str]) -> None:
        self._runs = {run for zh in chinese for run in _runs(normalised(zh), 14)}
        self._phrases = {run for en in english for run in _runs(_words(en), 9)}

    def touch(self, zh: str, en: str) -> bool:
        """Whether the pair shares a run with a test set."""
        return not (self._runs.isdisjoint(_runs(zh, 14)) and self._phrases.isdisjoint(_runs(_words(en), 9)))


def _words(en: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", normalised(en).lower()))


def _runs(items: Sequence[str], length: int) -> set[Sequence[str]]:
    return {items[start : start + length] for start in range(len(items) - length + 1)}


def with_quantities(zh: str, en: str) -> str | None:
    """The Chinese with its quantities as the translator would force them, if the English says them just so."""
    mixed, words = with_english(zh)
    return mixed if words and _HAN.search(mixed) and all(_found(word, en) for word in words) else None


def with_terms(zh: str, en: str, terms: Terms, chance: random.Random) -> str | None:
    """The Chinese with one of its terms, at times two, in the words that the English has for it."""
    hits = [
        (start, end, said)
        for start in range(len(zh))
        for end in range(min(len(zh), start + _LONGEST_TERM), start + 1, -1)
        if (said := next(filter(None, (_found(word, en) for word in terms.get(zh[start:end], ()))), None))
    ]
    chance.shuffle(hits)
    chosen: list[tuple[int, int, str]] = []
    for start, end, said in hits:
        if all((end <= left or start >= right) and said != other for left, right, other in chosen):
            chosen.append((start, end, said))
    chosen = chosen[: 2 if chance.random() < 0.3 else 1]
    for start, end, said in sorted(chosen, reverse=True):
        zh = f"{zh[:start]} {said} {zh[end:]}"
    return " ".join(zh.split()) if chosen and _HAN.search(zh) else None


def _found(word: str, en: str) -> str | None:
    """A word as it stands in the English, a plural included."""
    hit = re.search(rf"(?<![\w.,]){re.escape(word)}(?:e?s)?(?![\w]|[.,]\d)", en, re.IGNORECASE)
    return hit[0] if hit else None
