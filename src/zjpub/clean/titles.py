"""The headline and the headings, which plain text does not mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zjpub.clean import echoes, junction, shape
from zjpub.clean.page import Line, Page

_TITLE, _HEADING = 90, 40
_SECTION_NAME = re.compile(r"(?:特写|通讯|综述|述评|要闻|头条|专访|视点|原创|深度|转载|置顶)$")


def title(page: Page) -> Page:
    """The first line that is built like a headline is the title, with the lines on which it goes on."""
    if any(line.fate == "title" for line in page):
        return page
    marked = [at for at, line in enumerate(page) if line.mark == "title" and not line.fate]
    if marked:
        return _settle(page, marked[:1])
    rest = [at for at, line in enumerate(page) if not line.fate]
    if not rest or not _is_title(page[rest[0]]):
        return page
    page, rest = _without_column_name(_without_label(page, rest[0]), rest)
    return _without_copies(_settle(page, rest[: 1 + _more(page, rest)]))


def _without_copies(page: Page) -> Page:
    """The headline again, over the text or on the next page, is a repeat."""
    first = next(line for line in page if line.fate == "title")
    same = echoes.squeeze(first.plain)
    return tuple(
        line.settled("duplicate", f"repeats line {first.number}", of=first.number)
        if not line.fate and echoes.squeeze(line.plain) == same
        else line
        for line in page
    )


_LABEL = re.compile(r"^(?:标题|標題|题目|題目|Title)\s?[：:]\s*")


def _without_label(page: Page, at: int) -> Page:
    """`标题：` names the field of a form, not the article."""
    bare = _LABEL.sub("", page[at].text)
    return page if bare == page[at].text or not bare else (*page[:at], page[at].reworded(bare), *page[at + 1 :])


def _without_column_name(page: Page, rest: list[int]) -> tuple[Page, list[int]]:
    """A boxed or ornamented line over the headline names the column."""
    first = page[rest[0]]
    bare = shape.unornamented(first.plain)
    if bare == first.plain or len(bare) > 10 or len(rest) < 3 or not _is_title(page[rest[1]]):
        return page, rest
    if shape.is_ornamented(page[rest[1]].plain) or not shape.is_headline(page[rest[1]].plain, _TITLE):
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
    if line.mark or not shape.is_headline(line.plain, _HEADING) or shape.is_ornamented(line.plain):
        return False
    if rest[number] != rest[number - 1] + 1 or echoes.squeeze(line.plain) == echoes.squeeze(before.plain):
        return False
    if line.plain.startswith(("——", "—", "--")):
        return True
    if shape.is_item(line.plain) or shape.speaker(line.plain):
        return False
    after = page[rest[number] + 1] if rest[number] + 1 < len(page) else None
    if after is None:
        return False
    if line.gap and after.fate in {"byline", "source", "date"}:
        return True
    if line.gap:
        return bool(after.fate is None and after.gap and _is_section_heading(page, rest, number + 1))
    if after.gap or after.fate in {"byline", "source", "date"}:
        return True
    if shape.is_headline(after.plain, _HEADING) and not shape.is_item(after.plain):
        return True
    wrapped = before.width >= 16 and junction.score(before.plain, line.plain) > 1.5
    return wrapped or not _has_headings(page, rest[number + 1 :])


def _is_section_heading(page: Page, rest: Sequence[int], number: int) -> bool:
    """Whether that line is itself a heading over prose."""
    if number + 1 >= len(rest):
        return False
    line, after = page[rest[number]], page[rest[number + 1]]
    return shape.is_headline(line.plain, 30) and shape.is_prose(after.plain)


def _has_headings(page: Page, rest: Sequence[int]) -> bool:
    return any(
        shape.is_headline(page[at].plain, 30) and shape.is_prose(page[after].plain) for at, after in pairwise(rest)
    )


def _settle(page: Page, at: Sequence[int]) -> Page:
    first = page[at[0]].number
    return tuple(
        line.settled("title", "headline", of=None if line.number == first else first) if index in at else line
        for index, line in enumerate(page)
    )


def headings(page: Page) -> Page:
    """Short lines without a full stop that stand over prose or a list are headings."""
    starts = [at for at, line in enumerate(page) if line.fate in {None, "heading"}]
    joined = _joined(page)
    whole = [_whole(page[at], joined.get(page[at].number, [])) for at in starts]
    texts = [line.plain for line in whole]
    short = [line.fate is None and _may_head(line) for line in whole]
    found = {
        starts[i] for i in range(len(starts)) if page[starts[i]].fate is None and _heads(page, starts, short, texts, i)
    }
    numbers = {page[at].number for at in found}
    return tuple(
        _heading(line, line.of) if at in found or (line.of in numbers and line.fate == "joined") else line
        for at, line in enumerate(page)
    )


def _joined(page: Page) -> dict[int, list[Line]]:
    """The lines that were joined to each paragraph's first."""
    found: dict[int, list[Line]] = {}
    for line in page:
        if line.fate == "joined" and line.of is not None:
            found.setdefault(line.of, []).append(line)
    return found


