"""EPUB: chapters in the order of the spine, its furniture left out, locks and damage named."""

from __future__ import annotations

import pytest
from ingest_samples import archive, epub

from zjpub.errors import IngestError
from zjpub.ingest.epub import read

ENCRYPTED = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'


def words(data: bytes) -> list[tuple[str, str]]:
    return [(line.text, line.mark) for line in read(data, "x.epub").lines if line.text]


def test_chapters_come_in_the_order_of_the_spine() -> None:
    book = epub(
        ["<h1>通水记</h1><p>第一段&nbsp;&hellip;</p><p>断在", "<p>半句。</p><ul><li>甲</li></ul>", "<h1>二</h1>"]
    )
    assert words(book) == [
        ("通水记", "title"),
        ("第一段\xa0…", ""),
        ("断在", ""),
        ("半句。", "page"),
        ("甲", "item"),
        ("二", "heading"),
    ]


def test_the_books_title_stands_first_where_no_heading_does() -> None:
    assert words(epub(["<p>正文。</p>"], title="小城 通水记")) == [("小城 通水记", "title"), ("正文。", "page")]


def test_lines_are_numbered_with_a_blank_one_between() -> None:
    lines = read(epub(["<h1>一</h1><p>二<br/>三</p>"]), "x.epub").lines
    assert [(line.number, line.text) for line in lines] == [(1, "一"), (2, ""), (3, "二"), (4, "三")]


def test_scrambled_fonts_are_no_lock() -> None:
    assert words(epub(["<h1>一</h1>"], encryption=ENCRYPTED.format("http://www.idpf.org/2008/embedding")))


def test_entities_and_scripts_are_words_or_nothing() -> None:
    bomb = 'html [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]'
    book = epub(["<h1>一&b;&nosuch;</h1><script>alert(1)</script><p>&lt;script&gt;]]&gt;</p>"], doctype=bomb)
    assert words(book) == [("一&b;&nosuch;", "title"), ("<script>]]>", "")]


def test_a_chapter_that_is_no_xml_is_read_as_a_browser_would() -> None:
    assert words(epub(["<h1>一</h1><p>二<br>三 & 四 &lt;<p>五"])) == [
        ("一", "title"),
        ("二", ""),
        ("三 & 四 <", ""),
        ("五", ""),
    ]


def without(book: bytes, member: str, content: str | None = None) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(book)) as file:
        members: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist() if name != member}
    return archive(members if content is None else {**members, member: content})


BOOK = epub(["<h1>一</h1><p>二</p>"])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK not a zip", "damaged"),
        (archive({"x": "y"}), "not an EPUB"),
        (without(BOOK, "OEBPS/package.opf"), "it lacks OEBPS/package.opf"),
        (without(BOOK, "OEBPS/text/章0.xhtml"), "it lacks OEBPS/text/章0.xhtml"),
        (without(BOOK, "META-INF/container.xml", "<x/>"), "damaged"),
        (without(BOOK, "META-INF/container.xml", ""), "damaged"),
        (epub(["<p>一</p>"], encryption=ENCRYPTED.format("http://ns.adobe.com/adept")), "copy protection"),
        (epub(['<img src="a.png"/>']), "no words"),
        (epub(["<p>" + " " * (33 * 1024 * 1024) + "</p>"]), "larger than 32 MiB"),
    ],
    ids=["not a zip", "no book", "no package", "no chapter", "no path", "empty", "locked", "pictures", "bomb"],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(IngestError, match=message) as caught:
        read(data, "x.epub")
    assert caught.value.message.startswith("x.epub")
    assert caught.value.hint


def test_one_flipped_byte_never_gives_another_kind_of_error() -> None:
    for place in range(0, len(BOOK), 5):
        data = bytearray(BOOK)
        data[place] ^= 0x55
        try:
            read(bytes(data), "x.epub")
        except IngestError as error:
            assert error.hint
