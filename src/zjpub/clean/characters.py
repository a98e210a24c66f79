"""Paragraph rules: one paragraph in, the same words out, written as a Chinese page writes them.

Each rule is text → text and idempotent. They change how words are written, never which words there are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = "\u3007\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CJK = (
    HAN + "\u3001-\u3003\u3008-\u3011\u3014-\u301b\u2014\u2018\u2019\u201c\u201d\u2026\uff01-\uff0f\uff1a-\uff1f\uff5e"
)
_han = re.compile(f"[{HAN}]")
_cjk = re.compile(f"[{_CJK}]")

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE |= {ord("％"): "%", ord("｡"): "。", ord("｢"): "「", ord("｣"): "」", ord("､"): "、", ord("･"): "·"}
_WIDE |= {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xFB00, 0xFB07), *range(0xF900, 0xFB00))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
_ANY_WIDE = re.compile(f"[{''.join(map(chr, _WIDE))}．]")
_WIDE_DOT = re.compile(r"(?<=\d)．(?=\d)")


def widths(text: str) -> str:
    """Full-width letters and digits become half-width; look-alikes from PDF fonts become what they look like."""
    return _WIDE_DOT.sub(".", text.translate(_WIDE)) if _ANY_WIDE.search(text) else text


_SPACE = re.compile(r"[\s\u3000\xa0]+")
_SINGLE = re.compile(r"(?:^|(?<=\s))\S(?=\s|$)")
_CJK_GAP = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_MIXED = re.compile(rf"(?<=[{HAN}])( ?)(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])( ?)(?=[{HAN}])")
_MIXED_GAP = re.compile(rf"(?<=[{_CJK}]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[{_CJK}])")
_CLOSE_UP = re.compile(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_HAN_GAP = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])")
_NAMES_IN_BRACKETS = re.compile(r"[^（(。]{0,16}[（(][^（()）]{0,40}(?:[)）]|$)")
_PUNCTUATION_GAP = re.compile(r" (?=[，。、；：？！”’」』）》】〉…])|(?<=[，。、；：？！“‘「『（《【〈]) ")
_DIGIT_GAP = re.compile(r"(?<=\d) (?=\d|\.\d|%)|(?<=\d\.) (?=\d)")
_ONE_SPACE = re.compile(r"(?<=\S)[ \u3000\xa0](?=\S)")


def spaces(text: str) -> str:
    """Spaces between Chinese characters go; those between Chinese and Latin stay where a writer put them throughout,
    and go where they came with the noise."""
    if not _SPACE.search(text):
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


_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_MARK = re.compile(r"[,;:?!.]")
_DOTS = re.compile(r"\.{3,}|。{3,}")
_DASHES = re.compile(r"-{2,}|—-+")
_PARENS = re.compile(r"\(([^()]*)\)")
_TITLE_MARKS = re.compile(rf"<<?(?!\s?[\d=])([^<>]{{0,60}}[{HAN}][^<>]{{0,60}})>?>")
_PROTECTED = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+", re.ASCII)
_OPEN_BRACKET = re.compile(rf"\((?=[{_CJK}])")
_LAST_BRACKET = re.compile(rf"\((?=[{_CJK}])|(?<=[{_CJK}])\(")
_CLOSE_BRACKET = re.compile(rf"(?<=[{_CJK}])\)")
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_LIST_NUMBER = re.compile(r"^\s*[(（]?(?:\d{1,3}|[A-Za-z])\.")


def punctuation(text: str) -> str:
    """Half-width punctuation among Chinese words becomes full-width; numbers, addresses and English stay."""
    if not _han.search(text):
        return text
    text = _DASHES.sub("——", _DOTS.sub("……", text)) if "..." in text or "--" in text or "。。。" in text else text
    if "(" in text or ")" in text:
        text = _brackets(text)
    if "<" in text:
        text = _TITLE_MARKS.sub(r"《\1》", text)
    if not _MARK.search(text):
        return text
    mostly = _mostly_chinese(text)
    pieces, at = [], _after_number(text)
    for found in _PROTECTED.finditer(text):
        pieces += [_full_between(text, at, found.start(), mostly), found[0]]
        at = found.end()
    return text[: _after_number(text)] + "".join(pieces) + _full_between(text, at, len(text), mostly)


def _after_number(text: str) -> int:
    """Where a list number and its dot end."""
    number = _LIST_NUMBER.match(text)
    return number.end() if number else 0


def _full_between(text: str, start: int, end: int, mostly: bool) -> str:
    """A stretch of the text with its marks set right by what stands beside them."""
    made, at = [], start
    for found in _MARK.finditer(text, start, end):
        made += [text[at : found.start()], _full(text, found.start(), mostly)]
        at = found.end()
    return "".join(made) + text[at:end]


def _brackets(text: str) -> str:
    def pair(found: re.Match[str]) -> str:
        beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        return f"（{found[1]}）" if _cjk.search(found[1]) or _cjk.search(beside) else found[0]

    text = _PARENS.sub(pair, text)
    closed = text.rfind(")")
    text = _OPEN_BRACKET.sub("（", text[: closed + 1]) + _LAST_BRACKET.sub("（", text[closed + 1 :])
    return _CLOSE_BRACKET.sub("）", text)


def _full(text: str, at: int, mostly: bool) -> str:
    """The mark at a place, full-width if it stands among Chinese words; `mostly`: the whole text is Chinese."""
    mark = text[at]
    before = text[max(0, at - 12) : at].rstrip(" ,;:?!.")[-1:] or text[max(0, at - 1) : at]
    after = text[at + 1 : at + 12].lstrip(" ,;:?!.")[:1] or text[at + 1 : at + 2]
    if before.isdigit() and after.isdigit() and (mark in ".:" or _THOUSANDS.match(text, at)):
        return mark
    if mark == ".":
        return "。" if _ends_chinese(text, at, before, after, mostly) else mark
    if _cjk.match(before) or _cjk.match(after):
        return _TO_FULL[mark]
    tight = not text[at + 1 : at + 2].isspace() and mark in ",;"
    return _TO_FULL[mark] if tight and mostly else mark


_FILE_END = re.compile(r"\.[a-z][a-z0-9]{1,4}(?![A-Za-z0-9])")
_ENGLISH = re.compile(r"[A-Za-z][\x20-\x7e]* [\x20-\x7e]*$")


def _ends_chinese(text: str, at: int, before: str, after: str, mostly: bool) -> bool:
    """Whether a half-width dot is the stop of a Chinese sentence."""
    if _cjk.match(before):
        return not _FILE_END.match(text, at)
    if _ENGLISH.search(text[max(0, at - 60) : at]):
        return False
    return bool(_cjk.match(after)) or (not after and mostly)


def _mostly_chinese(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(_han.findall(text)) * 2 > letters


_QUOTES = re.compile(r'["“”]|(?<![A-Za-z0-9])\'|\'(?![A-Za-z])')


def quotes(text: str) -> str:
    """Straight quotes in Chinese become opening and closing ones, in turn; apostrophes stay."""
    if ('"' not in text and "'" not in text) or not _mostly_chinese(text):
        return text
    opened = {'"': False, "'": False}

    def turn(found: re.Match[str]) -> str:
        mark = found[0]
        kind = "'" if mark == "'" else '"'
        last = not text[found.end() :].strip("”’）)。 ") if found.end() > len(text) - 4 else False
        opened[kind] = mark == "“" or (mark != "”" and not opened[kind] and not (last and found.start() > 0))
        if mark in "“”":
            return mark
        return ("‘’" if kind == "'" else "“”")[not opened[kind]]

    return _QUOTES.sub(turn, text)


_ROUNDS = 4
_REMEMBERED = 4096
"""Rules look at the same lines again and again, and messy pages repeat theirs."""
_UNDECIDED = re.compile(r"[,;:?!()\"']|\.(?!\d)|\s|。{3}")
_WORK = re.compile(f"[{''.join(map(chr, _WIDE))}．\\s\u3000\"',.:;?!()<>-]|。。。")


@lru_cache(maxsize=_REMEMBERED)
def tidy(text: str) -> str:
    """All paragraph rules, in the order of the table."""
    if not _WORK.search(text):
        return text
    for _ in range(_ROUNDS):
        before = text
        for rule in (widths, spaces, quotes, punctuation, spaces):
            text = rule(text)
        if text == before or not _UNDECIDED.search(text):
            break
    return text


_WIDE_GAP = re.compile(r"\s{2,}|[\u3000\t]")
_LINE = 90


def unspread(text: str) -> str:
    """A line set with a space after every character, closed up; wider gaps in it become one space."""
    if " " not in text or not spaced_out(text):
        return text
    return " ".join(map(spaces, filter(None, _WIDE_GAP.split(widths(text)))))


@lru_cache(maxsize=_REMEMBERED)
def view(text: str) -> str:
    """A line for rules to look at: tidy, but the spaces that set names and phrases apart are still there."""
    if not _WORK.search(text):
        return text
    if len(text) > 2 * _LINE or text.rstrip("”’」』）)").endswith(("。", ".")):
        return tidy(text)
    text = _PUNCTUATION_GAP.sub("", _SPACE.sub(" ", widths(text)).strip())
    return _PUNCTUATION_GAP.sub("", punctuation(quotes(text)))


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
