"""What an edition says about itself, in both languages: who wrote, translated and spoke it, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zjpub import __version__
from zjpub.hanzi import in_script
from zjpub.model import Edition, Origin, Pair
from zjpub.render import romanize
from zjpub.render.pages import dates
from zjpub.render.text import language_tag

IN_DOUBT = "In doubt"

_ORIGINS: dict[Origin, tuple[str, str]] = {
    "reviewed": ("经人审校 {} 句", "{} reviewed by a person"),
    "memory": ("取自译文记忆 {} 句", "{} from translation memory"),
    "machine": ("机器翻译 {} 句", "{} by machine"),
    "none": ("未译 {} 句", "{} not translated"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a title page or colophon: its label and its words in both languages."""

    label_zh: str
    label_en: str
    zh: str
    en: str


def credits(edition: Edition) -> tuple[Fact, ...]:
    """Who wrote it, where and when it appeared."""
    written, romanized = map(romanize.written, edition.byline), map(romanize.name, edition.byline)
    facts = (
        Fact("作者", "By", "、".join(written), ", ".join(romanized)),
        Fact("来源", "Source", edition.source or "", edition.source or ""),
        Fact("日期", "Date", *dates(edition.date)),
    )
    return _stated(edition, facts)


def colophon(edition: Edition) -> tuple[Fact, ...]:
    """How this edition was made, and by whom it is published."""
    publication, tag = edition.publication, language_tag(edition, "zh")
    made = (_translation(edition), _doubts(edition), _narration(edition))
    facts = (
        *(replace(fact, zh=in_script(fact.zh, tag)) for fact in made),
        Fact("出版", "Publisher", publication.author, publication.author),
        Fact("丛刊", "Series", publication.title, publication.title),
        Fact("许可", "Licence", publication.licence, publication.licence),
        Fact("制作", "Made with", f"zjpub {__version__}", f"zjpub {__version__}"),
    )
    return _stated(edition, facts)


def _stated(edition: Edition, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that are known, their labels in the script of the article."""
    tag = language_tag(edition, "zh")
    return tuple(replace(fact, label_zh=in_script(fact.label_zh, tag)) for fact in facts if fact.zh)


def doubtful(pair: Pair) -> bool:
    """Whether a check of the translation left a doubt about this sentence that a reader should know of."""
    return pair.origin != "none" and any(flag.code.startswith("t-") for flag in pair.flags)


def _translation(edition: Edition) -> Fact:
    counts = Counter(pair.origin for pair in edition.pairs())
    zh = "，".join(words.format(counts[origin]) for origin, (words, _) in _ORIGINS.items() if counts[origin])
    en = ", ".join(words.format(counts[origin]) for origin, (_, words) in _ORIGINS.items() if counts[origin])
    engine = edition.engines.get("translator", "") if counts["machine"] else ""
    by = f" ({engine})" if engine else ""
    return Fact("译文", "Translation", f"共 {counts.total()} 句：{zh}{by}", f"{counts.total()} sentences: {en}{by}")


def _doubts(edition: Edition) -> Fact:
    count = sum(doubtful(pair) for pair in edition.pairs())
    if not count:
        return Fact("", "", "", "")
    zh = f"{count} 句译文未通过核对"
    en = "1 translated sentence" if count == 1 else f"{count} translated sentences"
    en += " did not pass every check"
    return Fact("存疑", IN_DOUBT, zh, en)


def _narration(edition: Edition) -> Fact:
    if not edition.tracks:
        return Fact("", "", "", "")
    zh, en = (edition.engines.get(f"voice {lang}", "") for lang in ("zh", "en"))
    return Fact("朗读", "Narration", f"中文 {zh}，英文 {en}", f"Chinese: {zh}; English: {en}")
