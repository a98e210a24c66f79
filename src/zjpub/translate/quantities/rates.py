"""Rates that lost or changed what they are per: 每公斤五元 → 5 yuan, 每年十五吨 → 15 tonnes a month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjpub.translate.quantities.numerals_en import WORDS

_PER_ZH = re.compile("每(?:亩|公顷|平方米|平方公里|公里|公斤|千克|斤|吨|升|立方米|千瓦时|加仑|盎司)(?!以[上下])")
_PER_EN = re.compile(
    r"\b(?:(?:per|each|every)(?! (?:\w+ )?(?:second|minute|hour|day|week|month|year)s?\b)|apiece"
    r"|(?:to|by) (?:the|a)|rate|average[ds]?|density|unit|one)\b|/"
    r"|\ban? (?:square |cubic )?(?:mu|hectare|acre|met(?:re|er)|kilo\w*|km|kg|jin|catty|ton|tonne|lit(?:re|er)|gallon"
    r"|ounce)\b",
    re.IGNORECASE,
)
_SIGNS_OF = {
    "second": "秒", "minute": "分", "hour": "[时钟点速]", "day": "[日天夜晚早]", "week": "周|星期|礼拜",
    "month": "(?<![0-9一二三四五六七八九十])月|旬", "year": "(?<![0-9零])年|[岁载季]",
}  # fmt: skip
_RATE = re.compile(
    rf"(?:\d|\b(?:{'|'.join(WORDS)}|hundred|thousand|million|billion)\b)"
    r"(?:[^,.;:!?]|[.,](?=\d)){0,48}? (?:per|an?|each|every)"
    rf" ({'|'.join(_SIGNS_OF)})\b(?<!\ba second)(?<!\bevery second)"
    r"(?! (?:ago|earlier|later|before|after|old|or|and|in|of|from now|to|long|prior"
    r"|off|when|for)\b|-|')"
    rf"|\b(?:times|once|twice) (?:per|an?|each|every) ({'|'.join(_SIGNS_OF)})\b",
    re.IGNORECASE,
)
_NUMERAL = "[0-9零一二两三四五六七八九十百千万亿几数半]"
# Chinese of what a number is per | English of it
_TABLE = r"""
每秒 | second|\bsec\b|/ ?s\b
每分钟?(?!之) | minute|/ ?min|\bbpm|\brpm|\bmin\b
时速|每个?(?:小时|钟头) | (?:per|an?|each|every|one)[ -]hour|hourly|/ ?h|(?:\b|\d)(?:k|m|km)p?[hs]\b|knot
按[日天]|日均|每[日天](?!本) | day|dail|night|morning|noon|evening|24/7
周均|每个?(?:星期|礼拜|周)(?![一二三四五六日天]) | week|day
按月|月均|每个?月 | month|30 days
按年|每年 | year|annu|each|every|season|[12]\d{3}
年均 | year|annu|averag
人均(?!寿命|预期) | \bper |capita|head|person|each|averag|apiece|individual|every
户均|每户 | household|famil|home|each|averag
每股 | share|stock|apiece|unit
"""


def _spans() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = [line.split(" | ") for line in _TABLE.strip().splitlines()]
    near = rf"(?![代龄度级])(?=[^,，。;；、]{{0,14}}{_NUMERAL})(?!{_NUMERAL}+月)"
    return tuple((re.compile(f"(?:{zh}){near}"), re.compile(en, re.IGNORECASE)) for zh, en in rows)


_SPANS = _spans()
_RATED = re.compile("[每按均]|时速")


def rates(zh: str, en: str) -> Iterator[str]:
    """A message for each rate that English has not, or has per something else."""
    if (lost := _PER_ZH.search(zh)) and not _PER_EN.search(en):
        yield f"{lost[0]} is lost in the English"
    for chinese, english in _SPANS if _RATED.search(zh) else ():
        if (lost := chinese.search(zh)) and not english.search(en):
            yield f"{lost[0]} is lost in the English"
    for rate in _RATE.finditer(en):
        if not re.search(_SIGNS_OF[(rate[1] or rate[2]).lower()], zh):
            yield f'"{rate[0]}" is no rate of the Chinese'
