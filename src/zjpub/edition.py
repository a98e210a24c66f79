"""Article + Translation + Clips → Edition: the seam where the stages meet."""

from __future__ import annotations

from collections.abc import Mapping

from zjpub.model import (
    UNTRANSLATED,
    Article,
    Clips,
    Edition,
    Lang,
    Pair,
    PairedCaption,
    PairedParagraph,
    PairedSection,
    Publication,
    Sentence,
    Sound,
    Translation,
)


def bind(
    article: Article, translation: Translation, clips: Clips, publication: Publication, cover: bytes = b""
) -> Edition:
    """Pair every sentence with its English and its places in the section tracks."""
    sounds = _sounds(clips)

    def pair(sentence: Sentence) -> Pair:
        if not sentence.zh:
            return Pair(sentence.id, "", "", "none")
        line = translation.lines[sentence.id]
        flags = line.flags + clips.flags.get(sentence.id, ())
        en = line.en if line.en.strip() else UNTRANSLATED
        return Pair(sentence.id, sentence.zh, en, line.origin, line.engine, flags, sounds.get(sentence.id, {}))

    return Edition(
        slug=article.slug,
        title=pair(article.title),
        byline=article.byline,
        source=article.source,
        date=article.date,
        sections=tuple(
            PairedSection(
                section.id,
                pair(section.heading) if section.heading else None,
                tuple(
                    PairedParagraph(tuple(map(pair, paragraph.sentences)), paragraph.truncated)
                    for paragraph in section.paragraphs
                ),
            )
            for section in article.sections
        ),
        captions=tuple(PairedCaption(pair(caption.sentence), caption.credit) for caption in article.captions),
        tracks=clips.tracks,
        findings=(),
        ledger=article.ledger,
        lines=article.lines,
        engines=_engines(translation, clips),
        publication=publication,
        cover=cover,
    )


def _sounds(clips: Clips) -> Mapping[str, Mapping[Lang, Sound]]:
    """Sentence id → language → place, from the one-language section tracks."""
    sounds: dict[str, dict[Lang, Sound]] = {}
    for track in clips.tracks:
        if track.kind == "section":
            for cue in track.cues:
                sounds.setdefault(cue.sentence, {})[cue.lang] = Sound(f"audio/{track.file}", cue.start_ms, cue.end_ms)
    return sounds


def _engines(translation: Translation, clips: Clips) -> Mapping[str, str]:
    """What made this edition, for the colophon: `translator`, `voice zh`, `voice en` and why that voice."""
    machines = sorted({line.engine for line in translation.lines.values() if line.origin == "machine"})
    engines = {"translator": ", ".join(machines) or "none needed: every sentence was reviewed by a person"}
    if any(line.origin == "none" for line in translation.lines.values()):
        engines["translator"] = ", ".join([*machines, "none"])
    for lang, use in sorted(clips.voices.items()):
        engines[f"voice {lang}"] = use.name
        engines[f"voice {lang} why"] = use.why
    return engines
