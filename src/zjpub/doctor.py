"""What works on this machine, each with the command that mends it."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zjpub import extras
from zjpub.errors import UsageError, ZjpubError
from zjpub.project import Project


@dataclass(frozen=True, slots=True)
class Checkup:
    """One thing looked at. `needed`: builds do not work without it; `mend`: what to do when it is not `good`."""

    what: str
    good: bool
    words: str
    mend: str = ""
    needed: bool = True


def examine(root: Path) -> tuple[Checkup, ...]:
    """Look at Python, content, models, voices, network, fonts, disk and extras. Raises UsageError without a folder."""
    if not root.is_dir():
        raise UsageError(f"there is no folder {root}", "check the path after --project")
    return (_python(), _content(root), *_models(root), _espeak(), _edge(), _fonts(), _disk(root), *_extras())


def _python() -> Checkup:
    version = ".".join(map(str, sys.version_info[:3]))
    return Checkup("Python", sys.version_info >= (3, 11), version, "install Python 3.11 or newer")


def _content(root: Path) -> Checkup:
    def look() -> str:
        count = len(Project.open(root, {}).articles())
        return f"{count} {'article' if count == 1 else 'articles'} in {root / 'content'}"

    return _tried("content", look, needed=False)


def _models(root: Path) -> tuple[Checkup, ...]:
    """The model that a build would use, then each that is passed over."""
    from zjpub.translate import packages
    from zjpub.translate.argos import Argos

    def look() -> str:
        found = Project.open(root, {}).models()
        if not found:
            return ""
        Argos(found[0]).translate(["你好。"])
        return f"{found[0].name}, {found[0].where}: {found[0].folder}"

    chosen = _tried("translation model", look, "zjpub models add zh en", needed=False)
    faults = packages.damage()
    return (chosen, *(Checkup("damaged model", False, fault.message, fault.hint, needed=False) for fault in faults))


def _espeak() -> Checkup:
    def look() -> str:
        from zjpub.narrate import choose

        voice, _ = choose("espeak", ("zh",))["zh"]
        (speech,) = voice.speak(["你好"])
        return f"{voice.name}: {1000 * speech.samples.size // speech.rate} ms for 你好"

    return _tried("offline voice (espeak)", look, extras.pip("espeakng-loader", again=True))


def _edge() -> Checkup:
    host = "speech.platform.bing.com"

    def look() -> str:
        with socket.create_connection((host, 443), timeout=3):
            return f"{host} can be reached"

    mend = "connect to the internet; until then the offline voice speaks"
    return _tried("network voice (edge)", look, mend, needed=False)


def _fonts() -> Checkup:
    def look() -> str:
        from zjpub.typeface import han_face

        face = han_face()
        return str(face.path) if face else ""

    mend = "install Noto Sans CJK (Debian: apt install fonts-noto-cjk)"
    return _tried("Chinese font for covers", look, mend, needed=False)


def _disk(root: Path) -> Checkup:
    free = shutil.disk_usage(root).free // 2**20
    return Checkup("disk", free > 500, f"{free} MB free", "free some space: a long article needs about 100 MB")


def _extras() -> tuple[Checkup, ...]:
    modules = {"m4b": "av", "piper": "piper", "cluster": "distributed"}
    return tuple(
        Checkup(
            f"extra {name}",
            bool(importlib.util.find_spec(module)),
            "installed" if importlib.util.find_spec(module) else "not installed",
            extras.command(name),
            needed=False,
        )
        for name, module in modules.items()
    )


def _tried(what: str, look: Callable[[], str], mend: str = "", needed: bool = True) -> Checkup:
    try:
        words = look()
    except ZjpubError as error:
        return Checkup(what, False, error.message, error.hint or mend, needed)
    except OSError as error:
        return Checkup(what, False, str(error) or type(error).__name__, mend, needed)
    return Checkup(what, bool(words), words or "none found", mend, needed)
