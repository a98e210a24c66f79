"""argv → one call → words on the screen; the only file that knows click, prints or exits.

Heavy imports stand inside the commands, so that `zjpub --help` answers at once.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from zjpub import __version__
from zjpub.errors import UsageError, ZjpubError

if TYPE_CHECKING:
    from rich.console import Console

    from zjpub.model import Article, Lang
    from zjpub.project import Project
    from zjpub.publish import Workers

EXIT_FAILED, EXIT_USAGE, EXIT_STRICT, EXIT_INTERRUPTED = 1, 2, 3, 130

_Command = TypeVar("_Command", bound=Callable[..., Any])


# --- how every command speaks -----------------------------------------------------------------------------------------


def main() -> NoReturn:
    """The one error boundary: explained (message, hint, stable exit code), interrupted (130), or a bug (a log)."""
    _speak_utf8()
    try:
        code = zjpub.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except ZjpubError as error:
        _explain(error.message, error.hint)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "zjpub"
        _explain(error.format_message(), f"see `{where} --help`")
        sys.exit(EXIT_USAGE)
    except (KeyboardInterrupt, click.Abort):
        _explain("interrupted", "what was made so far is kept: run the same command again to go on")
        _leave(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`| head`) has what it wanted; Python must not complain on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001  # a bug: say so, and leave the traceback where it can be pasted from
        log = _log(traceback.format_exc())
        _explain("a bug in zjpub, not in your article", f"please report it with the file {log}")
        sys.exit(EXIT_FAILED)


def _speak_utf8() -> None:
    """Chinese must come out whole even where the system's encoding is another, as on Windows and in LANG=C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _explain(message: str, hint: str) -> None:
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    label = click.style("error:", fg="red", bold=True) if colour else "error:"
    click.echo(f"{label} {_one_line(message)}", err=True, color=colour)
    if hint:
        click.echo(f" help: {_one_line(hint)}", err=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _leave(code: int) -> NoReturn:
    """Leave now: worker threads that still speak or encode must not hold up a person who pressed Ctrl-C."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _log(text: str) -> Path:
    import tempfile

    path = Path(tempfile.gettempdir()) / f"zjpub-bug-{os.getpid()}.log"
    path.write_text(f"zjpub {__version__}, Python {sys.version}\n{sys.argv}\n\n{text}", encoding="utf-8")
    return path


def _console(stderr: bool = True) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


class _Bars:
    """Progress on stderr for anything over a second: none when stderr is not a terminal or `--quiet` was given."""

    STAGES: Mapping[str, str] = {
        "look": "looking for changes",
        "translate": "translating",
        "narrate": "speaking",
        "articles": "articles finished",
        "lines": "lines",
        "download": "downloading",
    }

    def __init__(self, quiet: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._progress: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> _Bars:
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
        progress = Progress(*columns, console=_console(), transient=True)
        progress.start()
        return progress


def _json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


# --- options that several commands share ------------------------------------------------------------------------------

_PROJECT = click.option(
    "--project",
    "root",
    default=".",
    show_default="this folder",
    type=click.Path(path_type=Path),
    help="The folder that holds content/ and output/.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
_VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Say more.")
_JSON = click.option("--json", "as_json", is_flag=True, help="JSON to stdout, words to stderr.")
_MODEL = click.option("--model", metavar="PATH", help="An Argos package, folder or file, before all others.")
_TRANSLATOR = click.option("--translator", metavar="NAME", help="auto, argos, echo (for tests) or none.")
_OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The output folder.  [default: PROJECT/output]"
)
_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


def _options(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    def decorate(command: _Command) -> _Command:
        return functools.reduce(lambda done, option: option(done), reversed(options), command)

    return decorate


def _open(root: Path, **overrides: object) -> Project:
    """The project at `root` with the options that were given (dots as double underscores)."""
    from zjpub.project import Project

    given = {key.replace("__", "."): value for key, value in overrides.items() if value is not None}
    return Project.open(root, given)


# --- the commands -----------------------------------------------------------------------------------------------------


class _InOrder(click.Group):
    """Lists its commands in the order in which they stand here, which is that of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="zjpub")
