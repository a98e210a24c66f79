"""The pages by axe: no violation in any view, theme, width or state, with every rule it has."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from editions import hostile, silent, small
from zjpub.model import Publication
from zjpub.render import audio, html, library, report
from zjpub.render.shelf import shelf_entry

STATES = {
    "side": [],
    "inter": ["v"],
    "zh": ["v", "v"],
    "en": ["v", "v", "v"],
    "pinyin": ["p"],
    "learn": ["t"],
    "help": ["?"],
    "contents": ["c"],
    "playing": ["Space"],
}


@pytest.fixture(scope="module")
def axe() -> str:
    found = find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("axe is not installed: pip install axe-playwright-python")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("axe")
    sounding, nasty = (folder / "small"), (folder / "hostile")
    for place in (sounding, nasty):
        (place / "src").mkdir(parents=True)
    editions = {"small": small(sounding / "src"), "hostile": hostile(nasty / "src")}
    for name, edition in editions.items():
        html.render(edition, folder / name)
        audio.render(edition, folder / name)
        report.render(edition, folder / name)
    entries = [shelf_entry(edition, folder / name) for name, edition in editions.items()]
    library.render([*entries, shelf_entry(silent(), folder)], Publication("经开区故事", "郑州日报社"), folder)
    return {
        **{name: folder / name / "index.html" for name in editions},
        "library": folder / "index.html",
        "report": folder / "small" / "report.html",
    }


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(chromium: Any, scheme: str) -> Iterator[Any]:
    # axe itself is a script from outside, which the pages' own policy forbids.
    made = chromium.new_context(color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    yield made
    made.close()


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def test_reader_in_every_state(context: Any, pages: dict[str, Path], axe: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.add_init_script("localStorage.clear()")
    found = {}
    for state, keys in STATES.items():
        page.goto(pages["small"].as_uri())
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(250)
        found[state] = violations(page, axe)
    assert found == {state: [] for state in STATES}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["small", "hostile", "library", "report"])
def test_pages_at_phone_and_desktop_width(
    context: Any, pages: dict[str, Path], axe: str, name: str, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(pages[name].as_uri())
    assert violations(page, axe) == []


def test_reading_settings_and_a_note(context: Any, pages: dict[str, Path], axe: str) -> None:
    page = context.new_page()
    page.goto(pages["small"].as_uri())
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("Show who translated each sentence").check()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.locator("#s1p1n2 .mark").click()
    assert violations(page, axe) == []


def test_without_script(chromium: Any, pages: dict[str, Path], axe: str, scheme: str) -> None:
    """Its markup alone, in a page whose own script the policy is told to forbid."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.set_content(pages["small"].read_text(encoding="utf-8").replace("<script>", '<script type="text/plain">'))
    assert page.locator("audio").first.is_visible()
    assert violations(page, axe) == []
    context.close()
