"""The rules about a page's lines, in a table that is read from top to bottom.

A page rule gets the page's lines and gives them back with more of them decided; it never moves a line break. Every rule
has a golden folder of its name in `tests/clean/golden/`.
"""

from __future__ import annotations

from zjpub.clean import (
    bylines,
    captions,
    chrome,
    datelines,
    flow,
    furniture,
    headings,
    imprint,
    margins,
    prints,
    prompts,
    repeats,
    titles,
    turns,
)
from zjpub.clean.page import Page
from zjpub.clean.rule import Rule

PAGE_RULES: tuple[Rule[Page], ...] = (
    Rule(
        "turn_marks",
        "“Turn to page 3” is said to a reader of paper, in the middle of a sentence.",
        turns.turn_marks,
    ),
    Rule("page_numbers", "A page number between two halves would end up inside the sentence.", furniture.page_numbers),
    Rule("prints", "When a page was printed, and from which address, is not what it says.", prints.prints),
    Rule("page_headers", "Paper, date and page number head every page, not the article.", furniture.page_headers),
    Rule(
        "dated_headers",
        "A date with its weekday or page heads a page in whatever order the paper sets them.",
        datelines.dated_headers,
    ),
    Rule("chrome", "Share, follow, editor and copyright lines belong to the site, not to the story.", chrome.chrome),
    Rule("prompts", "“Open the app” is said to a reader of the site, not by the story.", prompts.prompts),
    Rule("bylines", "Who wrote it is a fact about the article, not a sentence of it.", bylines.bylines),
    Rule("imprint", "Whence and when are facts about the article, not sentences of it.", imprint.imprint),
    Rule(
        "running_heads", "The name of a page returns on each of them and is nobody's heading.", furniture.running_heads
    ),
    Rule("captions", "A photo's words read aloud inside the text make no sense.", captions.captions),
    Rule(
        "margins",
        "A site's name over the headline would become it, and its last links would be read out.",
        margins.margins,
    ),
    Rule("title", "Plain text does not say which line is the headline.", titles.title),
    Rule("joins", "Half a sentence can be neither translated nor spoken.", flow.joins),
    Rule("headings", "Plain text does not say which lines open a section.", headings.headings),
    Rule("repeats", "A paragraph that was pasted twice must be read once.", repeats.repeats),
)
