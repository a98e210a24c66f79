"""Headings that prove each other: a single character or a quoted question heads a section where others do so too."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from zjpub.clean import dialogue, echoes, shape
from zjpub.clean.page import Line

_ONE_CHARACTER = re.compile("[\u4e00-\u9fff]")
_QUOTED = re.compile("[“「][^“”「」。]{2,20}[？！][”」]")
_COUNTED = re.compile("第[一二三四五六七八九十]{1,2}[\u4e00-\u9fff]{1,2}[：:][^，。；：]{1,14}")
_LABELLED = re.compile("[\u4e00-\u9fff]{2,4}：[\u4e00-\u9fff“”《》]{3,12}")
_FEWEST, _FEWEST_FLUSH, _TEXT, _WIDEST, _SHORTER = 3, 2, 8, 48, 4


def heads(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of all of them."""
    return characters(page) | quotations(page) | counted(page) | labelled(page)


def counted(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines such as `第一站：石门`, where two or more stand over text; in a list they stand together."""
    found = [line for line in page if not line.fate and _is_counted(line.plain)]
    over = _over_text(page, _is_counted) if _kinds(found) >= 2 else []
    return frozenset(line.number for line in over if _kinds(over) >= 2)


def labelled(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines such as `产品：三升一降`, where two or more stand below a finished paragraph and over
    text or a list; the entries of a list stand together, and who speaks does so again and again."""
    rest = [line for line in page if not line.fate]
    found = [line for line in rest if _is_labelled(line.plain)]
    if _kinds(found) < 2 or dialogue.speakers(line.plain for line in found):
        return frozenset()
    below_text = {
        after.number for line, after in pairwise(rest) if shape.is_prose(line.plain) and shape.ended(line.plain)
    }
    over = [line for line in _over_text(page, _is_labelled) if line.number in below_text]
    return frozenset(line.number for line in over if _kinds(over) >= 2)


def _is_labelled(text: str) -> bool:
    return "：" in text[:6] and bool(_LABELLED.fullmatch(shape.unornamented(text)))


def _is_counted(text: str) -> bool:
    return text[0] == "第" and bool(_COUNTED.fullmatch(text)) and text[-1] not in "。！？；：，、"


def characters(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines of one character, where two different ones stand over text; in a column they are none."""
    if not any(len(line.plain) <= 3 for line in page if not line.fate):
        return frozenset()
    rows = zip([None, *page], page, page[1:], strict=False)
    wrapped = {after.number for above, line, after in rows if not after.gap and _is_full(above, line)}
    found = [line for line in _over_text(page, _is_one_character) if line.number not in wrapped]
    return frozenset(line.number for line in found if _kinds(found) >= 2)


def quotations(page: Sequence[Line]) -> frozenset[int]:
    """The numbers of quoted questions and calls that stand over the paragraphs as headings do: speech stands among
    speech, and is indented as the text is."""
    quoted = [line for line in page if not line.fate and _is_quoted(line.plain)]
    if _kinds(quoted) < _FEWEST_FLUSH:
        return frozenset()
    found = _over_text(page, _may_be_speech)
    prose = [line.indent for line in page if not line.fate and shape.is_prose(line.plain)]
    flush = sum(prose) >= 0.8 * len(prose) and not any(line.indent for line in found)
    few = _FEWEST_FLUSH if flush else _FEWEST
    return frozenset(line.number for line in quoted if _kinds(found) >= few and set(quoted) <= set(found))


def _is_full(above: Line | None, line: Line) -> bool:
    """Whether a line without a stop is about as long as the one above, so that the next may be what was left of it."""
    if line.fate or not _TEXT < line.width <= _WIDEST or shape.finished(line.plain):
        return False
    return above is None or above.fate is not None or line.gap or line.width > above.width - _SHORTER


def _is_one_character(text: str) -> bool:
    return len(text) <= 3 and bool(_ONE_CHARACTER.fullmatch(shape.unornamented(text)))


def _is_quoted(text: str) -> bool:
    return text[0] in "“「" and bool(_QUOTED.fullmatch(text))


def _may_be_speech(text: str) -> bool:
    return text[0] in "“「"


def _kinds(lines: Sequence[Line]) -> int:
    return len({echoes.squeeze(line.plain) for line in lines})


def _over_text(page: Sequence[Line], is_one: Callable[[str], bool]) -> list[Line]:
    """The lines of a kind over and under others that are longer and of another kind."""
    rest = [line for line in page if not line.fate]
    around = zip([None, *rest], rest, rest[1:], strict=False)
    return [
        line
        for above, line, below in around
        if is_one(line.plain)
        and len(below.plain) >= _TEXT
        and not is_one(below.plain)
        and not (above and (is_one(above.plain) or above.plain[-1] in "：，"))
    ]
