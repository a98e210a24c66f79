"""Scripts → sound: each sentence read, spoken, faded and set in its place, on a clock that counts samples."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zjpub.model import Flag, Lang
from zjpub.narrate import loudness, mp3, plausible
from zjpub.narrate.codec import Sheet
from zjpub.narrate.interface import Speech, Voice
from zjpub.narrate.plan import Plan, Studio
from zjpub.narrate.reading import speakable
from zjpub.narrate.resample import resampled
from zjpub.narrate.script import Utterance
from zjpub.narrate.tempo import stretched

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LEAD_MS = 200
_FADE_MS = 5
_NOTHING_MS = 300
_OVERSHOOT_DB = 1.2
_TRIES = 4
_LANGUAGES: dict[Lang, str] = {"zh": "Chinese", "en": "English"}


@dataclass(frozen=True, slots=True)
class Part:
    """An utterance as its voice will get it."""

    utterance: Utterance
    line: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Take:
    """Parts, performed: mono samples and their sheet."""

    samples: npt.NDArray[np.int16]
    sheet: Sheet


def parts(utterances: Sequence[Utterance], studio: Studio) -> tuple[Part, ...]:
    """Make every utterance speakable for the voice of its language."""
    return tuple(_part(utterance, studio) for utterance in utterances)


def _part(utterance: Utterance, studio: Studio) -> Part:
    voice = studio.voices[utterance.lang]
    line = speakable(utterance.text, utterance.lang, studio.lexicon)
    return Part(utterance, studio.lexicon.apply(line, utterance.lang, voice.pinyin), voice)


def spoken(parts: Sequence[Part]) -> Generator[Speech | None, None, None]:
    """The speech of every part, in order; None where there is nothing to say. Voices must not be shared meanwhile."""
    lines: dict[Lang, list[str]] = {}
    voices: dict[Lang, Voice] = {}
    for part in parts:
        voices[part.voice.lang] = part.voice
        if plausible.has_words(part.line):
            lines.setdefault(part.voice.lang, []).append(part.line)
    speeches: Mapping[Lang, Iterator[Speech]] = {lang: voices[lang].speak(lines[lang]) for lang in lines}
    if len(speeches) > 1:
        # One voice after the other: two articles that each hold one and wait for the other would wait for ever.
        speeches = {lang: iter(tuple(speaking)) for lang, speaking in speeches.items()}
    for part in parts:
        speech = next(speeches[part.voice.lang]) if plausible.has_words(part.line) else None
        yield speech if speech and speech.samples.size else None


def assembled(parts: Sequence[Part], speeches: Sequence[Speech | None], tempo: float = 1.0) -> Take:
    """Speeches and pauses in one row, the speeches at `tempo` times their speed."""
    import numpy as np

    rate = _rate(parts)
    row = [_gap(_LEAD_MS, rate)]
    clock = len(row[0]) // 2
    spans: list[tuple[int, int]] = []
    for part, speech in zip(parts, _balanced(parts, speeches, rate), strict=True):
        sound = _faded(_paced(speech, tempo)) if speech else _gap(_NOTHING_MS, rate)
        pause = _gap(part.utterance.after, rate)
        spans.append((clock, clock + len(sound) // 2))
        clock += (len(sound) + len(pause)) // 2
        row += [sound, pause]
    flags = tuple(tuple(_flags(part, speech)) for part, speech in zip(parts, speeches, strict=True))
    return Take(np.frombuffer(b"".join(row), np.int16), Sheet(rate, clock, tuple(spans), flags))


def _rate(parts: Sequence[Part]) -> int:
    """The voices' own rate, if MP3 has it; else the next higher one."""
    wanted = max(part.voice.rate for part in parts)
    return next((rate for rate in mp3.RATES if rate >= wanted), mp3.RATES[-1])


def _balanced(parts: Sequence[Part], speeches: Sequence[Speech | None], rate: int) -> Iterator[Speech | None]:
    """All speech at one rate, and every voice as loud as the quietest."""
    import numpy as np

    voices: dict[tuple[Lang, bool], list[Speech]] = {}
    for part, speech in zip(parts, speeches, strict=True):
        if speech:
            voices.setdefault((part.voice.lang, speech.fell_back), []).append(speech)
    levels = {
        key: loudness.measure(np.concatenate([speech.samples for speech in group]), group[0].rate).loudness
        for key, group in (voices.items() if len(voices) > 1 else ())
    }
    quietest = min(levels.values(), default=0.0)
    for part, speech in zip(parts, speeches, strict=True):
        if speech is None:
            yield None
            continue
        level = levels.get((part.voice.lang, speech.fell_back), quietest)
        samples = resampled(speech.samples, speech.rate, rate)
        if level > quietest > -np.inf:
            samples = (samples * 10 ** ((quietest - level) / 20)).astype(np.int16)
        yield replace(speech, samples=samples, rate=rate)


def _paced(speech: Speech, tempo: float) -> Speech:
    return speech if tempo == 1.0 else replace(speech, samples=stretched(speech.samples, speech.rate, tempo))


def _faded(speech: Speech) -> bytes:
    """The speech without a click at either end."""
    segment = _pydub().AudioSegment(data=speech.samples.tobytes(), sample_width=2, frame_rate=speech.rate, channels=1)
    if len(segment) > 2 * _FADE_MS:
        segment = segment.fade_in(_FADE_MS).fade_out(_FADE_MS)
    return bytes(segment.raw_data)


def _gap(ms: int, rate: int) -> bytes:
    return bytes(_pydub().AudioSegment.silent(ms, rate).raw_data)


def _pydub() -> Any:
    """pydub, without what it says about ffmpeg when first imported: its editing needs none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub  # type: ignore[import-untyped,unused-ignore]
    return pydub


def _flags(part: Part, speech: Speech | None) -> Iterator[Flag]:
    language = _LANGUAGES[part.utterance.lang]
    if speech is None:
        yield Flag("n-unspeakable", f"{language}: nothing in this sentence can be spoken; a pause stands for it")
        return
    for flag in speech.flags:
        yield Flag(flag.code, f"{language}: {flag.message}")
    if doubt := plausible.doubt(part.line, 1000 * len(speech.samples) / speech.rate):
        yield Flag("n-duration", f"{language}: {doubt}")


def encoded(take: Take, plan: Plan) -> bytes:
    """The take as an MP3 of the wanted loudness. The codec may lift a peak, so the result is looked at again."""
    found = loudness.measure(take.samples, take.sheet.rate)
    target = plan.loudness - mp3.ENCODER_SCALE_DB
    ceiling = plan.true_peak - mp3.ENCODER_SCALE_DB - _OVERSHOOT_DB
    data = b""
    for _ in range(_TRIES):
        curve = loudness.gains(found, target, ceiling)
        data = mp3.encode(loudness.amplified(take.samples, curve), take.sheet.rate)
        over = loudness.true_peak(mp3.decode(data)[0]) - plan.true_peak
        if over <= 0:
            break
        ceiling -= over + 0.1
    return data
