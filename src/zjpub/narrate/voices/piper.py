"""Piper (the extra `piper`): neural voices offline, from model files that the user has.

A voice is `NAME.onnx` beside `NAME.onnx.json`, named by its path, or by its name if it lies in a known folder.
The models' random noise is switched off, so that a sentence sounds the same in every build.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from zjpub import extras
from zjpub.errors import NarrationError, UsageError
from zjpub.model import Lang
from zjpub.narrate import plausible
from zjpub.narrate.interface import Speech, nothing
from zjpub.narrate.voices.plain import plain
from zjpub.narrate.voices.trim import trim

FOLDER_SETTING = "ZJPUB_PIPER_VOICES"
_GET = "get voices from https://huggingface.co/rhasspy/piper-voices: the .onnx and the .onnx.json file of each"


class Piper:
    """Speaks in one process; onnxruntime itself uses every core. Reads no pinyin: phonemes come from the words."""

    pinyin = False

    def __init__(self, lang: Lang, voice: str = "") -> None:
        release = _release()
        found = names(lang)
        if not voice and not found:
            where = f"put them in {_folders()[-1]}, or name one as piper:PATH.onnx"
            raise UsageError(f"there is no piper voice for {lang}", f"{_GET}; {where}")
        self._model = _located(voice or found[0])
        self.lang = lang
        self.rate = int(_config(self._model)["audio"]["sample_rate"])
        self.name = f"piper {self._model.stem}"
        digest = hashlib.sha256(self._model.read_bytes()).hexdigest()[:16]
        self.identity = f"{self.name} {digest} {release} 1"

    @cached_property
    def _loaded(self) -> Any:
        import piper

        try:
            return piper.PiperVoice.load(self._model)
        except Exception as error:  # onnxruntime has no base class for its errors
            raise NarrationError(f"{self._model} is no working piper voice: {error}", _GET) from error

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        """See Voice."""
        for line in lines:
            yield self._say(line) if plausible.has_words(line) else nothing(self.rate)

    def _say(self, line: str) -> Speech:
        import numpy as np
        import piper

        steady = piper.SynthesisConfig(noise_scale=0.0, noise_w_scale=0.0)
        pieces = [chunk.audio_int16_array for chunk in self._loaded.synthesize(plain(line), steady)]
        return Speech(trim(np.concatenate(pieces), self.rate), self.rate) if pieces else nothing(self.rate)


def _release() -> str:
    """Raises UsageError when piper is not installed."""
    try:
        return version("piper-tts")
    except PackageNotFoundError as error:
        raise UsageError("the engine piper is not installed", f"run: {extras.command('piper')}") from error


def _folders() -> tuple[Path, ...]:
    named = [Path(folder) for folder in os.environ.get(FOLDER_SETTING, "").split(os.pathsep) if folder]
    return (*named, Path.home() / ".local" / "share" / "piper-voices")


def _located(voice: str) -> Path:
    """The model file of a voice. Raises UsageError when there is none."""
    if voice.endswith(".onnx"):
        candidates = [Path(voice).expanduser()]
    else:
        candidates = [path for folder in _folders() for path in sorted(folder.rglob("*.onnx")) if path.stem == voice]
    for path in candidates:
        if path.is_file():
            return path
    raise UsageError(f"there is no piper voice {voice}", f"check the path, or {_GET}")


def _config(model: Path) -> dict[str, Any]:
    """What stands beside the model. Raises UsageError when it is missing or broken."""
    path = model.with_name(f"{model.name}.json")
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {"audio": {"sample_rate": int(found["audio"]["sample_rate"])}, "tongue": _tongue(found)}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise UsageError(f"{path} does not describe a piper voice: {error!r}", _GET) from error


def _tongue(found: dict[str, Any]) -> str:
    """zh, en, …: newer files say it in `language`, older ones only in the name of eSpeak's voice."""
    code = found.get("language", {}).get("code") or found.get("espeak", {}).get("voice", "")
    tongue = str(code).replace("-", "_").split("_")[0].lower()
    return "zh" if tongue == "cmn" else tongue


def names(lang: Lang) -> tuple[str, ...]:
    """The voices in the known folders that speak a language; broken ones are left out."""
    found = {path.stem for folder in _folders() for path in folder.rglob("*.onnx") if _speaks(path, lang)}
    return tuple(sorted(found))


def knows(voice: str, lang: Lang) -> bool:
    """Whether there is such a voice and it speaks the language. Raises UsageError for a path to nothing."""
    return _config(_located(voice))["tongue"] == lang if voice.endswith(".onnx") else voice in names(lang)


def _speaks(model: Path, lang: Lang) -> bool:
    try:
        return bool(_config(model)["tongue"] == lang)
    except UsageError:
        return False
