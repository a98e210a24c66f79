"""File names → the names of folders and pages that every file system and every URL takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_MAX_BYTES = 80
_NOT_A_WORD = re.compile(r"[\W_]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def slug(stem: str) -> str:
    """Letters (Chinese too) and digits of any script, joined by hyphens; never empty, never more than 80 bytes.

    What had to be cut, or had no letters at all, gets a digest of the whole name, so that two such names stay two.
    """
    words = _NOT_A_WORD.sub("-", unicodedata.normalize("NFKC", stem)).strip("-")
    if not words:
        return f"article-{_digest(stem)}"
    if _RESERVED.fullmatch(words):
        return f"{words}-article"
    if len(words.encode()) <= _MAX_BYTES:
        return words
    kept = words.encode()[: _MAX_BYTES - 9].decode("utf-8", "ignore").strip("-")
    return f"{kept}-{_digest(stem)}"


def _digest(stem: str) -> str:
    return hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
