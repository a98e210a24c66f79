"""Who speaks on a page: the names before a colon that come again with other words after it."""

from __future__ import annotations

from collections.abc import Iterable

from zjpub.clean import echoes, shape


def speakers(texts: Iterable[str]) -> frozenset[str]:
    """The labels that at least two different lines begin with."""
    said: dict[str, set[str]] = {}
    for text in texts:
        name = shape.speaker(text)
        if name:
            said.setdefault(name, set()).add(echoes.squeeze(text))
    return frozenset(name for name, words in said.items() if len(words) >= 2)
