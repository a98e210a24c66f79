"""What a printing house adds around an article: page numbers, page headers, running heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zjpub.clean import junction, kickers, mastheads, shape, wording
from zjpub.clean.page import Line, Page, each

_NUM = r"[0-9０-９一二三四五六七八九十百〇零]{1,4}"
_PAGE = rf"第?\s?[A-Z]?{_NUM}\s?[版页頁]"
_DAY = r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
_WEEKDAY = r"(?:星期|周|週|礼拜)[一二三四五六日天]"
_NUMBER = re.compile(
    rf"(?:第|(?![%％℃°$¥￥+#。，：:；;？！])[\W_])*(?:(?:page|part|chapter|p)[\s.]*)?\d{{1,3}}(?:\s?(?:/|／|of)\s?\d{{1,4}})?(?:(?![%％℃°$¥￥+#。，：:；;？！])[\W_])*"
    rf"|[\-—–\s(（【\[·•]*第\s?{_NUM}\s?[页頁](?:\s?[,，/／|｜(（]?\s?[共总總]\s?(?:计\s?)?{_NUM}\s?[页頁])?[\-—–\s)）】\]·•]*"
    rf"|[共总]\s?\d+\s?页|{_NUM}\s?/\s?{_NUM}\s?页?|page\s?\d+(?:\s?of\s?\d+)?|[页頁]\s?\d+\s?[/／]\s?\d+",
    re.IGNORECASE,
)
_DIGIT_GAP = re.compile(r"(?<=\d)\s+(?=\d)")
_RULE = re.compile(r"[①-⑳⑴-⒇❶-❿]|[\s\-—–－―_=*~～·•.。…+#◆◇■□●○★☆▲△▼▽※☞►◀▶|｜⸺/\\<>^]+")


def _page_number(line: Line) -> Line:
    if len(line.plain) > 30 or line.mark not in {"", "page"}:
        return line
    if _NUMBER.fullmatch(_DIGIT_GAP.sub("", line.plain) if " " in line.plain else line.plain):
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


_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+[。]?")
_DATE_ONLY = re.compile(rf"[(（]?{_DAY}[)）]?(?:\s?{_WEEKDAY})?(?:\s?\d\d?[:：]\d\d(?:[:：]\d\d)?)?")


_CODED = re.compile(r"[A-Z]{1,2}\d{1,2}版?\s[\u4e00-\u9fff·/／]{2,10}")
_NAME_AND_NUMBER = re.compile(
    r"(?:[-—|·\s]*(?P<first>\d{1,3})[-—|｜·/／\s]+(?P<after>[《\u4e00-\u9fff》· ]{2,12})"
    r"|(?P<before>[《\u4e00-\u9fff》· ]{2,12}?)"
    r"[-—|｜·/／\s]+(?P<last>\d{1,3})[-—|·\s]*)"
)
_NUMBERED = re.compile(
    r"(?P<before>[\u4e00-\u9fff]{2,12})\s?[|｜丨·/／]\s?[A-Z]?\d{1,3}|[A-Z]?\d{1,3}\s?[|｜丨·/／]\s?(?P<after>[\u4e00-\u9fff]{2,12})"
)
_TELLS_NAMES = frozenset(
    {"page header", "name of the publication", "line of source and date", "line of source, date and names"}
)
_SHORT, _PROSE, _PAGE_NAME, _LONGEST_DESK, _OFTEN = 30, 16, 8, 16, 3
_NAME, _SHORTEST_NAME = re.compile("[\u4e00-\u9fff]{3,10}"), 4
_OF_SOURCE = re.compile(r"\W?(?:[来來稿]源|转自|轉自|原载|摘自|[稿文][件章][来來]源)\s?[：:|｜]")
_OWN_MARK = re.compile("[（(【\\[—▲△▼▽◀↑↓●○■□◆◇]|[图圖][为為中：:]")
_IN_SENTENCES = re.compile("[，。；？！]")


def running_heads(page: Page) -> Page:
    """A short line that stands next to page numbers or headers again and again is a running head; a sentence is not."""
    beside = [
        (_is_furniture(before) or _is_furniture(after)) and _is_short(line)
        for before, line, after in zip((None, *page), page, (*page[1:], None), strict=False)
    ]
    near = _without_headline(page, beside)
    heads = _counted_on(page) | _returning(page, near) | _parting(page) | _papers(page, beside)
    heads |= {at for at, line in enumerate(page) if (near[at] or not at) and _CODED.fullmatch(line.plain)}
    return tuple(
        line.settled("boilerplate", "running head") if at in heads and not line.fate else line
        for at, line in enumerate(page)
    )


def _returning(page: Page, near: Sequence[bool]) -> set[int]:
    """Where the same words come again beside furniture, or name a desk, each time between other lines."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(page):
        if not line.fate and len(line.plain) <= _SHORT:
            places.setdefault(line.plain, []).append(at)
    return {
        at for text, found in places.items() if len(found) >= 2 and _returns(page, text, found, near) for at in found
    }


def _returns(page: Page, text: str, found: Sequence[int], near: Sequence[bool]) -> bool:
    desk = _names_desk(text)
    if not (desk or all(near[at] for at in found)):
        return False
    return (desk and len(found) >= _OFTEN) or _between_others(page, found)


def _between_others(page: Page, places: Sequence[int]) -> bool:
    """Whether other lines stand above and below each time: what comes again with its neighbours was pasted twice."""
    above = {_neighbour(page, at, -1) for at in places}
    below = {_neighbour(page, at, 1) for at in places}
    return min(len(above), len(below)) == len(places)


