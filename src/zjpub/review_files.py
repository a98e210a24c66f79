"""The PO files of many articles ↔ one spreadsheet or translation memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from zjpub.errors import UsageError
from zjpub.manuscript import po_path, slug_of
from zjpub.store import write_atomically
from zjpub.translate import po, tmx
from zjpub.translate.memory import Review
from zjpub.translate.review import Imported, applied, read_sheet, rows, sheet


def export(file: Path, articles: Sequence[Path]) -> int:
    """Write all sentences to `file` (.csv or .tmx); returns how many. Raises ZjpubError."""
    reviews = _reviews(articles)
    chosen = [row for row in rows(reviews) if row.approved or not _is_tmx(file)]
    write_atomically(file, tmx.compose(chosen) if _is_tmx(file) else sheet(reviews))
    return len(chosen)


def take(file: Path, articles: Sequence[Path]) -> Imported:
    """Read `file` (.csv or .tmx) into the PO files. Raises ZjpubError, before any PO file is touched."""
    if not file.is_file():
        raise UsageError(f"there is no file {file}", "check the path")
    given = tmx.read(file) if _is_tmx(file) else read_sheet(file.read_bytes(), str(file))
    done = applied(_reviews(articles), given, outrank=not _is_tmx(file))
    paths = {slug_of(path): po_path(path) for path in articles}
    for slug, review in done.reviews.items():
        po.save(paths[slug], slug, review)
    return done


def _reviews(articles: Sequence[Path]) -> Mapping[str, Review]:
    return {slug_of(path): po.read(po_path(path)) for path in articles}


def _is_tmx(file: Path) -> bool:
    if file.suffix.lower() not in (".tmx", ".csv"):
        raise UsageError(f"{file}: neither .csv nor .tmx", "name the file by what it shall be")
    return file.suffix.lower() == ".tmx"
