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


class Translator(Protocol):
    """Chinese lines → English lines.

    `name` is for people (`argos: zh_en 1.9`); `identity` is all that decides the result apart from the lines and the
    effort: engine, library version, model digest. It goes into cache keys.
    """

    name: str
    identity: str

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        """For each line, in order, its hypotheses, best first, at least one. Raises TranslationError."""
        ...
