"""What a printing house adds around an article: page numbers, page headers, turn marks, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from zjpub.clean import characters, shape
from zjpub.clean.page import Line, Page, Turn, each
from zjpub.clean.vocabulary import any_of

_NUM = r"[0-9０-９一二三四五六七八九十百〇零]{1,4}"
_PAGE = rf"第?\s?[A-Z]?{_NUM}\s?[版页頁]"
_PAPER_KIND = any_of(
    "日报 日報 晚报 晚報 晨报 晨報 早报 早報 时报 時報 都市报 商报 青年报 农民报 工人报 周刊 周报 画报 月刊",
)
PAPER = rf"[\u4e00-\u9fff]{{2,10}}(?:{_PAPER_KIND}|学报|周報|週刊|週報|报|報)"
_PAPER_NAME = rf"[\u4e00-\u9fff]{{2,6}}{_PAPER_KIND}"
_DAY = r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
_WEEKDAY = r"(?:星期|周|週|礼拜)[一二三四五六日天]"
_LUNAR = r"(?:农历|農曆)?[\u4e00-\u9fff]{2}年[正一二三四五六七八九十冬腊]+月[\u4e00-\u9fff]{2,3}"
_DESK = (
    r"(?:要闻|要聞|综合|綜合|综合新闻|时政|本地|地方|区域|经济|經濟|财经|产经|社会|社會|民生|国内|國內|国际"
    r"|國際|体育|體育|文化|文娱|"
    r"副刊|科教|科技|教育|健康|旅游|旅遊|专题|專題|特别报道|特刊|深度|评论|評論|理论|理論|广告|廣告|头版|新闻"
    r"|聚焦|观察|人文|生活|视点|焦点|"
    r"都市|读书|天下|热线|公益|美食|法治|三农|生态|县域|城事|豫刊)(?:·?新闻|版|周刊)?"
)
_CODE = rf"(?:{_PAGE}|[A-Z]{{1,2}}\d{{1,2}}版?|\d{{1,2}}版)"
_HEADER_PART = re.compile(
    rf"{_DAY}|{_WEEKDAY}|{_LUNAR}|{_CODE}|{PAPER}|{_DESK}|今日\d{{1,3}}版|(?<!\d)0?\d(?!\d)|总?第\d{{1,6}}期"
    rf"|第\d+号|(?:国内统一)?刊号\S{{0,20}}|"
    r"CN\s?\d\d-\d{4}|邮发代号\S{0,10}|(?:责任|本版|执行|值班)?(?:编辑|主编|美编|校对|版式|组版|电话"
    r"|责编)[：:\s]?\S{2,10}|"
    r"[A-Z]{4,}\s(?:DAILY|NEWS|TIMES|EVENING)(?:\s[A-Z]+)*|E-?mail\S*|\d{4}-\d{7,8}|"
    r"[|｜/·•,，、:：\-—–_\s()（）【】\[\]<>《》▲▼■□●★]+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"[\s\-—–－―_·•.~～=*【\[(（<《|｜第]*(?:p(?:age|\.)?\s?)?\d{{1,3}}(?:\s?(?:/|／|of)\s?\d{{1,4}})?[\s\-—–－―_·•.~～=*】\])）>》|｜]*"
    rf"|[\-—–\s(（【\[·•]*第\s?{_NUM}\s?[页頁](?:\s?[,，/／|｜(（]?\s?[共总總]\s?(?:计\s?)?{_NUM}\s?[页頁])?[\-—–\s)）】\]·•]*"
    rf"|[共总]\s?\d+\s?页|{_NUM}\s?/\s?{_NUM}\s?页?|page\s?\d+(?:\s?of\s?\d+)?",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s\-—–－―_=*~～·•.。…+#◆◇■□●○★☆▲△▼▽※☞►◀▶|｜⸺/\\<>^]+")
_ARROWS = "▶►▼▲☞→⇒➤◀◄←⇐<>《》"
_TURN = (
    rf"(?:[(（【\[〈{_ARROWS}\s]*(?:[上下][转轉接]|[紧緊]接|续[接自见]|續[接自見]|[转轉]至|[转轉]入|接)\s?(?:{_PAGE}|[A-Z]{{1,2}}\d{{1,2}}\s?版?|"
    r"\d{1,2}\s?版|[上下]?一?[页頁版]|[上下]一?版|[上下][页頁])[^)）】\]。，]{0,12}[)）】\]〉{_ARROWS}\s]*)"
)
_TURN_LINE = re.compile(rf"{_TURN}|[(（【\[]?\s*(?:未完待[续續]|[转轉]下[页頁]|接上[页頁]|[续續]前[页頁])\s*[)）】\]]?")
_TURN_BRACKETED = (
    rf"[(（【\[〔]\s*[▶►▼▲☞→]*\s*(?:[上下][转轉接]|[紧緊]接|[转轉]|接)[^)）】\]〕。]{{0,3}}(?:{_PAGE}"
    rf"|[A-Z]{{0,2}}\d{{1,2}}\s?版?|[上下]?[页頁版])"
    r"[^)）】\]〕。]{0,14}[)）】\]〕]|[(（【\[]\s*(?:未完待[续續]|[转轉]下[页頁]|接上[页頁])\s*[)）】\]]"
)
_TURN_BARE = rf"[{_ARROWS}\s]*(?:下[转轉接]|上接|[紧緊]接)(?:第?\s?[A-Z]?\d{{1,2}}\s?版|[A-Z]\d{{1,2}})[{_ARROWS}\s]*"
_TURN_INSIDE = re.compile(rf"{_TURN_BRACKETED}|^{_TURN_BARE}|{_TURN_BARE}$")


_LONGEST = 3000
_ANY_TURN = re.compile("[版页頁续續转轉接]")
_TURN_BETWEEN = re.compile(_TURN_BRACKETED)


def turns_inside(text: str) -> str:
    """A turn mark that wrapping carried into the middle of a paragraph is taken out."""
    if len(text) > _LONGEST:
        return text
    return _TURN_BETWEEN.sub("", text) if "版" in text or "页" in text or "頁" in text else text


def _turn(line: Line) -> Line:
    closed = characters.close_up(line.plain)
    if len(closed) > _LONGEST or not _ANY_TURN.search(closed):
        return line
    if _TURN_LINE.fullmatch(closed):
        return replace(line, turned=_way(closed)).settled("boilerplate", "turn line")
    text = characters.close_up(line.text)
    mark = _TURN_INSIDE.search(text)
    left = _TURN_INSIDE.sub("", text).strip()
    if not mark or not left:
        return line
    turned: Turn = "from" if text.startswith(mark[0]) else "onto" if text.endswith(mark[0]) else _way(mark[0])
    return replace(line.reworded(left), turned=turned, note="turn mark taken out")


def _way(mark: str) -> Turn:
    """Whether the text goes on elsewhere after this, or comes from elsewhere."""
    return "from" if re.search(r"上接|[紧緊]接|接上|[续續]前|上[转轉]", mark) else "onto"


def _page_number(line: Line) -> Line:
    if len(line.plain) > 30 or line.mark not in {"", "page"}:
        return line
    if _NUMBER.fullmatch(line.plain):
        return line.settled("boilerplate", "page number")
    ornament = _RULE.fullmatch(line.plain) and line.plain not in {"。", "."}
    return line.settled("boilerplate", "rule or ornament") if ornament else line


_ONE_PART = re.compile(rf"{_CODE}|{_PAPER_NAME}")
_DESK_ALONE = re.compile(rf"[【\[(（■]?{_DESK}[】\])）]?")


def is_header(text: str) -> bool:
    """Whether a line is made only of what page headers hold: paper, date, weekday, page, desk, at least two of them."""
    if _HEADER_PART.sub("", text):
        return False
    parts = [part for part in _HEADER_PART.findall(text) if part.strip(" |｜/·•,，、:：-—–_()（）【】[]<>《》")]
    return len(parts) >= 2 or bool(_ONE_PART.fullmatch(text.strip("【】[]()（）■ ")))


_HEADER_HINT = re.compile(r"[版报報期号刊页]|\d\d|[A-Z]\d|^\W*[\u4e00-\u9fff]{2,6}\W*$")


def _header(line: Line) -> Line:
    if len(line.plain) > 80 or line.plain[-1] in "。”！？，" or not _HEADER_HINT.search(line.plain):
        return line
    if line.mark not in {"", "page"} or not is_header(line.plain) or _DATE_ONLY.fullmatch(line.plain):
        return line
    return line.settled("boilerplate", "page header")


_DATE_ONLY = re.compile(rf"[(（]?{_DAY}[)）]?(?:\s?{_WEEKDAY})?(?:\s?\d\d?[:：]\d\d(?:[:：]\d\d)?)?")


_CODED = re.compile(r"[A-Z]{1,2}\d{1,2}版?\s[\u4e00-\u9fff·/／]{2,10}")
_IN_SENTENCES = re.compile("[，。；？！]")


def running_heads(page: Page) -> Page:
    """A short line that stands next to page numbers or headers again and again is a running head; a sentence is not."""
    beside = [
        not line.fate
        and len(line.plain) <= 30
        and not _IN_SENTENCES.search(line.plain)
        and not shape.ended(line.plain)
        and (_is_furniture(before) or _is_furniture(after))
        for before, line, after in zip((None, *page), page, (*page[1:], None), strict=False)
    ]
    counts = Counter(line.plain for line, near in zip(page, beside, strict=True) if near)
    return tuple(
        line.settled("boilerplate", "running head")
        if (near and (counts[line.plain] >= 2 or _DESK_ALONE.fullmatch(line.plain)))
        or (not line.fate and (near or not at) and _CODED.fullmatch(line.plain))
        else line
        for at, (line, near) in enumerate(zip(page, _without_headline(page, beside), strict=True))
    )


def _without_headline(page: Page, beside: Sequence[bool]) -> list[bool]:
    """The first line of all is the headline, even if each page repeats it, where no other headline follows it."""
    first, after, *_ = [*(at for at, line in enumerate(page) if not line.fate), -1, -1]
    alone = after < 0 or not shape.is_headline(page[after].plain, 40)
    return [near and not (alone and at == first) for at, near in enumerate(beside)]


def _is_furniture(line: Line | None) -> bool:
    return line is not None and line.note in {"page number", "page header"}


turn_marks = each(_turn)
page_numbers = each(_page_number)
page_headers = each(_header)
