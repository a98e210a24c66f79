"""The rules of direction: who may import whom, who may print, and what stays unloaded until it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "zjpub"
STAGES = ("ingest", "clean", "translate", "narrate", "render", "check")
VALUES = ("model", "errors", "sentences", "store", "extras", "hanzi", "sheets", "pinyin", "__init__")
HEAVY = ("argostranslate", "ctranslate2", "sentencepiece", "edge_tts", "espeakng_loader", "pydub", "av", "piper", "PIL")
MODULES = sorted(path for path in SOURCE.rglob("*.py"))


def imports(path: Path, top_level_only: bool = False) -> Iterator[str]:
    """Every module that a file imports, as a dotted name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(name: str) -> str | None:
    """`zjpub.clean.page_rules` → `clean`."""
    parts = name.split(".")
    return parts[1] if parts[0] == "zjpub" and len(parts) > 1 else None


ENGINES_OF = {"cover.py": "PIL", "typeface.py": "PIL"}
"""Modules that are themselves the door of a library, and are imported only where a cover is drawn."""


def stage_of(path: Path) -> str | None:
    name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return name if name in STAGES else None


@pytest.mark.parametrize("path", [path for path in MODULES if stage_of(path)], ids=lambda p: str(p.relative_to(SOURCE)))
def test_stages_know_only_themselves_and_the_shared_values(path: Path) -> None:
    allowed = {stage_of(path), *VALUES, "__version__", "cover"}
    assert {room(name) for name in imports(path)} - {None} <= allowed


def test_the_values_need_the_standard_library_only() -> None:
    used = {name.split(".")[0] for path in (SOURCE / "model").glob("*.py") for name in imports(path)}
    assert used - {"zjpub"} <= sys.stdlib_module_names
    assert {room(name) for path in (SOURCE / "model").glob("*.py") for name in imports(path)} - {None} == {"model"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_cli_knows_click_prints_or_exits(path: Path) -> None:
    if path.parent.name == "cli":
        return
    assert not [name for name in imports(path) if name.split(".")[0] in ("click", "rich")]
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("print", "exit")]
    assert not [call for call in calls if ast.unparse(call.func) in ("sys.exit", "os._exit", "sys.stdout.write")]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_an_engines_library_is_imported_where_it_is_used(path: Path) -> None:
    loaded = {name.split(".")[0] for name in imports(path, top_level_only=True)}
    assert not loaded & set(HEAVY) - {ENGINES_OF.get(path.name)}


def test_the_cli_starts_without_the_stages() -> None:
    code = (
        "import sys, zjpub.cli; print(*[name for name in sys.modules if name.startswith(('zjpub.', 'numpy', 'rich'))])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in loaded if name.split(".")[:2] != ["zjpub", "cli"]} == {"zjpub.errors"}
