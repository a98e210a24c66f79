"""`zjpub.toml`, an article's front matter and the command line → one frozen Settings, every key known and checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from zjpub.errors import UsageError

TRANSLATORS = ("auto", "argos", "echo", "none")
PRODUCTS = ("section", "article", "bilingual", "slow", "m4b")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a build may be told. Pauses in milliseconds, loudness in LUFS."""

    title: str = ""
    author: str = ""
    licence: str = ""
    url: str = ""
    translator: str = "auto"
    model: str = ""
    audio: bool = True
    voice: str = "auto"
    voice_zh: str = ""
    voice_en: str = ""
    products: tuple[str, ...] = ("section", "article")
    loudness: float = -16.0
    pause_sentence: int = 350
    pause_paragraph: int = 700
    pause_heading: int = 900
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """What one article's front matter says of itself: settings, its own particulars, and fates of input lines."""

    settings: Mapping[str, object]
    title: str | None = None
    byline: tuple[str, ...] | None = None
    source: str | None = None
    date: str | None = None
    clean: Mapping[str, object] | None = None


Reader = Callable[[object], object]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text in quotes")
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _whole(low: int, high: int) -> Reader:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return value

    return read


def _number(low: float, high: float) -> Reader:
    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"must be a number from {low} to {high}")
        return float(value)

    return read


def _one_of(names: tuple[str, ...]) -> Reader:
    def read(value: object) -> str:
        if value not in names:
            raise ValueError(f"must be one of {', '.join(names)}{_nearest(str(value), names)}")
        return str(value)

    return read


def _some_of(names: Callable[[], tuple[str, ...]]) -> Reader:
    def read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise ValueError('must be a list of names, as in ["html", "epub"]')
        for item in value:
            if item not in names():
                raise ValueError(f"knows no {item!r}{_nearest(item, names())}; there are {', '.join(names())}")
        return tuple(dict.fromkeys(value))

    return read


def _pair(value: object) -> None:
    if list(value) != ["zh", "en"] if isinstance(value, list | tuple) else True:
        raise ValueError('must be ["zh", "en"]: zjpub translates from Chinese into English')


def formats() -> tuple[str, ...]:
    """The names a format may have."""
    from zjpub.render import FORMATS

    return tuple(FORMATS)


# Key in the file → (field of Settings, what reads and checks it).
KEYS: dict[str, tuple[str | None, Reader]] = {
    "title": ("title", _text),
    "author": ("author", _text),
    "licence": ("licence", _text),
    "url": ("url", _text),
    "languages": (None, _pair),
    "formats": ("formats", _some_of(formats)),
    "translate.engine": ("translator", _one_of(TRANSLATORS)),
    "translate.model": ("model", _text),
    "narrate.audio": ("audio", _switch),
    "narrate.voice": ("voice", _text),
    "narrate.voice_zh": ("voice_zh", _text),
    "narrate.voice_en": ("voice_en", _text),
    "narrate.products": ("products", _some_of(lambda: PRODUCTS)),
    "narrate.loudness": ("loudness", _number(-30, -9)),
    "narrate.pause_sentence": ("pause_sentence", _whole(0, 10_000)),
    "narrate.pause_paragraph": ("pause_paragraph", _whole(0, 10_000)),
    "narrate.pause_heading": ("pause_heading", _whole(0, 10_000)),
}
# Keys that an article's front matter adds; the project-wide ones make no sense there. The last two are in the Markdown
# that zjpub writes, and tell nothing new when it comes back.
ARTICLE_KEYS = ("title", "byline", "author", "source", "date", "clean", "title_en", "lang")
# Who names a voice or a model means it: `--voice espeak` sends nothing to the service that `voice_zh` names below it.
_IMPLIED: dict[str, dict[str, Any]] = {"voice": {"voice_zh": "", "voice_en": ""}, "model": {"translator": "auto"}}
_PROJECT_ONLY = ("title", "author", "licence", "url", "languages", "translate.model")


