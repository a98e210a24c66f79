"""File → Source: text, Markdown, HTML, Word, PDF and EPUB, read so that every line keeps its place."""

from zjpub.ingest.registry import SUFFIXES, UNREAD, ingest

__all__ = ["SUFFIXES", "UNREAD", "ingest"]
