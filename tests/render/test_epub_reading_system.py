"""The EPUB opened and played in Foliate's reading engine: sentence after sentence lights up, and page after page.

The engine comes from npm (`npm install foliate-js`); `ZJPUB_FOLIATE` names its folder.
"""

from __future__ import annotations

import mimetypes
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from epubs import made

import editions

ENGINE = Path(os.environ.get("ZJPUB_FOLIATE", "node_modules/foliate-js"))
ORIGIN = "http://reader.test"
READER = """<!DOCTYPE html><meta charset="utf-8"><title>reader</title>
<style>html, body, foliate-view { display: block; height: 100%; margin: 0 }</style>
<script type="module">
import "/foliate/view.js"
window.log = []
window.lit = []
const view = document.createElement("foliate-view")
document.body.append(view)
const file = new File([await (await fetch("/book.epub")).blob()], "book.epub", { type: "application/epub+zip" })
await view.open(file)
await view.init({})
const look = () => {
  for (const { doc } of view.renderer.getContents())
    for (const element of doc.querySelectorAll(".-epub-media-overlay-active"))
      if (window.lit.at(-1) !== element.id) window.lit.push(element.id)
  requestAnimationFrame(look)
}
look()
view.mediaOverlay.addEventListener("highlight", event => window.log.push(event.detail.text.split("#")[1]))
view.mediaOverlay.addEventListener("error", event => window.log.push("error " + event.detail.message))
window.view = view
</script>"""

needs_engine = pytest.mark.skipif(
    not (ENGINE / "view.js").is_file(),
    reason="Foliate's engine is not here: npm install foliate-js, and name its folder in ZJPUB_FOLIATE",
)


def _reader(chromium: Any, book: Path) -> Any:
    """A page with the book open; everything it asks for comes from here."""

    def answer(route: Any) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=READER, content_type="text/html")
        elif path == "/book.epub":
            route.fulfill(path=book, content_type="application/epub+zip")
        else:
            file = ENGINE / path.removeprefix("/foliate/")
            route.fulfill(path=file, content_type=mimetypes.guess_type(file.name)[0] or "text/javascript")

    page = chromium.new_page(viewport={"width": 390, "height": 780})
    page.route(f"{ORIGIN}/**", answer)
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("window.view")
    return page


@needs_engine
@pytest.mark.parametrize("variant", ["epub", "epub-zh", "epub-en"])
def test_every_sentence_lights_up_in_order_through_the_whole_book(tmp_path: Path, chromium: Any, variant: str) -> None:
    edition = editions.small(tmp_path)
    page = _reader(chromium, made(edition, tmp_path / "out", variant))
    last = list(edition.pairs())[-1].id
    page.evaluate("view.mediaOverlay.start(0)")
    page.wait_for_function(f"lit.at(-1) === '{last}'", timeout=60_000)
    log, lit = page.evaluate("[log, lit]")
    page.close()
    spoken = [pair.id for pair in edition.pairs()]
    assert list(dict.fromkeys(log)) == spoken
    # The engine never lights the first page of any book: it assigns its index, 0, where it means to compare.
    assert list(dict.fromkeys(lit)) == [name for name in spoken if name != "title"]


@needs_engine
def test_contents_and_cover_are_found(tmp_path: Path, chromium: Any) -> None:
    page = _reader(chromium, made(editions.small(tmp_path), tmp_path / "out"))
    labels = page.evaluate("view.book.toc.map(entry => entry.label.trim())")
    cover = page.evaluate("view.book.getCover().then(blob => blob.type)")
    page.close()
    assert labels[1] == "沙土地之上“书写”沧桑巨变 Great Changes “Written” on Sandy Soil"
    assert cover == "image/jpeg"
