"""What a build and a person do to a PO file, for the tests of that cycle."""

from __future__ import annotations

import re
from pathlib import Path

from zjpub.model import Article, Line
from zjpub.translate import Desk, po, translate
from zjpub.translate.echo import Echo

A, B, C = "企业落户经开区。", "港口今年很忙。", "列车开往欧洲。"


def build(path: Path, article: Article, *engines: Echo, **desk: object) -> dict[str, Line]:
    """What a build does: read the reviews, translate, bring the PO file up to date."""
    review = po.read(path)
    (made,) = translate([article], Desk(tuple(engines) or (Echo(),), reviews={article.slug: review}, **desk))  # type: ignore[arg-type]
    po.write(path, article, made, review)
    return dict(made.lines)


def approve(path: Path, zh: str, en: str, keep_fuzzy: bool = False) -> None:
    """What a person does: put other English under the Chinese, and take the fuzzy mark off (or forget to)."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    for index, block in enumerate(blocks):
        if f'\nmsgid "{zh}"' in block or block.startswith(f'msgid "{zh}"'):
            block = re.sub(r'\nmsgstr ".*', lambda _: f'\nmsgstr "{en}"', block)
            blocks[index] = block if keep_fuzzy else block.replace("#, fuzzy\n", "")
    path.write_text("\n\n".join(blocks), encoding="utf-8")


def block(path: Path, zh: str) -> str:
    return next(b for b in path.read_text(encoding="utf-8").split("\n\n") if f'msgid "{zh}"' in b.replace("#~ ", ""))
