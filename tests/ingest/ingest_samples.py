"""Real files in each format, written by hand so that the tests need no other program and know every byte."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PDF_PAGE = (600, 800)
Run = tuple[float, float, float, str]
"""Left and bottom in points, size, words."""


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `parts`: `styles` and `numbering`, the insides of those files."""
    members = {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
    for part, inside in parts.items():
        members[f"word/{part}.xml"] = f'<w:{part} xmlns:w="{W}">{inside}</w:{part}>'
    return archive(members)


def epub(chapters: Sequence[str], title: str = "书名", encryption: str = "", doctype: str = "html") -> bytes:
    """A book whose chapters are these bodies; the last one comes first in the manifest."""
    items = "".join(
        f'<item id="c{i}" href="text/%E7%AB%A0{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in reversed(range(len(chapters)))
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/package.opf"/></rootfiles></container>',
        "OEBPS/package.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata><manifest>{items}'
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>',
        "OEBPS/nav.xhtml": "<html><body><nav>目录</nav></body></html>",
    }
    for i, chapter in enumerate(chapters):
        members[f"OEBPS/text/章{i}.xhtml"] = (
            f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE {doctype}><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>章</title></head><body>{chapter}</body></html>"
        )
    if encryption:
        members["META-INF/encryption.xml"] = encryption
    return archive(members)


def pdf(pages: Sequence[Sequence[Run]], compress: bool = True, trailer: str = "") -> bytes:
    """A PDF with a text layer in one of the fonts that every reader knows by name."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 {PDF_PAGE[0]} {PDF_PAGE[1]}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        5: b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/Ascent 880"
        b"/Descent -120/CapHeight 880/ItalicAngle 0/StemV 93>>",
    }
    for i, page in enumerate(pages):
        content = " ".join(
            f"BT /F {size} Tf 1 0 0 1 {left} {bottom} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
            for left, bottom, size, text in page
        ).encode()
        if compress:
            content = zlib.compress(content)
        objects[10 + 2 * i] = (
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {11 + 2 * i} 0 R>>".encode()
        )
        packed = b"/Filter/FlateDecode" if compress else b""
        objects[11 + 2 * i] = b"<</Length %d%s>>stream\n" % (len(content), packed) + content + b"\nendstream"
    return _assembled(objects, trailer)


def _assembled(objects: Mapping[int, bytes], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    return data + f"trailer<</Root 1 0 R/Size 999{trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()


def column(left: float, top: float, lines: Sequence[str], size: float = 10, leading: float = 15) -> list[Run]:
    """Lines one below the other."""
    return [(left, top - leading * i, size, line) for i, line in enumerate(lines)]
