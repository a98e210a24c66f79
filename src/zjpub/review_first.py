"""What a person should look at first in an article: its findings as a table and as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zjpub.model import Article, Edition, Finding, Pair

_FIRST = 10
_WEIGHT = {"error": 10, "warning": 3, "info": 0}


def ranked(edition: Edition) -> tuple[tuple[Pair, tuple[Finding, ...]], ...]:
    """The sentences most worth a person's time, gravest first, each with its findings; at most ten."""
    by_sentence: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        by_sentence.setdefault(finding.where, []).append(finding)
    doubtful = [(pair, tuple(by_sentence[pair.id])) for pair in edition.pairs() if pair.id in by_sentence]
    graded = [(pair, found) for pair, found in doubtful if sum(_WEIGHT[finding.level] for finding in found)]
    graded.sort(key=lambda entry: -sum(_WEIGHT[finding.level] for finding in entry[1]))
    return tuple(graded[:_FIRST])


def ledger(article: Article) -> Iterator[tuple[int, str, str, str]]:
    """Each non-blank input line: number, fate, where it was first seen or why it went, and its text."""
    texts = {line.number: line.text.strip() for line in article.lines}
    for entry in sorted(article.ledger, key=lambda entry: entry.line):
        of = f"→ line {entry.of}" if entry.of else ""
        forced = "(forced)" if entry.forced else ""
        yield entry.line, entry.fate, " ".join(filter(None, (of, entry.note, forced))), texts.get(entry.line, "")


def table(path: Path, edition: Edition) -> dict[str, Any]:
    """For machines: origins, findings by code, all findings, and the ids to look at first."""
    return {
        "file": str(path),
        "slug": edition.slug,
        "origins": dict(Counter(pair.origin for pair in edition.pairs())),
        "codes": dict(Counter(finding.code for finding in edition.findings)),
        "findings": [
            {"code": finding.code, "level": finding.level, "where": finding.where, "message": finding.message}
            for finding in edition.findings
        ],
        "look_first": [pair.id for pair, _ in ranked(edition)],
    }


def words(path: Path, edition: Edition) -> Iterator[str]:
    """For people: one line a finding in compiler style, then the sentences to look at first."""
    for finding in edition.findings:
        yield f"{path}: {finding.where}: {finding.level} {finding.code}: {finding.message}"
    first = ranked(edition)
    if first:
        yield f"{path}: look first at"
    for pair, _ in first:
        yield f"  {pair.id}  {pair.zh}"
        yield f"  {' ' * len(pair.id)}  {pair.en}"
    origins = Counter(pair.origin for pair in edition.pairs())
    counted = ", ".join(f"{number} {origin}" for origin, number in origins.most_common())
    yield f"{path}: {sum(origins.values())} sentences ({counted}), {len(edition.findings)} findings"
