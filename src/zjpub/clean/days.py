"""The ways in which papers and sites print a day, and what day it is."""

from __future__ import annotations

import datetime
import re

from zjpub.clean.datelines import LUNAR

DATE = r"(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
CLOCK = (
    r"[\sT]*(?:HKT\s?)?(?:(?:上午|下午|晚上?|凌晨|中午)?\s?\d{1,2}[:：时点](?:\d{2}(?:[:：分]\d{2})?[秒分]?)?"
    r"(?:\s?HKT|[+-]\d\d:?\d\d|Z)?)?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_DATE = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?(?:(?:{_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)\s\d{{1,2}},?"
    rf"|\d{{1,2}}\s(?:{_MONTHS}))\s(?:19|20)\d\d"
)
_HAN_DATE = r"[〇零一二三四五六七八九○]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
_COUNT = r"(?:\d{1,3}|[〇零一二三四五六七八九十○]{1,4})"
_ROC_DATE = rf"(?:中[華华])?民[國国]\s?{_COUNT}\s?年\s?{_COUNT}\s?月\s?{_COUNT}\s?日"
WEEKDAY = rf"(?:\s?(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|[(（][一二三四五六日][)）]))?{LUNAR}"
WEATHER = (
    r"(?:(?:晴|阴|多云|[小中大阵雷暴]+雨|[小中大]?雪|雾|霾)(?:[转间到]\S{1,3})?|-?\d{1,2}[~～—-]{1,2}-?\d{1,2}(?:℃|°C))"
)
ANY = rf"(?:{DATE}|\d{{2}}-\d{{2}}\s\d{{2}}:\d{{2}}|{_HAN_DATE}|{_ROC_DATE}|{_ENGLISH_DATE})"

_DAY_PARTS = re.compile(r"((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH_DAY = re.compile(rf"{_MONTH}\s(?P<day>\d{{1,2}}),?\s{_YEAR}")
_DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}})\s{_MONTH}\s{_YEAR}")
_ROC_DAY = re.compile(rf"民[國国]\s?({_COUNT})\s?年\s?({_COUNT})\s?月\s?({_COUNT})\s?日")
_HAN_DAY = re.compile(r"([〇零一二三四五六七八九○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def iso(text: str) -> str | None:
    """The date a text holds, ISO 8601; None without one that the calendar knows."""
    found = _DAY_PARTS.search(text)
    if found:
        return _iso(*map(int, found.groups()))
    english = _MONTH_DAY.search(text) or _DAY_MONTH.search(text)
    if english:
        month = 1 + "janfebmaraprmayjunjulaugsepoctnovdec".index(english["month"][:3].lower()) // 3
        return _iso(int(english["year"]), month, int(english["day"]))
    roc = _ROC_DAY.search(text)
    if roc:
        year, month, day = map(_han_number, roc.groups())
        return _iso(year + 1911, month, day)
    spoken = _HAN_DAY.search(text)
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
