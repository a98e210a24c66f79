"""The package document and the navigation of a book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from zjpub import __version__
from zjpub.hanzi import in_script
from zjpub.model import Lang
from zjpub.render.epub_book import Book, Part
from zjpub.render.epub_overlay import clock, duration_ms
from zjpub.render.epub_pages import OPS, STYLE, XHTML, both, html, ours
from zjpub.render.text import calendar_day, printable
from zjpub.render.xml import Maker, document

NAV = "nav.xhtml"
ACTIVE = "-epub-media-overlay-active"

make = Maker({None: "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"})
page = Maker({None: XHTML, "epub": OPS})

_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
}
_LANGUAGES: dict[Lang, tuple[str, str]] = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
_CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def package_file(book: Book) -> bytes:
    """The package document."""
    attributes = {
        "version": "3.0",
        "unique-identifier": "id",
        "xml:lang": book.tags[book.langs[0]],
        "prefix": "a11y: http://www.idpf.org/epub/vocab/package/a11y/#",
    }
    metadata = make("metadata", {}, *_description(book), *_accessibility(book), *_sound(book))
    spine = make("spine", {}, *(make("itemref", {"idref": _id(page.name)}) for page in book.pages))
    return document(make("package", attributes, metadata, make("manifest", {}, *_items(book)), spine))


def nav_file(book: Book) -> bytes:
    """The contents in the languages of the book, and the landmarks."""
    zh = in_script("目录", book.tags.get("zh", ""))
    title = " · ".join({"zh": zh, "en": "Contents"}[lang] for lang in book.langs)
    entries = (page("li", {}, _link(book, part, href)) for part, href in _places(book))
    toc = page(
        "nav",
        {"epub:type": "toc", "id": "toc", "role": "doc-toc"},
        page("h1", {}, *ours(book, "目录", "Contents")),
        page("ol", {}, *entries),
    )
    return html(book, title, page("body", {"epub:type": "frontmatter"}, toc, _landmarks(book)))


def _description(book: Book) -> Iterator[etree._Element]:
    edition, title = book.edition, book.pages[0].parts[0].label
    yield make("dc:identifier", {"id": "id"}, f"urn:uuid:{book.uuid}")
    for lang in book.langs:
        yield make("dc:title", {"id": f"title-{lang}", "xml:lang": book.tags[lang]}, title[lang])
    yield _meta("title-type", "main", refines=f"title-{book.langs[0]}")
    for lang in book.langs:
        yield make("dc:language", {}, book.tags[lang])
    for number, name in enumerate(filter(str.strip, map(printable, edition.byline)), 1):
        yield make("dc:creator", {"id": f"creator{number}"}, name)
        yield _meta("role", "aut", refines=f"creator{number}", scheme="marc:relators")
    day = calendar_day(edition.date)
    publication = edition.publication
    named = {"source": edition.source, "publisher": publication.author, "rights": publication.licence, "date": day}
    for name, value in named.items():
        if value and printable(value).strip():
            yield make(f"dc:{name}", {}, value)
    # The clock would make other bytes of the same article; what the article says of its age does not.
    yield _meta("dcterms:modified", f"{day or '2000-01-01'}T00:00:00Z")
    yield make("meta", {"name": "generator", "content": f"zjpub {__version__}"})


def _accessibility(book: Book) -> Iterator[etree._Element]:
    modes = ["textual", "auditory"] if book.audio else ["textual"]
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability", "alternativeText"]
    for mode in modes:
        yield _meta("schema:accessMode", mode)
    yield _meta("schema:accessModeSufficient", "textual")
    for feature in [*features, *(["synchronizedAudioText"] if book.audio else [])]:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    for lang, summary in _summary(book).items():
        yield _meta("schema:accessibilitySummary", summary, lang=book.tags[lang])
    yield _meta("dcterms:conformsTo", _CONFORMS, id="conformance")
    yield _meta("a11y:certifiedBy", f"zjpub {__version__}", refines="conformance")


def _summary(book: Book) -> dict[Lang, str]:
    """What a reader with a disability can count on, and how that was found: nobody looked at this very book."""
    zh = "正文按句划分，附目录、标题与逐句语言标注；封面以文字说明，不含闪烁内容。"
    en = "The text is set sentence by sentence, with contents, headings, and the language of every sentence marked; "
    en += "the cover is described and nothing flashes. "
    if book.audio:
        zh += "全文有同步朗读，作者、来源、版本说明除外。"
        en += "All of it is narrated in step with the text, save credits and colophon. "
    zh += "版式由 EPUBCheck 与 Ace by DAISY 自动检测，本书未经人工评估。"
    en += "The design was tested with EPUBCheck and Ace by DAISY; no person assessed this single book."
    summary: dict[Lang, str] = {"zh": in_script(zh, book.tags.get("zh", "")), "en": en}
    return {lang: summary[lang] for lang in book.langs}


def _sound(book: Book) -> Iterator[etree._Element]:
    if not book.audio:
        return
    for sounding in book.pages:
        if sounding.clips:
            yield _meta("media:duration", clock(duration_ms(sounding)), refines=f"{_id(sounding.name)}-smil")
    yield _meta("media:duration", clock(sum(map(duration_ms, book.pages))))
    yield _meta("media:active-class", ACTIVE)
    for lang in book.langs:
        if voice := book.edition.engines.get(f"voice {lang}"):
            yield _meta("media:narrator", voice, lang=book.tags[lang])


def _items(book: Book) -> Iterator[etree._Element]:
    yield _item("nav", NAV, "application/xhtml+xml", properties="nav")
    yield _item("style", STYLE, "text/css")
    picture = _MEDIA_TYPES[PurePosixPath(book.cover_file).suffix]
    yield _item("cover", book.cover_file, picture, properties="cover-image")
    for bound in book.pages:
        name = _id(bound.name)
        overlay = {"media-overlay": f"{name}-smil"} if bound.clips else {}
        yield _item(name, f"{bound.name}.xhtml", "application/xhtml+xml", **overlay)
        if bound.clips:
            yield _item(f"{name}-smil", f"{bound.name}.smil", "application/smil+xml")
    for number, file in enumerate(book.audio, 1):
        yield _item(f"audio{number}", file, _MEDIA_TYPES[PurePosixPath(file).suffix])


def _item(id: str, href: str, media_type: str, **attributes: str) -> etree._Element:
    return make("item", {"id": id, "href": href, "media-type": media_type, **attributes})


def _meta(
    property: str, value: str, *, refines: str = "", scheme: str = "", id: str = "", lang: str = ""
) -> etree._Element:
    attributes = {
        "property": property,
        "refines": f"#{refines}" if refines else "",
        "scheme": scheme,
        "id": id,
        "xml:lang": lang,
    }
    return make("meta", {name: text for name, text in attributes.items() if text}, value)


def _id(name: str) -> str:
    return f"page-{name}"


def _places(book: Book) -> Iterator[tuple[Part, str]]:
    """Every part and where it begins."""
    for bound in book.pages:
        for number, part in enumerate(bound.parts):
            yield part, f"{bound.name}.xhtml" + (f"#{part.id}" if number else "")


def _link(book: Book, part: Part, href: str) -> etree._Element:
    return page("a", {"href": href}, *both(book, part.label["zh"], part.label["en"]))


def _landmarks(book: Book) -> etree._Element:
    places = {part.kind: href for part, href in reversed(list(_places(book)))}
    marks = (
        ("titlepage", places["front"], "书名页", "Title page"),
        ("bodymatter", places.get("section"), "正文", "Text"),
        ("colophon", places["colophon"], "版本说明", "Colophon"),
    )
    entries = (
        page("li", {}, page("a", {"epub:type": kind, "href": href}, *ours(book, zh, en)))
        for kind, href, zh, en in marks
        if href
    )
    heading = page("h2", {}, *ours(book, "导览", "Landmarks"))
    return page(
        "nav", {"epub:type": "landmarks", "id": "landmarks", "hidden": "hidden"}, heading, page("ol", {}, *entries)
    )
