"""Paragraph rules about punctuation: the marks and quotation marks that a Chinese page would have.

Each rule is text → text and idempotent.
"""

from __future__ import annotations

import re

HAN = "\u3007\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
CJK = (
    HAN + "\u3001-\u3003\u3008-\u3011\u3014-\u301b\u2014\u2018\u2019\u201c\u201d\u2026\uff01-\uff0f\uff1a-\uff1f\uff5e"
)
_han = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_cjk = re.compile(f"[{CJK}]")

_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
OPEN_MARK = re.compile(r";|\?|!|\.(?!(?<=\d\.)\d)|:(?!(?<=\d:)\d)|,(?!(?<=\d,)\d{3}(?!\d))")
"""A mark that does not stand inside a number. Here and below each alternative begins with one character, which `re`
looks for at once; a set among them would make it try each alternative at every place."""
_AFTER_CHINESE = re.compile(
    "|".join(rf"{re.escape(mark)}(?<=[{CJK}].)" for mark in ",;:?!")
    + rf"|\.(?<=[{CJK}].)(?!(?<=\.)[a-z][a-z0-9]{{1,4}}(?![A-Za-z0-9]))"
)
"""Marks that one look is enough for, but for the dot of a file's name."""
_DOTS = re.compile(r"\.{3,}|。{3,}")
_DASHES = re.compile(r"-{2,}|—-+")
_PARENS = re.compile(r"\(([^()]*)\)")
_TITLE_MARKS = re.compile(rf"<<?(?!\s?[\d=])([^<>]{{0,60}}[{HAN}][^<>]{{0,60}})>?>")
_PROTECTED = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+", re.ASCII)
_OPEN_BRACKET = re.compile(rf"\((?=[{CJK}])")
_LAST_BRACKET = re.compile(rf"\((?=[{CJK}])|(?<=[{CJK}])\(")
_CLOSE_BRACKET = re.compile(rf"(?<=[{CJK}])\)")
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
    text = _AFTER_CHINESE.sub(lambda found: _TO_FULL[found[0]], text)
    if not OPEN_MARK.search(text):
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
    for found in OPEN_MARK.finditer(text, start, end):
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
    chinese = sum(map(len, _HAN_RUN.findall(text)))
    return chinese * 2 > len(text) or chinese * 2 > sum(map(str.isalpha, text))


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
