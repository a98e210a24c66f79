"""HTML pages of the theme: one file each, with style and script inside, and a policy that lets nothing else run."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from zjpub import __version__
from zjpub.hanzi import in_script
from zjpub.render.romanize import HAN
from zjpub.render.text import printable

THEME = Path(__file__).parent / "theme"

FAVICON = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d6556"/>'
    '<path d="M8 9h7v2H8zm0 5h7v2H8zm0 5h7v2H8zm10-10h6v14h-6z" fill="#fff"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Theme:
    """What a page is made with: files of `theme/`, joined in this order. `early`: scripts that run in the head."""

    template: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    early: tuple[str, ...] = ()


def page(theme: Theme, zh: str = "zh-Hans", **values: Any) -> bytes:
    """The finished page, its own words in the Chinese of the tag `zh`; every value is escaped as text."""
    style, script, early = (_asset(names) for names in (theme.styles, theme.scripts, theme.early))
    text = (
        _environment(zh)
        .get_template(theme.template)
        .render(
            style=Markup(style),
            script=Markup(script),
            early=Markup(early),
            policy=_policy(style, script, early),
            favicon=FAVICON,
            version=__version__,
            zh=zh,
            **values,
        )
    )
    return text.encode("utf-8")


def link(path: str) -> str:
    """A relative path as an address: every character that means something in a URL is escaped."""
    return quote(path, safe="/")


def minutes(milliseconds: int) -> str:
    """`4:07`, `1:02:07`."""
    seconds = round(milliseconds / 1000)
    hours, rest = divmod(seconds, 3600)
    clock = f"{rest // 60}:{rest % 60:02d}"
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else clock


def dates(iso: str | None) -> tuple[str, str]:
    """An ISO date in Chinese and in English; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso or "", iso or ""
    return f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def _policy(style: str, *scripts: str) -> str:
    """Only what stands in the page runs, only its own sounds and pictures load; `file:` is for pages on disk."""
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in scripts if script)
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src 'sha256-{_digest(style)}'",
            f"script-src {digests}",
            "img-src 'self' data: file:",
            "media-src 'self' data: file:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _asset(names: tuple[str, ...]) -> str:
    return "".join((THEME / name).read_text(encoding="utf-8") for name in names)


def _printable(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment(zh: str) -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: in_script(_asset((name,)), zh)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def tongues(text: str, tag: str) -> list[dict[str, str]]:
    """A name given in two languages, `读本 · A Reader`, as its parts, each with its language."""
    parts = [part.strip() for part in re.split(r"\s+[·|/—–]\s+", text)]
    return [{"lang": tag if re.search(f"[{HAN}]", part) else "en", "text": part} for part in parts if part]
