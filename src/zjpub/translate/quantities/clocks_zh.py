"""Chinese times of day, days of the week, and spans in two units (1小时零5分)."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_zh import DIGITS, numeral
from zjpub.translate.quantities.scan import Found, Rule, one
from zjpub.translate.quantities.values import Quantity, Reading

_H = r"(\d{1,2}|[一二两三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四]?|零)"
_M = r"([0-5]?\d|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_MM = r"([0-5]\d|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)"
"""Minutes without 分: 十二点五 is 12.5."""
_TENS = r"([二三四五]?十[一二三四五六七八九]?)"
"""No decimal has tens: 九点四十熄灯 is a time."""
_CLOCK = re.compile(
    rf"{_H} ?(?:(时)(?!代|期|常|而|候|速|间|段|尚|机|刻|光|局|辰|差|下|装|政|任)|(点钟?))"
    rf"(?:零?{_M}分(?!之)(?:{_M}秒)?|(半)(?!数|年)|([一三1３3])刻|{_MM}(?![0-9多余万亿一-鿿])|{_TENS}(?![0-9多余百千万亿]))?"
)
_COLON = re.compile(r"(?<![\d:.])(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])(?! ?[比胜负])")
_DAY_PART = re.compile(
    r"(上午|早上|早晨|清晨|凌晨|早|晨)|(下午|午后|傍晚)|(晚上|夜里|夜间|当晚|今晚|昨晚|明晚|晚间|深夜|晚|夜)|(中午|正午)"
)
_ALONE = re.compile("[,。;、!?)）]|$|[到至-]|[整许前后起左才就准]")
_DECIMAL = re.compile("[零一二三四五六七八九]+(?:[级米亿万倍元吨度%]|公[里斤顷]|个百分)")
"""After 点, what makes it a decimal point even in the evening: 昨夜五点八级地震."""
_POINTS = re.compile(r"[意建要原体希看想启感经关]|[个项]|[零\d]*(?:涨|跌|收|报|关口|大关)")


def _clock(text: str, place: int) -> Found | None:
    """9时30分, 晚八点半, 十时一刻, 9:30."""
    if text[place - 1 : place].isdigit() or (place and text[place - 1] in "十百千零点第."):
        return None
    if found := _COLON.match(text, place):
        return _colon(text, place, found)
    if not (found := _CLOCK.match(text, place)):
        return None
    if found[3] and (_POINTS.match(text, found.end()) or text[place - 2 : place] in ("以下", "如下", "以上")):
        return None
    decimal = found[0].endswith("点") and text[found.end() : found.end() + 1] in DIGITS
    if decimal and (_part(text, place) is None or _DECIMAL.match(text, found.end())):
        return None
    hour, minute = small(found[1]), _minutes(found)
    if hour > 24 or (
        found[3] and not found[0].endswith(("点", "钟")) and minute == 0 and found[1].isdigit() and hour > 12
    ):
        return None
    readings = [_time(text, place, hour, minute)]
    if not minute:
        readings.append(Reading("number", Fraction(hour)))
    end = found.end()
    dated = (
        found[2]
        or minute
        or "钟" in found[0]
        or _part(text, place) is not None
        or _ALONE.match(text, end)
        or text[place - 1 : place] in [*"日晨早晚天午至到从"]
    )
    vague = (found[0] == "一点" and _part(text, place) is None) or (hour == minute == 0 and text[end : end + 1] == "起")
    return [one(place, end, *readings, soft=not dated or vague)], end


def _minutes(found: re.Match[str]) -> int:
    if found[6]:
        return 30
    if found[7]:
        return 15 if found[7] in "一1" else 45
    return small(found[4] or found[8] or found[9] or "0")


def small(text: str) -> int:
    value = numeral(text.replace("两", "二")) if text not in DIGITS else None
    return DIGITS[text] if text in DIGITS else int(value.values[0]) if value else 99


def _part(text: str, place: int) -> int | None:
    """Which part of the day is named just before: 0 morning, 1 afternoon, 2 evening, 3 noon."""
    named = None
    for found in _DAY_PART.finditer(text, max(0, place - 14), place):
        if not re.search(r"[,。;]|次日|翌日|第二天|次晨", text[found.end() : place]):
            named = (found.lastindex or 1) - 1
    return named


def _time(text: str, place: int, hour: int, minute: int) -> Reading:
    part = _part(text, place)
    if part in (1, 2) and hour < 12 and not (part == 2 and hour < 4):
        hour += 12
    if part == 3 and hour < 4:
        hour += 12
    if part in (0, 2) and hour == 12:
        hour = 0
    known = part is not None or hour > 12 or hour == 0
    return Reading("time", Fraction(hour % 24 * 60 + minute), "24h" if known else "12h")


def _colon(text: str, place: int, found: re.Match[str]) -> Found | None:
    """9:30 is a time or a score: whole it is a time, in parts two numbers."""
    hour, minute = int(found[1]), int(found[2])
    parts = tuple(one(*found.span(group), Reading("number", Fraction(found[group]))) for group in (1, 2))
    if hour > 24:
        return list(parts), found.end()
    return [Quantity(place, found.end(), "", (_time(text, place, hour, minute),), parts=parts)], found.end()


_SHORT_OF = re.compile(rf"{_H}点(?:钟)?差({_M[1:-1]}|一刻)分?|差(?:({_M[1:-1]})分钟?|(一刻))(?:到|就|不到)?{_H}点")


def _short_of(text: str, place: int) -> Found | None:
    """七点差十分, 差一刻九点: minutes before the hour."""
    found = _SHORT_OF.match(text, place)
    if not found or text[place - 1 : place].isdigit():
        return None
    hour = small(found[1] or found[5])
    words = found[2] or found[3] or found[4]
    minutes = 15 if words == "一刻" else small(words)
    if not 0 < hour <= 24:
        return None
    before = _time(text, place, hour, 0)
    return [one(place, found.end(), Reading("time", (before.value - minutes) % 1440, before.unit))], found.end()


_WEEKDAY = re.compile(
    r"(?:周|星期|礼拜)([一二三四五六日天])(?![个种次年百千万十天小场篇条名家])((?:[至到、和](?:周|星期)?[一二三四五六七日天](?![个种次年百千万十月天]))*)"
)


def _weekday(text: str, place: int) -> Found | None:
    found = _WEEKDAY.match(text, place)
    if (
        not found
        or (place and text[place - 1] in "一二两三四五六七八九十几数0123456789半")
        or (text[place - 1 : place] == "个" and text[place - 2 : place - 1] not in [*"整这那上下每"])
        or text[place : place + 2] == "周天"
    ):
        return None
    names = re.finditer("[一二三四五六七日天]", found[0])
    return [
        one(
            place + name.start(),
            place + name.end(),
            Reading("weekday", Fraction(7 if name[0] in "日天" else DIGITS[name[0]])),
        )
        for name in names
    ], found.end()


_COMPOUND = re.compile(
    r"(?<![\d.])(\d{1,6}|[一二两三四五六七八九十百]{1,7})(个?小时|个?钟头|年|分钟?|秒)(?:零(?=.+[月分秒])|又)?"
    r"(\d{1,3}|零[一二三四五六七八九]|[一二两三四五六七八九十]{1,3})(个?月(?!\d)|分钟?|秒钟?|(?![0-9.年月个分秒小时名次十百千万亿倍%]))(?:零?(\d{1,3}|[一二两三四五六七八九十]{1,3})秒)?"
)
_UNITS = {
    "年": ("year", 12), "月": ("month", 1), "小": ("hour", 3600), "钟": ("hour", 3600), "分": ("minute", 60),
    "秒": ("second", 1),
}  # fmt: skip


def _compound(text: str, place: int) -> Found | None:
    """1小时零5分, 13分48秒, 5年零3个月: whole, or the parts; 46秒40 is 46.40 seconds."""
    found = _COMPOUND.match(text, place)
    if not found or text[place - 1 : place] == "第":
        return None
    signs = [found[group].removeprefix("个")[:1] for group in (2, 4)] + ["秒"] * bool(found[5])
    if signs[:2] == ["秒", ""]:
        figures = len(found[3]) if set(found[3]) <= {*"0123456789", *DIGITS} else 2
        seconds = _whole(found[1]) + Fraction(_whole(found[3]), 10**figures)
        return [one(place, found.end(), Reading("number", seconds, "second"))], found.end()
    if "".join(signs[:2]) not in ("年月", "小分", "钟分", "分秒") or (signs[0] == "年" and _whole(found[1]) > 1000):
        return None
    parts: list[Quantity] = []
    total = 0
    for sign, group in zip(signs, (1, 3, 5), strict=False):
        unit, size = _UNITS[sign]
        value = _whole(found[group])
        total += value * size
        parts.append(one(found.start(group), found.end(group), Reading("number", Fraction(value), unit)))
    whole = Reading("number", Fraction(total), "month" if signs[0] == "年" else "second")
    return [Quantity(place, found.end(), "", (whole,), parts=tuple(parts))], found.end()


def _whole(text: str) -> int:
    value = numeral(text)
    return int(value.values[0]) if value else 0


RULES: tuple[Rule, ...] = (_weekday, _compound, _short_of, _clock)
