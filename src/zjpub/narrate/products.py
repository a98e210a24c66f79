"""The products of an article, each a few lines: which scripts it is made of, what its files are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from typing import Literal

from zjpub.model import Article, Cue, Lang, Track, Translation
from zjpub.narrate.codec import Recording
from zjpub.narrate.crew import Crew, Piece
from zjpub.narrate.plan import Studio
from zjpub.narrate.script import Script, Tongue, Utterance, scripts, title
from zjpub.narrate.tags import Card

Kind = Literal["section", "bilingual", "article", "slow", "m4b"]


class Takes:
    """Every script of an article that the plan needs, being recorded; and the cards that go on the files."""

    def __init__(self, article: Article, translation: Translation, studio: Studio, crew: Crew) -> None:
        self.langs: tuple[Lang, ...] = studio.plan.languages
        both = "bilingual" in studio.plan.products and len(self.langs) > 1
        self.tongues: tuple[Tongue, ...] = (*self.langs, "bi") if both else self.langs
        self.crew = crew
        self._cards = _Cards(article, translation, studio)
        self._scripts = {lang: scripts(article, translation, studio.plan, lang) for lang in self.tongues}
        stems = {script.stem.casefold() for script in self._scripts[self.langs[0]]}
        self.name = f"00-{article.slug}" if article.slug.casefold() in stems else article.slug
        self._started = {(lang, False): self._start(lang) for lang in self.tongues}
        if "slow" in studio.plan.products:
            self._started |= {(lang, True): self._start(lang, studio.plan.tempo) for lang in self.langs}

    def _start(self, lang: Tongue, tempo: float = 1.0) -> list[Future[Piece]]:
        among = self._scripts[lang]
        return [self.crew.record(script, self._cards.section(script, among), tempo) for script in among]

    def pieces(self, lang: Tongue, slow: bool = False) -> tuple[Piece, ...]:
        """The recordings of a language, once they are finished."""
        return tuple(future.result() for future in self._started[lang, slow])

    def whole(self, lang: Tongue) -> Card:
        """What stands on a file of the whole article."""
        return self._cards.whole(lang, self._scripts[lang])


def _sections(takes: Takes) -> Iterator[Track]:
    for row in zip(*map(takes.pieces, takes.langs), strict=True):
        for piece in row:
            yield _of_piece(piece, "section")


def _articles(takes: Takes) -> Iterator[Track]:
    for lang in takes.tongues:
        pieces, card = takes.pieces(lang), takes.whole(lang)
        yield _of_whole(f"{takes.name}.{lang}.mp3", "article", card, pieces, takes.crew.join(pieces, card))


def _bilingual(takes: Takes) -> Iterator[Track]:
    if "bi" in takes.tongues:
        for piece in takes.pieces("bi"):
            yield _of_piece(piece, "bilingual")


def _slow(takes: Takes) -> Iterator[Track]:
    for lang in takes.langs:
        for piece in takes.pieces(lang, slow=True):
            yield _of_piece(piece, "slow", ".slow")


def _books(takes: Takes) -> Iterator[Track]:
    for lang in takes.tongues:
        pieces, card = takes.pieces(lang), takes.whole(lang)
        yield _of_whole(f"{takes.name}.{lang}.m4b", "m4b", card, pieces, takes.crew.book(pieces, card))


PRODUCTS: dict[str, Callable[[Takes], Iterator[Track]]] = {
    "section": _sections,
    "article": _articles,
    "bilingual": _bilingual,
    "slow": _slow,
    "m4b": _books,
}


def _of_piece(piece: Piece, kind: Kind, ending: str = "") -> Track:
    script, sheet = piece.script, piece.recording.sheet
    return Track(
        file=f"{script.stem}{ending}.{script.lang}.mp3",
        path=piece.recording.path,
        lang=script.lang,
        section=script.section,
        kind=kind,
        title=script.title,
        duration_ms=sheet.ms(sheet.length),
        cues=_cues(script.utterances, piece.recording),
    )


def _of_whole(file: str, kind: Kind, card: Card, pieces: Sequence[Piece], recording: Recording) -> Track:
    return Track(
        file=file,
        path=recording.path,
        lang=card.lang,
        section=None,
        kind=kind,
        title=card.title,
        duration_ms=recording.sheet.ms(recording.sheet.length),
        cues=_cues([said for piece in pieces for said in piece.script.utterances], recording),
    )


def _cues(said: Sequence[Utterance], recording: Recording) -> tuple[Cue, ...]:
    sheet = recording.sheet
    return tuple(
        Cue(utterance.sentence, utterance.lang, sheet.ms(start), sheet.ms(end))
        for utterance, (start, end) in zip(said, sheet.spans, strict=True)
    )


class _Cards:
    """What stands on each file of an article."""

    def __init__(self, article: Article, translation: Translation, studio: Studio) -> None:
        self._article = article
        self._translation = translation
        self._studio = studio

    def section(self, script: Script, among: Sequence[Script]) -> Card:
        """For the file of one script."""
        number = f"{among.index(script) + 1}/{len(among)}"
        return self._card(script.title, script.lang, number, script.utterances)

    def whole(self, lang: Tongue, among: Sequence[Script]) -> Card:
        """For a file of the whole article."""
        said = [utterance for script in among for utterance in script.utterances]
        return self._card(title(self._article, self._translation, lang), lang, "", said)

    def _card(self, name: str, lang: Tongue, number: str, said: Sequence[Utterance]) -> Card:
        article, publication = self._article, self._studio.publication
        return Card(
            title=name,
            album=title(article, self._translation, lang),
            artist="、".join(article.byline) or publication.author or article.source or publication.title,
            publication=publication.title or article.source or "",
            lang=lang,
            number=number,
            lyrics=tuple(utterance.text for utterance in said),
            cover=self._studio.cover,
        )
