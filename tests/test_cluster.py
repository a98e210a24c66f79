"""Articles on a Dask cluster: the same bytes as here, each failure told, and no work for workers that cannot do it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from test_faults import BUILD, make_project, tree
from zjpub import __version__
from zjpub.cluster import require_fit
from zjpub.errors import UsageError

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler and two workers, each a process of its own, as on two machines that share a disk."""
    code = (
        "import distributed, sys\n"
        "if __name__ == '__main__':\n"
        "    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:\n"
        "        print(cluster.scheduler_address, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout
    with process:
        yield process.stdout.readline().decode().strip()


def build(project: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*BUILD, *more], cwd=project, capture_output=True)


def test_a_cluster_makes_the_same_bytes_and_they_are_not_made_again(address: str, tmp_path: Path) -> None:
    here, there = make_project(tmp_path / "here"), make_project(tmp_path / "there")
    assert build(here).returncode == 0
    loud = [word for word in BUILD if word != "--quiet"]
    first = subprocess.run([*loud, "--scheduler", address], cwd=there, capture_output=True, text=True).stderr
    assert "3 built" in first and "of the voices" in first
    assert tree(there / "output") == tree(here / "output")
    assert tree(there / "content") == tree(here / "content")
    again = subprocess.run(loud, cwd=there, capture_output=True, text=True).stderr
    assert "3 unchanged" in again and "0 engine calls" in again


def test_one_articles_failure_does_not_stop_the_others(address: str, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "content" / "blank.txt").write_text("\n")
    done = build(project, "--scheduler", address)
    assert done.returncode == 1
    assert b"blank.txt" in done.stderr and b"Traceback" not in done.stderr
    assert len(list((project / "output").glob("shop-*/index.html"))) == 3


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:1", b"there is no Dask scheduler at tcp://127.0.0.1:1"),
        ("nowhere", b"nowhere is no address of a Dask scheduler"),
        ("http://127.0.0.1:1", b"http://127.0.0.1:1 is no address of a Dask scheduler"),
    ],
)
def test_no_scheduler_is_a_clear_error(tmp_path: Path, address: str, said: bytes) -> None:
    project = make_project(tmp_path / "project", 1)
    done = build(project, "--scheduler", address)
    assert done.returncode == 2
    assert said in done.stderr and b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("0.0.1", None), "runs zjpub 0.0.1"),
        ((__version__, Path("/far/output")), "does not see /far/output"),
        (ModuleNotFoundError("No module named 'zjpub'"), "cannot run zjpub: No module named 'zjpub'"),
    ],
)
def test_a_worker_that_cannot_do_the_work_gets_none(answer: object, said: str) -> None:
    require_fit({"tcp://a:1": (__version__, None)})
    with pytest.raises(UsageError, match="the worker tcp://b:2") as caught:
        require_fit({"tcp://a:1": (__version__, None), "tcp://b:2": answer})
    assert said in caught.value.message.replace("\\", "/")
