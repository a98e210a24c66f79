"""The reader in a real browser: it plays, lights what is spoken, and does what a reader asks of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editions import LENGTH_MS, hostile, one_sentence, silent, small
from zjpub.model import Edition, Pair, PairedParagraph, PairedSection
from zjpub.render import audio, html, romanize

Open = Callable[..., Any]

DESK = {"width": 1280, "height": 800}
WATCH = """() => {
  window.spoken = [];
  new MutationObserver(() => {
    const lit = document.querySelector('.pair.now');
    const both = lit && lit.querySelector('.zh.now') && lit.querySelector('.en.now');
    const at = both ? lit.id + ' ' + lit.dataset.voice : '';
    if (at && window.spoken.at(-1) !== at) window.spoken.push(at);
  }).observe(document.body, {subtree: true, attributes: true, attributeFilter: ['class', 'data-voice']});
}"""


def publish(edition: Edition, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    html.render(edition, folder)
    audio.render(edition, folder)
    return folder / "index.html"


@pytest.fixture(scope="module")
def page_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reader")
    sources = {name: folder / f"{name}-src" for name in ("small", "hostile", "one")}
    for source in sources.values():
        source.mkdir()
    return {
        "small": publish(small(sources["small"]), folder / "small"),
        "hostile": publish(hostile(sources["hostile"]), folder / "hostile"),
        "one": publish(one_sentence(sources["one"]), folder / "one"),
        "silent": publish(silent(), folder / "silent"),
    }


@pytest.fixture
def visit(chromium: Any, page_of: dict[str, Path]) -> Iterator[Open]:
    """`visit("small", hash)`: the page from disk, in a fresh profile; whatever goes wrong in it fails the test."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def go(name: str, fragment: str = "", viewport: dict[str, int] = DESK, **options: Any) -> Any:
        contexts.append(chromium.new_context(viewport=viewport, reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(page_of[name].as_uri() + fragment)
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []


def until(page: Any, condition: str, seconds: float = 5) -> None:
    """Wait until the expression holds. (The page's own policy forbids what playwright's `wait_for_function` does.)"""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"not within {seconds} s: {condition}"
        page.wait_for_timeout(20)


def lit(page: Any) -> str | None:
    found: str | None = page.evaluate("document.querySelector('.pair.now')?.id ?? null")
    return found


def played(page: Any, count: int) -> list[str]:
    until(page, f"window.spoken.length >= {count}", 15)
    spoken: list[str] = page.evaluate("window.spoken")
    return spoken[:count]


def test_plays_and_lights_every_sentence_in_order_in_both_languages(visit: Open) -> None:
    page = visit("small")
    page.evaluate(WATCH)
    page.get_by_role("button", name="Play", exact=True).click()
    order = ["title", "s1h", "s1p1n1", "s1p1n2", "s1p2n1", "s2h", "s2p1n1", "s2p1n2", "s2p2n1", "c1", "c2"]
    assert played(page, len(order)) == [f"{sentence} zh" for sentence in order]
    page.get_by_role("button", name="Play", exact=True).wait_for(timeout=3_000)
    page.keyboard.press("Space")
    page.wait_for_selector("#title.now")


def test_every_button_that_plays_shows_what_it_will_do(visit: Open) -> None:
    page = visit("small")
    icons = """() => [...document.querySelectorAll('[data-do="start"], [data-do="play"]')].map((button) =>
        [...button.querySelectorAll(".icon")].filter((icon) => icon.checkVisibility({visibilityProperty: true}))
            .map((icon) => icon.querySelector("use").getAttribute("href")).join())"""
    assert page.evaluate(icons) == ["#i-play", "#i-play"]
    page.get_by_role("button", name="Listen").click()
    page.get_by_role("button", name="Pause", exact=True).first.wait_for()
    assert page.evaluate(icons) == ["#i-pause", "#i-pause"]


def test_the_light_keeps_the_time_of_the_cues(visit: Open) -> None:
    page = visit("small")
    page.evaluate(
        """() => {
          window.seen = [];
          new MutationObserver(() => {
            const lit = document.querySelector('.pair.now');
            if (lit) window.seen.push([lit.id, voices.zh.currentTime * 1000]);
          }).observe(document.body, {subtree: true, attributes: true, attributeFilter: ['class']});
        }"""
    )
    page.click("#s1h .zh")
    until(page, "document.querySelector('.pair.now')?.id === 's1p1n1'")
    start = int(page.get_attribute("#s1p1n1", "data-zh").split()[1])
    lit_at = next(time for name, time in page.evaluate("window.seen") if name == "s1p1n1")
    assert start - 50 < lit_at < start + LENGTH_MS["zh"]


def test_chinese_and_english_in_turn(visit: Open) -> None:
    page = visit("small")
    page.evaluate(WATCH)
    page.locator('.player [value="both"]').click()
    page.keyboard.press("Space")
    assert played(page, 5) == ["title zh", "title en", "s1h zh", "s1h en", "s1p1n1 zh"]


def test_goes_on_in_turn_while_the_page_is_hidden(visit: Open) -> None:
    page = visit("small")
    page.evaluate("Object.defineProperty(document, 'hidden', {get: () => true})")
    page.evaluate("window.requestAnimationFrame = () => 0")
    page.evaluate(WATCH)
    page.locator('.player [value="both"]').click()
    page.keyboard.press("Space")
    assert played(page, 4) == ["title zh", "title en", "s1h zh", "s1h en"]


def test_a_click_on_a_sentence_plays_it_in_the_language_clicked(visit: Open) -> None:
    page = visit("small")
    page.evaluate(WATCH)
    page.click("#s2p1n1 .en")
    assert played(page, 1) == ["s2p1n1 en"]
    assert page.get_attribute('.player [value="en"]', "aria-pressed") == "true"
    page.click("#s1p2n1 .zh")
    until(page, "window.spoken.includes('s1p2n1 zh')")


def test_repeat_says_the_sentence_again_until_told_otherwise(visit: Open) -> None:
    page = visit("small")
    page.click("#s1p1n1 .zh")
    page.keyboard.press("r")
    page.wait_for_timeout(1_500)
    assert lit(page) == "s1p1n1"
    page.keyboard.press("r")
    until(page, "document.querySelector('.pair.now').id === 's1p1n2'")


def test_once_more_slowly_then_at_the_old_pace(visit: Open) -> None:
    page = visit("small")
    page.click("#s1p1n1 .zh")
    page.keyboard.press("Space")
    page.keyboard.press("s")
    page.wait_for_selector(".playing")
    until(page, "!document.documentElement.classList.contains('playing')")
    assert lit(page) == "s1p1n1"


def test_slowly_is_for_the_sentence_it_was_asked_for(visit: Open) -> None:
    page = visit("small")
    page.click("#s1p1n1 .zh")
    page.keyboard.press("s")
    until(page, "voices.zh.playbackRate === 0.65")
    page.keyboard.press("ArrowRight")
    until(page, "voices.zh.playbackRate === 1")


def test_the_keyboard_plays_steps_and_changes_speed(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("Space")
    page.wait_for_selector("#title.now")
    page.keyboard.press("ArrowRight")
    assert lit(page) == "s1h"
    page.keyboard.press("Shift+ArrowRight")
    assert lit(page) == "s2h"
    page.keyboard.press("ArrowLeft")
    assert lit(page) == "s1p2n1"
    page.keyboard.press("Space")
    page.get_by_role("button", name="Play", exact=True).wait_for()
    page.keyboard.press("]")
    assert page.input_value('[data-pick="speed"]') == "1.1"
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys and help").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog", name="Keys and help").is_visible()


def test_shortcuts_can_be_turned_off(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("?")
    page.get_by_label("Keyboard shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    assert page.locator("ruby").count() == 0


def test_stops_at_the_end_of_a_section_when_asked(visit: Open) -> None:
    page = visit("small")
    page.evaluate(WATCH)
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("Go on to the next section").uncheck()
    page.keyboard.press("Escape")
    page.click("#s1p2n1 .zh")
    until(page, "!document.documentElement.classList.contains('playing')")
    assert page.evaluate("window.spoken") == ["s1p2n1 zh"]
    page.keyboard.press("Space")
    page.wait_for_selector("#s2h.now")
    assert page.locator(".pair.now").count() == 1


def test_remembers_place_and_settings(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("p")
    page.locator('.bar [value="inter"]').click()
    page.click("#s2p1n1 .zh")
    page.keyboard.press("Space")
    page.reload()
    # Waited for, since a busy machine sets them a moment after the page is there.
    page.wait_for_selector("html[data-view=inter]")
    page.wait_for_selector("#s2p1n1 ruby", state="attached")
    page.keyboard.press("Space")
    page.wait_for_selector("#s2p1n1.now")


def test_opens_where_the_reader_left_it(visit: Open) -> None:
    page = visit("small", viewport={"width": 700, "height": 420})
    page.evaluate("document.getElementById('s2p1n1').scrollIntoView()")
    page.wait_for_timeout(400)
    again = page.context.new_page()
    again.goto(page.url)
    assert again.evaluate("scrollY") > 200


def test_works_where_nothing_may_be_stored(visit: Open) -> None:
    page = visit("small")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})")
    page.reload()
    page.keyboard.press("p")
    page.keyboard.press("Space")
    page.wait_for_selector("#title.now")


def test_an_address_of_a_sentence_opens_there_and_plays_from_there(visit: Open) -> None:
    page = visit("small", "#s2p2n1")
    assert page.evaluate("location.hash") == "#s2p2n1"
    page.keyboard.press("Space")
    page.wait_for_selector("#s2p2n1.now")


def test_pinyin_stands_over_the_characters_it_belongs_to(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("p")
    over = page.evaluate("[...document.querySelectorAll('#s1p1n1 ruby')].map(r => r.textContent).slice(0, 6)")
    assert over == ["乘chéng", "着zhe", "改gǎi", "革gé", "开kāi", "放fàng"]
    page.keyboard.press("p")
    assert page.locator("#s1p1n1 rt").first.is_hidden()


def test_english_shows_when_it_is_asked_for(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("t")
    assert page.locator("#s1p1n1 .en").is_hidden()
    page.locator("#s1p1n1").get_by_role("button").click()
    assert page.locator("#s1p1n1 .en").is_visible()
    assert lit(page) is None


@pytest.mark.parametrize("view", ["side", "inter", "zh", "en"])
def test_each_view_shows_its_languages(visit: Open, view: str) -> None:
    page = visit("small")
    page.locator(f'.bar [value="{view}"]').click()
    assert page.locator("#s1p1n1 .zh").is_visible() == (view != "en")
    assert page.locator("#s1p1n1 .en").is_visible() == (view != "zh")


def test_a_doubt_is_marked_and_explained_on_demand(visit: Open) -> None:
    page = visit("small")
    reason = page.get_by_text("1265.9亿 is 126.59 billion; check the figure")
    assert reason.is_hidden()
    page.locator("#s1p1n2 .mark").click()
    assert reason.is_visible()
    assert "machine translation" in page.inner_text("#why-s1p1n2")
    assert lit(page) is None


def test_gaps_are_told(visit: Open) -> None:
    page = visit("small")
    assert page.locator("#s2p1n2 .en.gap").inner_text() == "[Not translated]"
    assert page.locator("#s2p1n2 .mark").count() == 0
    assert page.locator(".cut").inner_text().endswith("The printed text breaks off here")


def test_follows_the_voice_until_the_reader_looks_elsewhere(visit: Open) -> None:
    page = visit("small", viewport={"width": 700, "height": 420})
    page.click("#title .zh")
    page.keyboard.press("Shift+ArrowRight")
    until(page, "scrollY > 200")
    page.mouse.move(300, 200)
    page.mouse.wheel(0, -5_000)
    until(page, "scrollY === 0")
    page.wait_for_timeout(700)
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name="Back to the voice").click()
    until(page, "scrollY > 100")


def test_without_script_it_is_a_document_with_native_players(visit: Open) -> None:
    page = visit("small", java_script_enabled=False)
    assert page.locator(".player").is_hidden()
    assert page.locator("#s1 audio").count() == 2
    assert page.locator("#s1 audio").first.is_visible()
    assert page.locator("#s2p1n1 .zh").is_visible()


def test_prints_a_booklet_without_controls(visit: Open) -> None:
    page = visit("small", color_scheme="dark")
    page.emulate_media(media="print")
    told = page.evaluate("getComputedStyle(document.querySelector('#s1p1n2 .en'), '::after').content")
    assert "※" in told, "a doubt is told on paper too"
    for hidden in (".player", ".bar", ".mark", ".start"):
        assert page.locator(hidden).first.is_hidden(), hidden
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#s1p1n1 .zh").is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["small", "hostile", "one", "silent"])
def test_nothing_is_wider_than_the_screen(visit: Open, name: str) -> None:
    page = visit(name)
    for width in (320, 390, 900, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for view in ("side", "inter", "zh", "en"):
            page.evaluate("view => { document.documentElement.dataset.view = view }", view)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_text_is_never_markup(visit: Open) -> None:
    page = visit("hostile")
    assert page.evaluate("document.scripts.length") == 2
    assert page.inner_text("#s1p1n1 .zh") == "<script>alert('一')</script>"
    assert page.locator("article b, article i").count() == 0
    page.keyboard.press("p")
    page.keyboard.press("Space")
    page.wait_for_selector("#title.now")


def test_without_sound_there_is_no_player(visit: Open) -> None:
    page = visit("silent")
    assert page.locator(".player").count() == 0
    page.keyboard.press("Space")
    page.keyboard.press("v")
    assert page.get_attribute("html", "data-view") == "inter"


def test_the_single_file_holds_its_sound(chromium: Any, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    html.render_single(small(tmp_path / "src"), tmp_path)
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto((tmp_path / "spring-city.single.html").as_uri())
    page.evaluate(WATCH)
    page.keyboard.press("Space")
    assert played(page, 2) == ["title zh", "s1h zh"]
    context.close()


def test_missing_sound_is_said_and_harms_nothing(chromium: Any, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    html.render(small(tmp_path / "src"), tmp_path)
    context = chromium.new_context()
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.keyboard.press("Space")
    until(page, "document.getElementById('status').textContent.includes('cannot be played')")
    context.close()


def test_style_and_script_are_light(page_of: dict[str, Path]) -> None:
    theme = Path(html.__file__).parent / "theme"
    assert (
        sum((theme / name).stat().st_size for name in (*html.READER.styles, *html.READER.scripts, *html.READER.early))
        < 60_000
    )


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    html.render(silent(), tmp_path)
    first = (tmp_path / "index.html").read_bytes()
    html.render(silent(), tmp_path)
    assert (tmp_path / "index.html").read_bytes() == first


def test_five_hundred_sections_stay_quick(visit: Open, page_of: dict[str, Path], tmp_path: Path) -> None:
    html.render(hostile(sections=500), tmp_path)
    page_of["vast"] = tmp_path / "index.html"
    page = visit("vast")
    page.keyboard.press("c")
    assert page.locator("#contents li").count() == 502
    page.get_by_role("link", name="Section 503").click()
    page.keyboard.press("p")
    until(page, "document.querySelector('#s503p1n1 ruby') !== null", 3)
    assert page.locator("#s503p1n1 .zh").is_visible()
    assert page.locator("#s250p1n1 ruby").count() == 0


def test_a_traditional_article_is_set_as_one(tmp_path: Path) -> None:
    edition = replace(one_sentence(), title=Pair("title", "開關東風，會說話的門", "A Door", "reviewed"))
    html.render(edition, tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'lang="zh-Hant"' in page and 'lang="zh-Hans"' not in page
    for ours in ("目錄", "對照", "閱讀設置", "版本說明"):
        assert ours in page


@pytest.mark.parametrize("control", [".bar", ".player", "#settings"])
def test_a_thumb_can_hit_what_it_aims_at(visit: Open, control: str) -> None:
    page = visit("small", viewport={"width": 390, "height": 844}, has_touch=True)
    if control == "#settings":
        page.get_by_role("button", name="Reading settings").click()
    small = page.evaluate(
        """(within) => [...document.querySelectorAll(`${within} :is(button, a, select, label.switch)`)]
             .map((one) => [one.textContent, one.getBoundingClientRect()])
             .filter(([, box]) => box.width && (box.width < 44 || box.height < 44)).map(([words]) => words)""",
        control,
    )
    assert small == []
    assert page.evaluate("getComputedStyle(document.querySelector('#s1p1n2 .mark')).width") == "44px"


def test_controls_stand_side_by_side_at_every_width(visit: Open) -> None:
    page = visit("small")
    for width in (320, 390, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        crossing = page.evaluate(
            """() => {
              const boxes = [...document.querySelectorAll('.controls :is(button, select)')]
                .map((one) => one.getBoundingClientRect());
              return boxes.filter((one, at) => boxes.slice(at + 1).some((other) =>
                one.left < other.right - 1 && other.left < one.right - 1 &&
                one.top < other.bottom - 1 && other.top < one.bottom - 1)).length;
            }"""
        )
        assert crossing == 0, width


def test_a_low_window_leaves_room_for_the_text(visit: Open) -> None:
    page = visit("small", viewport={"width": 320, "height": 256})
    page.keyboard.press("Space")
    page.wait_for_selector("#title.now")
    assert page.evaluate("document.querySelector('.player').offsetHeight") < 80


def test_one_tab_speaks_at_a_time(visit: Open, page_of: dict[str, Path]) -> None:
    first = visit("small")
    first.keyboard.press("r")
    first.keyboard.press("Space")
    first.wait_for_selector("#title.now")
    second = first.context.new_page()
    second.goto(page_of["one"].as_uri())
    second.keyboard.press("Space")
    second.wait_for_selector(".pair.now")
    until(first, "!document.documentElement.classList.contains('playing')")


def test_a_tab_left_behind_does_not_undo_where_another_read_on(visit: Open) -> None:
    first = visit("small")
    second = first.context.new_page()
    second.goto(first.url)
    second.click("#s2p1n1 .zh")
    second.keyboard.press("Space")
    second.close()
    first.goto("about:blank")
    third = first.context.new_page()
    third.goto(second.url)
    third.keyboard.press("Space")
    third.wait_for_selector("#s2p1n1.now")


def test_what_is_copied_has_neither_pinyin_nor_marks(visit: Open) -> None:
    page = visit("small")
    page.keyboard.press("p")
    page.wait_for_selector("#s1p1n2 ruby")
    copied = page.evaluate(
        """() => {
          const words = document.createRange();
          words.selectNodeContents(document.querySelector('#s1p1n2').parentElement);
          getSelection().addRange(words);
          return String(getSelection());
        }"""
    )
    assert "2022年，地区生产总值达到1265.9亿元" in copied
    assert "※" not in copied


def test_the_spoken_sentence_shows_in_forced_colours(visit: Open) -> None:
    page = visit("small", forced_colors="active")
    page.click("#s1p1n1 .zh")
    page.wait_for_selector("#s1p1n1.now")
    assert page.evaluate("getComputedStyle(document.querySelector('#s1p1n1')).outlineStyle") == "solid"


def test_the_contents_open_at_the_section_being_read(visit: Open) -> None:
    page = visit("small", "#s2")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#s2"
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#s1'")
    page.go_back()
    assert page.evaluate("location.hash") == "#s2"


def test_a_line_with_an_address_is_not_stretched(tmp_path: Path) -> None:
    edition = one_sentence()
    pairs = (Pair("s1p1n1", "网址https://example.org/a/b。", "Address.", "reviewed"),)
    html.render(replace(edition, sections=(PairedSection("s1", None, (PairedParagraph(pairs),)),)), tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'class="zh ragged"' in page


def test_verse_stands_line_by_line(tmp_path: Path) -> None:
    lines = ("雨从昨天的屋檐开始", "走了一夜，才走到今天", "这一句后面还有很长的话，所以它是一段，不是一行诗。")
    paragraphs = tuple(
        PairedParagraph((Pair(f"s1p{number}n1", line, "Line", "reviewed"),)) for number, line in enumerate(lines, 1)
    )
    html.render(replace(one_sentence(), sections=(PairedSection("s1", None, paragraphs),)), tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count('class="para line"') == 2
    assert page.count('class="para"') == 1


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("银行行长重新行走", "yín háng háng zhǎng chóng xīn xíng zǒu"),
        ("不断地发展", "bù duàn de fā zhǎn"),
        ("在土地上", "zài tǔ dì shàng"),
        ("地很大", "dì hěn dà"),
        ("A地", "dì"),
        ("“地”字", "dì zì"),
        ("得了奖", "dé le jiǎng"),
        ("慢慢地开", "màn màn de kāi"),
        ("飞快地跑", "fēi kuài de pǎo"),
        ("一批一批地离开", "yī pī yī pī de lí kāi"),
        ("这块地很好", "zhè kuài dì hěn hǎo"),
        ("占地百亩", "zhàn dì bǎi mǔ"),
        ("跑得快", "pǎo de kuài"),
        ("我还得去", "wǒ hái děi qù"),
        ("他还了书", "tā huán le shū"),
        ("两只鸡", "liǎng zhī jī"),
        ("长三角、重庆", "cháng sān jiǎo chóng qìng"),
        ("𠮷野家 café 〇", "- yě jiā líng"),
        ("", ""),
        ("abc 123。", ""),
    ],
)
def test_heteronyms_are_read_by_phrase(text: str, sounds: str) -> None:
    assert " ".join(romanize.syllables(text)) == sounds


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("王赛华", "Wang Saihua"),
        ("何　立", "He Li"),
        ("欧阳修", "Ouyang Xiu"),
        ("单田芳", "Shan Tianfang"),
        ("吕西安", "Lyu Xi'an"),
        ("阿布·买买提", "Abu Maimaiti"),
        ("John Smith", "John Smith"),
        ("A & B", "A & B"),
        ("", ""),
    ],
)
def test_names_as_english_prints_them(name: str, latin: str) -> None:
    assert romanize.name(name) == latin
