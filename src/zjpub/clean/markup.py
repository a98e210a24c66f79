"""Tags, entities and invisible characters go first: they are how the text was stored, not what it says."""

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
_TAG = re.compile(
    rf"</?(?:{_NAMES})(?:[\s/][^<>]{{0,2000}})?>|<!doctype[^<>]{{0,500}}>|<\?xml[^<>]{{0,500}}>", re.IGNORECASE
)
_OPENER = re.compile(r"<!--|<(?:script|style)\b", re.IGNORECASE)
_CLOSERS = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\s{0,9}>", re.IGNORECASE),
    "<style": re.compile(r"</style\s{0,9}>", re.IGNORECASE),
}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SPACES = re.compile("[\t\xa0\u3000]+")
_FILLER = re.compile("[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc]")
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"
_EMOJI_JOINER = re.compile(f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])")
"""Not seen itself, but it makes one family of four faces."""
_ROUNDS = 4


def strip(lines: Sequence[InputLine]) -> tuple[Sequence[InputLine], list[str | None]]:
    """The lines, and for each its text without mark-up; None for a blank line, "" for one that held only mark-up."""
    seen = [invisible(line.text) for line in lines]
    last = {opener: _last_line(seen, closer) for opener, closer in _CLOSERS.items()}
    texts: list[str | None] = []
    inside = ""
    for number, text in enumerate(seen):
        if not text.strip():
            texts.append(None)
            continue
        if inside or "<" in text:
            text, inside = _shown(text, inside, {opener for opener, at in last.items() if at > number})
        if "<" in text or "&" in text:
            text = tags_and_entities(text)
        texts.append(text if text.strip() else "")
    return lines, texts


def _last_line(texts: Sequence[str], closer: re.Pattern[str]) -> int:
    """The last line on which scripts, styles or comments end; without one they never began."""
    return max((number for number, text in enumerate(texts) if ">" in text and closer.search(text)), default=-1)


def _shown(text: str, inside: str, closing: set[str]) -> tuple[str, str]:
    """The text outside scripts, styles and comments, and what is still open at its end.

    `closing`: the openers that a later line closes; one that nothing closes hides nothing.
    """
    kept: list[str] = []
    at = 0
    while True:
        if inside:
            closed = _CLOSERS[inside].search(text, at)
            if not closed:
                return "".join(kept), inside
            inside, at = "", closed.end()
        opened = _OPENER.search(text, at)
        if not opened:
            return "".join(kept) + text[at:], ""
        inside = opened[0].lower()
        if inside not in closing and not _CLOSERS[inside].search(text, opened.end()):
            return "".join(kept) + text[at:], ""
        kept.append(text[at : opened.start()])
        at = opened.end()


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
    """Zero-width characters, controls and fillers go, but not those inside an emoji; every space stays a space."""
    if text.isprintable() or _SPACES.sub("", text).isprintable():
        return text if text.isascii() or not _FILLER.search(text) else _FILLER.sub("", text)
    return "\u200d".join(part.translate(_SEEN) for part in _EMOJI_JOINER.split(text))


class _Seen(dict[int, int | None]):
    """A translation that drops what is not seen, and remembers each character's answer."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if _is_seen(chr(code)) else None
        return self[code]


_SEEN = _Seen()


def _is_seen(char: str) -> bool:
    if _FILLER.match(char):
        return False
    return char in "\t\u3000" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
