"""Argos packages come and go: from the official index, a mirror or a file, into the user's Argos folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from zjpub.errors import StoreError, UsageError, ZjpubError
from zjpub.store import disk_error
from zjpub.translate import archive, packages
from zjpub.translate.argos import Argos
from zjpub.translate.download import Progress, download, fetch
from zjpub.translate.packages import Package

OFFICIAL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,40}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package of an index. `sha256` is empty where the index gives none, as the official one does."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    sha256: str = ""


def installed(project: Path | None = None) -> tuple[Package, ...]:
    """Every package that can be read, of any language pair, in the order in which they would be chosen."""
    folders = ([project / "models"] if project else []) + [packages.argos_folder(), packages.STARTER]
    return packages.readable(folders)


def index_address(given: str | None) -> str:
    """The address of the index document: the one given, the one in Argos's own settings, or the official one."""
    base = given or os.environ.get("ARGOS_PACKAGE_INDEX") or OFFICIAL
    return base if base.endswith(".json") else base.rstrip("/") + "/index.json"


def offers(index: str | None = None) -> tuple[Offer, ...]:
    """What an index offers. Raises ZjpubError where it cannot be reached or is none."""
    address = index_address(index)
    try:
        rows = json.loads(fetch(address))
    except ValueError:
        rows = None
    if not isinstance(rows, list):
        raise ZjpubError(
            f"{address}: answers, but not with a package index",
            "a proxy or login page may stand between: open the address in a browser, or use zjpub models add FILE",
        )
    return tuple(
        _offer(row, address) for row in rows if isinstance(row, dict) and row.get("type", "translate") == "translate"
    )


def _offer(row: Mapping[str, object], address: str) -> Offer:
    links = row.get("links")
    given = [link for link in links if isinstance(link, str)] if isinstance(links, list) else []
    # A mirror often copies the index as it is, with the files beside it.
    beside = [urljoin(address, urlsplit(link).path.rpartition("/")[2]) for link in given]
    every = [urljoin(address, link) for link in given]
    mine = index_address(None) == address
    order = every if mine else [*(link for link in every if _same_host(link, address)), *beside, *every]
    return Offer(
        str(row.get("from_code", "")), str(row.get("to_code", "")), str(row.get("package_version", "")),
        tuple(link for link in dict.fromkeys(order) if link.startswith("http")), str(row.get("sha256", "")).lower(),
    )  # fmt: skip


def _same_host(link: str, address: str) -> bool:
    return urlsplit(link).netloc == urlsplit(address).netloc


def add(source: str, target: str, progress: Progress, index: str | None = None, into: Path | None = None) -> Package:
    """Fetch the newest package for a pair and install it. Raises ZjpubError."""
    found = [offer for offer in offers(index) if (offer.source, offer.target) == (source, target)]
    if not found:
        raise UsageError(
            f"{index_address(index)}: offers nothing for {source} → {target}", "zjpub models lists what there is"
        )
    best = max(found, key=lambda offer: packages.order(offer.version))
    file = _fetched(best, progress)
    try:
        return add_file(file, into)
    finally:
        file.unlink(missing_ok=True)


def _fetched(offer: Offer, progress: Progress) -> Path:
    first: ZjpubError | None = None
    for link in offer.links:
        try:
            file = download(link, archive.cache_folder() / "downloads", progress)
        except StoreError:
            raise
        except ZjpubError as error:
            first = first or error
            continue
        if not offer.sha256 or archive.digest(file) == offer.sha256:
            return file
        file.unlink()
        first = first or ZjpubError(
            f"{link}: is not the file that the index promises (SHA-256 differs)", "try again or another --index"
        )
    raise first or ZjpubError(
        f"{offer.source} → {offer.target}: the index gives no address for it", "try another --index"
    )


def add_file(path: Path, into: Path | None = None) -> Package:
    """Install a package from an archive or a folder; it is tried before it takes a place. Raises ZjpubError."""
    home = into or packages.argos_folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".adding-", dir=home))
    except OSError as error:
        raise disk_error(home, error) from error
    try:
        package = _tried(_laid_out(path, beside), path)
        target = home / f"translate-{package.source}_{package.target}-{package.version.replace('.', '_')}"
        if target.exists():
            shutil.rmtree(target)
        package.folder.rename(target)
        return packages.load(target)
    except OSError as error:
        raise disk_error(home, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _laid_out(path: Path, beside: Path) -> Package:
    if path.is_dir():
        package = packages.load(path)
        return packages.load(Path(shutil.copytree(package.folder, beside / "package")))
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file or folder", "give an .argosmodel file: zjpub models add FILE")
    archive.unpack(path, beside / "package")
    return packages.load(archive.root(beside / "package", path))


def _tried(package: Package, path: Path) -> Package:
    for word in (package.source, package.target, package.version):
        if not _SAFE.fullmatch(word):
            raise UsageError(
                f"{path}: metadata.json names an impossible language or version, {word!r}", "do not use this file"
            )
    Argos(package).translate(["你好。"])
    return package


def remove(name: str, project: Path | None = None) -> tuple[Package, ...]:
    """Remove the packages of this name (`zh_en` or `zh_en 1.9`) or path; what zjpub ships stays. Raises UsageError."""
    chosen = [p for p in installed(project) if name in (p.name, f"{p.source}_{p.target}", p.folder.name, str(p.folder))]
    own = [package for package in chosen if package.where != "shipped"]
    if not own:
        why = "is part of zjpub itself" if chosen else "is no installed package"
        raise UsageError(f"{name}: {why}", "zjpub models lists what can be removed")
    for package in own:
        try:
            shutil.rmtree(package.path) if package.path.is_dir() else package.path.unlink()
        except OSError as error:
            raise disk_error(package.path, error) from error
    return tuple(own)
