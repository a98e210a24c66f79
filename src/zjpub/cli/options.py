"""Options that several commands share, and the project that they open."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from zjpub.project import Project

Command = TypeVar("Command", bound=Callable[..., Any])

PROJECT = click.option(
    "--project",
    "root",
    default=".",
    show_default="this folder",
    type=click.Path(path_type=Path),
    help="The folder that holds content/ and output/.",
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say more.")
JSON = click.option("--json", "as_json", is_flag=True, help="JSON to stdout, words to stderr.")
MODEL = click.option("--model", metavar="PATH", help="An Argos package, folder or file, before all others.")
TRANSLATOR = click.option("--translator", metavar="NAME", help="auto, argos, echo (for tests) or none.")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The output folder.  [default: PROJECT/output]"
)
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


def options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        return functools.reduce(lambda done, option: option(done), reversed(options), command)

    return decorate


def open_project(root: Path, **overrides: object) -> Project:
    """The project at `root` with the options that were given (dots as double underscores)."""
    from zjpub.project import Project

    given = {key.replace("__", "."): value for key, value in overrides.items() if value is not None}
    return Project.open(root, given)
