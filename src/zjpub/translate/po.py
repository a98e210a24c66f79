"""`content/<slug>.po`: where machine and person meet, kept so that no build ever loses a person's word.

What zjpub writes carries a mark (a digest in a `#` comment, which msgmerge keeps), so that it knows its own words from
a person's edit even where the person left `fuzzy` standing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from zjpub.errors import TranslationError
from zjpub.model import Article, Line, Sentence, Translation
from zjpub.store import write_atomically
from zjpub.translate.catalog import Block, CatalogError, parse, unparse
from zjpub.translate.memory import NOTHING, Entry, Match, Review, digest, match, returning

_MARK = re.compile(r"written by zjpub \[([0-9a-f]{10})\]$")
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.-]+)")
_HINT = "mend that line in a text editor or bring back an earlier copy; the file was left as it is"


def read(path: Path) -> Review:
    """The entries of a PO file; none if there is no such file. Raises TranslationError with the line that is broken."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return NOTHING
    except OSError as error:
        raise TranslationError(f"{path}: cannot be read: {error.strerror}", "check its permissions") from error
    try:
        return _review(parse(_decoded(data)))
    except CatalogError as error:
        raise TranslationError(f"{path}, line {error.line}: {error.what}", _HINT) from error


def _decoded(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    charset = named[1].decode() if named and named[1] != b"CHARSET" else "utf-8"
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        charset = "utf-16"
    try:
        return data.decode(charset)
    except LookupError:
        raise CatalogError(1, f"the header names an unknown charset, {charset}") from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CatalogError(line, f"is not {charset} text") from None


def _review(blocks: Iterable[Block]) -> Review:
    header: dict[str, str] = {}
    entries: list[Entry] = []
    for block in blocks:
        if block.fields["msgid"]:
            entries.append(_entry(block))
        elif not block.obsolete:
            fields = (line.partition(":") for line in block.fields["msgstr"].splitlines())
            header = {name.strip(): value.strip() for name, colon, value in fields if colon}
    return Review(tuple(entries), header)


def _entry(block: Block) -> Entry:
    marks = [mark[1] for note in block.notes if (mark := _MARK.match(note))]
    return Entry(
        id=block.fields.get("msgctxt", ""),
        zh=block.fields["msgid"],
        en=block.fields["msgstr"],
        fuzzy="fuzzy" in block.flags,
        written=marks[0] if marks else "",
        previous=block.fields.get("#| msgid", ""),
        notes=tuple(note for note in block.notes if not _MARK.match(note)),
        remarks=tuple(block.remarks),
        obsolete=block.obsolete,
    )


def write(
    path: Path,
    article: Article,
    translation: Translation,
    previous: Review = NOTHING,
    suggest: Callable[[str], str] = lambda zh: "",
) -> bool:
    """Bring the PO file up to date; True if its bytes changed.

    The file is read once more first: what a person saved since `previous` was read is kept. `suggest`: Chinese → a
    remark with what a person said of a sentence much like it (`memory.Similar`). Raises TranslationError, StoreError.
    """
    standing = read(path) if path.exists() else previous
    data = render(article, translation, standing, suggest).encode("utf-8")
    if path.exists() and path.read_bytes() == data:
        return False
    write_atomically(path, data)
    return True


def render(article: Article, translation: Translation, standing: Review, suggest: Callable[[str], str]) -> str:
    """The whole text of the PO file: header, a block a sentence in reading order, then what a person once said."""
    sentences = list(article.sentences())
    matches = match(sentences, standing)
    entries = [_current(s, translation.lines[s.id], matches.get(s.id)) for s in sentences]
    blocks = [_header(article.slug, standing.header)]
    blocks += [_block(replace(e, remarks=_remarks(e, translation.lines[e.id], suggest))) for e in entries]
    blocks += [_block(entry) for entry in _kept(standing.entries, entries)]
    return unparse(blocks)


def save(path: Path, slug: str, review: Review) -> None:
    """Write a review as it is, after a spreadsheet or a translation memory was read into it. Raises StoreError."""
    text = unparse([_header(slug, review.header), *map(_block, review.entries)])
    write_atomically(path, text.encode("utf-8"))


def _current(sentence: Sentence, line: Line, hit: Match | None) -> Entry:
    """The entry for a sentence: a person's if they said anything, otherwise what this build made."""
    notes = hit.entry.notes if hit else ()
    if hit and not hit.near and hit.entry.state in ("approved", "edited"):
        old = hit.entry
        return Entry(sentence.id, sentence.zh, old.en, old.fuzzy, old.written if old.fuzzy else "", "", notes)
    if hit and (hit.near or hit.entry.state == "returned"):
        return Entry(sentence.id, sentence.zh, hit.entry.en, True, returning(hit.entry.en), hit.before, notes)
    if line.origin == "none":
        return Entry(sentence.id, sentence.zh, "", notes=notes)
    if line.origin == "reviewed":
        return Entry(sentence.id, sentence.zh, line.en, notes=notes)
    return Entry(sentence.id, sentence.zh, line.en, True, digest(line.en), notes=notes)


def _kept(standing: Iterable[Entry], entries: Iterable[Entry]) -> Iterator[Entry]:
    """A person's entries that no sentence needs today, as obsolete ones: the paragraph may come back."""
    said = {(entry.zh, entry.en) for entry in entries}
    names = {(entry.id, entry.zh) for entry in entries}
    # Those that are obsolete already come first, so that a second build finds nothing to do.
    for entry in sorted(standing, key=lambda entry: not entry.obsolete):
        zh = entry.previous if entry.state == "returned" and entry.previous else entry.zh
        if entry.state not in ("approved", "edited", "returned") or (zh, entry.en) in said:
            continue
        name = entry.id
        while (name, zh) in names:
            name += "~"
        said.add((zh, entry.en))
        names.add((name, zh))
        # Whoever approved words for an earlier wording approved them for that one.
        fuzzy = entry.fuzzy and not (entry.state == "returned" and entry.previous)
        yield Entry(name, zh, entry.en, fuzzy, entry.written if fuzzy else "", notes=entry.notes, obsolete=True)


def _remarks(entry: Entry, line: Line, suggest: Callable[[str], str]) -> tuple[str, ...]:
    remarks = [f"{flag.code}: {flag.message}" for flag in line.flags]
    if entry.state == "machine" and (similar := suggest(entry.zh)):
        remarks.append(similar)
    if entry.state == "returned" and line.en != entry.en and line.origin == "machine":
        remarks.append(f"machine: {line.en}")
    return tuple(remarks)


def _block(entry: Entry) -> Block:
    fields = {"#| msgid": entry.previous} if entry.previous else {}
    fields |= ({"msgctxt": entry.id} if entry.id else {}) | {"msgid": entry.zh, "msgstr": entry.en}
    mark = [f"written by zjpub [{entry.written}]"] if entry.written else []
    return Block(
        0, fields, [*entry.notes, *mark], list(entry.remarks), ["fuzzy"] if entry.fuzzy else [], entry.obsolete
    )


def _header(slug: str, standing: Mapping[str, str]) -> Block:
    fixed = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    header = {"Project-Id-Version": slug, **standing, **fixed}
    return Block(0, {"msgid": "", "msgstr": "".join(f"{name}: {value}\n" for name, value in header.items())})
