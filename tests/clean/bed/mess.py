"""Makes of a clean article what people really paste, at three degrees, and knows what became of every line."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bed.truth import Truth, stands_apart
from bed.wording import Wording

_WRAPPED = {"title", "heading", "caption"}
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”」）]*|[^。！？]+$")


@dataclass(slots=True)
class Piece:
    """A line to be. `of`: the piece it repeats or joins; `fixed`: print does not wrap it."""

    text: str
    fate: str
    gap: bool = True
    of: Piece | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Messy:
    """The mess, and what a perfect cleaner makes of it. `fates`: line number → fate."""

    lines: tuple[str, ...]
    truth: Truth
    truncated: tuple[str, ...]
    fates: dict[int, str]


@dataclass(slots=True)
class _Maker:
    truth: Truth
    degree: int
    rng: random.Random
    cut: list[str]

    def chance(self, *by_degree: float) -> bool:
        return self.rng.random() < by_degree[self.degree - 1]


def make(truth: Truth, degree: int, seed: int) -> Messy:
    """The same arguments give the same mess."""
    rng = random.Random(f"{truth.name}/{degree}/{seed}")
    maker = _Maker(truth, degree, rng, [])
    words = Wording(rng, truth)
    truth, pieces = _body(maker)
    pieces = _repeat(maker, pieces)
    pieces = _regroup(maker, pieces)
    pieces = _split(maker, pieces, words)
    pieces = _with_captions(maker, pieces, words)
    pieces = _with_head(maker, pieces, words)
    pieces = _with_chrome(maker, pieces, words)
    pieces = _with_furniture(maker, pieces, words)
    pieces = _wrap(maker, pieces)
    pieces = _with_page_ends(maker, pieces, words)
    _layout(maker, pieces)
    return _print(maker, truth, pieces)


def _body(maker: _Maker) -> tuple[Truth, list[Piece]]:
    """The body's pieces; some long paragraphs lose their ends for good."""
    rng, body, pieces = maker.rng, list(maker.truth.body), []
    long = [
        at for at, (kind, text) in enumerate(body) if kind == "paragraph" and not stands_apart(text) and len(text) > 50
    ]
    cut = (
        set(rng.sample(long, k=min(len(long) // 3, (0, 1, 2)[maker.degree - 1])))
        if maker.chance(0, 0.5, 0.8)
        else set()
    )
    for at, (kind, text) in enumerate(body):
        if at in cut:
            text = _cut(rng, text)
            body[at] = (kind, text)
            maker.cut.append(text)
        pieces.append(Piece(text, kind))
    return replace(maker.truth, body=tuple(body)), pieces


def _cut(rng: random.Random, text: str) -> str:
    """The text without its end, broken inside a sentence."""
    return text[: _inside(rng, text, 0.45)]


def _inside(rng: random.Random, text: str, share: float = 0.25) -> int:
    """A place inside a sentence, not beside a stop."""
    places = [
        at
        for at in range(int(len(text) * share) + 6, len(text) - 5)
        if not re.search(r"[。！？；：，、”“」「》《.\s]", text[at - 1 : at + 1])
        and text[:at].count("“") == text[:at].count("”")
        and not (text[at - 1].isascii() and text[at].isascii())
    ]
    return rng.choice(places) if places else len(text) // 2


def _long(piece: Piece) -> bool:
    return piece.fate == "paragraph" and not stands_apart(piece.text)


def _repeat(maker: _Maker, pieces: list[Piece]) -> list[Piece]:
    """Copies near and far, the far ones with the headings among them."""
    rng, made = maker.rng, []
    for piece in pieces:
        made.append(piece)
        if _long(piece) and maker.chance(0.05, 0.12, 0.2) and piece.text not in maker.cut:
            made += [Piece(piece.text, "duplicate", of=piece) for _ in range(rng.randint(1, 4))]
    if maker.chance(0.2, 0.5, 0.8) and len(made) > 4:
        start = rng.randrange(0, len(made) - 3)
        run = made[start : start + rng.randint(2, 4)]
        run = [piece for piece in run if piece.fate == "heading" or (_long(piece) and piece.text not in maker.cut)]
        while run and run[-1].fate == "heading":
            run.pop()
        copies = [Piece(piece.text, "duplicate", of=piece.of or piece) for piece in run]
        at = _after_paragraph(rng, made, start + 4)
        if copies and at is not None:
            made[at:at] = copies
    return made


def _after_paragraph(rng: random.Random, pieces: Sequence[Piece], least: int) -> int | None:
    places = [at for at in range(least, len(pieces) + 1) if _long(pieces[at - 1]) or pieces[at - 1].fate == "duplicate"]
    return rng.choice(places) if places else None


def _regroup(maker: _Maker, pieces: list[Piece]) -> list[Piece]:
    """The sentences of two paragraphs again, in other paragraphs."""
    if not maker.chance(0, 0.4, 0.7):
        return pieces
    long = [at for at, piece in enumerate(pieces) if _long(piece) and piece.text not in maker.cut]
    if len(long) < 3:
        return pieces
    first = maker.rng.randrange(len(long) - 1)
    sentences = [s for at in long[first : first + 2] for s in _SENTENCE.findall(pieces[at].text)]
    shift = maker.rng.randint(1, max(1, len(sentences) - 1))
    turned = sentences[shift:] + sentences[:shift]
    groups = ["".join(turned[at : at + 2]) for at in range(0, len(turned), 2)]
    at = _after_paragraph(maker.rng, pieces, long[first + 1] + 1)
    copies = [Piece(text, "duplicate", of=pieces[long[first]]) for text in groups if len(text) > 12]
    return pieces[:at] + copies + pieces[at:] if at is not None else pieces


def _split(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    """Paragraphs broken in two by a blank line or the end of a page."""
    made: list[Piece] = []
    for piece in pieces:
        if len(piece.text) < 50 or piece.fate not in {"paragraph", "duplicate"} or not maker.chance(0.06, 0.15, 0.22):
            made.append(piece)
            continue
        if piece.text in maker.cut or (piece.fate == "paragraph" and stands_apart(piece.text)):
            made.append(piece)
            continue
        at = _inside(maker.rng, piece.text)
        tail = Piece(piece.text[at:], "joined" if piece.fate == "paragraph" else "duplicate", of=piece)
        piece.text = piece.text[:at]
        made.append(piece)
        if maker.chance(0, 0.4, 0.5):
            made += _page_break(maker, piece, tail, words)
        made.append(tail)
    return made


def _page_break(maker: _Maker, head: Piece, tail: Piece, words: Wording) -> list[Piece]:
    """What stands between two halves; now and then the turn mark stands inside the line."""
    if maker.rng.random() < 0.3:
        head.text += words.turn_from()
        tail.text = words.turn_to() + tail.text
        return []
    between = [words.turn_from(), words.page_number(), words.page_header(), words.turn_to()]
    kept = [text for text in between if maker.rng.random() < 0.6]
    return [Piece(text, "boilerplate", fixed=True) for text in kept]


def _with_captions(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    made = list(pieces)
    for text, credit in maker.truth.captions:
        places = [
            at
            for at in range(1, len(made) + 1)
            if made[at - 1].fate in {"paragraph", "duplicate", "joined"}
            and (at == len(made) or made[at].fate != "joined" or maker.chance(0, 0, 0.5))
            and (at == len(made) or not _adjoins(made[at - 1], made[at]))
            and len(made[at - 1].text) >= 20
        ]
        at = maker.rng.choice(places)
        made.insert(at, Piece(words.caption(text, credit), "caption", fixed=True))
    return made


def _adjoins(before: Piece, after: Piece) -> bool:
    """Lists and verse are not interrupted by a photo; nor is a broken copy."""
    return (stands_apart(before.text) and stands_apart(after.text)) or (after.of is before and after.fate != "joined")


def _with_head(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    truth = maker.truth
    title = truth.title.split(" ")
    if len(title) > 1 and maker.chance(0.2, 0.4, 0.5):
        head = [Piece(title[0], "title", fixed=True), Piece(" ".join(title[1:]), "title", gap=False, fixed=True)]
    else:
        head = [Piece(truth.title, "title", fixed=True)]
    facts = [Piece(text, fate, fixed=True) for text, fate in words.facts(truth)]
    at_end = [piece for piece in facts if piece.fate == "byline" and maker.rng.random() < 0.2]
    return head + [piece for piece in facts if piece not in at_end] + pieces + at_end


def _with_chrome(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    above = [words.above() for _ in range((0, 1, 2)[maker.degree - 1]) if maker.rng.random() < 0.6]
    below = [words.below() for _ in range((1, 2, 4)[maker.degree - 1]) if maker.rng.random() < 0.8]
    editors = [words.editor() for _ in range((1, 1, 2)[maker.degree - 1]) if maker.rng.random() < 0.7]
    made = [Piece(text, "boilerplate", fixed=True) for text in above] + pieces
    return made + [Piece(text, "boilerplate", fixed=True) for text in (*editors, *below)]


def _with_furniture(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    """Page headers and numbers every dozen lines."""
    if not maker.chance(0.2, 0.5, 0.8):
        return pieces
    made: list[Piece] = []
    header = words.page_header()
    for at, piece in enumerate(pieces):
        if at and at % 9 == 0 and piece.fate in {"paragraph", "joined", "duplicate"} and not stands_apart(piece.text):
            made += [Piece(words.page_number(), "boilerplate", fixed=True), Piece(header, "boilerplate", fixed=True)]
        made.append(piece)
    return made


def _wrap(maker: _Maker, pieces: list[Piece]) -> list[Piece]:
    """Hard wraps at one width, as in a PDF or an e-mail."""
    if not maker.chance(0.15, 0.4, 0.6):
        return pieces
    width = maker.rng.randint(20, 40)
    everything = maker.chance(0, 0.3, 0.5)
    made: list[Piece] = []
    for piece in pieces:
        rows = [piece.text]
        if (not piece.fixed and piece.fate != "heading") or (everything and piece.fate in _WRAPPED):
            rows = [piece.text[at : at + width] for at in range(0, len(piece.text), width)]
        later = "joined" if piece.fate == "paragraph" else piece.fate
        piece.text = rows[0]
        made += [piece, *(Piece(row, later, gap=False, of=piece) for row in rows[1:])]
    return made


def _with_page_ends(maker: _Maker, pieces: list[Piece], words: Wording) -> list[Piece]:
    """Wrapped pages end after so many rows, wherever the text stands then."""
    if not any(piece.fate == "joined" and not piece.gap for piece in pieces) or not maker.chance(0.2, 0.4, 0.4):
        return pieces
    rows, header, made = maker.rng.randint(14, 25), words.page_header(), []
    for at, piece in enumerate(pieces):
        made.append(piece)
        if at % rows == rows - 1 and (piece.fate == "paragraph" or piece.fate == "joined"):
            made.append(Piece(words.page_number(), "boilerplate", gap=False, fixed=True))
            made += [Piece(header, "boilerplate", gap=False, fixed=True)] if maker.chance(0.5, 0.5, 0.5) else []
    return made


def _layout(maker: _Maker, pieces: list[Piece]) -> None:
    """Blank lines or none, indents or none."""
    wrapped = any(not piece.gap and piece.fate == "joined" for piece in pieces)
    tight = maker.chance(0.3, 0.3, 0.3)
    indented = (tight and wrapped) or maker.chance(0.4, 0.3, 0.3)
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if tight and not (before and piece.fate == "joined" and piece.gap):
            piece.gap = False
        if before and stands_apart(piece.text) and stands_apart(before.text) and maker.degree > 1:
            piece.gap = piece.gap and maker.truth.name.startswith(("interview", "health"))
        starts = piece.fate in {"paragraph", "duplicate"} and (piece.gap or not wrapped or _starts(piece, before))
        if indented and starts and not (piece.of is not None and piece.of is before):
            piece.text = "\u3000\u3000" + piece.text


def _starts(piece: Piece, before: Piece | None) -> bool:
    return piece.fate == "paragraph" or piece.of is None or (piece.of is not before and piece.of.fate != "duplicate")


def _print(maker: _Maker, truth: Truth, pieces: Sequence[Piece]) -> Messy:
    from bed.noise import Noise

    noise = Noise(maker.rng, maker.degree)
    lines: list[str] = []
    fates: dict[int, str] = {}
    for piece in pieces:
        if piece.gap and lines:
            lines += [noise.blank() for _ in range(maker.rng.choice((1, 1, 1, 2, 3)))]
        lines.append(noise.line(piece.text, piece.fate))
        fates[len(lines)] = piece.fate
    return Messy(tuple(lines), truth, tuple(maker.cut), fates)
