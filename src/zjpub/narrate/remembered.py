"""A voice and a codec that remember: what was once spoken or encoded is not asked for again.

Nothing that a fallback voice spoke is remembered as the wanted voice's, so that a later build can put it right.
"""

from __future__ import annotations

import hashlib
import io
import json
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict, replace

from zjpub.model import Flag
from zjpub.narrate.codec import Codec, Job, Recording, Sheet
from zjpub.narrate.interface import FALLBACK, Speech, Voice, nothing
from zjpub.narrate.mp3 import decode, tag_size
from zjpub.store import Store


class Remembered:
    """A voice that asks `voice` only for what the store lacks; `asked` counts those sentences."""

    def __init__(self, voice: Voice, store: Store) -> None:
        self.name = voice.name
        self.identity = voice.identity
        self.lang = voice.lang
        self.rate = voice.rate
        self.pinyin = voice.pinyin
        self.asked = 0
        self._voice = voice
        self._store = store
        self._turn = threading.RLock()
        # One build asks once for a sentence that fell back, however many products it is in; the next build asks again.
        self._run = uuid.uuid4().hex

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """See Voice."""
        # Articles that are built at the same time share the voice. Whoever needs nothing new need not wait for a turn.
        with nullcontext() if all(map(self._known, lines)) else self._turn:
            waiting = {line: None for line in lines if not self._known(line)}
            fresh = self._voice.speak(tuple(waiting)) if waiting else iter(())
            for line in lines:
                if line in waiting:
                    # In the voice's own order, even if another build has stored it meanwhile.
                    del waiting[line]
                    yield self._keep(line, next(fresh))
                else:
                    yield self._recall(line) or self._keep(line, next(self._voice.speak((line,))))

    def _known(self, line: str) -> bool:
        return any(key in self._store for key in self._keys(line))

    def _recall(self, line: str) -> Speech | None:
        for key in self._keys(line):
            data = self._store.get(key)
            # An object that the disk has damaged is as good as none.
            with suppress(ValueError, KeyError):
                if data:
                    return _unpacked(data)
        return None

    def _keep(self, line: str, speech: Speech) -> Speech:
        self.asked += 1
        wanted, fallen = self._keys(line)
        self._store.put(fallen if speech.fell_back else wanted, _packed(speech))
        return speech

    def _keys(self, line: str) -> tuple[str, str]:
        """Where the sentence is kept, and where it is kept for this run only because another voice spoke it."""
        recipe = {"voice": self.identity, "text": line}
        return Store.key("speech", **recipe), Store.key("fallback", run=self._run, **recipe)


def _packed(speech: Speech) -> bytes:
    """A line of JSON, then FLAC."""
    import soundfile  # type: ignore[import-untyped,unused-ignore]

    flags = [[flag.code, flag.message] for flag in speech.flags]
    file = io.BytesIO(json.dumps({"rate": speech.rate, "flags": flags}, ensure_ascii=False).encode() + b"\n")
    sound = io.BytesIO()
    if speech.samples.size:
        soundfile.write(sound, speech.samples, speech.rate, format="FLAC", subtype="PCM_16")
    return file.getvalue() + sound.getvalue()


def _unpacked(data: bytes) -> Speech:
    head, _, sound = data.partition(b"\n")
    known = json.loads(head)
    flags = tuple(Flag(*flag) for flag in known["flags"])
    return Speech(*decode(sound), flags) if sound else replace(nothing(known["rate"]), flags=flags)


class RememberedCodec:
    """A codec that makes only files whose recipe the store does not know.

    The store keeps the finished files, and for each recipe a sheet that names one of them: the same sound under other
    tags is that file with its tag exchanged.
    """

    def __init__(self, codec: Codec, store: Store) -> None:
        self.identity = codec.identity
        self._codec = codec
        self._store = store

    def finish(self, job: Job) -> Recording:
        """See Codec."""
        sheet_key = Store.key("sheet", recipe=job.recipe, codec=self.identity)
        file_key = Store.key("track", recipe=job.recipe, codec=self.identity, label=job.label)
        with suppress(ValueError, KeyError):
            known, sheet = _read_note(self._store.get(sheet_key) or b"")
            if path := self._store.file(file_key):
                return Recording(path, sheet)
            if other := self._store.file(known):
                data = other.read_bytes()
                job = replace(job, make=lambda: (data[tag_size(data) :], sheet))
        recording = self._codec.finish(job)
        data_made = recording.path.read_bytes()
        recording.path.unlink()
        if _fell_back(recording.sheet):
            file_key = Store.key("track", data=hashlib.sha256(data_made).hexdigest())
        else:
            self._store.put(sheet_key, _note(file_key, recording.sheet))
        return Recording(self._store.put_file(file_key, data_made), recording.sheet)


def _fell_back(sheet: Sheet) -> bool:
    return any(flag.code == FALLBACK for flags in sheet.flags for flag in flags)


def _note(file_key: str, sheet: Sheet) -> bytes:
    """What to remember of a recipe: one file that holds its sound, and the sheet."""
    return json.dumps({"file": file_key, **asdict(sheet)}, ensure_ascii=False).encode()


def _read_note(note: bytes) -> tuple[str, Sheet]:
    """The inverse. Raises ValueError, KeyError when there is nothing to read."""
    known = json.loads(note)
    spans = tuple((start, end) for start, end in known["spans"])
    flags = tuple(tuple(Flag(**flag) for flag in flags) for flags in known["flags"])
    return known["file"], Sheet(known["rate"], known["length"], spans, flags)
