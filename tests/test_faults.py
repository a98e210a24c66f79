"""A fault at the worst moment: killed, disk full, two at once. Nothing is lost, and a rerun gives the same bytes."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from zjpub import publish
from zjpub.outcome import Built, Report
from zjpub.outputs import Outputs
from zjpub.project import Project

ARTICLE = """河边的书店{n} 春天又来了

书店只有{n}平方米，却藏着1.2万册旧书。店主每天下午三点煮一壶茶，谁来都可以坐下。

河边的步道

去年新修步道2.3公里，种下柳树1200棵。每天来散步的人从不到300人增加到1500多人。
"""
BUILD = (sys.executable, "-m", "zjpub", "build", "--quiet", "--translator", "echo", "--voice", "silence")


def make_project(folder: Path, count: int = 3) -> Path:
    (folder / "content").mkdir(parents=True)
    for number in range(count):
        path = folder / "content" / f"shop-{number}.txt"
        path.write_text(ARTICLE.replace("{n}", str(40 + number)), encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def start(project: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(BUILD, cwd=project, stderr=subprocess.PIPE, start_new_session=True)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project built in peace."""
    project = make_project(tmp_path_factory.mktemp("peace"))
    subprocess.run(BUILD, cwd=project, check=True)
    return project


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_then_built_again_gives_the_same_bytes(
    undisturbed: Path, tmp_path: Path, seed: int
) -> None:
    project = make_project(tmp_path / "project")
    moments = random.Random(seed)
    for _ in range(3):
        build = start(project)
        time.sleep(moments.uniform(0.4, 3.0))
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
    subprocess.run(BUILD, cwd=project, check=True)
    assert tree(project / "output") == tree(undisturbed / "output")
    assert tree(project / "content") == tree(undisturbed / "content")
    assert not list((project / "output").glob(".staging*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_an_interrupt_does_not_wait_for_what_is_being_spoken(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "long.txt").write_text("没有停顿的长句" * 9000, encoding="utf-8")
    command = [*BUILD[:-1], "espeak"]
    build = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    try:
        # Its PO file is written just before the first word is spoken.
        while build.poll() is None and not (tmp_path / "content" / "long.po").exists():
            time.sleep(0.1)
        time.sleep(1)
        build.send_signal(signal.SIGINT)
        _, said = build.communicate(timeout=15)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(build.pid, signal.SIGKILL)
    assert build.returncode == 130, said
    assert b"interrupted" in said


def test_two_builds_at_once_do_not_harm_each_other(undisturbed: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    builds = [start(project), start(project)]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert tree(project / "output") == tree(undisturbed / "output")
    assert tree(project / "content") == tree(undisturbed / "content")


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small file system: Linux, as root")
def test_a_full_disk_is_a_clear_error_and_harms_nothing(tmp_path: Path, undisturbed: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", str(small)], check=False).returncode:
        pytest.skip("this machine does not let us mount a file system")
    try:
        project = make_project(small / "p", 1)
        text = (project / "content" / "shop-0.txt").read_bytes()
        ran = subprocess.run(BUILD, cwd=project, capture_output=True, text=True, check=False)
        assert ran.returncode == 1
        assert "No space left on device" in ran.stderr
        assert "free some space" in ran.stderr
        assert "Traceback" not in ran.stderr
        assert "a bug in zjpub" not in ran.stderr
        assert (project / "content" / "shop-0.txt").read_bytes() == text
        assert not list((project / "output").rglob("*.part"))
        subprocess.run(["mount", "-o", "remount,size=60m", str(small)], check=True)
        subprocess.run(BUILD, cwd=project, check=True)
        home = undisturbed / "output" / "shop-0"
        assert tree(project / "output" / "shop-0") == tree(home)
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_damaged_store_costs_work_and_nothing_else(undisturbed: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(undisturbed, project)
    objects = [path for path in (project / ".zjpub" / "objects").rglob("*") if path.is_file()]
    for number, path in enumerate(objects):
        path.write_bytes([b"", b"\0\0\0\0", path.read_bytes()[:-7]][number % 3])
    shutil.rmtree(project / "output")
    subprocess.run(BUILD, cwd=project, check=True)
    assert tree(project / "output") == tree(undisturbed / "output")


@pytest.mark.parametrize("step", ["translate", "publish"])
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("shop-0.txt", "1200棵", "1300棵"),
        ("shop-0.po", "#, fuzzy\n", ""),
        ("glossary.csv", "", "柳树,weeping willow\n"),
    ],
)
def test_what_is_edited_while_a_build_runs_is_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, name: str, old: str, new: str
) -> None:
    edited = make_project(tmp_path / "edited", 1) / "content" / name
    first = build_project(tmp_path / "edited")
    assert [type(outcome) for outcome in first.outcomes] == [Built]
    made = getattr(publish, step)

    def edits(*arguments: Any) -> Any:
        text = edited.read_text(encoding="utf-8") if edited.exists() else ""
        edited.write_text(text.replace(old, new), encoding="utf-8")
        return made(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(publish, step, edits)
        build_project(tmp_path / "edited", force=True)
    (outcome,) = build_project(tmp_path / "edited").outcomes
    assert isinstance(outcome, Built) and not outcome.fresh
    (outcome,) = build_project(tmp_path / "edited").outcomes
    assert isinstance(outcome, Built) and outcome.fresh


def build_project(folder: Path, force: bool = False) -> Report:
    """A build in this process."""
    project = Project.open(folder, {"translate.engine": "echo", "narrate.voice": "silence"})
    return publish.build(project, (), Outputs(folder / "output", project.state), force=force)


def test_a_persons_edit_of_the_po_file_survives_every_build(undisturbed: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(undisturbed, project)
    po = project / "content" / "shop-0.po"
    blocks = po.read_text(encoding="utf-8").split("\n\n")
    (mine,) = [number for number, block in enumerate(blocks) if "煮一壶茶" in block]
    lines = [line for line in blocks[mine].splitlines() if not line.startswith(("#", "msgstr", '"'))]
    blocks[mine] = "\n".join([*lines, 'msgstr "Tea is served at three, and everyone may sit."'])
    po.write_text("\n\n".join(blocks), encoding="utf-8")
    article = project / "content" / "shop-0.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("1200棵", "1300棵"), encoding="utf-8")
    subprocess.run(BUILD, cwd=project, check=True)
    assert "Tea is served at three" in (project / "output/shop-0/shop-0.en.md").read_text(encoding="utf-8")
    # What a person approved serves the other articles that have the same sentence.
    assert "Tea is served at three" in (project / "output/shop-1/shop-1.en.md").read_text(encoding="utf-8")
    subprocess.run([*BUILD, "--force"], cwd=project, check=True)
    assert "Tea is served at three" in po.read_text(encoding="utf-8")
