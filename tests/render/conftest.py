"""A browser for the pages: the system's Chromium, offline and without a profile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
)


def find_chromium() -> str | None:
    """The browser to use: `ZJPUB_CHROMIUM`, else the one on the path, else where installers put it."""
    named = os.environ.get("ZJPUB_CHROMIUM")
    found = (shutil.which(name) for name in ([named] if named else NAMES))
    places = (str(place) for place in PLACES if place.exists())
    return next((path for path in (*found, *places) if path), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install zjpub[test]"
    )
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium found: install chromium, or name one in ZJPUB_CHROMIUM")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
