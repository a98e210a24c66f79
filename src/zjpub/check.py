"""Edition → Findings: all that a person should know before publishing, as data with stable codes.

Codes: c- clean, t- translation, n- narration, e- edition. A flag that a stage put on a sentence becomes a finding; what
only the whole edition can show is looked for here.
"""

from __future__ import annotations

from collections.abc import Iterator

from zjpub.model import Edition, Finding, Level

LEVELS: dict[str, Level] = {
    "c-truncated": "info",
    "c-forced": "info",
    "c-no-text": "warning",
    "t-untranslated": "error",
    "t-quantity": "error",
    "t-loop": "error",
    "t-empty": "error",
    "t-han": "error",
    "t-copy": "error",
    "t-polarity": "error",
    "t-dropped": "warning",
    "t-length": "warning",
    "t-term": "warning",
    "t-name": "warning",
    "t-punct": "warning",
    "t-changed": "warning",
    "t-fuzzy": "warning",
    "t-unsure": "warning",
    "t-mended": "info",
    "n-fallback": "warning",
    "n-duration": "warning",
    "n-unspeakable": "info",
    "e-silent": "error",
}
"""Every code that there is, and how grave it is."""


def check(edition: Edition) -> tuple[Finding, ...]:
    """All findings, in reading order, gravest first within a sentence."""
    return (*_cleaning(edition), *_flagged(edition), *_silent(edition))


def _cleaning(edition: Edition) -> Iterator[Finding]:
    for section in edition.sections:
        for paragraph in section.paragraphs:
            if paragraph.truncated:
                where = paragraph.pairs[-1].id if paragraph.pairs else section.id
                yield Finding("c-truncated", LEVELS["c-truncated"], where, "the printed text breaks off here")
        if not section.paragraphs:
            yield Finding("c-no-text", LEVELS["c-no-text"], section.id, "a heading without text under it")
    for entry in edition.ledger:
        if entry.forced:
            where = f"line {entry.line}"
            yield Finding("c-forced", LEVELS["c-forced"], where, f"a person decided that this line is: {entry.fate}")


def _flagged(edition: Edition) -> Iterator[Finding]:
    grave = {"error": 0, "warning": 1, "info": 2}
    for pair in edition.pairs():
        found = [Finding(flag.code, LEVELS[flag.code], pair.id, flag.message) for flag in pair.flags]
        yield from sorted(found, key=lambda finding: grave[finding.level])


def _silent(edition: Edition) -> Iterator[Finding]:
    """A narrated edition in which some sentence has no place in the audio."""
    langs = sorted({track.lang for track in edition.tracks if track.kind == "section" and track.lang != "bi"})
    for pair in edition.pairs():
        for lang in langs:
            if lang not in pair.audio:
                yield Finding("e-silent", LEVELS["e-silent"], pair.id, f"this sentence is not spoken in {lang}")
