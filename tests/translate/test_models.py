"""Packages from an index: resumed, checked, refused in clear words; tried against a server of our own."""

from __future__ import annotations

import hashlib
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from zjpub.errors import UsageError, ZjpubError
from zjpub.translate import archive, download, models, packages


class Mirror(http.server.BaseHTTPRequestHandler):
    """An index server with Range, which can break off, lie and refuse."""

    files: ClassVar[dict[str, bytes]] = {}
    asked: ClassVar[list[tuple[str, str | None]]] = []
    break_after: int | None = None
    status = 200

    def do_GET(self) -> None:
        data = self.files.get(self.path)
        type(self).asked.append((self.path, self.headers.get("Range")))
        if data is None or self.status != 200:
            self.send_error(404 if data is None else self.status)
            return
        start = 0
        seal = f'"{hashlib.sha256(data).hexdigest()[:8]}"'
        if (wanted := self.headers.get("Range")) and self.headers.get("If-Range") == seal:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        self.send_header("ETag", seal)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        end = len(data) if self.break_after is None else start + self.break_after
        if self.path.endswith(".json"):
            end = len(data)
        self.wfile.write(data[start:end])

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "*")
    Mirror.files, Mirror.asked, Mirror.break_after, Mirror.status = {}, [], None, 200
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Mirror)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/mirror"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def data(package_folder: Path, tmp_path: Path) -> bytes:
    return Path(shutil.make_archive(str(tmp_path / "made"), "zip", package_folder.parent, "tiny-zh_en")).read_bytes()


def serve(data: bytes, **said: object) -> None:
    row = {"type": "translate", "from_code": "zh", "to_code": "en", "package_version": "1.9",
           "links": ["http://127.0.0.1:9/v1/translate-zh_en-1_9.argosmodel"]}  # fmt: skip
    old = {**row, "package_version": "1.10", "from_code": "de"}
    Mirror.files = {
        "/mirror/index.json": json.dumps(
            [old, {**row, "package_version": "1.0", "links": []}, {**row, **said}]
        ).encode(),
        "/mirror/translate-zh_en-1_9.argosmodel": data,
    }


def quiet(done: int, total: int) -> None:
    pass


def test_the_newest_package_comes_from_the_mirror_into_the_users_folder(server: str, data: bytes) -> None:
    serve(data, sha256=hashlib.sha256(data).hexdigest())
    steps: list[tuple[int, int]] = []
    package = models.add("zh", "en", lambda done, total: steps.append((done, total)), index=server)
    assert package.folder == packages.argos_folder() / "translate-zh_en-1_0"
    assert steps[-1] == (len(data), len(data))
    assert [found.folder for found in packages.find()][:1] == [package.folder]
    assert not list((archive.cache_folder() / "downloads").iterdir())
    assert [child.name for child in packages.argos_folder().iterdir()] == ["translate-zh_en-1_0"]


