"""The pages of a book as XHTML: one element a sentence pair, whose id the overlay points at, so that both light up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from zjpub.hanzi import in_script
from zjpub.model import UNTRANSLATED, Lang, Pair, PairedParagraph
from zjpub.render import romanize
from zjpub.render.colophon import IN_DOUBT, Fact, colophon, credits, doubtful
from zjpub.render.epub_book import Book, Page, Part
from zjpub.render.text import has_long_word, is_line
from zjpub.render.xml import Maker, document, extend

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
STYLE = "style.css"

Words = tuple[str | etree._Element, ...]

make = Maker({None: XHTML, "epub": OPS})

_SEMANTICS = {
    "front": {"epub:type": "titlepage"},
    "section": {"epub:type": "chapter", "role": "doc-chapter"},
    "captions": {},
    "colophon": {"epub:type": "colophon", "role": "doc-colophon"},
}
_LONG_TITLE = 36
_CUT = {"zh": "（原文至此中断）", "en": "(The source breaks off here.)"}
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]")
_COVER = {"zh": "封面", "en": "Cover"}


def page_file(book: Book, page: Page) -> bytes:
    """One content document."""
    matter = {"front": "frontmatter", "section": "bodymatter"}.get(page.parts[0].kind, "backmatter")
    body = make(
        "body", {"class": "-".join(book.langs), "epub:type": matter}, *(_part(book, part) for part in page.parts)
    )
    return html(book, " · ".join(page.parts[0].label[lang] for lang in book.langs), body)


def html(book: Book, title: str, body: etree._Element) -> bytes:
    """A whole XHTML file around `body`."""
    head = make(
        "head",
        {},
        make("meta", {"charset": "utf-8"}),
        make("title", {}, title),
        make("link", {"rel": "stylesheet", "type": "text/css", "href": STYLE}),
    )
    return document(make("html", _lang(book, book.langs[0]), head, body), doctype="<!DOCTYPE html>")


def both(book: Book, zh: str | Words, en: str, en_class: str = "en") -> Iterator[str | etree._Element]:
    """The same words in each language of the book, each marked with its language."""
    words: dict[Lang, Words] = {"zh": (zh,) if isinstance(zh, str) else zh, "en": (en,)}
    if len(book.langs) == 1:
        yield from words[book.langs[0]]
        return
    for number, lang in enumerate(book.langs):
        if number:
            yield " "
        yield make("span", {"class": en_class if lang == "en" else lang, **_lang(book, lang)}, *words[lang])


def ours(book: Book, zh: str, en: str) -> Iterator[str | etree._Element]:
    """Words of the book itself, not of its article, in the script of the article."""
    return both(book, in_script(zh, book.tags.get("zh", "")), en)


def _lang(book: Book, lang: Lang) -> dict[str, str]:
    return {"lang": book.tags[lang], "xml:lang": book.tags[lang]}


def _part(book: Book, part: Part) -> etree._Element:
    content = {"front": _front, "section": _section, "captions": _captions, "colophon": _colophon}[part.kind]
    attributes = {"id": part.id, "class": part.kind, **_SEMANTICS[part.kind]}
    if part.section and not part.section.heading:
        attributes["aria-label"] = part.label[book.langs[0]]
    return make("section", attributes, *content(book, part))


def _front(book: Book, part: Part) -> Iterator[etree._Element]:
    alt = " · ".join(f"{_COVER[lang]}: {part.label[lang]}" for lang in book.langs)
    yield make("div", {"class": "cover"}, make("img", {"src": book.cover_file, "alt": alt, "role": "doc-cover"}))
    title = _sentence(book, "h1", book.edition.title)
    if len(part.label["zh"]) > _LONG_TITLE:
        title.set("class", f"{title.get('class')} long")
    yield title
    facts = credits(book.edition)
    if facts:
        yield _facts(book, facts)


def _section(book: Book, part: Part) -> Iterator[etree._Element]:
    section = part.section
    if section is None:
        return
    if section.heading:
        yield _sentence(book, "h2", section.heading)
    for paragraph in section.paragraphs:
        if paragraph.pairs:
            yield _paragraph(book, paragraph)


def _paragraph(book: Book, paragraph: PairedParagraph) -> etree._Element:
    """Bilingual: a block of sentence pairs. One language: running text."""
    cut = [make("span", {"class": "note"}, *ours(book, _CUT["zh"], _CUT["en"]))] if paragraph.truncated else []
    line = " line" if is_line(paragraph) else ""
    if len(book.langs) > 1:
        sentences = (_sentence(book, "p", pair) for pair in paragraph.pairs)
        notes = (make("p", {"class": "cut"}, note) for note in cut)
        return make("div", {"class": f"paragraph{line}"}, *sentences, *notes)
    ragged = " ragged" if any(has_long_word(pair.zh) for pair in paragraph.pairs) else ""
    running = make("p", {"class": f"{line}{ragged}".strip()} if line or ragged else {})
    for pair in paragraph.pairs:
        # Chinese sets its sentences side by side; a space between them would show as a hole.
        gap = " " if len(running) and book.langs == ("en",) else ""
        extend(running, (gap, _sentence(book, "span", pair)))
    extend(running, (" ", *cut) if cut else ())
    return running


def _sentence(book: Book, tag: str, pair: Pair) -> etree._Element:
    """The element that the overlay lights; a doubt about the English marks the English only."""
    marks = _marks(pair) if "en" in book.langs else ""
    alone = marks if book.langs == ("en",) else ""
    attributes = {"id": pair.id, "class": f"pair{alone}"}
    if _RIGHT_TO_LEFT.search(pair.zh + pair.en):
        attributes["dir"] = "ltr"  # keeps what it does to the order of words inside the sentence
    zh = _phrases(pair.zh) if tag in ("h1", "h2") else pair.zh
    return make(tag, attributes, *both(book, zh, pair.en, f"en{marks}"))


def _phrases(headline: str) -> Words:
    """A headline's phrases, between which its lines break first."""
    phrases = headline.split()
    if len(phrases) < 2:
        return (headline,)
    spans = [make("span", {"class": "phrase"}, phrase) for phrase in phrases]
    return tuple(part for span in spans for part in (span, " "))[:-1]


