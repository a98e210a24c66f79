"""What the formats without lines have instead: blocks of words, which become lines with a blank one between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zjpub.model import InputLine, Mark

TITLE_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row. `level`: of a heading, from 1; 0 for all else. `linked`: how many
    of its characters are links."""

    text: str
    mark: Mark = ""
    level: int = 0
    linked: int = 0


def with_title(blocks: Sequence[Block]) -> list[Block]:
    """The first heading is the title, if it is of the first level and the file names no title otherwise."""
    blocks = list(blocks)
    if not any(block.mark == "title" for block in blocks):
        first = next((i for i, block in enumerate(blocks) if block.level), None)
        if first is not None and blocks[first].level == TITLE_LEVEL:
            blocks[first] = replace(blocks[first], mark="title")
    return blocks


def as_lines(blocks: Iterable[Block]) -> tuple[InputLine, ...]:
    """Number them from 1; a line break inside a block begins a further line, which takes on a heading's mark only."""
    lines: list[InputLine] = []
    for block in blocks:
        if lines:
            lines.append(InputLine(len(lines) + 1, ""))
        for position, text in enumerate(block.text.split("\n")):
            mark: Mark = block.mark if position == 0 or block.mark in ("title", "heading") else ""
            lines.append(InputLine(len(lines) + 1, text.strip(" \t"), mark))
    return tuple(lines)
