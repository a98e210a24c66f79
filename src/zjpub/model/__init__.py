"""The values that travel between the stages.

Standard library only and frozen, so that every stage may import them and none can change what another made. The
sentence is the unit of everything: its id is the Chinese line, the English line, the XHTML element, the SMIL `par`, the
cue in the audio and the place that a finding points at. Ids come from position, cache keys from content.
"""

from __future__ import annotations

from zjpub.model.article import Article, Caption, InputLine, LedgerEntry, Paragraph, Section, Sentence, Source
from zjpub.model.edition import Edition, Finding, Pair, PairedCaption, PairedParagraph, PairedSection, Publication
from zjpub.model.english import UNTRANSLATED, Flag, Line, Translation
from zjpub.model.sound import Clips, Cue, Sound, Track, VoiceUse
from zjpub.model.words import LANGS, Fate, Lang, Level, Mark, Origin

__all__ = [
    "LANGS",
    "UNTRANSLATED",
    "Article",
    "Caption",
    "Clips",
    "Cue",
    "Edition",
    "Fate",
    "Finding",
    "Flag",
    "InputLine",
    "Lang",
    "LedgerEntry",
    "Level",
    "Line",
    "Mark",
    "Origin",
    "Pair",
    "PairedCaption",
    "PairedParagraph",
    "PairedSection",
    "Paragraph",
    "Publication",
    "Section",
    "Sentence",
    "Sound",
    "Source",
    "Track",
    "Translation",
    "VoiceUse",
]
