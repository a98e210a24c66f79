"""What ships: every dependency is used, every extra that the code or the doctor speaks of exists."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = {path: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def named(requirements: list[str]) -> set[str]:
    """The distribution names of requirements, normalised."""
    return {re.split(r"[^A-Za-z0-9._-]", name)[0].lower().replace("_", "-") for name in requirements}


def imported() -> set[str]:
    """The distributions that the source imports, where they are installed here."""
    text = "\n".join(SOURCE.values())
    modules = set(re.findall(r"^\s*(?:from|import) ([A-Za-z_0-9]+)", text, re.MULTILINE))
    owners = packages_distributions()
    return {name.lower().replace("_", "-") for module in modules for name in owners.get(module, ())}


def test_every_base_dependency_is_imported_and_every_import_declared() -> None:
    base = named(PROJECT["dependencies"])
    extras = {
        name for group in ("html", "pdf", "m4b", "piper") for name in named(PROJECT["optional-dependencies"][group])
    }
    # pydub imports audioop itself; aiohttp comes with edge-tts and markupsafe with jinja2.
    assert base - imported() <= {"audioop-lts", "argos-translate-lt"}
    assert imported() - base - extras <= {"zjpub", "aiohttp", "markupsafe"}


def test_every_extra_that_is_spoken_of_exists() -> None:
    spoken = {extra for text in SOURCE.values() for extra in re.findall(r"zjpub\[([a-z0-9]+)\]", text)}
    assert spoken <= set(PROJECT["optional-dependencies"])


def test_no_place_of_ours_is_in_what_ships() -> None:
    for path, text in SOURCE.items():
        assert not re.search(r"/(?:root|work|home)/", text), path
