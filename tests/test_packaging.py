"""What ships: every dependency is used, every extra that the code or the doctor speaks of exists."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from zjpub import extras
from zjpub.translate import packages

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
    extras = {name for group in ("m4b", "piper", "cluster") for name in named(PROJECT["optional-dependencies"][group])}
    # pydub imports audioop itself, trafilatura lxml_html_clean; aiohttp comes with edge-tts, markupsafe with jinja2.
    assert base - imported() <= {"audioop-lts", "argos-translate-lt", "lxml-html-clean"}
    assert imported() - base - extras <= {"zjpub", "aiohttp", "markupsafe"}


def test_every_extra_that_is_spoken_of_exists() -> None:
    spoken = {extra for text in SOURCE.values() for extra in re.findall(r"extras\.command\(['\"](\w+)", text)}
    assert spoken
    assert spoken <= set(PROJECT["optional-dependencies"])


def test_the_command_for_an_extra_works_wherever_zjpub_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [
        "lxml>=5",
        "av>=16; extra == 'm4b'",
        'x[y]>=1; python_version < "4" and extra == "m4b"',
        "z; extra == 'w'",
    ]
    monkeypatch.setattr(extras, "requires", lambda name: listed)
    assert shlex.split(extras.command("m4b")) == [sys.executable, "-m", "pip", "install", "av>=16", "x[y]>=1"]


def test_every_kind_of_article_is_read_with_the_base_alone() -> None:
    ingest = "\n".join(text for path, text in SOURCE.items() if path.parent.name == "ingest")
    modules = set(re.findall(r"^\s*(?:from|import) ([A-Za-z_0-9]+)", ingest, re.MULTILINE))
    owners = packages_distributions()
    used = {name.lower().replace("_", "-") for module in modules for name in owners.get(module, ())}
    assert used - {"zjpub"} <= named(PROJECT["dependencies"])


def test_no_place_of_ours_is_in_what_ships() -> None:
    for path, text in SOURCE.items():
        assert not re.search(r"/(?:root|work|home)/", text), path


def test_the_wheel_holds_the_starter_and_the_source_archive_how_it_is_made(tmp_path: Path) -> None:
    for name in ("pyproject.toml", ".gitignore", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    parts = ["MODEL_CARD.md", "metadata.json", "model/config.json", "model/model.bin", "model/shared_vocabulary.json"]
    starter = {f"zjpub/translate/starter/{name}" for name in (*parts, "sentencepiece.model")}
    for name in (*(f"src/{name}" for name in starter), "src/zjpub/__init__.py", "training/train.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('__version__ = "1"\n', encoding="utf-8")
    wheel = {file.distribution_path for file in WheelBuilder(str(tmp_path)).recurse_included_files()}
    assert wheel == {*starter, "zjpub/__init__.py"}
    source = {file.distribution_path for file in SdistBuilder(str(tmp_path)).recurse_included_files()}
    assert {"training/train.py", *(f"src/{name}" for name in starter)} <= source


def test_the_starter_is_whole_with_its_card_or_not_there() -> None:
    there = packages.STARTER.is_dir()
    assert [(package.source, package.target) for package in packages.readable((packages.STARTER,))] == [
        ("zh", "en")
    ] * there
    assert (packages.STARTER / "MODEL_CARD.md").is_file() is there
    assert sum(file.stat().st_size for file in packages.STARTER.rglob("*") if file.is_file()) <= 50e6