def _marks(pair: Pair) -> str:
    return (" doubt" if doubtful(pair) else "") + (" untranslated" if pair.en == UNTRANSLATED else "")


def _captions(book: Book, part: Part) -> Iterator[etree._Element]:
    yield make("h2", {}, *both(book, part.label["zh"], part.label["en"]))
    items = []
    for caption in book.edition.captions:
        words = [_sentence(book, "p", caption.pair)] if caption.pair.zh else []
        if caption.credit:
            zh, en = romanize.written(caption.credit), romanize.name(caption.credit)
            photo = in_script("摄影", book.tags.get("zh", ""))
            words.append(make("p", {"class": "credit"}, *both(book, f"{photo} {zh}", f"Photo: {en}")))
        if words:
            items.append(make("li", {}, *words))
    yield make("ul", {"class": "photos"}, *items)


def _colophon(book: Book, part: Part) -> Iterator[etree._Element]:
    yield make("h2", {}, *both(book, part.label["zh"], part.label["en"]))
    yield _facts(book, colophon(book.edition))


def _facts(book: Book, facts: Iterable[Fact]) -> etree._Element:
    """Labels and values; words that are the same in both languages stand once."""
    rows: list[etree._Element] = []
    for fact in facts:
        rows.append(make("dt", {}, *both(book, fact.label_zh, fact.label_en)))
        value = (_name(book, fact.zh),) if fact.zh == fact.en else both(book, fact.zh, fact.en)
        rows.append(make("dd", {"class": "doubt"} if fact.label_en == IN_DOUBT else {}, *value))
    return make("dl", {}, *rows)


def _name(book: Book, words: str) -> str | etree._Element:
    """Words that are not translated, marked as Chinese where an English page shows Chinese."""
    if book.langs == ("en",) and _HAN.search(words):
        return make("span", {"lang": "zh", "xml:lang": "zh"}, words)
    return words
