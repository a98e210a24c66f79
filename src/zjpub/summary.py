"""What a build is remembered by: a small table an article, and the closing words made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from zjpub.manuscript import po_path
from zjpub.model import LANGS, Edition
from zjpub.outcome import Built, Failed, Outcome, Report
from zjpub.render import feed, shelf
from zjpub.render.pages import minutes

_SHOWN = 5


def of(edition: Edition, folder: Path) -> dict[str, Any]:
    """All that the shelf, the feed and the closing words need to know of an edition, as plain JSON values."""
    return {
        "shelf": shelf.to_json(shelf.shelf_entry(edition, folder)),
        "feed": [feed.to_json(item) for item in feed.items(edition, folder)],
        "title": [edition.title.zh, edition.title.en],
        "sections": len(edition.sections),
        "origins": dict(Counter(pair.origin for pair in edition.pairs())),
        "fates": dict(Counter(entry.fate for entry in edition.ledger)),
        "findings": [[finding.code, finding.level, finding.where, finding.message] for finding in edition.findings],
        "engines": dict(edition.engines),
        "audio_ms": {lang: edition.spoken_ms(lang) for lang in LANGS},
    }


def words(report: Report, seconds: float, verbose: bool = False) -> Iterator[str]:
    """The closing words of a build: what was made, where, what to look at, what was flagged, which voice and why."""
    made = [outcome for outcome in report.built if not outcome.fresh]
    shown = made if verbose or len(made) <= _SHOWN else made[:_SHOWN]
    for outcome in shown:
        yield ""
        yield outcome.summary["title"][0]
        yield outcome.summary["title"][1]
        for label, said in article(outcome.summary, report.folder / outcome.slug, po_path(outcome.path)):
            yield f"  {label:8} {said}"
    if len(shown) < len(made):
        yield f"… and {len(made) - len(shown)} more (all of them with --verbose)"
    yield ""
    yield from _voices(made)
    for stray in report.strays:
        yield f"{stray.path} {stray.why}"
    yield one_line(report, seconds)


def _voices(made: Iterable[Built]) -> Iterator[str]:
    """Which voices spoke and why, each reason said once."""
    spoken: dict[str, dict[str, None]] = {}
    for outcome in made:
        engines = outcome.summary["engines"]
        for lang, name in (("zh", "Chinese"), ("en", "English")):
            if f"voice {lang}" in engines:
                voices = spoken.setdefault(engines.get(f"voice {lang} why", ""), {})
                voices[f"{engines[f'voice {lang}']} ({name})"] = None
    for why, voices in spoken.items():
        yield f"Spoken by {', '.join(voices)}: {why}"


def one_line(report: Report, seconds: float) -> str:
    """How many articles, in what time, at what cost, and where to begin."""
    fresh = sum(outcome.fresh for outcome in report.built)
    made, failed = len(report.built) - fresh, len(report.failed)
    parts = [f"{made} built"]
    parts += [f"{fresh} unchanged"] * bool(fresh)
    parts += [f"{failed} FAILED"] * bool(failed)
    parts += [f"{len(report.pruned)} removed"] * bool(report.pruned)
    cost = f"lines asked of the translator: {report.cost.translated}, of the voices: {report.cost.spoken}"
    calls = "0 engine calls" if not report.cost.translated + report.cost.spoken else cost
    begin = f" Open {report.folder / 'index.html'}" if made or fresh else ""
    return f"{', '.join(parts)} in {seconds:.1f} s; {calls}.{begin}"


def machine(report: Report, seconds: float) -> dict[str, Any]:
    """The same for machines."""
    return {
        "output": str(report.folder),
        "seconds": round(seconds, 3),
        "engine_calls": {"translated": report.cost.translated, "spoken": report.cost.spoken},
        "removed": list(report.pruned),
        "strays": [{"file": str(stray.path), "why": stray.why} for stray in report.strays],
        "articles": [_outcome(outcome) for outcome in report.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, Failed):
        return {"file": str(outcome.path), "state": "failed", "error": str(outcome.error)}
    state = "unchanged" if outcome.fresh else "built"
    keep = ("title", "sections", "origins", "fates", "findings", "engines", "audio_ms")
    return {
        "file": str(outcome.path),
        "state": state,
        "slug": outcome.slug,
        **{key: outcome.summary[key] for key in keep},
    }


def article(summary: Mapping[str, Any], home: Path, po: Path) -> Iterator[tuple[str, str]]:
    """The lines about one article: a short label and what it says."""
    if (home / "index.html").exists():
        yield "read", f"{home / 'index.html'}"
    files = sorted(path.name for path in home.glob("*.epub"))
    if files:
        yield "book", ", ".join(files)
    audio = summary["audio_ms"]
    if audio["zh"] or audio["en"]:
        yield "listen", f"{home / 'audio'}  ({minutes(audio['zh'])} Chinese, {minutes(audio['en'])} English)"
    yield "review", f"{po}  ({_counted(summary['origins'], ORIGINS)})"
    yield "cleaned", _counted(summary["fates"], FATES) or "nothing to clean away"
    yield "flagged", _flagged(summary["findings"], home)


ORIGINS = {
    "reviewed": "translated by a person",
    "memory": "from another article",
    "machine": "by machine, not yet reviewed",
    "none": "NOT TRANSLATED",
}
FATES = {
    "duplicate": "repeated and dropped",
    "joined": "joined to the line before",
    "boilerplate": "page furniture, dropped",
    "caption": "photo captions",
}


def _counted(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    return ", ".join(f"{counts[name]} {word}" for name, word in words.items() if counts.get(name))


def _flagged(findings: Iterable[tuple[str, str, str, str]], home: Path) -> str:
    counts = Counter(code for code, *_ in findings)
    if not counts:
        return "nothing"
    return ", ".join(f"{number} {code}" for code, number in counts.most_common()) + f"  → {home / 'report.html'}"