def read(path: Path) -> Settings:
    """The settings in `path`; the defaults when there is no such file. Raises UsageError with file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return apply(Settings(), tomllib.loads(text), str(path), text)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "check the file's permissions") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text", "save it as UTF-8 in your editor") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: {error}", 'text needs quotes: title = "Our paper"') from error


def apply(settings: Settings, table: Mapping[str, Any], where: str, text: str = "") -> Settings:
    """`settings` with the keys of `table` (nested or dotted) over it. `text` helps to name the line."""
    changes: dict[str, Any] = {}
    for key, value in _flat(table):
        place = _place(where, key, text)
        if key not in KEYS:
            raise UsageError(f"{place}: unknown setting {key!r}", _suggest(key, tuple(KEYS)))
        field, reader = KEYS[key]
        try:
            found = reader(value)
        except ValueError as error:
            raise UsageError(f"{place}: {key} {error}", f"it is now {value!r}") from None
        if field:
            changes[field] = found
    for implied in (_IMPLIED[field] for field in _IMPLIED.keys() & changes):
        changes = implied | changes
    return replace(settings, **changes)


def override(table: Mapping[str, object], where: str) -> Override:
    """Read an article's front matter. Raises UsageError for keys that zjpub does not know."""
    own = {key: value for key, value in table.items() if key in ARTICLE_KEYS}
    rest = {key: value for key, value in table.items() if key not in ARTICLE_KEYS}
    known = (*ARTICLE_KEYS, *(key for key in KEYS if key not in _PROJECT_ONLY))
    for key, _ in _flat(rest):
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r} in the front matter", _suggest(key, known))
    clean = own.get("clean")
    if clean is not None and not isinstance(clean, Mapping):
        raise UsageError(f"{where}: `clean` in the front matter lists no lines", "write `clean: {12: boilerplate}`")
    return Override(
        settings=dict(_flat(rest)),
        title=_plain(own.get("title")),
        byline=_names(own.get("byline", own.get("author"))),
        source=_plain(own.get("source")),
        date=_plain(own.get("date")),
        clean=clean,
    )


def _names(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    return tuple(str(name) for name in value) if isinstance(value, list) else tuple(str(value).split())


def _plain(value: object) -> str | None:
    return None if value is None else str(value).strip()


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, Mapping) and f"{prefix}{key}" not in KEYS:
            pairs += _flat(value, f"{prefix}{key}.") or [(f"{prefix}{key}", value)]
        else:
            pairs.append((f"{prefix}{key}", value))
    # An empty table such as [translate] says nothing and is no error.
    heads = {known.split(".")[0] for known in KEYS if "." in known}
    return [(key, value) for key, value in pairs if not (isinstance(value, Mapping) and not value and key in heads)]


def _place(where: str, key: str, text: str) -> str:
    name = re.escape(key.rsplit(".", 1)[-1])
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*\[?\s*(?:[\w.-]+\.)?[\"']?{name}[\"']?\s*[=\]]", line):
            return f"{where}, line {number}"
    return where


def _nearest(name: str, names: tuple[str, ...]) -> str:
    near = get_close_matches(name, names, 1, 0.5)
    return f" (did you mean {near[0]}?)" if near else ""


def _suggest(key: str, names: tuple[str, ...]) -> str:
    near = get_close_matches(key, names, 1, 0.5) or [
        name for name in names if name.rsplit(".", 1)[-1] == key.rsplit(".", 1)[-1]
    ]
    if near:
        head, _, tail = near[0].rpartition(".")
        return f"did you mean {tail!r}" + (f" under [{head}]?" if head else "?")
    return f"the known ones are: {', '.join(names)}"


def fingerprint(settings: Settings) -> str:
    """All settings as one text, for cache keys; without the model's path, since what the model is counts, not where."""
    names = [field.name for field in fields(settings) if field.name != "model"]
    return "\n".join(f"{name}={getattr(settings, name)!r}" for name in names)
