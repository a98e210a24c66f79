"""Edition → Markdown for the common hosts: bilingual, Chinese alone, English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from zjpub import sentences
from zjpub.hanzi import in_script
from zjpub.model import Edition, Lang, Pair, PairedCaption, PairedParagraph
from zjpub.render import romanize
from zjpub.render.colophon import colophon, credits, doubtful
from zjpub.render.text import language_tag, printable

Langs = tuple[Lang, ...]

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]#]|[<~^]|^>|&(?=#?\w+;)|\$(?!\d)|:(?=[\w+-]+:)|(?<==)=|^[-+=:]"
    r"|^(?P<number>\d+)(?P<stop>[.)])(?=\s|$)"
)
_BACKSLASHED = "\\`*_{}[]#-+"
_CUT: dict[Lang, str] = {"zh": "（原文至此中断）", "en": "(The source breaks off here.)"}
_CAPTIONS: dict[Lang, str] = {"zh": "图片说明", "en": "Captions"}
_DOUBTS: dict[Lang, str] = {"zh": "存疑译文", "en": "Translations in doubt"}


def render(edition: Edition, folder: Path) -> None:
    """`<slug>.md`, `<slug>.zh.md` and `<slug>.en.md`."""
    versions: dict[str, Langs] = {"": ("zh", "en"), ".zh": ("zh",), ".en": ("en",)}
    for suffix, langs in versions.items():
        path = folder / f"{edition.slug}{suffix}.md"
        path.write_text(_file(edition, langs), encoding="utf-8", newline="\n")


def escape(text: str) -> str:
    """Text that CommonMark, GitHub, Python-Markdown and Jekyll all show as it is, at the start of a line or inside."""
    return _SPECIAL.sub(_escaped, printable(text).strip())


def _escaped(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\{match['stop']}"
    character = match.group()
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return f"\\{character}" if character in _BACKSLASHED else named.get(character, f"&#{ord(character)};")


def _file(edition: Edition, langs: Langs) -> str:
    front = yaml.safe_dump(_front_matter(edition, langs), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n" + "\n\n".join(_blocks(edition, langs)) + "\n"


def _front_matter(edition: Edition, langs: Langs) -> dict[str, Any]:
    title = {"title": edition.title.zh if langs[0] == "zh" else edition.title.en}
    if len(langs) > 1:
        title["title_en"] = edition.title.en
    values: dict[str, Any] = {
        **{key: printable(value) for key, value in title.items()},
        "author": [printable(name) for name in edition.byline],
        "source": printable(edition.source or ""),
        "date": edition.date,
        "lang": list(langs) if len(langs) > 1 else langs[0],
    }
    return {key: value for key, value in values.items() if value}


def _blocks(edition: Edition, langs: Langs) -> Iterator[str]:
    tag = language_tag(edition, "zh")
    yield from _heading("#", edition.title.zh, edition.title.en, langs)
    if facts := credits(edition):
        lines = [" · ".join(escape({"zh": fact.zh, "en": fact.en}[lang]) for fact in facts) for lang in langs]
        yield from dict.fromkeys(lines)
    for section in edition.sections:
        if section.heading:
            yield from _heading("##", section.heading.zh, section.heading.en, langs)
        for paragraph in section.paragraphs:
            yield from _paragraph(paragraph, langs, tag)
    if any(caption.pair.zh or caption.credit for caption in edition.captions):
        yield _label("##", _CAPTIONS, langs, tag)
        yield "\n\n".join(_caption(caption, langs, tag) for caption in edition.captions)
    yield "---"
    yield "\n".join(_facts(edition, langs))
    doubts = [pair for pair in edition.pairs() if doubtful(pair)]
    if doubts and "en" in langs:
        yield _label("##", _DOUBTS, langs, tag)
        yield "\n".join(map(_doubt, doubts))


def _heading(mark: str, zh: str, en: str, langs: Langs) -> Iterator[str]:
    """One heading; in a bilingual file the English stands under the Chinese, so that contents lists stay short."""
    yield f"{mark} {escape(zh if langs[0] == 'zh' else en)}"
    if len(langs) > 1:
        yield f"**{escape(en)}**"


def _label(mark: str, words: dict[Lang, str], langs: Langs, tag: str) -> str:
    return f"{mark} " + " · ".join(in_script(words[lang], tag) for lang in langs)


def _paragraph(paragraph: PairedParagraph, langs: Langs, tag: str) -> Iterator[str]:
    if not paragraph.pairs:
        return
    text: dict[Lang, str] = {
        "zh": sentences.join([pair.zh for pair in paragraph.pairs]),
        "en": " ".join(pair.en for pair in paragraph.pairs),
    }
    yield escape(text[langs[0]])
    if len(langs) > 1:
        yield f"> {escape(text['en'])}"
    if paragraph.truncated:
        yield f"*{' '.join(in_script(_CUT[lang], tag) for lang in langs)}*"


def _caption(caption: PairedCaption, langs: Langs, tag: str) -> str:
    """A list item; four columns of indent are what every Markdown takes for its further paragraphs."""
    words = [caption.pair.zh if lang == "zh" else caption.pair.en for lang in langs]
    lines = [*words, _credit(caption.credit, langs, tag) if caption.credit else ""]
    return "-   " + "\n\n    ".join(escape(line) for line in lines if line)


def _credit(name: str, langs: Langs, tag: str) -> str:
    """`摄影：何立`, `Photo: He Li`, or both."""
    words: dict[Lang, str] = {
        "zh": f"{in_script('摄影', tag)}：{romanize.written(name)}",
        "en": f"Photo: {romanize.name(name)}",
    }
    return " / ".join(words[lang] for lang in langs)


def _facts(edition: Edition, langs: Langs) -> Iterator[str]:
    for fact in colophon(edition):
        label = " ".join({"zh": fact.label_zh, "en": fact.label_en}[lang] for lang in langs)
        values = [fact.zh] if fact.zh == fact.en else [{"zh": fact.zh, "en": fact.en}[lang] for lang in langs]
        yield f"-   **{label}**: {escape(' / '.join(values))}"


def _doubt(pair: Pair) -> str:
    reasons = "; ".join(flag.message for flag in pair.flags if flag.code.startswith("t-"))
    return f"-   {escape(pair.zh)} → {escape(pair.en)} ({escape(reasons)})"
