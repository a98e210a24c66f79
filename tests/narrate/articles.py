"""Articles and translations made of a few words, and studios to speak them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from zjpub.model import Article, Caption, Lang, Line, Paragraph, Section, Sentence, Translation
from zjpub.narrate import Plan, Studio, Voice
from zjpub.narrate.codec import Mp3
from zjpub.narrate.remembered import Remembered, RememberedCodec
from zjpub.narrate.voices.silence import Silence
from zjpub.store import Store

Text = Mapping[str, Sequence[Sequence[str]]]
"""Heading ("" for none) → paragraphs → sentences."""

STORY: Text = {
    "沙土地之上“书写”沧桑巨变": (("今天天气很好。", "我们去公园。"), ("路上有很多人。",)),
    "坚持“开放兴区”": (("中欧班列开往汉堡。",), ("货物越来越多！", "大家都很高兴。")),
}


def article(text: Text = STORY, title: str = "一座新城的故事", captions: Sequence[str] = ("图为班列出发",)) -> Article:
    sections = []
    for number, (heading, paragraphs) in enumerate(text.items(), 1):
        said = tuple(
            Paragraph(
                "".join(sentences),
                tuple(Sentence(f"s{number}p{place}n{count}", zh) for count, zh in enumerate(sentences, 1)),
                (1,),
            )
            for place, sentences in enumerate(paragraphs, 1)
        )
        head = Sentence(f"s{number}h", heading) if heading else None
        sections.append(Section(f"s{number}", head, said))
    return Article(
        slug="story",
        name="story.txt",
        title=Sentence("title", title),
        byline=("王赛华", "鲁慧"),
        source=None,
        date=None,
        sections=tuple(sections),
        captions=tuple(Caption(Sentence(f"c{n}", zh), None, 1) for n, zh in enumerate(captions, 1)),
        ledger=(),
        lines=(),
    )


def translation(original: Article, english: Mapping[str, str] | None = None) -> Translation:
    """Every sentence in English words that differ from each other."""
    said = english or {}
    return Translation(
        {
            sentence.id: Line(
                sentence.id, sentence.zh, said.get(sentence.zh, f"This is {sentence.zh!r} here"), "reviewed"
            )
            for sentence in original.sentences()
        }
    )


def changed(original: Article, old: str, new: str) -> Article:
    """The article with one sentence put in other words."""

    def paragraph(found: Paragraph) -> Paragraph:
        said = tuple(replace(one, zh=new) if one.zh == old else one for one in found.sentences)
        return replace(found, sentences=said)

    sections = tuple(replace(one, paragraphs=tuple(map(paragraph, one.paragraphs))) for one in original.sections)
    return replace(original, sections=sections)


def tones() -> dict[Lang, Voice]:
    return {"zh": Silence("zh", "tone"), "en": Silence("en", "tone")}


def studio(voices: Mapping[Lang, Voice] | None = None, plan: Plan | None = None, store: Path | None = None) -> Studio:
    """With `store`, everything is remembered there."""
    speaking = voices or tones()
    if store is None:
        return Studio(speaking, Mp3(), plan or Plan())
    memory = Store(store)
    kept: dict[Lang, Voice] = {lang: Remembered(voice, memory) for lang, voice in speaking.items()}
    return Studio(kept, RememberedCodec(Mp3(), memory), plan or Plan())