def zjpub() -> None:
    """Turn messy Chinese article text into a bilingual, narrated publication.

    Start with `zjpub build`. Exit codes: 0 all good; 1 some article failed (the others are built); 2 wrong usage or
    settings; 3 `--strict` and there are findings of level error; 130 interrupted.
    """


@zjpub.command()
@_PATHS
@_options(_PROJECT, _OUTPUT, _TRANSLATOR, _MODEL)
@click.option("--voice", metavar="NAME", help="auto, edge, espeak, piper, silence; or `edge:zh-CN-YunxiNeural`.")
@click.option("--formats", metavar="A,B", help="What to make of each article; see content/zjpub.toml.")
@click.option("--no-audio", is_flag=True, help="Make no audio.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Articles at a time.  [default: one a core]")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Give the articles to a Dask cluster.")
@click.option("--force", is_flag=True, help="Build again what has not changed.")
@click.option("--strict", is_flag=True, help="Exit with 3 if there are findings of level error.")
@_options(_QUIET, _VERBOSE, _JSON)
def build(
    paths: tuple[Path, ...],
    root: Path,
    output: Path | None,
    translator: str | None,
    model: str | None,
    voice: str | None,
    formats: str | None,
    no_audio: bool,
    jobs: int | None,
    scheduler: str | None,
    force: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
    as_json: bool,
) -> int:
    """Build everything in content/ (or the articles PATHS) into output/.

    Cleans, translates, narrates and renders; what has not changed is not done again. An article that fails does not
    stop the others (exit code 1).
    """
    from zjpub import publish, summary
    from zjpub.outcome import Built, Failed
    from zjpub.outputs import Outputs

    began = time.monotonic()
    project = _open(
        root,
        translate__engine=translator,
        translate__model=model,
        narrate__voice=voice,
        narrate__audio=False if no_audio else None,
        formats=formats.split(",") if formats is not None else None,
    )
    outputs = Outputs(output or root / "output", project.state)
    workers = _cluster(scheduler) if scheduler else None
    with _Bars(quiet or as_json) as bars:
        report = publish.build(
            project, paths, outputs, workers, force=force, jobs=jobs or os.cpu_count() or 1, progress=bars
        )
    failed = [outcome for outcome in report.outcomes if isinstance(outcome, Failed)]
    done = [outcome for outcome in report.outcomes if isinstance(outcome, Built)]
    for outcome in failed:
        _explain_failure(outcome.error, outcome.path)
    if as_json:
        _json(summary.machine(report, time.monotonic() - began))
    elif not quiet:
        for line in summary.words(report, time.monotonic() - began, verbose):
            click.echo(line, err=True)
    if failed:
        return EXIT_FAILED
    return EXIT_STRICT if strict and summary.errors(outcome.summary for outcome in done) else 0


def _cluster(address: str) -> Workers:
    from zjpub.cluster import Cluster

    return Cluster(address)


def _explain_failure(error: Exception, path: Path) -> None:
    """One article's failure, told as the error boundary would tell it; the build goes on."""
    if isinstance(error, ZjpubError):
        _explain(error.message, error.hint)
    else:
        text = "".join(traceback.format_exception(error))
        _explain(f"{path}: a bug in zjpub, not in your article", f"please report it with the file {_log(text)}")


@zjpub.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--ledger", is_flag=True, help="The input lines with their fates beside them.")
@_options(_PROJECT, _JSON)
def clean(file: Path, ledger: bool, root: Path, as_json: bool) -> None:
    """Print the cleaned article as Markdown; `--json` for machines.

    Every non-blank input line stands once in the ledger with its fate.
    """
    from zjpub import manuscript
    from zjpub.clean import contract

    article = manuscript.read(file, _open(root).settings).article
    if as_json:
        _json(contract.to_json(article))
    elif ledger:
        _print_ledger(article)
    else:
        click.echo(contract.to_markdown(article), nl=False)


