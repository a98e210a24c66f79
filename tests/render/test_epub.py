"""The EPUB as a reading system finds it: its parts, its words in the right language, its metadata, its bytes."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from epubs import NS, Opened, made
from lxml import etree

import editions
from zjpub.errors import RenderError
from zjpub.model import Edition, Pair
from zjpub.render.text import printable

HAN = re.compile("[\u3400-\u9fff]")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _words(element: etree._Element) -> str:
    return "".join(element.itertext())


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    assert made(edition, tmp_path / "a").read_bytes() == made(edition, tmp_path / "b").read_bytes()


def test_the_archive_is_what_readers_look_for_first(tmp_path: Path) -> None:
    path = made(editions.small(tmp_path), tmp_path / "out")
    entries = zipfile.ZipFile(path).infolist()
    assert path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    assert entries[0].compress_type == zipfile.ZIP_STORED and not entries[0].extra
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert all(entry.filename.isascii() for entry in entries)


def test_an_identifier_stays_with_its_content_and_changes_with_it(tmp_path: Path) -> None:
    edition = editions.silent()
    changed = replace(edition, title=replace(edition.title, en="Another Title"))
    identifiers = [
        Opened(made(*arguments)).package.findtext("opf:metadata/dc:identifier", namespaces=NS)
        for arguments in (
            (edition, tmp_path / "a"),
            (edition, tmp_path / "b"),
            (edition, tmp_path / "c", "epub-zh"),
            (changed, tmp_path / "d"),
        )
    ]
    assert identifiers[0] == identifiers[1]
    assert len(set(identifiers)) == 3
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f-]+", name) for name in identifiers)


@pytest.mark.parametrize("variant", ["epub", "epub-zh", "epub-en"])
def test_every_sentence_stands_once_in_order_in_its_language(tmp_path: Path, variant: str) -> None:
    edition = editions.hostile()
    book = Opened(made(edition, tmp_path, variant))
    found = {element.get("id"): element for _, page in book.pages() for element in page.iterfind(".//*[@id]")}
    order = [name for name in found if name in {pair.id for pair in edition.pairs()}]
    assert order == [pair.id for pair in edition.pairs()]
    for pair in edition.pairs():
        words = [printable(text) for text in _in_variant(pair, variant)]
        assert _words(found[pair.id]) == " ".join(words)


def _in_variant(pair: Pair, variant: str) -> list[str]:
    return {"epub": [pair.zh, pair.en], "epub-zh": [pair.zh], "epub-en": [pair.en]}[variant]


def test_ids_are_unique_in_the_whole_book(tmp_path: Path) -> None:
    ids = [name for _, page in Opened(made(editions.hostile(), tmp_path)).pages() for name in page.xpath("//@id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("variant", ["epub", "epub-zh", "epub-en"])
def test_all_chinese_is_marked_as_chinese(tmp_path: Path, variant: str) -> None:
    book = Opened(made(editions.silent(), tmp_path, variant))
    for _, page in [*book.pages(), ("nav", book.xml("EPUB/nav.xhtml"))]:
        for text in page.xpath("//h:body//text()", namespaces=NS):
            holder = text.getparent().getparent() if text.is_tail else text.getparent()
            language = next(e.get("lang") for e in (holder, *holder.iterancestors()) if e.get("lang"))
            if HAN.search(text):
                assert language.startswith("zh"), text
        assert all(element.get("lang") == element.get(XML_LANG) for element in page.iter("{*}*"))


def test_the_english_of_a_pair_is_marked_as_english(tmp_path: Path) -> None:
    for _, page in Opened(made(editions.silent(), tmp_path)).pages():
        for pair in page.xpath("//*[contains(concat(' ', @class, ' '), ' pair ')]"):
            assert [child.get("lang") for child in pair] == ["zh-Hans", "en"]


def test_traditional_text_says_so(tmp_path: Path) -> None:
    edition = replace(
        editions.one_sentence(), title=Pair("title", "這個國家的經濟發展與我們", "The economy", "reviewed")
    )
    assert Opened(made(edition, tmp_path)).package.get(XML_LANG) == "zh-Hant"


def test_contents_lead_to_every_part_that_has_words(tmp_path: Path) -> None:
    book = Opened(made(editions.hostile(), tmp_path))
    nav = book.xml("EPUB/nav.xhtml")
    links = nav.xpath("//h:nav[@id='toc']//h:a", namespaces=NS)
    assert "第4节 Section 4" in [_words(link) for link in links]
    assert "开篇 Opening" in [_words(link) for link in links]
    assert not any("s2.xhtml" in link.get("href") for link in links)
    names = set(book.archive.namelist())
    assert all(f"EPUB/{link.get('href').partition('#')[0]}" in names for link in links)


def test_a_title_that_cannot_be_shown_gives_way_to_the_name_of_the_article(tmp_path: Path) -> None:
    edition = replace(editions.one_sentence(), title=Pair("title", "\x01", "\x07", "machine"))
    book = Opened(made(edition, tmp_path))
    assert [element.text for element in book.package.iterfind("opf:metadata/dc:title", NS)] == ["one", "one"]
    assert all(_words(link).strip() for link in book.xml("EPUB/nav.xhtml").iter("{*}a"))


def test_the_title_page_says_who_wrote_it_where_and_when(tmp_path: Path) -> None:
    _, front = next(Opened(made(editions.silent(), tmp_path)).pages())
    for words in ("王赛华、何立", "Wang Saihua, He Li", "郑州日报", "2023年4月13日", "13 April 2023", "持续擦亮名片"):
        assert words in _words(front)
    assert "持续擦亮名片" in front.xpath("string(//h:img/@alt)", namespaces=NS)


def test_an_article_brings_its_own_cover(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n and the rest"
    book = Opened(made(replace(editions.silent(), cover=picture), tmp_path))
    (item,) = [item for item in book.items.values() if item.get("properties") == "cover-image"]
    assert item.get("media-type") == "image/png"
    assert book.archive.read(f"EPUB/{item.get('href')}") == picture


def test_doubts_are_marked_on_the_english_only(tmp_path: Path) -> None:
    pages = [page for _, page in Opened(made(editions.silent(), tmp_path)).pages()]
    marked = [element for page in pages for element in page.xpath("//h:span[contains(@class, 'doubt')]", namespaces=NS)]
    assert [element.getparent().get("id") for element in marked] == ["s1p1n2"]
    gaps = [page.xpath("string(//h:span[contains(@class, 'untranslated')])", namespaces=NS) for page in pages]
    assert "[Not translated]" in gaps
    assert all(element.get("lang") == "en" for element in marked)


def test_the_metadata_says_how_it_can_be_read(tmp_path: Path) -> None:
    book = Opened(made(editions.small(tmp_path), tmp_path / "out"))
    assert book.meta("schema:accessMode") == ["textual", "auditory"]
    assert "synchronizedAudioText" in book.meta("schema:accessibilityFeature")
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert book.meta("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert len(book.meta("schema:accessibilitySummary")) == 2
    assert book.meta("dcterms:modified") == ["2023-04-13T00:00:00Z"]
    languages = [element.text for element in book.package.iterfind("opf:metadata/dc:language", NS)]
    assert languages == ["zh-Hans", "en"]


def test_audio_without_its_track_is_an_error(tmp_path: Path) -> None:
    edition = replace(editions.small(tmp_path), tracks=())
    with pytest.raises(RenderError, match=r"audio/01-s1\.zh\.mp3"):
        made(edition, tmp_path / "out")


@pytest.mark.parametrize("make", [editions.silent, editions.hostile, editions.one_sentence])
def test_a_book_without_audio_claims_none(tmp_path: Path, make: type[Edition]) -> None:
    book = Opened(made(make(), tmp_path))
    assert not any(name.endswith((".smil", ".mp3")) for name in book.archive.namelist())
    assert not book.meta("media:duration")
    assert book.meta("schema:accessMode") == ["textual"]
