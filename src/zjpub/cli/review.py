"""Commands for reviewers: sentences out to a spreadsheet or a CAT tool, and back."""

from __future__ import annotations

from pathlib import Path

import click

from zjpub.cli.options import PATHS, PROJECT, open_project
from zjpub.cli.screen import counted


@click.group()
def review() -> None:
    """Take translations out to a spreadsheet or a CAT tool, and bring them back."""


@review.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@PATHS
@PROJECT
def review_export(file: Path, paths: tuple[Path, ...], root: Path) -> None:
    """Write every sentence to FILE: .csv for a spreadsheet, .tmx (only what was reviewed) for CAT tools."""
    from zjpub import review_files

    count = review_files.export(file, open_project(root).articles(paths))
    click.echo(f"{file}: {counted(count, 'sentence')}", err=True)


@review.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@PATHS
@PROJECT
def review_import(file: Path, paths: tuple[Path, ...], root: Path) -> None:
    """Read FILE (.csv or .tmx) into the PO files of the articles, as a person's reviewed words.

    A spreadsheet may replace what was reviewed before; a TMX file only fills what was not.
    """
    from zjpub import review_files

    project = open_project(root)
    done = review_files.take(file, project.articles(paths))
    for row in done.strange:
        click.echo(f"{file}, {row.line}: fits no sentence: {row.zh}", err=True)
    for row in done.refused:
        click.echo(f"{file}, {row.line}: somebody else has translated it by now, and it stays so: {row.zh}", err=True)
    click.echo(f"{counted(done.changed, 'sentence')} reviewed in {counted(len(done.reviews), 'article')}", err=True)
