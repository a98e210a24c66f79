"""Takes the pictures of the README anew: `python tests/screenshots/take.py`, with zjpub[test] and Chromium."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from zjpub.cli import zjpub

HERE = Path(__file__).parent
ARTICLE = "zhengzhou-jingkai"
SPOKEN = "s2p1n2"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture. `keys`: pressed before the sentence is played; a report is taken as it opens."""

    name: str
    page: str
    size: tuple[int, int]
    scale: float = 1
    scheme: Literal["light", "dark"] = "light"
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("reader.png", "index.html#s2", (1440, 900)),
    Picture("reader-dark.png", "index.html#s2", (1440, 900), scheme="dark"),
    Picture("phone-pinyin.png", "index.html#s2", (390, 844), 1.5, keys=("p",)),
    Picture("report.png", "report.html", (1440, 1125)),
)


def take(browser: Any, folder: Path, picture: Picture) -> None:
    """Open the page as a reader has it, play the sentence, and keep what is seen."""
    width, height = picture.size
    page: Page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=picture.scale,
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page.goto(f"{(folder / ARTICLE).as_uri()}/{picture.page}")
    for key in picture.keys:
        page.keyboard.press(key)
    if picture.page.startswith("index"):
        page.click(f"#{SPOKEN} .zh")
    page.mouse.move(0, 0)
    page.wait_for_timeout(900)
    seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    seen.quantize(256, Image.Quantize.MAXCOVERAGE).save(HERE / picture.name, optimize=True)
    page.close()


def main() -> None:
    """Build `content/` aside and take all pictures."""
    chromium = os.environ.get("ZJPUB_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name:
        output = Path(name)
        arguments = ["build", "--project", str(HERE.parents[1]), "--output", name, "--voice", "espeak", "--quiet"]
        built = CliRunner().invoke(zjpub, arguments)
        if built.exit_code:
            sys.exit(built.output)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
            )
            for picture in PICTURES:
                take(browser, output, picture)
            browser.close()


if __name__ == "__main__":
    main()
