"""The `---` block at the very top of a text file, in which an article overrides the project's settings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zjpub.errors import UsageError

_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:\s|$)")
_MAX_LINES = 200


def split_front_matter(lines: Sequence[str], name: str) -> tuple[Mapping[str, object], int]:
    """The settings and the number of lines that they take, fences included; ({}, 0) if there is no such block.

    A rule of dashes over prose is prose. Raises UsageError, with the line, for a block of settings that is broken.
    """
    if not lines or not _FENCE.match(lines[0]):
        return {}, 0
    end = next((i for i, line in enumerate(lines[1:_MAX_LINES], 1) if _END.match(line)), None)
    if end is None:
        if len(lines) > 1 and _KEY.match(lines[1]):
            raise UsageError(
                f"{name}, line 1: the settings block is not closed", "end it with a line of three dashes: ---"
            )
        return {}, 0
    settings = _parse(lines[1:end], name)
    return (settings, end + 1) if settings is not None else ({}, 0)


def _parse(block: Sequence[str], name: str) -> Mapping[str, object] | None:
    """The mapping, or None if the block is prose."""
    import yaml

    meant = next((bool(_KEY.match(line)) for line in block if line.strip() and not line.startswith("#")), False)
    try:
        parsed = yaml.safe_load("\n".join(block))
    except yaml.YAMLError as error:
        if not meant:
            return None
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 2}" if mark else "line 1"
        problem = getattr(error, "problem", None) or "not valid YAML"
        raise UsageError(f"{name}, {place}: broken settings block: {problem}", _HINT) from error
    except (ValueError, OverflowError, RecursionError) as error:
        raise UsageError(f"{name}, line 1: broken settings block: {error}", _HINT) from error
    return {str(key): value for key, value in parsed.items()} if isinstance(parsed, dict) else None


_HINT = "write one `key: value` a line between the two --- lines, and quote values that hold a colon"
