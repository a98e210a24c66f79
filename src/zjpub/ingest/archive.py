"""Zip archives that came from anywhere: read in memory, member by member, with limits that stop a bomb."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from zjpub.errors import IngestError
from zjpub.ingest.encoding import too_large
from zjpub.ingest.interface import MAX_TEXT_BYTES, damaged

_MAX_MEMBERS = 20_000
_RATIO_FROM_BYTES = 4 * 1024 * 1024
_MAX_RATIO = 500


class Archive:
    """The members of a zip file, by name. What is read in all may not exceed the limit of one text."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MAX_TEXT_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise self._damaged(error) from error
        if len(self._members) > _MAX_MEMBERS:
            raise IngestError(f"{name}: more than {_MAX_MEMBERS} files inside", "save the article's text on its own")

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def names(self) -> list[str]:
        """The members, in the archive's order."""
        return list(self._members)

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises IngestError for one that is missing, locked, damaged or too large."""
        info = self._members.get(member)
        if info is None:
            raise self._damaged(f"it lacks {member}")
        if info.flag_bits & 1:
            raise IngestError(f"{self._name}: protected by a password", "save a copy without the password")
        try:
            with self._zip.open(info) as file:
                data = file.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self._damaged(f"{member}: {error}") from error
        if len(data) > self._left or (
            len(data) > _RATIO_FROM_BYTES and len(data) > _MAX_RATIO * max(info.compress_size, 1)
        ):
            raise too_large(self._name, MAX_TEXT_BYTES)
        self._left -= len(data)
        return data

    def _damaged(self, why: object) -> IngestError:
        return damaged(self._name, why, "open it in the program it came from and save it again")
