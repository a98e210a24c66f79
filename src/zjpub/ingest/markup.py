"""(X)HTML → blocks, for web pages and the chapters of an EPUB; walked without recursion: no nesting is too deep."""

from __future__ import annotations

import html.entities
import re
from itertools import islice
from typing import TYPE_CHECKING

from zjpub.ingest.blocks import Block
from zjpub.sentences import CELL

if TYPE_CHECKING:
    from lxml import etree

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "title", "tr", "ul",
))
_WRAPPERS = frozenset(("p", "div"))
"""What a word processor puts around the words of each cell."""
_MANY = 30
"""Elements inside a cell from which it is taken for a part of the page's layout."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SKIPPED = frozenset((
    "audio", "button", "canvas", "embed", "head", "iframe", "input", "math", "noscript", "object", "rp", "rt", "script",
    "select", "style", "svg", "template", "textarea", "video",
))
# fmt: on
_CJK = "\u3000-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—"
_FOLDED_NEWLINE = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([\w.:-]+)|<meta[^>]*charset=["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def declared_encoding(data: bytes) -> str:
    """What the first bytes of a page say that it is encoded in, or ""."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def parse_xhtml(text: str) -> etree._Element | None:
    """The root of a page, read as XML, or as HTML if it is not well-formed; None if nothing can be made of it.

    HTML's named entities are put in first and all others become plain words, so that the parser expands none.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    whole = _ENTITY.sub(_entity, _XML_DECLARATION.sub("", text))
    try:
        return etree.fromstring(whole.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return parse_html(whole)


def parse_html(text: str) -> etree._Element | None:
    """The root of a page in whatever state; None if nothing can be made of it."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(_XML_DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name.startswith("#") or name in _XML_ENTITIES:
        return match[0]
    return html.entities.html5.get(f"{name};", f"&amp;{name};")


def blocks_of(root: etree._Element, skip: frozenset[str] = frozenset()) -> list[Block]:
    """The words of a page in reading order: headings and items marked, a table's row an item, `br` a line break.

    `skip`: elements that are left out beside those that hold no prose.
    """
    from lxml import etree

    page = _Page()
    skipped = _SKIPPED | skip
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = _name(element)
        if event == "start" and tag in skipped:
            walk.skip_subtree()
        elif event == "start":
            page.open(tag, element)
        else:
            if tag not in skipped:
                page.close(tag)
            if element is not root:
                page.add(element.tail or "")
    page.flush()
    return page.blocks


def _is_of_short_cells(row: etree._Element) -> bool:
    """Whether it is a row of data: several cells, and none holds a second paragraph or anything but words."""
    cells = [cell for cell in row if _name(cell) in ("td", "th")]
    return len(cells) > 1 and all(_is_short(cell) for cell in cells)


def _is_short(cell: etree._Element) -> bool:
    inside = list(islice(cell.iterdescendants(), _MANY))
    if len(inside) == _MANY or any(_name(element) in _BLOCKS - _WRAPPERS for element in inside):
        return False
    # One around another is one paragraph.
    return sum(_is_wrapper(element) and not any(map(_is_wrapper, element)) for element in inside) <= 1


def _is_wrapper(element: etree._Element) -> bool:
    return _name(element) in _WRAPPERS


def _name(element: etree._Element) -> str:
    """The tag without its namespace, in lower case; nothing that can be taken for words if it is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"


class _Page:
    """The blocks so far, and the words of the one that is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._kind = ""
        self._label = ""
        self._linked = 0
        self._depth = {"pre": 0, "a": 0}
        self._lists: list[int | None] = []
        self._row = False

    def open(self, tag: str, element: etree._Element) -> None:
        if tag in _BLOCKS and not self._is_inside_a_row(tag):
            self.flush()
        if tag in ("ol", "ul"):
            start = element.get("start", "1")
            self._lists.append(int(start) if tag == "ol" and start.isdecimal() and len(start) < 10 else None)
        elif tag in ("li", "tr"):
            self._row = tag == "tr" and _is_of_short_cells(element)
            self._kind, self._label = tag, self._next_label() if tag == "li" else ""
        elif tag in _HEADINGS:
            self._kind = tag
        elif tag == "br":
            self._words.append("\0")
        elif tag in ("td", "th"):
            self._words.append(CELL if "".join(self._words).strip() else "")
        if tag in self._depth:
            self._depth[tag] += 1
        self.add(element.text or "")

    def close(self, tag: str) -> None:
        self._row = self._row and tag != "tr"
        if tag in _BLOCKS and not self._is_inside_a_row(tag):
            self.flush()
            self._kind = self._label = ""
        if tag in ("ol", "ul"):
            self._lists.pop()
        if tag in self._depth:
            self._depth[tag] -= 1

    def add(self, text: str) -> None:
        # Between two elements a line end is what it is in a browser: names that stand side by side stay apart.
        text = " " if text.isspace() and not self._depth["pre"] else text
        self._words.append(text.replace("\r\n", "\n").replace("\n", "\0") if self._depth["pre"] else text)
        if self._depth["a"]:
            self._linked += len(text.strip())

    def flush(self) -> None:
        text = _WHITE_SPACE.sub(" ", _FOLDED_NEWLINE.sub("", "".join(self._words))).removesuffix(CELL)
        text = "\n".join(line.strip(" ") for line in text.split("\0") if line.strip())
        linked, self._linked, self._words = self._linked, 0, []
        if not text:
            return
        if self._kind in _HEADINGS:
            self.blocks.append(Block(text, "heading", int(self._kind[1]), linked))
            return
        self.blocks.append(Block(self._label + text, "item" if self._kind else "", 0, linked))
        # A second paragraph of an item is no second item.
        self._kind = self._label = ""

    def _is_inside_a_row(self, tag: str) -> bool:
        return self._row and tag in _WRAPPERS

    def _next_label(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return ""
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "
