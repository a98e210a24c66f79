"""What reaches the terminal: colour and bars only where a person looks, and never against their wish."""

from __future__ import annotations

import io
import sys

import pytest

from zjpub.cli.screen import Bars, explain


class Screen(io.StringIO):
    """A terminal, or a file that looks like one until told otherwise."""

    seen = True

    def isatty(self) -> bool:
        return self.seen


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """From here on standard error is a terminal that shows colours."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return screen


def shown(bars: Bars, seconds: float = 2.0) -> bool:
    """Whether a stage shows after so many seconds."""
    bars._began -= seconds
    with bars:
        bars("lines", 1, 2)
        return bars._progress is not None


def test_colour_is_for_terminals_and_can_be_declined(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_a_terminal(monkeypatch)
    explain("no such\nfile", "look again")
    assert "\x1b[31m" in screen.getvalue()
    screen.truncate(screen.seek(0))
    monkeypatch.setenv("NO_COLOR", "1")
    explain("no such\nfile", "look again")
    assert screen.getvalue() == "error: no such file\n help: look again\n"


def test_bars_show_after_a_second_and_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_a_terminal(monkeypatch)
    assert shown(Bars(quiet=False))
    assert not shown(Bars(quiet=False), seconds=0)
    assert not shown(Bars(quiet=True))
    screen.seen = False
    assert not shown(Bars(quiet=False))
