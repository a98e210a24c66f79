"""Rewriting by a table of patterns, in order: what the signs and pauses of both languages have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable

Rules = tuple[tuple[re.Pattern[str], str], ...]


def rules(rows: Iterable[tuple[str, str]]) -> Rules:
    """Compile `(pattern, replacement)` rows."""
    return tuple((re.compile(pattern), word) for pattern, word in rows)


def rewrite(text: str, table: Rules) -> str:
    """Apply every row of a table, in its order."""
    for pattern, word in table:
        text = pattern.sub(word, text)
    return text


def strongest(run: str, strength: str) -> str:
    """Of several pauses in a row, the one that lasts longest; `strength` lists them from the weakest."""
    return max(run.replace(" ", ""), key=strength.find)
