"""Simplified or Traditional: in which script an article is written, and our own words beside it in the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# The commonest characters that differ, each in one script only: some of them stand in any paragraph of either.
_SIMPLIFIED = frozenset("这们来说时会国为对学经发过后应现实样点开关问题还让给从东车长门业产动务党区华阳单术机气")
_TRADITIONAL = frozenset("這們來說時會國為對學經發過後應現實樣點開關問題還讓給從東車長門業產動務黨區華陽單術機氣")


def script_of(text: str) -> str:
    """BCP 47: `zh-Hans` or `zh-Hant`, by the characters of an article's text."""
    traditional = sum(character in _TRADITIONAL for character in text)
    return "zh-Hant" if traditional > sum(character in _SIMPLIFIED for character in text) else "zh-Hans"


def in_script(words: str, tag: str) -> str:
    """Our own Chinese words in the script of the article: `目录` beside Traditional text is `目錄`."""
    return _to_traditional().convert(words) if tag == "zh-Hant" else words


@cache
def _to_traditional() -> OpenCC:
    from opencc import OpenCC

    # Not s2t, which writes the characters of old dictionaries: 覈對 for 核對, 爲 for 為.
    return OpenCC("s2tw")
