"""Article text as every written format may carry it: without what no XML, JSON or Markdown reader accepts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from zjpub.model import Edition, Lang, PairedParagraph

if TYPE_CHECKING:
    from opencc import OpenCC

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NONCHARACTER = re.compile("[" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17)) + "]")
_LONG_WORD = re.compile(r"[!-~]{16}")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")

# The commonest characters that differ, each in one script only: some of them stand in any paragraph of either.
_SIMPLIFIED = frozenset("这们来说时会国为对学经发过后应现实样点开关问题还让给从东车长门业产动务党区华阳单术机气")
_TRADITIONAL = frozenset("這們來說時會國為對學經發過後應現實樣點開關問題還讓給從東車長門業產動務黨區華陽單術機氣")


def printable(text: str) -> str:
    """The text without control characters, surrogates and noncharacters; a line break inside becomes one space."""
    return _BREAKS.sub(" ", _NONCHARACTER.sub("", _UNPRINTABLE.sub("", text)))


def language_tag(edition: Edition, lang: Lang) -> str:
    """BCP 47: `en`, or `zh-Hans` or `zh-Hant` by the characters of the article: readers choose their glyphs by it."""
    if lang == "en":
        return "en"
    text = "".join(pair.zh for pair in edition.pairs())
    traditional = sum(character in _TRADITIONAL for character in text)
    return "zh-Hant" if traditional > sum(character in _SIMPLIFIED for character in text) else "zh-Hans"


def in_script(words: str, tag: str) -> str:
    """Our own Chinese words in the script of the article: `目录` beside Traditional text is `目錄`."""
    return _to_traditional().convert(words) if tag == "zh-Hant" else words


@cache
def _to_traditional() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")


def unnamed(number: int, tag: str) -> tuple[str, str]:
    """What a section without a heading is called, in both languages."""
    zh, en = ("开篇", "Opening") if number == 1 else (f"第 {number} 部分", f"Part {number}")
    return in_script(zh, tag), en


def has_long_word(text: str) -> bool:
    """Whether an address, or a word as long as one, stands in the text."""
    return bool(_LONG_WORD.search(text))


def is_line(paragraph: PairedParagraph) -> bool:
    """Whether a paragraph is a line of verse or of a list, which stands close to the next: short, or without a stop."""
    if len(paragraph.pairs) != 1 or paragraph.truncated:
        return False
    text = paragraph.pairs[0].zh.rstrip("”’」』）)")
    return len(text) <= (14 if text.endswith(("。", "！", "？", "…", "!", "?")) else 30)


def calendar_day(text: str | None) -> str:
    """The text if it is a day in ISO 8601, else nothing: a person may write any words for a date."""
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return ""
