"""Reviews out to people's own tools and back: rows of a spreadsheet or a translation memory ↔ entries of PO files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from zjpub.errors import TranslationError
from zjpub.translate.memory import Entry, Review

_COLUMNS = ("article", "id", "zh", "en", "status", "doubts", "note")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HINT = "the first row must name at least the columns zh and en; zjpub review export writes a sheet with all of them"
csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as it travels. `line`: its line in a sheet, its number in a memory; article, id may be unknown."""

    zh: str
    en: str
    article: str = ""
    id: str = ""
    approved: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the reviews that changed, how many sentences, the rows that fit no sentence, and those
    that another person's words stood against."""

    reviews: Mapping[str, Review]
    changed: int
    strange: tuple[Row, ...]
    refused: tuple[Row, ...]


def rows(reviews: Mapping[str, Review]) -> Iterator[Row]:
    """Every sentence of these articles that has English, in order."""
    for slug, review in reviews.items():
        for entry in review.entries:
            if not entry.obsolete and entry.en:
                yield Row(entry.zh, entry.en, slug, entry.id, entry.state == "approved")


def sheet(reviews: Mapping[str, Review]) -> bytes:
    """A CSV file for spreadsheets: every sentence, its status and its doubts."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for slug, review in reviews.items():
        for entry in review.entries:
            if not entry.obsolete:
                status = "reviewed" if entry.state == "approved" else "draft"
                cells = (slug, entry.id, entry.zh, entry.en, status, "; ".join(entry.remarks), "; ".join(entry.notes))
                writer.writerow([_inert(cell) for cell in cells])
    # Spreadsheets take a CSV file for local text unless it begins with this mark.
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) or _plain(cell) != cell else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def read_sheet(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows of a CSV file, as Excel, LibreOffice or a person saved it. Raises TranslationError with the line."""
    text = _decoded(data, name)
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        if not {"zh", "en"} <= set(columns):
            raise TranslationError(f"{name}, line 1: has no columns zh and en", _HINT)
        return tuple(_row(dict(zip(columns, cells, strict=False)), reader.line_num) for cells in reader if any(cells))
    except csv.Error as error:
        raise TranslationError(f"{name}, line {reader.line_num}: {error}", _HINT) from error


def _decoded(data: bytes, name: str) -> str:
    charsets = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for charset in charsets:
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    raise TranslationError(f"{name}: is no text that can be read", "save it as CSV in UTF-8")


def _row(cells: Mapping[str, str], line: int) -> Row:
    said = {name: _plain(cells.get(name, "")).replace("\r\n", "\n") for name in ("zh", "en", "article", "id")}
    approved = cells.get("status", "").strip().lower() in ("reviewed", "approved", "yes", "ok", "x", "1", "已审", "是")
    return Row(said["zh"], said["en"].strip(), said["article"].strip(), said["id"].strip(), approved, line)


def applied(reviews: Mapping[str, Review], given: Iterable[Row], outrank: bool = True) -> Imported:
    """Read rows into reviews: what differs from the entry, or is marked reviewed, becomes a person's word.

    `outrank`: whether a row may replace what a person approved (a sheet they edited may, a memory of old work may not).
    """
    entries = {slug: list(review.entries) for slug, review in reviews.items()}
    places: dict[str, list[tuple[str, int]]] = {}
    for slug, listed in entries.items():
        for index, entry in enumerate(listed):
            places.setdefault(entry.zh, []).append((slug, index))
    changed: set[tuple[str, int]] = set()
    strange: list[Row] = []
    refused: list[Row] = []
    for row in given:
        here = _places(row, places, entries)
        if not here and row.en:
            strange.append(row)
        for slug, index in here:
            entry = entries[slug][index]
            if not _says_more(row, entry):
                continue
            if entry.state == "approved" and not outrank:
                refused.append(row)
                continue
            entries[slug][index] = replace(entry, en=row.en, fuzzy=False, written="", previous="", remarks=())
            changed.add((slug, index))
    touched = {slug for slug, _ in changed}
    made = {slug: replace(reviews[slug], entries=tuple(entries[slug])) for slug in reviews if slug in touched}
    return Imported(made, len(changed), tuple(strange), tuple(refused))


def _says_more(row: Row, entry: Entry) -> bool:
    return bool(row.en) and (row.en != entry.en.strip() or (row.approved and entry.state != "approved"))


def _places(
    row: Row, places: Mapping[str, list[tuple[str, int]]], entries: Mapping[str, list[Entry]]
) -> list[tuple[str, int]]:
    """The entries a row speaks of: its own id in its own article; without one, all with its Chinese."""
    here = [
        (slug, index) for slug, index in places.get(row.zh, []) if row.article not in entries or row.article == slug
    ]
    own = [(slug, index) for slug, index in here if row.id and entries[slug][index].id == row.id]
    return own or here
