"""A page whose lines are all decided → the Article and its ledger."""

from __future__ import annotations

import re

from zjpub import sentences
from zjpub.clean import caption_parts, imprint, shape, writers
from zjpub.clean.page import Line, Page
from zjpub.clean.paragraphs import Block, blocks
from zjpub.errors import ArticleError
from zjpub.model import Article, Caption, LedgerEntry, Paragraph, Section, Sentence, Source

_FIRST_WORDS = 30
_SENT = re.compile(r"^[^，。（(]{0,16}[讯訊电電】][】]?\s?(?:[(（][^（()）]*[)）])?\s?")
"""Whence a report was sent and by whom, before its first words."""
_MAY_LEAD = re.compile("[讯訊电電]|[(（〔]")
_LIST_LINE = 36
_LONGEST_ITEM = 48
_DATA = re.compile(r"[\u4e00-\u9fff]{2,8}：[^，。：]*(?:\d|[\u4e00-\u9fff]*[路街道巷号楼])(?:[^。：]*\d[^。：]*)?$")
"""`射门：海州队19次，临川队11次`: data after a colon want no stop."""


def article(source: Source, page: Page) -> Article:
    """The article. Raises ArticleError if nothing of it is left to publish."""
    found = blocks(page)
    body = [block for block in found if block.kind in {"heading", "paragraph"}]
    title = _title(found, body)
    if not title:
        raise ArticleError(
            f"{source.name}: no text of an article in it, only blank lines, credits or boilerplate",
            "look at the lines with `zjpub clean --ledger`, or force a line's fate in the front matter",
        )
    return Article(
        source.slug,
        source.name,
        Sentence("title", title),
        _byline(page, body),
        _source(page),
        _date(page),
        _sections(body),
        tuple(_caption(number, block) for number, block in enumerate(_of_kind(found, "caption"), 1)),
        tuple(LedgerEntry(line.number, line.fate or "paragraph", _of(line), line.note, line.forced) for line in page),
        source.lines,
    )


def _of(line: Line) -> int | None:
    return line.of if line.fate in {"joined", "duplicate"} else None


def _of_kind(found: list[Block], kind: str) -> list[Block]:
    return [block for block in found if block.kind == kind]


def _title(found: list[Block], body: list[Block]) -> str:
    """The headline's lines as phrases; without one the first heading, else the first words of the text."""
    titles = _of_kind(found, "title")
    if titles:
        return " ".join(block.text for block in titles)
    for block in body:
        if block.kind == "heading":
            return block.text
    for block in [*body, *_of_kind(found, "caption")]:
        text = caption_parts.parts(block.text).text if block.kind == "caption" else block.text
        first = re.match(r".{6,}?(?=[。！？，；：]|$)|.+", _SENT.sub("", text) or text)
        if first:
            return first[0] if len(first[0]) <= _FIRST_WORDS else f"{first[0][:_FIRST_WORDS]}…"
    return ""


def _byline(page: Page, body: list[Block]) -> tuple[str, ...]:
    """The writers, each once, in the order in which they are named."""
    named = [name for line in page if line.fate in {"byline", "source", "date"} for name in writers.names(line)]
    texts = [block for block in body if block.kind == "paragraph"]
    named += [
        name for block in texts if _MAY_LEAD.search(block.text[:40]) for name in writers.lead_names(_printed(block))
    ]
    named += [name for block in texts[-1:] for name in writers.closing_names(block.lines[-1].text)]
    return tuple(dict.fromkeys(named))


def _printed(block: Block) -> str:
    """The text with the spaces that set names apart."""
    return "".join(line.text for line in block.lines[:3])


def _source(page: Page) -> str | None:
    return next(filter(None, (imprint.source(line) for line in page if line.fate == "source")), None)


def _date(page: Page) -> str | None:
    lines = [line for line in page if line.fate in {"date", "source"}]
    lines += [line for line in page if line.fate in {"byline"} or line.note in {"page header"}]
    return next(filter(None, map(imprint.date, lines)), None)


def _sections(body: list[Block]) -> tuple[Section, ...]:
    grouped: list[tuple[Block | None, list[Block]]] = []
    for block in body:
        if block.kind == "heading":
            grouped.append((block, []))
        else:
            if not grouped:
                grouped.append((None, []))
            grouped[-1][1].append(block)
    return tuple(_section(number, heading, texts) for number, (heading, texts) in enumerate(grouped, 1))


def _section(number: int, heading: Block | None, texts: list[Block]) -> Section:
    name = f"s{number}"
    said = Sentence(f"{name}h", heading.text) if heading else None
    listed = _listed(texts)
    paragraphs = [_paragraph(f"{name}p{at}", block, block.number in listed) for at, block in enumerate(texts, 1)]
    return Section(name, said, tuple(paragraphs))


def _listed(texts: list[Block]) -> set[int]:
    """The lines of a list without stops: two in a row that stop short are items; one alone was cut off."""
    short = [_is_stopless(block.text) for block in texts]
    labelled = [bool(shape.speaker(block.text)) for block in texts]
    return {
        block.number
        for at, block in enumerate(texts)
        if short[at]
        and any(0 <= by < len(texts) and (short[by] or (labelled[at] and labelled[by])) for by in (at - 1, at + 1))
    }


def _is_stopless(text: str) -> bool:
    return len(text) <= _LONGEST_ITEM and not shape.ended(text) and "。" not in text and not shape.sets_out(text)


def _paragraph(name: str, block: Block, listed: bool) -> Paragraph:
    said = tuple(Sentence(f"{name}n{at}", text) for at, text in enumerate(sentences.split(block.text), 1))
    return Paragraph(block.text, said, tuple(line.number for line in block.lines), _is_cut(block) and not listed)


def _is_cut(block: Block) -> bool:
    """Whether the end was cut off: a paragraph that stops without a stop, where no list, verse or label does."""
    first = block.lines[0]
    if shape.finished(block.text) or first.mark == "item" or shape.is_office_and_name(first.plain):
        return False
    if shape.unbalanced(block.text):
        return True
    if len(block.text) >= _LIST_LINE:
        return True
    return len(block.text) > 16 and not (shape.is_item(block.text) or _DATA.match(block.text))


def _caption(number: int, block: Block) -> Caption:
    parts = caption_parts.parts(block.text)
    return Caption(Sentence(f"c{number}", parts.text), parts.credit, block.number)
