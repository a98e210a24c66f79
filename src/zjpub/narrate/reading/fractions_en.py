"""English fractions, and what only looks like one: marks out of ten, two figures for one measure."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_en import cardinal, ordinal
from zjpub.narrate.reading.units import UNITS, alternatives

APART = alternatives(symbol for symbol in UNITS if symbol not in ("in", "l", "J", "cal", "bar", "bp", "BP"))
"""Unit symbols that may stand a space away from their number."""
_NO_NOUN = (
    "he|she|they|was|were|had|has|have|and|but|for|from|into|over|under|than|that|which|who|will|would|can|could|may|might|"
    "per|each|above|below|away|apart|ahead|behind|between|during|since|until|when|while|worth|more|less|here|there|paid|"
    "spent|lost|made|given|won|sought|due|long|wide|high|deep|thick|tall|with|across|along|around|off|out|span|cover|remain|separate|"
    "stretch|divide"
)
NOUN = re.compile(
    rf" (?!(?:{_NO_NOUN})\b)"
    r"(?!\w+(?:ed|s)\b)[a-z]{3,}\b"
)
"""A noun that an amount before it describes."""
_FRACTION = re.compile(
    r"(?<![\d/.])(?:(\d{1,4})[ -])?(\d{1,6})/(\d{1,3}(?:,\d{3})+|\d{1,6})(?:(?:st|nd|rd|th)s?)?(?![\d/]|\.\d)"
    rf"(?: ?-?({APART})(?![A-Za-z0-9/²³']))?"
)
_MARKS = re.compile(r"(?<![\d/.])(\d+(?:\.\d+)?)/(5|10|20|50|100|120|150)(?![\d/]|\.\d)")
_MARKED = re.compile(r"\b(?:scor(?:ed?|es|ing)|rat(?:ed?|es|ing)|grades?|marks?)\b", re.IGNORECASE)
_PERCENTILE = re.compile(r"(?<![\d/.])(\d\d)/100(?![\d/]|\.\d)")
_LEADS_NOUN = re.compile(r"\b(?:[Aa]n?|[Tt]he) \Z")


def fractions(text: str) -> str:
    """2/3 → two thirds, 2 1/2 → two and a half; 24/7 stays what people say."""
    text = (_MARKS if _MARKED.search(text) else _PERCENTILE).sub(r"\1 out of \g<0>", text)
    return _FRACTION.sub(_fraction, re.sub(r"out of \S+/", "out of ", text))


def _fraction(match: re.Match[str]) -> str:
    whole, above, below = match[1], match[2], match[3].replace(",", "")
    said = _figures(whole, above, below)
    if not match[4]:
        return said
    unit = UNITS[match[4]]
    if not whole and 12 < int(above) < int(below):
        return f"{cardinal(above)} or {cardinal(below)} {unit.many}"
    if whole or int(above) >= int(below):
        return f"{said} {unit.many}"
    leads = _LEADS_NOUN.search(match.string, max(0, match.start() - 4), match.start())
    if above == "1" or leads or NOUN.match(match.string, match.end()):
        return f"{said} {unit.one}"
    return f"{said} of {_a(unit.one)}"


def _figures(whole: str | None, above: str, below: str) -> str:
    before = f"{whole} " if whole else ""
    shared = int(above) + int(below) == 100 and int(above) % 5 == 0
    if (above, below) in (("24", "7"), ("9", "11")) or above == below or shared:
        return f"{before}{cardinal(above)} {cardinal(below)}"
    if below == "1":
        return f"{before}{cardinal(above)} to one"
    if int(below) < 2 or (int(below) > 100 and int(below) % 100) or (int(below) > 12 and int(above) > int(below)):
        return f"{before}{cardinal(above)} over {cardinal(below)}"
    said = f"{cardinal(above)} {_part(above, below)}"
    if not whole:
        return said
    return f"{cardinal(whole)} and {_a(said[4:]) if above == '1' else said}"


def _a(noun: str) -> str:
    return f"{'an' if noun.startswith(('a', 'e', 'i', 'o', 'hour')) else 'a'} {noun}"


def _part(above: str, below: str) -> str:
    part = {"2": "half", "4": "quarter"}.get(below) or ordinal(below)
    if above == "1":
        return part
    return "halves" if part == "half" else f"{part}s"
