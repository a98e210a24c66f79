"""All engines that can speak, and the choice among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from zjpub.errors import UsageError
from zjpub.model import Lang, VoiceUse
from zjpub.narrate.interface import Voice
from zjpub.narrate.voices import edge, espeak, piper, silence


@dataclass(frozen=True, slots=True)
class Engine:
    """`make(lang, voice)` gives a voice (the engine's usual one for ""); `names` lists the voices of a language;
    `knows(voice, lang)` says whether a voice, which need not be listed, speaks a language."""

    make: Callable[[Lang, str], Voice]
    names: Callable[[Lang], Sequence[str]]
    knows: Callable[[str, Lang], bool]


ENGINES: dict[str, Engine] = {
    "edge": Engine(edge.Edge, edge.names, edge.knows),
    "espeak": Engine(espeak.Espeak, espeak.names, espeak.knows),
    "piper": Engine(piper.Piper, piper.names, piper.knows),
    "silence": Engine(silence.Silence, silence.names, silence.knows),
}
AUTO = "auto"
_LATER = "to replace the audio later, build with --voice edge, or set it in zjpub.toml"


def voices_for(engine: str, lang: Lang) -> tuple[str, ...]:
    """The voices of an engine that speak a language. Raises UsageError for an engine that there is not."""
    return tuple(_engine(engine).names(lang))


def heard() -> VoiceUse:
    """The engine that `auto` means now, and why: edge is asked once whether it can be reached."""
    trouble = edge.reachable()
    if trouble:
        return VoiceUse("espeak", f"the voices of edge cannot be reached ({trouble}): {_LATER}")
    return VoiceUse("edge", "the service answered")


def choose(
    wanted: str,
    langs: Sequence[Lang] = ("zh", "en"),
    each: Mapping[Lang, str] | None = None,
    auto: Callable[[], VoiceUse] = heard,
) -> Mapping[Lang, tuple[Voice, VoiceUse]]:
    """A voice for every language and why this one. Raises UsageError.

    `wanted` is `auto`, an engine (`espeak`) or an engine's voice (`edge:zh-CN-YunxiNeural`, for the languages that have
    it); `each` says otherwise for single languages. `auto` tells, where it is wanted, which engine it means.
    """
    settings: dict[Lang, str] = {lang: (each or {}).get(lang) or wanted for lang in langs}
    meant = auto() if AUTO in settings.values() else None
    return {lang: _chosen(setting, lang, meant, own=setting != wanted) for lang, setting in settings.items()}


def _chosen(setting: str, lang: Lang, auto: VoiceUse | None, own: bool) -> tuple[Voice, VoiceUse]:
    why = "as the settings say"
    if setting == AUTO and auto:
        setting, why = auto.name, auto.why
    name, _, wanted = setting.partition(":")
    engine = _engine(name)
    if wanted and not engine.knows(wanted, lang):
        if own or not engine.knows(wanted, "en" if lang == "zh" else "zh"):
            raise UsageError(
                f"{name} has no voice {wanted!r} for {lang}", _nearest(wanted, _like(wanted, engine, lang))
            )
        # One voice was named for the whole build; the other language takes the engine's usual one.
        wanted = ""
    voice = engine.make(lang, wanted)
    return voice, VoiceUse(voice.name, why)


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise UsageError(f"there is no voice {name!r}", _nearest(name, (AUTO, *ENGINES)))
    return ENGINES[name]


def _like(wanted: str, engine: Engine, lang: Lang) -> tuple[str, ...]:
    """All that could have been meant: voices, and a right voice with eSpeak's variants."""
    base, plus, _ = wanted.partition("+")
    variants = espeak.variants() if plus and base in engine.names(lang) else ()
    return (*(f"{base}+{variant}" for variant in variants), *engine.names(lang))


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1, 0.4)
    return f"did you mean {near[0]}? `zjpub voices` lists all" if near else "`zjpub voices` lists all"
