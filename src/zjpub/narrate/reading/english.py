"""English text as an English voice should meet it: rules in order, each a table and a small function."""

from __future__ import annotations

import re

from zjpub.narrate.reading.acronyms import read_tokens
from zjpub.narrate.reading.amounts_en import amounts, units
from zjpub.narrate.reading.characters import powers, sweep
from zjpub.narrate.reading.clock_en import clock
from zjpub.narrate.reading.codes_en import codes
from zjpub.narrate.reading.dates_en import dates, months
from zjpub.narrate.reading.fractions_en import fractions
from zjpub.narrate.reading.han_en import romanised
from zjpub.narrate.reading.numbers_en import DIGITS, digits
from zjpub.narrate.reading.rules import rewrite, rules, strongest
from zjpub.narrate.reading.shorthand_en import symbols
from zjpub.narrate.reading.web import addresses
from zjpub.narrate.reading.words_en import abbreviations

_SIGNS = rules(
    (
        (r"#(?=\d)", "number "),
        (r"(?<![A-Za-z])C#", "C sharp"),
        (r"§ ?(?=\d)", "section "),
        (r"¶ ?(?=\d)", "paragraph "),
        (r"(?<=\d)¢ ?[-–—] ?(?=\d+ ?¢)", " to "),
        (r"(?<![\d.,])1 ?¢", "1 cent"),
        (r"(?<=\d) ?¢", " cents"),
        (r" ?= ?", " equals "),
        (r" ?± ?(?=[\d.])", " plus or minus "),
        (r"<(/?[A-Za-z][A-Za-z0-9]*(?: [ -;=?-~]*)?)>", r" \1 "),
        (r"(?<=\w) ?-> ?", " to "),
        (r" ?& ?", " and "),
        (r" ?@ ?", " at "),
        (r" ?≥ ?", " at least "),
        (r" ?≤ ?", " at most "),
        (r" ?[≈≒] ?", " about "),
        (r" ?≠ ?", " is not equal to "),
        (
            r"(?<=\d) ?> ?(?=-?[\d.])|(?<=(?<![A-Za-z])[A-Za-z]|[\d)%]) ?> ?(?=-?[A-Za-z(\d](?![A-Za-z]))",
            " is greater than ",
        ),
        (
            r"(?<=\d) ?< ?(?=-?[\d.])|(?<=(?<![A-Za-z])[A-Za-z]|[\d)%]) ?< ?(?=-?[A-Za-z(\d](?![A-Za-z]))",
            " is less than ",
        ),
        (r" ?> ?(?=-?[\d.])", " over "),
        (r" ?< ?(?=-?[\d.])", " under "),
        (r" ?÷ ?", " divided by "),
        (r"√ ?(?=[\w(])", "the square root of "),
        (r"∠ ?(?=[A-Zαβγθ\d])", "angle "),
        (r"△ ?(?=[A-Z])", "triangle "),
        (r"(?<=[A-Za-z]) ?∥ ?(?=[A-Za-z])", " is parallel to "),
        (r" ?⊥ ?", " is perpendicular to "),
        (r"∴ ?", "therefore "),
        (r"∞", "infinity"),
        (r"(?<=[\d)]) ?[-–] ?(?=\d+(?:\.\d+)? ?(?:=|equals))", " minus "),
        (r" ?[→⇒➜] ?", " to "),
        (r"(?<=[\w%)\"']) ?\+ ?(?=[\w(\"'])|(?<=[\w+])\+", " plus "),
    )
)
_TYPED = rules(
    (
        (r" ?-{2,} ?", ", "),
        (
            r"((?:[$€£¥] ?|\b(?:about|by|of|to|at|than|from|nearly|over|some|rose|fell|grew|reached) )\d{1,3}) ?\. "
            r"(?=\d{1,3} ?(?:%|(?:percent|per cent|million|billion|trillion)\b))",
            r"\1.",
        ),
        (r"∶(?=[0-5]\d ?[aApP]\.?[mM])", ":"),
        (r"\b(UTC|GMT) ?-(?=\d)", r"\1 minus "),
        (r"(?<=\d:\d\d)Z\b", " UTC"),
        (r"(?<=\d)(?<!\d{4}) -(?=[$€£¥]?\d)", "-"),
        (r"\b([Nn]oon|[Mm]idnight) ?[-–—] ?(?=\d)", r"\1 to "),
        (
            r"(?<![\w.])\.(\d)(?:(\d)(\d)?)?(?=[- ](?:calib(?:er|re)|handguns?|pistols?|rifles?|revolvers?|hitters?))",
            r"point \1 \2 \3 ",
        ),
    )
)
_NO_ZERO = re.compile(r"(?<![\w.)])\.(?=\d)")
_GROUPS = re.compile(r"(?<![\d.,] )(?<![\d.,-])\d{1,3}(?:(?: 000)+|(?: \d{3}){2,})(?![\d ]|[.-]\d)")
_APOSTROPHE = re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])")
_PAUSES = rules(
    (
        (r"(?:…+|\.{2,})[ \"']*\Z", "."),
        (r"…+|\.{2,}", ", "),
        (r" ?[—–]+ ?|-{2,}| - ", ", "),
        (r"[()\[\]{}（）【】〔〕［］｛｝]+", ", "),
        (r" \|+(?= )", ","),
        (r"(?<![A-Za-z])-|-(?![A-Za-z])|(?<=[A-Z])-(?=[A-Z])|[/~·_]+", " "),
        (r"[\"`*|\\^<>°#$«»“”「」『』《》]+", " "),
        (r"[，、]", ", "),
        (r"。", ". "),
    )
)
_FULL_WIDTH = str.maketrans("；：？！", ";:?!")
_HALF_DAY = re.compile(r"\b([ap])\.m(?:\.(?= *([^ ]?))|\b)")
_INNER_STOP = re.compile(r"(?<=[A-Za-z])\.(?=[A-Za-z])")
_RUN = re.compile(r" *[,;:?!.][ ,;:?!.]*")
_STRENGTH = ",:;.!?"
_KEPT = ",.;:?! '-"


def speakable(text: str) -> str:
    """One folded English sentence → words and pauses only."""
    text = rewrite(romanised(text), _TYPED)
    text = _GROUPS.sub(lambda m: m[0].replace(" ", ""), _NO_ZERO.sub("0.", addresses(text, _address)))
    text = abbreviations(symbols(months(text)))
    figures = any(map(str.isdigit, text))
    text = fractions(dates(clock(codes(powers(text))))) if figures else text
    text = rewrite(text, _SIGNS)
    text = amounts(text) if figures else text
    text = rewrite(_APOSTROPHE.sub(" ", units(text)).translate(_FULL_WIDTH), _PAUSES)
    text = _HALF_DAY.sub(lambda m: f"{m[1].upper()}M" + ("." if m[2] == "" else ""), text)
    return _tidy(sweep(read_tokens(_INNER_STOP.sub(" ", text), spaced=False), DIGITS, _KEPT))


def _address(address: str) -> str:
    said = re.sub(r"\d+", lambda m: f" {digits(m[0])} ", address).replace("www", "w w w").replace("@", " at ")
    return said.replace(".", " dot ").replace("-", " dash ").replace("_", " underscore ").replace("/", " slash ")


def _tidy(text: str) -> str:
    """One pause where several met, a space after it, none before."""
    text = _RUN.sub(lambda m: strongest(m[0], _STRENGTH) + " ", " ".join(text.split()))
    return " ".join(text.split()).lstrip(",.;:?! ").rstrip(",;: ")
