"""The cleaned article for machines (the JSON of `zjpub clean --json`) and for people (Markdown to publish)."""

from __future__ import annotations

import re
from typing import Any

from zjpub.model import Article, LedgerEntry


def to_json(article: Article) -> dict[str, Any]:
    """The contract of `zjpub clean --json`, keys in the order in which it prints them."""
    return {
        "title": article.title.zh,
        "byline": list(article.byline),
        "source": article.source,
        "date": article.date,
        "sections": [
            {
                "heading": section.heading.zh if section.heading else None,
                "paragraphs": [
                    {"text": paragraph.text, "lines": list(paragraph.lines), "truncated": paragraph.truncated}
                    for paragraph in section.paragraphs
                ],
            }
            for section in article.sections
        ],
        "captions": [
            {"text": caption.sentence.zh, "credit": caption.credit, "line": caption.line}
            for caption in article.captions
        ],
        "ledger": [_entry(entry) for entry in article.ledger],
    }


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    made: dict[str, Any] = {"line": entry.line, "fate": entry.fate, "of": entry.of, "note": entry.note}
    return {**made, "forced": True} if entry.forced else made


def to_markdown(article: Article) -> str:
    """What a person would publish; nothing in the text can become mark-up."""
    parts = [f"# {_escape(article.title.zh)}"]
    if article.byline:
        parts.append(f"*{_escape(' '.join(article.byline))}*")
    if article.source or article.date:
        parts.append(_escape(" · ".join(filter(None, (article.source, article.date)))))
    for section in article.sections:
        if section.heading:
            parts.append(f"## {_escape(section.heading.zh)}")
        parts += [_escape(paragraph.text) for paragraph in section.paragraphs]
    if article.captions:
        parts.append("\n".join(_caption(caption.sentence.zh, caption.credit) for caption in article.captions))
    return "\n\n".join(parts) + "\n"


def _caption(text: str, credit: str | None) -> str:
    named = f"（图：{credit}）" if credit else ""
    return f"- {_escape(text + named)}"


_SPECIAL = re.compile(r"([\\`*_{}\[\]>])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", "~": "&#126;"})
_BLOCK_START = re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)](?:\s|$)))")


def _escape(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text).translate(_ENTITIES)
    return _BLOCK_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], escaped)
