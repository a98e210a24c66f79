"""What commands say, and how: errors with their help, bars, JSON. Words go to stderr, results to stdout."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zjpub import __version__
from zjpub.errors import ZjpubError

if TYPE_CHECKING:
    from rich.console import Console


def explain(message: str, hint: str) -> None:
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    label = click.style("error:", fg="red", bold=True) if colour else "error:"
    click.echo(f"{label} {one_line(message)}", err=True, color=colour)
    if hint:
        click.echo(f" help: {one_line(hint)}", err=True)


def counted(number: int, word: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def program() -> str:
    """How this program is called again: by its name where the shell knows that, else as it was called."""
    if shutil.which("zjpub"):
        return "zjpub"
    called = sys.argv[0]
    return f"{sys.executable} -m zjpub" if called.endswith("__main__.py") else called


def one_line(text: str) -> str:
    return " ".join(text.split())


def explain_failure(error: Exception, path: Path) -> None:
    """One article's failure, told as the error boundary would tell it; the build goes on."""
    if isinstance(error, ZjpubError):
        explain(error.message, error.hint)
    else:
        text = "".join(traceback.format_exception(error))
        explain(f"{path}: a bug in zjpub, not in your article", f"please report it with the file {bug_log(text)}")


def bug_log(text: str) -> Path:
    """Where the traceback now stands: one file a run, to which each bug of the run is added."""
    path = Path(tempfile.gettempdir()) / f"zjpub-bug-{os.getpid()}.log"
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"zjpub {__version__}, Python {sys.version}\n{sys.argv}\n\n{text}\n")
    return path


def console(stderr: bool = True) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


class Bars:
    """Progress on stderr for anything over a second: none when stderr is not a terminal or `--quiet` was given."""

    STAGES: Mapping[str, str] = {
        "look": "looking for changes",
        "translate": "translating",
        "narrate": "speaking",
        "articles": "articles finished",
        "verify": "articles proved",
        "lines": "lines",
        "download": "downloading",
    }

    def __init__(self, quiet: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._progress: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Bars:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._silent or time.monotonic() - self._began < 1:
            return
        if self._progress is None:
            self._progress = self._start()
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(self.STAGES.get(stage, stage), total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total or None)

    def _start(self) -> Any:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        progress = Progress(*columns, console=console(), transient=True)
        progress.start()
        return progress


def say_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
