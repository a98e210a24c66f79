"""What narration is told: which products, how they sound, and what makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zjpub.model import Lang, Publication, VoiceUse
from zjpub.narrate.codec import Codec
from zjpub.narrate.interface import Voice
from zjpub.narrate.reading.lexicon import EMPTY, Lexicon


@dataclass(frozen=True, slots=True)
class Plan:
    """Pauses in milliseconds; loudness in LUFS and true peak in dBTP, as measured in the finished file.

    `tempo` is the speed of the slow edition, 1 being the voice's own.
    """

    products: tuple[str, ...] = ("section", "article")
    loudness: float = -16.0
    true_peak: float = -1.0
    pause_sentence: int = 350
    pause_paragraph: int = 700
    pause_heading: int = 900
    tempo: float = 0.75
    languages: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Studio:
    """A voice for each language of the plan, what makes files, and what goes on them. `cover`: a JPEG or PNG."""

    voices: Mapping[Lang, Voice]
    codec: Codec
    plan: Plan = Plan()
    lexicon: Lexicon = EMPTY
    cover: bytes | None = None
    publication: Publication = field(default_factory=Publication)
    uses: Mapping[Lang, VoiceUse] = field(default_factory=dict)
