"""Commands that set things up: init, doctor, voices, models."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjpub.cli.boundary import FAILED
from zjpub.cli.options import JSON, PROJECT, QUIET, options
from zjpub.cli.screen import Bars, explain, program, say_json
from zjpub.errors import UsageError

if TYPE_CHECKING:
    from zjpub.model import Lang


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new project folder with commented settings and one example article."""
    from zjpub.new_project import create

    for path in create(folder):
        click.echo(f"  {path}", err=True)
    where = "" if folder == Path() else f" --project {shlex.quote(str(folder))}"
    click.echo(f"Now: {program()} build{where}", err=True)


@click.command()
@options(PROJECT, JSON)
def doctor(root: Path, as_json: bool) -> int:
    """Say what works here, and for what does not, the command that mends it."""
    from dataclasses import asdict

    from zjpub.doctor import examine

    checkups = examine(root)
    if as_json:
        say_json([asdict(checkup) for checkup in checkups])
    else:
        for checkup in checkups:
            mark = "ok" if checkup.good else "MISSING" if checkup.needed else "-"
            click.echo(f"{mark:8}{checkup.what}: {checkup.words}")
            if not checkup.good and checkup.mend:
                click.echo(f"        → {checkup.mend}")
    return FAILED if any(checkup.needed and not checkup.good for checkup in checkups) else 0


@click.command()
@click.option("--engine", metavar="NAME", help="Only the voices of one engine.")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Only one language.")
@JSON
def voices(engine: str | None, lang: Lang | None, as_json: bool) -> None:
    """List the voices by engine and language, in the form that --voice takes."""
    from zjpub.model import LANGS
    from zjpub.narrate.voices import ENGINES, voices_for

    engines = [engine] if engine else list(ENGINES)
    langs: tuple[Lang, ...] = (lang,) if lang else LANGS
    found = [(name, tongue, voice) for name in engines for tongue in langs for voice in voices_for(name, tongue)]
    if as_json:
        say_json([{"engine": name, "lang": tongue, "voice": voice} for name, tongue, voice in found])
        return
    for name, tongue, voice in found:
        click.echo(f"{tongue}  {name}:{voice}")


@click.group(invoke_without_command=True)
@click.pass_context
@options(PROJECT, JSON)
def models(context: click.Context, root: Path, as_json: bool) -> None:
    """List the installed Argos packages, best first; `add` and `remove` change them."""
    if context.invoked_subcommand:
        return
    from zjpub.translate.models import installed
    from zjpub.translate.packages import damage

    found = installed(root)
    if as_json:
        say_json([{"package": package.name, "where": package.where, "path": str(package.folder)} for package in found])
        return
    for package in found:
        click.echo(f"{package.name:12} {package.where:8} {package.folder}")
    for fault in damage():
        explain(f"passed over: {fault.message}", fault.hint)
    if not any((package.source, package.target) == ("zh", "en") for package in found):
        click.echo("no package for Chinese → English; `zjpub models add zh en` fetches one", err=True)


@models.command("add")
@click.argument("what", nargs=-1, required=True, metavar="zh en | FILE")
@click.option("--index", metavar="URL", help="A mirror of the official index.")
@QUIET
def models_add(what: tuple[str, ...], index: str | None, quiet: bool) -> None:
    """Install a package: two languages fetch it from the index, a FILE (.argosmodel) or folder needs no network."""
    from functools import partial

    from zjpub.translate import models as packages

    with Bars(quiet) as bars:
        if len(what) == 2 and not Path(what[0]).exists():
            added = packages.add(what[0], what[1], partial(bars, "download"), index)
        elif len(what) == 1:
            added = packages.add_file(Path(what[0]))
        else:
            raise UsageError("models add takes two languages or one file", "as in `zjpub models add zh en`")
    click.echo(f"added {added.name}: {added.folder}", err=True)


@models.command("remove")
@click.argument("name")
@PROJECT
def models_remove(name: str, root: Path) -> None:
    """Remove the packages called NAME (`zh_en`, `zh_en 1.9`, or a path); what zjpub ships stays."""
    from zjpub.translate.models import remove

    for package in remove(name, root):
        click.echo(f"removed {package.name}: {package.folder}", err=True)
