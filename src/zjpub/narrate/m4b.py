"""An audiobook in one file: AAC in MP4 with chapters, by PyAV (the extra `m4b`)."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from zjpub import extras
from zjpub.errors import UsageError
from zjpub.narrate import loudness
from zjpub.narrate.perform import Take
from zjpub.narrate.plan import Plan
from zjpub.narrate.tags import Card, Chapter, printable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_BITRATE = 64_000
_OVERSHOOT_DB = 2.5
_STORE = {"zh": "zho", "en": "eng", "bi": "zho"}


def required() -> None:
    """Raises UsageError when PyAV is not installed."""
    if importlib.util.find_spec("av") is None:
        raise UsageError(
            "audiobooks (m4b) need PyAV, which is not installed",
            f"take m4b out of the products, or run: {extras.command('m4b')}",
        )


def identity() -> str:
    """All but the sound that decides the file's bytes."""
    return f"m4b {_BITRATE} {version('av')} 1"


def levelled(take: Take, plan: Plan) -> Iterator[npt.NDArray[np.float32]]:
    """The take at the plan's loudness, its peaks held low enough for what AAC adds to them."""
    found = loudness.measure(take.samples, take.sheet.rate)
    yield from loudness.amplified(take.samples, loudness.gains(found, plan.loudness, plan.true_peak - _OVERSHOOT_DB))


def encode(pieces: Iterable[npt.NDArray[np.float32]], rate: int, lang: str, chapters: Sequence[Chapter]) -> bytes:
    """Mono pieces, from -1 to 1, as an M4B without tags."""
    import av

    file = io.BytesIO()
    # Without the wish for the same bytes, the file would say which release of the library wrote it, and when.
    with av.open(file, "w", format="ipod", container_options={"fflags": "+bitexact"}) as book:
        stream: Any = book.add_stream("aac", rate=rate, layout="mono", bit_rate=_BITRATE)
        # The thorough search takes six times as long and cannot be heard in speech.
        stream.codec_context.options = {"aac_coder": "fast"}
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        stream.metadata["language"] = _STORE[lang]
        book.set_chapters([_chapter(number, chapter) for number, chapter in enumerate(chapters)])
        clock = 0
        for piece in pieces:
            frame = av.AudioFrame.from_ndarray(piece.reshape(1, -1), format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = rate, clock, Fraction(1, rate)
            clock += len(piece)
            book.mux(stream.encode(frame))
        book.mux(stream.encode(None))
    return file.getvalue()


def _chapter(number: int, chapter: Chapter) -> Any:
    return {
        "id": number,
        "start": chapter.start_ms,
        "end": chapter.end_ms,
        "time_base": Fraction(1, 1000),
        "metadata": {"title": printable(chapter.title)},
    }


def tagged(data: bytes, card: Card) -> bytes:
    """The M4B with title, artist, album, lyrics and cover."""
    from mutagen import mp4

    atoms: Any = mp4
    book = atoms.MP4(io.BytesIO(data))
    words = {"\xa9nam": card.title, "\xa9alb": card.album, "\xa9ART": card.artist, "aART": card.publication}
    for atom, text in {**words, "\xa9lyr": "\n".join(card.lyrics), "\xa9gen": "Audiobook"}.items():
        if text:
            book[atom] = [printable(text, "\n")]
    if card.cover:
        kind = atoms.MP4Cover.FORMAT_PNG if card.cover.startswith(b"\x89PNG") else atoms.MP4Cover.FORMAT_JPEG
        book["covr"] = [atoms.MP4Cover(card.cover, kind)]
    file = io.BytesIO(data)
    book.save(file, padding=lambda _: 0)
    return file.getvalue()
