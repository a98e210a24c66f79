"""Threads that make files at the same time: one script is spoken while others are being encoded."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise
from types import TracebackType
from typing import TYPE_CHECKING

from zjpub.narrate import m4b, mp3
from zjpub.narrate.codec import Job, Recording, Sheet
from zjpub.narrate.cores import cores
from zjpub.narrate.hands import Hands
from zjpub.narrate.interface import Speech
from zjpub.narrate.perform import Part, assembled, encoded, parts, spoken
from zjpub.narrate.plan import Studio
from zjpub.narrate.script import Script
from zjpub.narrate.tags import Card, Chapter, id3_tag

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The crew goes home; what is still being spoken is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A script as it was recorded, and all that decided its sound."""

    script: Script
    recipe: str
    recording: Recording


class Crew:
    """Records scripts and joins the pieces. No more scripts are in memory at once than there are cores."""

    def __init__(self, studio: Studio, progress: Progress) -> None:
        self._studio = studio
        self._hands = Hands(cores())
        self._speaking = threading.Lock()
        self._stop = threading.Event()
        self._tally = _Tally(progress)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        # Whoever interrupts the program will not wait for a voice that waits for its network.
        self._hands.dismiss(wait=kind is None or issubclass(kind, Exception))

    def record(self, script: Script, card: Card, tempo: float = 1.0) -> Future[Piece]:
        """Perform a script and make its file, as soon as somebody is free."""
        counted = self._tally.share(len(script.utterances))
        return self._hands.submit(partial(self._record, script, card, tempo, counted))

    def _record(self, script: Script, card: Card, tempo: float, counted: Callable[[int], None]) -> Piece:
        cast = parts(script.utterances, self._studio)

        def make() -> tuple[bytes, Sheet]:
            take = assembled(cast, self._speak(cast, counted), tempo)
            return encoded(take, self._studio.plan), take.sheet

        def tag(data: bytes, sheet: Sheet) -> bytes:
            return id3_tag(card, sheet.ms(sheet.length)) + data

        recipe = _recipe(cast, self._studio, tempo)
        recording = self._studio.codec.finish(Job(recipe, card.label, make, tag))
        counted(len(cast))
        return Piece(script, recipe, recording)

    def _speak(self, cast: Sequence[Part], counted: Callable[[int], None]) -> tuple[Speech | None, ...]:
        speeches: list[Speech | None] = []
        # Closed at once, not when the last trace of an error is gone: voices go on speaking until then.
        with self._speaking, closing(spoken(cast)) as said:
            for speech in said:
                if self._stop.is_set():
                    raise Stopped
                speeches.append(speech)
                counted(len(speeches))
        return tuple(speeches)

    def join(self, pieces: Sequence[Piece], card: Card) -> Recording:
        """The pieces of one language as one file with chapters; nothing is encoded again."""

        def make() -> tuple[bytes, Sheet]:
            data, starts = mp3.join([piece.recording.path.read_bytes() for piece in pieces])
            return data, _joined([piece.recording.sheet for piece in pieces], starts)

        def tag(data: bytes, sheet: Sheet) -> bytes:
            return id3_tag(card, sheet.ms(sheet.length), _chapters(pieces, sheet)) + data

        recipe = json.dumps(["join 1", *(piece.recipe for piece in pieces)])
        label = json.dumps([card.label, *(piece.script.title for piece in pieces)])
        return self._studio.codec.finish(Job(recipe, label, make, tag))

    def book(self, pieces: Sequence[Piece], card: Card) -> Recording:
        """The pieces performed once more, one after another, into an audiobook."""
        starts = [0, *accumulate(piece.recording.sheet.length for piece in pieces)]
        sheet = _joined([piece.recording.sheet for piece in pieces], starts[:-1])
        chapters = _chapters(pieces, sheet)

        def make() -> tuple[bytes, Sheet]:
            return m4b.encode(self._levelled(pieces), sheet.rate, card.lang, chapters), sheet

        titles = [chapter.title for chapter in chapters]
        recipe = json.dumps([m4b.identity(), card.label, titles, *(piece.recipe for piece in pieces)])
        return self._studio.codec.finish(Job(recipe, card.label, make, lambda data, _: m4b.tagged(data, card)))

    def _levelled(self, pieces: Sequence[Piece]) -> Iterator[npt.NDArray[np.float32]]:
        for piece in pieces:
            cast = parts(piece.script.utterances, self._studio)
            counted = self._tally.share(len(cast))
            yield from m4b.levelled(assembled(cast, self._speak(cast, counted)), self._studio.plan)


def _recipe(cast: Sequence[Part], studio: Studio, tempo: float) -> str:
    """All that decides a script's sound: words, voices, pauses, levels. Not its ids, which come from position."""
    said = [[part.voice.identity, part.line, part.utterance.after] for part in cast]
    return json.dumps(["section 1", studio.plan.loudness, studio.plan.true_peak, tempo, said])


def _joined(sheets: Sequence[Sheet], starts: Sequence[int]) -> Sheet:
    placed = zip(sheets, starts, strict=True)
    return Sheet(
        rate=sheets[0].rate,
        length=starts[-1] + sheets[-1].length,
        spans=tuple((start + begin, start + end) for sheet, start in placed for begin, end in sheet.spans),
        flags=tuple(chain.from_iterable(sheet.flags for sheet in sheets)),
    )


def _chapters(pieces: Sequence[Piece], sheet: Sheet) -> tuple[Chapter, ...]:
    """One chapter a piece, from the first word of it to the first word of the next."""
    starts, place = [0], 0
    for piece in pieces[:-1]:
        place += len(piece.script.utterances)
        starts.append(sheet.ms(sheet.spans[place][0]))
    starts.append(sheet.ms(sheet.length))
    return tuple(Chapter(piece.script.title, *span) for piece, span in zip(pieces, pairwise(starts), strict=True))


class _Tally:
    """How many sentences of all are done, over all threads."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._lock = threading.Lock()
        self._done = 0
        self._total = 0

    def share(self, size: int) -> Callable[[int], None]:
        """Expect `size` sentences more; the answer takes how many of them are done."""
        done = 0
        with self._lock:
            self._total += size

        def count(now: int) -> None:
            nonlocal done
            with self._lock:
                self._done += now - done
                done = now
                self._progress(self._done, self._total)

        return count
