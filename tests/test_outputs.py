"""The output folder: moved into place, kept when unchanged, pruned only of what zjpub made."""

from __future__ import annotations

import errno
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from zjpub.errors import StoreError, UsageError
from zjpub.outputs import Outputs, Record

RECORD = Record("recipe-1", "echo", ("一。",), {}, {"title": ["题", "Title"]})


@pytest.fixture
def outputs(tmp_path: Path) -> Outputs:
    return Outputs(tmp_path / "output", tmp_path / ".zjpub")


def install(outputs: Outputs, files: dict[str, bytes], record: Record = RECORD) -> Record:
    with outputs.staging("a") as stage:
        for name, data in files.items():
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).write_bytes(data)
        return outputs.install("a", stage, record)


def test_what_was_installed_is_recorded_and_intact(outputs: Outputs) -> None:
    install(outputs, {"index.html": b"page", "audio/01.mp3": b"sound"})
    record = outputs.record("a")
    assert record is not None
    assert (record.recipe, record.unreviewed, set(record.files)) == (
        "recipe-1",
        ("一。",),
        {"index.html", "audio/01.mp3"},
    )
    assert outputs.intact("a", record)
    assert not list(outputs.folder.glob(".*"))


@pytest.mark.parametrize("change", ["touch", "delete"])
def test_a_changed_output_is_not_intact(outputs: Outputs, change: str) -> None:
    record = install(outputs, {"index.html": b"page"})
    page = outputs.folder / "a" / "index.html"
    page.write_bytes(b"other") if change == "touch" else page.unlink()
    assert not outputs.intact("a", record)


def test_unchanged_files_are_left_alone_and_old_ones_go(outputs: Outputs) -> None:
    first = install(outputs, {"index.html": b"page", "audio/01-old.mp3": b"old"})
    second = install(outputs, {"index.html": b"page", "audio/01-new.mp3": b"new"}, replace(RECORD, recipe="recipe-2"))
    assert first.files["index.html"] == second.files["index.html"]
    assert sorted(path.name for path in (outputs.folder / "a" / "audio").iterdir()) == ["01-new.mp3"]


def test_a_persons_own_file_survives_install_and_prune(outputs: Outputs) -> None:
    install(outputs, {"index.html": b"page"})
    notes = outputs.folder / "a" / "notes.txt"
    notes.write_text("mine")
    install(outputs, {"index.html": b"page 2"})
    assert outputs.prune(keep=(slug for slug in ("a", "b"))) == ()
    assert outputs.prune(keep=()) == ("a",)
    assert notes.read_text() == "mine"
    assert not (outputs.folder / "a" / "index.html").exists()
    assert outputs.record("a") is None


def test_a_build_killed_while_installing_is_not_taken_for_finished(
    outputs: Outputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(outputs, {"index.html": b"page", "audio/01.mp3": b"one"})
    moves = 0

    def killed(self: Path, target: Path) -> Path:
        nonlocal moves
        if target.name == "index.html":
            raise KeyboardInterrupt
        moves += target.suffix == ".mp3"
        return original(self, target)

    original = Path.replace
    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        install(outputs, {"index.html": b"page 2", "audio/00.mp3": b"zero"}, replace(RECORD, recipe="recipe-2"))
    monkeypatch.undo()
    assert moves == 1
    record = outputs.record("a")
    assert record is not None
    assert record.recipe == ""
    install(outputs, {"index.html": b"page 2"})
    assert [path.name for path in (outputs.folder / "a").rglob("*") if path.is_file()] == ["index.html"]


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_the_stage_of_a_build_that_runs_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    outputs = Outputs(tmp_path / "output", tmp_path / ".zjpub")
    with outputs.staging("a") as stage:
        (stage / "half").write_text("written")
        monkeypatch.setattr(sys, "platform", platform)
        outputs.prune(())
        assert (stage / "half").exists()
        left = stage.parent.with_name(re.sub(r"\d+$", "999999999", stage.parent.name))
        left.mkdir()
        os.utime(left, (0, 0))
        outputs.prune(())
        assert not left.exists()


def test_a_damaged_record_is_no_record(outputs: Outputs, tmp_path: Path) -> None:
    install(outputs, {"index.html": b"page"})
    (path,) = (tmp_path / ".zjpub").rglob("a.json")
    whole = path.read_bytes()
    assert outputs.record("a")
    for damaged in (b"", b"{", whole[:-1], whole.replace(b"Title", b"Titke"), whole.partition(b"\n")[2]):
        path.write_bytes(damaged)
        assert outputs.record("a") is None


def test_the_output_must_not_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(UsageError, match="is a file, not a folder"):
        Outputs(tmp_path / "output", tmp_path / ".zjpub")


def test_a_disk_that_is_full_while_a_file_is_copied_is_explained(outputs: Outputs, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No space left"), outputs.staging("a") as stage:
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "source"), None, str(stage / "a.mp3"))
    with pytest.raises(FileNotFoundError), outputs.staging("a"):
        raise FileNotFoundError(errno.ENOENT, "No such file", str(tmp_path / "gone"))