def _whole(first: Line, rest: Sequence[Line]) -> Line:
    """A line as it was before it was wrapped; a long paragraph's first line stands for it."""
    if len(rest) == 1 and first.width + rest[0].width <= _HEADING:
        return first.reworded(first.text + rest[0].text)
    return first if not rest else replace(first, plain=f"{first.plain}。")


def _heading(line: Line, of: int | None) -> Line:
    bare = replace(line, text=shape.unornamented(line.text), plain=shape.unornamented(line.plain))
    return bare.settled("heading", "heading", of=of)


def _may_head(line: Line) -> bool:
    if line.mark == "heading":
        return True
    bare = shape.unornamented(line.plain)
    return (
        line.mark == ""
        and shape.is_headline(bare, _HEADING)
        and bare.count("，") <= 1
        and not bare.startswith("——")
        and not shape.finished(bare.rstrip("？！"))
    )


def _heads(page: Page, starts: Sequence[int], short: Sequence[bool], texts: Sequence[str], i: int) -> bool:
    line = page[starts[i]]
    if line.mark == "heading":
        return True
    if not short[i] or i + 1 >= len(starts):
        return False
    run = _run(short, i)
    follower = texts[run.stop] if run.stop < len(texts) else ""
    if not follower:
        return False
    if len(run) <= 2:
        return _over(page, starts, run, i) and not _in_list(texts, i)
    if i == run.start:
        return shape.is_ornamented(line.plain) or _unlike(line, [page[starts[at]] for at in run[1:3]])
    return i == run.stop - 1 and _stands_out(page, starts, run)


def _run(short: Sequence[bool], i: int) -> range:
    """The run of short lines in which this one stands."""
    first = last = i
    while first and short[first - 1]:
        first -= 1
    while last + 1 < len(short) and short[last + 1]:
        last += 1
    return range(first, last + 1)


def _over(page: Page, starts: Sequence[int], run: range, i: int) -> bool:
    """A single short line, or one of two of which the second may be a heading below a heading."""
    first, second = page[starts[run.start]], page[starts[run.stop - 1]]
    if len(run) == 2 and first.width == second.width >= 5 and not second.gap:
        return False
    return len(run) == 1 or i == run.stop - 1 or not page[starts[run.stop - 1]].gap or page[starts[i]].gap


def _in_list(texts: Sequence[str], i: int) -> bool:
    kind = shape.item_kind(texts[i])
    beside = [texts[j] for j in (i - 1, i + 1) if 0 <= j < len(texts)]
    if shape.speaker(texts[i]) and any(map(shape.speaker, beside)):
        return True
    return bool(kind) and any(shape.item_kind(text) == kind for text in beside)


def _stands_out(page: Page, starts: Sequence[int], run: range) -> bool:
    """The last of several short lines is a heading if a blank line, or what it is made of, sets it off from those above."""
    last = page[starts[run.stop - 1]]
    set_off = last.gap and not all(page[starts[at]].gap for at in run[1:])
    return set_off or _unlike(last, [page[starts[at]] for at in run[-3:-1]])


def _unlike(line: Line, others: Sequence[Line]) -> bool:
    """Whether the others hold an amount or a gap and this line holds neither."""
    return not _entry(line) and all(map(_entry, others))


def _entry(line: Line) -> bool:
    return bool(re.search(r"\d|\s|适量|少许|適量|[一二两三四五六七八九十半][个只根克勺杯斤片块条把]", line.plain))
