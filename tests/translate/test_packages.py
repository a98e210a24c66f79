"""Where packages are looked for, and archives that mean harm."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from zjpub.errors import UsageError
from zjpub.translate import archive, packages


@pytest.fixture
def zipped(package_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.make_archive(str(tmp_path / "zh_en"), "zip", package_folder.parent, "tiny-zh_en")).rename(
        tmp_path / "zh_en.argosmodel"
    )


def put(package: Path, where: Path, **said: str) -> Path:
    shutil.copytree(package, where)
    old = json.loads((where / "metadata.json").read_text(encoding="utf-8"))
    (where / "metadata.json").write_text(json.dumps(old | said), encoding="utf-8")
    return where


def test_given_comes_before_project_before_user_before_shipped(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "STARTER", put(package_folder, tmp_path / "starter"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    put(package_folder, tmp_path / "argos" / "translate-zh_en", package_version="1.9")
    put(package_folder, tmp_path / "argos" / "translate-zh_en-new", package_version="1.10")
    put(package_folder, tmp_path / "argos" / "translate-en_de", from_code="en", to_code="de")
    (tmp_path / "argos" / "broken").mkdir()
    (tmp_path / "argos" / "broken" / "metadata.json").write_text("{")
    put(package_folder, tmp_path / "project" / "models" / "mine")
    found = packages.find(tmp_path / "project", put(package_folder, tmp_path / "given"))
    assert [(p.where, p.version) for p in found] == [
        ("given", "1.0"), ("project", "1.0"), ("user", "1.10"), ("user", "1.9"), ("shipped", "1.0"),
    ]  # fmt: skip


def test_no_package_anywhere_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "STARTER", tmp_path / "none")
    assert packages.find(tmp_path) == ()


def test_the_users_folder_is_decided_as_argos_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.delenv("SNAP", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert packages.argos_folder() == tmp_path / "data" / "argos-translate" / "packages"
    (tmp_path / "config" / "argos-translate").mkdir(parents=True)
    settings = tmp_path / "config" / "argos-translate" / "settings.json"
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "mine")}))
    assert packages.argos_folder() == tmp_path / "mine"
    settings.write_text("not json")
    assert packages.argos_folder() == tmp_path / "data" / "argos-translate" / "packages"
    assert not (tmp_path / "data").exists()


def test_an_archive_is_a_package_too(zipped: Path, tmp_path: Path) -> None:
    package = packages.find(None, zipped)[0]
    assert (package.source, package.target, package.tokenizer.name) == ("zh", "en", "sentencepiece.model")
    (tmp_path / "project" / "models").mkdir(parents=True)
    shutil.copy(zipped, tmp_path / "project" / "models")
    assert packages.find(tmp_path / "project")[0].folder == package.folder


@pytest.mark.parametrize("name", ["nothing.argosmodel", "no-folder"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=name):
        packages.find(None, tmp_path / name)


def test_another_language_pair_is_told(package_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="en → de"):
        packages.find(None, put(package_folder, tmp_path / "x", from_code="en", to_code="de"))


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "C:\\evil", "..\\evil"])
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("metadata.json", "{}")
        made.writestr(name, "x")
    with pytest.raises(UsageError, match="unsafe path"):
        archive.opened(file)
    assert not list(tmp_path.rglob("evil"))
    assert not list((tmp_path / "cache" / "zjpub" / "models").iterdir())


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("metadata.json", b"0" * 30_000_000)
    with pytest.raises(UsageError, match="30,000,000 bytes"):
        archive.opened(file)


@pytest.mark.parametrize("data", [b"", b"PK\3\4 nothing", b"text" * 50])
def test_no_archive_at_all(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.argosmodel"
    file.write_bytes(data)
    with pytest.raises(UsageError, match=r"x\.argosmodel"):
        archive.opened(file)


def test_a_damaged_archive_leaves_nothing_behind(zipped: Path, tmp_path: Path) -> None:
    data = bytearray(zipped.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 50] = b"\0" * 50
    zipped.write_bytes(bytes(data))
    with pytest.raises(UsageError, match="damaged"):
        archive.opened(zipped)
    assert not list((tmp_path / "cache" / "zjpub" / "models").iterdir())


def test_an_archive_without_metadata(tmp_path: Path) -> None:
    file = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("readme.txt", "x")
    with pytest.raises(UsageError, match=r"metadata\.json"):
        archive.opened(file)
