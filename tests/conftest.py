"""Shared fixtures: golden files, which `pytest --update-golden` accepts anew, so that a change is read as a diff."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from goldens import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is made now as the expected output")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where `ZJPUB_NO_SKIP` is set, as in CI, a skipped test has failed: nobody would see it."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("ZJPUB_NO_SKIP"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which ZJPUB_NO_SKIP forbids: {report.longrepr}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(path, actual)`: `actual` must equal the file's text."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        assert path.exists(), f"no golden file {path}; look at the output, then run pytest --update-golden"
        assert actual == path.read_bytes().decode("utf-8")

    return compare
