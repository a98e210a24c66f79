"""Paragraph rules about widths and spaces, and what else the spaces in a line tell.

Each rule is text → text and idempotent.
"""

from __future__ import annotations

import re
import unicodedata

from zjpub.clean.punctuation import CJK, HAN

_cjk = re.compile(f"[{CJK}]")

WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
WIDE |= {ord("％"): "%", ord("｡"): "。", ord("｢"): "「", ord("｣"): "」", ord("､"): "、", ord("･"): "·"}
WIDE |= {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xFB00, 0xFB07), *range(0xF900, 0xFB00))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
_ANY_WIDE = re.compile(f"[{''.join(map(chr, WIDE))}．]")
_WIDE_DOT = re.compile(r"(?<=\d)．(?=\d)")


def widths(text: str) -> str:
    """Full-width letters and digits become half-width; look-alikes from PDF fonts become what they look like."""
    return _WIDE_DOT.sub(".", text.translate(WIDE)) if _ANY_WIDE.search(text) else text


_SPACE = re.compile(r"[\s\u3000\xa0]+")
_CJK_GAP = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])")
_MIXED = re.compile(rf"(?<=[{HAN}])( ?)(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])( ?)(?=[{HAN}])")
_MIXED_GAP = re.compile(rf"(?<=[{CJK}]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[{CJK}])")
_CLOSE_UP = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_HAN_GAP = re.compile(rf"(?<=[{CJK}])\s+(?=[{CJK}])")
_NAMES_IN_BRACKETS = re.compile(r"[^（(。]{0,16}[（(][^（()）]{0,40}(?:[)）]|$)")
_PUNCTUATION_GAP = re.compile(r" (?=[，。、；：？！”’」』）》】〉…])|(?<=[，。、；：？！“‘「『（《【〈]) ")
_DIGIT_GAP = re.compile(r"(?<=\d) (?=\d|\.\d|%)|(?<=\d\.) (?=\d)")
_ONE_SPACE = re.compile(r"(?<=\S)[ \u3000\xa0](?=\S)")


def spaces(text: str) -> str:
    """Spaces between Chinese characters go; those between Chinese and Latin stay where a writer put them throughout,
    and go where they came with the noise."""
    if _is_tight(text):
        return text
    spaced = spaced_out(text)
    text = _SPACE.sub(" ", _ONE_SPACE.sub("", text) if spaced else text).strip()
    if " " not in text:
        return text
    noisy = spaced or bool(_CJK_GAP.search(text))
    text = _PUNCTUATION_GAP.sub("", _CJK_GAP.sub("", text))
    if noisy and (spaced or not _deliberate(text)):
        text = _MIXED_GAP.sub("", _DIGIT_GAP.sub("", text))
    return text


def _is_tight(text: str) -> bool:
    """Whether there is no white space in it; of all spaces, only the common one is printable."""
    return " " not in text and (text.isprintable() or not _SPACE.search(text))


def close_up(text: str) -> str:
    """The text without the spaces that stand beside Chinese characters; what is left is its printed length."""
    return _CLOSE_UP.sub("", text) if " " in text or "\u3000" in text else text


def printed(text: str) -> int:
    """How long the line is in print: spaces among Chinese characters came later, unless they part names in brackets."""
    if " " not in text and "\u3000" not in text:
        return len(text)
    bracket = _NAMES_IN_BRACKETS.match(text)
    start = bracket.end() if bracket else 0
    return start + len(_HAN_GAP.sub("", text[start:]))


_NOT_WORDS = re.compile(r"[\s\u3000,.;:?!\"'()，。；：？！、“”（）《》]+")


def spaced_out(text: str) -> bool:
    """Whether the text is set with a space after nearly every character."""
    pieces = text.split()
    singles = sum(len(piece) == 1 for piece in pieces)
    if singles >= 5 and 0.5 * len(pieces) <= singles < 0.75 * len(pieces):
        pieces = list(filter(None, _NOT_WORDS.split(text)))
        singles = sum(len(piece) == 1 for piece in pieces)
    return singles >= 5 and singles >= 0.75 * len(pieces)


def _deliberate(text: str) -> bool:
    gaps = [bool(found[1] or found[2]) for found in _MIXED.finditer(text)]
    return len(gaps) >= 2 and sum(gaps) >= 0.8 * len(gaps)


_WIDE_GAP = re.compile(r"\s{2,}|[\u3000\t]")


def is_spread(text: str) -> bool:
    """Whether a space stands after every character."""
    return " " in text and spaced_out(text)


def unspread(text: str) -> str:
    """A line set with a space after every character, closed up; wider gaps in it become one space."""
    if not is_spread(text):
        return text
    return " ".join(map(spaces, filter(None, _WIDE_GAP.split(widths(text)))))


def one_space(text: str) -> str:
    """White space in a row becomes one space, and beside a mark none."""
    return _PUNCTUATION_GAP.sub("", _SPACE.sub(" ", text).strip())


def phrases(text: str) -> str:
    """A headline: one space between its phrases, none inside them."""
    made = ""
    for piece in text.split():
        made += " " * (bool(made) and _sets_apart(made, piece)) + piece
    return made


def _sets_apart(before: str, piece: str) -> bool:
    if not (_cjk.match(before[-1]) and _cjk.match(piece[0])):
        return not (before[-1].isdigit() and piece[0].isdigit())
    return min(len(before.rsplit(" ", 1)[-1]), len(piece)) >= 2
