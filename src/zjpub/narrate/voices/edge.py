"""Microsoft's neural voices through edge-tts: the best sound, over a network that fails in many ways.

One sentence a request. An answer is believed only if it ended properly, its boundaries cover the sentence, and its
sound is as long as they say; otherwise it is asked for again, later and later. What still fails is spoken by the
offline voice and flagged. After a few such sentences in a row the service counts as gone, as long as this voice lives.
"""

from __future__ import annotations

import asyncio
import queue
import random
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from zjpub.model import Flag, Lang
from zjpub.narrate import plausible
from zjpub.narrate.interface import FALLBACK, Speech, Voice, nothing
from zjpub.narrate.mp3 import decode
from zjpub.narrate.voices.edge_names import NAMES
from zjpub.narrate.voices.espeak import Espeak
from zjpub.narrate.voices.plain import plain
from zjpub.narrate.voices.trim import trim

RATE = 24_000
USUAL: dict[Lang, str] = {"zh": "zh-CN-XiaoxiaoNeural", "en": "en-US-AriaNeural"}
_TICKS = 10_000_000
_COVERED = 0.85
_TURN = threading.RLock()
"""However many articles and languages are being built, the service is asked no more at once than `Patience` says."""
_SLACK_S = 0.3


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for one request (and more for a long sentence); tries for one sentence; the pause before the second try;
    sentences in a row, and seconds without a success, after which the service counts as gone."""

    request: float = 8.0
    tries: int = 3
    pause: float = 0.5
    in_a_row: int = 3
    budget: float = 60.0
    at_once: int = 4


class Distrusted(Exception):
    """An answer that cannot be the whole sentence."""


class Edge:
    """Never gives silence for words: what the service will not speak, `backup` does."""

    rate = RATE
    pinyin = False

    def __init__(
        self, lang: Lang, voice: str = "", backup: Voice | None = None, patience: Patience | None = None
    ) -> None:
        self.lang = lang
        self._voice = voice or USUAL[lang]
        self.name = f"edge {self._voice}"
        self.identity = f"{self.name} 1"
        self._backup = backup or Espeak(lang)
        self._patience = patience or Patience()
        self._fallen = 0
        self._well = time.monotonic()

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """See Voice."""
        with _TURN, asyncio.Runner() as runner:
            tasks = runner.run(self._begin(lines))
            for line, task in zip(lines, tasks, strict=True):
                answer = runner.run(_wait(task))
                yield answer if isinstance(answer, Speech) else self._by_backup(line, answer)

    async def _begin(self, lines: Sequence[str]) -> list[asyncio.Task[Speech | str]]:
        free = asyncio.Semaphore(self._patience.at_once)
        self._well = time.monotonic()
        return [asyncio.create_task(self._persist(line, free)) for line in lines]

    async def _persist(self, line: str, free: asyncio.Semaphore) -> Speech | str:
        """The sentence, or why the service would not give it."""
        why = "the service was given up after earlier sentences"
        if not plausible.has_words(line):
            return nothing(RATE)
        async with free:
            for attempt in range(self._patience.tries):
                if self._gone():
                    return why
                if attempt:
                    await asyncio.sleep(self._patience.pause * 2 ** (attempt - 1) * random.uniform(0.5, 1.5))
                answer = await attempted(line, self._voice, self._patience.request)
                if isinstance(answer, Speech):
                    self._fallen, self._well = 0, time.monotonic()
                    return answer
                why = answer
        self._fallen += 1
        return why

    def _gone(self) -> bool:
        worn_out = time.monotonic() - self._well > self._patience.budget
        return self._fallen >= self._patience.in_a_row or worn_out

    def _by_backup(self, line: str, why: str) -> Speech:
        speech = next(iter(self._backup.speak((line,))))
        flag = Flag(FALLBACK, f"spoken by {self._backup.name}, since {self.name} failed: {why}")
        return replace(speech, flags=(*speech.flags, flag))


async def _wait(task: asyncio.Task[Speech | str]) -> Speech | str:
    return await task


async def attempted(line: str, voice: str, seconds: float) -> Speech | str:
    """One request: the sentence, or what went wrong in a few words."""
    import aiohttp
    from edge_tts.exceptions import EdgeTTSException

    try:
        async with asyncio.timeout(seconds + len(line) / 20):
            return await _requested(line, voice)
    except TimeoutError:
        return "no answer in time"
    except aiohttp.ClientConnectorError as error:
        # Its own words hold the address of an object, which helps nobody and differs from build to build.
        return f"no connection: {error.os_error.strerror or error.os_error}"
    except (aiohttp.ClientError, EdgeTTSException, Distrusted, OSError, ValueError, LookupError) as error:
        return " ".join(f"{type(error).__name__}: {error}".split())[:160]


async def _requested(line: str, voice: str) -> Speech:
    import edge_tts

    talk = edge_tts.Communicate(plain(line), voice, boundary="WordBoundary", connect_timeout=5, receive_timeout=10)
    sound = bytearray()
    said: list[str] = []
    last = 0.0
    async for chunk in talk.stream():
        if chunk["type"] == "audio":
            sound += chunk["data"]
        else:
            said.append(chunk["text"])
            last = max(last, (chunk["offset"] + chunk["duration"]) / _TICKS)
    # edge-tts adds up the bytes of an answer only when the service says that it ended.
    if sound and talk.state.get("cumulative_audio_bytes", len(sound)) < len(sound):
        raise Distrusted("the connection was closed in the middle")
    samples, rate = decode(bytes(sound))
    speech = Speech(trim(samples, rate), rate)
    _mistrust(line, speech, said, last - len(samples) / rate)
    return speech


def _mistrust(line: str, speech: Speech, said: Sequence[str], beyond: float) -> None:
    """Raises Distrusted when words are missing. `beyond`: how many seconds after the sound's end the last word ends."""
    words, heard = _letters(line), _letters("".join(said))
    blocks = SequenceMatcher(None, words, heard, autojunk=False).get_matching_blocks()
    covered = sum(block.size for block in blocks) / max(1, len(words))
    if covered < _COVERED:
        raise Distrusted(f"only {covered:.0%} of the words were spoken")
    if beyond > _SLACK_S:
        raise Distrusted(f"the sound ends {beyond:.1f} s before the last word")
    if not speech.samples.size or 1000 * len(speech.samples) / speech.rate < plausible.shortest_ms(line):
        raise Distrusted("the sound is too short for this sentence")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def names(lang: Lang) -> tuple[str, ...]:
    """The voices of a language that the service had when this was written."""
    return NAMES[lang]


def knows(voice: str, lang: Lang) -> bool:
    """Whether there is such a voice."""
    return voice in names(lang)


def reachable(seconds: float = 3.0) -> str:
    """Ask the service for one word. Empty if it answers well; else why not, in a few words."""
    answers: queue.SimpleQueue[Speech | str] = queue.SimpleQueue()

    def ask() -> None:
        answers.put(asyncio.run(attempted("你好", USUAL["zh"], seconds)))

    # A name server that is silent cannot be interrupted: it is left behind in a thread that ends with the program.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds + 0.5)
    except queue.Empty:
        return "no answer in time"
    return answer if isinstance(answer, str) else ""
