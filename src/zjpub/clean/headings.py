"""The headings, which plain text does not mark: short lines without a full stop that stand over prose or a list.

Short lines come in runs: one alone is a heading; of many, most are a list, a poem or a table, and only the first or the
last can be one, where it is unlike the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zjpub.clean import characters, dialogue, echoes, shape
from zjpub.clean.page import Line, Page

_LONGEST, _VERSE = 40, 24
_STANZA, _SHORT_TIME = 3, 11
_CALLED = re.compile("[^。！？]+[！？]")
_ONE_WORD = re.compile("[\u4e00-\u9fff]")
_NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?")
_COUNTED = re.compile(r"0?(\d{1,2})\s?[.、．|｜丨/]?\s?[\u4e00-\u9fff“《].{0,24}")
_BOX = re.compile("【[^【】]{2,12}】")
_PHRASE = re.compile(
    r"(?:大家|各位|同学们|朋友们|您|你们)?[，,]?(?:早上|上午|中午|下午|晚上|新年|节日)?好[！!]|"
    r"(?:谢谢|謝謝|感谢)(?:大家|各位)?[！!]?|此致|敬[礼禮][！!]?|顺祝.{0,6}|祝好|再[见見][！!]?|特此.{2,4}"
    r"|(?:这|那|可|但|于是|结果|为什么).{0,10}[呢吗][？?]|为什么[？?]"
    r"|.{2,5} ?(?:著|译|编著|主编)|\d{4}年\d{1,2}月第\d+版.{0,6}"
)
"""Thanks, closes of letters, questions that lead on, and the data of books stand alone but head nothing."""
_AMOUNT = re.compile(r"\d|\s|适量|少许|適量|[一二两三四五六七八九十半][个只根克勺杯斤片块条把]")


@dataclass(frozen=True, slots=True)
class _Run:
    """Short lines in a row, with the lines beside them; `after` is None at the end of the page, and neither is there
    where somebody speaks in it."""

    before: Line | None
    lines: tuple[Line, ...]
    after: Line | None
    at_end: bool


def headings(page: Page) -> Page:
    """The short lines that open sections; where the file marks its headings, those and no others."""
    found = {line.number for line in page if line.mark == "heading" and not line.fate}
    lines = _whole_lines(page) if not found else []
    for run in _runs(lines, _talkers(lines)):
        found |= {line.number for line in (*_chosen(run), *_boxed(run)) if not _heads_nothing(line.plain)}
    counted = {line.number for line in _counted(lines)}
    found = (found - _indented(lines, found)) | counted
    found -= _seen_in_text(lines, found)
    return tuple(_settle(line) if _of(line) in found and line.fate in {None, "joined"} else line for line in page)


def _indented(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Where paragraphs are indented and headings are not, an indented one with a comma was cut off, unless it repeats
    one of these headings."""
    prose = [line.indent for line in lines if line.number not in found and shape.is_prose(line.plain)]
    heads = [line for line in lines if line.number in found and line.mark != "heading"]
    flush = {echoes.squeeze(line.plain) for line in heads if not line.indent}
    indented = [line for line in heads if line.indent and echoes.squeeze(line.plain) not in flush]
    if 2 * len(indented) >= len(flush) or sum(prose) < 0.8 * len(prose):
        return set()
    return {line.number for line in indented if "，" in line.plain and not shape.is_item(line.plain)}


