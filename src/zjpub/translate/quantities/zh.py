"""Chinese text → its quantities."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities import clocks_zh, dates_zh, fractions_zh, labels_zh, marked_zh, phrases_zh
from zjpub.translate.quantities.numbers_zh import approximation, number
from zjpub.translate.quantities.numerals_zh import plain, tight
from zjpub.translate.quantities.scan import any_of, scan
from zjpub.translate.quantities.units import MONEY_ZH
from zjpub.translate.quantities.values import Approx, Quantity, Reading

_BEGIN = re.compile(
    '[0-9A-Za-z零一二两三四五六七八九十百千万亿廿卅几数半双俩第首末周星礼年月日亩上本成翻倍加对参各折中下减差细可建改新解高腰过大小初每公西纪前①-⑳Ⅰ-Ⅻ$¥￥€£₩₽₹负“"-]'
)
_RULES = (
    *phrases_zh.RULES,
    *dates_zh.RULES,
    *clocks_zh.RULES,
    *marked_zh.RULES,
    *labels_zh.RULES,
    *fractions_zh.RULES,
    number,
)


def read_zh(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese sentence, in order."""
    signs, places = tight(plain(text))
    found = scan(signs, _BEGIN, _RULES, phrases_zh.find(signs))
    terms = [each.span(1) for each in _TERM.finditer(signs)]
    currencies = {reading.unit for quantity in found for reading in quantity.readings if reading.kind == "money"}
    currencies |= {MONEY_ZH[named[1]] for named in _COUNTED_IN.finditer(signs)}
    if not currencies and _PRICED.search(signs):
        currencies = {"CNY"}
    found = [_limited(q, approximation(signs, *q.span, q.approx)) for q in found]
    settled = [_settled(signs, quantity, terms, currencies) for quantity in found]
    settled = [
        _percent_too(signs, quantity, before) for before, quantity in zip([None, *settled], settled, strict=False)
    ]
    settled = [_named_months(signs, quantity) for quantity in settled]
    return tuple(
        _as_written(quantity, text, places)
        for quantity in (*settled, *_months_before(signs, found), *_eras(found), *_last_months(settled))
    )


def _limited(quantity: Quantity, approx: Approx) -> Quantity:
    """The quantity with how exact it is, which holds for the first of its parts as well (9分30秒以内)."""
    first, *others = quantity.parts or (None,)
    parts = (
        (replace(first, approx=first.approx or approx), *others)
        if first and len(quantity.parts) > 1
        else quantity.parts
    )
    return replace(quantity, approx=approx, parts=tuple(part for part in parts if part))


_GOES_TO = re.compile("[到至为]了?$")


def _percent_too(text: str, quantity: Quantity, before: Quantity | None) -> Quantity:
    """由百分之四十一降为零点九: the second number is a share as the first is."""
    if (
        not before
        or not _is_bare(quantity)
        or before.kind != "percent"
        or re.search("[,。;]", text[before.end : quantity.start])
    ):
        return quantity
    if not _GOES_TO.search(text[before.end : quantity.start]) or not re.match("[,。;、]|$", text[quantity.end :]):
        return quantity
    return replace(quantity, readings=(*quantity.readings, Reading("percent", quantity.value / 100)))


def _is_bare(quantity: Quantity) -> bool:
    return len(quantity.readings) == 1 and quantity.kind == "number" and not quantity.unit


def _named_months(text: str, quantity: Quantity) -> Quantity:
    """前十个月 and 前三季度 with the months that English may name: January to October."""
    last = quantity.value * {"month": 1, "quarter": 3}.get(quantity.unit, 0)
    since = text[quantity.start - 1 : quantity.start] in ("前", "头") and quantity.kind == "number"
    if not 1 < last <= 12 or not (
        since or (quantity.kind == "ordinal" and "季" in text[quantity.start : quantity.end])
    ):
        return quantity
    first = Fraction(1) if since else last - 2
    return replace(quantity, parts=tuple(_month(quantity, month, soft=month == 1) for month in (first, last)))


def _month(quantity: Quantity, month: Fraction, soft: bool) -> Quantity:
    return Quantity(*quantity.span, "", (Reading("month", month),), soft=soft)


def _last_months(found: list[Quantity]) -> list[Quantity]:
    """The months again where English says both: the nine months to September."""
    return [
        replace(q.parts[-1], soft=True) for q in found if q.kind == "number" and q.parts and q.parts[-1].kind == "month"
    ]


