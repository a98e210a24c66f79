"""An article's sentences in English, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zjpub.model.words import Origin

UNTRANSLATED = "[Not translated]"
"""The English of a sentence that nobody translated (origin `none`): shown and spoken, so that no gap is silent."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about one sentence, in words for people. Codes: c- clean, t- translation, n- narration, e- edition."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in both languages: where the English came from, what made it, and what is doubtful about it."""

    id: str
    zh: str
    en: str
    origin: Origin
    engine: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """Every sentence of an article, by sentence id."""

    lines: Mapping[str, Line]
