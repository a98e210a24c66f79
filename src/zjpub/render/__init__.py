"""Edition → files. One module a format; a format's libraries are loaded when it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from zjpub.model import Edition

Renderer = Callable[[Edition, Path], None]

FORMATS: dict[str, tuple[str, str]] = {
    "html": ("html", "render"),
    "html-single": ("html", "render_single"),
    "report": ("report", "render"),
    "markdown": ("markdown", "render"),
    "epub": ("epub", "render"),
    "epub-zh": ("epub", "render_zh"),
    "epub-en": ("epub", "render_en"),
    "json": ("edition_json", "render"),
    "audio": ("audio", "render"),
    "subtitles": ("subtitles", "render"),
}
"""Format → its module in this room and its Renderer there."""

DEFAULT_FORMATS: tuple[str, ...] = ("html", "report", "markdown", "epub", "json", "audio", "subtitles")


def render(edition: Edition, folder: Path, formats: Sequence[str]) -> None:
    """Write the edition into `folder`, which exists and is empty, in each of `formats`. Raises RenderError."""
    for name in formats:
        _renderer(name)(edition, folder)


def _renderer(name: str) -> Renderer:
    module, function = FORMATS[name]
    renderer: Renderer = getattr(import_module(f"zjpub.render.{module}"), function)
    return renderer
