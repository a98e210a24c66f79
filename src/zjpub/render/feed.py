"""Every article on the shelf as a podcast feed, `feed.xml`.

A feed is read far from its folder, so that its addresses must be whole: they begin with the publication's `url`. Until
a project has one, they begin with the address of `zjpub serve`: the feed is valid and plays on this machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.utils import format_datetime
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from lxml import etree

from zjpub import __version__, cover
from zjpub.model import Edition, Publication, Track
from zjpub.render import subtitles
from zjpub.render.text import calendar_day, language_tag, printable
from zjpub.render.xml import Maker, document

FILE = "feed.xml"
PICTURE = "feed.jpg"
LOCAL = "http://127.0.0.1:8000/"
"""Where `zjpub serve` shows the output: the address of a publication that has none yet."""

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"

make = Maker({"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM})

_FEEDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_MEDIA_TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a", ".m4b": "audio/x-m4a"}
# Podcast directories know Chinese by country, not by script.
_TAGS = {"en": "en", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_NAMELESS = "双语文章 · Bilingual Articles"
_CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One recording of one article, in plain text. Paths are relative to the feed; `transcripts`: path → media type;
    `tag`: its language; `date`: ISO 8601 or empty; `guid` stays whatever becomes of title, text, voice and address."""

    guid: str
    title: str
    summary: str
    page: str
    href: str
    size: int
    duration_ms: int
    tag: str
    author: str
    date: str
    chapters: str
    transcripts: Mapping[str, str]


def items(edition: Edition, folder: Path) -> tuple[FeedItem, ...]:
    """What an edition, finished in `folder`, gives to the feed: its whole-article recordings, or for want of them those
    of its sections."""
    whole = [track for track in edition.tracks if track.kind == "article"]
    tracks = whole or [track for track in edition.tracks if track.kind == "section"]
    return tuple(_item(edition, track, folder) for track in tracks if (folder / "audio" / track.file).exists())


def to_json(item: FeedItem) -> dict[str, Any]:
    """The item as plain JSON values."""
    return asdict(item)


def from_json(found: Mapping[str, Any]) -> FeedItem:
    """The item that `to_json` gave; TypeError for anything else."""
    return FeedItem(**found)


def render(found: Sequence[FeedItem], publication: Publication, folder: Path) -> None:
    """Write `feed.xml` and its picture: the newest first, then by name; nothing if nothing sounds."""
    if not found:
        return
    by_name = sorted(found, key=lambda item: (item.page, item.tag == "en", item.href))
    newest_first = sorted(by_name, key=lambda item: item.date, reverse=True)
    name = publication.title or _NAMELESS
    (folder / PICTURE).write_bytes(cover.draw(name, "", publication.author, "square"))
    (folder / FILE).write_bytes(document(_feed(newest_first, publication, name)))


def base_url(publication: Publication) -> str:
    """What the addresses of this publication begin with, a slash at its end."""
    return f"{publication.url.rstrip('/')}/" if urlsplit(publication.url).netloc else LOCAL


def _item(edition: Edition, track: Track, folder: Path) -> FeedItem:
    files = [name for name in subtitles.files(track) if (folder / name).exists()]
    title = edition.title.en if track.lang == "en" else edition.title.zh
    part = "" if track.section is None else f" · {track.title}"
    chapters = subtitles.chapters_file(track)
    return FeedItem(
        guid=uuid5(NAMESPACE_URL, f"zjpub:{edition.slug}:{track.section}:{track.kind}:{track.lang}").urn,
        title=_one_line(title + part),
        summary=_summary(edition, track),
        page=f"{edition.slug}/index.html",
        href=f"{edition.slug}/audio/{track.file}",
        size=(folder / "audio" / track.file).stat().st_size,
        duration_ms=track.duration_ms,
        tag=_TAGS[language_tag(edition, "en" if track.lang == "en" else "zh")],
        author=_one_line("、".join(edition.byline)),
        date=calendar_day(edition.date),
        chapters=f"{edition.slug}/{chapters}" if chapters in files else "",
        transcripts={f"{edition.slug}/{name}": kind for name, kind in _transcripts(files)},
    )


