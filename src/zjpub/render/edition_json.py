"""`edition.json`: the whole edition for machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from zjpub.model import Edition, LedgerEntry, Pair, PairedCaption, PairedSection, Track


def render(edition: Edition, folder: Path) -> None:
    """Write `edition.json`; audio files in it are relative to `folder`."""
    text = json.dumps(as_data(edition), ensure_ascii=False, indent=1) + "\n"
    # A lone surrogate is no UTF-8; `backslashreplace` writes it as just the escape that JSON has for it.
    (folder / "edition.json").write_bytes(text.encode("utf-8", "backslashreplace"))


def as_data(edition: Edition) -> dict[str, Any]:
    """The edition as plain JSON values."""
    return {
        "slug": edition.slug,
        "title": _sentence(edition.title),
        "byline": list(edition.byline),
        "source": edition.source,
        "date": edition.date,
        "sections": [_section(section) for section in edition.sections],
        "captions": [_caption(caption) for caption in edition.captions],
        "findings": [asdict(finding) for finding in edition.findings],
        "ledger": [_entry(entry) for entry in edition.ledger],
        "engines": dict(sorted(edition.engines.items())),
        "tracks": [_track(track) for track in edition.tracks],
        # What the ledger must account for, so that it can be verified without the input.
        "input": {"lines": [line.number for line in edition.lines if not line.blank]},
    }


def _entry(entry: LedgerEntry) -> dict[str, Any]:
    """As in `zjpub clean --json`."""
    made: dict[str, Any] = {"line": entry.line, "fate": entry.fate, "of": entry.of, "note": entry.note}
    return {**made, "forced": True} if entry.forced else made


def _section(section: PairedSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": _sentence(section.heading) if section.heading else None,
        "paragraphs": [
            {"truncated": paragraph.truncated, "sentences": [_sentence(pair) for pair in paragraph.pairs]}
            for paragraph in section.paragraphs
        ],
    }


def _track(track: Track) -> dict[str, Any]:
    return {
        "file": f"audio/{track.file}",
        "kind": track.kind,
        "lang": track.lang,
        "section": track.section,
        "title": track.title,
        "duration_ms": track.duration_ms,
    }


def _caption(caption: PairedCaption) -> dict[str, Any]:
    return {"sentence": _sentence(caption.pair), "credit": caption.credit}


def _sentence(pair: Pair) -> dict[str, Any]:
    return {
        "id": pair.id,
        "zh": pair.zh,
        "en": pair.en,
        "origin": pair.origin,
        "flags": [flag.code for flag in pair.flags],
        "audio": {lang: asdict(sound) for lang, sound in sorted(pair.audio.items(), reverse=True)},
    }
