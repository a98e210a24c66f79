"""`content/glossary.csv`: the words a publication insists on, found longest first so that a short term never breaks a
longer one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from zjpub import sheets
from zjpub.errors import UsageError
from zjpub.translate.boundaries import inside

if TYPE_CHECKING:
    from _csv import Reader

_HINT = "a glossary is a CSV file of rows `zh,en` or `zh,en,note`, in UTF-8"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the file; `note` is for people."""

    zh: str
    en: str
    note: str = ""
    line: int = 0


@dataclass(frozen=True)
class Glossary:
    """The terms, and where they stand in a sentence."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def _by_first(self) -> dict[str, list[Term]]:
        table: dict[str, list[Term]] = {}
        for term in self.terms:
            table.setdefault(term.zh[0], []).append(term)
        return table

    def spans(self, zh: str) -> tuple[tuple[int, int, Term], ...]:
        """Where terms stand in a sentence, left to right; of two that overlap the longer one, then the earlier."""
        hits = [
            (at, at + len(term.zh), term)
            for at, char in enumerate(zh)
            for term in self._by_first.get(char, ())
            if _stands(term.zh, zh, at)
        ]
        chosen: list[tuple[int, int, Term]] = []
        for start, end, term in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
            if all(end <= other_start or start >= other_end for other_start, other_end, _ in chosen):
                chosen.append((start, end, term))
        return tuple(sorted(chosen, key=lambda hit: hit[0]))

    def terms_in(self, zh: str) -> tuple[tuple[str, str], ...]:
        """The rows (zh, en) that a translation of this sentence must honour, each once, in order."""
        return tuple(dict.fromkeys((term.zh, term.en) for _, _, term in self.spans(zh)))


def _stands(term: str, zh: str, at: int) -> bool:
    """Whether the term stands here as words of its own: `AI` not inside `RAIL`, 北大 not inside 湖北大学."""
    if not zh.startswith(term, at):
        return False
    before, after = zh[at - 1 : at], zh[at + len(term) : at + len(term) + 1]
    return not (_glued(before, term[0]) or _glued(term[-1], after) or inside(zh, at, at + len(term)))


def _glued(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def read(path: Path) -> Glossary:
    """Read a glossary; empty if there is no such file. Raises UsageError naming the lines that are wrong."""
    try:
        text = sheets.decoded(path.read_bytes())
    except FileNotFoundError:
        return Glossary()
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text (byte {error.start})", _HINT) from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}", _HINT) from error
    return Glossary(tuple(_agreed(_rows(text, path), path)))


def _rows(text: str, path: Path) -> Iterator[Term]:
    reader = sheets.reader(text, "zh", "en")
    try:
        yield from _terms(reader, path)
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: {error}", _HINT) from error


def _terms(reader: Reader, path: Path) -> Iterator[Term]:
    for row in reader:
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#") or (reader.line_num == 1 and cells[:2] == ["zh", "en"]):
            continue
        if len(cells) < 2 or len(cells) > 3 or not cells[0] or not cells[1]:
            raise UsageError(f"{path}, line {reader.line_num}: expected zh,en or zh,en,note: {','.join(row)}", _HINT)
        yield Term(cells[0], cells[1], cells[2] if len(cells) == 3 else "", reader.line_num)


def _agreed(rows: Iterator[Term], path: Path) -> Iterator[Term]:
    seen: dict[str, Term] = {}
    for term in rows:
        first = seen.setdefault(term.zh, term)
        if first.en != term.en:
            raise UsageError(
                f"{path}: lines {first.line} and {term.line} contradict each other: "
                f"{term.zh} is both “{first.en}” and “{term.en}”",
                "keep one of the two rows",
            )
        if first is term:
            yield term