def _months_before(text: str, found: list[Quantity]) -> list[Quantity]:
    """The month before the one named, which 环比 compares it with and English may name."""
    months = [quantity for quantity in found if quantity.kind == "month"] if "环比" in text else []
    return [
        replace(quantity, readings=(Reading("month", (quantity.value - 2) % 12 + 1),), soft=True) for quantity in months
    ]


def _eras(found: list[Quantity]) -> list[Quantity]:
    """The years of an era once more, which English may give in both calendars: 629, the third year of Zhenguan."""
    return [replace(q, soft=True) for q in found if {r.kind for r in q.readings} == {"ordinal", "year"}]


_TERM = re.compile(r"[“‘\"「『]([^“”‘’\"「」『』0-9]{1,7})[”’\"」』]")
_COUNTED_IN = re.compile(f"[以按]({any_of(MONEY_ZH)})[计算结]")
_PRICED = re.compile(
    "[元钱价薪币赚挣租]|工资|收入|补贴|投资|奖金|市场|产业|市值|产值|利润|成本|消费|费用|定金|押金|报价|保额|欠|贷|债|月供|首付|租|票|[卖买售]|打折|半价|[一二三四五六七八九1-9]折|收费"
)
_SPENT = re.compile(
    "(?:[花借欠赚挣卖付罚捐赔亏缴存还]|拿出|掏出|售价|票价|最贵的?|最便宜的?|只要|仅需)[了着过出掉到去]?[^,。;、0-9零一二三四五六七八九十百千万]{0,3}$"
    "|满[^,。;]{1,8}[减省返]$"
)
"""Before a number without a measure that is of money."""
_INDEX = re.compile("指数[^,。;]{0,6}$")
"""Of purchasing managers, say, which English writes without %."""
_OF_A_WHOLE = re.compile("(?:比重|占比|比例|份额|率)[为达到是升降至仅只有超过近约]{0,4}$")
"""Before a share without its sign: 比重为二十三点四."""
_SAVING = re.compile("[立再直]?[减省返]")
_BARE = re.compile(
    r"费|定金|[做当给买请订换修盖办送]|[立再直]?[减省返]|[,。;、!?)）”\"了至到起降升左上以级大规的]|$|产业|市场|台阶|项目|投资|订单|集群|企业|豪礼|红包"
)


def _settled(text: str, quantity: Quantity, terms: list[tuple[int, int]], currencies: set[str]) -> Quantity:
    """What only the whole sentence tells: a numeral inside a short quoted term (“三公”) counts nothing for sure, and a
    number without any measure (涨到两千) may be an amount of money."""
    if quantity.kind == "number" and any(start <= quantity.start and quantity.end <= end for start, end in terms):
        quantity = replace(quantity, soft=True)
    if quantity.kind == "number" and text.startswith("级", quantity.end):
        quantity = replace(quantity, readings=(*quantity.readings, Reading("vague", quantity.value)))
    if quantity.kind == "percent" and _INDEX.search(text, max(0, quantity.start - 16), quantity.start):
        return replace(quantity, readings=(*quantity.readings, Reading("number", quantity.value * 100)))
    if _is_bare(quantity) and _OF_A_WHOLE.search(text, max(0, quantity.start - 12), quantity.start):
        return replace(quantity, readings=(*quantity.readings, Reading("percent", quantity.value / 100)))
    last = quantity.readings[-1]
    if quantity.kind not in ("number", "vague") or last.unit or last.kind not in ("number", "vague"):
        return quantity
    spent = _SPENT.search(text, max(0, quantity.start - 12), quantity.start) or (
        text[quantity.start - 1 : quantity.start] == "满" and _SAVING.match(text, quantity.end)
    )
    if quantity.value >= 10**8 or ((currencies or spent) and _BARE.match(text, quantity.end)):
        money = (Reading("money", quantity.value, currency) for currency in sorted(currencies) or ("CNY",))
        return replace(quantity, readings=(*quantity.readings, *money))
    return quantity


def _as_written(quantity: Quantity, text: str, places: list[int]) -> Quantity:
    """The same with its place and words in the text as it was before `tight`."""
    start, end = places[quantity.start], places[quantity.end - 1] + 1
    parts = tuple(_as_written(part, text, places) for part in quantity.parts)
    return replace(quantity, start=start, end=end, text=text[start:end], parts=parts)
