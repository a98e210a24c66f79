"""What the rest of the page says about a broken line: where its last words occur again, how do they go on?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

_TAIL, _HEAD = 8, 4
_FEW = 200
_MOST = 40
"""Words that go on in more ways than this say nothing about a break."""
_SPACE = re.compile(r"\W+")


def continuations(stretches: Iterable[Sequence[str]], tails: Iterable[str]) -> dict[str, set[str]]:
    """For each line's last words, the few characters that follow them elsewhere inside a line; one pass over the page.

    A stretch is lines without a gap between them: last words may lie across a wrap, but a line's end proves nothing.
    """
    wanted: dict[str, set[str]] = {squeeze(tail)[-_TAIL:]: set() for tail in tails}
    wanted = {tail: found for tail, found in wanted.items() if len(tail) == _TAIL}
    for stretch in stretches if wanted else ():
        lines = list(map(squeeze, stretch))
        ends = set(accumulate(map(len, lines)))
        text = "".join(lines)
        for at in _places(text, wanted):
            found = wanted[text[at : at + _TAIL]]
            if at + _TAIL not in ends and len(found) < _MOST:
                found.add(text[at + _TAIL : at + _TAIL + _HEAD])
    return wanted


def _places(text: str, wanted: Collection[str]) -> Iterator[int]:
    """Where any of these words begin in the text: one by one if they are few, else in one pass over every place."""
    if len(wanted) > _FEW:
        yield from (at for at in range(len(text) - _TAIL) if text[at : at + _TAIL] in wanted)
        return
    for tail in wanted:
        at = text.find(tail)
        while at >= 0:
            yield at
            at = text.find(tail, at + 1)


def verdict(known: dict[str, set[str]], before: str, after: str) -> int:
    """1 if the page elsewhere goes on as here, -1 if it goes on otherwise, 0 if it says nothing."""
    follow = known.get(squeeze(before)[-_TAIL:])
    if not follow:
        return 0
    head = squeeze(after)[:_HEAD]
    return 1 if any(text.startswith(head) or head.startswith(text) for text in follow) else -1


def squeeze(text: str) -> str:
    """The text without white space and punctuation, which wraps and widths may have changed."""
    return _SPACE.sub("", text)
