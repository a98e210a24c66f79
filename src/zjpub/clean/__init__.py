"""Source → Article: messy lines become titled sections, and a ledger says what became of every one of them."""

from __future__ import annotations

from collections.abc import Mapping

from zjpub.clean.assemble import article
from zjpub.clean.page import read
from zjpub.clean.page_rules import PAGE_RULES
from zjpub.clean.remembering import forget
from zjpub.model import Article, Fate, Source

__all__ = ["clean"]


def clean(source: Source, forced: Mapping[int, Fate] | None = None) -> Article:
    """The cleaned article; `forced` maps input lines to the fates a person decided. Raises ArticleError."""
    forget()
    page = read(source.lines, forced or {})
    for rule in PAGE_RULES:
        page = rule.apply(page)
    return article(source, page)
