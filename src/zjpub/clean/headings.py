"""The headings, which plain text does not mark: short lines without a full stop that stand over prose or a list.

Short lines come in runs: one alone is a heading; of many, most are a list, a poem or a table, and only the first or the
last can be one, where it is unlike the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from zjpub.clean import characters, dialogue, echoes, series, shape
from zjpub.clean.page import Line, Page
from zjpub.clean.runs import Run, boxed, chosen

_LONGEST = 40
_SHORT_TIME = 11
_CALLED = re.compile("[^。！？]+[！？]")
_ONE_WORD = re.compile("[\u4e00-\u9fff]")
_NUMERAL = re.compile(r"[（(【]?(?:[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾貳參陸])[)）】]?")
_COUNTED = re.compile(r"0?(\d{1,2})\s?[.、．|｜丨/]?\s?[\u4e00-\u9fff“《].{0,24}")
_PHRASE = re.compile(
    r"(?:大家|各位|同学们|朋友们|您|你们)?[，,]?(?:早上|上午|中午|下午|晚上|新年|节日)?好[！!]|"
    r"(?:谢谢|謝謝|感谢)(?:大家|各位)?[！!]?|此致|敬[礼禮][！!]?|顺祝.{0,6}|祝好|再[见見][！!]?|特此.{2,4}"
    r"|(?:这|那|可|但|于是|结果|为什么).{0,10}[呢吗][？?]|为什么[？?]"
    r"|.{2,5} ?(?:著|译|编著|主编)|\d{4}年\d{1,2}月第\d+版.{0,6}"
)
"""Thanks, closes of letters, questions that lead on, and the data of books stand alone but head nothing."""


def headings(page: Page) -> Page:
    """The short lines that open sections; where the file marks its headings, those and no others."""
    found = {line.number for line in page if line.mark == "heading" and not line.fate}
    lines = _whole_lines(page) if not found else []
    for run in _runs(lines, _talkers(lines)):
        found |= {line.number for line in (*chosen(run), *boxed(run)) if not _heads_nothing(line.plain)}
    counted = {line.number for line in _counted(lines)}
    found = (found - _indented(lines, found)) | counted | series.heads(lines)
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


def _runs(lines: Sequence[Line], talkers: frozenset[str]) -> Iterator[Run]:
    run: list[Line] = []
    before: Line | None = None
    for line in lines:
        talks = bool(talkers) and shape.speaker(line.plain) in talkers
        if not talks and _is_short(line):
            run.append(line)
            continue
        if run:
            yield Run(before, tuple(run), None if talks else line, at_end=False)
        before, run = None if talks else line, []
    if run:
        yield Run(before, tuple(run), None, at_end=True)


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
    marked = bare != line.plain or shape.is_item(bare)
    if bare != line.plain and bare[0] in "“「":
        bare = bare[1:].rstrip("”」")
    return (
        line.mark == ""
        and shape.is_headline(bare, _LONGEST)
        and (marked or shape.is_even(bare))
        and not bare.startswith("——")
        and not shape.wants_more(bare)
        and not (len(bare) > _SHORT_TIME and shape.sets_out(bare))
        and not shape.finished(bare.rstrip("？！”」" if marked else "？！"))
    )
