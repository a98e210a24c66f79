"""What a voice is: one method, speakable text → samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from zjpub.model import Flag, Lang

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Speech:
    """One spoken sentence: mono int16 samples at `rate` Hz, trimmed of outer silence, and what was doubtful."""

    samples: npt.NDArray[np.int16]
    rate: int
    flags: tuple[Flag, ...] = ()


class Voice(Protocol):
    """Speakable lines of one language → speech.

    `name` is for people (`espeak cmn`); `identity` is all that decides the sound apart from the text: engine, version,
    voice, rate. It goes into cache keys.
    """

    name: str
    identity: str
    lang: Lang

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """One Speech a line, in order. Raises NarrationError; never gives silence in place of words."""
        ...