def _print_ledger(article: Article) -> None:
    """The input beside the fate of each line, so that an editor checks a page in a minute."""
    from rich.text import Text

    from zjpub import review_first

    console = _console(stderr=False)
    for number, fate, note, text in review_first.ledger(article):
        style = {"duplicate": "red", "boilerplate": "red", "joined": "yellow", "paragraph": ""}.get(fate, "green")
        console.print(Text.assemble((f"{number:>5} ", "dim"), (f"{fate:11} ", style), text, (f"  {note}", "dim")))


@zjpub.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@_options(_PROJECT, _TRANSLATOR, _MODEL, _QUIET, _JSON)
def translate(
    file: Path | None, root: Path, translator: str | None, model: str | None, quiet: bool, as_json: bool
) -> int:
    """Translate text line by line, from stdin or FILE to stdout.

    One line of Chinese in, one line of English out, in order; blank lines stay blank. What is doubtful is told on
    stderr, or in `flags` with `--json`. A line that nothing here can translate is marked, and the exit code is 1
    (not with `--translator none`).
    """
    from zjpub.translate import packages, translate_lines

    project = _open(root, translate__engine=translator, translate__model=model)
    desk = project.desk({})
    flagged = count = 0
    gaps: list[str] = []
    with _Bars(quiet) as bars:
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
        click.echo(f"{flagged} of {count} lines are doubtful; `--json` tells which and why", err=True)
    if gaps and project.settings.translator != "none":
        where = f"line {gaps[0]} and more are" if len(gaps) > 1 else f"line {gaps[0]} is"
        _explain(
            f"{file or 'standard input'}: {where} not translated, since {packages.lack()}",
            "run `zjpub models add zh en`, or name a package with --model PATH",
        )
        return EXIT_FAILED
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


@zjpub.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The MP3 file to write.")
@click.option("--lang", type=click.Choice(["zh", "en"]), required=True, help="The language of the text.")
@click.option("--voice", metavar="NAME", help="As for build.")
@click.option("--reading", is_flag=True, help="Print, line by line, the speakable text instead of speaking.")
@_options(_PROJECT, _QUIET)
def narrate(
    file: Path | None, output: Path | None, lang: Any, voice: str | None, reading: bool, root: Path, quiet: bool
) -> None:
    """Speak plain text (stdin or FILE) into an MP3 file."""
    from zjpub.narrate import narrate_lines
    from zjpub.narrate.reading import speakable
    from zjpub.store import write_atomically

    project = _open(root, narrate__voice=voice)
    if reading:
        for line in _lines(file):
            click.echo(speakable(line, lang, project.lexicon) if line.strip() else "")
        return
    if output is None:
        raise UsageError("narrate needs a file to write", "add -o X.mp3, or --reading to print the speakable text")
    studio = project.studio(project.settings, b"")
    lines = [line for line in _lines(file) if line.strip()]
    if not lines:
        raise UsageError("there is nothing to speak", "give a FILE with text, or text on standard input")
    write_atomically(output, narrate_lines(lines, lang, studio))
    if not quiet:
        click.echo(f"{output}: {len(lines)} lines, {studio.voices[lang].name}", err=True)