def _transcripts(files: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Path → media type of the subtitles in the language that is spoken."""
    kinds = {".vtt": "text/vtt", ".srt": "application/x-subrip"}
    for name in files:
        path = PurePosixPath(name)
        if path.suffix in kinds and not path.stem.endswith(".bilingual"):
            yield name, kinds[path.suffix]


def _summary(edition: Edition, track: Track) -> str:
    """The other title and the first sentences, in the language that is spoken."""
    text = [pair for section in edition.sections for paragraph in section.paragraphs for pair in paragraph.pairs][:3]
    if track.lang == "en":
        return _one_line(f"{edition.title.zh} — " + " ".join(pair.en for pair in text))
    return _one_line(f"{edition.title.en} — " + "".join(pair.zh for pair in text))


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _feed(found: Sequence[FeedItem], publication: Publication, name: str) -> etree._Element:
    base = base_url(publication)
    author = publication.author or name
    picture = _address(base, PICTURE)
    channel = make(
        "channel",
        {},
        make("title", {}, _one_line(name)),
        make("link", {}, base),
        make(
            "description",
            {},
            _one_line(f"{name}：中文文章及其英文译文的朗读。Chinese articles and their English, read aloud."),
        ),
        make("language", {}, found[0].tag),
        *((make("copyright", {}, _one_line(publication.licence)),) if publication.licence else ()),
        make("generator", {}, f"zjpub {__version__}"),
        make("atom:link", {"rel": "self", "type": "application/rss+xml", "href": _address(base, FILE)}),
        make("image", {}, make("url", {}, picture), make("title", {}, _one_line(name)), make("link", {}, base)),
        make("itunes:author", {}, _one_line(author)),
        make("itunes:image", {"href": picture}),
        make("itunes:category", {"text": "Education"}, make("itunes:category", {"text": "Language Learning"})),
        make("itunes:explicit", {}, "false"),
        make("itunes:type", {}, "episodic"),
        make("podcast:guid", {}, str(uuid5(_FEEDS, _address(base, FILE).partition("://")[2]))),
        *(_entry(item, base) for item in found),
    )
    return make("rss", {"version": "2.0"}, channel)


def _entry(item: FeedItem, base: str) -> etree._Element:
    media = _MEDIA_TYPES[PurePosixPath(item.href).suffix]
    enclosure = {"url": _address(base, item.href), "length": str(item.size), "type": media}
    dated = (make("pubDate", {}, _rfc_822(item.date)),) if item.date else ()
    authored = (make("itunes:author", {}, item.author),) if item.author else ()
    chapters = {"url": _address(base, item.chapters), "type": "application/json+chapters"}
    # Readers show a description as HTML: its words are escaped once more, to stay words.
    return make(
        "item",
        {},
        make("title", {}, item.title),
        make("link", {}, _address(base, item.page)),
        make("description", {}, escape(item.summary, quote=False)),
        make("guid", {"isPermaLink": "false"}, item.guid),
        *dated,
        make("enclosure", enclosure),
        make("itunes:duration", {}, str(max(1, round(item.duration_ms / 1000)))),
        *authored,
        make("itunes:episodeType", {}, "full"),
        *((make("podcast:chapters", chapters),) if item.chapters else ()),
        *(
            make("podcast:transcript", {"url": _address(base, path), "type": kind, "language": item.tag})
            for path, kind in item.transcripts.items()
        ),
    )


def _address(base: str, path: str) -> str:
    """A whole URI, its Chinese percent-encoded."""
    return base + quote(printable(path))


def _rfc_822(day: str) -> str:
    return format_datetime(datetime.combine(date.fromisoformat(day), time(), _CHINA))
