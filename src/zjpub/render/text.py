"""Article text as every written format may carry it: without what no XML, JSON or Markdown reader accepts."""

from __future__ import annotations

import re
from datetime import date

from zjpub.hanzi import in_script, script_of
from zjpub.model import Edition, Lang, PairedParagraph

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NONCHARACTER = re.compile("[" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17)) + "]")
_LONG_WORD = re.compile(r"[!-~]{16}")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """The text without control characters, surrogates and noncharacters; a line break inside becomes one space."""
    return _BREAKS.sub(" ", _NONCHARACTER.sub("", _UNPRINTABLE.sub("", text)))


def language_tag(edition: Edition, lang: Lang) -> str:
    """BCP 47: `en`, or `zh-Hans` or `zh-Hant` by the characters of the article: readers choose their glyphs by it."""
    if lang == "en":
        return "en"
    return script_of("".join(pair.zh for pair in edition.pairs()))


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
