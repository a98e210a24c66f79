"""Commands over the whole of `content/` and `output/`: build, check, verify, serve."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zjpub.cli.boundary import FAILED, STRICT
from zjpub.cli.options import JSON, MODEL, OUTPUT, PATHS, PROJECT, QUIET, TRANSLATOR, VERBOSE, open_project, options
from zjpub.cli.screen import Bars, explain, explain_failure, say_json
from zjpub.errors import ZjpubError

if TYPE_CHECKING:
    from zjpub.outcome import Report
    from zjpub.publish import Workers


@click.command()
@PATHS
@options(PROJECT, OUTPUT, TRANSLATOR, MODEL)
@click.option("--voice", metavar="NAME", help="auto, edge, espeak, piper, silence; or `edge:zh-CN-YunxiNeural`.")
@click.option("--formats", metavar="A,B", help="What to make of each article; see content/zjpub.toml.")
@click.option("--no-audio", is_flag=True, help="Make no audio.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Articles at a time.  [default: one a core]")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Give the articles to a Dask cluster.")
@click.option("--force", is_flag=True, help="Build again what has not changed.")
@click.option("--strict", is_flag=True, help="Exit with 3 if there are findings of level error.")
@options(QUIET, VERBOSE, JSON)
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
    from zjpub import publish

    began = time.monotonic()
    project = open_project(
        root,
        translate__engine=translator,
        translate__model=model,
        narrate__voice=voice,
        narrate__audio=False if no_audio else None,
        formats=formats.split(",") if formats is not None else None,
    )
    outputs = project.outputs(output)
    workers, jobs = _workers(scheduler), jobs or os.cpu_count() or 1
    with Bars(quiet or as_json) as bars:
        report = publish.build(project, paths, outputs, workers, force=force, jobs=jobs, progress=bars)
    _tell(report, time.monotonic() - began, quiet=quiet, verbose=verbose, as_json=as_json)
    return FAILED if report.failed else STRICT if strict and report.errors else 0


def _workers(scheduler: str | None) -> Workers | None:
    if scheduler is None:
        return None
    from zjpub.cluster import Cluster

    return Cluster(scheduler)


def _tell(report: Report, seconds: float, *, quiet: bool, verbose: bool, as_json: bool) -> None:
    """How a build ended, in words or as JSON; what went wrong in any case."""
    from zjpub import summary

    for outcome in report.failed:
        explain_failure(outcome.error, outcome.path)
    if as_json:
        say_json(summary.machine(report, seconds))
    elif not quiet:
        for line in summary.words(report, seconds, verbose):
            click.echo(line, err=True)


@click.command()
@PATHS
@options(PROJECT, TRANSLATOR, MODEL)
@click.option("--strict", is_flag=True, help="Exit with 3 if there are findings of level error.")
@options(QUIET, JSON)
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

    project = open_project(root, translate__engine=translator, translate__model=model)
    found: list[dict[str, object]] = []
    failed = errors = 0
    with Bars(quiet or as_json) as bars:
        for path, edition in publish.findings(project, paths, bars):
            if isinstance(edition, Exception):
                failed += 1
                explain_failure(edition, path)
                continue
            errors += sum(finding.level == "error" for finding in edition.findings)
            found.append(review_first.table(path, edition))
            if not as_json:
                for line in review_first.words(path, edition):
                    click.echo(line)
    if as_json:
        say_json(found)
    if failed:
        return FAILED
    return STRICT if strict and errors else 0


@click.command()
@click.argument("output", required=False, type=click.Path(path_type=Path))
@options(PROJECT, QUIET, JSON)
def verify(output: Path | None, root: Path, quiet: bool, as_json: bool) -> int:
    """Prove a finished output (default: output/) from its files alone.

    Every input line in the ledger, every sentence translated and spoken in a plausible time, every cue inside its
    file, every file there and referenced, every quantity right or flagged. Exit code 1 if something is not so.
    """
    from zjpub.verify import verify as prove

    with Bars(quiet or as_json) as bars:
        proofs = prove(output or root / "output", partial(bars, "verify"))
    broken = [proof for proof in proofs if proof.faults]
    if as_json:
        say_json(
            [{"article": proof.slug, "proved": dict(proof.proved), "faults": list(proof.faults)} for proof in proofs]
        )
    else:
        for proof in proofs:
            for fault in proof.faults:
                click.echo(f"{proof.slug}: {fault}")
            if not quiet:
                click.echo(f"{proof.slug}: {proof.words()}")
    return FAILED if broken else 0


@click.command()
@options(PROJECT, OUTPUT)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address shows the preview to others.")
def serve(root: Path, output: Path | None, port: int, host: str) -> None:
    """Preview output/ in a browser, built again and reloaded when content/ changes."""
    from zjpub import publish, summary
    from zjpub.serve import Preview

    # What is wrong before the first look ends it; what an edit makes wrong later is only said.
    folder = open_project(root).outputs(output).folder

    def rebuild() -> None:
        began = time.monotonic()
        try:
            project = open_project(root)
            report = publish.build(project, (), project.outputs(output), jobs=os.cpu_count() or 1)
        except ZjpubError as error:
            explain(error.message, error.hint)
            return
        for outcome in report.failed:
            explain_failure(outcome.error, outcome.path)
        click.echo(summary.one_line(report, time.monotonic() - began), err=True)

    preview = Preview(folder, root / "content", host, port, rebuild)
    rebuild()
    click.echo(f"preview at {preview.url}  (Ctrl-C ends it)", err=True)
    with suppress(KeyboardInterrupt):
        preview.run()
