"""No voice at all, for tests: each line takes the time that its length would, as silence or as a tone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from zjpub.model import Lang
from zjpub.narrate.interface import Speech

RATE = 22_050
_MS_A_CHARACTER = {"zh": 220, "en": 65}
NAMES = ("quiet", "tone")


class Silence:
    """`tone` makes every line a sine whose pitch comes from its text, so that a test can find it in a decoded file."""

    rate = RATE

    def __init__(self, lang: Lang, voice: str = "") -> None:
        self.lang = lang
        self.pinyin = False
        self._tone = voice == "tone"
        self.name = f"silence {voice or 'quiet'}"
        self.identity = f"{self.name} {lang} 1"

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """See Voice."""
        import numpy as np

        for line in lines:
            count = len(line) * _MS_A_CHARACTER[self.lang] * RATE // 1000
            clock = np.arange(count) / RATE
            wave = np.sin(2 * np.pi * pitch(line) * clock) * (8000 if self._tone else 0)
            yield Speech(wave.astype(np.int16), RATE)


def pitch(line: str) -> int:
    """The pitch of a line's tone, in Hz."""
    return 300 + zlib.crc32(line.encode("utf-8", "replace")) % 40 * 50


def names(lang: Lang) -> tuple[str, ...]:
    """The same for every language."""
    return NAMES


def knows(voice: str, lang: Lang) -> bool:
    """Whether there is such a voice."""
    return voice in names(lang)
