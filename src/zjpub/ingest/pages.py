"""PDF, as its library sees it: pages of letters become lines placed on a page, and what would harm us is refused."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zjpub.errors import IngestError
from zjpub.ingest.columns import Placed
from zjpub.ingest.encoding import too_large, without_controls
from zjpub.ingest.interface import MAX_TEXT_BYTES, damaged

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTComponent, LTPage, LTTextLine
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

_MAX_PAGES = 1000
_MAX_STREAM_BYTES = 64 * 1024 * 1024
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_WHITE_SPACE = re.compile(r"[\t\n\r\f]+")
_STREAM = re.compile(rb"stream\r?\n")
_HINT = "open it in a PDF reader and save it again, or copy its text into a .txt"


def pages_of(data: bytes, name: str) -> Iterator[list[Placed]]:
    """The lines of each page, in no order. Raises IngestError for what is locked, damaged or out of all measure."""
    _refuse_bomb(data, name)
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        for number, page in enumerate(_laid_out(data), 1):
            if number > _MAX_PAGES:
                raise IngestError(f"{name}: more than {_MAX_PAGES} pages", "split it into articles, one file each")
            yield [line for line in map(_line, _text_lines(page)) if line]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise IngestError(f"{name}: protected by a password", "save a copy without the password") from error
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