def test_a_broken_download_goes_on_where_it_broke_off(server: str, data: bytes) -> None:
    serve(data)
    Mirror.break_after = len(data) // 6
    with pytest.raises(ZjpubError, match="goes on from there") as error:
        models.add("zh", "en", quiet, index=server)
    assert "--index" in error.value.hint
    Mirror.break_after = None
    Mirror.asked = []
    assert models.add("zh", "en", quiet, index=server).version == "1.0"
    ranges = [wanted for path, wanted in Mirror.asked if path.endswith("argosmodel")]
    assert len(ranges) == 1
    assert int((ranges[0] or "bytes=0-")[6:-1]) >= 4 * (len(data) // 6)


def test_a_newer_file_is_not_joined_to_the_start_of_an_older_one(server: str, data: bytes) -> None:
    serve(data[::-1])
    Mirror.break_after = len(data) // 9
    with pytest.raises(ZjpubError):
        models.add("zh", "en", quiet, index=server)
    serve(data)
    Mirror.break_after = None
    assert models.add("zh", "en", quiet, index=server).version == "1.0"


def test_a_wrong_checksum_is_refused(server: str, data: bytes) -> None:
    serve(data, sha256="0" * 64)
    with pytest.raises(ZjpubError, match="SHA-256"):
        models.add("zh", "en", quiet, index=server)
    assert packages.find() == () or packages.find()[0].where == "shipped"


@pytest.mark.parametrize("answer", [b"<html>Please log in</html>", b"", b"{}", b"\xff\xfe"])
def test_a_login_page_is_no_index(server: str, answer: bytes) -> None:
    Mirror.files = {"/mirror/index.json": answer}
    with pytest.raises(ZjpubError, match="not with a package index") as error:
        models.offers(server)
    assert "proxy" in error.value.hint


@pytest.mark.parametrize(("path", "why"), [("/nothing", "404"), ("", "403")])
def test_a_server_that_refuses(server: str, data: bytes, path: str, why: str) -> None:
    serve(data)
    Mirror.status = 200 if path else 403
    with pytest.raises(ZjpubError, match=why):
        models.offers(server + path)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x", "file:///etc/passwd", "nonsense", "http://[::1"])
def test_an_address_that_cannot_be_reached(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(ZjpubError, match="cannot be fetched") as error:
        models.offers(address)
    assert "zjpub models add FILE" in error.value.hint


def test_a_pair_that_nobody_offers(server: str, data: bytes) -> None:
    serve(data)
    with pytest.raises(UsageError, match="fr → en"):
        models.add("fr", "en", quiet, index=server)


def test_from_a_file_from_a_folder_listed_and_removed(package_folder: Path, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.argosmodel"
    file.write_bytes(data)
    first = models.add_file(file)
    assert models.add_file(package_folder).folder == first.folder
    project = tmp_path / "project"
    models.add_file(file, project / "models")
    own = [package for package in models.installed(project) if package.where != "shipped"]
    assert [package.where for package in own] == ["project", "user"]
    assert len(models.remove("zh_en", project)) == 2
    assert not [package for package in models.installed(project) if package.where != "shipped"]
    with pytest.raises(UsageError, match="zh_en"):
        models.remove("zh_en 1.0", project)


def test_what_zjpub_ships_cannot_be_removed(
    package_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "STARTER", Path(shutil.copytree(package_folder, tmp_path / "starter")))
    with pytest.raises(UsageError, match="part of zjpub"):
        models.remove("zh_en")
    assert (tmp_path / "starter").exists()


def test_a_package_that_does_not_work_takes_no_place(package_folder: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(package_folder, tmp_path / "broken"))
    (broken / "model" / "model.bin").write_bytes(b"x" * 100)
    with pytest.raises(UsageError, match=r"model\.bin"):
        models.add_file(broken)
    assert not list(packages.argos_folder().iterdir())


@pytest.mark.parametrize("said", [{"from_code": "../x"}, {"to_code": ""}, {"package_version": "a/b"}])
def test_a_name_from_a_package_never_becomes_a_path(package_folder: Path, tmp_path: Path, said: dict[str, str]) -> None:
    odd = Path(shutil.copytree(package_folder, tmp_path / "odd"))
    old = json.loads((odd / "metadata.json").read_text(encoding="utf-8"))
    (odd / "metadata.json").write_text(json.dumps(old | said), encoding="utf-8")
    with pytest.raises(UsageError, match="impossible"):
        models.add_file(odd)


def test_the_index_follows_argos_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    assert models.index_address(None) == models.OFFICIAL + "index.json"
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "https://mirror.example/argos")
    assert models.index_address(None) == "https://mirror.example/argos/index.json"
    assert models.index_address("https://x.example/list.json") == "https://x.example/list.json"


def test_only_web_addresses_are_fetched() -> None:
    with pytest.raises(ZjpubError):
        download.fetch("file:///etc/hostname")
