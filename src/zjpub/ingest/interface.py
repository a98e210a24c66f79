"""What a reader is: one function, the bytes of a file → its marked lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from zjpub.errors import IngestError
from zjpub.model import InputLine

MAX_TEXT_BYTES = 32 * 1024 * 1024
"""The largest text (txt, md, html, or what an archive unpacks to) that is read: some ten million characters."""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""The largest file of any kind that is read: docx, pdf and epub carry pictures."""


def damaged(name: str, why: object, hint: str) -> IngestError:
    """The error for a file that is broken; `why` is what a library said of it, cut to one line."""
    words = " ".join(str(why).split())[:160] or type(why).__name__
    return IngestError(f"{name}: damaged: {words}", hint)


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader found: lines, numbered as in the file where the format has lines, and the front matter."""

    lines: tuple[InputLine, ...]
    settings: Mapping[str, object] = field(default_factory=dict)


class Reader(Protocol):
    """One file format. `name` is how messages call the file. Raises IngestError, or UsageError for its front matter."""

    def __call__(self, data: bytes, name: str) -> Text: ...
