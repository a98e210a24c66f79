"""Chinese words that are quantities without being numbers (一半, 翻番, 上千, 十四五) or count nothing (一带一路)."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction

from zjpub.translate.quantities import halves_zh, known_zh
from zjpub.translate.quantities.lexicon_zh import IDIOMS, LONGEST, NAMES, SET_PHRASES, SPECIAL
from zjpub.translate.quantities.measures_zh import measure
from zjpub.translate.quantities.numerals_zh import NUMBER, numeral
from zjpub.translate.quantities.scan import Found, Rule
from zjpub.translate.quantities.values import Quantity, Reading

_NUMERALS = "零一二两三四五六七八九十百千万亿几0123456789点第"

_STARTS: dict[str, list[str]] = defaultdict(list)
for _word in sorted(SET_PHRASES | set(SPECIAL) | NAMES, key=len, reverse=True):
    _STARTS[_word[0]].append(_word)


def find(text: str) -> dict[int, Found]:
    """The set phrases of a text by where they start, none inside another or inside a longer numeral."""
    found: dict[int, Found] = {}
    place = 0
    while place < len(text):
        word = next((word for word in _STARTS.get(text[place], ()) if _is_here(text, place, word)), None)
        if word is None:
            place += 1
            continue
        found[place] = [] if word in NAMES else _soft(place, word), place + len(word)
        place += len(word)
    return found


_COUNTED_POINTS = re.compile("[钟之,，。;；、!！?？)）]")
"""After 十分, where it is no adverb: 落后十分。"""


def _is_here(text: str, place: int, word: str) -> bool:
    end = place + len(word)
    if not text.startswith(word, place) or len(word) > LONGEST:
        return False
    if word in ("大半", "小半", "多半") and text[end : end + 1] == "年":
        return False
    if word == "十分" and _COUNTED_POINTS.match(text, end):
        return False
    if word[0] in _NUMERALS and place and text[place - 1] in _NUMERALS:
        return False
    return not (
        (word[0] in _NUMERALS or word in NAMES)
        and word[-1] in _NUMERALS + "分"
        and re.match(f"[{_NUMERALS}]|[年月日号%成折倍个开分比级届]|之[{_NUMERALS}]", text[end : end + 40])
    )


_COUNTS = re.compile("集团|联军|位数|级|节气|生肖|联盟|球|年|周|日|战|半")


def _soft(place: int, word: str) -> list[Quantity]:
    """What English may say of a set phrase: its numerals, or its date."""
    end = place + len(word)
    if word in SPECIAL:
        values = [Fraction(value) for value in SPECIAL[word]]
    else:
        runs = [match[0] for match in NUMBER.finditer(word)]
        numerals = [numeral(sign) for run in runs for sign in (run if "万" in run else [run])]
        values = [value for one in numerals if one for value in one.values]
        if set(word) <= set("百千"):
            values = [value for sign in word if (one := numeral(sign)) for value in one.values]
        values += [Fraction(1, 2)] * word.count("半") + [Fraction(2)] * word.count("双")
    said_so = word not in SPECIAL and ((len(word) == 4 and not _COUNTS.search(word)) or word in IDIOMS)
    at_all_hours = word.startswith("7")
    if word.endswith("半年"):
        return [Quantity(place, end, word, said, soft=True) for said in (_MONTHS_OF_HALF, _any(values[-1]))]
    return [
        Quantity(place, end, word, _any(value), soft=not (at_all_hours and value == 24), figurative=said_so)
        for value in values
    ]


_MONTHS_OF_HALF = (
    Reading("number", Fraction(6), "month"),
    Reading("month", Fraction(6)),
    Reading("number", Fraction(1, 2), "year"),
)


def _any(value: Fraction) -> tuple[Reading, ...]:
    readings = [Reading("number", value), Reading("ordinal", value)]
    if value in (10, 100, 1000, 10000):
        readings.append(Reading("vague", value))
    if value == Fraction(1, 2):
        readings.append(Reading("percent", value))
    if 1 <= value <= 31 and value.denominator == 1:
        readings += [Reading("day", value), Reading("month", value)]
    if value == 2:
        readings += [Reading("factor", value), Reading("multiple", value)]
    return tuple(readings)


_PLAN = re.compile(
    r"([“‘\"「]?)(十[一二三四五六七]?|[一二三四六七八九])五([”’\"」]?)(?=(规划|时期|期间|末|收官|开局|以来|计划|之后|以后|建设)?)"
)


def _plan(text: str, place: int) -> Found | None:
    """“十四五”: the 14th Five-Year Plan."""
    found = _PLAN.match(text, place)
    if not found or not (found[4] or found[3]):
        return None
    value = numeral(found[2])
    if value is None:
        return None
    first = 2021 + 5 * (value.values[0] - 14)
    return [
        Quantity(place, found.end(), "", (Reading("ordinal", value.values[0], "plan"),)),
        Quantity(place, found.end(), "", (Reading("number", Fraction(5), "year"),), soft=True),
        *(Quantity(place, found.end(), "", (Reading("year", first + more),), soft=True) for more in (0, 4)),
    ], found.end()


_LUNAR = re.compile("(?<![最当起年月])初([一二三四五六七八九十])(?![中级期几余多来个种名一二三四五六七八九])")


def _lunar_day(text: str, place: int) -> Found | None:
    """初三: the third day of a lunar month, or the third form of a school."""
    found = _LUNAR.match(text, place)
    value = numeral(found[1]) if found else None
    if not found or not value:
        return None
    return [Quantity(place, found.end(), "", (Reading("day", value.values[0]),), soft=True)], found.end()


_TWO = re.compile("双(?!击|休|十|1)|俩")
_COUPLES = re.compile("(?:夫妻|夫妇|母子|母女|父子|父女|爷孙|祖孙|婆媳|姐弟|兄妹|你|我|他|她|咱)们?$")


def _two(text: str, place: int) -> Found | None:
    found = _TWO.match(text, place)
    if not found:
        return None
    soft = found[0] == "双" or bool(_COUPLES.search(text[max(0, place - 3) : place]))
    return [Quantity(place, found.end(), "", _any(Fraction(2)), soft=soft)], found.end()


_TEN_DAYS = re.compile("[上中下]旬")


def _ten_days(text: str, place: int) -> Found | None:
    """5月上旬: ten days, which English need not say."""
    found = _TEN_DAYS.match(text, place)
    if not found:
        return None
    return [Quantity(place, found.end(), "", (Reading("number", Fraction(10), "day"),), soft=True)], found.end()


_MANY = re.compile("上([百千万亿]万?亿?)|数以([十百千万亿]+)计|[几数]个(亿|千万|百万)")


def _many(text: str, place: int) -> Found | None:
    """上千, 数以万计: more than a thousand, tens of thousands."""
    found = _MANY.match(text, place)
    value = numeral(next(group for group in found.groups() if group)) if found else None
    if (
        not found
        or not value
        or (
            found[1]
            and (
                text[place - 1 : place] in ("以", "之", "网", "线", "向") or text[found.end() : found.end() + 1] == "圣"
            )
        )
    ):
        return None
    one = value.values[0]
    if found[2] or found[3]:
        return [Quantity(place, found.end(), "", (Reading("vague", one),), "about")], found.end()
    what = measure(text, place + 1, found.end())
    readings = what.read(one)
    readings += (Reading("vague", one, readings[0].unit if readings[0].kind == "money" else ""),)
    return [Quantity(place, what.end, "", readings, "over")], what.end


_PERIOD = re.compile("([首末])节(?![课车目日气假点律])")


def _period(text: str, place: int) -> Found | None:
    """末节: the fourth quarter of a match, or the last one."""
    found = _PERIOD.match(text, place)
    if not found:
        return None
    value = Fraction(1 if found[1] == "首" else 4)
    return [Quantity(place, found.end(), "", (Reading("ordinal", value, "quarter"),), soft=True)], found.end()


RULES: tuple[Rule, ...] = (_period, *known_zh.RULES, _plan, *halves_zh.RULES, _many, _two, _ten_days, _lunar_day)
