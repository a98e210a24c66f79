"""Where Argos packages are, and what each says of itself; nothing here loads a model."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from zjpub.errors import UsageError, ZjpubError
from zjpub.translate import archive

Where = Literal["given", "project", "user", "shipped"]
STARTER = Path(__file__).with_name("starter")
_MEND = "install zjpub again as you did before; until then: zjpub models add zh en"
_HINT = "fetch one: zjpub models add zh en, or point at another: --model PATH"


@dataclass(frozen=True, slots=True)
class Package:
    """An Argos package folder, all its files present. `prefix`: the token that some models want before the English;
    `path`: the archive it was unpacked from, otherwise the folder."""

    folder: Path
    version: str
    source: str
    target: str
    prefix: str
    where: Where
    path: Path

    @property
    def name(self) -> str:
        return f"{self.source}_{self.target} {self.version}".strip()

    @property
    def tokenizer(self) -> Path:
        """SentencePiece where there is one, as Argos itself chooses."""
        sentencepiece = self.folder / "sentencepiece.model"
        return sentencepiece if sentencepiece.is_file() else self.folder / "bpe.model"

    def files(self) -> tuple[Path, ...]:
        """All files that decide a translation, in a fixed order."""
        return (*sorted(path for path in (self.folder / "model").rglob("*") if path.is_file()), self.tokenizer)


def find(project: Path | None = None, explicit: Path | None = None) -> tuple[Package, ...]:
    """The zh→en packages, best first: the one given, the project's `models/`, the user's Argos folder, the shipped one.

    Raises UsageError if the one given or one of the project's is broken; elsewhere a broken one is passed over.
    """
    found = [_opened(explicit, "given")] if explicit else []
    if project:
        found += [_opened(path, "project") for path in _candidates(project / "models")]
    found += readable((argos_folder(), STARTER))
    chinese = [package for package in found if (package.source, package.target) == ("zh", "en")]
    if explicit and (not chinese or chinese[0].where != "given"):
        raise UsageError(f"{explicit}: translates {found[0].source} → {found[0].target}, not zh → en", _HINT)
    return tuple({package.folder.resolve(): package for package in reversed(chinese)}.values())[::-1]


def readable(folders: Iterable[Path]) -> tuple[Package, ...]:
    """The packages in these folders that are whole, folder by folder, the newest first in each."""
    return tuple(package for folder in folders for package in _whole(folder))


def damage() -> tuple[ZjpubError, ...]:
    """What is wrong with the packages of the user and of zjpub itself that `find` passes over."""
    folders = (*_candidates(argos_folder()), *((STARTER,) if STARTER.is_dir() else ()))
    return tuple(error for folder in folders if (error := _fault(folder)))


def lack() -> str:
    """Why no Chinese can be translated here, as the end of a sentence."""
    faults = damage()
    return f"the translation model is damaged: {faults[-1].message}" if faults else "there is no translation model here"


def _fault(path: Path) -> ZjpubError | None:
    try:
        _opened(path, "user")
    except ZjpubError as error:
        return UsageError(error.message, _MEND) if path == STARTER else error
    return None


def _whole(folder: Path) -> list[Package]:
    where: Where = "shipped" if folder == STARTER else "user" if folder == argos_folder() else "project"
    found = []
    for path in _candidates(folder):
        with suppress(UsageError):
            found.append(_opened(path, where))
    return sorted(found, key=lambda package: order(package.version), reverse=True)


def order(version: str) -> tuple[int, ...]:
    """What makes 1.10 newer than 1.9."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _candidates(folder: Path) -> Iterator[Path]:
    """Package folders and archives in a folder, or the folder itself where it is one."""
    if (folder / "metadata.json").is_file():
        yield folder
    elif folder.is_dir():
        yield from (p for p in sorted(folder.iterdir()) if p.suffix == ".argosmodel" or (p / "metadata.json").is_file())


def _opened(path: Path, where: Where) -> Package:
    if path.is_file():
        return replace(load(archive.opened(path), where), path=path)
    if not path.is_dir():
        raise UsageError(f"{path}: there is no such Argos package", _HINT)
    return load(path, where)


def load(folder: Path, where: Where = "given") -> Package:
    """What a package folder says of itself. Raises UsageError naming the file that is missing or damaged."""
    said = _metadata(folder / "metadata.json")
    package = Package(
        folder, str(said.get("package_version", "")), str(said.get("from_code", "")), str(said.get("to_code", "")),
        str(said.get("target_prefix", "")), where, folder,
    )  # fmt: skip
    if not package.tokenizer.is_file():
        raise UsageError(f"{folder}: sentencepiece.model (or bpe.model) is missing from this Argos package", _HINT)
    for file in (folder / "model" / "model.bin", package.tokenizer):
        if not file.is_file():
            raise UsageError(f"{file}: is missing from this Argos package", _HINT)
        if not file.stat().st_size:
            raise UsageError(f"{file}: this part of the Argos package is empty", _HINT)
    return package


def _metadata(file: Path) -> dict[str, object]:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"{file}: is missing from this Argos package", _HINT) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: this part of the Argos package is damaged: {error}", _HINT) from error
    if not isinstance(said, dict):
        raise UsageError(f"{file}: this part of the Argos package is damaged: no JSON object", _HINT)
    return said


def argos_folder() -> Path:
    """The user's Argos folder, decided as argostranslate does, without the folders that importing it would make."""
    home = Path(os.environ.get("SNAP_USER_DATA") or Path.home()) if "SNAP" in os.environ else Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate" / "settings.json"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "argos-translate"
    if given := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(given)
    try:
        settings = json.loads(config.read_text(encoding="utf-8"))
        return Path(settings["ARGOS_PACKAGES_DIR"])
    except (OSError, ValueError, KeyError, TypeError):
        return data / "packages"