def _seen_in_text(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Lines that stood above as a line of verse or a list, or as a question or a call in a paragraph: printed again by
    themselves, they still head nothing."""
    above: set[str] = set()
    again: set[int] = set()
    calls = any(line.number in found and line.plain[-1] in "？！" for line in lines)
    for line in lines:
        if line.number in found:
            if line.mark != "heading" and echoes.squeeze(line.plain) in above:
                again.add(line.number)
            continue
        if len(line.plain) <= 2 * _LONGEST:
            above.add(echoes.squeeze(line.plain))
        if calls:
            above.update(map(echoes.squeeze, _CALLED.findall(line.plain)))
    return again


def _counted(lines: Sequence[Line]) -> list[Line]:
    """Short lines apart from each other that count the sections: 01, 02, 03."""
    counts = [(at, line, _COUNTED.fullmatch(line.plain)) for at, line in enumerate(lines) if _is_short(line)]
    numbered = [(at, line, int(found[1])) for at, line, found in counts if found and line.plain[0] == "0"]
    in_order = [number for _, _, number in numbered] == list(range(1, len(numbered) + 1))
    apart = all(after[0] - before[0] >= 2 for before, after in pairwise(numbered))
    return [line for _, line, _ in numbered] if len(numbered) >= 2 and in_order and apart else []


def _of(line: Line) -> int | None:
    return line.of if line.fate == "joined" else line.number


def _settle(line: Line) -> Line:
    bare = replace(line, text=shape.unornamented(line.text), plain=shape.unornamented(line.plain))
    return bare.settled("heading", "heading", of=line.of)


def _whole_lines(page: Page) -> list[Line]:
    """The undecided lines and headings as they were before they were wrapped; a long paragraph is known by its stop."""
    joined: dict[int | None, list[Line]] = {}
    for line in page:
        if line.fate == "joined":
            joined.setdefault(line.of, []).append(line)
    return [_whole(line, joined.get(line.number, [])) for line in page if line.fate in {None, "heading", "paragraph"}]


def _whole(first: Line, rest: Sequence[Line]) -> Line:
    if len(rest) == 1 and first.width + rest[0].width <= _LONGEST:
        return first.reworded(first.text + rest[0].text)
    return first if not rest else replace(first, plain=f"{first.plain}。")


def _talkers(lines: Sequence[Line]) -> frozenset[str]:
    """The speakers of an interview; a label that comes again alone may count headings."""
    names = dialogue.speakers(line.plain for line in lines)
    return names if len(names) >= 2 else frozenset()


def _runs(lines: Sequence[Line], talkers: frozenset[str]) -> Iterator[_Run]:
    run: list[Line] = []
    before: Line | None = None
    for line in lines:
        talks = bool(talkers) and shape.speaker(line.plain) in talkers
        if not talks and _is_short(line):
            run.append(line)
            continue
        if run:
            yield _Run(before, tuple(run), None if talks else line, at_end=False)
        before, run = None if talks else line, []
    if run:
        yield _Run(before, tuple(run), None, at_end=True)


def _heads_nothing(text: str) -> bool:
    bare = shape.unornamented(text)
    return bool(_PHRASE.fullmatch(characters.close_up(bare))) or shape.is_office_and_name(bare)


def _is_short(line: Line) -> bool:
    """Whether it is built like a heading, wherever it stands."""
    if line.fate is not None or len(line.plain) > 2 * _LONGEST:
        return False
    if _NUMERAL.fullmatch(line.plain) or (line.gap and _ONE_WORD.fullmatch(line.plain)):
        return True
    bare = shape.unornamented(line.plain)
    return (
        line.mark == ""
        and shape.is_headline(bare, _LONGEST)
        and (shape.is_even(bare) or shape.is_item(bare) or bare != line.plain)
        and not bare.startswith("——")
        and not shape.wants_more(bare)
        and not (len(bare) > _SHORT_TIME and shape.sets_out(bare))
        and not shape.finished(bare.rstrip("？！"))
    )


def _chosen(run: _Run) -> Sequence[Line]:
    """The headings of a run."""
    lines = run.lines
    if _is_verse_below(run):
        return _over_stanzas(lines)
    if run.at_end:
        return lines[:1] if len(lines) >= 3 and _is_over_data(lines) else ()
    if len(lines) == 1:
        return () if _in_list(run, 0) else lines
    if len(lines) == 2:
        return _of_two(run)
    kinds = [shape.item_kind(line.plain) for line in lines]
    if all(kinds) and len(set(kinds)) == len(kinds):
        return lines
    first = (
        lines[:1]
        if shape.is_ornamented(lines[0].plain) or _is_over_data(lines) or _is_unlike(lines[0], lines[1:3])
        else ()
    )
    last = lines[-1:] if _is_set_off(lines) or _is_unlike(lines[-1], lines[-3:-1]) else ()
    return (*first, *_over_stanzas(lines[len(first) : len(lines) - len(last)]), *last)


def _boxed(run: _Run) -> Iterator[Line]:
    """Lines in a box, each over a line that is in none."""
    for line, below in pairwise((*run.lines, run.after)):
        if line and below and _BOX.fullmatch(line.plain) and not _BOX.fullmatch(below.plain):
            yield line


def _is_verse_below(run: _Run) -> bool:
    """Whether the last of the run stands close above a line as short, and no paragraph."""
    below = run.after
    if below is None or below.gap or len(below.plain) > _VERSE or shape.finished(below.plain):
        return False
    return not (shape.speaker(below.plain) or shape.is_item(below.plain) or _AMOUNT.search(below.plain))


def _over_stanzas(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines by themselves between blank lines, each over lines that stand close: the titles of poems."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if line.gap:
            parts.append([])
        parts[-1].append(line)
    over = pairwise(part for part in parts if part)
    return [first[0] for first, stanza in over if len(first) == 1 and len(stanza) >= _STANZA and first[0].gap]


def _of_two(run: _Run) -> Sequence[Line]:
    """A heading and one below it, a lone line and a heading, or a couplet."""
    first, second = run.lines
    if first.width == second.width >= 5 and not second.gap:
        return ()
    both = not second.gap or first.gap
    return [line for at, line in enumerate(run.lines) if (at == 1 or both) and not _in_list(run, at)]


def _in_list(run: _Run, at: int) -> bool:
    """Whether the line beside it has the same list mark, or both say who or what before a colon."""
    around = [run.before, *run.lines, run.after]
    beside = [line.plain for line in (around[at], around[at + 2]) if line]
    text = run.lines[at].plain
    kind = shape.item_kind(text)
    if shape.speaker(text) and not kind and any(map(shape.speaker, beside)):
        return True
    return bool(kind) and any(shape.item_kind(other) == kind for other in beside)


def _is_over_data(lines: Sequence[Line]) -> bool:
    """Whether the lines below the first say what before a colon or have one list's mark, and the first does not."""
    below = [line.plain for line in lines[1:4]]
    kinds = set(map(shape.item_kind, below))
    listed = len(kinds) == 1 and kinds != {""} and kinds != {shape.item_kind(lines[0].plain)}
    return listed or (not shape.speaker(lines[0].plain) and all(map(shape.speaker, below)))


def _is_set_off(lines: Sequence[Line]) -> bool:
    """Whether a blank line parts the last of several short lines from those above, where these stand close."""
    return lines[-1].gap and not all(line.gap for line in lines[1:])


def _is_unlike(line: Line, others: Sequence[Line]) -> bool:
    """Whether the others hold an amount or a gap and this line holds neither."""
    return not _AMOUNT.search(line.plain) and all(_AMOUNT.search(other.plain) for other in others)
