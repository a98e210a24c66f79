"""Lines without what engines take for a command, or break on."""

from __future__ import annotations

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def plain(line: str) -> str:
    """The line with a space for every control character, and a question mark for every half of a character."""
    return line.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")
