"""A finished EPUB, opened again by rules of its own, so that the tests do not believe what the renderer believes."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from zjpub.model import Edition
from zjpub.render import render

NS = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "smil": "http://www.w3.org/ns/SMIL",
}
SUFFIXES = {"epub": "", "epub-zh": ".zh", "epub-en": ".en"}


def made(edition: Edition, folder: Path, variant: str = "epub") -> Path:
    """Render one variant into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    render(edition, folder, [variant])
    return folder / f"{edition.slug}{SUFFIXES[variant]}.epub"


@dataclass(frozen=True)
class Par:
    """One step of an overlay, with paths from the root of the archive; times in milliseconds."""

    page: str
    target: str
    audio: str
    begin: int
    end: int


class Opened:
    """What a reading system finds in the file."""

    def __init__(self, path: Path) -> None:
        self.archive = zipfile.ZipFile(path)
        container = etree.fromstring(self.archive.read("META-INF/container.xml"))
        self.package_path = container.xpath("string(//@full-path)")
        self.package = self.xml(self.package_path)
        self.items = {item.get("id"): item for item in self.package.iterfind("opf:manifest/opf:item", NS)}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def resolve(self, base: str, href: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), href))

    def meta(self, property: str, refines: str | None = None) -> list[str]:
        found = self.package.iterfind(f"opf:metadata/opf:meta[@property='{property}']", NS)
        return [element.text for element in found if element.get("refines") == (refines and f"#{refines}")]

    def spine(self) -> Iterator[etree._Element]:
        """The manifest items of the reading order."""
        for reference in self.package.iterfind("opf:spine/opf:itemref", NS):
            yield self.items[reference.get("idref")]

    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        for item in self.spine():
            path = self.resolve(self.package_path, item.get("href"))
            yield path, self.xml(path)

    def pars(self, item: etree._Element) -> list[Par]:
        """The overlay of a spine item."""
        path = self.resolve(self.package_path, self.items[item.get("media-overlay")].get("href"))
        pars = []
        for par in self.xml(path).iterfind(".//smil:par", NS):
            text, audio = par.find("smil:text", NS), par.find("smil:audio", NS)
            page, _, target = text.get("src").partition("#")
            times = [milliseconds(audio.get(name)) for name in ("clipBegin", "clipEnd")]
            pars.append(Par(self.resolve(path, page), target, self.resolve(path, audio.get("src")), *times))
        return pars


def milliseconds(clock: str) -> int:
    hours, minutes, seconds = clock.split(":")
    whole, _, fraction = seconds.partition(".")
    return (int(hours) * 3600 + int(minutes) * 60 + int(whole)) * 1000 + int(fraction.ljust(3, "0"))
