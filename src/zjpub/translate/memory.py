"""What people have said already: the entries of an article's PO file, and which of them fits which sentence today.

Ids come from position and move with every edit, so the Chinese text decides and the id only tells twins apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from zjpub.model import Sentence

State = Literal["approved", "edited", "returned", "machine", "empty"]
NEAR = 60.0
"""How alike two Chinese sentences are, of 100, for one to be the other after an edit."""


def digest(text: str) -> str:
    """The mark by which zjpub knows its own words again in a PO file."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def returning(text: str) -> str:
    """The mark of words that zjpub put there, but that are not its own."""
    return digest(f"returned\n{text}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One PO entry. `written`: the digest of the English that zjpub itself last wrote there, empty when a person did;
    `previous`: the Chinese it once translated; `notes`: a person's own comments; `remarks`: what zjpub said of it."""

    id: str
    zh: str
    en: str
    fuzzy: bool = False
    written: str = ""
    previous: str = ""
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    obsolete: bool = False

    @property
    def state(self) -> State:
        """`approved`: a person's word; `edited`: a person wrote it but left the fuzzy mark; `returned`: words from
        elsewhere that nobody has confirmed for this sentence, as those for an earlier wording; `machine`: as zjpub
        wrote it."""
        if not self.en.strip():
            return "empty"
        if not self.fuzzy:
            return "approved"
        if self.written == digest(self.en):
            return "machine"
        return "edited" if self.written and self.written != returning(self.en) else "returned"


_RANK: dict[State, int] = {"approved": 0, "edited": 1, "returned": 2, "machine": 3, "empty": 4}


@dataclass(frozen=True, slots=True)
class Review:
    """An article's PO file: its entries in file order, and its header as a person's editor left it."""

    entries: tuple[Entry, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)


NOTHING = Review()


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that speaks for a sentence; `near`: it translates an earlier wording, not this one."""

    entry: Entry
    near: bool = False

    @property
    def before(self) -> str:
        """The earlier wording that a person translated; empty where it is not known."""
        known = self.near and self.entry.state != "returned"
        return self.entry.previous or (self.entry.zh if known else "")


def match(sentences: Sequence[Sentence], review: Review) -> dict[str, Match]:
    """Sentence id → the entry for it: same Chinese first (own id, then file order), then a person's near miss."""
    found = _exact(sentences, review.entries)
    taken = {id(hit.entry) for hit in found.values()}
    now = {sentence.zh for sentence in sentences}
    left = [
        entry
        for entry in review.entries
        if id(entry) not in taken and entry.zh not in now and entry.state in ("approved", "edited", "returned")
    ]
    found.update(_near([s for s in sentences if s.id not in found], left))
    return found


def _exact(sentences: Sequence[Sentence], entries: Sequence[Entry]) -> dict[str, Match]:
    twins: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.state != "empty" or entry.notes:
            twins[entry.zh].append(entry)
    found: dict[str, Match] = {}
    for sentence in sentences:
        if candidates := twins.get(sentence.zh):
            found[sentence.id] = Match(min(candidates, key=lambda entry: _distance(entry, sentence.id)))
    return _shared_out(sentences, twins, found)


def _distance(entry: Entry, wanted: str) -> tuple[bool, int, bool, bool]:
    """How far an entry with the right Chinese is from being this id's; a person's own words there come first."""
    own = entry.id == wanted and not entry.obsolete
    return (not (own and entry.state in ("approved", "edited")), _RANK[entry.state], not own, entry.obsolete)


def _shared_out(
    sentences: Sequence[Sentence], twins: Mapping[str, Sequence[Entry]], found: dict[str, Match]
) -> dict[str, Match]:
    """Give each of several sentences with the same words its own approved entry, where a person wrote several."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[sentence.zh].append(sentence)
    for zh, group in groups.items():
        approved = [entry for entry in twins.get(zh, ()) if entry.state == "approved"]
        if len(group) < 2 or len(approved) < 2:
            continue
        own = {entry.id: entry for entry in reversed(approved) if not entry.obsolete}
        free = [entry for entry in approved if entry.id not in {sentence.id for sentence in group}]
        for sentence in group:
            entry = own.get(sentence.id) or (free.pop(0) if free else approved[0])
            found[sentence.id] = Match(entry)
    return found


def _near(sentences: Sequence[Sentence], entries: Sequence[Entry]) -> dict[str, Match]:
    from rapidfuzz import fuzz

    pairs = [
        (fuzz.ratio(sentence.zh, entry.zh), entry.id == sentence.id, -order, sentence, entry)
        for order, entry in enumerate(entries)
        for sentence in sentences
        if min(len(sentence.zh), len(entry.zh)) * 2 >= max(len(sentence.zh), len(entry.zh))
    ]
    found: dict[str, Match] = {}
    used: set[int] = set()
    for ratio, _, _, sentence, entry in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if ratio >= NEAR and sentence.id not in found and id(entry) not in used:
            found[sentence.id] = Match(entry, near=True)
            used.add(id(entry))
    return found


def gather(reviews: Iterable[Review]) -> dict[str, str]:
    """Chinese → approved English of many articles; where two disagree, the first one stands."""
    memory: dict[str, str] = {}
    for review in reviews:
        for entry in review.entries:
            if entry.state == "approved":
                memory.setdefault(entry.zh, entry.en)
    return memory


class Orphans:
    """PO files that belong to no article now: that of an article whose file was renamed is among them."""

    def __init__(self, reviews: Sequence[Review]) -> None:
        self._reviews = reviews
        self._holders: dict[str, set[int]] = defaultdict(set)
        for number, review in enumerate(reviews):
            for entry in review.entries:
                self._holders[entry.zh].add(number)

    def of(self, sentences: Sequence[Sentence]) -> Review:
        """The review that holds most of these sentences, if it is at least half of them."""
        votes = Counter(number for sentence in sentences for number in sorted(self._holders.get(sentence.zh, ())))
        best, count = votes.most_common(1)[0] if votes else (0, 0)
        if not count or count * 2 < len(sentences):
            return NOTHING
        found = self._reviews[best]
        return replace(found, header={k: v for k, v in found.header.items() if k != "Project-Id-Version"})


class Similar:
    """What people said of sentences much like another one: offered to a person in the PO file, never used silently."""

    def __init__(self, memory: Mapping[str, str]) -> None:
        self._memory = memory
        self._holders: dict[str, list[str]] = defaultdict(list)
        for zh in memory:
            for pair in _pairs(zh):
                self._holders[pair].append(zh)

    def __call__(self, zh: str) -> str:
        """A remark with the nearest sentence and its English; empty where none is near."""
        from rapidfuzz import fuzz

        counts = Counter(holder for pair in _pairs(zh) for holder in self._holders.get(pair, ())[:_COMMON])
        near = [(fuzz.ratio(zh, other), other) for other, _ in counts.most_common(8)]
        score, other = max(near, default=(0.0, ""))
        return f"similar ({score:.0f} %): {other} → {self._memory[other]}" if score >= _SIMILAR and other != zh else ""


_SIMILAR = 72.0
_COMMON = 500
"""Sentences looked at for one pair of characters: what stands in more of them tells nothing."""


def _pairs(zh: str) -> set[str]:
    return {zh[at : at + 2] for at in range(len(zh) - 1)}
