"""A term that the machine said in its own words, put into the glossary's: for engines that mixed input confuses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub.translate.interface import Effort, Translator

_FEW = Effort(beam=4, hypotheses=4)
_SHORTEST = 4
_EDGES = " .,;:!?\"'"


def own_words(terms: Sequence[str], engine: Translator) -> dict[str, tuple[str, ...]]:
    """What the engine calls each term when asked for nothing else, the longest wording first."""
    found = zip(terms, engine.translate(list(terms), _FEW) if terms else [], strict=True)
    return {
        term: tuple(sorted({_bare(text) for text in said}, key=lambda text: (-len(text), text))) for term, said in found
    }


def _bare(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", text.strip(_EDGES), flags=re.IGNORECASE)


def reworded(en: str, own: Sequence[str], english: str, times: int) -> str:
    """The English with the engine's wording of a term replaced, as often as the Chinese has it, by the glossary's."""
    for words in own:
        if len(words) >= _SHORTEST and words.lower() != english.lower():
            pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
            text = pattern.sub(lambda _: english, en, count=times)
            if text != en:
                return re.sub(r"\b(the) the\b", r"\1", text, flags=re.IGNORECASE)
    return en
