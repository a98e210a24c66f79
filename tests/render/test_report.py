"""The report: every doubt and every line of the ledger is there, and leads where it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from editions import hostile, one_sentence, silent, small
from zjpub.check import LEVELS
from zjpub.model import Edition, Finding
from zjpub.render import bands, html, report


def parsed(edition: Edition, folder: Path) -> Any:
    report.render(edition, folder)
    return lxml_html.fromstring((folder / "report.html").read_bytes())


def test_doubts_come_gravest_first_and_lead_to_their_sentence(tmp_path: Path) -> None:
    page = parsed(silent(), tmp_path)
    links = [link.get("href") for link in page.xpath("//*[@class='place']/a")]
    assert links == ["index.html#s1p1n2", "index.html#s2p1n2", "index.html#s2p1n1"]


def test_every_link_into_the_reader_has_a_target(tmp_path: Path) -> None:
    page = parsed(silent(), tmp_path)
    html.render(silent(), tmp_path)
    reader = lxml_html.fromstring((tmp_path / "index.html").read_bytes())
    ids = {element.get("id") for element in reader.iter() if element.get("id")}
    links = [link.get("href") for link in page.iter("a")]
    targets = {link.partition("#")[2] for link in links if link.startswith("index.html#")}
    assert targets and targets <= ids
    own = {element.get("id") for element in page.iter() if element.get("id")}
    assert {link[1:] for link in links if link.startswith("#")} <= own


def test_the_ledger_stands_whole_beside_the_input(tmp_path: Path) -> None:
    page = parsed(silent(), tmp_path)
    rows = {row.get("id"): row.text_content() for row in page.xpath("//*[@class='ledger']/tbody/tr")}
    assert len(rows) == len(silent().ledger)
    assert "repeated" in rows["line-7"] and "first seen in line 6" in rows["line-7"]
    assert "runs on from line 4" in rows["line-5"]
    assert "by hand" in rows["line-10"] and "分享到微信" in rows["line-10"]


def test_the_cost_is_told(tmp_path: Path) -> None:
    edition = small(tmp_path)
    told = {row.findtext("dt"): row.findtext("dd") for row in parsed(edition, tmp_path).iterfind(".//dl/div")}
    machine = sum(pair.origin == "machine" for pair in edition.pairs())
    assert told["Sentences translated by an engine"].startswith(f"{machine}; later builds")
    spoken = 2 * sum(1 for _ in edition.pairs())
    assert told["Sentences spoken by an engine"].startswith(f"{spoken}; later builds")


def test_engines_are_named_and_the_choice_of_a_voice_is_explained(tmp_path: Path) -> None:
    edition = small(tmp_path)
    edition = replace(edition, engines={**edition.engines, "voice zh why": "edge cannot be reached"})
    told = {row.findtext("dt"): row.findtext("dd") for row in parsed(edition, tmp_path).iterfind(".//dl/div")}
    assert told["Chinese voice"] == "espeak cmn"
    assert told["Chinese voice: why"] == "edge cannot be reached"


def test_bands_fill_the_chart_without_gaps() -> None:
    found = bands.runs([("a", 1), ("a", 2), ("b", 3), ("a", 6)])
    assert [band.shows for band in found] == ["a", "b", "a"]
    assert [band.x for band in found] == [0.0, 250.0, 500.0]
    assert sum(band.width for band in found) == pytest.approx(bands.WIDTH)


def test_marks_stay_inside_the_chart() -> None:
    pairs = list(hostile().pairs())
    marks = bands.marks(pairs, {pairs[0].id: "info", pairs[-1].id: "error"})
    assert [mark.shows for mark in marks] == ["info", "error"]
    assert all(mark.x >= 0 and mark.x + mark.width <= bands.WIDTH for mark in marks)


@pytest.mark.parametrize("edition", [hostile(), one_sentence()], ids=["hostile", "one sentence"])
def test_hostile_and_tiny_editions_are_reported(tmp_path: Path, edition: Edition) -> None:
    page = parsed(edition, tmp_path)
    assert len(page.xpath("//script")) == 1
    assert "No sentence is in doubt." in page.text_content()


def test_the_ledger_can_be_narrowed(chromium: Any, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    report.render(small(tmp_path / "src"), tmp_path)
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    page.get_by_role("button", name="Taken out").click()
    assert page.locator(".ledger tbody tr:visible").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="line 6").first.click()
    page.locator("#line-6").wait_for(timeout=3_000)
    context.close()


def test_what_is_wrong_with_many_sentences_is_said_once_and_last(tmp_path: Path) -> None:
    edition = silent()
    gaps = [pair for pair in edition.pairs() if pair.id.startswith("s1")]
    untranslated = tuple(Finding("t-untranslated", "error", pair.id, "nobody translated it") for pair in gaps)
    wrong = Finding("t-quantity", "error", "s2p1n1", "the number is wrong")
    page = parsed(replace(edition, findings=(*untranslated, wrong)), tmp_path)
    doubts = page.xpath("//ol[@class='doubts']/li")
    assert ["the number is wrong" in doubt.text_content() for doubt in doubts] == [True, False]
    assert f"{len(gaps)} sentences" in doubts[1].text_content()
    assert len(doubts[1].xpath(".//a[starts-with(@href, 'index.html#s1')]")) == len(gaps)


def test_sections_are_numbered_as_in_the_reader(tmp_path: Path) -> None:
    edition = silent()
    bare = replace(edition.sections[0], heading=None)
    assert bands.numbers(edition) == ["1", "2"]
    assert bands.numbers(replace(edition, sections=(bare, edition.sections[1]))) == ["", "1"]


def test_every_code_has_words() -> None:
    assert set(report.WORDS) == set(LEVELS)
