"""The preview: byte ranges for seeking, reload after a rebuild, a clear word when the port is taken."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from zjpub.errors import UsageError
from zjpub.serve import Preview, byte_range


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-99", (0, 99)),
        ("bytes=10-", (10, 999)),
        ("bytes=-5", (995, 999)),
        ("bytes=-5000", (0, 999)),
        ("bytes=990-5000", (990, 999)),
        ("bytes=0-0,5-6", (0, 0)),
        ("bytes=1000-", None),
        ("bytes=5-4", None),
        ("bytes=-0", None),
        ("bytes=-", None),
        ("bytes=\xb2-", None),
        ("bytes=0-99999999999999999999", None),
        ("bytes=a-b", None),
        ("lines=0-1", None),
        ("", None),
    ],
)
def test_byte_ranges(header: str, span: tuple[int, int] | None) -> None:
    assert byte_range(header, 1000) == span


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Preview, Path, list[str]]]:
    (tmp_path / "output").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "output" / "index.html").write_text(
        '<meta http-equiv="Content-Security-Policy" content="default-src none"><p>页</p>', encoding="utf-8"
    )
    (tmp_path / "output" / "sound.mp3").write_bytes(bytes(range(250)) * 4)
    builds: list[str] = []
    served = Preview(tmp_path / "output", tmp_path / "content", "127.0.0.1", 0, lambda: builds.append("built"))
    thread = threading.Thread(target=served.run)
    thread.start()
    yield served, tmp_path, builds
    served.stop()
    thread.join()


def fetch(url: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), dict(error.headers)


def test_files_pages_and_ranges(preview: tuple[Preview, Path, list[str]]) -> None:
    served, _, _ = preview
    status, page, headers = fetch(served.url)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "页" in page.decode()
    # The page's own policy would forbid the script that reloads it.
    assert b"location.reload" in page
    assert b"Content-Security-Policy" not in page
    status, data, headers = fetch(f"{served.url}sound.mp3", Range="bytes=100-199")
    assert (status, data) == (206, bytes(range(100, 200)))
    assert headers["Content-Range"] == "bytes 100-199/1000"
    assert headers["Content-Type"] == "audio/mpeg"
    assert fetch(f"{served.url}sound.mp3", Range="bytes=2000-")[0] == 416
    assert len(fetch(f"{served.url}sound.mp3")[1]) == 1000
    assert fetch(f"{served.url}none.mp3")[0] == 404
    assert fetch(f"{served.url}%2e%2e/content")[0] == 404


@pytest.mark.parametrize("header", ["lines=0-1", "bytes=a-b", "bytes=\xb2-", "bytes=", "0-1"])
def test_a_range_that_is_none_is_ignored(preview: tuple[Preview, Path, list[str]], header: str) -> None:
    status, data, _ = fetch(f"{preview[0].url}sound.mp3", Range=header)
    assert (status, len(data)) == (200, 1000)


@pytest.mark.parametrize("path", ["%00", "a%00.html", "x" * 5000, "..%2f..%2fcontent/", "%ff%fe", "sound.mp3/%2e%2e/x"])
def test_a_path_that_no_disk_has_is_not_found_and_breaks_nothing(
    preview: tuple[Preview, Path, list[str]], path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert fetch(preview[0].url + path)[0] == 404
    assert fetch(preview[0].url)[0] == 200
    assert capfd.readouterr().err == ""


def test_a_change_builds_again_and_tells_the_page(preview: tuple[Preview, Path, list[str]]) -> None:
    served, folder, builds = preview
    before = fetch(f"{served.url}.zjpub-version")[1]
    (folder / "content" / "a.txt").write_text("新", encoding="utf-8")
    deadline = time.monotonic() + 10
    while fetch(f"{served.url}.zjpub-version")[1] == before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert builds == ["built"]
    assert fetch(f"{served.url}.zjpub-version")[1] != before


def test_a_port_that_is_taken_is_explained(preview: tuple[Preview, Path, list[str]]) -> None:
    served, folder, _ = preview
    port = int(served.url.rsplit(":", 1)[1].strip("/"))
    with pytest.raises(UsageError, match=f"cannot listen on 127.0.0.1:{port}") as taken:
        Preview(folder, folder, "127.0.0.1", port, lambda: None)
    assert f"--port {port + 1}" in taken.value.hint


def test_a_host_that_is_not_this_machine_is_explained(tmp_path: Path) -> None:
    for host in ("192.0.2.1", "999.1.1.1"):
        with pytest.raises(UsageError, match=f"cannot listen on {host}:0") as refused:
            Preview(tmp_path, tmp_path, host, 0, lambda: None)
        assert "--host" in refused.value.hint
