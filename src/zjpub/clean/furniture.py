"""What a printing house adds around an article: page numbers, page headers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from zjpub.clean import mastheads, shape, wording
from zjpub.clean.page import Line, Page, each

_NUM = r"[0-9０-９一二三四五六七八九十百〇零]{1,4}"
_PAGE = rf"第?\s?[A-Z]?{_NUM}\s?[版页頁]"
_DAY = r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
_WEEKDAY = r"(?:星期|周|週|礼拜)[一二三四五六日天]"
_NUMBER = re.compile(
    rf"[\s\-—–－―_·•.~～=*【\[(（<《|｜第]*(?:p(?:age|\.)?\s?)?\d{{1,3}}(?:\s?(?:/|／|of)\s?\d{{1,4}})?[\s\-—–－―_·•.~～=*】\])）>》|｜]*"
    rf"|[\-—–\s(（【\[·•]*第\s?{_NUM}\s?[页頁](?:\s?[,，/／|｜(（]?\s?[共总總]\s?(?:计\s?)?{_NUM}\s?[页頁])?[\-—–\s)）】\]·•]*"
    rf"|[共总]\s?\d+\s?页|{_NUM}\s?/\s?{_NUM}\s?页?|page\s?\d+(?:\s?of\s?\d+)?|[页頁]\s?\d+\s?[/／]\s?\d+",
    re.IGNORECASE,
)
_DIGIT_GAP = re.compile(r"(?<=\d)\s+(?=\d)")
_RULE = re.compile(r"[\s\-—–－―_=*~～·•.。…+#◆◇■□●○★☆▲△▼▽※☞►◀▶|｜⸺/\\<>^]+")


def _page_number(line: Line) -> Line:
    if len(line.plain) > 30 or line.mark not in {"", "page"}:
        return line
    if _NUMBER.fullmatch(_DIGIT_GAP.sub("", line.plain)):
        return line.settled("boilerplate", "page number")
    ornament = _RULE.fullmatch(line.plain) and line.plain not in {"。", "."}
    return line.settled("boilerplate", "rule or ornament") if ornament else line


_DESK_ALONE = re.compile(rf"[【\[(（■]?{mastheads.DESK}(?:新闻|周刊|版)?[】\])）]?")


def _header(line: Line) -> Line:
    if line.mark not in {"", "page"} or line.plain[-1] in "。”！？，" or len(line.plain) > 90:
        return line
    if not mastheads.is_masthead(line.plain) or _DATE_ONLY.fullmatch(line.plain):
        return line
    return line.settled("boilerplate", "page header")


_DATE_ONLY = re.compile(rf"[(（]?{_DAY}[)）]?(?:\s?{_WEEKDAY})?(?:\s?\d\d?[:：]\d\d(?:[:：]\d\d)?)?")


_CODED = re.compile(r"[A-Z]{1,2}\d{1,2}版?\s[\u4e00-\u9fff·/／]{2,10}")
_NAME_AND_NUMBER = re.compile(
    r"(?:[-—|·\s]*(?P<first>\d{1,3})[-—|｜·/／\s]+(?P<after>[《\u4e00-\u9fff》· ]{2,12})"
    r"|(?P<before>[《\u4e00-\u9fff》· ]{2,12}?)"
    r"[-—|｜·/／\s]+(?P<last>\d{1,3})[-—|·\s]*)"
)
_SHORT = 30
_IN_SENTENCES = re.compile("[，。；？！]")


def running_heads(page: Page) -> Page:
    """A short line that stands next to page numbers or headers again and again is a running head; a sentence is not."""
    beside = [
        (_is_furniture(before) or _is_furniture(after)) and _is_short(line)
        for before, line, after in zip((None, *page), page, (*page[1:], None), strict=False)
    ]
    counts = Counter(line.plain for line, near in zip(page, beside, strict=True) if near)
    counted = _counted_on(page)
    return tuple(
        line.settled("boilerplate", "running head")
        if (near and (counts[line.plain] >= 2 or _DESK_ALONE.fullmatch(wording.simplified(line.plain))))
        or (not line.fate and (near or not at) and _CODED.fullmatch(line.plain))
        or at in counted
        else line
        for at, (line, near) in enumerate(zip(page, _without_headline(page, beside), strict=True))
    )


def _is_short(line: Line) -> bool:
    """Whether a line could be a running head."""
    short = not line.fate and len(line.plain) <= _SHORT
    return short and not _IN_SENTENCES.search(line.plain) and not shape.ended(line.plain)


def _counted_on(page: Page) -> set[int]:
    """Where one name stands again and again with a number that grows."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(page):
        counted = _NAME_AND_NUMBER.fullmatch(line.plain) if not line.fate and len(line.plain) <= _SHORT else None
        if counted and _is_short(line):
            name, number = counted["after"] or counted["before"], counted["last"] or counted["first"]
            found.setdefault(wording.simplified(name).replace(" ", ""), []).append((at, int(number)))
    return {
        at
        for places in found.values()
        for at, _ in places
        if len(places) >= 2 and all(here[0] + 1 < there[0] and here[1] < there[1] for here, there in pairwise(places))
    }


def _without_headline(page: Page, beside: Sequence[bool]) -> list[bool]:
    """The first line of all is the headline, even if each page repeats it, where no other headline follows it."""
    first, after, *_ = [*(at for at, line in enumerate(page) if not line.fate), -1, -1]
    alone = after < 0 or not shape.is_headline(page[after].plain, 40)
    return [near and not (alone and at == first) for at, near in enumerate(beside)]


def _is_furniture(line: Line | None) -> bool:
    return line is not None and line.note in {"page number", "page header"}


page_numbers = each(_page_number)
page_headers = each(_header)
