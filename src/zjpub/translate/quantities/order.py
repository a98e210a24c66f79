"""Numbers that changed places: exports up by the imports' share.

Translators keep the order of quantities of one kind in all but 1 of 1,000 sentences, and then look back in words ("36
percent, double the 18 percent of four years ago").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from zjpub.translate.quantities import units
from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.numerals_en import WORDS
from zjpub.translate.quantities.numerals_zh import numeral
from zjpub.translate.quantities.roles import en_role, zh_role
from zjpub.translate.quantities.values import Quantity

Pairs = Sequence[tuple[Quantity, Quantity]]
_LOOKS_BACK = re.compile(
    r"\b(?:from|compared (?:with|to)|after|than|whose|doubl\w+|tripl\w+|against|versus|previous\w*|every|each"
    r"|per|over|above|below|instead of|rather than"
    r"|(?:held|owned|controlled|made|produced|used|consumed|generated|enjoyed|occupied|taken|paid) by)\b"
    r"(?:(?!\b(?:but|and|while|whereas)\b)[^,.;\d]){0,40}$",
    re.IGNORECASE,
)


_PART_OF = re.compile(
    r"\b(?:of|on|in|from|among|across|for|over|within|than|every|each|per)\b[^,.;]{0,40}$"
    r"|\b(?:against|versus|behind|after|to) (?!and\b)(?:\w+ )?$",
    re.IGNORECASE,
)
"""Before a count of what another is among: nine of its ten villages."""
_PART_OR_PAST = re.compile(rf"{_PART_OF.pattern}|{_LOOKS_BACK.pattern}", re.IGNORECASE)
_OWN_LIMIT = re.compile(r"\b(?:(?:more|less|fewer) than|over|above|some|about|around) $", re.IGNORECASE)
"""What says how exact the number itself is, and looks back at nothing."""
_KEPT = frozenset({"percent", "points", "money", "multiple", "time"})


def _is_measure(quantity: Quantity) -> bool:
    """A length, a weight and so on; spans of time go where English grammar wants them."""
    dimension = units.DIMENSION.get(quantity.unit, ("",))[0]
    return quantity.kind == "number" and dimension not in ("", "months", "seconds")


_HEAD = re.compile(f"[多余来几]?([{''.join(COUNTERS)}岁])|(?=[,，。;；、]|$)")


def _counted(zh: str, quantity: Quantity) -> str:
    """The measure word after a count, or its own place where it counts nothing."""
    if quantity.kind != "number" or quantity.unit or not (found := _HEAD.match(zh, quantity.end)):
        return ""
    return found[1] or "-"


def exchanged(pairs: Pairs, zh: str, en: str) -> list[tuple[Quantity, Quantity]]:
    """Pairs of Chinese quantities that English says in the other order without looking back."""
    kinds: dict[tuple[str, str], list[tuple[Quantity, Quantity]]] = defaultdict(list)
    for one, other in pairs:
        if one.soft or other.soft:
            continue
        role = en_role(en, other)
        sort = f"{one.kind} {role if role == zh_role(zh, one) else ''}"
        if one.unit == "deg":
            continue
        if one.kind in _KEPT or _is_measure(one):
            kinds[sort, one.unit].append((one, other))
        elif counted := _counted(zh, one):
            kinds[sort, counted].append((one, other))
    return [
        found
        for (_, what), members in kinds.items()
        if (found := _inverted(members, zh, en, _LOOKS_BACK if what.isascii() else _PART_OR_PAST))
    ]


_FROM = re.compile("[由从][^,，。;；]{0,12}$")
_FROM_TO = re.compile(r"\bfrom (?:[^,.;]|[.,](?=\d)){1,60} to $", re.IGNORECASE)


def _inverted(
    members: list[tuple[Quantity, Quantity]], zh: str, en: str, backward: re.Pattern[str]
) -> tuple[Quantity, Quantity] | None:
    """The first two neighbours of one kind in the wrong order; none where a value comes twice."""
    if len({one.value for one, _ in members}) < len(members):
        return None
    ordered = sorted(members, key=lambda pair: pair[0].start)
    for (first, said_first), (second, said_second) in pairwise(ordered):
        before = _OWN_LIMIT.sub("", en[: said_first.start])
        swapped = first.start < second.start and said_first.start > said_second.start
        if swapped and ((_FROM.search(zh[: first.start]) and _FROM_TO.search(before)) or not backward.search(before)):
            return first, second
    return None


_OF_THOSE = re.compile(r" of (?:them|which|those|these|whom)\b")


def exchanged_parts(pairs: Pairs, en: str) -> list[tuple[Quantity, Quantity]]:
    """A whole and its part that changed places: 12 years, 19 of them with the national team."""
    plain = [pair for pair in pairs if pair[0].kind == "number" and not (pair[0].soft or pair[1].soft)]
    spoken = sorted(plain, key=lambda pair: pair[1].start)
    return [
        (first, second)
        for (second, said_second), (first, said_first) in pairwise(spoken)
        if _OF_THOSE.match(en, said_first.end)
        and second.unit == first.unit
        and first.start < second.start
        and second.value < first.value
    ]


_LISTED_ZH = re.compile(
    "[^,，。;；0-9]{1,8}?(?:[、和及与]|以及|[,，](?:另有?|还有?|又有?|[^,，。;；]{0,3}))[^,，。;；]{0,3}|[^,，。;；、]{1,3}"
)
_APART = r"(?:of|in|on|from|among|across|for|with|by|at|per|each|every|to|than|after|aged|as|but|while)"
_LISTED_EN = re.compile(
    rf"[ -](?:(?!{_APART}\b|\d)[\w'-]+(?: of (?!\d)[\w'-]+)?[ ,]+)+?(?:and )?(?:(?!{_APART}\b|\d)[\w'-]+ ){{0,2}}",
    re.IGNORECASE,
)


def exchanged_counts(pairs: Pairs, zh: str, en: str) -> list[tuple[Quantity, Quantity]]:
    """Counts of two things in one list that changed places: 三球和五次助攻 → five goals and three assists."""
    plain = [pair for pair in pairs if not any(q.soft or q.unit or q.kind != "number" or q.parts for q in pair)]
    ordered = sorted(plain, key=lambda pair: pair[0].start)
    return [
        (first, second)
        for (first, said_first), (second, said_second) in pairwise(ordered)
        if first.value != second.value
        and said_second.end <= said_first.start
        and _counted(zh, first) != _counted(zh, second)
        and _LISTED_ZH.fullmatch(zh, first.end, second.start)
        and (between := _LISTED_EN.fullmatch(en, said_second.end, said_first.start))
        and re.search(r", | and ", between[0])
    ]


_N_ZH = r"(?:\d{1,3}|[零一二三四五六七八九十百]{1,6})"
_N_EN = rf"(?:\d{{1,3}}|{'|'.join(WORDS)})"
_SCORE_ZH = re.compile(
    rf"(?<![\d.一二三四五六七八九十百])({_N_ZH}) ?[:：∶比对] ?({_N_ZH})(?![\d.点一二三四五六七八九十百万])"
)
_SCORE_EN = re.compile(
    rf"(?<![\d.])\b({_N_EN})(?: ?[-–:] ?| to |(?: votes| points)? against )({_N_EN})\b(?!\d|\.\d)", re.IGNORECASE
)
_WON_ZH = re.compile("(?:的比分)?(?:获胜|取胜|战胜|击败|大胜|险胜|力克|完胜|胜出|力压|逆转)")
_WON_EN = re.compile(r"\b(?:wo[nn]|win\w*|beat\w*|defeat\w*|victor\w*|edg\w+)\b", re.IGNORECASE)
_RATIO = re.compile("之比|比例|比率|比值|配比|比[为是约降升]|占比")


def turned_score(zh: str, en: str) -> str:
    """A score that English turns round while it keeps another (25:23 → 23-25), or "".

    All turned is the other team's view, which is no fault, unless they won or it is the ratio of two things.
    """
    said = [(_figure(found[1]), _figure(found[2])) for found in _SCORE_EN.finditer(en)]
    kept, turned = 0, ""
    for found in _SCORE_ZH.finditer(zh):
        first, second = _figure(found[1]), _figure(found[2])
        if (first, second) in said:
            said.remove((first, second))
            kept += 1
        elif (second, first) in said and first != second:
            turned = turned or found[0]
            won = first > second and _WON_ZH.match(zh, found.end()) and _WON_EN.search(en)
            kept += bool("对" in found[0] or _RATIO.search(zh) or won)
    return turned if kept else ""


def _figure(words: str) -> int:
    if words.isdigit():
        return int(words)
    value = numeral(words)
    return int(value.values[0]) if value else WORDS.get(words.lower(), -1)
