"""Finished editions to render: a small ordinary one, a hostile one, one without sound, each with real little MP3 files.

Every sentence sounds as one tone, so that a test can hear in a decoded file which sentence plays where.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from zjpub.model import (
    UNTRANSLATED,
    Cue,
    Edition,
    Finding,
    Flag,
    InputLine,
    Lang,
    LedgerEntry,
    Pair,
    PairedCaption,
    PairedParagraph,
    PairedSection,
    Publication,
    Sound,
    Track,
)

RATE = 22_050
GAP_MS = 120
LENGTH_MS: Mapping[Lang, int] = {"zh": 400, "en": 500}
PITCH: Mapping[Lang, int] = {"zh": 440, "en": 660}
LANGS: tuple[Lang, Lang] = ("zh", "en")


def small(folder: Path) -> Edition:
    """Two sections, three captions, every origin, flags of several kinds, a cut-off paragraph, and sound."""
    return with_audio(silent(), folder)


def silent() -> Edition:
    """The small edition, of a build without audio."""
    return Edition(
        slug="spring-city",
        title=Pair(
            "title", "持续擦亮名片 谱写时代篇章", "Polishing the City’s Name, Writing a New Chapter", "reviewed"
        ),
        byline=("王赛华", "何　立"),
        source="郑州日报",
        date="2023-04-13",
        sections=(_first(), _second()),
        captions=(
            PairedCaption(
                Pair("c1", "中欧班列从郑州驶出", "A China–Europe freight train leaves Zhengzhou", "reviewed"), "李新华"
            ),
            PairedCaption(Pair("c2", "海尔工厂一角", "A corner of the Haier plant", "machine", ENGINE), None),
            PairedCaption(Pair("c3", "", "", "none"), "周甬"),
        ),
        tracks=(),
        findings=FINDINGS,
        ledger=LEDGER,
        lines=LINES,
        engines={"translator": ENGINE, "voice zh": "espeak cmn", "voice en": "espeak en-us"},
        publication=Publication("经开区故事 · Stories", "郑州日报社", "CC BY 4.0", "https://example.org/stories/"),
    )


def hostile(folder: Path | None = None, sections: int = 12) -> Edition:
    """What attacks a renderer: mark-up in text, astral characters, RTL words, controls, long words, a title of 300
    characters, an empty section, an empty paragraph, many sections. Without `folder`, no sound."""
    title = Pair("title", "长" * 290 + "“题”<&>𠮷]]>", "Long " * 60 + "<title> & ]]>", "machine")
    nasty = PairedSection("s1", None, tuple(_paragraph(1, n, pair) for n, pair in enumerate(NASTY, 1)))
    empty = PairedSection("s2", None, ())
    bare = PairedSection("s3", Pair("s3h", "# 只有标题 #", "# Heading only #", "machine"), (PairedParagraph(()),))
    many = tuple(_plain_section(n) for n in range(4, 4 + sections))
    edition = Edition(
        slug="hostile",
        title=title,
        byline=("<b>记者</b>", "A & B", "\u202e反\u202c"),
        source="日报]]><!-- -->&amp;",
        date=None,
        sections=(nasty, empty, bare, *many),
        captions=(PairedCaption(Pair("c1", "", "", "none"), "<i>摄</i>"),),
        tracks=(),
        findings=(Finding("c-truncated", "warning", "</script><script>alert(1)</script>", "`x` | y & <z>"),),
        ledger=(LedgerEntry(1, "title", None, "<&>\x00"),),
        lines=(InputLine(1, "<script>alert(1)</script>\x00"),),
        engines={"translator": "<echo> & co"},
    )
    return with_audio(edition, folder) if folder else edition


def one_sentence(folder: Path | None = None) -> Edition:
    """The least there can be: a title and one sentence, no date, no byline, no heading."""
    section = PairedSection("s1", None, (PairedParagraph((Pair("s1p1n1", "好。", "Good.", "reviewed"),)),))
    edition = Edition(
        slug="one",
        title=Pair("title", "一", "One", "reviewed"),
        byline=(),
        source=None,
        date=None,
        sections=(section,),
        captions=(),
        tracks=(),
        findings=(),
        ledger=(),
        lines=(),
        engines={},
    )
    return with_audio(edition, folder) if folder else edition


def with_audio(edition: Edition, folder: Path) -> Edition:
    """The edition, spoken: per section and language one track (the title opens the first), captions, whole article."""
    parts = _spoken_parts(edition)
    tracks: list[Track] = []
    sounds: dict[str, dict[Lang, Sound]] = {}
    for number, (part, pairs) in enumerate(parts, 1):
        for lang in LANGS:
            track = _track(folder, f"{number:02d}-{part}.{lang}.mp3", lang, part, "section", pairs)
            tracks.append(track)
            for cue in track.cues:
                sound = Sound(f"audio/{track.file}", cue.start_ms, cue.end_ms)
                sounds.setdefault(cue.sentence, {})[lang] = sound
    everything = [pair for _, pairs in parts for pair in pairs]
    for lang in LANGS:
        tracks.append(_track(folder, f"{edition.slug}.{lang}.mp3", lang, None, "article", everything))
    return replace(_sounding(edition, sounds), tracks=tuple(tracks))


def _spoken_parts(edition: Edition) -> list[tuple[str, list[Pair]]]:
    parts: list[tuple[str, list[Pair]]] = []
    for section in edition.sections:
        pairs = [section.heading] if section.heading else []
        pairs += [pair for paragraph in section.paragraphs for pair in paragraph.pairs]
        if pairs:
            parts.append((section.id, pairs))
    parts[0][1].insert(0, edition.title)
    captions = [caption.pair for caption in edition.captions if caption.pair.zh]
    return [*parts, ("captions", captions)] if captions else parts


def _track(folder: Path, file: str, lang: Lang, section: str | None, kind: str, pairs: Iterable[Pair]) -> Track:
    cues: list[Cue] = []
    start = GAP_MS
    for pair in pairs:
        cues.append(Cue(pair.id, lang, start, start + LENGTH_MS[lang]))
        start += LENGTH_MS[lang] + GAP_MS
    path = folder / file
    path.write_bytes(_mp3(lang, len(cues)))
    title = section or "article"
    return Track(file, path, lang, section, kind, title, start, tuple(cues))  # type: ignore[arg-type]


@cache
def _mp3(lang: Lang, count: int) -> bytes:
    """`count` sentences as tones, 64 kbit/s mono."""
    gap = np.zeros(RATE * GAP_MS // 1000, dtype=np.float32)
    pieces: list[npt.NDArray[np.float32]] = [gap]
    for number in range(count):
        pieces += [_tone(PITCH[lang] + 40 * (number % 8), LENGTH_MS[lang]), gap]
    file = io.BytesIO()
    soundfile.write(file, np.concatenate(pieces), RATE, format="MP3", bitrate_mode="CONSTANT", compression_level=0.6)
    return file.getvalue()


def _tone(hertz: int, length_ms: int) -> npt.NDArray[np.float32]:
    time = np.arange(RATE * length_ms // 1000, dtype=np.float32) / RATE
    return (0.3 * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def _sounding(edition: Edition, sounds: Mapping[str, Mapping[Lang, Sound]]) -> Edition:
    def heard(pair: Pair) -> Pair:
        return replace(pair, audio=sounds.get(pair.id, {}))

    def section(silent: PairedSection) -> PairedSection:
        paragraphs = tuple(replace(p, pairs=tuple(map(heard, p.pairs))) for p in silent.paragraphs)
        return replace(silent, heading=silent.heading and heard(silent.heading), paragraphs=paragraphs)

    return replace(
        edition,
        title=heard(edition.title),
        sections=tuple(map(section, edition.sections)),
        captions=tuple(replace(caption, pair=heard(caption.pair)) for caption in edition.captions),
    )


def _paragraph(section: int, number: int, texts: tuple[str, str]) -> PairedParagraph:
    zh, en = texts
    return PairedParagraph((Pair(f"s{section}p{number}n1", zh, en, "machine", "echo"),))


def _plain_section(number: int) -> PairedSection:
    heading = Pair(f"s{number}h", f"第{number}节", f"Section {number}", "machine", "echo")
    return PairedSection(
        f"s{number}", heading, (_paragraph(number, 1, (f"第{number}节的话。", f"Words of {number}.")),)
    )


def _first() -> PairedSection:
    return PairedSection(
        "s1",
        Pair("s1h", "沙土地之上“书写”沧桑巨变", "Great Changes “Written” on Sandy Soil", "reviewed"),
        (
            PairedParagraph(
                (
                    Pair(
                        "s1p1n1",
                        "乘着改革开放的东风，春天的故事唤醒了这片“沉睡”的土地。",
                        "On the east wind of reform and opening up, the story of spring woke this “sleeping” land.",
                        "reviewed",
                    ),
                    Pair(
                        "s1p1n2",
                        "2022年，地区生产总值达到1265.9亿元，同比增长6.8%。",
                        "In 2022 regional GDP reached 126.59 billion yuan, up 6.8% on the year before.",
                        "machine",
                        ENGINE,
                        (Flag("t-quantity", "1265.9亿 is 126.59 billion; check the figure"), RESCUED),
                    ),
                )
            ),
            PairedParagraph(
                (
                    Pair(
                        "s1p2n1",
                        "从1993年建区，到“而立之年”，它紧跟时代步伐。",
                        "Founded in 1993, it has kept pace.",
                        "memory",
                    ),
                )
            ),
        ),
    )


def _second() -> PairedSection:
    flagged = (Flag("n-duration", "spoken in 0.2 s, too short for its length"),)
    return PairedSection(
        "s2",
        Pair(
            "s2h", "坚持“制造立区” 构建先进制造业新体系", "Building a New System of Advanced Manufacturing", "reviewed"
        ),
        (
            PairedParagraph(
                (
                    Pair("s2p1n1", "“快来看！”他喊道。", "“Come and look!” he cried.", "machine", ENGINE, flagged),
                    Pair(
                        "s2p1n2",
                        "Q&A：什么是RCEP?",
                        UNTRANSLATED,
                        "none",
                        "",
                        (Flag("t-untranslated", "nobody translated it"),),
                    ),
                )
            ),
            PairedParagraph(
                (
                    Pair(
                        "s2p2n1",
                        "一批在国际有影响力的千",
                        "A number of internationally influential",
                        "machine",
                        ENGINE,
                        (Flag("c-truncated", "the source breaks off here"),),
                    ),
                ),
                truncated=True,
            ),
        ),
    )


ENGINE = "argos: zh_en 1.9"
RESCUED = Flag("t-mended", "second attempt, clause by clause")

FINDINGS = (
    Finding("c-truncated", "warning", "line 9", "the paragraph breaks off: …有影响力的千"),
    Finding("t-quantity", "error", "s1p1n2", "1265.9亿 is 126.59 billion; check the figure"),
    Finding("n-duration", "warning", "s2p1n1", "spoken in 0.2 s, too short for its length"),
    Finding("t-untranslated", "error", "s2p1n2", "nobody translated it"),
    Finding("e-machine", "info", "", "5 sentences are machine translation that nobody reviewed"),
)

LINES = tuple(
    InputLine(number, text)
    for number, text in enumerate(
        (
            "持续擦亮名片 谱写时代篇章",
            "记者 王赛华 何　立",
            "沙土地之上“书写”沧桑巨变",
            "乘着改革开放的东风，春天的故事唤醒了这片“沉睡”的土地。2022年，地区生产总值达到1265.9亿元，同比增",
            "长6.8%。",
            "从1993年建区，到“而立之年”，它紧跟时代步伐。",
            "从1993年建区，到“而立之年”，它紧跟时代步伐。",
            "坚持“制造立区” 构建先进制造业新体系",
            "一批在国际有影响力的千",
            "分享到微信",
        ),
        1,
    )
)

LEDGER = (
    LedgerEntry(1, "title"),
    LedgerEntry(2, "byline"),
    LedgerEntry(3, "heading"),
    LedgerEntry(4, "paragraph"),
    LedgerEntry(5, "joined", 4, "the sentence runs on"),
    LedgerEntry(6, "paragraph"),
    LedgerEntry(7, "duplicate", 6, "every sentence was seen before"),
    LedgerEntry(8, "heading"),
    LedgerEntry(9, "paragraph", None, "breaks off"),
    LedgerEntry(10, "boilerplate", None, "share line", forced=True),
)

NASTY: tuple[tuple[str, str], ...] = (
    ("<script>alert('一')</script>", "<script>alert('one')</script>"),
    ("]]>这里&amp;那里&", "]]> here &amp; there & everywhere <!-- not a comment -->"),
    ("😀👩‍👩‍👧‍👦🏳️‍🌈𠮷野家𝒳", "😀👩‍👩‍👧‍👦 astral 𝒳 𠮷"),
    ("他说שלום和مرحبا然后走了\u202e倒过来", "He said שלום and مرحبا, then left \u202egnorw"),
    ("超" * 4000, "Supercalifragilistic" * 200),
    ("# 不是标题", "# not a heading"),
    ("- 不是列表 *不是强调* _也不是_ `代码`", "- not a list *not emphasis* _nor this_ `code`"),
    ("1. 不是编号", "1) not a number"),
    ("[不是](javascript:alert(1)) ![图](x.png)", "[not](javascript:alert(1)) ![image](x.png)"),
    ("> 不是引用 | a | b | ~~删~~ $x$ ~~~", "~~~ | a | b | ~~gone~~ $x^2$ :smile: [^1] {#id .x}"),
    ("控制\x00字\x08符\x1b\ufffe完\ud800。", "Control\x00 cha\x0bracters\x7f \ufffe end\ud800."),
    ("---", "==="),
    ("\\反斜杠\\* C:\\路径\\", "\\backslash\\* C:\\path\\"),
    ("行一\n行二\u2028行三\r\n# 四", "line one\nline two\u2028line three\n\n    four"),
    ("{{ 7*7 }} {% raw %} ${7*7} %s {0}", "{{ 7*7 }} {% raw %} ${7*7} %s {0}"),
    ("../../etc/passwd 'OR'1'='1", '"onmouseover="alert(1) &#60;b&#62; &lt;b&gt;'),
    ("+ 加号开头", "+ plus first"),
    ("http://example.com/a_b_c?x=1&y=2 与 a@b.cn", "See http://example.com/a_b_c?x=1&y=2 or a@b.cn."),
)
