"""The store: keys that never drift, objects that are whole or absent, a disk that refuses."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjpub import manuscript
from zjpub.errors import StoreError
from zjpub.store import Store, disk_error, write_atomically


def objects(root: Path) -> list[Path]:
    return [path for path in (root / "objects").rglob("*") if path.is_file()]


def grow_old(paths: list[Path], of: bytes) -> None:
    """Make the objects that end with `of` look unused for a hundred days."""
    long_ago = time.time() - 100 * 86_400
    for path in paths:
        if path.read_bytes().endswith(of):
            os.utime(path, (long_ago, long_ago))


def test_the_digest_of_a_key_is_pinned() -> None:
    # A change here throws away what every user has stored: only with a reason.
    assert Store.key("clip", voice="espeak cmn", text="你好") == "clip-1f2c34d58596aedbc47ecfdf59bd6361f7547924"


@given(
    st.dictionaries(st.sampled_from("abcd"), st.text(), min_size=1), st.dictionaries(st.sampled_from("abcd"), st.text())
)
def test_different_recipes_have_different_keys(one: dict[str, str], other: dict[str, str]) -> None:
    assert (Store.key("k", **one) == Store.key("k", **other)) == (one == other)


def test_the_kind_is_part_of_the_key() -> None:
    assert Store.key("a", x="1") != Store.key("b", x="1")


def test_what_was_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = Store.key("clip", text="一")
    assert store.get(key) is None
    assert key not in store
    store.put(key, b"sound")
    assert store.get(key) == b"sound"
    assert key in store


def test_a_file_is_got_as_a_path_to_just_its_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = Store.key("track", text="一")
    assert store.file(key) is None
    assert store.put_file(key, b"sound").read_bytes() == b"sound"
    assert store.file(key) == store.put_file(key, b"sound")


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-3], lambda data: data[:-1] + b"x"])
def test_a_damaged_object_counts_as_absent(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path)
    clip, track = Store.key("clip", text="一"), Store.key("track", text="一")
    store.put(clip, b"sound")
    store.put_file(track, b"sound")
    for path in objects(tmp_path):
        path.write_bytes(damage(path.read_bytes()))
    assert store.get(clip) is None
    assert store.file(track) is None


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(StoreError, match="No space left on device") as refused:
        write_atomically(target, b"new bytes")
    assert "free some space" in refused.value.hint
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert target.read_bytes() == b"old"


def _write_many(root: str) -> None:
    store = Store(Path(root))
    for number in range(200):
        store.put(Store.key("n", number=str(number)), str(number).encode() * 1000)


def test_two_processes_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write_many, args=(str(tmp_path),)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    store = Store(tmp_path)
    assert all(store.get(Store.key("n", number=str(n))) == str(n).encode() * 1000 for n in range(200))
    assert not list(tmp_path.rglob("*.part"))


def test_prune_forgets_only_what_was_long_unused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    old, new = Store.key("clip", text="旧"), Store.key("clip", text="新")
    store.put(old, b"1")
    store.put(new, b"2")
    grow_old(objects(tmp_path), of=b"1")
    assert store.prune() == 1
    assert store.get(old) is None
    assert store.get(new) == b"2"


def test_use_keeps_an_object_from_being_pruned(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = Store.key("clip", text="旧")
    track = Store.key("track", text="旧")
    store.put(key, b"1")
    store.put_file(track, b"1")
    grow_old(objects(tmp_path), of=b"")
    assert store.get(key) == b"1"
    assert store.file(track)
    assert store.prune() == 0
    assert store.file(track)


def test_a_folder_that_cannot_be_copied_is_explained_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "from" / "a").mkdir(parents=True)
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "a").write_text("in the way")
    with pytest.raises(OSError) as caught:
        shutil.copytree(tmp_path / "from", tmp_path / "to", dirs_exist_ok=True)
    gathered = shutil.Error([("x", "y", "[Errno 28] No space left on device: 'x' -> 'y'"), ("v", "w", "so too")])
    assert disk_error(tmp_path, gathered).message == f"cannot write {tmp_path}: [Errno 28] No space left on device"
    assert disk_error(tmp_path, caught.value).message == f"cannot write {tmp_path}: [Errno 17] File exists"


def test_a_file_that_may_not_be_read_is_not_taken_for_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a").write_bytes(b"a")
    known = manuscript.digest(tmp_path / "a")
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert len({known, manuscript.digest(tmp_path / "a"), manuscript.digest(tmp_path / "none")}) == 3


def test_a_folder_that_may_not_be_looked_into_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    with pytest.raises(StoreError, match="Permission denied"):
        write_atomically(tmp_path / "a", b"a")
