"""Markdown: every line keeps its number and loses its marks; headings, list items and rows are told from prose."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from zjpub.ingest.encoding import decode
from zjpub.ingest.front_matter import split_front_matter
from zjpub.ingest.interface import Text
from zjpub.ingest.txt import split_lines
from zjpub.model import InputLine, Mark
from zjpub.sentences import CELL

if TYPE_CHECKING:
    from markdown_it.token import Token

# CommonMark does not close `**“制造立区”**构建`, since it takes the quote for the outside of the word.
_LEFT_OVER_EMPHASIS = re.compile(r"(?<![\\*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?!\*)")
_REAL_STAR = "\ufdd0"
_TAG = re.compile(
    r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|</?[A-Za-z][^<>]*>|<!--.*|.*?-->", re.DOTALL | re.IGNORECASE
)
_TABLE_ROW = re.compile(r"\|.*\|")
_TABLE_RULE = re.compile(r"[|:\- ]+")
# Much Chinese Markdown has no space after the marks; `#话题#` is something else.
_TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[^\x00-\xff][^#]*$)", re.MULTILINE)
_ADDRESS = re.compile(r"[/.#@]")
_CHINESE = re.compile("[\u3400-\u9fff]")
_MAX_NESTING = 60
_LONGEST_UNDERLINED = 60


def read(data: bytes, name: str) -> Text:
    """Emphasis, links, images, tables and code are reduced to their words; lines of marks alone become blank."""
    lines = split_lines(decode(data, name).replace("\f", " "))
    settings, skipped = split_front_matter(lines, name)
    page = _Page(lines[skipped:])
    return Text(
        tuple(
            InputLine(skipped + number, text.strip(), mark)
            for number, (text, mark) in enumerate(zip(page.texts, page.marks, strict=True), 1)
        ),
        settings,
    )


class _Page:
    """The words and the mark of each line, filled in token by token; what no token claims stays if it is Chinese."""

    def __init__(self, lines: list[str]) -> None:
        from markdown_it import MarkdownIt

        self.texts = [""] * len(lines)
        self.marks: list[Mark] = [""] * len(lines)
        self._claimed: set[int] = set()
        self._lists: list[str] = []
        self._label = ""
        self._item_starts = False
        self._heading: Token | None = None
        self._any_heading = False
        parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("strikethrough").disable("text_join")
        seen: dict[str, Any] = {}
        for token in parser.parse(_TIGHT_HEADING.sub(r"\1 ", "\n".join(lines)), seen):
            self._take(token)
        for reference in (*seen.get("references", {}).values(), *seen.get("duplicate_refs", ())):
            # `[记者]: 你好` has the form of a link's address and is none.
            if _ADDRESS.search(reference["href"]):
                self._claimed.update(range(*reference["map"]))
        for number in {n for n, line in enumerate(lines) if _CHINESE.search(line)} - self._claimed:
            self.texts[number] = lines[number]

    def _take(self, token: Token) -> None:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            self._lists.append(token.type)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._label = f"{token.info}{token.markup} " if self._lists[-1] == "ordered_list_open" else ""
            self._item_starts = True
        elif token.type in ("heading_open", "heading_close"):
            self._heading = token if token.nesting == 1 else None
        elif token.type == "inline":
            self._write(token, _words(token))
        elif token.type in ("fence", "code_block"):
            self._write(token, token.content, skip=token.type == "fence")
        elif token.type == "html_block":
            self._write(token, html.unescape(_TAG.sub(_same_lines, token.content)))

    def _write(self, token: Token, words: str, skip: bool = False) -> None:
        """Put words on the lines of a block, after its first line if that holds a mark alone."""
        first, end = token.map or (0, 0)
        first += skip
        mark = self._heading_mark(words)
        self._claimed.update(range(first, end))
        for number, text in enumerate(words.split("\n")[: end - first], first):
            self.texts[number] = self._label + (_cells(text) if _is_row(text) else text)
            self.marks[number] = mark or ("item" if self._item_starts or _is_row(text) else "")
            self._label, self._item_starts = "", False

    def _heading_mark(self, words: str) -> Mark:
        """A paragraph over a line of dashes is a paragraph, whatever CommonMark says."""
        if not self._heading:
            return ""
        underlined = self._heading.markup in ("-", "=")
        if underlined and (len(words) > _LONGEST_UNDERLINED or words.endswith(tuple("。；，！？.;,"))):
            return ""
        first, self._any_heading = not self._any_heading, True
        return "title" if first and self._heading.tag == "h1" else "heading"


def _words(inline: Token) -> str:
    """What a reader sees of a block's inline mark-up, its line breaks kept."""
    text = _LEFT_OVER_EMPHASIS.sub(r"\2", "".join(_word(token) for token in inline.children or []))
    return text.replace(_REAL_STAR, "*")


def _is_row(line: str) -> bool:
    return bool(_TABLE_ROW.fullmatch(line))


def _cells(line: str) -> str:
    return "" if _TABLE_RULE.fullmatch(line) else CELL.join(cell.strip() for cell in line.strip("|").split("|"))


def _word(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "image":
        return "".join(_word(child) for child in token.children or []).replace("\n", " ")
    if token.type == "html_inline":
        return " " if token.content.lower().startswith("<br") else "\n" * token.content.count("\n")
    # An escaped star, or one in code, is a star.
    return token.content.replace("*", _REAL_STAR) if token.type != "text" else token.content


def _same_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
