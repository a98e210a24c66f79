"""The story of narration: scripts are recorded, products made of them, doubts handed back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from zjpub.errors import NarrationError
from zjpub.model import Article, Clips, Flag, Lang, Translation, VoiceUse
from zjpub.narrate import m4b
from zjpub.narrate.codec import Recording
from zjpub.narrate.crew import Crew, Progress
from zjpub.narrate.interface import FALLBACK
from zjpub.narrate.perform import parts
from zjpub.narrate.plan import Studio
from zjpub.narrate.plausible import has_words
from zjpub.narrate.products import PRODUCTS, Takes
from zjpub.narrate.script import Script, Utterance
from zjpub.narrate.tags import Card

_BATCH = 100


def unwatched(done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def narrate(article: Article, translation: Translation, studio: Studio, progress: Progress = unwatched) -> Clips:
    """Speak an article in every language and product of the plan. Raises NarrationError, StoreError, UsageError.

    `progress(done, total)` counts sentences; it is called from several threads, one at a time.
    """
    if "m4b" in studio.plan.products:
        m4b.required()
    with Crew(studio, progress) as crew:
        takes = Takes(article, translation, studio, crew)
        tracks = tuple(chain.from_iterable(PRODUCTS[product](takes) for product in studio.plan.products))
        return Clips(tracks, {lang: _use(lang, studio, takes) for lang in takes.langs}, _flags(takes))


def _use(lang: Lang, studio: Studio, takes: Takes) -> VoiceUse:
    """The voice of a language; where another had to speak for it, its name says so, for no colophon may claim more."""
    use = studio.uses.get(lang, VoiceUse(studio.voices[lang].name, ""))
    spoken = [flags for piece in takes.pieces(lang) for flags in piece.recording.sheet.flags]
    fallen = sum(any(flag.code == FALLBACK for flag in flags) for flags in spoken)
    return replace(use, name=f"{use.name} ({fallen}/{len(spoken)} offline)") if fallen else use


def _flags(takes: Takes) -> Mapping[str, tuple[Flag, ...]]:
    found: dict[str, tuple[Flag, ...]] = {}
    for piece in chain.from_iterable(map(takes.pieces, takes.langs)):
        for utterance, flags in zip(piece.script.utterances, piece.recording.sheet.flags, strict=True):
            if flags:
                found[utterance.sentence] = (*found.get(utterance.sentence, ()), *flags)
    return found


def narrate_lines(lines: Sequence[str], lang: Lang, studio: Studio, progress: Progress = unwatched) -> Recording:
    """Speak plain lines as one MP3; an empty line is the pause between paragraphs. Raises NarrationError.

    The sheet has a span and flags for each line that is not empty.
    """
    utterances = tuple(_utterances(lines, lang, studio))
    if not any(has_words(part.line) for part in parts(utterances, studio)):
        raise NarrationError("there is nothing in this text that can be spoken", "give it at least one word")
    pages = [
        Script("", None, lang, utterances[start].text, utterances[start : start + _BATCH])
        for start in range(0, len(utterances), _BATCH)
    ]
    card = Card(utterances[0].text[:80], "", "", "", lang, "", (), None)
    with Crew(studio, progress) as crew:
        pieces = [future.result() for future in [crew.record(page, card) for page in pages]]
        return crew.join(pieces, card) if len(pieces) > 1 else pieces[0].recording


def _utterances(lines: Sequence[str], lang: Lang, studio: Studio) -> Iterator[Utterance]:
    plan = studio.plan
    for number, line in enumerate(lines):
        if line.strip():
            ends = number + 1 == len(lines) or not lines[number + 1].strip()
            yield Utterance(str(number), lang, line.strip(), plan.pause_paragraph if ends else plan.pause_sentence)
