"""The story of narration: scripts are recorded, pieces joined, tracks and doubts handed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from zjpub.errors import NarrationError
from zjpub.model import Article, Clips, Cue, Flag, Lang, Track, Translation, VoiceUse
from zjpub.narrate.codec import Recording
from zjpub.narrate.crew import Crew, Piece, Progress
from zjpub.narrate.perform import parts
from zjpub.narrate.plan import Studio
from zjpub.narrate.plausible import speakable
from zjpub.narrate.script import Script, Tongue, Utterance, scripts, title
from zjpub.narrate.tags import Card

_BATCH = 100


def unwatched(done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


def narrate(article: Article, translation: Translation, studio: Studio, progress: Progress = unwatched) -> Clips:
    """Speak an article in every language and product of the plan. Raises NarrationError, StoreError.

    `progress(done, total)` counts sentences; it is called from several threads, one at a time.
    """
    plan = studio.plan
    texts: dict[Lang, tuple[Script, ...]] = {lang: scripts(article, translation, plan, lang) for lang in plan.languages}
    tracks: list[Track] = []
    with Crew(studio, progress) as crew:
        cards = _Cards(article, translation, studio)
        started = {
            lang: [crew.record(script, cards.section(script, texts[lang])) for script in texts[lang]] for lang in texts
        }
        pieces = {lang: tuple(future.result() for future in started[lang]) for lang in texts}
        if "section" in plan.products:
            tracks += chain.from_iterable(zip(*(map(_section_track, pieces[lang]) for lang in texts), strict=True))
        if "article" in plan.products:
            for lang in texts:
                whole = crew.join(pieces[lang], cards.whole(lang, texts[lang]))
                tracks.append(_article_track(article.slug, cards.title(lang), pieces[lang], whole))
    return Clips(tuple(tracks), _uses(studio), _flags(chain.from_iterable(pieces.values())))


def narrate_lines(lines: Sequence[str], lang: Lang, studio: Studio, progress: Progress = unwatched) -> bytes:
    """Speak plain lines as one MP3; an empty line is the pause between paragraphs. Raises NarrationError."""
    utterances = tuple(_utterances(lines, lang, studio))
    if not any(speakable(part.line) for part in parts(utterances[:_BATCH], studio)) and len(utterances) <= _BATCH:
        raise NarrationError("there is nothing in this text that can be spoken", "give it at least one word")
    batches = [utterances[start : start + _BATCH] for start in range(0, len(utterances), _BATCH)]
    pages = [Script(str(number), None, lang, utterances[0].text, batch) for number, batch in enumerate(batches)]
    card = Card(utterances[0].text[:80], "", "", "", lang, "", (), None)
    with Crew(studio, progress) as crew:
        pieces = [future.result() for future in [crew.record(page, card) for page in pages]]
        recording = crew.join(pieces, card) if len(pieces) > 1 else pieces[0].recording
    return recording.path.read_bytes()


def _utterances(lines: Sequence[str], lang: Lang, studio: Studio) -> Iterator[Utterance]:
    plan = studio.plan
    for number, line in enumerate(lines):
        if line.strip():
            ends = number + 1 == len(lines) or not lines[number + 1].strip()
            yield Utterance(str(number), lang, line.strip(), plan.pause_paragraph if ends else plan.pause_sentence)


class _Cards:
    """What stands on each file of an article."""

    def __init__(self, article: Article, translation: Translation, studio: Studio) -> None:
        self._article = article
        self._translation = translation
        self._studio = studio

    def title(self, lang: Tongue) -> str:
        """The article's title for a listener."""
        return title(self._article, self._translation, lang)

    def section(self, script: Script, among: Sequence[Script]) -> Card:
        """For the file of one script."""
        number = f"{among.index(script) + 1}/{len(among)}"
        return self._card(script.title, script.lang, number, script.utterances)

    def whole(self, lang: Tongue, among: Sequence[Script]) -> Card:
        """For the file of the whole article."""
        return self._card(self.title(lang), lang, "", [said for script in among for said in script.utterances])

    def _card(self, name: str, lang: Tongue, number: str, said: Sequence[Utterance]) -> Card:
        article, publication = self._article, self._studio.publication
        return Card(
            title=name,
            album=self.title(lang),
            artist="、".join(article.byline) or publication.author or article.source or publication.title,
            publication=publication.title or article.source or "",
            lang=lang,
            number=number,
            lyrics=tuple(utterance.text for utterance in said),
            cover=self._studio.cover,
        )


def _section_track(piece: Piece) -> Track:
    script = piece.script
    return Track(
        file=f"{script.stem}.{script.lang}.mp3",
        path=piece.recording.path,
        lang=script.lang,
        section=script.section,
        kind="section",
        title=script.title,
        duration_ms=piece.recording.sheet.ms(piece.recording.sheet.length),
        cues=_cues(script.utterances, piece.recording),
    )


def _article_track(slug: str, name: str, pieces: Sequence[Piece], recording: Recording) -> Track:
    lang = pieces[0].script.lang
    return Track(
        file=f"{slug}.{lang}.mp3",
        path=recording.path,
        lang=lang,
        section=None,
        kind="article",
        title=name,
        duration_ms=recording.sheet.ms(recording.sheet.length),
        cues=_cues([said for piece in pieces for said in piece.script.utterances], recording),
    )


def _cues(said: Sequence[Utterance], recording: Recording) -> tuple[Cue, ...]:
    sheet = recording.sheet
    return tuple(
        Cue(utterance.sentence, utterance.lang, sheet.ms(start), sheet.ms(end))
        for utterance, (start, end) in zip(said, sheet.spans, strict=True)
    )


def _uses(studio: Studio) -> Mapping[Lang, VoiceUse]:
    return {lang: studio.uses.get(lang, VoiceUse(studio.voices[lang].name, "")) for lang in studio.plan.languages}


def _flags(pieces: Iterable[Piece]) -> Mapping[str, tuple[Flag, ...]]:
    found: dict[str, tuple[Flag, ...]] = {}
    for piece in pieces:
        for utterance, flags in zip(piece.script.utterances, piece.recording.sheet.flags, strict=True):
            if flags:
                found[utterance.sentence] = (*found.get(utterance.sentence, ()), *flags)
    return found
