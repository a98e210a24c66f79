"""The story of the room: a file is opened, its reader chosen by its suffix, and that it has words is checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from zjpub.errors import IngestError
from zjpub.ingest import docx, epub, html, md, pdf, txt
from zjpub.ingest.characters import as_meant
from zjpub.ingest.encoding import too_large
from zjpub.ingest.interface import MAX_FILE_BYTES, Reader
from zjpub.ingest.slug import slug
from zjpub.model import InputLine, Source

READERS: dict[str, Reader] = {
    ".txt": txt.read,
    ".md": md.read,
    ".markdown": md.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".epub": epub.read,
}
UNREAD = (".doc", ".docm", ".rtf", ".odt", ".wps", ".pages", ".mht", ".mhtml", ".mobi", ".azw3", ".caj")
"""Kinds of document that may hold an article, and that nothing here reads: whoever leaves one there is told."""
SUFFIXES = tuple(READERS)
"""The file name endings, in lower case and with their dots, that can be read."""


def ingest(path: Path, name: str | None = None) -> Source:
    """Read one article. `name`: what messages call the file. A file without a suffix is taken for text.

    Raises IngestError for what cannot be read, UsageError for a broken settings block at its top.
    """
    name = str(path) if name is None else name
    reader = _reader(path, name)
    data = _bytes(path, name)
    if not data:
        raise IngestError(f"{name}: the file is empty", "put the article's text into it, or remove it")
    text = reader(data, name)
    lines = tuple(map(_as_meant, text.lines))
    if not any(line.text.strip() for line in lines):
        raise IngestError(f"{name}: there are no words in it", "put the article's text into it, or remove it")
    return Source(slug(path.stem), name, lines, text.settings)


def _as_meant(line: InputLine) -> InputLine:
    text = as_meant(line.text)
    return line if text == line.text else replace(line, text=text)


def _reader(path: Path, name: str) -> Reader:
    suffix = path.suffix.lower()
    if suffix and suffix not in READERS:
        raise IngestError(f"{name}: files of kind {suffix} cannot be read", f"save it as one of: {', '.join(SUFFIXES)}")
    return READERS[suffix or ".txt"]


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise IngestError(f"{name}: no such file", "check the name and the folder") from error
    except IsADirectoryError as error:
        raise IngestError(f"{name}: a folder, not a file", "name a file in it") from error
    except PermissionError as error:
        # Windows says the same of a folder.
        if path.is_dir():
            raise IngestError(f"{name}: a folder, not a file", "name a file in it") from error
        raise IngestError(f"{name}: no permission to read it", "give yourself the right to read the file") from error
    except (OSError, ValueError) as error:
        raise IngestError(f"{name}: cannot be read: {error}", "check the name and the disk") from error
    if len(data) > MAX_FILE_BYTES:
        raise too_large(name, MAX_FILE_BYTES)
    return data
