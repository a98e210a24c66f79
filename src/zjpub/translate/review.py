"""Reviews out to people's own tools and back: rows of a spreadsheet or a translation memory ↔ entries of PO files."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zjpub import sheets
from zjpub.errors import TranslationError
from zjpub.translate.memory import Entry, Review, digest

_COLUMNS = ("article", "id", "zh", "en", "status", "doubts", "note", "exported")
"""The last one is what the row was when it went out, so that a row that nobody touched says nothing when it comes back:
the PO file may have moved on since."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HINT = "the first row must name at least the columns zh and en; zjpub review export writes a sheet with all of them"
_CHANCE = 2
_Place = tuple[str, int]
"""An article's slug and the position of an entry in its review."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence as it travels. `line`: its line in a sheet, its number in a memory; `exported`: what it was when
    zjpub wrote it; article, id and exported may be unknown."""

    zh: str
    en: str
    article: str = ""
    id: str = ""
    approved: bool = False
    line: int = 0
    exported: str = ""

    @property
    def untouched(self) -> bool:
        """Whether it comes back as zjpub wrote it."""
        return self.exported == _stamp(self.en, self.approved)


def _stamp(en: str, approved: bool) -> str:
    # A word first, since a spreadsheet would round a number.
    return f"{'reviewed' if approved else 'draft'} {digest(en.strip())}"


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
                writer.writerow([_inert(cell) for cell in (*cells, _stamp(entry.en, entry.state == "approved"))])
    # Spreadsheets take a CSV file for local text unless it begins with this mark.
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) or _plain(cell) != cell else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def read_sheet(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows of a CSV file, as Excel, LibreOffice or a person saved it. Raises TranslationError with the line."""
    try:
        reader = sheets.reader(sheets.decoded(data), "zh", "en")
    except UnicodeDecodeError as error:
        raise TranslationError(f"{name}: is no text that can be read", "save it as CSV in UTF-8") from error
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        if not {"zh", "en"} <= set(columns):
            raise TranslationError(f"{name}, line 1: has no columns zh and en", _HINT)
        rows = [_row(dict(zip(columns, cells, strict=False)), reader.line_num) for cells in reader if any(cells)]
    except csv.Error as error:
        raise TranslationError(f"{name}, line {reader.line_num}: {error}", _HINT) from error
    if strayed := _strayed(rows):
        raise TranslationError(
            f"{name}, line {strayed[0].line}: the English in {len(strayed)} rows was that of other rows",
            "it looks as if one column had been sorted alone: undo that, or export again and sort whole rows",
        )
    return tuple(rows)


def _strayed(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with the English that another one went out with, if most of what was touched is: no editor's work."""
    homes: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        homes[row.exported.rpartition(" ")[2]].add(row.zh)
    touched = [row for row in rows if row.exported and not row.untouched]
    strayed = [row for row in touched if row.zh not in homes.get(digest(row.en), {row.zh})]
    return strayed if len(strayed) > max(_CHANCE, len(touched) / 2) else ()


def _row(cells: Mapping[str, str], line: int) -> Row:
    said = {
        name: _plain(cells.get(name, "")).replace("\r\n", "\n") for name in ("zh", "en", "article", "id", "exported")
    }
    approved = cells.get("status", "").strip().lower() in ("reviewed", "approved", "yes", "ok", "x", "1", "已审", "是")
    return Row(
        said["zh"], said["en"].strip(), said["article"].strip(), said["id"].strip(), approved, line, said["exported"]
    )


def applied(reviews: Mapping[str, Review], given: Iterable[Row], outrank: bool = True) -> Imported:
    """Read rows into reviews: what differs from the entry, or is marked reviewed, becomes a person's word.

    `outrank`: whether a row may replace what a person approved (a sheet they edited may, a memory of old work may not).
    """
    entries = {slug: list(review.entries) for slug, review in reviews.items()}
    changed: set[_Place] = set()
    strange: list[Row] = []
    refused: list[Row] = []
    for row, here in _placed(list(given), entries):
        if row.untouched:
            continue
        if not here and row.en:
            strange.append(row)
        for slug, index in here:
            entry = entries[slug][index]
            if not _says_more(row, entry):
                continue
            if _anothers(row, entry) and not (outrank and _last_seen(row, entry)):
                refused.append(row)
                continue
            entries[slug][index] = replace(entry, en=row.en, fuzzy=False, written="", previous="", remarks=())
            changed.add((slug, index))
    touched = {slug for slug, _ in changed}
    made = {slug: replace(reviews[slug], entries=tuple(entries[slug])) for slug in reviews if slug in touched}
    return Imported(made, len(changed), tuple(strange), tuple(refused))


def _says_more(row: Row, entry: Entry) -> bool:
    return bool(row.en) and (row.en != entry.en.strip() or (row.approved and entry.state != "approved"))


def _anothers(row: Row, entry: Entry) -> bool:
    """Whether a person wrote other words there."""
    return entry.state in ("approved", "edited") and row.en != entry.en.strip()


def _last_seen(row: Row, entry: Entry) -> bool:
    """Whether the entry is as the row's editor saw it, as far as is known: then they meant to replace just that."""
    return not row.exported or row.exported == _stamp(entry.en, entry.state == "approved")


def _placed(given: Sequence[Row], entries: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[Row, Sequence[_Place]]]:
    """Each row with the entries it speaks of: that of its own id in its own article, otherwise all with its Chinese.

    Of several rows for the same Chinese in an article, those whose ids have moved get one of the others each, in order.
    """
    places: dict[str, list[_Place]] = defaultdict(list)
    for slug, listed in entries.items():
        for index, entry in enumerate(listed):
            places[entry.zh].append((slug, index))
    own = [_own(row, places, entries) for row in given]
    taken = set(filter(None, own))
    lost = Counter((row.article, row.zh) for row, place in zip(given, own, strict=True) if row.id and not place)
    for row, place in zip(given, own, strict=True):
        here = [at for at in places[row.zh] if row.article not in entries or row.article == at[0]]
        if place:
            here = [place]
        elif row.id:
            here = [at for at in here if at not in taken]
            here = here[:1] if lost[row.article, row.zh] > 1 else here
            taken.update(here)
        yield row, here


def _own(row: Row, places: Mapping[str, Sequence[_Place]], entries: Mapping[str, Sequence[Entry]]) -> _Place | None:
    return next(
        (at for at in places[row.zh] if row.article == at[0] and row.id and entries[at[0]][at[1]].id == row.id), None
    )
