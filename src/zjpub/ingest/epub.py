"""EPUB books: their chapters in the order of the spine, as one article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from zjpub.errors import IngestError
from zjpub.ingest.archive import Archive
from zjpub.ingest.blocks import Block, as_lines, with_title
from zjpub.ingest.encoding import decode
from zjpub.ingest.interface import Text, damaged
from zjpub.ingest.markup import blocks_of, declared_encoding, parse_xhtml

if TYPE_CHECKING:
    from lxml import etree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read(data: bytes, name: str) -> Text:
    """Blocks, numbered from 1; the book's title first if no heading of the first level opens it.

    The table of contents and what stands outside the reading order are left out.
    """
    archive = Archive(data, name)
    if _CONTAINER not in archive:
        raise IngestError(f"{name}: not an EPUB: it lacks {_CONTAINER}", "check what kind of file it is")
    _refuse_locked(archive, name)
    package_path = _attribute(_tree(archive, _CONTAINER, name), "rootfile", "full-path")
    package = _tree(archive, package_path, name)
    blocks = [block for page in _pages(package, package_path) for block in _chapter(archive, page, name)]
    if not blocks:
        raise IngestError(f"{name}: no words in its chapters", "if its pages are pictures, run text recognition (OCR)")
    blocks = with_title(blocks)
    title = _text(package, "title")
    if title and not any(block.mark == "title" for block in blocks):
        blocks.insert(0, Block(title, "title"))
    return Text(as_lines(blocks))


def _pages(package: etree._Element, package_path: str) -> Iterator[str]:
    """The members to read, in order."""
    folder = posixpath.dirname(package_path)
    items = {element.get("id"): element for element in _all(package, "item")}
    for reference in _all(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type") in _PAGES:
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "").partition("#")[0])))


def _chapter(archive: Archive, page: str, name: str) -> list[Block]:
    """Its blocks, the first marked as standing on a new page if it is plain prose."""
    blocks = blocks_of(_tree(archive, page, name))
    if blocks and not blocks[0].mark:
        blocks[0] = replace(blocks[0], mark="page")
    return blocks


def _tree(archive: Archive, member: str, name: str) -> etree._Element:
    data = archive.read(member)
    root = parse_xhtml(decode(data, f"{name}: {member}", declared_encoding(data))) if data.strip() else None
    if root is None:
        raise damaged(name, f"{member} is not valid XML", "convert it to EPUB again")
    return root


def _refuse_locked(archive: Archive, name: str) -> None:
    """Fonts may be scrambled in an open book; chapters may not."""
    if _ENCRYPTION not in archive:
        return
    methods = [element.get("Algorithm") for element in _all(_tree(archive, _ENCRYPTION, name), "EncryptionMethod")]
    if any(method not in _FONT_OBFUSCATION for method in methods):
        raise IngestError(f"{name}: locked by copy protection (DRM)", "use a copy without it")


def _all(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{tag}")


def _attribute(root: etree._Element, tag: str, attribute: str) -> str:
    return next((element.get(attribute, "") for element in _all(root, tag)), "")


def _text(root: etree._Element, tag: str) -> str:
    return next((" ".join((element.text or "").split()) for element in _all(root, tag)), "")
