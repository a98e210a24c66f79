"""What a number is to a change: where it comes from, what it reaches, or by how much it goes.

增长三成 is "by 30 percent" and never "to 30 percent"; 收窄至两千万 is "to 20 million" and never "from 20 million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from zjpub.translate.quantities.values import Quantity
from zjpub.translate.quantities.wording import described

Pairs = Sequence[tuple[Quantity, Quantity]]
Role = Literal["", "from", "to", "by"]

_CHANGE = (
    r"(?:增[加长产收幅]?|提[高升]|上[升涨调]|涨[幅]?|攀升|扩[大张]|(?<![A-Za-z])[减缩][少小短产]?|下[降跌滑调]|[降跌][低幅]?|收窄|压[缩减]"
    r"|回[落升]|缩水|反弹|萎缩|后退|升)"
)
_LIKE = r"(?:[约近逾超]|超过|不到|不足|将近|大约|幅度)"
_BY_ZH = re.compile(
    rf"(?:(?:缩短|减少|增加|节约|节省|延长|提高|降低)了?(?:(?![到至为达的是后前从由值])[一-鿿]){{1,4}}|{_CHANGE}[了达]?|[增涨降跌升]幅[达为]?|[多少高低]出?了?){_LIKE}*$"
)
_TO_ZH = re.compile(
    rf"(?:{_CHANGE}了?|[由从][^,，。;；]{{1,24}}?)(?<![不幅])[到至为]{_LIKE}*$"
    rf"|{_CHANGE}了?{_LIKE}*[\d.一二两三四五六七八九十零百千万亿分之个点多余来%％]{{1,16}}[元吨人]?[,，]已?达到{_LIKE}*$"
)
_FROM_ZH = re.compile(r"(?:由|从)[^,，。;；、\d一二三四五六七八九十百千万亿]{0,12}$")
_ON_ZH = re.compile(r"[^,，。;；]{0,16}?[到至为成]")

_GOES = (
    r"(?:ris(?:e|es|en|ing)|\w*(?:creas|fall|grow|climb|drop|declin|reduc|expand|shrink|cut|lower|rais|narrow|widen|soar|surg|jump|slump"
    r"|plung|slid|slip|eas|shorten|lengthen|contract|tumbl|boost|lift|push|retreat|withdr)\w*"
    r"|(?:drawn|moved|pulled) back|rose|risen|fell|grew|shrank|shrunk"
    r"|(?<!make )(?<!makes )(?<!made )(?<!making )up|down)"
)
_NEAR = (
    r"(?:about|around|roughly|some|nearly|almost|over|more than|less than|just|only|a|an|the|as much as|approximately"
    r"|under|close to|a record|at least|fewer than|no more than|no less than)"
)
_EN = {
    "by": re.compile(
        rf"\b{_GOES}(?: (?!by\b)\w+){{0,3}}? by (?:{_NEAR} )*$|\b{_GOES} (?:{_NEAR} )*$"
        rf"|\b{_GOES}(?: [\w']+){{0,6}}? from (?:[^,.;]|[.,](?=\d)){{1,40}}? by (?:{_NEAR} )*$|, by (?:{_NEAR} )*$",
        re.IGNORECASE,
    ),
    "to": re.compile(
        rf"\b(?!up to){_GOES}\b(?! (?:from|between)\b)(?: (?!by\b|to\b|up\b)[\w']+){{0,3}}? to (?:{_NEAR} )*$"
        rf"|\bfrom (?:[^,.;]|[.,](?=\d)){{1,40}}? to (?:{_NEAR} )*$",
        re.IGNORECASE,
    ),
    "from": re.compile(rf"\bfrom (?:{_NEAR} )*$", re.IGNORECASE),
}
_FAR = 90
_REACHES = r"(?:[已达为近超逾约]|到|超过|累计|一度){0,4}"
_UP = (
    re.compile(
        r"(?<!负)(?<![增涨降跌]幅)(?:增[长加产收]|上[升涨]|提[高升]|延长|偏[多高]|涨|升|贵|[高多]出|(?<![身最海净])高"
        r"|(?<![许很众不至最])多(?:[了花收赚产卖用交付掏缴]|支出|收入|排放|消耗))"
        rf"(?:了|{_LIKE})*$|[涨增]幅{_REACHES}$"
    ),
    re.compile(
        rf"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|grow\w*|grew|climb\w*|up|soar\w*|surg\w*|jump\w*|plus)"
        rf"(?: by)? (?:{_NEAR} )*$",
        re.I,
    ),
)
_DOWN = (
    re.compile(
        r"(?<![增涨降跌]幅)(?:减少|下[降跌滑]|降低|缩短|偏[少低]|跌|降|便宜|少|减|(?<!最)低|少(?:[花收赚产卖用交付掏缴]|支出|排放|消耗))"
        rf"(?:了|{_LIKE})*$|[跌降]幅{_REACHES}$"
    ),
    re.compile(
        rf"\b(?:f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|down|slump\w*|plung\w*|reduc\w*)(?: by)? (?:{_NEAR} )*$", re.I
    ),
)
_MORE = re.compile(
    r" (?:up(?= (?:on|from)\b)|more|higher|larger|greater|longer|heavier|dearer|above|increase|rise|gain|growth"
    r"|jump)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r" (?:down(?= (?:on|from)\b)|less|fewer|lower|smaller|shorter|lighter|cheaper|decrease|decline|drop|fall|reduction"
    r"|below(?! zero| freezing))\b",
    re.IGNORECASE,
)


_RANGE_HEAD = re.compile(
    r"(?:[\d.]+|[零一二两三四五六七八九十百千万]+)(?:[^\d,，。;；和与及]{0,3})[至到~-]$|\b[\w.]+(?: (?:to|or) | ?- ?)$"
)
"""The first of two numbers, before the second: 偏高3℃至."""


def zh_role(text: str, quantity: Quantity) -> Role:
    """The role of a Chinese quantity, or "" where the words beside it do not tell."""
    before = text[max(0, quantity.start - _FAR) : quantity.start]
    if _TO_ZH.search(before):
        return "to"
    if _BY_ZH.search(before):
        return "by"
    return "from" if _FROM_ZH.search(before) and _ON_ZH.match(text, quantity.end) else ""


def en_role(text: str, quantity: Quantity) -> Role:
    """The role of an English quantity, likewise."""
    before = text[max(0, quantity.start - _FAR) : quantity.start]
    for role in ("to", "by", "from"):
        if _EN[role].search(before):
            return role
    return ""


_SPEND = re.compile("满$")
_THEN_SAVE = re.compile("[立再直]?[减省返]")
_SAVE = re.compile("满[^,，。;；]{1,10}[立再直]?[减省返]$")
_SAVED = re.compile(r" (?:yuan |RMB )?(?:off|discount|back|rebate|reduction)\b", re.IGNORECASE)
_SAVES = re.compile(r"\b(?:sav(?:e|es|ed|ing)|get|deduct\w*|knock\w*) (?:RMB ?|¥)?$", re.IGNORECASE)
_SPENDS = re.compile(r"\b(?:every|each|spen[dt]\w*) (?:RMB ?|¥)?$", re.IGNORECASE)


def _turned_saving(zh: str, en: str, one: Quantity, other: Quantity) -> bool:
    """Whether 满300减50 is turned round: 300 yuan off every 50."""
    chinese, english = zh[: one.start], en[max(0, other.start - _FAR) : other.start]
    saved = bool(_SAVED.match(en, other.end) or _SAVES.search(english))
    if _SPEND.search(chinese) and _THEN_SAVE.match(zh, one.end):
        return saved and not _SPENDS.search(english)
    return bool(_SAVE.search(chinese) and _SPENDS.search(english) and not saved)


def turned_roles(zh: str, en: str, pairs: Pairs) -> Iterator[str]:
    """A message for each number that plays another part in English than in Chinese."""
    for one, other in pairs:
        if one.soft or one.kind in ("year", "month", "day", "time", "ordinal", "decade", "century"):
            continue
        if _turned_saving(zh, en, one, other):
            yield f"{described(one)} is not what one {'spends' if _SAVE.search(zh[: one.start]) else 'saves'}"
        ours, theirs = zh_role(zh, one), en_role(en, other)
        if ours and theirs and ours != theirs:
            yield f'{described(one)} is what it goes "{ours}", not "{theirs}"'
        chinese, english = (
            _RANGE_HEAD.sub("", text[max(0, q.start - _FAR) : q.start]) for text, q in ((zh, one), (en, other))
        )
        if _UP[0].search(chinese) and (_DOWN[1].search(english) or _LESS.match(en, other.end)):
            yield f"{described(one)} is a rise: English goes down"
        if _DOWN[0].search(chinese) and (_UP[1].search(english) or _MORE.match(en, other.end)):
            yield f"{described(one)} is a fall: English goes up"
