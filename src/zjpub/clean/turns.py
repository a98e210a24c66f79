"""Marks that send a reader of paper to another page: a word of turning and a place, in brackets or bare."""

from __future__ import annotations

import re
from dataclasses import replace

from zjpub.clean import characters, wording
from zjpub.clean.page import Line, Turn, each

_ARROWS = "▶►▼▲△▽☞→⇒➤◀◄←⇐<>《》—＞＜»«①-⑳"
_NUM = r"[0-9０-９一二三四五六七八九十百〇零]{1,4}"
_PLACE = (
    rf"(?:第?\s?[A-Z]{{0,2}}\s?{_NUM}\s?[版页]|[A-Z]{{1,2}}\d{{1,2}}\s?[版页]?"
    r"|[上下前后头][一二]?[版页]?(?<=[版页])|[\u4e00-\u9fff]{2}版)"
)
_VERB = (
    r"(?:未完[，,、\s]*|文章|本文|相关(?:报道|内容|新闻)|详细(?:报道|内容)|全文|正文|详|请|[上下文紧]){0,2}"
    r"(?:[接转续刊载见承][接转续载]?(?:至|自|入|到|于|登|在)?)"
)
_SURE_VERB = r"(?:(?:文章|本文)?(?:下[接转续]|上[接续转承])|紧接|文[接转]|全文转|下文转|转至|续自)"
_AFTER = r"[^()（）【】\[\]〔〕。，]{0,12}"
_UNFINISHED = r"未完待续|未完|待续|转下[页版]|接上[页版]|续[上前下][页版]"
_ENGLISH = r"(?:(?i:continued|turn|see)\s(?:on|from|to)?\s?(?i:page\s?)?[A-Z]?\d{1,3})"
_MARK = rf"(?:{_VERB}\s?{_PLACE}{_AFTER}|(?:{_UNFINISHED})(?:[，,、\s]*{_VERB}{_PLACE})?|{_ENGLISH})"
_OPEN, _CLOSE = r"[(（【\[〔〈「]", r"[)）】\]〕〉」]"
_BRACKETED = rf"(?:{_OPEN}\s*[{_ARROWS}\s]*{_MARK}[{_ARROWS}\s]*{_CLOSE})"
_BARE = rf"(?:{_SURE_VERB}(?:第?\s?[A-Z]?{_NUM}\s?[版页]|[A-Z]{{1,2}}\d{{1,2}}\s?版?|头版))"
_EDGE = rf"[{_ARROWS}\s]*"
_LINE = re.compile(
    rf"{_EDGE}{_BRACKETED}{_EDGE}|{_EDGE}(?:{_SURE_VERB}\s?{_PLACE}{_AFTER}|{_UNFINISHED}|{_ENGLISH}){_EDGE}"
    rf"|[{_ARROWS}\s]+{_MARK}{_EDGE}|{_MARK}[{_ARROWS}\s]+|(?:[转接续]|转至|转入|续自|续接|[转续]见)\s?(?:第?\s?[A-Z]?{_NUM}\s?版|[上下]一?[页版])"
)
_INSIDE = re.compile(rf"{_BRACKETED}|^{_EDGE}{_BARE}{_EDGE}|{_EDGE}{_BARE}{_EDGE}$")
_BETWEEN = re.compile(_BRACKETED)
_FROM = re.compile(r"上[接续转承]|紧接|文接|接[上头自第A-Z一-十\d]|续[上前自]|转自|(?i:from)")
_LONGEST = 3000
_ANY_SIGN = re.compile("[版页頁未待Cc接转轉见見续續承]")
_ANY = re.compile(
    "版|页|頁|未完|待续|待續|Continued|continued|" + "|".join(rf"{way}[至自]?\s?[A-Z]\d" for way in "接转轉见見续續承")
)


def _may_turn(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_ANY_SIGN.search(text)) and bool(_ANY.search(text))


def inside(text: str) -> str:
    """A turn mark that wrapping carried into the middle of a paragraph is taken out."""
    if not _may_turn(text):
        return text
    return _cut(text, [found.span() for found in _BETWEEN.finditer(wording.simplified(text))])


def _turn(line: Line) -> Line:
    if not _may_turn(characters.close_up(line.plain)):
        return line
    closed = wording.simplified(characters.close_up(line.plain))
    if _LINE.fullmatch(closed):
        return replace(line, turned=_way(closed)).settled("boilerplate", "turn line")
    text = characters.widths(characters.close_up(line.text))
    marks = list(_INSIDE.finditer(wording.simplified(text)))
    left = _cut(text, [mark.span() for mark in marks]).strip()
    if not marks or not left:
        return line
    mark = marks[0]
    turned: Turn = "from" if mark.start() == 0 else "onto" if marks[-1].end() == len(text) else _way(mark[0])
    return replace(line.reworded(left), turned=turned, note="turn mark taken out")


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def _way(mark: str) -> Turn:
    """Whether the text goes on elsewhere after this, or comes from elsewhere."""
    return "from" if _FROM.search(mark) and not re.search(r"[下转]接|未完", mark) else "onto"


turn_marks = each(_turn)
