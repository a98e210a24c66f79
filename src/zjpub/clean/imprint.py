"""Where it came from and when: source lines, date lines, and lines that hold both."""

from __future__ import annotations

import datetime
import re

from zjpub.clean import datelines
from zjpub.clean.page import Line, each
from zjpub.clean.vocabulary import any_of

_DATE = r"(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
_CLOCK = r"\s*(?:\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?秒?)?"
_HAN_DATE = r"[〇零一二三四五六七八九○]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
_COUNT = r"(?:\d{1,3}|[〇零一二三四五六七八九十○]{1,4})"
_ROC_DATE = rf"(?:中[華华])?民[國国]\s?{_COUNT}\s?年\s?{_COUNT}\s?月\s?{_COUNT}\s?日"
_LUNAR = (
    r"(?:\s?(?:[农農][历曆])?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    r"闰?[正一二三四五六七八九十冬腊]{1,2}月[初十廿三二][一二三四五六七八九十]?)?"
)
_WEEKDAY = rf"(?:\s?[(（]?(?:星期|周|週|禮拜|礼拜)[一二三四五六日天][)）]?)?{_LUNAR}"
_OPEN = r"[\s(（【\[■●]*"
_SOURCE_LABEL = any_of(
    "来源 來源 来\\s源 稿源 文章来源 新闻来源 信息来源 稿件来源 出处 出處 (?:本文)?转载自 轉載自 (?:本文)?转自 轉自",
    "Source",
    "(?:本文|原文)?(?:首发于?|原载于?|原載於?|刊于|刊載於)",
)
_TIME_LABEL = any_of(
    "发布时间 發布時間 發佈時間 发布日期 发表时间 更新时间 更新日期 发稿时间 时间 時間 日期 发布于 发表于",
    "刊发日期 刊登日期",
    "Date Published Updated Posted",
)
_SOURCE = re.compile(
    rf"{_OPEN}{_SOURCE_LABEL}\s*[：:／/|｜]?\s*(?P<source>[^：:|｜]{{1,40}}?)"
    rf"(?=$|[\s)）】\]|｜；;，,]|{_TIME_LABEL}\s*[：:]|{_DATE})",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(
    rf"{_OPEN}{_SOURCE_LABEL}(?:\s*[：:／/|｜]\s*|\s+|(?<=自)|(?<=于)|(?<=於)).{{1,60}}", re.IGNORECASE
)
_AGENCY = re.compile(
    r"[(（【\[]\s*(?:据|據|综合|綜合|原载|转自|來源|来源)\s*[：:]?\s*(?P<source>[《“]?[\u4e00-\u9fffA-Za-z、\s]{2,24}[》”]?)"
    r"(?:报道|消息|电|等)?\s*[)）】\]][。]?"
)
_DATE_LINE = re.compile(
    rf"{_OPEN}(?:{_TIME_LABEL}\s*[：:]?\s*)?(?:{_DATE}|\d{{2}}-\d{{2}}\s\d{{2}}:\d{{2}}|{_HAN_DATE}|{_ROC_DATE})"
    rf"{_CLOCK}{_WEEKDAY}{_CLOCK}[\s)）】\]。]*(?:发布|发表|更新|于[\u4e00-\u9fff]{{2,4}})?",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"(?:原创[：:]?\s)?(?:[^\s，。]{{1,14}}\s){{0,3}}{_DATE}{_CLOCK}(?:\s(?:发表|发布)于\s?[\u4e00-\u9fff]{{2,8}})?"
)
_MEDIUM = r"[\u4e00-\u9fffA-Za-z]{1,10}(?:报|報|网|網|社|台|臺|客户端|新闻|新聞|周刊|杂志|频道|在线|传媒|发布)"
_DATED_MEDIUM = re.compile(rf"{_DATE}{_CLOCK}\s+(?P<after>{_MEDIUM})|(?P<before>{_MEDIUM})\s+{_DATE}{_CLOCK}")
_POSTED_WORD = re.compile("原创|发表于|发布于")
_FIELD = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:{_SOURCE_LABEL}|{_TIME_LABEL}|作者|记者|責任編輯|责任编辑|编辑|责编|[浏瀏]览?覽?量?|(?:[阅閱][读讀]|[点點][击擊])[量数數]?)\s*[：:]"
    rf"|(?<![：:起至])(?<![：:]\s){_DATE}",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[。！？，]")
_LONGEST = 90
_ANY_FACT = re.compile(r"\d|年|源|[处處载載转轉]|[于於刊据據]|[综綜]合|source", re.IGNORECASE)
"""What every line of these facts holds one of; most lines hold none and need not be looked at twice."""


def _imprint(line: Line) -> Line:
    text = line.plain
    if len(text) > _LONGEST or not _ANY_FACT.search(text) or line.mark in {"title", "heading"}:
        return line
    if _AGENCY.fullmatch(text) or (_SOURCE_LINE.fullmatch(text) and not text.endswith("。")):
        return line.settled("source", "source line")
    if _DATED_MEDIUM.fullmatch(text) or datelines.publisher(text):
        return line.settled("source", "line of source and date")
    if _DATE_LINE.fullmatch(text) or (_POSTED.fullmatch(text) and _POSTED_WORD.search(text)):
        return line.settled("date", "date line")
    if not _PROSE.search(text) and len(_FIELD.findall(text)) >= 2:
        return line.settled("source" if _SOURCE.search(text) else "date", "line of source, date and names")
    return line


imprint = each(_imprint)


def source(line: Line) -> str | None:
    """The publication that a source line names, as printed."""
    dated = _DATED_MEDIUM.fullmatch(line.plain)
    if dated:
        return dated["after"] or dated["before"]
    posted = datelines.publisher(line.plain)
    if posted:
        return posted
    found = _SOURCE.match(line.plain) or _AGENCY.match(line.plain) or _SOURCE.search(line.plain)
    return _bare(found["source"].strip(" ）)】]")) if found else None


def _bare(name: str) -> str:
    """A publication's name without the marks round it."""
    return name.strip("《》") if name.count("《") == name.startswith("《") else name


_DAY_PARTS = re.compile(r"((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")
_ROC_DAY = re.compile(rf"民[國国]\s?({_COUNT})\s?年\s?({_COUNT})\s?月\s?({_COUNT})\s?日")
_HAN_DAY = re.compile(r"([〇零一二三四五六七八九○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def date(line: Line) -> str | None:
    """The date a line holds, ISO 8601; None without one that the calendar knows."""
    found = _DAY_PARTS.search(line.plain)
    if found:
        return _iso(*map(int, found.groups()))
    roc = _ROC_DAY.search(line.plain)
    if roc:
        year, month, day = map(_han_number, roc.groups())
        return _iso(year + 1911, month, day)
    spoken = _HAN_DAY.search(line.plain)
    return _iso(*map(_han_number, spoken.groups())) if spoken else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _han_number(text: str) -> int:
    if text.isascii():
        return int(text)
    digits = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
    if "十" not in text:
        return int("".join(str(digits[char]) for char in text))
    tens, _, units = text.partition("十")
    return (digits[tens] if tens else 1) * 10 + (digits[units] if units else 0)
