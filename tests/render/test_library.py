"""The shelf and the library page: what it lists, what its search finds, and that it stays light."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from editions import hostile, silent, small
from zjpub.model import Pair, PairedParagraph, PairedSection, Publication
from zjpub.render import library, terms
from zjpub.render.shelf import ShelfEntry, from_json, shelf_entry, to_json

PUBLICATION = Publication("经开区故事", "郑州日报社", "CC BY 4.0")


@pytest.fixture
def entry(tmp_path: Path) -> ShelfEntry:
    home = tmp_path / "spring-city"
    home.mkdir()
    (home / "spring-city.epub").write_bytes(b"0" * 1_234_567)
    (home / "report.html").write_bytes(b"")
    return shelf_entry(silent(), home)


def parsed(shelf: Sequence[ShelfEntry], folder: Path) -> Any:
    library.render(shelf, PUBLICATION, folder)
    return lxml_html.fromstring((folder / "index.html").read_bytes())


def test_an_entry_survives_json(entry: ShelfEntry) -> None:
    assert from_json(json.loads(json.dumps(to_json(entry)))) == entry


def test_an_entry_knows_lengths_and_doubts(tmp_path: Path) -> None:
    found = shelf_entry(small(tmp_path), tmp_path)
    assert (found.sections, found.sentences, found.flags) == (2, 10, 3)
    assert found.duration_ms["zh"] > 4_000
    assert found.downloads == ()


def test_the_page_lists_an_article_with_its_downloads(entry: ShelfEntry, tmp_path: Path) -> None:
    page = parsed([entry], tmp_path)
    item = page.xpath("//*[@id='list']/li")[0].text_content()
    for words in ("持续擦亮名片", "Polishing the City’s Name", "Wang Saihua", "13 April 2023", "1.2 MB", "3 to check"):
        assert words in item
    links = {link.get("href") for link in page.iter("a")}
    assert {"spring-city/index.html", "spring-city/spring-city.epub", "spring-city/report.html"} <= links


def test_the_newest_comes_first(entry: ShelfEntry, tmp_path: Path) -> None:
    dated = [
        replace(entry, slug=slug, date=date) for slug, date in (("a", ""), ("b", "2020-01-01"), ("c", "2024-01-01"))
    ]
    page = parsed(dated, tmp_path)
    assert [link.get("href")[0] for link in page.xpath("//a[@class='title']")] == ["c", "b", "a"]


def test_an_empty_shelf_and_odd_names(entry: ShelfEntry, tmp_path: Path) -> None:
    assert "No articles yet" in parsed([], tmp_path).text_content()
    page = parsed([replace(entry, slug="a #?%<b>"), shelf_entry(hostile(), tmp_path)], tmp_path)
    assert "a%20%23%3F%25%3Cb%3E/index.html" in {link.get("href") for link in page.iter("a")}
    assert len(page.xpath("//script")) == 1


def test_terms_are_words_and_pairs_of_characters() -> None:
    assert terms.terms("郑州GDP，ＡＢ 2023年 a") == "2023 a ab gdp 州 年 郑州"


def test_the_index_holds_what_each_article_holds() -> None:
    articles = ["ab abc 郑州", "abc b", "", "郑州"]
    words, places = terms.index(articles)
    assert words == " 0ab 2c 0b 0郑州"
    assert places == "BA" + "CAA" + "BB" + "CAC"


@pytest.mark.parametrize("query", ["讀一小時", "读一小时", "書店", "书店"])
def test_either_script_finds_a_traditional_article(chromium: Any, tmp_path: Path, query: str) -> None:
    title = Pair("title", "在臺北，遇見一家不賣書的書店", "A Bookshop", "reviewed")
    text = PairedSection(
        "s1", None, (PairedParagraph((Pair("s1p1n1", "讀一小時，會說話的門。", "Read.", "reviewed"),)),)
    )
    edition = replace(silent(), slug="taipei", title=title, sections=(text,), captions=())
    library.render([shelf_entry(edition, tmp_path), shelf_entry(hostile(), tmp_path)], PUBLICATION, tmp_path)
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.fill("#query", query)
    page.wait_for_timeout(150)
    assert page.locator("#found").inner_text() == "1 of 2"
    assert page.locator(".title:visible").get_attribute("href").startswith("taipei/")
    page.close()


def many(entry: ShelfEntry, count: int) -> list[ShelfEntry]:
    """Articles of a thousand characters of running Chinese and as much English, with the frequencies of a language."""
    chance = random.Random(7)
    han = [chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(2_000)]
    zh = ["".join(chance.choices(han, k=2)) for _ in range(6_000)]
    en = ["".join(chance.choices("etaoinshrdlucmfw", k=chance.randint(2, 9))) for _ in range(8_000)]
    weight = [1 / (rank + 1) for rank in range(8_000)]
    made = []
    for number in range(count):
        text = "".join(chance.choices(zh, weight[:6_000], k=500)) + " ".join(chance.choices(en, weight, k=600))
        title = f"第{number}篇 {chance.choice(zh)}"
        made.append(replace(entry, slug=f"article-{number}", title_zh=title, words=terms.terms(title + "\n" + text)))
    return made


def test_a_thousand_articles_stay_light_and_quick_to_search(chromium: Any, entry: ShelfEntry, tmp_path: Path) -> None:
    shelf = many(entry, 1_000)
    shelf[500] = replace(shelf[500], words=terms.terms("独一无二的词 zxqv"))
    library.render(shelf, PUBLICATION, tmp_path)
    assert (tmp_path / "index.html").stat().st_size < 6_000_000
    context = chromium.new_context()
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    took = page.evaluate(
        """() => ['独', '独一无二', 'zx'].map((text) => {
             document.querySelector('#query').value = text;
             const start = performance.now();
             document.querySelector('.search').requestSubmit();
             return [performance.now() - start, document.querySelector('#found').textContent];
           })"""
    )
    assert [said for _, said in took][1:] == ["1 of 1000", "1 of 1000"]
    assert max(ms for ms, _ in took) < 1_500
    context.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("谱写", ["spring-city"]),
        ("沉睡的", []),
        ("唤醒了这片", ["spring-city"]),
        ("billion yu", ["spring-city"]),
        ("BILLION", ["spring-city"]),
        ("wang saihua", ["spring-city"]),
        ("郑州日报", ["spring-city"]),
        ("上海 yuan", []),
        ("   ", ["spring-city", "hostile"]),
        ("节", ["hostile"]),
        ("譜寫", ["spring-city"]),
        ("開放的東風", ["spring-city"]),
        ("<script>", ["hostile"]),
    ],
)
def test_search_finds_titles_text_and_names(
    chromium: Any, entry: ShelfEntry, tmp_path: Path, query: str, found: list[str]
) -> None:
    library.render([entry, shelf_entry(hostile(), tmp_path)], PUBLICATION, tmp_path)
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.fill("#query", query)
    page.wait_for_timeout(150)
    shown = page.evaluate("[...document.querySelectorAll('#list > li:not([hidden]) .title')].map(a => a.pathname)")
    assert [path.split("/")[-2] for path in shown] == found
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
