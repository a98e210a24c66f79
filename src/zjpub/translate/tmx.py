"""TMX 1.4b, the translation memory that every translator's tool reads: approved sentences out, anyone's in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zjpub import __version__
from zjpub.errors import TranslationError
from zjpub.translate.review import Row

if TYPE_CHECKING:
    from lxml import etree

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CODES = ("bpt", "ept", "it", "ph", "ut")
_LARGEST = 256 << 20
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def compose(rows: Iterable[Row]) -> bytes:
    """A TMX file of the approved rows, each pair of sentences once."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root, "header",
        {"creationtool": "zjpub", "creationtoolversion": __version__, "segtype": "sentence", "o-tmf": "PO",
         "adminlang": "en", "srclang": "zh", "datatype": "plaintext"},
    )  # fmt: skip
    body = etree.SubElement(root, "body")
    for row in {(row.zh, row.en): row for row in rows if row.approved}.values():
        unit = etree.SubElement(body, "tu")
        for name, value in (("x-article", row.article), ("x-id", row.id)):
            etree.SubElement(unit, "prop", type=name).text = _clean(value)
        for lang, text in (("zh", row.zh), ("en", row.en)):
            variant = etree.SubElement(unit, "tuv", {_LANG: lang})
            etree.SubElement(variant, "seg").text = _clean(text)
    etree.indent(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=_DOCTYPE)
    return made + b"\n"


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def read(path: Path) -> tuple[Row, ...]:
    """The zh–en pairs of a TMX file, any tool's. Raises TranslationError with the line that is broken."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        if path.stat().st_size > _LARGEST:
            raise TranslationError(f"{path}: is larger than {_LARGEST >> 20} MB", "split it into smaller files")
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise TranslationError(
            f"{path}: cannot be read: {error.strerror}", "check the path and its permissions"
        ) from error
    except etree.XMLSyntaxError as error:
        raise TranslationError(f"{path}, line {error.lineno}: {error.msg}", "export the TMX file again") from error
    if root.tag != "tmx":
        raise TranslationError(f"{path}: is no TMX file, but <{root.tag}>", "export as TMX 1.4b")
    return tuple(row for number, unit in enumerate(root.iter("tu"), 1) if (row := _row(unit, number)))


def _row(unit: etree._Element, number: int) -> Row | None:
    said: dict[str, str] = {}
    for variant in unit.iterfind("tuv"):
        lang = (variant.get(_LANG) or variant.get("lang") or "").lower().replace("_", "-").partition("-")[0]
        segment = variant.find("seg")
        if segment is not None:
            said.setdefault(lang, "".join(_words(segment)).strip())
    props = {prop.get("type"): prop.text or "" for prop in unit.iterfind("prop")}
    if not said.get("zh") or not said.get("en"):
        return None
    return Row(said["zh"], said["en"], props.get("x-article", ""), props.get("x-id", ""), True, number)


def _words(element: etree._Element) -> Iterable[str]:
    """The text of a segment without the codes of another program's mark-up."""
    if element.tag not in _CODES:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
