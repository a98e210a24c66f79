"""Pairs of equal numbers that cannot stand for one another: a unit lost or changed, a rank told as a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from zjpub.translate.quantities import units
from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.numerals_zh import plain
from zjpub.translate.quantities.values import Quantity, Reading
from zjpub.translate.quantities.wording import described

Pairs = Sequence[tuple[Quantity, Quantity]]


def misfits(zh: str, en: str, pairs: Pairs, english: Sequence[Quantity]) -> Iterator[str]:
    """A message for each pair whose words around the number do not agree."""
    taken = {id(other) for _, other in pairs}
    for one, other in pairs:
        if _lost_unit(one, other, english, taken) and not _is_clear(one, other, en):
            yield f'{described(one)} has lost its unit: English says "{other.text}"'
        elif _gained_unit(one, other, zh):
            yield f'{described(one)} is no measure: English says "{other.text}"'
        elif limit := _limited(one, other, zh, en):
            yield f'{described(one)} is no limit: English says "{limit}"'
        elif _unlimited(one, other, zh, en):
            yield f'{described(one)} is a limit: English says "{other.text}"'
        elif time := _ranked_in_time(one, other, zh, en):
            yield f'{described(one)} is no rank in time: English says "{time}"'
        elif _afternoon(one, other):
            yield f'{described(one)} names no part of the day: English says "{other.text}"'
        elif _is_counted(one, other, zh, en):
            yield f"{described(one)} is a rank: English counts {other.text}"
        elif (
            _is_ranked(one, other, zh)
            or (one.kind == "month" and one.value > 1 and other.kind == "ordinal" and not _OF_MONTH.search(en))
            or (one.kind == "time" and not one.soft and other.kind == "ordinal")
        ):
            yield f'{described(one)} is no rank: English says "{other.text}"'


def _ranked_in_time(zh: Quantity, en: Quantity, zh_text: str, en_text: str) -> str:
    """What English ranks in time where Chinese does not (第四次 → the fourth day), or ""."""
    found = _OF_TIME.match(en_text, en.end)
    ranked = en.kind == "ordinal" and zh.kind in ("ordinal", "century")
    if not found or zh.soft or not ranked or (zh.kind == "ordinal" and _TIME.match(zh_text, zh.end - 1)):
        return ""
    return en_text[en.start : found.end()]


_LIMIT = re.compile(r"\b(?:more than|nearly|almost|(?:less|fewer) than) $", re.IGNORECASE)
_LIMITED = re.compile(
    "[多余超逾近约上过破达满内下几来强弱降升增减长幅少高低大小长晚早快慢差比限]|至少|不[足到止]|未|将|突破|起码|整整|\\+|有余|左右|临|接|仅|只|可能"
)


def _limited(zh: Quantity, en: Quantity, zh_text: str, en_text: str) -> str:
    """The words that make a limit of a number (more than three) where nothing beside the Chinese does, or ""."""
    plain_number = not zh.approx and not zh.soft and zh.kind in ("number", "money", "percent") and zh.value > 1
    found = _LIMIT.search(en_text, max(0, en.start - 16), en.start) if plain_number else None
    if not found or _LIMITED.search(zh_text[max(0, zh.start - 8) : zh.end + 6]):
        return ""
    return found[0] + en.text


_SHORT_OF = re.compile("(?:不足|不到|未满|不满|低于|少于|不及|小于)(?:[^,，。;；]?|[^,，。;；]{1,14}的)$")
_OR_LESS = re.compile("[岁个人名户]?以下")
_FROM_ON = re.compile("以上[、至到]?[^,，。;；]{0,3}$")
"""Before the end of a range: 五万元以上五十万元以下."""
_SAYS_SHORT = re.compile(
    r"\b(?:not|never|cannot|under|below|less|fewer|lower|short\w*|shy|barely|hardly|within|most|max\w*|fail\w*|nearly"
    r"|almost|close|fall\w*|fell|small\w*|young\w*|up to|limit\w*|capp?\w*|ceiling|confin\w*|between"
    r"|under-\w+|sub-?)\b|n't\b",
    re.IGNORECASE,
)


def _unlimited(zh: Quantity, en: Quantity, zh_text: str, en_text: str) -> bool:
    """Whether 不足两百米 is plainly 200 metres, which 1 in 100 translators write."""
    if zh.approx != "under" or en.approx or zh.soft:
        return False
    if not (
        _SHORT_OF.search(zh_text[max(0, zh.start - 20) : zh.start])
        or (_OR_LESS.match(zh_text, zh.end) and not _FROM_ON.search(zh_text[max(0, zh.start - 8) : zh.start]))
    ):
        return False
    return not _SAYS_SHORT.search(en_text[max(0, en.start - 60) : en.end + 24])


def _afternoon(zh: Quantity, en: Quantity) -> bool:
    """Whether English makes an afternoon of an hour that Chinese leaves open; noon is plain."""
    return {zh.kind, en.kind} == {"time"} and zh.unit == "12h" and en.unit == "24h" and en.value > 720 and not zh.soft


_COUNTED_IN = re.compile(
    r"\b(?:number|count|total) of [\w -]{0,24}\b(?:days|years|months|weeks|hours|minutes)\b"
    r"|\btonnage of (?:\w+ )?$",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"[ -](?:(?:consecutive|straight|successive|full) )?"
    r"(?:second|minute|hour|morning|night|evening|day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)
_TIME = re.compile(".?个?(?:[秒分小时天日夜晚周星月年代季世]|礼拜|工作|交易)|.[^,，。;；]{0,3}[天日周月年晚]")
_OF_MONTH = re.compile(r"\b(?:month|moon)\b", re.IGNORECASE)


def _dimension(unit: str) -> str:
    return units.DIMENSION.get(unit, ("",))[0]


def _lost_unit(zh: Quantity, en: Quantity, english: Sequence[Quantity], taken: Set[int]) -> bool:
    """Whether a measure lost its unit: no quantity before it, and none that stands for nothing else, has one such."""
    dimension = _dimension(zh.unit)
    if zh.soft or zh.kind != "number" or not dimension or en.kind == "points":
        return False
    measures = [reading for reading in en.readings if reading.unit]
    if measures and not (en.soft and not any(units.same_measure(zh.value, zh.unit, r.value, r.unit) for r in measures)):
        return False
    named = [q for q in english if any(_dimension(r.unit) == dimension for r in q.readings)]
    return not any(id(q) not in taken or q.start < en.start for q in named)


_LIKE_A_YEAR = re.compile(r"秒\d+$|^[12]\d{3}|\d{3,4} ?年$|周年$|财年$|年度$|[届岁]")
_UNIT_BEFORE = re.compile(
    r"(?<!his )(?<!ast )(?<!ext )(?<!hat )(?<!per )(?<! a )\b(?:years?|months?|weeks?|days?|hours?|minutes?) $",
    re.IGNORECASE,
)


def _is_clear(zh: Quantity, en: Quantity, text: str) -> bool:
    """Whether a figure says its unit by its form: a year, 2:05:30, 9.83s, the 50th anniversary, day three."""
    around = text[en.start - 1 : en.start] + text[en.end : en.end + 1]
    named = _LIKE_A_YEAR.search(plain(zh.text)) or _UNIT_BEFORE.search(text[max(0, en.start - 15) : en.start])
    named = named or (en.kind == "ordinal" and _OF_TIME.match(text, en.end)) or _COUNTED_IN.search(text[: en.start])
    return bool(named) or ":" in around or text[en.end : en.end + 1].isalpha()


_MEASURES = frozenset("年月周日夜天度号点季分桶块片大多余来万亿千百十担里时成折倍岁杯")
_HEADS = re.compile(f"[多余来几]?(?:年级|[{''.join(COUNTERS - _MEASURES)}])")
"""Measure words for which no English measure stands."""
_AGED = re.compile("[多余来几]?岁")


def _gained_unit(zh: Quantity, en: Quantity, text: str) -> bool:
    """Whether English measures what Chinese counts: 三个村 → three years; 36岁 → 36 months."""
    if zh.kind not in ("number", "vague") or zh.unit or zh.soft or en.kind != "number" or not _dimension(en.unit):
        return False
    if _AGED.match(text, zh.end):
        return en.unit != "year"
    if zh.text[-1:] == "半" or "连" in text[max(0, zh.start - 3) : zh.start]:
        return False
    return bool(_HEADS.match(text, zh.end))


_COUNTED = re.compile(
    r"[ -](?:[A-Za-z][\w'-]* ){0,2}?(?:(?!is\b|was\b|has\b|as\b|this\b|its\b)[A-Za-z]{2,}s|people|men|women|children)\b"
)
_LABEL = re.compile(
    r"(?:\b(?!The|These|Those|All|In|On|At|For|With|From|Of|An?\b)[A-Z][\w.]*|\b(?:no\.?|number|season|episode|chapter"
    r"|round|page|day|week|grade|level|phase|line|room|part|stage|article|section|class|top"
    r"|dose|shot|step|option|game|set|tip|unit|lesson|lane|gate|terminal|team|group|category)) (?:and )?$"
)


def _is_counted(zh: Quantity, en: Quantity, zh_text: str, text: str) -> bool:
    """Whether English counts what Chinese ranks: 第三名 → three places; but Article 3 states."""
    ranked = zh.kind == "ordinal" and not zh.soft and not zh.approx and zh.text[-1:] not in "日"
    before = text[max(0, en.start - 12) : en.start]
    if zh.kind == "time" and en.kind == "number" and not zh.soft and (en.unit or not _AT.search(before)):
        return True
    if zh.kind == "time":
        return False
    if zh.kind == "ordinal" and en.kind == "number" and re.search(r"\b[Dd]ay $", before):
        return zh.text[-1:] != "号" and zh_text[zh.end : zh.end + 1] not in [*"天日"]
    if zh.kind == "ordinal" and en.kind == "multiple":
        return True
    if not ranked or en.kind != "number" or en.unit or en.soft or _POINTS.match(text, en.end):
        return False
    return bool(_COUNTED.match(text, en.end)) and not _LABEL.search(text[max(0, en.start - 20) : en.start])


_AT = re.compile(
    r"\b(?:at|from|to|until|till|by|before|after|around|about|past|and|or|between|nearly|than|since|of|through|is|was)"
    r" $|[-:(]$",
    re.IGNORECASE,
)
_POINTS = re.compile(" points| hours", re.IGNORECASE)
_HEADCOUNT = re.compile("[名位家人户只台辆艘](?!次)|个(?=人|村|县|孩|学生|国家|城市|项目|部门)")


def _is_ranked(zh: Quantity, en: Quantity, text: str) -> bool:
    """Whether English ranks what Chinese counts: 三名 → the third."""
    if zh.kind != "number" or zh.unit or zh.soft or zh.value < 2 or en.kind != "ordinal":
        return False
    return bool(_HEADCOUNT.match(text, zh.end)) and not re.search("第|连续|[列居获位]$", text[: zh.start][-8:])


def exchanged_ones(chinese: Sequence[Quantity], english: Sequence[Quantity]) -> Iterator[str]:
    """One of a unit that English says as one of another: 一年 → a month; 每斤 → per ton."""
    ours, theirs = _measures(chinese), _measures(english)
    for one in _ones(chinese):
        if any(units.same_measure(one.value, one.unit, r.value, r.unit) for r in theirs):
            continue
        for other in _ones(english):
            if other.text.lower().startswith(("past", "last", "coming", "next", "previous")):
                continue
            if _sort_of(one.unit) == _sort_of(other.unit) and not any(
                units.same_measure(r.value, r.unit, other.value, other.unit) for r in ours
            ):
                yield f'{one.text} is "{other.text}" in English'


def _ones(quantities: Sequence[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.soft and q.kind == "number" and q.value == 1 and q.unit]


def _measures(quantities: Sequence[Quantity]) -> list[Reading]:
    return [reading for quantity in quantities for reading in quantity.readings if reading.unit]


def _sort_of(unit: str) -> str:
    """What a unit measures; all of time is one sort."""
    dimension = _dimension(unit)
    return "time" if dimension in ("months", "seconds") else dimension
