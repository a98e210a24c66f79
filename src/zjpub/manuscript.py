"""One article file with what people say of it beside it: front matter, forced fates, the reviewed PO, a cover."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from zjpub import picture
from zjpub import settings as _settings
from zjpub.errors import UsageError
from zjpub.ingest import ingest
from zjpub.ingest.slug import slug
from zjpub.model import Article, Fate, InputLine, Sentence, Source
from zjpub.settings import Override, Settings
from zjpub.translate import po
from zjpub.translate.memory import NOTHING, Review

FATES = ".clean.toml"
_NUMBERS = re.compile(r"\s*([0-9]+)\s*(?:-\s*([0-9]+)\s*)?")
_COVERS = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A cleaned article, the settings that hold for it, what was reviewed of it, and its own cover (or b"").

    `ingredients` are as they were just before they were read: what is edited while a build runs is not yet in it.
    """

    path: Path
    ingredients: Mapping[str, str]
    article: Article
    settings: Settings
    review: Review
    cover: bytes

    @property
    def po(self) -> Path:
        """Where its translation is reviewed."""
        return po_path(self.path)


def slug_of(path: Path) -> str:
    """The name under which an article file is published."""
    return slug(path.stem)


def po_path(path: Path) -> Path:
    """The PO file of an article file."""
    return path.with_name(f"{slug_of(path)}.po")


def read(path: Path, settings: Settings, adopted: Callable[[Article], Review] = lambda article: NOTHING) -> Manuscript:
    """Ingest and clean `path`, with all corrections applied; `adopted` is asked for its review where it has no PO file.

    Raises ZjpubError.
    """
    # Here, since the rules' patterns take half a second to compile, and a build that has nothing to do needs none.
    from zjpub.clean import clean

    before = ingredients(path)
    source = ingest(path, str(path))
    override = _settings.override(source.settings, source.name)
    article = _with_particulars(clean(source, _forced(path, source, override)), override)
    own = _settings.apply(settings, override.settings, source.name)
    cover = next((picture.cover(file) for file in _covers(path) if file.is_file()), b"")
    review = po.read(po_path(path)) if po_path(path).exists() else adopted(article)
    return Manuscript(path, before, article, own, review, cover)


def ingredients(path: Path) -> dict[str, str]:
    """The digest of every file that an article is made of, by label; for cache keys."""
    files = {"text": path, "po": po_path(path), "fates": fates_path(path)}
    files |= {f"cover{file.suffix}": file for file in _covers(path)}
    return {label: digest(file) for label, file in files.items()}


def digest(path: Path) -> str:
    """A digest of a file's bytes; `none` when there is no such file, `unreadable` when whoever reads it will say so."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=20).hexdigest()
    except OSError:
        return "unreadable" if path.is_file() else "none"


def fates_path(path: Path) -> Path:
    """Where a person forces the fates of an article's lines: beside it, by its own name or by its slug."""
    own = path.with_name(f"{path.stem}{FATES}")
    return own if own.exists() else path.with_name(f"{slug_of(path)}{FATES}")


def _covers(path: Path) -> list[Path]:
    return [path.with_suffix(suffix) for suffix in _COVERS]


def _with_particulars(article: Article, override: Override) -> Article:
    """What the front matter says of title, byline, source and date outranks what was read from the page."""
    if override.title:
        article = replace(article, title=Sentence(article.title.id, override.title))
    return replace(
        article,
        byline=article.byline if override.byline is None else override.byline,
        source=override.source or article.source,
        date=override.date or article.date,
    )


def _forced(path: Path, source: Source, override: Override) -> Mapping[int, Fate]:
    """Line → fate, from `<slug>.clean.toml`, then from the front matter."""
    lines = [line for line in source.lines if not line.blank]
    forced = _fates(override.clean or {}, lines, f"{source.name}, front matter")
    file = fates_path(path)
    if file.is_file():
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{file} is not valid TOML: {error}", 'write lines as 12 = "boilerplate"') from error
        except OSError as error:
            raise UsageError(f"cannot read {file}: {error.strerror}", "check the file's permissions") from error
        forced = _fates(table, lines, str(file)) | forced
    return forced


def _fates(
    table: Mapping[object, object] | Mapping[str, object], lines: Sequence[InputLine], where: str
) -> dict[int, Fate]:
    """`{"12": "boilerplate", "30-42": "duplicate", "扫码关注": "boilerplate"}` → a fate a line.

    `lines`: those that hold text.
    """
    forced: dict[int, Fate] = {}
    known = get_args(Fate)
    for span, fate in table.items():
        if fate not in known:
            raise UsageError(f"{where}: line {span}: there is no fate {fate!r}", f"choose one of {', '.join(known)}")
        forced |= dict.fromkeys(_meant(str(span), lines, where), fate)  # type: ignore[arg-type]  # checked just above
    return forced


def _meant(span: str, lines: Sequence[InputLine], where: str) -> list[int]:
    """The lines of a number, of a range, or that begin with these words: words stay true when the text is edited."""
    numbers = _NUMBERS.fullmatch(span)
    if numbers:
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        found = [line.number for line in lines if first <= line.number <= last]
        if not found:
            raise UsageError(f"{where}: there is no text in line {span}", "mend the line numbers of the forced fates")
        return found
    found = [line.number for line in lines if span.strip() and line.text.strip().startswith(span.strip())]
    if not found:
        raise UsageError(
            f"{where}: no line begins with {span!r}",
            "write a line's number, or its first words as `zjpub clean --ledger` shows them",
        )
    return found
