"""The README cannot drift: its help is the real `--help`, its commands are real, its pictures exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from zjpub.check import LEVELS
from zjpub.cli import zjpub

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_HELP = re.compile(r"<!-- help: (zjpub[^>]*?) -->\n(?:```text\n.*?```\n)?", re.DOTALL)


def with_real_help(text: str) -> str:
    """The README with every help block made anew."""

    def block(found: re.Match[str]) -> str:
        command = found[1]
        shown = CliRunner().invoke(zjpub, [*command.split()[1:], "--help"], prog_name="zjpub", terminal_width=100)
        return f"<!-- help: {command} -->\n```text\n$ {command} --help\n{shown.output.rstrip()}\n```\n"

    return _HELP.sub(block, text)


def test_the_help_is_the_real_one(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    real = with_real_help(text)
    if request.config.getoption("--update-golden"):
        README.write_text(real, encoding="utf-8")
        text = real
    assert text == real, "run `pytest tests/test_readme.py --update-golden` and read the diff"


def test_the_first_block_holds_the_two_commands() -> None:
    block = re.search(r"^```\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert block
    build, test = block[1].splitlines()
    assert "zjpub build" in build
    assert "pytest" in test


def test_pictures_and_files_that_it_names_exist() -> None:
    text = README.read_text(encoding="utf-8")
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text):
        assert (ROOT / picture).is_file(), picture
    tour = text[text.index("A source tour") : text.index("**Add a voice**")]
    told = set(re.findall(r"`([a-z_]+(?:\.py|/))`", tour))
    here = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "src/zjpub").iterdir()}
    assert told == {name for name in here if not name.startswith(("__", ".")) and name != "py.typed"}


def test_every_flag_stands_there_with_its_level() -> None:
    rows = re.findall(r"^\| (`[tcne]-.*?) \| (\w+) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {code: level for codes, level in rows for code in re.findall(r"`([a-z-]+)`", codes)} == LEVELS


def test_every_command_it_mentions_exists() -> None:
    text = README.read_text(encoding="utf-8")
    for command in set(re.findall(r"zjpub ([a-z]+)", text)) - {"turns"}:
        assert command in zjpub.commands or command in ("installs", "is", "and"), command
