"""The one error boundary: every way in which a command can end, with its words and its exit code."""

from __future__ import annotations

import os
import sys
import traceback
from typing import NoReturn

import click

from zjpub.cli.screen import bug_log, explain
from zjpub.errors import ZjpubError

FAILED, USAGE, STRICT, INTERRUPTED = 1, 2, 3, 130
"""Exit codes, stable: some article failed; wrong usage or settings; `--strict` and findings of level error; Ctrl-C."""


def run(command: click.Command) -> NoReturn:
    """The one error boundary: explained (message, hint, stable exit code), interrupted (130), or a bug (a log)."""
    _speak_utf8()
    try:
        code = command.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except ZjpubError as error:
        explain(error.message, error.hint)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "zjpub"
        explain(error.format_message(), f"see `{where} --help`")
        sys.exit(USAGE)
    except (KeyboardInterrupt, click.Abort):
        explain("interrupted", "what was made so far is kept: run the same command again to go on")
        _leave(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`| head`) has what it wanted; Python must not complain on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001  # a bug: say so, and leave the traceback where it can be pasted from
        log = bug_log(traceback.format_exc())
        explain("a bug in zjpub, not in your article", f"please report it with the file {log}")
        sys.exit(FAILED)


def _speak_utf8() -> None:
    """Chinese must come out whole even where the system's encoding is another, as on Windows and in LANG=C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(code: int) -> NoReturn:
    """Leave now: worker threads that still speak or encode must not hold up a person who pressed Ctrl-C."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
