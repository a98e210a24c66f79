"""What the English keeps of a number that broke: its last digits, a count of nothing, a share without its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zjpub.translate.quantities.values import Quantity
from zjpub.translate.quantities.wording import described

Pairs = Sequence[tuple[Quantity, Quantity]]


def remains(zh: str, en: str, pairs: Pairs) -> Iterator[str]:
    """A message for each number that English has only in part."""
    if (found := _PIECE.search(en)) and found[0] not in zh:
        yield f'"{found[0]}" ends in a piece of a number'
    if (found := _TORN.search(en)) and not re.search(r"[:：]|比|[时点]", zh):
        yield f'"{found[0]}" is no number'
    if found := _MALFORMED.search(en):
        yield f'"{found[0]}" is no number'
    if (found := _HUNDREDS.search(en)) and not re.search("[秒岁年后世]", zh) and found[0] not in zh:
        yield f'"{found[0]}" is no number'
    if (share := _ONE_IN.search(zh)) and (not _SHARE.search(en) or _IN_ONE.search(en)):
        yield f"{share[0]} is no share in the English"
    for one, other in pairs:
        if _counts_nothing(one, other, zh, en):
            yield f'{described(one)} counts nothing in the English: "{other.text}"'
        elif _AGO.match(en, other.end) and not _PAST.search(zh) and not re.search(r"\b[Ss]ince\b", en):
            yield f'{described(one)} is "{other.text} ago" in English'


_PIECE = re.compile(
    r"(?<![A-Za-z/@.])(?!www|[Nn]os?\b|[Ff]igs?\b|[Vv]ols?\b|[Aa]rt\b|[Vv]er\b|pp?\b|[Cc]h\b)[A-Za-z]{2,}\.\d+(?![\w/])"
)
_TORN = re.compile(r"(?<![\d:])\d+: \d+\b(?!:)")
_HUNDREDS = re.compile(r"(?<![\d,.'’])(?:[1-9]\d\d|[3-9]\d{3}|\d{5,}|\d{1,3}(?:,\d{3})+)s\b")
_MALFORMED = re.compile(r"\b(?:\d*[02-9])?(?:1(?:nd|rd|th)|2(?:st|rd|th)|3(?:st|nd|th))\b|\b\d*[04-9](?:st|nd|rd)\b")
_ONE_IN = re.compile(
    r"每?[二两三四五六七八九十百千万\d]+[个名位人户家辆][^，,。；;]{0,10}?[就便]有[近约不到]{0,2}[一两三1-9\d]+[个名位人户家辆]"
)
_SHARE = re.compile(
    r"\b(?:in|out of|of every|of each|for every|per|to)\b|%|percent|half|third|quarter|fifth|tenth", re.IGNORECASE
)
_IN_ONE = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)(?: [a-z]+)? (?:in|out of|of every) one\b", re.IGNORECASE
)
_AGO = re.compile(r" ago\b")
_PAST = re.compile(
    "(?<![期限])前|[早旧昔去曾今间来]|此时|过去|时隔|当年|那年|当时|历史|已|了|起|始|从|自(?![动己由然助身主信驾治费觉愿家行来])"
)
_HEADS = re.compile(
    "[多余来几]?(?:人次|[人名位户家辆艘架座所册本篇株头只件起例种项支台枚顶床箱剂部幅]|个(?!百分点|月|小时|基点))"
)
_LOOKS_BACK = re.compile(
    r"(?:\b(?:to|from|than|of|about|around|over|nearly|some|is|are|was|were|and|or|by|at|every|each|only|just|another|with|least"
    r"|most|had|have|has|the|those|these|other|all|first|last|next|almost|off|for|above|below|approximately|up|down|between|under|as"
    r"|(?:reach|total|exceed|number|top|pass|hit|averag|includ|record|increas|report|add|kill|injur|wound|leav|claim|top)"
    r"\w*|\w+(?:ing|ed)|stood|left|won|took|got|made|sold|built|lost|kept|cut|hit|saw|bought|drew|gave)|[:(–-]) ?$",
    re.IGNORECASE,
)
"""Words before a figure that may end a clause: what it counts was said before."""


def _counts_nothing(zh: Quantity, en: Quantity, zh_text: str, en_text: str) -> bool:
    """Whether Chinese counts heads and English ends with the bare figure: 四百人 → the police 400."""
    if {zh.kind, en.kind} != {"number"} or zh.unit or en.unit or zh.soft or zh.value <= 2:
        return False
    ends = re.match(r"\s*(?:[.,;](?! or\b)|$)", en_text[en.end :])
    head = _HEADS.match(zh_text, zh.end) if ends else None
    listed = head and len(re.findall(rf"[0-9一二三四五六七八九十百]{re.escape(head[0])}", zh_text)) > 2
    return bool(head) and not listed and not _LOOKS_BACK.search(en_text[: en.start])
