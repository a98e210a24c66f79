"""Whether an unfinished paragraph reads on in the next line: the words beside the break, and what the page shows.

The weights of the first clause were fitted on breaks made at random in some three hundred paragraphs of news, against
the same paragraphs cut off before the next; with them the judgement is right 82 times in 100 instead of 79.
"""

from __future__ import annotations

import re

from zjpub.clean import echoes, junction, shape
from zjpub.clean.layout import HEADING, VERSE, Layout, opening, tail
from zjpub.clean.page import Line

_LOOK_BACK = 12
_LONG_CLAUSE = 14
_SURELY, _NEVER, _ROLL = 6, 99, 4
_DOUBTS = ((6, _SURELY), (10, 3.7), (VERSE, 2.2), (HEADING, 1))
"""The longer a line, the seldomer it is a heading."""
_CUT_OFF = -0.9
"""Most unfinished paragraphs were broken, not cut off: what reads on about as well as not, reads on."""
_IN_PARTS = re.compile("[ ：—]|^[从從].{2,8}到[^，]{2,8}$")
_ASKED = frozenset("吗嗎呢？！")
_CLAUSE = re.compile(r"[，。、；：？！]")
_COUNTED = re.compile(r"[一二三四五六七八九十百千万两兩]{2,}(?![年岁歲月日世代、一-十])")
_SAID = re.compile("[\u4e00-\u9fff]{2,6}(?:说|說|表示|介绍|介紹|显示|顯示|告诉记者|告訴記者|回忆|坦言|解释)[，：]")
_DATED = re.compile(r"\d{2,4}年|\d{1,2}月|第[一二三四五六七八九十\d]+[，届次分天个]")


def reads_on(paragraph: list[Line], line: Line, gap: bool, turn: bool, view: Layout) -> bool:
    """Whether an unfinished paragraph goes on here, by what the two halves say."""
    before = paragraph[-1]
    echo = echoes.verdict(view.echoes, tail(paragraph[-2:]), line.plain)
    if echo:
        return echo > 0
    text = "".join(part.plain for part in paragraph[-_LOOK_BACK:])
    if turn or _closes(text, line.plain):
        return True
    if max(len(text), len(line.plain)) <= VERSE or (gap and _is_roll(text)):
        return False
    heading = shape.is_headline(line.plain, HEADING) and shape.is_even(line.plain) and line.width not in view.widths
    score = junction.score(before.plain, line.plain)
    score += -3 * line.indent if view.indents else -2 * line.indent
    score += 2.5 * (view.indents and not line.indent and not heading) - 8 * heading
    score -= 6 * (opening(line) in view.openings)
    score += (3 if gap else 6) * (before.plain[-1] in "，、") + _by_first_clause(line.plain)
    margin = view.margin.fills(before, line) if view.margin else before.width in view.widths
    score += 2 * margin + _by_gap(gap, view)
    begun = view.indents and before.indent and not line.indent and "，" in before.plain
    if begun or not may_be_heading(paragraph):
        return score > (_SURELY if before.number in view.entries else _CUT_OFF)
    return score > _heading_doubt(text, line.plain) + _doubt_of_page(text, before, view)


def _is_roll(text: str) -> bool:
    """Names or numbers in a row after a label: a list that wants no stop."""
    return bool(shape.speaker(text)) and "。" not in text and text.count("、") + text.count("；") >= _ROLL


def _by_first_clause(text: str) -> float:
    """What the first clause tells: a second half ends one soon; a paragraph opens with a date or with speech."""
    end = _CLAUSE.search(text, 0, _LONG_CLAUSE)
    if not end:
        score = -0.7
    else:
        score = {1: 5.0, 2: 2.5, 3: 2.5}.get(end.start(), 0.0)
        score += {"。": 1.8, "；": 4.5}.get(end[0], 0.0)
    score -= 1.7 * (text[0] in "“「《") + 4 * bool(_DATED.match(text)) + 1.5 * bool(_SAID.match(text))
    return score + 2.5 * (text[0].isdigit() or bool(_COUNTED.match(text)))


def _by_gap(gap: bool, view: Layout) -> float:
    """What a blank line, or none, tells on a page that parts its paragraphs by them, or does not."""
    if view.margin:
        return 0 if gap else -1
    if view.ragged and not gap:
        return 3
    if view.tight:
        return 1 if gap else -1
    return 0 if gap else 2


def _doubt_of_page(text: str, line: Line, view: Layout) -> float:
    """What the page adds: where no long line is broken a short one hardly is; a line without a mark among headings
    that have one, or right below a heading, hardly heads anything."""
    unmarked = view.marked and not (shape.is_item(text) or shape.is_ornamented(text))
    return view.whole - 2 * unmarked - 2 * (line.number in view.under)


def _heading_doubt(text: str, after: str) -> float:
    """How surely a line that may be a heading must read on before it is taken for half of a paragraph."""
    marked = shape.is_item(text) or shape.is_ornamented(text) or _IN_PARTS.search(text)
    if (shape.is_item(text) or shape.is_ornamented(text)) and shape.speaker(after):
        return _NEVER
    if (
        (text[0] in "“「" and text[-1] in "”」")
        or marked
        or text[-1] in _ASKED
        or shape.speaker(after)
        or _says_again(text, after)
    ):
        return _SURELY
    if shape.sets_out(text):
        return 0
    if _is_couplet(text):
        return _SURELY
    return next(doubt for longest, doubt in _DOUBTS if len(text) <= longest)


def _says_again(text: str, after: str) -> bool:
    """Whether the next line begins with words of this one, as a paragraph does under its heading."""
    phrases = re.split("[，：、 —]+", text)
    return after.startswith(text[:2]) or any(len(phrase) >= 2 and after.startswith(phrase) for phrase in phrases)


def _is_couplet(text: str) -> bool:
    first, comma, second = text.partition("，")
    return bool(comma) and len(first) == len(second)


def may_be_heading(paragraph: list[Line]) -> bool:
    """Whether what was read so far is one line that could stand over a section."""
    text = paragraph[0].plain
    if shape.wants_more(text):
        return False
    built_so = shape.is_even(text) or shape.is_item(text) or shape.is_ornamented(text)
    return len(paragraph) == 1 and (len(text) == 1 or (built_so and shape.is_headline(text, HEADING)))


def _closes(before: str, after: str) -> bool:
    """Whether the second half closes a bracket that the first left open."""
    for left, right in ("“”", "（）", "《》", "「」", "『』"):
        opened = before.count(left) - before.count(right)
        first = after.find(right)
        if opened > 0 and first >= 0 and after.find(left) not in range(first):
            return True
    return False
