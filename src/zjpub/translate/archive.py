"""`.argosmodel` files (ZIP) → a package folder, opened as a stranger's work: sizes, ratios and paths are checked."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from zjpub.errors import StoreError, UsageError

MAX_BYTES = 4 * 1024**3
MAX_RATIO = 200
MAX_FILES = 10_000
_CHUNK = 1 << 20


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "zjpub"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "zjpub"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zjpub"


def digest(file: Path) -> str:
    """SHA-256 of a file, in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def opened(file: Path) -> Path:
    """The package folder inside an archive, unpacked once into the user's cache. Raises UsageError, StoreError."""
    try:
        home = cache_folder() / "models" / digest(file)[:24]
        if not home.is_dir():
            unpack(file, home)
    except OSError as error:
        raise StoreError(
            f"{file}: cannot be unpacked: {error.strerror}", "free some space or check permissions"
        ) from error
    return root(home, file)


def root(home: Path, file: Path) -> Path:
    """The folder with metadata.json: the archive's top or the one folder in it."""
    for folder in (home, *sorted(home.iterdir())):
        if (folder / "metadata.json").is_file():
            return folder
    raise UsageError(f"{file}: is no Argos package: metadata.json is missing", "choose an .argosmodel file")


def unpack(file: Path, home: Path) -> None:
    """Unpack into `home`, which appears only when all is there. Raises UsageError; OSError when the disk refuses."""
    home.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".unpack-", dir=home.parent))
    try:
        with zipfile.ZipFile(file) as archive:
            _check(archive, file)
            for member in archive.infolist():
                _extract(archive, member, beside, file)
        if not home.exists():
            beside.rename(home)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise UsageError(f"{file}: the archive is damaged or no Argos package: {error}", "download it again") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check(archive: zipfile.ZipFile, file: Path) -> None:
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > MAX_FILES or total > MAX_BYTES or total > MAX_RATIO * max(packed, 1):
        raise UsageError(f"{file}: unpacks to {total:,} bytes in {len(members):,} files, which no model needs",
                         "do not use this file")  # fmt: skip


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, home: Path, file: Path) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename or "\0" in member.filename:
        raise UsageError(f"{file}: holds an unsafe path, {member.filename!r}", "do not use this file")
    target = home.joinpath(*path.parts)
    if member.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    left = member.file_size
    with archive.open(member) as source, target.open("xb") as sink:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise UsageError(f"{file}: {member.filename} is larger than it says", "do not use this file")
            sink.write(chunk)
