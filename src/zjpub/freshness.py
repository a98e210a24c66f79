"""Whether what was built of an article is still good, so that it need not be built again."""

from __future__ import annotations

from pathlib import Path

from zjpub import manuscript
from zjpub.errors import UsageError
from zjpub.manuscript import slug_of
from zjpub.narrate.interface import FALLBACK
from zjpub.outputs import Outputs, Record
from zjpub.project import Project

_AGAIN_AFTER = 3600
"""Seconds; a sentence that the service never speaks must not be asked for at every build."""


def still_good(path: Path, project: Project, outputs: Outputs) -> Record | None:
    """The article's record, if nothing that decides its edition has changed and all its files still lie there."""
    slug = slug_of(path)
    record = outputs.record(slug)
    if record is None:
        return None
    try:
        recipe = project.recipe(manuscript.ingredients(path), record.translator, record.unreviewed)
    except UsageError:
        return None  # the engine that it wants is gone: building it says so
    same = record.recipe == recipe and outputs.intact(slug, record)
    return record if same and not _worth_asking_again(record, outputs.age(slug), project) else None


def _worth_asking_again(record: Record, age: float, project: Project) -> bool:
    """Whether another voice had to speak some sentence of it, a while ago, and the wanted one can be heard by now."""
    fell_back = any(code == FALLBACK for code, *_ in record.summary["findings"])
    return fell_back and age > _AGAIN_AFTER and project.service_answers()
