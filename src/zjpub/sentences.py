"""Chinese text → sentences, and sentences → text. Shared by every stage, since the sentence is the unit of everything.

Rules, not a model: nothing is downloaded, and `"".join` of the result is the text again, white space aside.
"""

from __future__ import annotations

import re

_CLOSERS = "”’」』）)】》〉〕］]\"'"
_CLOSED = f"[{re.escape(_CLOSERS)}]*"
_STOPS = ("。", "！", "？", "!", r"\?", "…", r"\.\.\.{1,4}")
_STOP = re.compile("|".join(rf"{stop}(?:[。！？!?…]|\.{{3,6}})*{_CLOSED}" for stop in _STOPS) + rf"|\.{_CLOSED}(?=\s)")
"""Each alternative begins with one character: `re` looks for these at once, and else tries each at every place."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|Nos|vs|etc|e\.g|i\.e|Inc|Ltd|Co|Corp|Fig|Vol|U\.S))\.$"
)
_SPEECH = re.compile(
    r"^[^。！？!?…“”「」]{0,40}?"
    r"(?:[说說]|道|[问問]|答|表示|介[绍紹]|[认認][为為]|指出|[强強][调調]|回[忆憶]|感慨|坦言|直言|笑[称稱]|[补補]充|解[释釋]|透露"
    r"|告[诉訴]|[讲講]述|感[叹嘆歎]|呼[吁籲]|提醒|建[议議]|[写寫]道|喊)"
    r"(?:[^。！？!?…“”「」]{0,6})[。！？!?…]"
)
_NUMBER = re.compile(r"\s*[（(]?(?:\d{1,3}|[a-z]|[ivx]{2,4})")
"""What stands before the stop of a list item: `1.`, `b.`, `iii.`; it belongs to what follows."""
_BRACKET = re.compile("[（(《]")
_OPENERS = "“‘「『（(【《〈〔［["

CELL = " | "
"""Between the cells of a table's row: something visible, so that two numbers never run together."""

_AHEAD, _LONGEST = 80, 1000
"""How far ahead a sentence's end is judged, and from which length on nothing can keep it open."""


def split(text: str) -> tuple[str, ...]:
    """Split one paragraph into sentences, each stripped, none empty.

    A closing quote or bracket stays with its sentence; a decimal, an abbreviation and an ellipsis before a lower-case
    or comma continuation do not end one; `“…。”某某说。` stays together, since neither half can be translated alone.
    """
    pieces: list[str] = []
    start = 0
    bracketed = bool(_BRACKET.search(text))
    for match in _STOP.finditer(text):
        end = match.end()
        if _continues(text, start, match, bracketed):
            continue
        pieces.append(text[start:end])
        start = end
    pieces.append(text[start:])
    return tuple(piece.strip() for piece in _with_speakers(pieces) if piece.strip())


def _continues(text: str, start: int, match: re.Match[str], bracketed: bool) -> bool:
    """Whether the sentence goes on after what looks like its end."""
    rest = text[match.end() : match.end() + _AHEAD].lstrip()
    if not rest:
        return False
    stop = match.group().rstrip(_CLOSERS)
    if stop == "." and (
        _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start() + 1]) or rest[0].islower()
    ):
        return True
    if stop == "." and _NUMBER.fullmatch(text, start, match.start()):
        return True
    if rest[0] in "，,、；;：:—～~·" or rest[0] in _CLOSERS:
        return True
    if match.group()[-1] in "》〉":
        return True
    if match.end() - start > _LONGEST:
        return False
    inside = text[start : match.end()]
    if bracketed and _is_open(inside):
        return True
    if (stop[0] in "…." and len(stop) > 1) or stop[0] == "…":
        return rest[0] not in _OPENERS and not inside.rstrip().endswith(tuple(_CLOSERS)) and len(inside) < 12
    # `“快来！”他喊` and `“一带一路！”建设`: the quote is a word of the sentence, not the end of it.
    return match.group()[-1] in "”’」』" and stop[0] in "！？!?" and rest[0] in "的了地等和与是"


def _is_open(text: str) -> bool:
    """Whether a bracket or a title's mark was opened and not closed."""
    brackets = text.count("（") + text.count("(") > text.count("）") + text.count(")")
    return brackets or text.count("《") > text.count("》")


def _with_speakers(pieces: list[str]) -> list[str]:
    """Join `某某说。` to the quotation before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1].rstrip()[-1:] in ("”", "」", "’", "』") and _SPEECH.match(piece.lstrip()):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def join(sentences: tuple[str, ...] | list[str]) -> str:
    """The paragraph again: sentences side by side, with a space only where two Latin ones meet."""
    text = ""
    for sentence in sentences:
        if text and text[-1].isascii() and sentence[:1].isascii():
            text += " "
        text += sentence
    return text
