"""Tags, entities and invisible characters go before anything else looks at a line: they are how text was stored, not said."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from zjpub.model import InputLine

_NAMES = (
    "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|dd|div|dl|dt|em|embed|figcaption|figure|"
    "font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|o:p|object|ol|p|pre|"
    "rp|rt|ruby|s|script|section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|title|"
    "tr|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*|/)?\s*/?>|<!--.*?-->|<!doctype[^<>]*>|<\?xml[^<>]*>", re.IGNORECASE)
_HIDDEN_OPEN = re.compile(r"<(script|style)\b(?:(?!</\1)[\s\S])*$|<!--(?:(?!-->)[\s\S])*$", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SPACES = re.compile("[\t\xa0\u3000]+")
_FILLER = re.compile("[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc]")
_ROUNDS = 4


def strip(lines: Sequence[InputLine]) -> tuple[Sequence[InputLine], list[str | None]]:
    """The lines, and for each its text without mark-up; None for a blank line, "" for one that held only mark-up."""
    texts: list[str | None] = []
    closer: re.Pattern[str] | None = None
    for line in lines:
        text = invisible(line.text)
        if not text.strip():
            texts.append(None)
            continue
        if closer:
            found = closer.search(text)
            if not found:
                texts.append("")
                continue
            text, closer = text[found.end() :], None
        text = _HIDDEN.sub("", text) if "<" in text else text
        opened = _HIDDEN_OPEN.search(text) if "<" in text else None
        if opened:
            closer = re.compile(rf"</{opened[1]}\s*>" if opened[1] else "-->", re.IGNORECASE)
            text = text[: opened.start()]
        text = tags_and_entities(text)
        texts.append(text if text.strip() else "")
    return lines, texts


def tags_and_entities(text: str) -> str:
    """Known tags go, entities become what they stand for, again and again for text that was escaped twice."""
    for _ in range(_ROUNDS):
        before = text
        if "<" in text:
            text = _TAG.sub("", text)
        if "&" in text:
            text = invisible(_ENTITY.sub(lambda found: html.unescape(found[0]), text))
        if text == before:
            break
    return text


def invisible(text: str) -> str:
    """Zero-width characters, controls and fillers go; every kind of space stays a space."""
    if text.isprintable() or _SPACES.sub("", text).isprintable():
        return text if text.isascii() or not _FILLER.search(text) else _FILLER.sub("", text)
    return "".join(filter(_is_seen, text))


def _is_seen(char: str) -> bool:
    if _FILLER.match(char):
        return False
    return char in "\t\u3000" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
