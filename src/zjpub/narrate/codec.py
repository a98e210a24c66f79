"""What makes a finished file of a job, and the one that does it anew each time (see `remembered` for the other)."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from zjpub.model import Flag
from zjpub.store import disk_error


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a sound without its bytes. `length` and `spans` (one an utterance) in samples at `rate` Hz."""

    rate: int
    length: int
    spans: tuple[tuple[int, int], ...]
    flags: tuple[tuple[Flag, ...], ...]

    def ms(self, sample: int) -> int:
        """The time of a sample, in milliseconds."""
        return round(1000 * sample / self.rate)


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished file: where its bytes lie, never to be changed."""

    path: Path
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Job:
    """A file to make. `recipe` says all that decides the sound, `label` all that decides its tags.

    `make` gives the encoded sound, without tags; `tag` gives the finished bytes from the encoded ones.
    """

    recipe: str
    label: str
    make: Callable[[], tuple[bytes, Sheet]]
    tag: Callable[[bytes, Sheet], bytes]


class Codec(Protocol):
    """Jobs → finished files. Called from several threads."""

    identity: str

    def finish(self, job: Job) -> Recording:
        """Make the file, or find it made. Raises NarrationError, StoreError."""
        ...


class Mp3:
    """Makes every file anew, in a temporary folder that goes with the program."""

    def __init__(self) -> None:
        self.identity = f"mp3 64k {version('soundfile')} 1"

    @cached_property
    def _folder(self) -> str:
        folder = tempfile.mkdtemp(prefix="zjpub-audio-")
        # Tracks may outlive the codec, so the files stay until the program ends.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def finish(self, job: Job) -> Recording:
        """See Codec."""
        data, sheet = job.make()
        try:
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(job.tag(data, sheet))
        except OSError as error:
            raise disk_error(Path(tempfile.gettempdir()), error) from error
        return Recording(Path(file.name), sheet)
