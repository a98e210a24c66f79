"""All engines that can speak, and the choice among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from zjpub.errors import UsageError
from zjpub.model import Lang, VoiceUse
from zjpub.narrate.interface import Voice
from zjpub.narrate.voices import edge, espeak, silence


@dataclass(frozen=True, slots=True)
class Engine:
    """`make(lang, voice)` gives a voice (the engine's usual one for ""); `names` lists the voices of a language."""

    make: Callable[[Lang, str], Voice]
    names: Callable[[Lang], Sequence[str]]
    about: str


ENGINES: dict[str, Engine] = {
    "edge": Engine(edge.Edge, edge.names, "Microsoft's neural voices, over the network"),
    "espeak": Engine(espeak.Espeak, espeak.names, "eSpeak NG, offline and everywhere"),
    "silence": Engine(silence.Silence, silence.names, "no speech, for tests"),
}
AUTO = "auto"
_LATER = "to replace the audio later, build again when the service can be reached, or with --voice edge"


def voices_for(engine: str, lang: Lang) -> tuple[str, ...]:
    """The voices of an engine that speak a language. Raises UsageError for an engine that there is not."""
    return tuple(_engine(engine).names(lang))


def choose(
    wanted: str, langs: Sequence[Lang] = ("zh", "en"), each: Mapping[Lang, str] | None = None
) -> Mapping[Lang, tuple[Voice, VoiceUse]]:
    """A voice for every language and why this one. Raises UsageError.

    `wanted` is `auto`, an engine (`espeak`) or an engine's voice (`edge:zh-CN-YunxiNeural`, for the languages that have
    it); `each` says otherwise for single languages. `auto` asks once whether edge can be reached.
    """
    settings: dict[Lang, str] = {lang: (each or {}).get(lang) or wanted for lang in langs}
    auto = _auto() if AUTO in settings.values() else None
    return {lang: _chosen(setting, lang, auto, own=setting != wanted) for lang, setting in settings.items()}


def _auto() -> VoiceUse:
    """The engine that `auto` means now, and why."""
    trouble = edge.reachable()
    if trouble:
        return VoiceUse("espeak", f"the voices of edge cannot be reached ({trouble}); {_LATER}")
    return VoiceUse("edge", "the service answered")


def _chosen(setting: str, lang: Lang, auto: VoiceUse | None, own: bool) -> tuple[Voice, VoiceUse]:
    why = "as the settings say"
    if setting == AUTO and auto:
        setting, why = auto.name, auto.why
    engine, _, name = setting.partition(":")
    if name and not own and not _speaks(engine, name, lang) and _speaks(engine, name, "en" if lang == "zh" else "zh"):
        # One voice was named for the whole build; the other language takes the engine's usual one.
        name = ""
    voice = _engine(engine).make(lang, _known(engine, name, lang))
    return voice, VoiceUse(voice.name, why)


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise UsageError(f"there is no voice {name!r}", _nearest(name, (AUTO, *ENGINES)))
    return ENGINES[name]


def _speaks(engine: str, name: str, lang: Lang) -> bool:
    base, plus, variant = name.partition("+")
    variants = espeak.variants() if engine == "espeak" and plus else ()
    return base in _engine(engine).names(lang) and (not plus or variant in variants)


def _known(engine: str, name: str, lang: Lang) -> str:
    if not name or _speaks(engine, name, lang):
        return name
    base, _, variant = name.partition("+")
    known = _engine(engine).names(lang)
    if engine == "espeak" and base in known:
        raise UsageError(f"the espeak voice {base} has no variant {variant!r}", _nearest(variant, espeak.variants()))
    raise UsageError(f"{engine} has no voice {name!r} for {lang}", _nearest(name, known))


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1, 0.4)
    return f"did you mean {near[0]}? `zjpub voices` lists all" if near else "`zjpub voices` lists all"
