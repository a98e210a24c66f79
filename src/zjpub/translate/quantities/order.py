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
from zjpub.translate.quantities.numerals_zh import numeral
from zjpub.translate.quantities.values import Quantity

Pairs = Sequence[tuple[Quantity, Quantity]]
_LOOKS_BACK = re.compile(
    r"\b(?:from|compared (?:with|to)|after|than|doubl\w+|tripl\w+|against|versus|previous\w*|every|each|per|over|above"
    r"|below)\b[^,.;\d]{0,40}$",
    re.IGNORECASE,
)


_KEPT = frozenset({"percent", "points", "money", "multiple"})


def _is_measure(quantity: Quantity) -> bool:
    """A length, a weight and so on; spans of time go where English grammar wants them."""
    dimension = units.DIMENSION.get(quantity.unit, ("",))[0]
    return quantity.kind == "number" and dimension not in ("", "months", "seconds")


def exchanged(pairs: Pairs, en: str) -> list[tuple[Quantity, Quantity]]:
    """Pairs of Chinese quantities that English says in the other order without looking back."""
    kinds: dict[tuple[str, str], list[tuple[Quantity, Quantity]]] = defaultdict(list)
    for zh, english in pairs:
        if not (zh.soft or english.soft) and (zh.kind in _KEPT or _is_measure(zh)):
            kinds[zh.kind, zh.unit].append((zh, english))
    return [found for members in kinds.values() if (found := _inverted(members, en))]


def _inverted(members: list[tuple[Quantity, Quantity]], en: str) -> tuple[Quantity, Quantity] | None:
    """The first two neighbours of one kind in the wrong order; none where a value comes twice."""
    if len({zh.value for zh, _ in members}) < len(members):
        return None
    ordered = sorted(members, key=lambda pair: pair[0].start)
    for (first, said_first), (second, said_second) in pairwise(ordered):
        if (
            first.start < second.start
            and said_first.start > said_second.start
            and not _LOOKS_BACK.search(en[: said_first.start])
        ):
            return first, second
    return None


_SCORE_ZH = re.compile(r"(?<!\d)(\d{1,3})[:：比](\d{1,3})(?!\d)")
_WON_ZH = re.compile(
    "([一二三四五六七八九\\d]+)[:：比]([零一二三四五六七八九\\d]+)(?:的比分)?(?:获胜|取胜|战胜|击败|大胜|险胜|力克|完胜|胜出)"
)
_WON_EN = re.compile(r"\b(?:wo[nn]|win\w*|beat\w*|defeat\w*|victor\w*)\b", re.IGNORECASE)
_SCORE_EN = re.compile(r"(?<!\d)(\d{1,3}) ?[-–:] ?(\d{1,3})(?!\d)")


def turned_score(zh: str, en: str) -> str:
    """A score that English turns round while it keeps another (25:23 → 23-25), or "".

    All turned is the other team's view, which is no fault.
    """
    if (won := _WON_ZH.search(zh)) and _WON_EN.search(en):
        for found in _SCORE_EN.finditer(en):
            if int(found[1]) < int(found[2]) and numeral(won[1]) == numeral(found[2]):
                return f"{won[1]}:{won[2]}"
    said = [found.groups() for found in _SCORE_EN.finditer(en)]
    kept, turned = 0, ""
    for first, second in (found.groups() for found in _SCORE_ZH.finditer(zh)):
        if (first, second) in said:
            said.remove((first, second))
            kept += 1
        elif (second, first) in said:
            turned = turned or f"{first}:{second}"
    return turned if kept else ""
