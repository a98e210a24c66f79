"""What a browser adds to each page that it prints: when, the page's title, its address, which page of how many."""

from __future__ import annotations

import re

from zjpub.clean.page import Line, Page

_FOOTER = re.compile(r"(?:https?|file)://\S+\s+\d{1,4}\s?/\s?\d{1,4}")
_STAMP = re.compile(
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日)[,，]?\s?"
    r"(?:凌晨|早上|上午|中午|下午|晚上)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s?[AP]M)?(?P<title>\s.*)?"
)
_LABEL = re.compile("[:：]|来源|來源|作者|记者|編輯|编辑")


def prints(page: Page) -> Page:
    """Only where an address with a page number was printed is a time at a page's top the time of printing."""
    if not any(_FOOTER.fullmatch(line.plain) for line in page):
        return page
    tops = {0} | {at for at, line in enumerate(page) if line.mark == "page"}
    tops |= {at + 1 for at, line in enumerate(page) if _FOOTER.fullmatch(line.plain)}
    return tuple(_decided(line, at in tops) if not line.fate else line for at, line in enumerate(page))


def _decided(line: Line, top: bool) -> Line:
    if _FOOTER.fullmatch(line.plain):
        return line.settled("boilerplate", "address of a printed page")
    stamp = _STAMP.fullmatch(line.plain) if top else None
    if stamp and not _LABEL.search(stamp["title"] or ""):
        return line.settled("boilerplate", "time of printing")
    return line
