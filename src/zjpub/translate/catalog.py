"""PO text ↔ entries, strictly: a file that is cut off or misquoted is refused with its line, never half understood.

The libraries for this read an unclosed string or a missing msgstr without a word; here that would lose a person's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(\[\d+\])?\s*(".*)$')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_PIECES = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPE = re.compile(r"\\(.)")
_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPED = {ord(char): "\\" + name for name, char in _UNESCAPED.items()}


class CatalogError(ValueError):
    """What is wrong, and in which line (1-based)."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


@dataclass(slots=True)
class Block:
    """One entry as it stands in the file. `fields`: msgctxt, msgid, msgstr and, after `#|`, previous."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    obsolete: bool = False


def parse(text: str) -> Iterator[Block]:
    """Every entry of a PO file, the header (empty msgid) included. Raises CatalogError."""
    block = Block(1)
    target = ""
    for number, raw in enumerate(re.split("\r\n?|\n", text), 1):
        line = raw.strip(" \t\ufeff")
        if not line:
            yield from _whole(block, number)
            block, target = Block(number + 1), ""
            continue
        if _starts_anew(line, block):
            yield from _whole(block, number)
            block, target = Block(number), ""
        target = _take(line, number, block, target)
    yield from _whole(block, number)


def _starts_anew(line: str, block: Block) -> bool:
    """Whether a line opens the next entry although no blank line stands between."""
    if "msgstr" not in block.fields:
        return False
    body = line[2:].lstrip() if line.startswith("#~") else line
    return (line.startswith("#") and not line.startswith("#~")) or body.startswith(("msgctxt", "msgid", "|"))


def _whole(block: Block, line: int) -> Iterator[Block]:
    if not block.fields:
        return
    for name in ("msgid", "msgstr"):
        if name not in block.fields:
            raise CatalogError(line, f"the entry that begins in line {block.line} has no {name}")
    yield block


def _take(line: str, number: int, block: Block, target: str) -> str:
    """Read one line into the block; the result is the field that a bare string would continue."""
    if line.startswith("#~"):
        block.obsolete = True
        line = line[2:].lstrip()
        if line.startswith("|"):
            return _text(line[1:].lstrip(), number, block, "#| ", target)
        return _text(line, number, block, "", target)
    if line.startswith("#|"):
        return _text(line[2:].lstrip(), number, block, "#| ", target)
    if line.startswith("#,"):
        block.flags += [flag.strip() for flag in line[2:].split(",")]
    elif line.startswith("#."):
        block.remarks.append(line[2:].strip())
    elif line.startswith("#") and not line.startswith("#:"):
        block.notes.append(line[1:].strip())
    elif not line.startswith("#"):
        return _text(line, number, block, "", target)
    return target


def _text(line: str, number: int, block: Block, prefix: str, target: str) -> str:
    keyword = _KEYWORD.match(line)
    if keyword and (keyword[1] == "msgid_plural" or keyword[2]):
        raise CatalogError(number, "plural forms have no place here")
    if keyword:
        target = prefix + keyword[1]
        if target in block.fields:
            raise CatalogError(number, f"a second {keyword[1]} in one entry")
        block.fields[target] = ""
    elif not target or not line.startswith('"'):
        raise CatalogError(number, f"cannot be understood: {line[:40]}")
    string = _STRING.match(keyword[3] if keyword else line)
    if not string:
        raise CatalogError(number, "a string is not closed, or holds a bare quotation mark")
    block.fields[target] += _ESCAPE.sub(lambda match: _UNESCAPED.get(match[1], match[0]), string[1])
    return target


def quoted(keyword: str, text: str) -> Iterator[str]:
    """A keyword and its string as PO lines, broken only after line ends."""
    pieces = _PIECES.findall(text)
    if len(pieces) < 2:
        yield f'{keyword} "{text.translate(_ESCAPED)}"'
        return
    yield f'{keyword} ""'
    for piece in pieces:
        yield f'"{piece.translate(_ESCAPED)}"'


def unparse(blocks: Iterable[Block]) -> str:
    """The text of a PO file: blank lines between entries, one line feed at the end."""
    return "\n".join("\n".join(_lines(block)) + "\n" for block in blocks)


def _lines(block: Block) -> Iterator[str]:
    # A line feed inside a comment would end it; U+2028 and its kind are no line ends to PO.
    yield from (("# " + note.replace("\n", " ")).rstrip() for note in block.notes)
    yield from ("#. " + remark.replace("\n", " ") for remark in block.remarks)
    if block.flags:
        yield "#, " + ", ".join(block.flags)
    old = "#~ " if block.obsolete else ""
    if "#| msgid" in block.fields:
        yield from (
            (old and "#~") + ("| " if old else "#| ") + line for line in quoted("msgid", block.fields["#| msgid"])
        )
    for name in ("msgctxt", "msgid", "msgstr"):
        if name in block.fields:
            yield from (old + line for line in quoted(name, block.fields[name]))
