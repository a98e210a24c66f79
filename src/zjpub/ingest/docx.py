"""Word documents, read from their XML: no Word library knows the numbers of lists, and the rest is a walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from zjpub.errors import IngestError
from zjpub.ingest.archive import Archive
from zjpub.ingest.blocks import Block, as_lines, with_title
from zjpub.ingest.interface import Text, damaged
from zjpub.ingest.numbering import Counters, Level
from zjpub.sentences import CELL

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_PROSE = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}rt", _FALLBACK))
_MAX_STYLE_CHAIN = 20


def read(data: bytes, name: str) -> Text:
    """Paragraphs as blocks, numbered from 1; Word's headings, title and lists are marked, list numbers written out.

    Deleted and hidden text, page headers and footnotes are left out.
    """
    if data.startswith(_OLE):
        raise IngestError(
            f"{name}: protected by a password, or in Word's old format", "save it as .docx without a password"
        )
    archive = Archive(data, name)
    document = _xml(archive, "word/document.xml", name)
    styles = _styles(_xml(archive, "word/styles.xml", name) if "word/styles.xml" in archive else None)
    counters = _counters(_xml(archive, "word/numbering.xml", name) if "word/numbering.xml" in archive else None)
    blocks = list(_in_rows(_blocks(document, styles, counters)))
    if not blocks and any(member.startswith("word/media/") for member in archive.names()):
        raise IngestError(f"{name}: holds only pictures", "run text recognition (OCR) on it and save the text")
    return Text(as_lines(with_title(blocks)))


def _xml(archive: Archive, member: str, name: str) -> etree._Element:
    from lxml import etree

    data = archive.read(member).replace(_STRICT, _W[1:-1].encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name, f"{member} is not valid XML: {error}", "open it in Word and save it again") from error


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says of its paragraphs; `level` 0 is no heading, `list_id` "" no list."""

    title: bool = False
    level: int = 0
    list_id: str = ""
    depth: int = 0


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    """Style id → what it means, with what it takes over from the styles it is based on."""
    if root is None:
        return {}
    own = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    return {style_id: _style(style_id, own) for style_id in own}


def _style(style_id: str, own: dict[str, etree._Element]) -> _Style:
    found = _Style()
    for _ in range(_MAX_STYLE_CHAIN):
        element = own.get(style_id)
        if element is None:
            break
        label = _value(element, "name").lower()
        found = replace(found, title=found.title or label in ("title", "标题"))
        if label.startswith("heading ") and label[8:].isdecimal():
            found = replace(found, level=found.level or int(label[8:]))
        found = _with_properties(found, element.find(f"{_W}pPr"))
        style_id = _value(element, "basedOn")
    return found


def _with_properties(style: _Style, properties: etree._Element | None) -> _Style:
    """The style with what a paragraph's own properties, or a parent's, add where nothing nearer spoke."""
    if properties is None:
        return style
    outline = _value(properties, "outlineLvl")
    if not style.level and outline.isdecimal() and int(outline) < 9:
        style = replace(style, level=int(outline) + 1)
    numbered = properties.find(f"{_W}numPr")
    if numbered is not None and not style.list_id:
        depth = _value(numbered, "ilvl")
        style = replace(
            style, list_id=_value(numbered, "numId"), depth=int(depth) if depth.isdecimal() else style.depth
        )
    return style


def _counters(root: etree._Element | None) -> Counters:
    if root is None:
        return Counters({}, {})
    definitions = {
        element.get(f"{_W}abstractNumId", ""): dict(map(_level, element.iter(f"{_W}lvl")))
        for element in root.iter(f"{_W}abstractNum")
    }
    lists: dict[str, dict[int, Level]] = {}
    families: dict[str, str] = {}
    for element in root.iter(f"{_W}num"):
        list_id, definition = element.get(f"{_W}numId", ""), _value(element, "abstractNumId")
        lists[list_id] = definitions.get(definition, {})
        restarted = element.find(f"{_W}lvlOverride") is not None
        families[list_id] = f"list {list_id}" if restarted else definition
    return Counters(lists, families)