@zjpub.command()
@_PATHS
@_options(_PROJECT, _TRANSLATOR, _MODEL)
@click.option("--strict", is_flag=True, help="Exit with 3 if there are findings of level error.")
@_options(_QUIET, _JSON)
def check(
    paths: tuple[Path, ...],
    root: Path,
    translator: str | None,
    model: str | None,
    strict: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Print the findings of each article, without rendering anything."""
    from zjpub import publish, review_first

    project = _open(root, translate__engine=translator, translate__model=model)
    found: list[dict[str, object]] = []
    failed = errors = 0
    with _Bars(quiet or as_json) as bars:
        for path, edition in publish.findings(project, paths, bars):
            if isinstance(edition, Exception):
                failed += 1
                _explain_failure(edition, path)
                continue
            errors += sum(finding.level == "error" for finding in edition.findings)
            found.append(review_first.table(path, edition))
            if not as_json:
                for line in review_first.words(path, edition):
                    click.echo(line)
    if as_json:
        _json(found)
    if failed:
        return EXIT_FAILED
    return EXIT_STRICT if strict and errors else 0


@zjpub.command()
@click.argument("output", required=False, type=click.Path(path_type=Path))
@_options(_PROJECT, _QUIET, _JSON)
def verify(output: Path | None, root: Path, quiet: bool, as_json: bool) -> int:
    """Prove a finished output (default: output/) from its files alone.

    Every input line in the ledger, every sentence translated and spoken in a plausible time, every cue inside its
    file, every file there and referenced, every quantity right or flagged. Exit code 1 if something is not so.
    """
    from zjpub.verify import verify as prove

    proofs = prove(output or root / "output")
    broken = [proof for proof in proofs if proof.faults]
    if as_json:
        _json([{"article": proof.slug, "proved": dict(proof.proved), "faults": list(proof.faults)} for proof in proofs])
    else:
        for proof in proofs:
            for fault in proof.faults:
                click.echo(f"{proof.slug}: {fault}")
            if not quiet:
                click.echo(f"{proof.slug}: {proof.words()}")
    return EXIT_FAILED if broken else 0


@zjpub.command()
@_options(_PROJECT, _OUTPUT)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address shows the preview to others.")
def serve(root: Path, output: Path | None, port: int, host: str) -> None:
    """Preview output/ in a browser, built again and reloaded when content/ changes."""
    from zjpub import publish, summary
    from zjpub.outcome import Failed
    from zjpub.outputs import Outputs
    from zjpub.serve import Preview

    folder = output or root / "output"

    def rebuild() -> None:
        began = time.monotonic()
        try:
            project = _open(root)
            report = publish.build(project, (), Outputs(folder, project.state))
        except ZjpubError as error:
            _explain(error.message, error.hint)
            return
        for outcome in report.outcomes:
            if isinstance(outcome, Failed):
                _explain_failure(outcome.error, outcome.path)
        click.echo(summary.one_line(report, time.monotonic() - began), err=True)

    preview = Preview(folder, root / "content", host, port, rebuild)
    rebuild()
    click.echo(f"preview at {preview.url}  (Ctrl-C ends it)", err=True)
    with suppress(KeyboardInterrupt):
        preview.run()


@zjpub.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new project folder with commented settings and one example article."""
    from zjpub.new_project import create

    for path in create(folder):
        click.echo(f"  {path}", err=True)
    where = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"Now: {where}zjpub build", err=True)


@zjpub.command()
@_options(_PROJECT, _JSON)
def doctor(root: Path, as_json: bool) -> int:
    """Say what works here, and for what does not, the command that mends it."""
    from dataclasses import asdict

    from zjpub.doctor import examine

    checkups = examine(root)
    if as_json:
        _json([asdict(checkup) for checkup in checkups])
    else:
        for checkup in checkups:
            mark = "ok" if checkup.good else "MISSING" if checkup.needed else "-"
            click.echo(f"{mark:8}{checkup.what}: {checkup.words}")
            if not checkup.good and checkup.mend:
                click.echo(f"        → {checkup.mend}")
    return EXIT_FAILED if any(checkup.needed and not checkup.good for checkup in checkups) else 0


