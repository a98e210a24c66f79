"""Bytes → text, in whichever of the encodings of Chinese text they are.

Every candidate is tried on a sample and scored by how much of what is not ASCII belongs to the characters that fill
most of any Chinese text; the right decoding scores about 0.85, a wrong one about 0.1. A reading as UTF-8 with next to
no bad byte is trusted nearly always, since chance hardly ever produces one. Bytes that fit nowhere become U+FFFD, which
readers can see.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from zjpub.errors import IngestError
from zjpub.ingest.characters import COMMON
from zjpub.ingest.interface import MAX_TEXT_BYTES

_SAMPLE_BYTES = 64 * 1024
_CANDIDATES = ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_UTF8_BONUS = 0.5
_DECLARED_BONUS = 0.6
_ENOUGH_TO_JUDGE = 20
_LOWEST_SCORE = 0.25
_LOOK_AHEAD = 24
_RESYNCED_AT_MOST = 1000

# The marks of UTF-32 begin with those of UTF-16, hence first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a zip archive, a .docx or an .epub", "name it by what it is, or unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office document", "save it as .docx without a password"),
    (b"{\\rtf", "a rich text document", "save it as .docx or as plain text"),
    (b"\x89PNG", "a picture", "run text recognition (OCR) on it and save the text"),
    (b"\xff\xd8\xff", "a picture", "run text recognition (OCR) on it and save the text"),
    (b"GIF8", "a picture", "run text recognition (OCR) on it and save the text"),
    (b"Rar!", "an archive", "unpack it"),
    (b"7z\xbc\xaf", "an archive", "unpack it"),
    (b"\x1f\x8b", "an archive", "unpack it"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_SPACE = re.compile("[\x0b\x85\u2028\u2029]")
_NOT_A_CHARACTER = re.compile("[\ufffe\uffff]")
_RUBBISH = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_HIGH_OR_NUL = re.compile(rb"[\x80-\xff\x00]")


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of `data`, without byte order mark and without control characters other than tab and line ends.

    `declared`: the encoding that the file itself names, believed if it fits. Raises IngestError for what is no text.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise too_large(name, MAX_TEXT_BYTES)
    _refuse_known_binary(data, name)
    text = _read(data, name, declared)
    _refuse_noise(text, name)
    return without_controls(text)


def without_controls(text: str) -> str:
    """Text that any format can carry: of control characters only tab, line ends and form feed; separators as spaces."""
    return _NOT_A_CHARACTER.sub("\ufffd", _SPACE.sub(" ", _CONTROL.sub("", text)))


def too_large(name: str, limit: int) -> IngestError:
    """The error for a file, or something inside one, that is over `limit` bytes."""
    return IngestError(
        f"{name}: larger than {limit // 1024 // 1024} MiB, the most that is read as one article",
        "split it into articles, one file each",
    )


def _read(data: bytes, name: str, declared: str) -> str:
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    sample = _sample(data)
    declared = _python_name(declared)
    scores = {codec: _score(sample, codec) for codec in (*_CANDIDATES, *([declared] if declared else []))}
    best = max(scores, key=lambda codec: scores[codec].value + _DECLARED_BONUS * (codec == declared))
    if scores[best].judged >= _ENOUGH_TO_JUDGE and scores[best].value < _LOWEST_SCORE:
        raise _not_text(name)
    text = data.decode(best, "replace")
    return data.decode(best, _RESYNC) if 0 < text.count("\ufffd") <= _RESYNCED_AT_MOST else text


def _sample(data: bytes) -> bytes:
    """A stretch that begins at the first byte that can tell, at an even place so that UTF-16 stays in step."""
    first = _HIGH_OR_NUL.search(data)
    start = first.start() // 2 * 2 if first else 0
    return data[start : start + _SAMPLE_BYTES]


@dataclass(frozen=True, slots=True)
class _Score:
    """How well a decoding fits, and of how many characters that is said."""

    value: float
    judged: int


def _score(sample: bytes, codec: str) -> _Score:
    """The share of common characters among those that are not plain ASCII, less the share of rubbish."""
    judged = common = rubbish = 0
    for character, count in Counter(sample.decode(codec, "replace")).items():
        if " " <= character <= "~" or character in "\t\n\r\f":
            continue
        judged += count
        common += count * (character in COMMON)
        rubbish += count * bool(_RUBBISH.match(character))
    if not judged:
        return _Score(1.0 + _UTF8_BONUS * (codec == "utf-8"), 0)
    bonus = _UTF8_BONUS if codec == "utf-8" and rubbish <= 0.05 * judged else 0.0
    return _Score((common - rubbish) / judged + bonus, judged)


def _resync(error: UnicodeError) -> tuple[str, int]:
    """Goes on after a bad byte where the next characters make most sense: in a two-byte encoding one lost byte would
    otherwise garble all the rest of the line."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, after = error.object, error.start + 1
    if error.encoding.startswith("utf"):
        return "\ufffd", error.end
    ahead = [_score(data[start : start + _LOOK_AHEAD], error.encoding).value for start in (after, after + 1)]
    return "\ufffd", min(after + (ahead[1] > ahead[0]), len(data))


_RESYNC = "zjpub-resync"
codecs.register_error(_RESYNC, _resync)


def _python_name(declared: str) -> str:
    """The codec for a name as web pages write it; the Chinese ones widened to what is really in use. "" if unknown."""
    label = declared.strip().strip("\"'").lower()
    if label in ("gb2312", "gbk", "gb_2312-80", "x-gbk"):
        return "gb18030"
    if label in ("big5", "big5-hkscs", "x-x-big5"):
        return "cp950" if label == "big5" else "big5hkscs"
    try:
        info = codecs.lookup(label)
        "".encode(info.name).decode(info.name)
    except (LookupError, ValueError):
        return ""
    return info.name if info.name not in ("idna", "punycode", "unicode_escape", "raw_unicode_escape") else ""


def _refuse_known_binary(data: bytes, name: str) -> None:
    for signature, kind, hint in _SIGNATURES:
        if data.startswith(signature):
            raise IngestError(f"{name}: not text but {kind}", hint)


def _refuse_noise(text: str, name: str) -> None:
    """A few bad bytes are forgiven, since pasted text has them; more than one in twenty is another kind of file."""
    bad = text.count("\ufffd") + len(_CONTROL.findall(text))
    good = len(text) - bad
    if bad and (bad >= good or bad > 2 + good // 20):
        raise _not_text(name)


def _not_text(name: str) -> IngestError:
    return IngestError(f"{name}: not text: its bytes make no sense in any encoding", "save it as UTF-8 text")
