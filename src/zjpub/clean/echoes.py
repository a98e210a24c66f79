"""What the rest of the page says about a broken line: where its last words occur again, how do they go on?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

_TAIL, _HEAD = 8, 4
_NEAR = 3 * _TAIL
"""So many characters hold the last words nearly always, whatever punctuation is among them."""
_FEW = 200
_MOST = 40
"""Words that go on in more ways than this say nothing about a break."""
_WORDS, _WORDS_AND_BREAKS = re.compile(r"\w+"), re.compile(r"[\w\n]+")


def continuations(stretches: Iterable[Sequence[str]], tails: Iterable[str]) -> dict[str, set[str]]:
    """For each line's last words, the few characters that follow them elsewhere inside a line; one pass over the page.

    A stretch is lines without a gap between them: last words may lie across a wrap, but a line's end proves nothing.
    """
    wanted: dict[str, set[str]] = {_last_words(tail): set() for tail in tails}
    wanted = {tail: found for tail, found in wanted.items() if len(tail) == _TAIL}
    if not wanted:
        return wanted
    text, ends = _squeezed(stretches)
    for at in _places(text, wanted):
        found = wanted[text[at : at + _TAIL]]
        if at + _TAIL not in ends and len(found) < _MOST:
            found.add(text[at + _TAIL : at + _TAIL + _HEAD].partition("\n")[0])
    return wanted


def _squeezed(stretches: Iterable[Sequence[str]]) -> tuple[str, set[int]]:
    """The stretches without white space and punctuation, a line break after each, and where their lines end."""
    # All at once, since a page has many short stretches.
    whole = "\n\n".join(map("\n".join, stretches))
    lines = "".join(_WORDS_AND_BREAKS.findall(whole)).split("\n")
    ends: set[int] = set()
    at = 0
    pieces: list[str] = []
    for line in lines:
        at += len(line) or 1
        ends.add(at)
        pieces.append(line or "\n")
    return "".join(pieces), ends


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
    follow = known.get(_last_words(before))
    if not follow:
        return 0
    head = squeeze(after)[:_HEAD]
    return 1 if any(text.startswith(head) or head.startswith(text) for text in follow) else -1


def _last_words(text: str) -> str:
    near = squeeze(text[-_NEAR:])[-_TAIL:]
    return near if len(near) == _TAIL else squeeze(text)[-_TAIL:]


def squeeze(text: str) -> str:
    """The text without white space and punctuation, which wraps and widths may have changed."""
    return "".join(_WORDS.findall(text))
