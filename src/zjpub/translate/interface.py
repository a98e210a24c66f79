"""What a translation engine is: one method over many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard the engine tries. Defaults: CTranslate2's; a beam of 4 takes half as long again for the same chrF."""

    beam: int = 2
    hypotheses: int = 1
    no_repeat_ngram: int = 0
    repetition_penalty: float = 1.0
    coverage_penalty: float = 0.0


PLAIN = Effort()


class Said(str):
    """A hypothesis, and how sure its engine is of it: the mean logarithm of its pieces' probabilities, 0 if unknown."""

    __slots__ = ("sureness",)
    sureness: float

    def __new__(cls, text: str, sureness: float = 0.0) -> Said:
        said = super().__new__(cls, text)
        said.sureness = sureness
        return said


def sureness(text: str) -> float:
    """How sure the engine is of its words; 0 for words that no engine weighed."""
    return text.sureness if isinstance(text, Said) else 0.0


def together(parts: Sequence[str]) -> float:
    """How sure an engine is of words that it said in parts."""
    size = sum(map(len, parts))
    return sum(sureness(part) * len(part) for part in parts) / size if size else 0.0


class Translator(Protocol):
    """Chinese lines → English lines.

    `name` is for people (`argos: zh_en 1.9`); `identity` is all that decides the result apart from the lines and the
    effort: engine, library version, model digest. It goes into cache keys.
    """

    name: str
    identity: str

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        """For each line, in order, its hypotheses, best first, at least one; `Said` where the engine weighs its words.

        Raises TranslationError.
        """
        ...
