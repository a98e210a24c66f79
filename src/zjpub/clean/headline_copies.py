"""The headline printed again, whole or one of its rows: over the text, or at the head of the next page."""

from __future__ import annotations

from zjpub.clean import echoes
from zjpub.clean.page import Page

_SHORTEST = 6
"""A shorter row may as well be a heading of its own."""


def without_copies(page: Page) -> Page:
    """The headline again, over the text or on the next page, is a repeat."""
    titles = [line for line in page if line.fate == "title"]
    first = titles[0]
    rows = [line.plain for line in titles]
    same = {echoes.squeeze("".join(rows[at:end])) for at in range(len(rows)) for end in range(at + 1, len(rows) + 1)}
    same -= {words for words in same if len(words) < _SHORTEST and words != echoes.squeeze(rows[0])}
    longest = 2 * max(map(len, same))
    return tuple(
        line.settled("duplicate", f"repeats line {first.number}", of=first.number)
        if not line.fate
        and len(line.plain) <= longest
        and line.plain[-1] != "。"
        and echoes.squeeze(line.plain) in same
        else line
        for line in page
    )
