"""CSV as Excel, LibreOffice or a person saves it: with commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

_MARKS = ",;\t"
csv.field_size_limit(1 << 24)


def decoded(data: bytes) -> str:
    """The text of a sheet. Raises UnicodeDecodeError when it is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel means by CSV on a Chinese machine.
        return data.decode("gb18030")


def reader(text: str, *names: str) -> Reader:
    """The rows of a sheet whose first line names at least these columns, if it names any."""
    first = text.partition("\n")[0].lower()
    named = [mark for mark in _MARKS if {*names} <= {cell.strip(' "\r') for cell in first.split(mark)}]
    return csv.reader(io.StringIO(text, newline=""), delimiter=named[0] if named else ",", strict=True)
