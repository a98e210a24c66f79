"""Web pages: the article out of the menus, advertisements and footers around it.

trafilatura says where the main content is; the words, their order and their marks are read from the page itself, since
what it gives back lacks list numbers, the headline and the line with date and source.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from zjpub.errors import IngestError
from zjpub.ingest.blocks import Block, as_lines
from zjpub.ingest.encoding import decode
from zjpub.ingest.interface import Text
from zjpub.ingest.markup import blocks_of, declared_encoding, parse_html

if TYPE_CHECKING:
    from lxml import etree

_FURNITURE = frozenset(("nav", "footer", "aside", "form"))
_TELLING = 15
"""Characters from which a block found in the main content is more than a chance match."""

_SPACE = re.compile(r"\s+")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[^\x00-\xff])[-–—]+(?=[^\x00-\xff])")
_ABOUT_THE_ARTICLE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}|来源|來源|作者|记者|記者|通讯员|文[/／]|撰文|编辑|編輯")


def read(data: bytes, name: str) -> Text:
    """The article's blocks, numbered from 1, its headline first."""
    page = decode(data, name, declared_encoding(data))
    root = parse_html(page)
    if root is None:
        raise IngestError(f"{name}: no web page can be made of it", "save the article's text as .txt or .md")
    blocks = blocks_of(root, _FURNITURE)
    main = _main(page)
    begin, end = _extent(blocks, main)
    wanted = [block for block in blocks[begin:end] if not _is_menu(block) or _squeeze(block.text) in main]
    return Text(as_lines(_headed(blocks[:begin], wanted, _page_title(root))))


def _main(page: str) -> str:
    """The main content without white space, or ""."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return _squeeze(trafilatura.extract(page, output_format="txt", include_comments=False, favor_recall=True) or "")


def _extent(blocks: Sequence[Block], main: str) -> tuple[int, int]:
    """Where the article begins and ends; everything, if there is no main content to be recognised."""
    inside = [_squeeze(block.text) in main for block in blocks]
    sure = [i for i, block in enumerate(blocks) if inside[i] and len(block.text) >= _TELLING]
    if not sure:
        return 0, len(blocks)
    begin, end = sure[0], sure[-1] + 1
    while begin and inside[begin - 1] and not _is_menu(blocks[begin - 1]):
        begin -= 1
    while end < len(blocks) and inside[end] and not _is_menu(blocks[end]):
        end += 1
    return begin, end


def _headed(before: Sequence[Block], blocks: Sequence[Block], page_title: str) -> list[Block]:
    """The headline and what stands under it about date and source, found before the text if it is not in it."""
    whole = [*before, *blocks]
    place = _headline(whole, len(before), page_title)
    if place is None:
        return [Block(page_title, "title"), *blocks] if page_title else list(blocks)
    title = replace(whole[place], mark="title")
    if place >= len(before):
        return [*whole[len(before) : place], title, *whole[place + 1 :]]
    under = [block for block in before[place + 1 :] if _ABOUT_THE_ARTICLE.search(block.text) and not _is_menu(block)]
    return [title, *under, *blocks]


def _headline(blocks: Sequence[Block], text_begins: int, page_title: str) -> int | None:
    """The heading that the page's own title repeats, else the last `h1` before the text, else the first one in it."""
    named = _squeeze(page_title)
    headings = [i for i, block in enumerate(blocks) if block.level]
    same = [
        i for i in headings if named and named in (_squeeze(blocks[i].text), _squeeze(blocks[i].text)[: len(named)])
    ]
    first_level = [i for i in headings if blocks[i].level == 1]
    before = [i for i in first_level if i < text_begins]
    return next(iter([*same, *before[::-1], *first_level]), None)


def _page_title(root: etree._Element) -> str:
    """What the page calls itself, without the site's name behind it."""
    told = root.xpath("string((//meta[@property='og:title']/@content)[1])") or root.xpath("string((//title)[1])")
    return _SITE.split(_SPACE.sub(" ", str(told)).strip())[0].strip()


def _is_menu(block: Block) -> bool:
    return block.linked * 2 > len(block.text)


def _squeeze(text: str) -> str:
    return _SPACE.sub("", text)
