"""The whole story, in order: what a build does with each article, and what it does with all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from zjpub import __version__, manuscript, summary
from zjpub.check import check
from zjpub.edition import bind
from zjpub.errors import TranslationError, ZjpubError
from zjpub.freshness import still_good
from zjpub.manuscript import Manuscript, slug_of
from zjpub.model import Clips, Edition, Translation
from zjpub.narrate import narrate
from zjpub.outcome import Built, Cost, Failed, Outcome, Report
from zjpub.outputs import SHELF, Outputs, Record
from zjpub.project import Project
from zjpub.render import DEFAULT_FORMATS, feed, library, render, shelf
from zjpub.store import Store
from zjpub.translate import Desk, missing, packages, po, translate

WINDOW = 32
"""Articles in memory at once: enough to fill the translator's batches, few enough for any machine."""

_ALWAYS = ("html", "json", "audio")
"""Formats that are made whatever the settings say: library, report, feed and `verify` stand on them."""

Progress = Callable[[str, int, int], None]
"""`progress(stage, done, total)`: called often, from any thread."""

Outcomes = Mapping[Path, Outcome]
Workers = Callable[[Sequence[Path], Project, Outputs, int, Progress], Iterator[tuple[Outcomes, Cost]]]
"""`workers(stale, project, outputs, jobs, progress)` build these articles: what became of them, a few at a time, and
what it cost."""


