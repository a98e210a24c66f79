"""Where it came from and when: source lines, date lines, and lines that hold both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjpub.clean import datelines, days, echoes, shape, wording
from zjpub.clean.page import Line, Page, each
from zjpub.clean.vocabulary import any_of
from zjpub.model import Fate

_OPEN = r"[\s(（【\[■●▎▌▍▏◆□◎▲]*"
_ITSELF = any_of("本文 文章 原文 新闻 信息 稿件 内容 图文 全文 本稿 资料 文字 素材")
_SOURCE_LABEL = (
    rf"(?:{_ITSELF}?(?:来\s?源|稿源|出处|来稿|(?:转载|转|摘编|摘|选|辑)自|首发于?|[原刊]?载于|原载|首?刊于)"
    r"|(?i:source))"
)
_MADE = any_of("发布 发表 更新 刊发 刊登 发稿 出版 上传 录入 上线 见报 推送 采写 修改 编辑 发文 发帖 成稿 刊载")
_TIME_LABEL = (
    rf"(?:(?:{_ITSELF}|最后|首次|最近|最新)?(?:{_MADE}(?:时间|日期|日|于|在)?|时间|日期)"
    r"|(?i:date|published|updated|posted))"
)
_SOURCE = re.compile(
    rf"{_OPEN}{_SOURCE_LABEL}\s*[：:／/|｜丨]?\s*(?P<source>[^：:|｜]{{1,40}}?)"
    rf"(?=$|\s?[（(](?:记者|作者|编辑|通讯员)|(?<![A-Za-z])\s|\s(?![A-Za-z])|[)）】\]|｜；;，,]|{_TIME_LABEL}\s*[：:]|{days.DATE})",
)
_PUBLISHED = (
    r"[《“][^》”]{2,20}[》”].{0,12}|[^，。：]{1,16}(?:报|网|社|台|客户端|新闻|刊|志|频道|在线|传媒|发布|号|微信|融媒)"
)
_SOURCE_LINE = re.compile(
    rf"{_OPEN}{_SOURCE_LABEL}(?:(?:\s*[：:／/|｜丨]\s*|\s+).{{1,60}}|(?<=[自于载])(?:{_PUBLISHED})[\s)）】\]]*)",
)
_AGENCY = re.compile(
    r"[(（【\[]\s*(?:据|综合|原载|转自|摘自|选自|来源|刊于|载于|转载自)\s*[：:]?\s*(?P<source>《[^《》]{2,20}》|[“]?[\u4e00-\u9fffA-Za-z、\s]{2,24}[”]?)"
    r"(?:报道|消息|电|等|[^（）()。]{0,16}[\d期日号])?\s*[)）】\]][。]?|[(（](?P<wire>新华社|中新社|中央社|人民网|央视新闻)[)）]"
    r"|[(（]据?(?P<cable>新华社|中新社|[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|网))[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日[电讯][)）]"
    rf"|《(?P<cited>[^《》]{{2,14}})》\s?[（(]\s?{days.DATE}[^（）()]{{0,14}}[)）]"
    r"|以下文章来源于\s?(?P<account>[^，。：:]{2,20})[，,].{0,4}作者.{1,16}|据(?P<house>[\u4e00-\u9fff]{2,8}(?:报|网|社|台|客户端))(?:报道|消息|讯)?"
)
_DATE_LINE = re.compile(
    rf"{_OPEN}(?:{_TIME_LABEL}\s*[：:]?\s*)?{days.ANY}"
    rf"{days.CLOCK}{days.WEEKDAY}{days.CLOCK}[\s)）】\]。]*(?:(?:最[后近])?(?:发布|发表|更新|修改)|于[\u4e00-\u9fff]{{2,4}}|[(（][^（）()]{{0,14}}更新[)）])?(?:\s{days.WEATHER}){{0,2}}",
)
_POSTED = re.compile(
    rf"(?:原创[：:]?\s)?(?:[^\s，。]{{1,14}}\s){{0,3}}{days.DATE}{days.CLOCK}(?:\s(?:发表|发布)于\s?[\u4e00-\u9fff]{{2,8}})?"
)
_MEDIUM = r"[\u4e00-\u9fffA-Za-z]{1,10}(?:报|報|网|網|社|台|臺|客户端|新闻|新聞|周刊|杂志|频道|在线|传媒|发布)"
_DATED_MEDIUM = re.compile(
    rf"{days.DATE}{days.CLOCK}\s+(?P<after>{_MEDIUM})|(?P<before>{_MEDIUM})\s+{days.DATE}{days.CLOCK}"
)
_POSTED_WORD = re.compile("原创|发表于|发布于")
_FIELD = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:{_SOURCE_LABEL}|{_TIME_LABEL}|作者|记者|责任编辑|编辑|责编|浏览量?|(?:阅读|点击)[量数]?)\s*[：:]"
    rf"|(?<![：:起至])(?<![：:]\s){days.DATE}",
)
_HEAD_FIELD = re.compile(
    rf"(?<![\u4e00-\u9fff])({_SOURCE_LABEL}|{_TIME_LABEL}|(?:[\u4e00-\u9fff]{{0,4}}(?:作者|记者|编辑|通讯员)"
    r"|撰文|采访|主笔|口述|整理|供稿|责编|(?:浏览|阅读|点击)(?:量|次数)?))\s?[：:/|｜丨│]\s?(?=\S)"
)
_DATED = re.compile(rf"(?<![^\s（(|｜/·：:]){days.DATE}{days.CLOCK}(?=$|[\s）)|｜/·])")
"""A day set apart from what stands beside it, as in no sentence."""
_COUNTS = re.compile("(?:浏览|阅读|点击|访问|播放|评论|点赞)[^，。]{0,4}[\\d：:]|字[号体]|打印|分享|收藏")
_TOLD = re.compile("[，。！？；][^，。！？；]{4,}|[了是在被把]")
_LABEL_ONLY = re.compile("发布于|发表于|在线|记者在")
_LONGEST_HEAD, _LONGEST_NAME, _MOST_TITLES = 60, 40, 3
_PROSE = re.compile(r"[。！？，]")
_LONGEST = 90
_ANY_FACT = re.compile(r"[\d年源自社處处載载转轉于於刊据據综綜sS]")
"""What every line of these facts holds one of; most lines hold none and need not be looked at twice."""


def _imprint(line: Line) -> Line:
    if len(line.plain) > _LONGEST or not _ANY_FACT.search(line.plain) or line.mark in {"title", "heading"}:
        return line
    facts = next(filter(None, map(_facts, wording.views(line.plain))), None)
    return line.settled(*facts) if facts else line


def _facts(text: str) -> tuple[Fate, str] | None:
    """What a line in simplified characters says of the article, if it says whence or when."""
    if _AGENCY.fullmatch(text) or (_SOURCE_LINE.fullmatch(text) and not text.endswith("。")):
        return "source", "source line"
    if _DATE_LINE.fullmatch(text):
        return "date", "date line"
    if datelines.tells_when(text) and _COUNTS.search(text) and not _SOURCE.search(text):
        return "date", "date line"
    if _DATED_MEDIUM.fullmatch(text) or datelines.publisher(text):
        return "source", "line of source and date"
    if _POSTED.fullmatch(text) and _POSTED_WORD.search(text):
        return "date", "date line"
    if not _PROSE.search(text) and len(_FIELD.findall(text)) >= 2:
        return "source" if _SOURCE.search(text) else "date", "line of source, date and names"
    return None


def imprint(page: Page) -> Page:
    """Lines of source and date; above the text, a line in which one such field is understood is one as a whole."""
    decided = each(_imprint)(page)
    head = set(_head(decided))
    decided = tuple(_head_line(line) if at in head else line for at, line in enumerate(decided))
    return _without_house(decided)


def _without_house(page: Page) -> Page:
    """The bare name of the source between the headline and the text says nothing new; without a source it is one, and
    so is a name with nothing but the day beside it."""
    first = next((at for at, line in enumerate(page) if not line.fate), len(page))
    houses = {echoes.squeeze(source(line) or "") for line in page if line.fate == "source"} - {""}
    text = next((at for at, line in enumerate(page) if not line.fate and shape.is_prose(line.plain)), 0)
    return tuple(
        line.settled("source", _HOUSE)
        if not houses and first < at < text and _is_house(line)
        else line.settled("boilerplate", _HOUSE)
        if 0 < at < text and not line.fate and echoes.squeeze(line.plain) in houses
        else line
        for at, line in enumerate(page)
    )


def _is_house(line: Line) -> bool:
    """Whether it names a publication, and at most the day beside it."""
    if line.fate != "date" and line.note != "page header":
        return False
    return bool(_PAPER.fullmatch(_DAY_APART.sub("", wording.closed(wording.simplified(line.plain)))))


_HOUSE = "name of the publication"
_DAY_APART = re.compile(rf"^{days.DATE}[\s|｜/·]+|[\s|｜/·]+{days.DATE}$")
_PAPER = re.compile(
    r"《?[\u4e00-\u9fff]{2,8}(?:(?:[日晚晨早时商周画导快学校市年民人]|农村|科技|教育)报|[周月季旬]刊|杂志|网|客户端|周末|在线|融媒)》?"
)


def _head(page: Page) -> Iterator[int]:
    """The undecided lines between the first one and the text."""
    above = 0
    for at, line in enumerate(page):
        if line.fate:
            continue
        if above and _may_head(line.plain):
            yield at
        elif above >= _MOST_TITLES or (above and not shape.is_headline(line.plain, _LONGEST_NAME)):
            return
        above += 1


def _may_head(text: str) -> bool:
    """Whether a line above the text can still be anything else than the text."""
    if shape.ended(text) or len(text) > _LONGEST_HEAD or _TOLD.search(_LABEL_ONLY.sub("", text)):
        return False
    return len(text) <= _LONGEST_NAME or bool(_HEAD_FIELD.search(wording.simplified(text)) or _DATED.search(text))


def _head_line(line: Line) -> Line:
    if len(line.plain) > _LONGEST_HEAD or line.mark in {"title", "heading"}:
        return line
    facts = next(filter(None, map(_field, wording.views(line.plain))), None)
    return line.settled(*facts) if facts else line


def _field(text: str) -> tuple[Fate, str] | None:
    """What a line above the text is, by the one field in it that is understood; simplified characters."""
    if not _may_head(text):
        return None
    note = "line of source, date and names"
    labels = [found[1] for found in _HEAD_FIELD.finditer(text)]
    if any(re.fullmatch(_SOURCE_LABEL, label) for label in labels):
        return "source", note
    if _DATED.search(text) or any(re.fullmatch(_TIME_LABEL, label) for label in labels):
        return "date", note
    return ("byline", note) if labels else None


def source(line: Line) -> str | None:
    """The publication that a source line names, as printed."""
    if line.note == _HOUSE:
        return _bare(_DAY_APART.sub("", line.plain))
    printed = wording.closed(line.plain)
    text = wording.simplified(printed)
    dated = _DATED_MEDIUM.fullmatch(text)
    if dated:
        return _cut(printed, dated, "after") or _cut(printed, dated, "before")
    posted = datelines.publisher(printed)
    if posted:
        return posted
    found = _SOURCE.match(text) or _AGENCY.match(text) or _SOURCE.search(text)
    named = next((name for name in _NAMED if found and found.groupdict().get(name)), None)
    return _bare(_cut(printed, found, named).strip(" ）)】]")) if found and named else None


_ISSUE = re.compile(r"《(?P<name>[^《》]+)》\s?(?:(?:19|20)\d\d\s?年|总?第\s?\d+|\d+\s?[期号卷])[^《》]*")
_NAMED = ("source", "wire", "cable", "cited", "house", "account")


def _cut(printed: str, found: re.Match[str], group: str) -> str:
    """What a group holds, in the characters of the page."""
    return printed[slice(*found.span(group))] if found[group] else ""


def _bare(name: str) -> str:
    """A publication's name without the marks round it and the issue after it."""
    issue = _ISSUE.fullmatch(name)
    name = issue["name"] if issue else name.rstrip("（(【[")
    return name.strip("《》") if name.count("《") == name.startswith("《") else name


def date(line: Line) -> str | None:
    """The date a line holds, ISO 8601; None without one that the calendar knows."""
    return days.iso(line.plain)
