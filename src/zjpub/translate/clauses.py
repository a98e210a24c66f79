"""Long Chinese sentences → clauses that a model can hold whole, and their English → one sentence again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_CLOSERS = "”’」』）)"
_HAN = "\u4e00-\u9fff"
_PLACES = (
    r"(?<=[；;，。！？!?])",
    r"(?<=[：:])(?!//)(?!\d)",
    r"(?<=[^\d],)",
    "(?<=——)",
    f"(?<=[。！？!?，；][{_CLOSERS}])",
    f"(?<=[{_HAN}{_CLOSERS}》] )(?=[{_HAN}“《])",  # the phrases of a headline
)
_BREAK = re.compile(f"(?:{'|'.join(_PLACES)})(?![{_CLOSERS}。，；])")
_FINE = re.compile(r"(?<=[、 ])")
_LOWERED = re.compile(
    r"(?:The|A|An|And|But|Or|In|On|At|Of|For|From|To|With|By|It|Its|They|Their|This|That|These|Those|We|Our|He|She|His|Her|"
    r"There|Which|As|So|If|When|While|Also|All|More|Some|Not|No)\b(?!['’])"
)
_ENDS = {"；": ";", ";": ";", "：": ":", ":": ":", "。": ".", "！": "!", "？": "?", "—": " —"}


def split(zh: str) -> tuple[str, ...]:
    """A sentence as clauses, each with its punctuation; `"".join` of them is the sentence."""
    return tuple(piece for piece in _BREAK.split(zh) if piece) or (zh,)


def fit(zh: str, size: Callable[[str], int], limit: int) -> tuple[str, ...]:
    """The sentence in as few parts as the limit allows: whole if it fits, at commas, then at 、, then between words."""
    if size(zh) <= limit:
        return (zh,)
    parts = [part for clause in split(zh) for part in _smaller(clause, size, limit)]
    packed: list[str] = []
    for part in parts:
        if packed and size(packed[-1] + part) <= limit:
            packed[-1] += part
        else:
            packed.append(part)
    return tuple(packed)


def _smaller(clause: str, size: Callable[[str], int], limit: int) -> Sequence[str]:
    if size(clause) <= limit:
        return (clause,)
    pieces = [piece for piece in _FINE.split(clause) if piece]
    if len(pieces) > 1:
        return [part for piece in pieces for part in _smaller(piece, size, limit)]
    at = _middle(clause)
    return [*_smaller(clause[:at], size, limit), *_smaller(clause[at:], size, limit)] if at else (clause,)


def _middle(clause: str) -> int:
    """A place near the middle that breaks no number and no Latin word; 0 if there is none."""
    half = len(clause) // 2
    places = [at for at in range(1, len(clause)) if not (clause[at - 1].isascii() and clause[at].isascii())]
    return min(places or range(1, len(clause)), key=lambda at: abs(at - half), default=0)


def join(zh: Sequence[str], en: Sequence[str]) -> str:
    """One English sentence of the clauses' translations: inner full stops become commas, inner capitals fall."""
    text = ""
    for source, clause in zip(zh, en, strict=True):
        clause = clause.strip()
        if not clause:
            continue
        if text and text[-1] not in ".!?":
            clause = _LOWERED.sub(lambda word: word[0].lower(), clause, count=1) if _LOWERED.match(clause) else clause
        text = f"{text} {clause}".strip() if text else clause
        text = _ended(text, source[-1:], last=source is zh[-1])
    return text


def _ended(text: str, mark: str, last: bool) -> str:
    if last:
        return text
    bare = text.rstrip(" .,;:")
    return bare + _ENDS.get(mark, "," if mark in "，,、 " else "")
