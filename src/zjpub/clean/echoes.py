"""What the rest of the page says about a broken line: where its last words occur again, how do they go on?"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TAIL, _HEAD = 8, 4
_SPACE = re.compile(r"\s+")


def continuations(texts: Iterable[str], tails: Iterable[str]) -> dict[str, set[str]]:
    """For each line's last words, the few characters that follow them wherever else they occur; one pass over the page."""
    wanted: dict[str, set[str]] = {squeeze(tail)[-_TAIL:]: set() for tail in tails}
    wanted = {tail: found for tail, found in wanted.items() if len(tail) == _TAIL}
    if not wanted:
        return {}
    for text in map(squeeze, texts):
        for at in range(len(text) - _TAIL):
            found = wanted.get(text[at : at + _TAIL])
            if found is not None:
                found.add(text[at + _TAIL : at + _TAIL + _HEAD])
    return wanted


def verdict(known: dict[str, set[str]], before: str, after: str) -> int:
    """1 if the page elsewhere goes on as here, -1 if it goes on otherwise, 0 if it says nothing."""
    follow = known.get(squeeze(before)[-_TAIL:])
    if not follow:
        return 0
    head = squeeze(after)[:_HEAD]
    return 1 if any(text.startswith(head) or head.startswith(text) for text in follow) else -1


def squeeze(text: str) -> str:
    """The text without white space."""
    return _SPACE.sub("", text)
