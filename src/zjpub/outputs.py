"""The output folder: which article is still as it was built, how new files move into place, what is no longer made.

A record beside the store says for each article what it was made of and which files were made. zjpub removes only files
that stand in a record, so a person's own file in `output/` is never touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from zjpub.errors import StoreError, UsageError
from zjpub.store import disk_error, write_atomically

SHELF = "~"
"""The name under which the pages that list all articles are recorded; no slug can be it."""
_LAYOUT = b"3"
"""Raised whenever a record holds other things, so that older ones count as none."""
_LONGEST_BUILD = 86_400
"""Seconds after which a stage was left behind, where nobody can be asked."""
# With the machine's name, since the folder may lie on a disk that several machines build into.
_STAGING = f".staging-{re.sub(r'[^A-Za-z0-9]', '', platform.node())[:32]}-"


@dataclass(frozen=True, slots=True)
class Record:
    """What was built of one article. `recipe`: a key over all that decides the result; `translator`: the engine that it
    wanted; `unreviewed`: its sentences that another article's reviewed English could change; `files`: name → (size,
    mtime in ns); `summary`: what the shelf, the feed and the closing words need to know of it without opening it."""

    recipe: str
    translator: str
    unreviewed: tuple[str, ...]
    files: Mapping[str, tuple[int, int]]
    summary: Mapping[str, Any]


class Outputs:
    """`folder` holds one folder an article; `state` holds the records of what was built into `folder`."""

    def __init__(self, folder: Path, state: Path) -> None:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file, not a folder", "name another output folder with --output DIR")
        self.folder = folder
        where = hashlib.blake2b(str(folder.resolve()).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        self._records = state / "built" / where

    def record(self, slug: str) -> Record | None:
        """What was last built of an article, or None."""
        try:
            digest, _, text = (self._records / f"{slug}.json").read_bytes().partition(b"\n")
            # Pages that list all articles are made of records: a damaged one must not be believed.
            if digest != _digest(text):
                return None
            found = json.loads(text)
            files = {name: (size, mtime) for name, (size, mtime) in found["files"].items()}
            unreviewed = tuple(found["unreviewed"])
            return Record(found["recipe"], found["translator"], unreviewed, files, found["summary"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def age(self, slug: str) -> float:
        """Seconds since an article that has a record was built."""
        return time.time() - (self._records / f"{slug}.json").stat().st_mtime

    def intact(self, slug: str, record: Record) -> bool:
        """Whether every file of the record still lies there, untouched."""
        home = str(self._home(slug))
        try:
            return bool(record.files) and all(
                ((found := os.stat(f"{home}/{name}")).st_size, found.st_mtime_ns) == stamp  # noqa: PTH116  # 25,000 of them
                for name, stamp in record.files.items()
            )
        except OSError:
            return False

    @contextmanager
    def staging(self, slug: str) -> Iterator[Path]:
        """An empty folder on the same file system as the output, gone afterwards."""
        stage = self.folder / f"{_STAGING}{os.getpid()}" / slug
        try:
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir(parents=True)
            yield stage
        except OSError as error:
            # Of a copy, the second name is the one that could not be written.
            place = Path(error.filename2 or error.filename or stage)
            # What lies in the stage, or the folders above it, where they cannot be made; all else is another's error.
            if stage in (place, *place.parents) or place in stage.parents:
                raise disk_error(self.folder, error) from error
            raise
        finally:
            shutil.rmtree(stage, ignore_errors=True)
            with suppress(OSError):
                stage.parent.rmdir()

    def install(self, slug: str, stage: Path, record: Record) -> Record:
        """Move every file of `stage` into the article's folder, remove what is no longer made, write the record."""
        home = self._home(slug)
        names = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
        before = self.record(slug)
        ours = set(before.files if before else ()) | set(names)
        # Written first, so that a build killed half-way still knows which files were its own.
        self._write(slug, replace(record, recipe="", files=dict.fromkeys(sorted(ours), (0, 0))))
        try:
            for name in names:
                _move(stage / name, home / name)
            _remove(home, ours - set(names))
            stamps = {name: ((found := (home / name).stat()).st_size, found.st_mtime_ns) for name in names}
        except OSError as error:
            raise disk_error(home, error) from error
        finished = replace(record, files=stamps)
        self._write(slug, finished)
        return finished

    def _home(self, slug: str) -> Path:
        return self.folder if slug == SHELF else self.folder / slug

    def slugs(self) -> tuple[str, ...]:
        """The articles that have a record."""
        return tuple(sorted(path.stem for path in self._records.glob("*.json") if path.stem != SHELF))

    def prune(self, keep: Iterable[str]) -> tuple[str, ...]:
        """Remove what was built of articles not in `keep`, and what killed builds left. Returns the slugs that went."""
        kept = set(keep)
        gone = tuple(slug for slug in self.slugs() if slug not in kept)
        for slug in gone:
            record = self.record(slug)
            _remove(self.folder / slug, record.files if record else ())
            (self._records / f"{slug}.json").unlink(missing_ok=True)
        for stage in self.folder.glob(f"{_STAGING}*"):
            if not _in_use(stage):
                shutil.rmtree(stage, ignore_errors=True)
        return gone

    def _write(self, slug: str, record: Record) -> None:
        text = json.dumps(asdict(record), ensure_ascii=False).encode("utf-8", "surrogatepass")
        write_atomically(self._records / f"{slug}.json", _digest(text) + b"\n" + text)


def _digest(text: bytes) -> bytes:
    return hashlib.blake2b(_LAYOUT + text, digest_size=16).hexdigest().encode()


def _move(source: Path, target: Path) -> None:
    """Keep a file that has the same bytes, so that a sync or a backup sees only what changed."""
    if target.is_dir():
        raise StoreError(f"{target} is a folder where a file must go", "move that folder away and build again")
    with suppress(FileNotFoundError):
        if source.stat().st_size == target.stat().st_size and source.read_bytes() == target.read_bytes():
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _remove(home: Path, names: Iterable[str]) -> None:
    """Remove our files and the folders that this leaves empty."""
    folders = {home}
    for name in names:
        (home / name).unlink(missing_ok=True)
        folders |= {parent for parent in (home / name).parents if home in parent.parents}
    for folder in sorted(folders, key=lambda path: -len(path.parts)):
        with suppress(OSError):
            folder.rmdir()


def _in_use(stage: Path) -> bool:
    """Whether the build that made a stage may still live: by its process, on Windows by the stage's age."""
    pid = stage.name.removeprefix(_STAGING)
    if not pid.isdigit():
        return False
    if sys.platform == "win32":
        # There `os.kill` would end the process that it is to ask for.
        return time.time() - stage.stat().st_mtime < _LONGEST_BUILD
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
