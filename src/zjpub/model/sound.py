"""What narration made: tracks, when each sentence sounds in them, and who spoke."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from zjpub.model.english import Flag
from zjpub.model.words import Lang


@dataclass(frozen=True, slots=True)
class Cue:
    """When a sentence sounds in a track, in milliseconds of our own sample clock."""

    sentence: str
    lang: Lang
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Track:
    """A finished audio file. `file`: its name under `audio/`; `path`: where its bytes lie now (never changed, so it may
    be linked); `section`: a section id, `captions`, or None for the whole article; `kind`: which product it is."""

    file: str
    path: Path
    lang: Literal["zh", "en", "bi"]
    section: str | None
    kind: Literal["section", "bilingual", "article", "slow", "m4b"]
    title: str
    duration_ms: int
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class VoiceUse:
    """Which voice spoke a language, and why this one."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Clips:
    """What narration made of an article; `flags` by sentence id. Empty when the build has no audio."""

    tracks: tuple[Track, ...] = ()
    voices: Mapping[Lang, VoiceUse] = field(default_factory=dict)
    flags: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sound:
    """Where a sentence is heard: `file` relative to the edition's folder (`audio/…`), times in milliseconds."""

    file: str
    start_ms: int
    end_ms: int
