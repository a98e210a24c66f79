"""PDF with a text layer: lines in reading order, columns one after the other, page breaks and large type marked."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from zjpub.errors import IngestError
from zjpub.ingest.columns import Placed, Row, differs, reading_order
from zjpub.ingest.encoding import too_large, without_controls
from zjpub.ingest.interface import MAX_TEXT_BYTES, Text, damaged
from zjpub.model import InputLine, Mark

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTComponent, LTPage, LTTextLine
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

_MAX_PAGES = 1000
_MAX_STREAM_BYTES = 64 * 1024 * 1024
_TITLE_SIZE = 1.3
_HEADING_SIZE = 1.12
_LONGEST_HEADING = 60
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_NO_HEADING = re.compile(r"[。，]$|^(?:□|■|○|●|\s)*(?:本报|见习|特约)?(?:记者|通讯员|作者|文[/／|｜])")
_WHITE_SPACE = re.compile(r"[\t\n\r\f]+")
_STREAM = re.compile(rb"stream\r?\n")
_HINT = "Open it in a PDF reader and save it again, or copy its text into a .txt."


def read(data: bytes, name: str) -> Text:
    """The lines, a paragraph each, numbered from 1, with a blank one between; furniture is left in."""
    if b"%PDF-" not in data[:1024]:
        raise IngestError(f"{name}: not a PDF.", "Check what kind of file it is.")
    _refuse_bomb(data, name)
    pages = [reading_order(page) for page in _pages(data, name)]
    if not any(pages):
        raise IngestError(f"{name}: no text in it, only pictures of pages.", "Run text recognition (OCR) on it first.")
    text = "".join(row.line.text for page in pages for row in page)
    if text.count("\ufffd") > len(text) // 10:
        raise IngestError(f"{name}: its fonts do not tell which characters they show.", "Run text recognition (OCR).")
    return Text(tuple(_lines([page for page in pages if page])))


def _pages(data: bytes, name: str) -> Iterator[list[Placed]]:
    """The lines of each page, anyhow."""
    try:
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    except ImportError as error:
        raise IngestError(f"{name}: reading PDF needs pdfminer.six.", "pip install 'zjpub[pdf]'") from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        for number, page in enumerate(_laid_out(data), 1):
            if number > _MAX_PAGES:
                raise IngestError(f"{name}: more than {_MAX_PAGES} pages.", "Split it into articles, one file each.")
            yield [line for line in map(_line, _text_lines(page)) if line]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise IngestError(f"{name}: protected by a password.", "Save a copy without the password.") from error
    except IngestError:
        raise
    except Exception as error:
        # A damaged PDF makes the library raise nearly anything.
        raise damaged(name, error, _HINT) from error


def _laid_out(data: bytes) -> Iterator[LTPage]:
    """The pages as the library sees them."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    resources = PDFResourceManager()
    # A small margin, since the gutters of a newspaper are narrow; the order of boxes is ours to find.
    device = PDFPageAggregator(resources, laparams=LAParams(char_margin=1.2, boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(_guarded(PDFParser(io.BytesIO(data)))):
        interpreter.process_page(page)
        yield device.get_result()


def _guarded(parser: PDFParser) -> PDFDocument:
    """The document, refusing objects that are only pointers to each other: the library would follow them for ever."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdftypes import PDFObjRef

    class Guarded(PDFDocument):
        def getobj(self, objid: int) -> object:
            found = here = super().getobj(objid)
            seen = {objid}
            while isinstance(here, PDFObjRef):
                if here.objid in seen:
                    raise PDFException(f"object {here.objid} is defined by itself")
                seen.add(here.objid)
                here = super().getobj(here.objid)
            return found

    return Guarded(parser)


def _text_lines(component: LTComponent) -> Iterator[LTTextLine]:
    from pdfminer.layout import LTContainer, LTTextLine

    waiting = [component]
    while waiting:
        here = waiting.pop()
        if isinstance(here, LTTextLine):
            yield here
        elif isinstance(here, LTContainer):
            waiting.extend(here)


def _line(line: LTTextLine) -> Placed | None:
    from pdfminer.layout import LTChar

    characters = _once([character for character in line if isinstance(character, LTChar)])
    words = [character for character in characters if character.get_text().strip()]
    if not words:
        return None
    text = _spaced([(_character(c.get_text()), c.x0, c.x1, c.size) for c in characters]).strip()
    size = Counter(round(character.size, 1) for character in words).most_common(1)[0][0]
    baseline = Counter(round(character.matrix[5], 1) for character in words).most_common(1)[0][0]
    return Placed(text, words[0].x0, words[-1].x1, baseline, size)


def _character(text: str) -> str:
    """What the font says that a character is; what it does not say is U+FFFD."""
    return _WHITE_SPACE.sub(" ", without_controls(_UNKNOWN.sub("\ufffd", text)))


def _once(characters: Sequence[LTChar]) -> list[LTChar]:
    """Without those that are printed again over themselves, to look bold."""
    seen: dict[str, list[float]] = {}
    kept: list[LTChar] = []
    for character in characters:
        places = seen.setdefault(character.get_text(), [])
        if all(abs(place - character.x0) > 0.15 * character.size for place in places):
            kept.append(character)
            places.append(character.x0)
    return kept


def _spaced(characters: Sequence[tuple[str, float, float, float]]) -> str:
    """Spaces where there is room for one: beside a Chinese character that takes more than justified lines need."""
    text = ""
    end = 0.0
    for character, left, right, size in characters:
        wide = _CJK.match(character) or _CJK.match(text[-1:])
        if text and left - end > (0.6 if wide else 0.16) * size and not text.endswith(" ") and character != " ":
            text += " "
        text += character
        end = right
    return text


def _lines(pages: Sequence[Sequence[Row]]) -> Iterator[InputLine]:
    """The rows of a paragraph become one line; what a new page begins with is a line of its own."""
    sizes: Counter[float] = Counter()
    for row in (row for page in pages for row in page):
        sizes[row.line.size] += len(row.line.text)
    body = sizes.most_common(1)[0][0]
    largest = max(row.line.size for row in pages[0])
    number = 0
    for index, page in enumerate(pages):
        for position, rows in enumerate(_grouped(page, body)):
            if number and (position or rows[0].begins):
                number += 1
                yield InputLine(number, "")
            number += 1
            text = "".join(_glued(rows))
            mark = _mark(text, rows[0].line.size, body, largest if index == 0 else float("inf"))
            yield InputLine(number, text, mark or ("page" if index and not position else ""))


def _grouped(page: Sequence[Row], body: float) -> Iterator[list[Row]]:
    """The rows of each paragraph; those of a headline stand together however they are set."""
    group: list[Row] = []
    for row in page:
        large = bool(group) and row.line.size >= _HEADING_SIZE * body and not differs(group[-1].line, row.line)
        near = bool(group) and 0 < group[-1].line.baseline - row.line.baseline < 2.2 * row.line.size
        goes_on = bool(group) and not row.begins and group[-1].full and not differs(group[-1].line, row.line)
        if group and not (large and near) and not goes_on:
            yield group
            group = []
        group.append(row)
    yield group


def _glued(rows: Sequence[Row]) -> Iterator[str]:
    """The words of the rows, with a space where two Latin words or two phrases of a headline meet."""
    yield rows[0].line.text
    for above, below in pairwise(rows):
        latin = above.line.text[-1].isascii() and below.line.text[0].isascii()
        yield ("" if above.full and not latin else " ") + below.line.text


def _mark(text: str, size: float, body: float, title_size: float) -> Mark:
    if size < _HEADING_SIZE * body or len(text) > _LONGEST_HEADING or _NO_HEADING.search(text):
        return ""
    return "title" if size >= max(title_size, _TITLE_SIZE * body) else "heading"


def _refuse_bomb(data: bytes, name: str) -> None:
    """Measure every compressed stream, two layers deep, since the library unpacks without limit."""
    for found in _STREAM.finditer(data):
        inner = data[found.end() : found.end() + 2]
        if inner[:1] != b"\x78":
            continue
        unpacked = _unpack(data, found.end())
        if len(unpacked) > _MAX_STREAM_BYTES or len(_unpack(unpacked, 0)) > _MAX_STREAM_BYTES:
            raise too_large(name, MAX_TEXT_BYTES)


def _unpack(data: bytes, start: int) -> bytes:
    """At most a byte more than the limit; what is not packed gives nothing."""
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _MAX_STREAM_BYTES + 1)
    except zlib.error:
        return b""
