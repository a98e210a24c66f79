"""The media overlay of a page: sentence by sentence, first language then second, both lighting the same element."""

from __future__ import annotations

from zjpub.render.epub_book import Page
from zjpub.render.epub_pages import OPS
from zjpub.render.xml import Maker, document

make = Maker({None: "http://www.w3.org/ns/SMIL", "epub": OPS})


def overlay_file(page: Page) -> bytes:
    """The SMIL file of a page that sounds."""
    text = f"{page.name}.xhtml"
    pars = (
        make(
            "par",
            {"id": f"par{number}"},
            make("text", {"src": f"{text}#{clip.target}"}),
            make("audio", {"src": clip.file, "clipBegin": clock(clip.start_ms), "clipEnd": clock(clip.end_ms)}),
        )
        for number, clip in enumerate(page.clips, 1)
    )
    return document(make("smil", {"version": "3.0"}, make("body", {"epub:textref": text}, *pars)))


def duration_ms(page: Page) -> int:
    """How long the page sounds."""
    return sum(clip.end_ms - clip.start_ms for clip in page.clips)


def clock(ms: int) -> str:
    """A SMIL clock value, `h:mm:ss.mmm`."""
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"
