"""The headline, which plain text does not mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zjpub.clean import echoes, junction, kickers, shape, wraps
from zjpub.clean.headline_copies import without_copies
from zjpub.clean.page import Line, Page

_TITLE, _HEADING, _BOLD, _HALF = 90, 40, 48, 20
_SHORTEST_BELOW, _ALIKE = 8, 3
_READS_ON, _SURELY_READS_ON = 2, 3
_FIRST_LINES = 6
_SECTION_NAME = re.compile(r"(?:特写|通讯|综述|述评|要闻|头条|专访|视点|原创|深度|转载|置顶)$")

_SITE = re.compile(
    r"(?<=.{4})(?:\s?[-_|｜–]+\s?[\u4e00-\u9fffA-Za-z]{1,8}(?:网|網|报|報|在线|频道|新闻|客户端|社|台|周刊|大河|官网))+$"
)
_LABEL = re.compile(r"^(?:标题|標題|题目|題目|Title|[^，。]{2,16}[电電讯訊][题題])\s?[：:]\s*")


def title(page: Page) -> Page:
    """The first line that is built like a headline is the title, with the lines on which it goes on."""
    if any(line.fate == "title" for line in page):
        return page
    marked = [at for at, line in enumerate(page) if line.mark == "title" and not line.fate]
    if marked:
        return _settle(page, marked[:1])
    rest = [at for at, line in enumerate(page) if not line.fate]
    rest = rest if rest and _opens_page(page, rest) else _from_signed(page, rest)
    if not rest:
        return page
    page, rest = _without_kicker(page, rest)
    page = _without_label(page, rest[0])
    return without_copies(_settle(page, rest[: 1 + _more(page, rest)]))


def _opens_page(page: Page, rest: Sequence[int]) -> bool:
    """Whether the first line is the headline: by its own look, or short beside the text under it."""
    first, after = page[rest[0]], page[rest[1]] if len(rest) > 1 else None
    if _is_title(first) or (after is not None and _closes_quotation(first, after)):
        return True
    lead = shape.is_lead(first.plain) and not _LABEL.match(first.plain)
    if after is None or first.mark or shape.is_asked(first.plain) or lead:
        return False
    if first.plain[-1] in "：，" and len(first.plain) <= _HALF:
        return shape.is_headline(after.plain, _HEADING) and rest[1] == rest[0] + 1 and not _is_wrapped(first, after)
    signed = page[rest[0] + 1].fate in {"byline", "source", "date"}
    set_off = first.plain[0] not in "“「" and not _is_wrapped(first, after) and len(after.plain) > len(first.plain)
    return _is_bold(first.plain) and (signed or after.gap or set_off)


def _is_wrapped(first: Line, after: Line) -> bool:
    return after.width >= first.width >= wraps.NARROWEST and not after.gap


def _is_bold(text: str) -> bool:
    """A headline that is a question, a call, a quotation, or has several commas, as the papers of our day like them."""
    if (
        len(_LABEL.sub("", text)) > _BOLD
        or re.search(r"。(?!”$)|；", text)
        or text[-1] in "，、：；…"
        or shape.unbalanced(text)
    ):
        return False
    return len(text) > 1 or text.isalpha()


def _from_signed(page: Page, rest: Sequence[int]) -> list[int]:
    """The undecided lines from the one that stands right over a byline, where a note by the editor opens the page."""
    for count, at in enumerate(rest[:_FIRST_LINES]):
        signed = at + 1 < len(page) and page[at + 1].fate in {"byline", "source", "date"}
        if signed and _is_title(page[at]):
            return list(rest[count:])
    return []


def _without_label(page: Page, at: int) -> Page:
    """`标题：` names the field of a form, `_大河网` the site, `■` nothing at all."""
    bare = _SITE.sub("", _LABEL.sub("", shape.unornamented(page[at].text)))
    return page if bare == page[at].text or not bare else (*page[:at], page[at].reworded(bare), *page[at + 1 :])


def _without_kicker(page: Page, rest: list[int]) -> tuple[Page, list[int]]:
    """The name of a column or a menu over the headline is not part of it."""
    if len(rest) < 3 or not kickers.is_kicker(page[rest[0]].plain):
        return page, rest
    first, headline = page[rest[0]], page[rest[1]]
    ornamented = shape.is_ornamented(first.plain)
    if shape.is_ornamented(headline.plain) or not _opens_page(page, rest[1:]):
        return page, rest
    if not ornamented and shape.units(headline.plain) < min(shape.units(first.plain) - 2, _SHORTEST_BELOW):
        return page, rest
    named = first.settled("boilerplate", "name of the column")
    return tuple(named if line is first else line for line in page), rest[1:]


def _is_title(line: Line) -> bool:
    if line.mark == "heading":
        return True
    return shape.is_headline(line.plain, _TITLE) and not shape.is_asked(line.plain) and line.mark != "item"


def _more(page: Page, rest: Sequence[int]) -> int:
    """How many further lines belong to the headline."""
    count = 0
    for number in range(1, min(3, len(rest) - 1)):
        if not _goes_on(page, rest, number):
            break
        count = number
    return count


def _goes_on(page: Page, rest: Sequence[int], number: int) -> bool:
    before, line = page[rest[number - 1]], page[rest[number]]
    if _closes_quotation(before, line) or wraps.leaves_one(before, line):
        return True
    if line.mark or not shape.is_headline(line.plain, _HEADING) or shape.is_ornamented(line.plain):
        return False
    if rest[number] != rest[number - 1] + 1 or echoes.squeeze(line.plain) == echoes.squeeze(before.plain):
        return False
    if _is_deck(line):
        return True
    if shape.is_item(line.plain) or shape.is_office_and_name(line.plain):
        return False
    after = page[rest[number] + 1] if rest[number] + 1 < len(page) else None
    set_off = after is not None and after.gap and _may_head(page, rest[number])
    if line.indent and not before.indent and not set_off:
        return False
    if before.plain[-1] in "：，":
        return True
    if after is not None and (_is_deck(after) or _is_only_lead(page, rest, number + 1)):
        return True
    if after is None or (shape.speaker(line.plain) and _is_dialogue(after)):
        return False
    if line.gap and after.fate in {"byline", "source", "date"}:
        return not _is_first_half(page, rest, number)
    if line.gap and not after.gap:
        return number == 1 and _stands_in_two_rows(page, rest)
    if line.gap:
        over_heading = after.fate is None and _is_section_heading(page, rest, number + 1)
        return after.gap and (over_heading or _completes(page, rest, number))
    if after.gap or after.fate in {"byline", "source", "date"}:
        return True
    if shape.is_headline(after.plain, _HEADING) and not shape.is_item(after.plain):
        return True
    wrapped = junction.score(before.plain, line.plain) > (1.5 if before.width >= 16 else _SURELY_READS_ON)
    return wrapped or not _has_headings(page, rest[number + 1 :])


def _is_only_lead(page: Page, rest: Sequence[int], number: int) -> bool:
    """Whether the text begins here with whence it was sent, as it does once; in news in brief, each piece does."""
    if number >= len(rest) or not shape.is_lead(page[rest[number]].plain):
        return False
    return not any(shape.is_lead(page[at].plain) for at in rest[number + 1 :])


def _closes_quotation(before: Line, line: Line) -> bool:
    """Whether a headline was broken in two inside quotation marks or brackets."""
    if line.number != before.number + 1 or before.mark or line.mark or not shape.unbalanced(before.plain):
        return False
    whole = before.plain + line.plain
    return len(whole) <= _HEADING and "。" not in whole and _is_bold(whole)


def _is_deck(line: Line) -> bool:
    """A line under the headline that says of what kind the article is: `——访东海某雷达站`."""
    return not line.fate and line.plain.startswith(("——", "—", "--")) and shape.is_headline(line.plain, _HEADING)


def _stands_in_two_rows(page: Page, rest: Sequence[int]) -> bool:
    """Whether the headline proper was broken in two below a shorter line: two short rows, then the text, set apart."""
    if len(rest) < 4 or rest[3] != rest[0] + 3:
        return False
    shoulder, first, second, text = (page[at] for at in rest[:4])
    rows = not second.gap and text.gap and shape.is_prose(text.plain)
    titled = all(shape.is_headline(row.plain, _HEADING) and not row.mark for row in (first, second))
    return rows and titled and shape.units(shoulder.plain) < shape.units(first.plain + second.plain)


def _is_first_half(page: Page, rest: Sequence[int], number: int) -> bool:
    """Whether a line with a comma reads on in the next line that is not settled."""
    line, below = page[rest[number]].plain, rest[number + 1 : number + 2]
    return "，" in line and any(junction.score(line, page[at].plain) > _READS_ON for at in below)


def _completes(page: Page, rest: Sequence[int], number: int) -> bool:
    """Whether a line between the headline and the text is its second part: nothing below is a heading like it."""
    line, below = page[rest[number]], rest[number + 1 :]
    text = page[below[0]].plain
    headings = [shape.units(page[at].plain) for at in _over_prose(page, below) if _may_head(page, at)]
    like = max(headings, default=0) + _ALIKE * (len(headings) > 1)
    long = shape.units(line.plain) >= _SHORTEST_BELOW and shape.units(line.plain) > like
    return (
        long
        and (shape.is_prose(text) or shape.is_lead(text))
        and not (shape.speaker(line.plain) or shape.sets_out(line.plain))
    )


def _may_head(page: Page, at: int) -> bool:
    """Whether a short line over a paragraph is no first half of one."""
    text = page[at].plain
    if not shape.is_even(text) or shape.sets_out(text):
        return False
    below = next((page[index].plain for index in range(at + 1, len(page)) if not page[index].fate), text)
    return junction.score(text, below) < _READS_ON


def _is_dialogue(after: Line) -> bool:
    """Whether a line with a name and a colon is one of several, for what follows it."""
    return not after.fate and bool(shape.speaker(after.plain) or not after.gap)


def _is_section_heading(page: Page, rest: Sequence[int], number: int) -> bool:
    """Whether that line is itself a heading over prose."""
    if number + 1 >= len(rest):
        return False
    line, after = page[rest[number]], page[rest[number + 1]]
    return shape.is_headline(line.plain, 30) and shape.is_prose(after.plain)


def _has_headings(page: Page, rest: Sequence[int]) -> bool:
    return any(True for _ in _over_prose(page, rest))


def _over_prose(page: Page, rest: Sequence[int]) -> Iterator[int]:
    """Where short lines stand over paragraphs."""
    over = pairwise(rest)
    return (at for at, below in over if shape.is_headline(page[at].plain, 30) and shape.is_prose(page[below].plain))


def _settle(page: Page, at: Sequence[int]) -> Page:
    first = page[at[0]].number
    return tuple(
        line.settled("title", "headline", of=None if line.number == first else first) if index in at else line
        for index, line in enumerate(page)
    )
