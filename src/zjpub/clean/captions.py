"""Which lines are captions: they end in a photographer's credit, wrapped or below them, or point at a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub.clean import junction, shape
from zjpub.clean.caption_parts import HINT, OFFICE, VERBS, parse, parts
from zjpub.clean.credits_of_photos import LABEL, ROLE
from zjpub.clean.names import looks_like_name
from zjpub.clean.page import Line, Page

_HOUSES = ("院", "馆", "館", "中心", "公司", "局", "台")
_SHORT_LAST, _LONGEST_LAST, _SHORTEST_ROW, _LONGEST_NAME = 6, 16, 14, 3
_LONGEST_ABOVE, _SET_OFF = 40, -1


def captions(page: Page) -> Page:
    """Lines that end in a photographer's credit, or point at a picture, are captions; a wrapped caption is one."""
    lines = list(page)
    for at, line in enumerate(lines):
        if line.fate or line.mark in {"title", "heading"}:
            continue
        cut = _is_end_of_credit(lines, at)
        if _is_last_of_name(lines, at) or (lines[at - 1].fate and (cut or _is_owed_credit(lines, at))):
            lines[at] = line.settled("caption", "photo caption", of=lines[at - 1].of or lines[at - 1].number)
            continue
        if cut or _is_last_word(lines, at):
            first = _first_of_wrapped(lines, at - 1)
        elif parse(line.plain):
            first = _first_of_wrapped(lines, at)
            first -= first == at and _tells_picture(lines, at)
        else:
            continue
        for index in range(first, at + 1):
            lines[index] = lines[index].settled(
                "caption", "photo caption", of=lines[first].number if index > first else None
            )
    return tuple(lines)


_OF_ALL = re.compile(
    r"\W*(?:本[文版组組]|本[报報](?!.{0,5}[记記通摄攝])|(?<=[（(])本[报報]|以上|文中|(?:均|皆)?[由为為]|[图圖照]?片?[均皆由])"
)
_LABEL_END = re.compile(rf"{LABEL}$")
_HALF_CREDIT = re.compile(rf"[。\s](?:{ROLE}|新华社|新華社|中新社)$")


def _tells_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a bare credit is the caption: one short sentence, set off from the text above it."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.gap or above.fate or above.mark or len(above.plain) > _LONGEST_ABOVE:
        return False
    if _HALF_CREDIT.search(above.plain):
        return True
    told = parse(line.plain)
    if told is None or told.text or not told.credit or _OF_ALL.match(line.plain):
        return False
    before = next((other for other in reversed(lines[: at - 1]) if other.fate != "boilerplate"), None)
    return (
        _is_one_sentence(above.plain)
        and above.indent <= line.indent
        and (before is None or bool(before.fate) or _is_set_off(before, above))
    )


def _is_set_off(before: Line, line: Line) -> bool:
    return shape.finished(before.plain) or (line.gap and junction.score(before.plain, line.plain) < _SET_OFF)


_SAID = re.compile("[说說称稱示]，")


def _is_one_sentence(text: str) -> bool:
    if text[-1] not in "。." or "。" in text[:-1] or text[0] in "“「" or text[-2:-1] in "”」":
        return False
    return not (shape.is_item(text) or shape.speaker(text) or _SAID.search(text))


def _is_last_word(lines: list[Line], at: int) -> bool:
    """Whether wrapping left only the end of a credit on this line."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.gap or above.fate or len(line.plain) > _LONGEST_LAST or shape.finished(above.plain):
        return False
    if len(line.plain) > _SHORT_LAST and (above.width < _SHORTEST_ROW or line.plain[-1] in "。！？；："):
        return False
    if not HINT.search(above.plain[-6:] + line.plain):
        return False
    return parse(f"{above.plain}{' ' * line.text.startswith(VERBS)}{line.plain}") is not None


def _is_end_of_credit(lines: Sequence[Line], at: int) -> bool:
    """Whether a credit of which the line above holds the first words ends on this one."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.gap or above.mark or above.fate not in {None, "caption"}:
        return False
    if len(line.plain) > _LONGEST_LAST or above.width < _SHORTEST_ROW or line.plain[-1] in "。！？；：":
        return False
    if not HINT.search(above.plain[-_LONGEST_LAST:] + line.plain):
        return False
    told = parts(above.plain)
    if told.credit and not shape.unbalanced(above.plain):
        return False
    apart = line.text.startswith(VERBS) or _LABEL_END.search(above.plain)
    whole = parse(f"{above.plain}{' ' if apart else ''}{line.plain}")
    return whole is not None and bool(whole.credit) and len(whole.text) < len(told.text) + bool(told.credit)


def _is_owed_credit(lines: Sequence[Line], at: int) -> bool:
    """Whether a credit stands by itself below a caption that has none."""
    line, above = lines[at], lines[at - 1]
    if not at or line.gap or above.fate != "caption" or parts(above.plain).credit:
        return False
    told = parse(line.plain)
    return told is not None and not told.text and bool(told.credit) and not _OF_ALL.match(line.plain)


def _is_last_of_name(lines: Sequence[Line], at: int) -> bool:
    """Whether wrapping left the last characters of a photographer's name, or of a giver's, on this line."""
    line = lines[at]
    if len(line.plain) > _SHORT_LAST or line.gap or not at or lines[at - 1].fate != "caption":
        return False
    credit = parts(lines[at - 1].plain).credit or ""
    if not credit or lines[at - 1].width < _SHORTEST_ROW or not lines[at - 1].plain.endswith(credit):
        return False
    if credit.isascii():
        return line.plain.isalpha() and line.plain.isascii()
    if line.plain.endswith(_HOUSES):
        return not credit.endswith(OFFICE)
    return len(line.plain) == 1 and len(credit) == _LONGEST_NAME - 1 and looks_like_name(credit + line.plain)


def _first_of_wrapped(lines: list[Line], at: int) -> int:
    """The index of the line at which a caption that was wrapped begins."""
    while at and not lines[at].gap and _runs_on(lines[at - 1], lines[at]):
        at -= 1
    return at


def _runs_on(before: Line, line: Line) -> bool:
    if before.fate or before.mark or shape.finished(before.plain) or "。" in before.plain:
        return False
    full = 18 <= before.width <= 46 and line.width <= before.width + 3
    return full and junction.score(before.text, line.text) > 1
