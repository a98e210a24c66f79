"""A preview of the output over HTTP: with Range, so that seeking works, and with reload when the content changes."""

from __future__ import annotations

import errno
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from zjpub.errors import UsageError

_POLL_SECONDS = 0.5
_NOWHERE = ".not-found"
_RANGE = re.compile(r"bytes *= *(?=[0-9-]*[0-9])(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18}) *(?:,.*)?")
"""What RFC 9110 calls a byte range; a header that is none is to be ignored, not refused."""
_POLICY = re.compile(rb'<meta\s+http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)
_RELOAD = b"""<script>
(() => { let seen = null; const ask = async () => { try {
  const now = await (await fetch("/.zjpub-version", {cache: "no-store"})).text();
  if (seen !== null && now !== seen) location.reload();
  seen = now; } catch { } setTimeout(ask, 700); }; ask(); })();
</script>"""


class Preview:
    """A server of `folder` on `host:port` that calls `rebuild` when a file under `watched` changes.

    Raises UsageError when the port is taken.
    """

    def __init__(self, folder: Path, watched: Path, host: str, port: int, rebuild: Callable[[], None]) -> None:
        self._watched = watched
        self._rebuild = rebuild
        self._stop = threading.Event()
        self.version = 0
        handler = partial(_Handler, directory=str(folder), version=lambda: self.version)
        try:
            self._server = ThreadingHTTPServer((host, port), handler)
        except OSError as error:
            far = isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
            hint = "--host names an address of this machine" if far else f"try another port: --port {port % 65535 + 1}"
            raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}", hint) from error
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where the preview is."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/"

    def run(self) -> None:
        """Serve and watch until `stop` or an interrupt."""
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        try:
            self._watch()
        finally:
            self._server.shutdown()
            self._server.server_close()

    def stop(self) -> None:
        """End `run` from another thread."""
        self._stop.set()

    def _watch(self) -> None:
        seen = _stamps(self._watched)
        while not self._stop.wait(_POLL_SECONDS):
            now = _stamps(self._watched)
            if now != seen:
                # An editor may still be writing: wait until two looks agree.
                time.sleep(_POLL_SECONDS / 2)
                seen = _stamps(self._watched)
                self._rebuild()
                # The build brings the PO file up to date, which is no edit.
                seen = {**_stamps(self._watched), **{p: s for p, s in seen.items() if p.suffix != ".po"}}
                self.version += 1


def _stamps(folder: Path) -> dict[Path, int]:
    stamps = {}
    for path in folder.rglob("*"):
        try:
            stamps[path] = path.stat().st_mtime_ns
        except OSError:
            continue
    return stamps


class _Handler(SimpleHTTPRequestHandler):
    """Files with single byte ranges (RFC 9110, section 14); HTML with the reload script at its end."""

    protocol_version = "HTTP/1.1"
    extensions_map: Mapping[str, str] = {  # type: ignore[assignment]  # only ever read
        **SimpleHTTPRequestHandler.extensions_map,
        ".mp3": "audio/mpeg",
        ".m4b": "audio/mp4",
        ".epub": "application/epub+zip",
        ".vtt": "text/vtt; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".xml": "application/rss+xml; charset=utf-8",
    }

    def __init__(self, *arguments: Any, version: Callable[[], int], **options: Any) -> None:
        self._version = version
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.path == "/.zjpub-version":
            return self._send(str(self._version()).encode(), "text/plain")
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path = path / "index.html"
        if path.suffix == ".html" and path.is_file():
            # The page's own policy would forbid the script that reloads it.
            return self._send(_POLICY.sub(b"", path.read_bytes()) + _RELOAD, self.extensions_map[".html"])
        if path.is_file() and _RANGE.fullmatch(self.headers.get("Range", "")):
            return self._send_range(path)
        return super().do_GET()

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        try:
            Path(found).lstat()
        except (OSError, ValueError):
            # What no file system would even look for is not there either.
            return str(Path(self.directory) / _NOWHERE)
        return found

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _send_range(self, path: Path) -> None:
        size = path.stat().st_size
        span = byte_range(self.headers["Range"], size)
        if span is None:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        first, last = span
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        with path.open("rb") as file:
            file.seek(first)
            for piece in _pieces(file, last - first + 1):
                self.wfile.write(piece)

    def end_headers(self) -> None:
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal belongs to the builds."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (BrokenPipeError, ConnectionResetError):
            # A player that seeks drops the request it had: no event for anyone.
            self.close_connection = True


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """`bytes=first-last` for a file of `size` bytes → first and last byte; None when it cannot be satisfied.

    Several ranges are answered by the first, as RFC 9110 allows.
    """
    asked = _RANGE.fullmatch(header)
    if not asked:
        return None
    first, last = asked["first"], asked["last"]
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) and size else None
    start, end = int(first), min(int(last) if last else size - 1, size - 1)
    return (start, end) if start <= end else None


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    while length > 0 and (piece := file.read(min(64 * 1024, length))):
        length -= len(piece)
        yield piece
