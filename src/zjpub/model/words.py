"""The words that the values are told apart by."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]
Fate = Literal[
    "title", "heading", "paragraph", "joined", "duplicate", "caption", "byline", "source", "date", "boilerplate"
]
Mark = Literal["", "title", "heading", "item", "page"]
Origin = Literal["reviewed", "memory", "machine", "none"]
Level = Literal["info", "warning", "error"]

LANGS: tuple[Lang, ...] = ("zh", "en")
