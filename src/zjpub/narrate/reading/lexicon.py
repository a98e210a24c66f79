"""The lexicon: how a project wants names and heteronyms said, read from `lexicon.csv`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from zjpub import sheets
from zjpub.errors import UsageError
from zjpub.model import Lang

_HEADER = ["text", "say", "lang"]
_HINT = "each row is text,say,lang with lang zh or en, for example: 占地,zhan4di4,zh"
_PINYIN = re.compile(r"(?:[a-zü]{1,6}[1-5] ?)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `say` is other words with the right sound, or numbered pinyin that only some voices take."""

    text: str
    say: str
    lang: Lang

    @property
    def pinyin(self) -> bool:
        return self.lang == "zh" and bool(_PINYIN.fullmatch(self.say))


@dataclass(frozen=True)
class Lexicon:
    """All rows of a lexicon."""

    entries: tuple[Entry, ...] = ()
    _tables: dict[tuple[Lang, bool], _Table] = field(default_factory=dict, init=False, repr=False, compare=False)

    def apply(self, text: str, lang: Lang, pinyin: bool) -> str:
        """Say the words of `text` as the lexicon wants, longest first; without `pinyin`, rows in pinyin are skipped.

        Applying it twice changes nothing more.
        """
        if not self.entries:
            return text
        table = self._tables.get((lang, pinyin))
        if table is None:
            rows = [row for row in self.entries if row.lang == lang and (pinyin or not row.pinyin)]
            table = self._tables[lang, pinyin] = _Table({row.text: row.say for row in rows})
        return table.apply(text)


@dataclass(frozen=True)
class _Table:
    says: dict[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        known = sorted({*self.says, *self.says.values()}, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(_bounded, known)))

    def apply(self, text: str) -> str:
        return self._pattern.sub(lambda m: self.says.get(m.group(), m.group()), text) if self.says else text


def _bounded(word: str) -> str:
    """A Latin word matches whole words only; Chinese has no spaces to go by."""
    start = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    end = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return start + re.escape(word) + end


EMPTY = Lexicon()


def read(path: Path) -> Lexicon:
    """Read `lexicon.csv` (header `text,say,lang`). Raises UsageError with file and line."""
    try:
        text = sheets.decoded(path.read_bytes())
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read: {error.strerror}", "check the file's name and permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text", "save it as UTF-8 (in Excel: CSV UTF-8)") from error
    rows = sheets.reader(text, "text", "say")
    entries: dict[tuple[str, str], Entry] = {}
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if (rows.line_num == 1 and [cell.lower() for cell in cells] == _HEADER) or not any(cells):
                continue
            entry = _entry(cells, f"{path}:{rows.line_num}", first=rows.line_num == 1)
            if (entry.text, entry.lang) in entries:
                raise UsageError(f"{path}:{rows.line_num}: {entry.text} is there twice", "keep one of the two rows")
            entries[entry.text, entry.lang] = entry
    except csv.Error as error:
        raise UsageError(f"{path}:{rows.line_num}: {error}", _HINT) from error
    return Lexicon(tuple(entries.values()))


def _entry(cells: list[str], where: str, first: bool) -> Entry:
    if first:
        raise UsageError(f"{where}: the header must be text,say,lang, not {','.join(cells)}", _HINT)
    if len(cells) != 3:
        raise UsageError(f"{where}: expected 3 columns, found {len(cells)}", _HINT)
    text, say, lang = cells
    if not text or not say:
        raise UsageError(f"{where}: {'text' if not text else 'say'} is empty", _HINT)
    if lang not in ("zh", "en"):
        raise UsageError(f"{where}: lang is {lang or 'empty'}, not zh or en", _HINT)
    return Entry(text, say, cast(Lang, lang))
