"""What a voice is: one method, speakable text → samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from zjpub.model import Flag, Lang

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FALLBACK = "n-fallback"
"""The flag of a sentence that another voice than the wanted one spoke: never kept as if the wanted one had."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One spoken sentence: mono int16 samples at `rate` Hz, trimmed of outer silence, and what was doubtful."""

    samples: npt.NDArray[np.int16]
    rate: int
    flags: tuple[Flag, ...] = ()

    @property
    def fell_back(self) -> bool:
        """Whether another voice had to speak."""
        return any(flag.code == FALLBACK for flag in self.flags)


def nothing(rate: int) -> Speech:
    """What a voice gives for a line in which nothing can be spoken."""
    import numpy as np

    return Speech(np.zeros(0, np.int16), rate)


class Voice(Protocol):
    """Speakable lines of one language → speech.

    `name` is for people (`espeak cmn`); `identity` is all that decides the sound apart from the text: engine, version,
    voice. It goes into cache keys. `rate` is the sampling rate it speaks at, in Hz (a fallback may differ); `pinyin`
    says whether it reads `xun4xian4` between Chinese characters.
    """

    name: str
    identity: str
    lang: Lang
    rate: int
    pinyin: bool

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """One Speech a line, in order; one caller at a time. A line of nothing speakable gives no samples.

        Raises NarrationError; never gives silence in place of words.
        """
        ...
