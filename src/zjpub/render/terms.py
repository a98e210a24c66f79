"""The words of many articles, packed so that one page can search them all without asking a server.

An article's terms are its Latin words and numbers, and its Chinese characters two by two; a last character of a run
stands alone, so that every character begins some term. What the page holds is an inverted index: the terms, and for
each the articles in which it occurs, as steps from one article to the next. `theme/library.js` reads it.

Terms stand in Simplified characters, so that either script finds both; the page turns what is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from zjpub.render.romanize import HAN

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_RUN = re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)")


def terms(text: str) -> str:
    """The distinct terms of a text, sorted, with a space between two."""
    found: set[str] = set()
    for han, word in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        if han:
            found.update(map("".join, pairwise(han)))
            found.add(han[-1])
        else:
            found.add(word)
    return " ".join(sorted(found))


def simplified(words: str) -> str:
    """The terms of a Traditional article in Simplified characters, one for one."""
    return " ".join(sorted(set(words.translate(_simplifications()).split(" "))))


def variants(words: str) -> str:
    """The Traditional characters that stand for a character of the index, each followed by that character."""
    used = set(words)
    return "".join(chr(sign) + plain for sign, plain in sorted(_simplifications().items()) if plain in used)


@cache
def _simplifications() -> Mapping[int, str]:
    from opencc import OpenCC

    signs = [chr(point) for point in range(0x4E00, 0xA000)]
    # One to a line, since OpenCC would read neighbours as a phrase.
    plain = OpenCC("t2s").convert("\n".join(signs)).split("\n")
    return {ord(sign): other for sign, other in zip(signs, plain, strict=True) if sign != other and len(other) == 1}


def index(articles: Sequence[str]) -> tuple[str, str]:
    """The index of many articles, each given by its `terms`: (the terms, their places), in the same order.

    A term is written as the number of first characters it shares with the term before, then the rest of it; a place
    list as how many articles, then the step to each. Both numbers are little-endian groups of five bits.
    """
    places: dict[str, list[int]] = {}
    for number, words in enumerate(articles):
        for term in words.split(" ") if words else ():
            places.setdefault(term, []).append(number)
    ordered = sorted(places)
    return "".join(_front_coded(ordered)), "".join(_steps(places[term]) for term in ordered)


def _front_coded(ordered: Iterable[str]) -> Iterable[str]:
    before = ""
    for term in ordered:
        shared = 0
        while shared < min(len(before), len(term), 9) and before[shared] == term[shared]:
            shared += 1
        yield f" {shared}{term[shared:]}"
        before = term


def _steps(places: list[int]) -> str:
    steps = (after - before - 1 for before, after in pairwise([-1, *places]))
    return _number(len(places)) + "".join(map(_number, steps))


@cache
def _number(value: int) -> str:
    """Cached, since nearly all steps are small and there are millions of them."""
    signs = ""
    while value >= 32:
        signs += _DIGITS[32 + (value & 31)]
        value >>= 5
    return signs + _DIGITS[value]
