"""Edition → EPUB 3 with media overlays, bilingual or in one language; the same edition gives the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from zjpub.model import Edition, Lang
from zjpub.render.epub_book import Book, lay_out
from zjpub.render.epub_overlay import overlay_file
from zjpub.render.epub_package import NAV, nav_file, package_file
from zjpub.render.epub_pages import STYLE, page_file

ROOT = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="{ROOT}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def render(edition: Edition, folder: Path) -> None:
    """`<slug>.epub`, both languages."""
    _write(lay_out(edition, ("zh", "en")), folder / f"{edition.slug}.epub")


def render_zh(edition: Edition, folder: Path) -> None:
    """`<slug>.zh.epub`."""
    _render_one(edition, folder, "zh")


def render_en(edition: Edition, folder: Path) -> None:
    """`<slug>.en.epub`."""
    _render_one(edition, folder, "en")


def _render_one(edition: Edition, folder: Path, lang: Lang) -> None:
    _write(lay_out(edition, (lang,)), folder / f"{edition.slug}.{lang}.epub")


def _write(book: Book, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        # Readers know the file by these bytes, uncompressed and first.
        _add(archive, "mimetype", BytesIO(b"application/epub+zip"), zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", BytesIO(_CONTAINER.encode()))
        for name, content in sorted(_texts(book)):
            _add(archive, f"{ROOT}/{name}", BytesIO(content))
        for name, source in sorted(book.audio.items()):
            with source.open("rb") as content_file:
                _add(archive, f"{ROOT}/{name}", content_file, zipfile.ZIP_STORED)


def _texts(book: Book) -> Iterator[tuple[str, bytes]]:
    """Every file of the book but its audio."""
    yield "package.opf", package_file(book)
    yield NAV, nav_file(book)
    yield STYLE, files("zjpub.render").joinpath("epub.css").read_bytes()
    yield book.cover_file, book.cover
    for page in book.pages:
        yield f"{page.name}.xhtml", page_file(book, page)
        if page.clips:
            yield f"{page.name}.smil", overlay_file(page)


def _add(archive: zipfile.ZipFile, name: str, content: BinaryIO, method: int = zipfile.ZIP_DEFLATED) -> None:
    """One entry without the marks of time, system and user that would differ between two builds."""
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = method
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    with archive.open(entry, "w") as target:
        shutil.copyfileobj(content, target, 1 << 20)
