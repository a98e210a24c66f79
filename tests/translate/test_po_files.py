"""PO files as editors leave them: read in any charset and with any line ends, or refused by line and left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zjpub.errors import TranslationError
from zjpub.model import Article
from zjpub.translate import Desk, po, translate
from zjpub.translate.echo import Echo

ArticleOf = Callable[..., Article]
A = "企业落户经开区。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.po"


GOOD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BROKEN = {
    "unclosed": ('msgid "x"\nmsgstr "abc\n', 6),
    "conflict": ('<<<<<<< HEAD\nmsgid "x"\nmsgstr "abc"\n', 5),
    "no msgstr": ('msgid "x"\n\nmsgid "y"\nmsgstr "z"\n', 6),
    "words": ('msgid "x"\nmsgstr "z"\nhello\n', 7),
    "bare quote": ('msgid "x"\nmsgstr "a "b" c"\n', 6),
    "cut off": ('msgctxt "a"\nmsgid "x"\n', 7),
    "orphan": ('"abc"\n', 5),
    "plural": ('msgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n', 6),
    "twice": ('msgid "x"\nmsgid "y"\nmsgstr "z"\n', 6),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line_and_left_alone(path: Path, article: ArticleOf, name: str) -> None:
    wrong, line = BROKEN[name]
    path.write_text(GOOD + wrong, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(TranslationError, match=rf"a\.po, line {line}:") as error:
        po.read(path)
    assert error.value.hint
    (made,) = translate([article(A)], Desk((Echo(),)))
    with pytest.raises(TranslationError):
        po.write(path, article(A), made)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path] or not list(path.parent.glob(".*"))


def test_a_file_in_another_charset_is_read_by_its_header_or_refused_by_line(path: Path) -> None:
    text = GOOD.replace("UTF-8", "GB18030") + f'msgid "{A}"\nmsgstr "Firms."\n'
    path.write_bytes(text.encode("gb18030"))
    assert po.read(path).entries[0].zh == A
    path.write_bytes(text.replace("GB18030", "UTF-8").encode("gb18030"))
    with pytest.raises(TranslationError, match="line 5"):
        po.read(path)
    path.write_bytes(text.replace("GB18030", "KLINGON").encode("gb18030"))
    with pytest.raises(TranslationError, match="KLINGON"):
        po.read(path)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_however_an_editor_ended_its_lines_and_wrote_its_signs(
    path: Path, end: str, charset: str
) -> None:
    text = GOOD + f'msgctxt "s1p1n1"\nmsgid "{A}"\nmsgstr ""\n"Firms "\n"came."\n'
    path.write_bytes(text.replace("\n", end).encode(charset))
    (entry,) = po.read(path).entries
    assert (entry.id, entry.zh, entry.en, entry.state) == ("s1p1n1", A, "Firms came.", "approved")
