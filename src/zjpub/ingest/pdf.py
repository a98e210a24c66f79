"""PDF with a text layer: lines in reading order, columns one after the other, page breaks and large type marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zjpub.errors import IngestError
from zjpub.ingest.columns import Row, differs, reading_order
from zjpub.ingest.interface import Text
from zjpub.ingest.pages import pages_of
from zjpub.model import InputLine, Mark

_TITLE_SIZE = 1.3
_HEADING_SIZE = 1.12
_LONGEST_HEADING = 60
_NO_HEADING = re.compile(r"[。，]$|^(?:□|■|○|●|\s)*(?:本报|见习|特约)?(?:记者|通讯员|作者|文[/／|｜])")


def read(data: bytes, name: str) -> Text:
    """The lines, a paragraph each, numbered from 1, with a blank one between; furniture is left in."""
    if b"%PDF-" not in data[:1024]:
        raise IngestError(f"{name}: not a PDF", "check what kind of file it is")
    pages = [reading_order(page) for page in pages_of(data, name)]
    if not any(pages):
        raise IngestError(f"{name}: no text in it, only pictures of pages", "run text recognition (OCR) on it first")
    text = "".join(row.line.text for page in pages for row in page)
    if text.count("\ufffd") > len(text) // 10:
        raise IngestError(f"{name}: its fonts do not tell which characters they show", "run text recognition (OCR)")
    return Text(tuple(_lines([page for page in pages if page])))


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
