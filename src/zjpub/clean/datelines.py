"""Short lines with a whole date: page headers in any order, and who posted the text at which hour.

What else such a line holds need not be known: a weekday, a page number or an hour beside the date settles what it is.
"""

from __future__ import annotations

import re

from zjpub.clean import roles
from zjpub.clean.page import Line, each
from zjpub.clean.vocabulary import any_of

_LONGEST = 48
_DAY = r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}(?!\d)\s?日?"
_HAN_DAY = r"[〇零一二三四五六七八九○]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
_WEEKDAY = (
    r"[(（]?(?:星期|周|週|礼拜)[一二三四五六日天](?![\u4e00-\u9fff])[)）]?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_CODE = (
    r"第?\s?[A-Z]?\d{1,3}\s?[版页頁]|第[一二三四五六七八九十]{1,3}版|(?<![A-Za-z\d])[A-Z]{1,2}\d{1,2}(?!\d)"
    r"|(?<![\d.:：-])\d{1,2}(?![\d.:：年月日时点-])"
)
_DATE = re.compile(f"{_HAN_DAY}|{_DAY}")
LUNAR = (
    r"(?:\s?(?:[农農][历曆])?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    r"闰?[正一二三四五六七八九十冬腊]{1,2}月[初十廿三二][一二三四五六七八九十]?)?"
)
_YEAR = re.compile("19|20|年")
"""What every date holds one of."""
_DATE_LINE = re.compile(rf"[(（]?(?:{_HAN_DAY}|{_DAY})\s*(?:[(（]?(?:星期|周|週|礼拜).[)）]?)?{LUNAR}")
_SETTLES = re.compile(f"{_WEEKDAY}|{_CODE}", re.IGNORECASE)
_WORDS = re.compile(
    r"[\s|｜/／·•:：\-—_()（）\[\]【】]*(?:[\u4e00-\u9fffA-Za-z]{1,12}[\s|｜/／·•:：\-—_()（）\[\]【】]+){0,3}"
)
_CLOCK = r"\s{0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_NAME = r"[《]?[\u4e00-\u9fffA-Za-z·]{2,14}[》]?"
_ACCOUNT = any_of("官方账号 官方帐号 官方帳號 官方微博 官方网站 公众号")
_POSTED = re.compile(
    rf"(?:原创[：:]?\s?)?(?:{_NAME}\s)??(?:(?P<before>{_NAME}?){_ACCOUNT}?[\s·|｜]{{1,3}})?{_DAY}{_CLOCK}"
    rf"(?:[\s·|｜]{{1,3}}(?P<after>{_NAME}?){_ACCOUNT}?)?(?:\s(?:发[表布]于\s?)?(?P<place>[\u4e00-\u9fff]{{2,4}}))?"
)
_PLACE = re.compile(r"(?:发[表布]于\s?)?[\u4e00-\u9fff]{2,3}(?<![报報网網社台臺刊])")
_PROSE = re.compile("[。！？，；]")
_LABEL = re.compile(r"原创|[发發][表布]|更新|时间|時間|日期|来源|來源")


_TELLS_WHEN = re.compile(rf"(?:发布|发表|更新|刊发|发稿)?(?:时间|日期)[：:]\s?{_DAY}|{_DAY}{_CLOCK}(?=\s)")


def without_day(text: str) -> str:
    """The text without its date and weekday."""
    return re.sub(_WEEKDAY, " ", _DATE.sub(" ", text)) if _DATE.search(text) else text


def tells_when(text: str) -> bool:
    """Whether a line gives the day with its hour or label: what else the site counts in it is no matter."""
    return bool(_TELLS_WHEN.match(text))


def is_dated_header(text: str) -> bool:
    """Whether a line holds a whole date, a weekday or a page number, and otherwise but a few short names."""
    if len(text) > 2 * _LONGEST or not _YEAR.search(text) or not _DATE.search(text):
        return False
    text = roles.without_duties(text)
    if len(text) > _LONGEST:
        return False
    if _LABEL.search(text) or _PROSE.search(text) or _DATE_LINE.fullmatch(text):
        return False
    rest = _DATE.sub(" ", text, count=1)
    left = _SETTLES.sub(" ", rest)
    return left != rest and not re.search(r"\d", left) and bool(_WORDS.fullmatch(f"{left} "))


def publisher(text: str) -> str | None:
    """Who posted a text, in a line of a name and the day and hour; None for any other line, "" without a name."""
    found = _POSTED.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    before, after = found["before"] or "", found["after"] or ""
    if after and (before or _PLACE.fullmatch(after)):
        after = ""
    named = (before or after).strip("《》")
    return "" if _LABEL.match(named) else named


def _dated(line: Line) -> Line:
    if line.mark not in {"", "page"} or not is_dated_header(line.plain):
        return line
    return line.settled("boilerplate", "page header")


dated_headers = each(_dated)
