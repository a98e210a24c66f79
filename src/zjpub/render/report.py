"""Edition → `report.html`: what an editor should know before publishing, at a glance, with the way to each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zjpub.model import Edition, Fate, Finding, InputLine, LedgerEntry, Level, Origin, Pair
from zjpub.render import bands
from zjpub.render.pages import Theme, minutes, page
from zjpub.render.text import language_tag, printable

_WENT: tuple[Fate, ...] = ("duplicate", "boilerplate")
_FATES: dict[Fate, str] = {
    "title": "title",
    "heading": "heading",
    "paragraph": "text",
    "joined": "text, joined",
    "caption": "caption",
    "byline": "byline",
    "source": "source",
    "date": "date",
    "duplicate": "repeated",
    "boilerplate": "furniture",
}
WORDS = {
    "c-truncated": "cut off in print",
    "c-forced": "decided by hand",
    "c-no-text": "heading without text",
    "t-untranslated": "not translated",
    "t-quantity": "number that differs",
    "t-loop": "repeats itself",
    "t-empty": "says nothing",
    "t-han": "Chinese left over",
    "t-copy": "copied",
    "t-polarity": "yes and no turned round",
    "t-dropped": "part missing",
    "t-length": "odd length",
    "t-term": "glossary term missing",
    "t-name": "name spelt several ways",
    "t-punct": "marks not closed",
    "t-changed": "Chinese changed since review",
    "t-fuzzy": "review not finished",
    "t-unsure": "model unsure",
    "t-mended": "figure mended",
    "n-fallback": "offline voice",
    "n-duration": "odd duration",
    "n-unspeakable": "nothing to say",
    "e-silent": "not spoken",
}
"""What a person calls a finding of each code."""

_ORIGINS = {"reviewed": "reviewed by a person", "memory": "from memory", "machine": "by machine", "none": "by nobody"}
_OTHER_ORIGINS: tuple[tuple[Origin, str, str], ...] = (
    ("memory", "from memory", ""),
    ("machine", "by machine", ""),
    ("none", "not translated", "error"),
)
_ENGINES = {"translator": "Translation", "voice zh": "Chinese voice", "voice en": "English voice"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Sentences to look at for one and the same reason. `reasons`: (message, code)."""

    level: Level
    reasons: tuple[tuple[str, str], ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An input line beside its fate. `of` is the text of the line that it repeats or joins."""

    entry: LedgerEntry
    text: str
    fate: str
    went: bool
    of: str


def render(edition: Edition, folder: Path) -> None:
    """Write `report.html`."""
    pairs = list(edition.pairs())
    levels = bands.worst(edition.findings)
    doubts = _doubts(pairs, edition.findings, levels)
    text = page(
        Theme("report.html", ("base.css", "report.css"), ("report.js",)),
        zh=language_tag(edition, "zh"),
        title=edition.title,
        figures=_figures(edition, pairs),
        marks=bands.marks(pairs, levels),
        origins=bands.origins(pairs),
        origin_counts=_origin_counts(pairs),
        edges=bands.edges(edition),
        codes=_codes(edition.findings),
        doubts=doubts,
        doubted=sum(len(doubt.pairs) for doubt in doubts),
        loose=_loose(
            edition.findings, {pair.id for doubt in doubts for pair in doubt.pairs}, {pair.id for pair in pairs}
        ),
        sections=_sections(edition, levels),
        lines=bands.runs([(entry.fate, 1) for entry in edition.ledger]),
        fates=_fates(edition.ledger),
        ledger=_ledger(edition.ledger, edition.lines),
        engines=[(_engine(name), value) for name, value in sorted(edition.engines.items())],
        cost=_cost(edition, pairs),
        origin_words=_ORIGINS,
    )
    (folder / "report.html").write_bytes(text)


def _cost(edition: Edition, pairs: Sequence[Pair]) -> tuple[tuple[str, int], ...]:
    """What this edition asks of the engines when nothing is remembered.

    What one build really asked depends on what was remembered before it: the build says so on the screen, since a page
    that said it would have other bytes after a rerun.
    """
    spoken = sum(len(track.cues) for track in edition.tracks if track.kind == "section")
    asked = (("translated", sum(pair.origin == "machine" for pair in pairs)), ("spoken", spoken))
    return tuple((name, count) for name, count in asked if count)


def _figures(edition: Edition, pairs: Sequence[Pair]) -> list[tuple[str, str, str]]:
    """The numbers at the top: (value, what it counts, level)."""
    origins = Counter(pair.origin for pair in pairs)
    levels = Counter(finding.level for finding in edition.findings)
    went = sum(entry.fate in _WENT for entry in edition.ledger)
    counted = (
        (levels["error"], "error" if levels["error"] == 1 else "errors", "error" if levels["error"] else "fine"),
        (
            levels["warning"],
            "warning" if levels["warning"] == 1 else "warnings",
            "warning" if levels["warning"] else "",
        ),
        (len(pairs), "sentences", ""),
        (origins["reviewed"], "reviewed by a person", ""),
        *((origins[origin], words, level) for origin, words, level in _OTHER_ORIGINS if origins[origin]),
        (went, f"of {len(edition.ledger):,} lines taken out", ""),
    )
    figures = [(f"{value:,}", label, level) for value, label, level in counted]
    spoken = ((edition.spoken_ms("zh"), "Chinese audio"), (edition.spoken_ms("en"), "English audio"))
    return [*figures, *((minutes(ms), label, "") for ms, label in spoken if ms)]


def _origin_counts(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    counts = Counter(pair.origin for pair in pairs)
    return [(origin, words, counts[origin]) for origin, words in _ORIGINS.items() if counts[origin]]  # type: ignore[index]


def _codes(findings: Sequence[Finding]) -> list[tuple[str, str, str, int]]:
    """(code, level, what a person calls it, how often), gravest first."""
    counts = Counter((bands.GRAVITY[finding.level], finding.code, finding.level) for finding in findings)
    return [(code, level, WORDS.get(code, code), count) for (_, code, level), count in sorted(counts.items())]


def _doubts(pairs: Sequence[Pair], findings: Sequence[Finding], levels: Mapping[str, Level]) -> list[Doubt]:
    """Gravest first; within a level the rarest reason first, in reading order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for finding in findings:
        if finding.level != "info":
            found.setdefault(finding.where, []).append((finding.message, finding.code))
    alike: dict[tuple[Level, tuple[tuple[str, str], ...]], list[Pair]] = {}
    for pair in pairs:
        if pair.id in found:
            alike.setdefault((levels[pair.id], tuple(found[pair.id])), []).append(pair)
    doubts = [Doubt(level, reasons, tuple(group)) for (level, reasons), group in alike.items()]
    return sorted(doubts, key=lambda doubt: (bands.GRAVITY[doubt.level], len(doubt.pairs)))


def _loose(findings: Sequence[Finding], doubted: set[str], ids: set[str]) -> list[tuple[Finding, str]]:
    """All other findings, gravest first, each with the address it points at, if any."""
    rest = [finding for finding in findings if finding.where not in doubted or finding.level == "info"]
    return [
        (finding, _address(finding.where, ids))
        for finding in sorted(rest, key=lambda found: bands.GRAVITY[found.level])
    ]


def _address(where: str, ids: set[str]) -> str:
    if where in ids:
        return f"index.html#{where}"
    number = where.removeprefix("line ")
    return f"#line-{number}" if where != number and number.isdecimal() else ""


def _sections(edition: Edition, levels: Mapping[str, Level]) -> list[dict[str, object]]:
    times = {(track.section, track.lang): track.duration_ms for track in edition.tracks if track.kind == "section"}
    longest = max(times.values(), default=0) or 1
    rows: list[dict[str, object]] = []
    for section, number in zip(edition.sections, bands.numbers(edition), strict=True):
        pairs = [pair for paragraph in section.paragraphs for pair in paragraph.pairs]
        pairs += [section.heading] if section.heading else []
        heard = ((lang, times.get((section.id, lang), 0)) for lang in ("zh", "en"))
        rows.append(
            {
                "number": number,
                "id": section.id,
                "heading": section.heading,
                "sentences": len(pairs),
                "flagged": sum(levels.get(pair.id, "info") != "info" for pair in pairs),
                "times": [(lang, minutes(ms), round(100 * ms / longest, 1)) for lang, ms in heard if ms],
            }
        )
    return rows


def _fates(ledger: Sequence[LedgerEntry]) -> list[tuple[str, str, int]]:
    counts = Counter(entry.fate for entry in ledger)
    return [(fate, words, counts[fate]) for fate, words in _FATES.items() if counts[fate]]


def _ledger(ledger: Sequence[LedgerEntry], lines: Sequence[InputLine]) -> list[LedgerRow]:
    texts = {line.number: printable(line.text).strip() for line in lines}
    return [
        LedgerRow(
            entry,
            texts.get(entry.line, ""),
            _FATES[entry.fate],
            entry.fate in _WENT,
            _beginning(texts.get(entry.of or 0, "")),
        )
        for entry in ledger
    ]


def _beginning(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"


def _engine(name: str) -> str:
    """`voice zh why` → `Chinese voice: why`."""
    base = name.removesuffix(" why")
    return _ENGINES.get(base, base) + (": why" if name != base else "")
