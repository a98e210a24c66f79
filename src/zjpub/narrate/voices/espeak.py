"""eSpeak NG: robotic, but it works everywhere, offline, and says the same sentence in the same samples every time."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from zjpub.errors import NarrationError
from zjpub.model import Lang
from zjpub.narrate.cores import cores
from zjpub.narrate.hands import Hands
from zjpub.narrate.interface import Speech
from zjpub.narrate.voices.espeak_letters import letters
from zjpub.narrate.voices.espeak_worker import BAD, GOOD, HEAD
from zjpub.narrate.voices.plain import plain
from zjpub.narrate.voices.trim import trim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

RATE = 22_050
USUAL: dict[Lang, str] = {"zh": "cmn", "en": "en-us"}
_FAMILY: dict[Lang, tuple[str, ...]] = {"zh": ("cmn",), "en": ("en",)}
_PATIENCE = 60.0
_DOCTOR = "run `zjpub doctor`; reinstalling espeakng-loader mends a damaged copy"


class Espeak:
    """Speaks in one process per core. Reads pinyin with tone digits between Chinese characters."""

    rate = RATE

    def __init__(self, lang: Lang, voice: str = "") -> None:
        self.lang = lang
        self.pinyin = lang == "zh"
        self._voice = voice or USUAL[lang]
        self.name = f"espeak {self._voice}"
        self.identity = f"{self.name} {version('espeakng-loader')} 2"

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """See Voice."""
        count = min(cores(), len(lines))
        idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        hands = Hands(count)
        with ExitStack() as stack:
            for _ in range(count):
                idle.put(stack.enter_context(_Worker(self._voice)))
            stack.callback(hands.dismiss, wait=True)
            said = [letters(line, self.lang) for line in lines]
            for future in [hands.submit(partial(_say, idle, line)) for line in said]:
                yield future.result()


def _say(idle: queue.SimpleQueue[_Worker], line: str) -> Speech:
    worker = idle.get()
    try:
        return worker.say(line)
    finally:
        idle.put(worker)


class _Worker:
    """A process that speaks; started when first needed, and anew when it is spent or has crashed."""

    def __init__(self, voice: str) -> None:
        self._voice = voice
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> _Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def say(self, line: str) -> Speech:
        """Raises NarrationError when eSpeak refuses the line, or crashes on it twice."""
        for _ in range(2):
            with suppress(OSError, EOFError):
                return self._say(line)
            self._end()
        raise NarrationError(f"eSpeak NG crashed on the sentence {line[:60]!r}", _DOCTOR)

    def _say(self, line: str) -> Speech:
        process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        text = plain(line).encode()
        watch = threading.Timer(_PATIENCE, process.kill)
        watch.daemon = True
        watch.start()
        try:
            process.stdin.write(len(text).to_bytes(4, "little") + text)
            process.stdin.flush()
            status, rate, length = HEAD.unpack(_exactly(process, HEAD.size))
            data = _exactly(process, length)
        finally:
            watch.cancel()
        if status != GOOD:
            self._end()
        if status == BAD:
            raise NarrationError(f"eSpeak NG cannot speak {line[:60]!r}: {data.decode()}", _DOCTOR)
        return Speech(trim(_samples(data), rate), rate)

    def _start(self) -> subprocess.Popen[bytes]:
        library, data = _installed()
        script = Path(__file__).with_name("espeak_worker.py")
        # Isolated and without site-packages: the worker needs the standard library only.
        command = [sys.executable, "-I", "-S", str(script), str(library), self._voice]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=data
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        process.wait()


def _exactly(process: subprocess.Popen[bytes], size: int) -> bytes:
    assert process.stdout
    data = process.stdout.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _samples(data: bytes) -> npt.NDArray[np.int16]:
    import numpy as np

    return np.frombuffer(data, dtype="<i2").astype(np.int16, copy=False)


def _installed() -> tuple[Path, Path]:
    """The library and its data folder. Raises NarrationError when they are not there."""
    try:
        import espeakng_loader  # type: ignore[import-untyped,unused-ignore]

        found = Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    except (ImportError, RuntimeError) as error:
        raise NarrationError(f"eSpeak NG is not installed: {error}", _DOCTOR) from error
    if not found[0].exists():
        raise NarrationError(f"eSpeak NG is not installed: there is no {found[0]}", _DOCTOR)
    return found


def names(lang: Lang) -> tuple[str, ...]:
    """The voices of a language, as `cmn` or `en-us`; `+f3` and the like may follow (see `variants`)."""
    _, data = _installed()
    found = set()
    for path in (data / "lang").rglob("*"):
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("language ") and line.split()[1].split("-")[0] in _FAMILY[lang]:
                    found.add(line.split()[1].lower())
    return tuple(sorted(found))


def knows(voice: str, lang: Lang) -> bool:
    """Whether there is such a voice, its variant included."""
    base, plus, variant = voice.partition("+")
    return base in names(lang) and (not plus or variant in variants())


def variants() -> tuple[str, ...]:
    """What may follow a voice's name after a plus sign: `f3`, `m7`, …"""
    _, data = _installed()
    return tuple(sorted(path.name for path in (data / "voices" / "!v").iterdir()))
