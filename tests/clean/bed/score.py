"""How near a cleaned article comes to the truth, figure by figure, each from 0 to 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from bed.mess import Messy
from rapidfuzz.distance import LCSseq

from zjpub.model import Article

MEASURES = (
    "paragraphs",
    "retention",
    "leakage",
    "headings",
    "title",
    "byline",
    "captions",
    "truncated",
    "ledger",
    "facts",
)


def score(article: Article, messy: Messy) -> Mapping[str, float]:
    """All figures of one article."""
    truth = messy.truth
    made = [paragraph for section in article.sections for paragraph in section.paragraphs]
    want_text = _bare("".join(text for kind, text in truth.body if kind == "paragraph"))
    made_text = _bare("".join(paragraph.text for paragraph in made))
    common = LCSseq.similarity(want_text, made_text)
    fates = {entry.line: entry.fate for entry in article.ledger}
    return {
        "paragraphs": f1((p.text for p in made), (text for kind, text in truth.body if kind == "paragraph")),
        "retention": common / max(1, len(want_text)),
        "leakage": common / max(1, len(made_text)),
        "headings": f1(
            (s.heading.zh for s in article.sections if s.heading),
            (text for kind, text in truth.body if kind == "heading"),
        ),
        "title": float(_bare(article.title.zh) == _bare(truth.title)),
        "byline": f1(article.byline, truth.byline),
        "captions": f1(
            (f"{c.sentence.zh}|{c.credit}" for c in article.captions),
            (f"{text}|{credit}" for text, credit in truth.captions),
        ),
        "truncated": f1((p.text for p in made if p.truncated), messy.truncated),
        "ledger": sum(fates.get(line) == fate for line, fate in messy.fates.items()) / len(messy.fates),
        "facts": (float(article.source == truth.source) + float(article.date == truth.date)) / 2,
    }


def overall(figures: Mapping[str, float]) -> float:
    """The mean of all figures."""
    return sum(figures.values()) / len(figures)


def f1(made: Iterable[str], wanted: Iterable[str]) -> float:
    """F1 of two lists, each entry counted as often as it stands there; white space does not count."""
    have, want = Counter(map(_bare, made)), Counter(map(_bare, wanted))
    if not have and not want:
        return 1.0
    hits = (have & want).total()
    return 2 * hits / (have.total() + want.total())


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
