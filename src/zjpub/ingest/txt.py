"""Plain text: the encoding is found, the lines keep the numbers that an editor shows."""

from __future__ import annotations

import re

from zjpub.ingest.encoding import decode
from zjpub.ingest.front_matter import split_front_matter
from zjpub.ingest.interface import Text
from zjpub.model import InputLine

_LINE_END = re.compile(r"\r\n|\r|\n")


def read(data: bytes, name: str) -> Text:
    """CRLF, LF and CR end a line; a form feed is a page break before the next words."""
    lines = split_lines(decode(data, name))
    settings, skipped = split_front_matter(lines, name)
    return Text(_mark_pages(lines[skipped:], first=skipped + 1), settings)


def split_lines(text: str) -> list[str]:
    """The lines without their ends; an end after the last one begins no further line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def _mark_pages(lines: list[str], first: int) -> tuple[InputLine, ...]:
    """Form feeds out; the next line of words after one is marked `page`."""
    marked: list[InputLine] = []
    page_break = False
    for number, line in enumerate(lines, first):
        page_break = page_break or "\f" in line[: len(line) - len(line.lstrip())]
        words = bool(line.strip())
        marked.append(InputLine(number, line.strip("\f").replace("\f", " "), "page" if page_break and words else ""))
        if words:
            page_break = "\f" in line[len(line.rstrip()) :]
    return tuple(marked)