def _neighbour(page: Page, at: int, step: int) -> str:
    """The next line above or below that is not furniture."""
    at += step
    while 0 <= at < len(page) and page[at].fate:
        at += step
    return page[at].plain if 0 <= at < len(page) else ""


def _parting(page: Page) -> set[int]:
    """Where the name of a desk parts a sentence."""
    return {
        at
        for at, line in enumerate(page)
        if _names_desk(line.plain) and _is_short(line) and _parts(page, at) and not _is_left_over(page, at)
    }


_PAPER = re.compile(
    r"《?[\u4e00-\u9fff]{2,8}(?:[报報]|[周週月季]刊|杂志|雜誌|新闻|新聞|快讯|快訊|时讯|時訊|文摘|导刊|導刊)》?"
)
_SURELY_PAPER = re.compile(
    r"《?[\u4e00-\u9fff]{2,8}(?:[日晚晨早时時商周週画畫导導學学][报報]|[周週月季]刊|杂志|雜誌|时讯|時訊|快讯|快訊)》?"
)


def _papers(page: Page, beside: Sequence[bool]) -> set[int]:
    """Where the paper's bare name heads a page: it stands beside a page number, parts a sentence, or is named so in a
    header or as the source."""
    places = {at: _unnumbered(line) for at, line in enumerate(page) if len(line.plain) <= _LONGEST_DESK}
    places = {at: name for at, name in places.items() if _is_short(page[at])}
    named = _named(page) if places else set()
    return {
        at
        for at, name in places.items()
        if ((_is_numbered(page[at].plain, name) or _PAPER.fullmatch(name)) and _parts(page, at))
        or (beside[at] and _SURELY_PAPER.fullmatch(name))
        or (name in named and len(page[at].plain) >= _SHORTEST_NAME)
    }


def _named(page: Page) -> set[str]:
    """The names that headers and lines of the source hold."""
    told = (line.plain for line in page if line.note in _TELLS_NAMES or _OF_SOURCE.match(line.plain))
    return set(_NAME.findall("\n".join(told)))


def _unnumbered(line: Line) -> str:
    """A line without the page number that a bar sets apart from its name."""
    found = _NUMBERED.fullmatch(line.plain)
    return (found["before"] or found["after"]) if found else line.plain


def _is_numbered(text: str, name: str) -> bool:
    """Whether the number stands after the name: `02 | 名字` may as well count the sections."""
    return text.startswith(name) and text != name


def _parts(page: Page, at: int) -> bool:
    before, after = _neighbour(page, at, -1), _neighbour(page, at, 1)
    broken = len(before) >= _PROSE and not shape.finished(before) and not shape.is_headline(before, _PROSE + _SHORT)
    spread = " " in page[at].plain
    if not broken or not after:
        return False
    return spread or junction.score(before, after) > max(0, junction.score(page[at].plain, after))


def _is_left_over(page: Page, at: int) -> bool:
    """Whether it may be what wrapping left of the line above."""
    adjacent = bool(at) and not page[at].gap and not page[at - 1].fate
    return adjacent and junction.score(page[at - 1].plain, page[at].plain) > 0


def _names_desk(text: str) -> bool:
    return len(text) <= _LONGEST_DESK and bool(_DESK_ALONE.fullmatch(wording.closed(wording.simplified(text))))


def _is_short(line: Line) -> bool:
    """Whether a line could be a running head; one with a mark of its own is a line of the text."""
    if line.fate or len(line.plain) > _SHORT or _IN_SENTENCES.search(line.plain) or shape.ended(line.plain):
        return False
    return not (_OWN_MARK.match(line.plain) or shape.is_item(line.plain) or shape.speaker(line.plain))


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
        if len(places) >= 2 and all(_counts_on(page, here, there) for here, there in pairwise(places))
    }


def _counts_on(page: Page, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether the number grows, with other lines between; where a bar sets it apart, two may stand together."""
    apart = here[0] + 1 < there[0] or _NUMBERED.fullmatch(page[here[0]].plain)
    return bool(apart) and here[1] < there[1]


def _without_headline(page: Page, beside: Sequence[bool]) -> list[bool]:
    """The first line of all is the headline, even if each page repeats it: where no other headline follows it, or it is
    longer than the name of a page."""
    first, after, *_ = [*(at for at, line in enumerate(page) if not line.fate), -1, -1]
    signed = 0 <= first < len(page) - 1 and page[first + 1].fate in {"byline", "source", "date"}
    alone = after < 0 or signed or not shape.is_headline(page[after].plain, 40) or page[after].plain[0] in "—"
    alone = alone or (shape.units(page[first].plain) > _PAGE_NAME and not kickers.is_kicker(page[first].plain))
    return [near and not (alone and at == first) for at, near in enumerate(beside)]


def _is_furniture(line: Line | None) -> bool:
    return line is not None and line.note in {"page number", "page header"}


page_numbers = each(_page_number)


def page_headers(page: Page) -> Page:
    """What heads a page; an address that a wrapped sentence leads up to is part of it."""
    return tuple(
        line if line.fate or (_ADDRESS.fullmatch(line.plain) and before and _leads_up(before, line)) else _header(line)
        for before, line in zip((None, *page), page, strict=False)
    )


def _leads_up(before: Line, line: Line) -> bool:
    return not before.fate and not line.gap and len(before.plain) >= _PROSE and not shape.ended(before.plain)
