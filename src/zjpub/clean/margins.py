"""What is left of a site above the headline and below the text: short lines among those already known to be its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub.clean import kickers, shape
from zjpub.clean.page import Line, Page

_OF_THE_SITE = frozenset(
    (
        "share-and-follow line",
        "buttons of the web page",
        "navigation of the web page",
        "copyright line",
        "line of the web page",
        "prompt of an app or a site",
        "editor line",
        "headline of another article",
    )
)
_SIGNED = frozenset(("byline", "source", "date"))
_FIRST_LINES, _SHORT_ABOVE, _SHORT_BELOW, _ENOUGH = 8, 8, 20, 2
_TOLD = re.compile("[，。！？；“”「」：]")


def margins(page: Page) -> Page:
    """The lines above a signed headline with the site's own lines between, and those below the article among them."""
    above, below = _above(page), _below(page)
    return tuple(
        line.settled("boilerplate", "above the headline")
        if at in above
        else line.settled("boilerplate", "below the article")
        if at in below
        else line
        for at, line in enumerate(page)
    )


def _above(page: Page) -> set[int]:
    rest = [at for at, line in enumerate(page) if not line.fate][:_FIRST_LINES]
    signed = next((at for at in rest if at + 1 < len(page) and page[at + 1].fate in _SIGNED), None)
    over = [at for at in rest if signed is not None and at < signed]
    if signed is None or not over or not _may_be_headline(page[signed]):
        return set()
    parted = any(line.fate == "boilerplate" for line in page[over[0] : signed])
    return set(over) if parted and all(_is_of_site(page[at]) for at in over) else set()


def _may_be_headline(line: Line) -> bool:
    return shape.units(line.plain) > _SHORT_ABOVE and not shape.ended(line.plain.rstrip("？！”"))


def _is_of_site(line: Line) -> bool:
    if line.mark or _TOLD.search(line.plain):
        return False
    return shape.units(line.plain) <= _SHORT_ABOVE or kickers.is_kicker(line.plain)


def _below(page: Page) -> set[int]:
    last = max((at for at, line in enumerate(page) if not line.fate and shape.is_prose(line.plain)), default=len(page))
    seen, found = 0, set()
    for at in range(last + 1, len(page)):
        seen += page[at].note in _OF_THE_SITE
        if seen >= _ENOUGH and _is_left_over(page, at):
            found.add(at)
    return found


def _is_left_over(page: Sequence[Line], at: int) -> bool:
    """Whether a short line without a stop is none of a list or a poem."""
    line = page[at]
    if line.fate or line.mark or len(line.plain) > _SHORT_BELOW or re.search("[。！？；，]", line.plain):
        return False
    return not shape.is_item(line.plain)
