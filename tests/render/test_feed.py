"""The feed is valid RSS 2.0 with all that podcast directories ask for, whatever the articles are called."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import feedparser
import pytest
from lxml import etree
from PIL import Image

import editions
from zjpub.model import Edition, Publication
from zjpub.render import feed, render

SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("rss.rng"))))
PUBLICATION = Publication("经开区故事 · Stories", "郑州日报社", "CC BY 4.0", "https://example.org/stories")


def _finished(edition: Edition, output: Path) -> tuple[feed.FeedItem, ...]:
    folder = output / edition.slug
    folder.mkdir(parents=True)
    render(edition, folder, ["audio", "subtitles"])
    return feed.items(edition, folder)


def _parsed(output: Path) -> feedparser.FeedParserDict:
    tree = etree.parse(str(output / "feed.xml"))
    assert SCHEMA.validate(tree), SCHEMA.error_log
    parsed = feedparser.parse((output / "feed.xml").read_bytes())
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "made").mkdir()
    return tmp_path / "made"


@pytest.mark.parametrize("publication", [PUBLICATION, Publication()])
def test_it_is_valid_for_hostile_articles_too(tmp_path: Path, made: Path, publication: Publication) -> None:
    found = [item for make in (editions.small, editions.hostile) for item in _finished(make(made), tmp_path)]
    feed.render(found, publication, tmp_path)
    assert len(_parsed(tmp_path).entries) == 4


def test_every_address_leads_to_a_file_of_the_size_it_says(tmp_path: Path, made: Path) -> None:
    feed.render(_finished(editions.small(made), tmp_path), PUBLICATION, tmp_path)
    tree = etree.parse(str(tmp_path / "feed.xml"))
    for enclosure in tree.iter("enclosure"):
        path = tmp_path / unquote(enclosure.get("url").removeprefix("https://example.org/stories/"))
        assert path.stat().st_size == int(enclosure.get("length"))
    others = tree.xpath("//*[local-name()='chapters' or local-name()='transcript']/@url | //image/url/text()")
    assert len(others) == 7
    assert all((tmp_path / unquote(url.removeprefix("https://example.org/stories/"))).exists() for url in others)


def test_without_an_address_it_plays_from_the_preview(tmp_path: Path, made: Path) -> None:
    feed.render(_finished(editions.small(made), tmp_path), Publication(), tmp_path)
    entry = _parsed(tmp_path).entries[0]
    assert entry.enclosures[0].href == "http://127.0.0.1:8000/spring-city/audio/spring-city.zh.mp3"


def test_it_is_in_the_language_of_what_comes_first(tmp_path: Path, made: Path) -> None:
    feed.render(_finished(editions.small(made), tmp_path), PUBLICATION, tmp_path)
    assert _parsed(tmp_path).feed.language == "zh-CN"


def test_guids_stay_when_everything_else_changes(tmp_path: Path, made: Path) -> None:
    edition = editions.small(made)
    changed = replace(edition, title=replace(edition.title, zh="新题", en="New"), date="2024-01-01")
    before = [item.guid for item in _finished(edition, tmp_path / "a")]
    after = [item.guid for item in _finished(changed, tmp_path / "b")]
    assert before == after and len(set(before)) == 2


def test_the_newest_comes_first_and_chinese_before_english(tmp_path: Path, made: Path) -> None:
    new = replace(editions.small(made), slug="zzz", date="2024-01-01")
    found = [item for edition in (editions.small(made), new) for item in _finished(edition, tmp_path)]
    feed.render(found, PUBLICATION, tmp_path)
    links = [(entry.link, entry.enclosures[0].href[-6:]) for entry in _parsed(tmp_path).entries]
    assert links == [
        (f"https://example.org/stories/{slug}/index.html", ending)
        for slug in ("zzz", "spring-city")
        for ending in ("zh.mp3", "en.mp3")
    ]


def test_words_of_an_article_are_no_markup_where_a_reader_shows_html(tmp_path: Path, made: Path) -> None:
    feed.render(_finished(editions.hostile(made), tmp_path), PUBLICATION, tmp_path)
    for element in etree.parse(str(tmp_path / "feed.xml")).iter("description"):
        assert "<" not in element.text


def test_dates_that_are_words_are_left_out(tmp_path: Path, made: Path) -> None:
    edition = replace(editions.small(made), date="去年春天")
    feed.render(_finished(edition, tmp_path), PUBLICATION, tmp_path)
    assert "published" not in _parsed(tmp_path).entries[0]


def test_a_format_not_made_is_not_announced(tmp_path: Path, made: Path) -> None:
    folder = tmp_path / "spring-city"
    folder.mkdir()
    edition = editions.small(made)
    render(edition, folder, ["audio"])
    feed.render(feed.items(edition, folder), PUBLICATION, tmp_path)
    assert b"podcast:transcript" not in (tmp_path / "feed.xml").read_bytes()
    assert _parsed(tmp_path).entries


def test_items_survive_being_kept(tmp_path: Path, made: Path) -> None:
    for item in _finished(editions.small(made), tmp_path):
        assert feed.from_json(json.loads(json.dumps(feed.to_json(item)))) == item


def test_nothing_sounds_no_feed(tmp_path: Path) -> None:
    feed.render(_finished(editions.silent(), tmp_path / "out"), PUBLICATION, tmp_path)
    assert not (tmp_path / "feed.xml").exists()


def test_the_picture_is_as_directories_want_it(tmp_path: Path, made: Path) -> None:
    feed.render(_finished(editions.small(made), tmp_path), PUBLICATION, tmp_path)
    picture = Image.open(io.BytesIO((tmp_path / "feed.jpg").read_bytes()))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1400, 1400))
