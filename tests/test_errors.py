"""Errors speak with one voice: what happened, then what to do, each in small letters and without a full stop."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from zjpub import errors

SOURCE = Path(errors.__file__).parent
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}


def ends(node: ast.expr) -> tuple[str, str]:
    """The first and the last words of a text, as far as they stand in the source."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return tuple(part.value if isinstance(part, ast.Constant) else "…" for part in (parts[0], parts[-1]))


def said(path: Path) -> Iterator[tuple[int, int, str, str]]:
    """Line, argument (0: what happened, 1: what to do), first words, last words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
            for place, argument in enumerate(node.args[:2]):
                text = texts.get(argument.id, argument) if isinstance(argument, ast.Name) else argument
                yield node.lineno, place, *ends(text)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_errors_are_written_alike(path: Path) -> None:
    for line, place, first, last in said(path):
        assert not re.search(r"(?<!\.)\.$", last), f"line {line} ends with a full stop"
        assert not (place and re.match(r"[A-Z][a-z]", first)), f"the help in line {line} begins with a capital"
