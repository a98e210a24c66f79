"""Content-addressed memory beside `content/`: what an engine once made is never asked for again.

A key is the kind and a digest of labelled ingredients. Objects are written beside and moved into place, so a reader
never sees half of one, a killed build leaves nothing wrong behind, and two builds at once write the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from zjpub.errors import StoreError

_DAY = 86_400
_UNUSED_DAYS = 90
_DIGEST = 16
_SUM = ".sum"


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` so that `path` is the old file or the new one at every moment. Raises StoreError."""
    try:
        if path.is_dir():
            raise StoreError(f"cannot write {path}: it is a folder", "name a file")
    except OSError as error:
        raise disk_error(path, error) from error
    beside = path.with_name(f".{path.name[:80]}.{os.getpid()}.{time.monotonic_ns()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        # A plain write could be cut off half-way by a kill or a full disk; a rename on one file system cannot.
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise disk_error(path, error) from error


def disk_error(path: Path, error: OSError) -> StoreError:
    """The same words for every refusal of the disk."""
    # Copying a folder, Python gathers what went wrong with each file: (from, to, why).
    why = error.args[0][0][2].partition(": ")[0] if isinstance(error, shutil.Error) else error.strerror or error
    return StoreError(
        f"cannot write {path}: {why}",
        "free some space or mend the permissions, then run the same command again; nothing that was there is harmed",
    )


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def _used(path: Path) -> bool:
    """Whether the file is there; if so it counts as used today, so that `prune` keeps it."""
    try:
        if time.time() - path.stat().st_mtime > _DAY:
            os.utime(path)
            if path.with_suffix(_SUM).exists():
                os.utime(path.with_suffix(_SUM))
    except OSError:
        return path.exists()
    return True


class Store:
    """Bytes by key, in a folder that may be deleted at any time at the cost of doing the work again."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @staticmethod
    def key(kind: str, **recipe: str) -> str:
        """`kind-digest`. The recipe holds all that changes the result, by label, and nothing else."""
        digest = hashlib.blake2b(kind.encode(), digest_size=20)
        for label in sorted(recipe):
            for part in (label, recipe[label]):
                encoded = part.encode("utf-8", "surrogatepass")
                # The length keeps ("ab", "c") and ("a", "bc") apart.
                digest.update(len(encoded).to_bytes(8, "big") + encoded)
        return f"{kind}-{digest.hexdigest()}"

    def __contains__(self, key: str) -> bool:
        """Whether there is such an object; that it is sound only `get` and `file` know."""
        return _used(self._place(key))

    def get(self, key: str) -> bytes | None:
        """The object, or None when there is none, or it is damaged, which costs only work."""
        path = self._place(key)
        try:
            found = path.read_bytes() if _used(path) else b""
        except OSError:
            return None
        digest, data = found[:_DIGEST], found[_DIGEST:]
        return data if found and digest == _digest(data) else None

    def put(self, key: str, data: bytes) -> None:
        """Remember `data`. Raises StoreError when the disk refuses."""
        write_atomically(self._place(key), _digest(data) + data)

    def file(self, key: str) -> Path | None:
        """Where a file lies that `put_file` wrote, or None when there is none or it is damaged. Never change it."""
        path = self._place(key)
        try:
            sound = _used(path) and path.with_suffix(_SUM).read_bytes() == _digest(path.read_bytes())
        except OSError:
            return None
        return path if sound else None

    def put_file(self, key: str, data: bytes) -> Path:
        """Remember `data` as a file of just these bytes, for those who need a path. Raises StoreError."""
        path = self._place(key)
        write_atomically(path.with_suffix(_SUM), _digest(data))
        write_atomically(path, data)
        return path

    def prune(self) -> int:
        """Forget what no build has used for 90 days; looks at most once a day. Returns how many objects went."""
        now = time.time()
        marker = self._root / "pruned"
        with suppress(OSError):
            if now - marker.stat().st_mtime < _DAY:
                return 0
        gone = 0
        for path in self._root.glob("objects/*/*"):
            with suppress(OSError):
                if now - path.stat().st_mtime > _UNUSED_DAYS * _DAY:
                    path.unlink()
                    gone += 1
        write_atomically(marker, b"unused objects were looked for when this file was written\n")
        return gone

    def _place(self, key: str) -> Path:
        kind, _, digest = key.rpartition("-")
        return self._root / "objects" / f"{kind}-{digest[:2]}" / digest[2:]
