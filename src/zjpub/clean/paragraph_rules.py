"""The rules about one paragraph's text, in a table that is read from top to bottom, and all of them together.

A paragraph rule gets the text of one paragraph and gives it back as a Chinese page writes it: it changes how words are
written, never which words there are. Every rule has a golden folder of its name in `tests/clean/golden/`.
"""

from __future__ import annotations

import re

from zjpub.clean import characters, punctuation
from zjpub.clean.punctuation import OPEN_MARK
from zjpub.clean.remembering import remembered
from zjpub.clean.rule import Rule

PARAGRAPH_RULES: tuple[Rule[str], ...] = (
    Rule(
        "widths",
        "１２ and 12 are one number, and PDF fonts hide common characters behind look-alikes.",
        characters.widths,
    ),
    Rule("spaces", "Spaces between Chinese characters come from justified print and break words.", characters.spaces),
    Rule("quotes", "Straight quotes do not say where speech begins and ends.", punctuation.quotes),
    Rule("punctuation", "Half-width stops among Chinese words hide where sentences end.", punctuation.punctuation),
)

_ROUNDS = 4
_UNDECIDED = re.compile(r",|;|:|\?|!|\(|\)|\"|'| |\.(?!\d)|。。。")
_ANY_WORK = re.compile(f"[{''.join(map(chr, characters.WIDE))}．\\s\u3000\"',.:;?!()<>-]|。。。")
_ALWAYS_WORK = re.compile(f"[{''.join(map(chr, characters.WIDE))}．\\s\u3000\"'()<>]")
_WORK = re.compile(f"{OPEN_MARK.pattern}|--|—-|。。。")


def _has_work(text: str) -> bool:
    """Whether any rule can change it; the quick look first."""
    return bool(_ANY_WORK.search(text)) and bool(_ALWAYS_WORK.search(text) or _WORK.search(text))


@remembered
def tidy(text: str) -> str:
    """All paragraph rules, in the order of the table."""
    if not _has_work(text):
        return text
    for _ in range(_ROUNDS):
        before = text
        for rule in PARAGRAPH_RULES:
            text = rule.apply(text)
        text = characters.spaces(text)  # what is Chinese punctuation only now wants no space beside it
        if text == before or not _UNDECIDED.search(text):
            break
    return text


_LINE = 90


@remembered
def view(text: str) -> str:
    """A line for rules to look at: tidy, but the spaces that set names and phrases apart are still there."""
    if not _has_work(text):
        return text
    if len(text) > 2 * _LINE or text.rstrip("”’」』）)").endswith(("。", ".")):
        return tidy(text)
    marked = punctuation.punctuation(punctuation.quotes(characters.one_space(characters.widths(text))))
    return characters.one_space(marked)