@zjpub.command()
@click.option("--engine", metavar="NAME", help="Only the voices of one engine.")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Only one language.")
@_JSON
def voices(engine: str | None, lang: Lang | None, as_json: bool) -> None:
    """List the voices by engine and language, in the form that --voice takes."""
    from zjpub.model import LANGS
    from zjpub.narrate.voices import ENGINES, voices_for

    engines = [engine] if engine else list(ENGINES)
    langs: tuple[Lang, ...] = (lang,) if lang else LANGS
    found = [(name, tongue, voice) for name in engines for tongue in langs for voice in voices_for(name, tongue)]
    if as_json:
        _json([{"engine": name, "lang": tongue, "voice": voice} for name, tongue, voice in found])
        return
    for name, tongue, voice in found:
        click.echo(f"{tongue}  {name}:{voice}")


@zjpub.group(invoke_without_command=True)
@click.pass_context
@_options(_PROJECT, _JSON)
def models(context: click.Context, root: Path, as_json: bool) -> None:
    """List the installed Argos packages, best first; `add` and `remove` change them."""
    if context.invoked_subcommand:
        return
    from zjpub.translate.models import installed
    from zjpub.translate.packages import damage

    found = installed(root)
    if as_json:
        _json([{"package": package.name, "where": package.where, "path": str(package.folder)} for package in found])
        return
    for package in found:
        click.echo(f"{package.name:12} {package.where:8} {package.folder}")
    for fault in damage():
        _explain(f"passed over: {fault.message}", fault.hint)
    if not any((package.source, package.target) == ("zh", "en") for package in found):
        click.echo("no package for Chinese → English; `zjpub models add zh en` fetches one", err=True)


@models.command("add")
@click.argument("what", nargs=-1, required=True, metavar="zh en | FILE")
@click.option("--index", metavar="URL", help="A mirror of the official index.")
@_QUIET
def models_add(what: tuple[str, ...], index: str | None, quiet: bool) -> None:
    """Install a package: two languages fetch it from the index, a FILE (.argosmodel) or folder needs no network."""
    from functools import partial

    from zjpub.translate import models as packages

    with _Bars(quiet) as bars:
        if len(what) == 2 and not Path(what[0]).exists():
            added = packages.add(what[0], what[1], partial(bars, "download"), index)
        elif len(what) == 1:
            added = packages.add_file(Path(what[0]))
        else:
            raise UsageError("models add takes two languages or one file", "as in `zjpub models add zh en`")
    click.echo(f"added {added.name}: {added.folder}", err=True)


@models.command("remove")
@click.argument("name")
@_PROJECT
def models_remove(name: str, root: Path) -> None:
    """Remove the packages called NAME (`zh_en`, `zh_en 1.9`, or a path); what zjpub ships stays."""
    from zjpub.translate.models import remove

    for package in remove(name, root):
        click.echo(f"removed {package.name}: {package.folder}", err=True)


@zjpub.group()
def review() -> None:
    """Take translations out to a spreadsheet or a CAT tool, and bring them back."""


@review.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@_PATHS
@_PROJECT
def review_export(file: Path, paths: tuple[Path, ...], root: Path) -> None:
    """Write every sentence to FILE: .csv for a spreadsheet, .tmx (only what was reviewed) for CAT tools."""
    from zjpub import review_files

    count = review_files.export(file, _open(root).articles(paths))
    click.echo(f"{file}: {count} sentences", err=True)


@review.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_PATHS
@_PROJECT
def review_import(file: Path, paths: tuple[Path, ...], root: Path) -> None:
    """Read FILE (.csv or .tmx) into the PO files of the articles, as a person's reviewed words.

    A spreadsheet may replace what was reviewed before; a TMX file only fills what was not.
    """
    from zjpub import review_files

    project = _open(root)
    done = review_files.take(file, project.articles(paths))
    for row in done.strange:
        click.echo(f"{file}, {row.line}: fits no sentence: {row.zh}", err=True)
    for row in done.refused:
        click.echo(f"{file}, {row.line}: a reviewed translation stands already: {row.zh}", err=True)
    click.echo(f"{done.changed} sentences reviewed in {len(done.reviews)} articles", err=True)