def _unwatched(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def publish(script: Manuscript, translation: Translation, project: Project, progress: Progress) -> Edition:
    """One article from its translation to a checked edition."""
    article, heading = script.article, translation.lines["title"].en
    portrait, square = project.covers(script.cover, article.title.zh, heading)
    clips = Clips()
    if script.settings.audio:
        clips = narrate(article, translation, project.studio(script.settings, square), partial(progress, "narrate"))
    edition = bind(article, translation, clips, project.publication, portrait)
    return replace(edition, findings=check(edition))


def build(
    project: Project,
    paths: Sequence[Path],
    outputs: Outputs,
    workers: Workers | None = None,
    *,
    force: bool = False,
    jobs: int = 2,
    progress: Progress = _unwatched,
) -> Report:
    """Every article of `paths` (default: all of `content/`) into `outputs`, then the pages that list them.

    An article that fails does not stop the others; what is wrong for all (a setting, a voice) raises UsageError.
    `workers` do the work, here if none are given.
    """
    files = project.articles(paths)
    outcomes: dict[Path, Outcome] = {}
    cost = Cost(0, 0)
    stale: list[Path] = []
    for number, path in enumerate(files):
        progress("look", number, len(files))
        record = None if force else still_good(path, project, outputs)
        if record:
            outcomes[path] = Built(path, slug_of(path), True, record.summary)
        else:
            stale.append(path)
    progress("look", len(files), len(files))
    if stale:
        project.prepare()
        for made, paid in (workers or here)(stale, project, outputs, jobs, progress):
            outcomes |= made
            cost += paid
    pruned = () if paths else outputs.prune(slug_of(path) for path in files)
    _list(project, outputs)
    if stale:
        project.store.prune()
    return Report(tuple(outcomes[path] for path in files), pruned, cost, outputs.folder, project.strays())


def _list(project: Project, outputs: Outputs) -> None:
    """The library page and the feed, of everything that stands in the output."""
    # One that another build is just installing counts too: the last to list must list all.
    records = [record for slug in outputs.slugs() if (record := outputs.record(slug))]
    recipe = Store.key("shelf", version=__version__, of=json.dumps([record.summary for record in records]))
    before = outputs.record(SHELF)
    if before and before.recipe == recipe and outputs.intact(SHELF, before):
        return
    with outputs.staging(SHELF) as stage:
        heard = [feed.from_json(item) for record in records for item in record.summary["feed"]]
        # First, since the library page links the feed where there is one.
        feed.render(heard, project.publication, stage)
        library.render([shelf.from_json(record.summary["shelf"]) for record in records], project.publication, stage)
        outputs.install(SHELF, stage, Record(recipe, "", (), {}, {}))


def findings(project: Project, paths: Sequence[Path], progress: Progress) -> Iterator[tuple[Path, Edition | Exception]]:
    """Each article as a silent edition with its findings, nothing written: what `zjpub check` shows."""
    files = project.articles(paths)
    # What is wrong for all is said once, first.
    project.desk(project.settings.translator, {})
    for start in range(0, len(files), WINDOW):
        translated = _translated(files[start : start + WINDOW], project, progress)
        for path, found in translated.items():
            if isinstance(found, Exception):
                yield path, found
            else:
                script, translation = found
                edition = bind(script.article, translation, Clips(), project.publication)
                yield path, replace(edition, findings=check(edition))


def here(
    stale: Sequence[Path], project: Project, outputs: Outputs, jobs: int, progress: Progress
) -> Iterator[tuple[Outcomes, Cost]]:
    """The workers of this machine: a window after the other."""
    for start in range(0, len(stale), WINDOW):
        yield window(stale[start : start + WINDOW], project, outputs, jobs, progress)


def window(
    paths: Sequence[Path], project: Project, outputs: Outputs, jobs: int, progress: Progress = _unwatched
) -> tuple[Outcomes, Cost]:
    """Translate some articles together, since an engine is fastest over many lines; then finish each by itself."""
    outcomes: dict[Path, Outcome] = {}
    before = project.cost()
    # Several articles at once would move one bar to and fro: then only whole articles are counted.
    closely = progress if len(paths) == 1 else _unwatched
    pool = ThreadPoolExecutor(jobs)
    futures: dict[Path, Future[Built]] = {}
    try:
        for path, found in _translated(paths, project, progress).items():
            if isinstance(found, Exception):
                outcomes[path] = Failed(path, found)
            else:
                futures[path] = pool.submit(_finish, *found, project, outputs, closely)
        for number, (path, future) in enumerate(futures.items(), 1):
            error = future.exception()
            outcomes[path] = Failed(path, error) if isinstance(error, Exception) else future.result()
            progress("articles", number, len(futures))
    except BaseException:
        # Whoever interrupts a build does not wait until its articles have been spoken.
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
    return outcomes, project.cost() - before


def _translated(
    paths: Sequence[Path], project: Project, progress: Progress
) -> dict[Path, tuple[Manuscript, Translation] | Exception]:
    """Each path's manuscript and translation, or why there is none."""
    found: dict[Path, tuple[Manuscript, Translation] | Exception] = {}
    scripts: dict[str, list[Manuscript]] = {}
    for path in paths:
        try:
            script = manuscript.read(path, project.settings, project.corrections.adopted)
            scripts.setdefault(script.settings.translator, []).append(script)
        except Exception as error:  # noqa: BLE001  # not even a bug that one article hits may stop the others
            found[path] = error
    for translator, group in scripts.items():
        try:
            desk = project.desk(translator, {script.article.slug: script.review for script in group})
        except ZjpubError as error:
            found |= {script.path: error for script in group}
            continue
        found |= _put_into_english(group, desk, partial(progress, "translate"))
    return found


def _put_into_english(
    group: Sequence[Manuscript], desk: Desk, progress: Callable[[int, int], None]
) -> dict[Path, tuple[Manuscript, Translation] | Exception]:
    """Manuscripts translated together; where that fails, one by one, so that it costs only the article to blame."""
    try:
        made = translate([script.article for script in group], desk, progress)
    except TranslationError as error:
        if len(group) == 1:
            return {group[0].path: TranslationError(f"{group[0].path}: {error.message}", error.hint)}
        return {path: each for script in group for path, each in _put_into_english([script], desk, progress).items()}
    return {script.path: (script, translation) for script, translation in zip(group, made, strict=True)}


def _finish(
    script: Manuscript, translation: Translation, project: Project, outputs: Outputs, progress: Progress
) -> Built:
    """From a translated manuscript to files in their place."""
    ingredients = _ingredients_after_writing(script, translation, project)
    _require_english(script, translation)
    edition = publish(script, translation, project, progress)
    with outputs.staging(edition.slug) as stage:
        render(edition, stage, tuple(dict.fromkeys((*_ALWAYS, *(script.settings.formats or DEFAULT_FORMATS)))))
        translator, unreviewed = script.settings.translator, _unreviewed(translation)
        recipe = project.recipe(ingredients, translator, unreviewed)
        record = Record(recipe, translator, unreviewed, {}, summary.of(edition, stage))
        outputs.install(edition.slug, stage, record)
    return Built(script.path, edition.slug, False, record.summary)


def _ingredients_after_writing(script: Manuscript, translation: Translation, project: Project) -> Mapping[str, str]:
    """Bring the PO file up to date: what the article was made of, with the PO file as it is now.

    What a person saved in it since it was read is kept there and not in this edition: then the next build looks again.
    """
    untouched = manuscript.digest(script.po) == script.ingredients["po"]
    po.write(script.po, script.article, translation, script.review, project.corrections.similar)
    return {**script.ingredients, "po": manuscript.digest(script.po)} if untouched else script.ingredients


def _require_english(script: Manuscript, translation: Translation) -> None:
    """A sentence that nobody translated is an error, unless the person asked for `none`."""
    gaps = missing(script.article, translation)
    if gaps and script.settings.translator != "none":
        first = gaps[0]
        more = f" and {len(gaps) - 1} more" if len(gaps) > 1 else ""
        raise TranslationError(
            f"{script.path}: no translation for sentence {first.id} “{first.zh[:40]}”{more}: {packages.lack()}",
            f"run `zjpub models add zh en`, or translate them in {script.po}, or build with --translator none",
        )


def _unreviewed(translation: Translation) -> tuple[str, ...]:
    """The sentences that no person translated for this article: a review elsewhere may still reach them."""
    return tuple(sorted({line.zh for line in translation.lines.values() if line.origin != "reviewed"}))
