"""One file over HTTP that may break off: what arrived is kept, and the next try goes on from there."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from zjpub.errors import ZjpubError
from zjpub.store import disk_error

Progress = Callable[[int, int], None]
_TRIES = 4
_CHUNK = 1 << 18
_SECONDS = 30
_LARGEST = 4 * 1024**3


def fetch(url: str, limit: int = 1 << 24) -> bytes:
    """A small document, whole. Raises ZjpubError where the address cannot be reached."""
    try:
        with _opened(url, {}) as answer:
            data: bytes = answer.read(limit + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise unreachable(url, error) from error
    if len(data) > limit:
        raise ZjpubError(f"{url}: answers with more than {limit:,} bytes", "check the address")
    return data


def download(url: str, folder: Path, progress: Progress) -> Path:
    """The file at `url`, in `folder`, going on where an earlier try broke off. `progress`: bytes done, bytes in all."""
    part = folder / (hashlib.sha256(url.encode()).hexdigest()[:24] + ".part")
    error: Exception | None = None
    for _ in range(_TRIES):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _go_on(url, part, progress)
            return part
        except urllib.error.HTTPError as refused:
            if refused.code == 416:
                part.unlink(missing_ok=True)
            elif refused.code not in (429, 500, 502, 503, 504):
                raise unreachable(url, refused) from refused
            error = refused
        except (http.client.HTTPException, urllib.error.URLError, ConnectionError, TimeoutError) as broken:
            error = broken
        except OSError as refused:
            raise disk_error(part, refused) from refused
    assert error
    raise unreachable(url, error, size=part.stat().st_size if part.exists() else 0) from error


def _go_on(url: str, part: Path, progress: Progress) -> None:
    mark = part.with_suffix(".etag")
    start = part.stat().st_size if part.exists() and mark.exists() else 0
    # Without If-Range the rest of a newer file would be joined to the start of an older one.
    asked = {"Range": f"bytes={start}-", "If-Range": mark.read_text(encoding="utf-8")} if start else {}
    with _opened(url, asked) as answer:
        start = start if answer.status == 206 else 0
        mark.unlink(missing_ok=True)
        if seal := answer.headers.get("ETag") or answer.headers.get("Last-Modified"):
            mark.write_text(seal, encoding="utf-8")
        total = start + int(answer.headers.get("Content-Length") or 0)
        done = start
        with part.open("ab" if start else "wb") as file:
            while chunk := answer.read(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                progress(done, total)
                if done > _LARGEST:
                    raise ZjpubError(f"{url}: is larger than any model", "check the address")
    if done < total:
        raise http.client.IncompleteRead(b"", total - done)
    mark.unlink(missing_ok=True)


def _opened(url: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("only http and https addresses can be fetched")
    request = urllib.request.Request(url, headers={"User-Agent": "zjpub", **headers})
    answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=_SECONDS)
    return answer


def unreachable(url: str, error: Exception, size: int = 0) -> ZjpubError:
    """The same words wherever the network refuses, with the ways around it."""
    why = (
        f"{error.code} {error.reason}" if isinstance(error, urllib.error.HTTPError) else getattr(error, "reason", error)
    )
    kept = f"; {size:,} bytes are kept, the same command goes on from there" if size else ""
    return ZjpubError(
        f"{url}: cannot be fetched: {why or type(error).__name__}{kept}",
        "behind a firewall: set HTTPS_PROXY, name a mirror with --index URL, or fetch the .argosmodel file elsewhere "
        "and run: zjpub models add FILE",
    )
