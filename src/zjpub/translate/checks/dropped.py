"""Parts of the Chinese that never reached the English: names in Latin letters, items of a list, whole clauses."""

from __future__ import annotations

import re
import unicodedata

from zjpub.translate.checks.length import size, words
from zjpub.translate.quantities.units import EN, SIGNS, ZH

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9&.+'-]*[A-Za-z0-9+]")
_AMOUNT = re.compile(r"(?<=[A-Za-z])\d+(?:\.\d+)?(?=[万亿元%周年])")
_CLAUSE = re.compile(r"[，。；！？,;!?]+")
_LISTED = re.compile(r"[^，。；：！？,;:!?“”]*、[^，。；：！？,;:!?]*")
_SEPARATOR = re.compile(
    r",|;|/|\band\b|\bor\b|\bas well as\b|\bplus\b|\bwith\b|-|–|&|\bto\b|\bfrom\b|\bfor\b|\bof\b|\bin\b", re.IGNORECASE
)
# From how many clauses and units of Chinese: words a unit, at least, by what 995 in 1,000 human translations have.
_FEWEST = ((4, 45, 0.38), (4, 28, 0.42), (3, 30, 0.39), (3, 18, 0.38), (2, 20, 0.33))
_NOT_NAMES = frozenset(name.lower() for name in (*ZH, *EN, *SIGNS)) | {"app", "vs", "am", "pm", "no"}


def dropped(zh: str, en: str) -> str:
    """What seems to be left out, or ""."""
    if names := _lost_names(zh, en):
        return f"missing in the English: {', '.join(names)}"
    if lost := _lost_items(zh, en):
        return lost
    return _lost_clauses(zh, en)


def _lost_names(zh: str, en: str) -> list[str]:
    """Words in Latin letters (RCEP) that the English neither has nor spells out."""
    if not re.search(r"[\u3400-\u9fff]", zh):
        return []
    have = _key(en)
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", en) if word[0].isupper()).lower()
    return [
        name
        for name in dict.fromkeys(_NAME.findall(_AMOUNT.sub("", zh)))
        if name.lower() not in _NOT_NAMES
        and _key(name) not in have
        and not (name.isupper() and name.lower() in initials)
    ]


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", unicodedata.normalize("NFKD", text).lower())


def _lost_items(zh: str, en: str) -> str:
    """A list (A、B、C、D) with fewer separators in the English than items can need."""
    items = max((run.count("、") + 1 for run in _LISTED.findall(zh)), default=0)
    have = len(_SEPARATOR.findall(en)) + 1
    return f"a list of {items} has at most {have} in the English" if items >= 4 and have < items else ""


def _lost_clauses(zh: str, en: str) -> str:
    """Several clauses, and hardly words for some of them."""
    plain = _NAME.sub("", zh)
    clauses = [clause for clause in _CLAUSE.split(plain) if size(clause) >= 4]
    units, count = size(plain), words(en)
    least = next((ratio for most, size_, ratio in _FEWEST if len(clauses) >= most and units >= size_), 0.0)
    return f"{len(clauses)} clauses in {count} words" if count < least * units else ""
