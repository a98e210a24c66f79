"""Chinese numbers with what stands around them: ranges, lists, measures, 近 and 余."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.measures_zh import measure
from zjpub.translate.quantities.numerals_zh import NUMBER, Numeral, number_at, scale_of
from zjpub.translate.quantities.scan import Found, Measure
from zjpub.translate.quantities.values import Approx, Quantity, Reading

_BEFORE: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    (
        "under",
        re.compile(
            r"(?:近|将近|接近|不足|不到|未满|不满|不超过|低于|少于|小于|至多|最多|未达|跌破|跌穿|失守|限[重高速载宽长]|[也只才]不过|(?<![大中])小)$"
        ),
    ),
    (
        "over",
        re.compile(
            r"(?:超|超过|超出|逾|突破|冲破|高于|多于|大于|不少于|不低于|不下|不下于|至少|起码|[已年早]过|(?<!跌)破)$"
        ),
    ),
    ("about", re.compile(r"(?:约|大约|约为|左右|大概|大致|差不多|几乎|上下)$")),
)
_NOT = r"(?:不|未|没有?|难以|无法)[得应能宜可会再]?"
_NEGATED: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("under", re.compile(_NOT + r"(?:超过?|高于|多于|大于|突破|逾)$")),
    ("over", re.compile(_NOT + r"(?:低于|少于|小于|下于?)$")),
)
_SHARE = re.compile("一半|[^,，。;；]{1,3}分之|[0-9一二两三四五六七八九]成|[0-9.]+%")
_HEAD = f"[岁{''.join(sorted(COUNTERS))}]?"
_OF_WHAT: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("under", re.compile(rf"(?:不及|不足|不到|(?<![不得应能可])低于|{_NOT}(?:超过|[高多]于))[^,，。;；]{{1,14}}的$")),
    ("over", re.compile(rf"(?:(?<![不得应能可])(?:超过|[高多]于)|{_NOT}[低少]于)[^,，。;；]{{1,14}}的$")),
)
"""Of a share: 不及前十年的一半."""
_AFTER: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    (
        "over",
        re.compile(rf"(?:[多余]|有余|{_HEAD}以上|出头|开外|之多|还多|不止|强(?![大度化劲势烈行项]))(?!数|样|元化)"),
    ),
    ("under", re.compile(rf"(?:{_HEAD}(?:以下|以内|之内)|不到)")),
    ("about", re.compile(r"(?:左右|上下|前后|许(?!多)|来[年个岁天])")),
)


_LONGEST = 24
"""No measured number has more signs; a list of numbers may."""
_INSIDE: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("over", re.compile("个[多余]|翻了?[超逾]")),
    ("under", re.compile("翻了?近")),
)


def approximation(text: str, start: int, end: int, own: Approx) -> Approx:
    before = text[max(0, start - 5) : start]
    for approx, pattern in (*_NEGATED, *_BEFORE):
        if pattern.search(before):
            return approx
    if text[start - 1 : start] == "的" and _SHARE.match(text, start):
        before = text[max(0, start - 18) : start]
        own = next((approx for approx, pattern in _OF_WHAT if pattern.search(before)), own)
    for approx, pattern in _AFTER:
        if pattern.match(text, end):
            return approx
    for approx, pattern in _INSIDE:
        if pattern.search(text, start, min(end, start + _LONGEST)):
            return approx
    return own


MORE = re.compile(r"[多余来许]?")
_JOIN = re.compile(r" ?(?:至|到|-{1,2}|—{1,2}|–|~|、|和|或|与|及|以及|或者|,) ?")
_RANGE = frozenset("至到-—–~")


def number(text: str, start: int) -> Found | None:
    """A number, or several that share one measure: 3至5万元, 一、二、三等奖, 三四十年."""
    runs: list[tuple[int, int, Numeral]] = []
    joins: list[str] = []
    place = start
    while hit := number_at(text, place):
        stop, value = hit
        more = MORE.match(text, stop) if value.values[0] >= 10 and value.values[0] % 10 == 0 else None
        end = more.end() if more else stop
        if end > stop and not value.approx:
            value = replace(value, approx="about" if text[end - 1] == "来" else "over")
        runs.append((place, stop, value))
        what = measure(text, place, stop) if end == stop else _measure_after_more(text, place, stop, end)
        join = _JOIN.match(text, what.end)
        if what.end > end or not join or not NUMBER.match(text, join.end()) or _is_list_break(text, join, place):
            return _numbers(text, runs, joins, what)
        joins.append(join[0].strip())
        place = join.end()
    return (_numbers(text, runs, joins, measure(text, *runs[-1][:2]))) if runs else None


def _measure_after_more(text: str, start: int, end: int, after: int) -> Measure:
    """The measure of 60多岁: what follows 多, as of the bare number."""
    what = measure(text[:end] + text[after:], start, end)
    return replace(what, end=what.end + after - end, strict=True)


def _is_list_break(text: str, join: re.Match[str], start: int) -> bool:
    """Whether a comma between two numbers ends the first: only short Arabic lists such as 1,3,5 go on."""
    return join[0].strip() == "," and not (text[start : join.start()] + text[join.end()]).isascii()


def _numbers(text: str, runs: list[tuple[int, int, Numeral]], joins: list[str], what: Measure) -> Found:
    quantities: list[Quantity] = []
    together = len(runs) > 1 and any(join in _RANGE or join == "、" for join in joins)
    for index, (start, end, value) in enumerate(runs):
        last = index == len(runs) - 1
        scale = 1 if last else _shared_scale(text, runs[index], runs[index + 1], joins[index])
        stop = what.end if last else end
        approx = approximation(text, runs[0][0], what.end, value.approx)
        strict = (what.strict and not _is_figure(text, start, end, what.end > end)) or together
        for one in value.values:
            readings = what.read(one * scale)
            if value.vague:
                readings = (Reading("vague", one, currency(readings)),)
            elif value.approx and one == 10:
                readings += (Reading("vague", Fraction(12)),)
            quantities.append(
                Quantity(start, stop, "", readings, approx, soft=not strict or (one == 1 and _is_one(text, start, end)))
            )
    return quantities, what.end


def currency(readings: tuple[Reading, ...]) -> str:
    """Whose money the readings surely are, or ""."""
    return readings[0].unit if readings[0].kind == "money" else ""


def _is_figure(text: str, start: int, end: int, measured: bool) -> bool:
    """Digits that are no number unless a measure says so: 三七, 一一, 三五好友."""
    raw = text[start:end]
    return (
        not measured
        and text[end : end + 1] not in COUNTERS
        and bool(re.fullmatch("[一二三四五六七八九]{2}|[百千万]{2}", raw))
        and raw != "百万"
    )


def _is_one(text: str, start: int, end: int) -> bool:
    """A lone 一 in a list (一、二、三等奖), which English may count as "first" or leave out."""
    return text[start:end] == "一" and text[end : end + 1] == "、"


def _shared_scale(text: str, run: tuple[int, int, Numeral], after: tuple[int, int, Numeral], join: str) -> int:
    """3至5万 is 30,000 to 50,000: a smaller bare number shares the scale of the next."""
    scale = scale_of(text[after[0] : after[1]])
    bare = scale_of(text[run[0] : run[1]]) == 1
    shared = scale > 1 and bare and (join in _RANGE or join == "、") and run[2].values[0] < after[2].values[0] / scale
    return scale if shared else 1
