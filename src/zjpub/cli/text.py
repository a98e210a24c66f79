"""Commands for one text, each a single stage of the story: clean, translate, narrate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from zjpub.cli.boundary import FAILED
from zjpub.cli.options import JSON, MODEL, PROJECT, QUIET, TRANSLATOR, open_project, options
from zjpub.cli.screen import Bars, console, counted, explain, say_json
from zjpub.errors import UsageError

if TYPE_CHECKING:
    from zjpub.model import Article


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--ledger", is_flag=True, help="The input lines with their fates beside them.")
@options(PROJECT, JSON)
def clean(file: Path, ledger: bool, root: Path, as_json: bool) -> None:
    """Print the cleaned article as Markdown; `--json` for machines.

    Every non-blank input line stands once in the ledger with its fate.
    """
    from zjpub import manuscript
    from zjpub.clean import contract

    article = manuscript.read(file, open_project(root).settings).article
    if as_json:
        say_json(contract.to_json(article))
    elif ledger:
        _print_ledger(article)
    else:
        click.echo(contract.to_markdown(article), nl=False)


def _print_ledger(article: Article) -> None:
    """The input beside the fate of each line, so that an editor checks a page in a minute."""
    from rich.text import Text

    from zjpub import review_first

    screen = console(stderr=False)
    for number, fate, note, text in review_first.ledger(article):
        style = {"duplicate": "red", "boilerplate": "red", "joined": "yellow", "paragraph": ""}.get(fate, "green")
        screen.print(Text.assemble((f"{number:>5} ", "dim"), (f"{fate:11} ", style), text, (f"  {note}", "dim")))


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options(PROJECT, TRANSLATOR, MODEL, QUIET, JSON)
def translate(
    file: Path | None, root: Path, translator: str | None, model: str | None, quiet: bool, as_json: bool
) -> int:
    """Translate text line by line, from stdin or FILE to stdout.

    One line of Chinese in, one line of English out, in order; blank lines stay blank. What is doubtful is told on
    stderr, or in `flags` with `--json`. A line that nothing here can translate is marked, and the exit code is 1
    (not with `--translator none`).
    """
    from zjpub.translate import packages, translate_lines

    project = open_project(root, translate__engine=translator, translate__model=model)
    desk = project.desk(project.settings.translator, {})
    flagged = count = 0
    gaps: list[str] = []
    with Bars(quiet) as bars:
        for line in translate_lines(_lines(file), desk):
            count += 1
            flagged += bool(line.flags)
            if line.origin == "none" and len(gaps) < 2:
                gaps.append(line.id)
            if as_json:
                flags = [flag.code for flag in line.flags]
                found = {"zh": line.zh, "en": line.en, "origin": line.origin, "engine": line.engine, "flags": flags}
                click.echo(json.dumps(found, ensure_ascii=False))
            else:
                click.echo(line.en)
            bars("lines", count, 0)
    if flagged and not quiet:
        click.echo(f"doubtful: {flagged} of {counted(count, 'line')}; `--json` tells which and why", err=True)
    if gaps and project.settings.translator != "none":
        where = f"line {gaps[0]} and more are" if len(gaps) > 1 else f"line {gaps[0]} is"
        explain(
            f"{file or 'standard input'}: {where} not translated, since {packages.lack()}",
            "run `zjpub models add zh en`, or name a package with --model PATH",
        )
        return FAILED
    return 0


def _lines(file: Path | None) -> Iterator[str]:
    """The lines of stdin or of a file, one at a time, without their ends."""
    stream: IO[bytes] = sys.stdin.buffer
    name = "standard input"
    if file:
        name = str(file)
        try:
            stream = file.open("rb")
        except OSError as error:
            raise UsageError(f"cannot read {file}: {error.strerror}", "check the path") from error
    with stream:
        for number, line in enumerate(stream, 1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise UsageError(f"{name}, line {number} is not UTF-8 text", "save it as UTF-8 first") from error


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The MP3 file to write.")
@click.option("--lang", type=click.Choice(["zh", "en"]), required=True, help="The language of the text.")
@click.option("--voice", metavar="NAME", help="As for build.")
@click.option("--reading", is_flag=True, help="Print, line by line, the speakable text instead of speaking.")
@options(PROJECT, QUIET)
def narrate(
    file: Path | None, output: Path | None, lang: Any, voice: str | None, reading: bool, root: Path, quiet: bool
) -> None:
    """Speak plain text (stdin or FILE) into an MP3 file."""
    from zjpub.narrate import narrate_lines
    from zjpub.narrate.reading import speakable
    from zjpub.store import write_atomically

    project = open_project(root, narrate__voice=voice)
    if reading:
        for line in _lines(file):
            click.echo(speakable(line, lang, project.lexicon) if line.strip() else "")
        return
    if output is None:
        raise UsageError("narrate needs a file to write", "add -o X.mp3, or --reading to print the speakable text")
    studio = project.studio(project.settings, b"")
    lines = list(_lines(file))
    spoken = [number for number, line in enumerate(lines, 1) if line.strip()]
    if not spoken:
        raise UsageError("there is nothing to speak", "give a FILE with text, or text on standard input")
    with Bars(quiet) as bars:
        recording = narrate_lines(lines, lang, studio, partial(bars, "narrate"))
    write_atomically(output, recording.path.read_bytes())
    for number, flags in zip(spoken, recording.sheet.flags, strict=True):
        for flag in flags:
            click.echo(f"{file or 'standard input'}, line {number}: {flag.code}: {flag.message}", err=True)
    if not quiet:
        click.echo(f"{output}: {counted(len(spoken), 'line')}, {studio.voices[lang].name}", err=True)
