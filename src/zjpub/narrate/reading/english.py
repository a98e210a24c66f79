"""English text as an English voice should meet it: rules in order, each a table and a small function."""

from __future__ import annotations

import re

from zjpub.narrate.reading.acronyms import read_tokens
from zjpub.narrate.reading.amounts_en import amounts, fractions
from zjpub.narrate.reading.characters import powers, sweep
from zjpub.narrate.reading.codes_en import codes
from zjpub.narrate.reading.dates_en import dates
from zjpub.narrate.reading.numbers_en import DIGITS, digits
from zjpub.narrate.reading.web import addresses
from zjpub.narrate.reading.words_en import abbreviations

_SIGNS = (
    (re.compile(r"#(?=\d)"), "number "),
    (re.compile(r"(?<![A-Za-z])C#"), "C sharp"),
    (re.compile(r" ?& ?"), " and "),
    (re.compile(r" ?@ ?"), " at "),
    (re.compile(r" ?≥ ?"), " at least "),
    (re.compile(r" ?≤ ?"), " at most "),
    (re.compile(r" ?[≈≒] ?"), " about "),
    (re.compile(r" ?≠ ?"), " is not equal to "),
    (re.compile(r" ?= ?"), " equals "),
    (re.compile(r" ?> ?(?=[\d.])"), " over "),
    (re.compile(r" ?< ?(?=[\d.])"), " under "),
    (re.compile(r" ?÷ ?"), " divided by "),
    (re.compile(r" ?[→⇒➜] ?"), " to "),
    (re.compile(r"(?<=[\w%)\"']) ?\+ ?(?=[\w(\"'])|(?<=[\w+])\+"), " plus "),
)
_APOSTROPHE = re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])")
_PAUSES = (
    (re.compile(r"…+|\.{2,}"), ", "),
    (re.compile(r" ?[—–―]+ ?|-{2,}| - "), ", "),
    (re.compile(r"[()\[\]{}（）【】〔〕［］｛｝]+"), ", "),
    (re.compile(r"(?<![A-Za-z])-|-(?![A-Za-z])|[/~·_]+"), " "),
    (re.compile(r"[\"`*|\\^<>°#$«»“”「」『』《》]+"), " "),
    (re.compile(r"[，、]"), ", "),
    (re.compile(r"[。．]"), ". "),
)
_FULL_WIDTH = str.maketrans("；：？！", ";:?!")
_RUN = re.compile(r" *[,;:?!.](?:[ ,;:?!.]*[,;:?!.])?")
_STRENGTH = ",:;.!?"
_KEPT = ",.;:?! '-"
_DOTTED_HALF = re.compile(r"\b([ap])\.m\.(?=\s*(.?))")


def speakable(text: str) -> str:
    """One folded English sentence → words and pauses only."""
    text = abbreviations(addresses(text, _address))
    if any(char.isdigit() for char in text):
        text = amounts(_signs(fractions(dates(codes(powers(text))))))
    else:
        text = _signs(text)
    text = _APOSTROPHE.sub(" ", text).translate(_FULL_WIDTH)
    for pattern, word in _PAUSES:
        text = pattern.sub(word, text)
    return _tidy(sweep(read_tokens(text, spaced=False), DIGITS, _KEPT))


def _signs(text: str) -> str:
    for pattern, word in _SIGNS:
        text = pattern.sub(word, text)
    return text


def _address(address: str) -> str:
    said = re.sub(r"\d+", lambda m: f" {digits(m[0])} ", address)
    return (
        said.replace("www", "w w w")
        .replace("@", " at ")
        .replace(".", " dot ")
        .replace("-", " dash ")
        .replace("_", " underscore ")
    )


def _tidy(text: str) -> str:
    text = _DOTTED_HALF.sub(lambda m: f"{m[1].upper()}M" + ("." if not m[2] else ""), text)
    text = _RUN.sub(lambda m: max(re.sub(r"\s", "", m[0]), key=_STRENGTH.find) + " ", " ".join(text.split()))
    text = " ".join(text.split()).lstrip(",.;:?! ")
    return text[:-1] + "." if text.endswith((",", ":", ";")) else text
