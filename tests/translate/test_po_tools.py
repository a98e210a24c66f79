"""PO files as people's own tools take them: gettext, translate-toolkit, polib."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
from po_cycle import A, B, C, approve, build

from zjpub.model import Article
from zjpub.translate import po

ArticleOf = Callable[..., Article]
SCRIPTS = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.po"


@pytest.fixture
def full(path: Path, article: ArticleOf) -> Path:
    """A PO file with every kind of entry: approved, machine, edited, returned, obsolete, untranslated."""
    build(path, article(A + B, "全年产值增长6.8%，创历史新高。", C))
    approve(path, B, "The port is busy.")
    approve(path, C, "Trains run to Europe.")
    approve(path, A, "Firms moved in.", keep_fuzzy=True)
    approve(path, "全年产值增长6.8%，创历史新高。", "Output grew 6.8% in the year, a record.")
    build(path, article(A + B, "全年产值增长7.1%，创历史新高。", "新的一句。"))
    return path


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_takes_the_file_and_a_merge_keeps_what_a_person_said(full: Path, article: ArticleOf) -> None:
    assert "error" not in _run("msgfmt", "--check-format", "--check-domain", "-o", full.with_suffix(".mo"), full)
    assert b"The port is busy." in full.with_suffix(".mo").read_bytes()
    assert b"Firms moved in." not in full.with_suffix(".mo").read_bytes()
    merged = full.with_name("merged.po")
    _run("msgmerge", "--no-wrap", "-o", merged, full, full)
    before, after = po.read(full), po.read(merged)
    assert [(e.id, e.zh, e.en, e.fuzzy) for e in before.entries] == [(e.id, e.zh, e.en, e.fuzzy) for e in after.entries]
    lines = build(merged, article(A + B, "全年产值增长7.1%，创历史新高。", "新的一句。"))
    assert [lines[i].en for i in ("s1p1n1", "s1p1n2")] == ["Firms moved in.", "The port is busy."]


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="gettext is not installed")
@pytest.mark.parametrize("previous", ["--previous", "--no-wrap"])
def test_what_a_merge_guesses_is_nobodys_word(path: Path, article: ArticleOf, previous: str) -> None:
    """A tool that merges a template drops `#.` comments and puts words for one sentence under another like it."""
    build(path, article(A + B, C))
    approve(path, B, "The port is busy.")
    build(path, article(A + B, C))
    busy = "港口今年还很忙。"
    template = path.with_name("a.pot")
    template.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        + "".join(f'\nmsgctxt "s1p1n{n}"\nmsgid "{zh}"\nmsgstr ""\n' for n, zh in enumerate((A, busy), 1)),
        encoding="utf-8",
    )
    _run("msgmerge", previous, "--update", "--backup=none", path, template)
    lines = build(path, article(A + busy))
    assert (lines["s1p1n1"].origin, lines["s1p1n2"].origin) == ("machine", "memory")
    assert [flag.code for flag in lines["s1p1n2"].flags] == ["t-changed" if previous == "--previous" else "t-fuzzy"]
    assert build(path, article(A + B))["s1p1n2"].en == "The port is busy."


def test_translate_toolkit_takes_the_file(full: Path) -> None:
    storage = pytest.importorskip("translate.storage.po", reason="translate-toolkit is not installed")
    units = {unit.getcontext(): unit for unit in storage.pofile.parsefile(str(full)).units if not unit.isobsolete()}
    assert units["s1p1n2"].target == "The port is busy."
    assert not units["s1p1n2"].isfuzzy()
    assert units["s1p1n1"].isfuzzy()
    assert units["s1p2n1"].prev_msgid or units["s1p2n1"].prev_source


@pytest.mark.skipif(not shutil.which("pofilter", path=SCRIPTS), reason="translate-toolkit is not installed")
def test_pofilter_finds_nothing_wrong_in_form(full: Path) -> None:
    found = full.with_name("found.po")
    _run(shutil.which("pofilter", path=SCRIPTS) or "", "-t", "blank", "-t", "newlines", "-t", "tabs", full, found)
    assert not found.exists() or not po.read(found).entries


def test_polib_reads_what_is_written(full: Path) -> None:
    polib = pytest.importorskip("polib", reason="polib is not installed")
    entries = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(full))}
    assert entries["s1p1n2", B].msgstr == "The port is busy."
    assert entries["s1p2n1", "全年产值增长7.1%，创历史新高。"].previous_msgid == "全年产值增长6.8%，创历史新高。"
    assert sum(e.obsolete for e in entries.values()) == 2