def _level(element: etree._Element) -> tuple[int, Level]:
    depth, start = element.get(f"{_W}ilvl", "0"), _value(element, "start")
    return int(depth) if depth.isdecimal() else 0, Level(
        _value(element, "lvlText"), _value(element, "numFmt") or "decimal", int(start) if start.isdecimal() else 1
    )


def _blocks(
    document: etree._Element, styles: dict[str, _Style], counters: Counters
) -> Iterator[tuple[Block, etree._Element | None]]:
    """Each paragraph, with its cell where it stands in a table."""
    page_break = False
    for paragraph in document.iter(f"{_W}p"):
        if any(above.tag in _NOT_PROSE for above in paragraph.iterancestors()):
            continue
        properties = paragraph.find(f"{_W}pPr")
        named = styles.get(_value(properties, "pStyle"), _Style())
        own = _with_properties(_Style(), properties)
        style = replace(
            named,
            level=own.level or named.level,
            list_id=own.list_id or named.list_id,
            depth=own.depth if own.list_id else named.depth,
        )
        text = _words(paragraph)
        page_break = page_break or text.lstrip("\n ").startswith("\f")
        words = "\n".join(line.strip(" \t") for line in text.replace("\f", "\n").split("\n") if line.strip())
        if words:
            yield _block(words, style, counters.label(style.list_id, style.depth), page_break), _cell(paragraph)
            page_break = False
        page_break = page_break or text.rstrip("\n ").endswith("\f")


def _cell(paragraph: etree._Element) -> etree._Element | None:
    """The cell it stands in beside others; a table of one cell is a frame around prose."""
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    row = cell.getparent() if cell is not None else None
    return cell if row is not None and sum(1 for _ in row.iterchildren(f"{_W}tc")) > 1 else None


def _in_rows(placed: Iterable[tuple[Block, etree._Element | None]]) -> Iterator[Block]:
    """A table's row is one block, unless a cell of it holds several paragraphs: then it is prose side by side."""
    for row, group in groupby(placed, key=lambda pair: None if pair[1] is None else pair[1].getparent()):
        found = list(group)
        blocks = [block for block, _ in found]
        if row is None:
            yield from blocks
        elif len({cell for _, cell in found}) == len(found):
            yield Block(CELL.join(block.text.replace("\n", " ") for block in blocks), "item")
        else:
            yield from (replace(block, mark=block.mark or "item") for block in blocks)


def _block(words: str, style: _Style, label: str, page_break: bool) -> Block:
    if style.title:
        return Block(words, "title")
    if style.level:
        return Block(label + words, "heading", style.level)
    if style.list_id not in ("", "0"):
        return Block(label + words, "item")
    return Block(words, "page" if page_break else "")


def _words(paragraph: etree._Element) -> str:
    """The visible text of one paragraph, with \\n for a line break and \\f for a page break; without its text boxes."""
    from lxml import etree

    words: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element is not paragraph and (element.tag == f"{_W}p" or _is_unseen(element)):
            walk.skip_subtree()
        elif element.tag == f"{_W}t":
            words.append((element.text or "").replace("\n", " "))
        elif element.tag == f"{_W}br":
            words.append("\f" if element.get(f"{_W}type") == "page" else "\n")
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
    return "".join(words)


def _is_unseen(element: etree._Element) -> bool:
    hidden = element.tag == f"{_W}r" and element.find(f"{_W}rPr/{_W}vanish") is not None
    return hidden or element.tag in _NOT_PROSE


_SIGNS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}


def _value(parent: etree._Element | None, tag: str) -> str:
    """The `w:val` of a child, or ""."""
    child = parent.find(f"{_W}{tag}") if parent is not None else None
    return child.get(f"{_W}val", "") if child is not None else ""
