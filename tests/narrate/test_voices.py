"""The contract of a voice, run over every engine; and what is special about eSpeak NG."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pytest
from fake_edge import FakeEdge

from zjpub import extras
from zjpub.errors import NarrationError, UsageError
from zjpub.model import Lang
from zjpub.narrate import Voice, choose, plausible, voices_for
from zjpub.narrate.interface import Speech
from zjpub.narrate.voices import ENGINES, espeak, piper
from zjpub.narrate.voices.espeak import Espeak

LINES: dict[Lang, tuple[str, ...]] = {
    "zh": ("你好，世界。", "二零二二年，百分之六点八的增长。", "没有。", "R C E P 生效了。"),
    "en": ("Hello, world.", "In twenty nineteen it grew by six point eight percent.", "No.", "It’s “done”."),
}
PIPER = Path(__file__).with_name("hum")
"""A voice for piper that hums: its model is a sine of the phonemes' numbers."""
NOTHING = ("", "   ", "……", "——！？", "🎉", "\u200b")
ODD = ("\x00\x01abc\x02", "a" * 3000, "字" * 3000, "<speak>&amp;</speak> [[x]]", "\ud800 half", "مرحبا", "１２３")


def digest(speech: Speech) -> str:
    return hashlib.sha256(speech.samples.tobytes()).hexdigest()


# The voice for piper that hums knows English only.
VOICES = [(name, lang) for name in ENGINES for lang in ("zh", "en") if (name, lang) != ("piper", "zh")]


@pytest.fixture(params=VOICES, ids="-".join)
def voice(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Voice]:
    import edge_tts.communicate

    name, lang = request.param
    monkeypatch.setenv(piper.FOLDER_SETTING, str(PIPER))
    with FakeEdge(lambda n, text: "good") as fake:
        monkeypatch.setenv("NO_PROXY", "*")
        monkeypatch.setattr(edge_tts.communicate, "WSS_URL", fake.url)
        if name == "piper":
            pytest.importorskip("piper.voice", reason="needs the extra piper")
        yield ENGINES[name].make(lang, "")


def test_one_speech_a_line_in_order(voice: Voice) -> None:
    lines = LINES[voice.lang]
    together = list(voice.speak(lines))
    alone = [next(iter(voice.speak((line,)))) for line in lines]
    assert list(map(digest, together)) == list(map(digest, alone))
    assert len({digest(speech) for speech in together}) == len(lines) or "quiet" in voice.name


def test_mono_samples_at_the_promised_rate(voice: Voice) -> None:
    for speech in voice.speak(LINES[voice.lang]):
        assert speech.samples.dtype == np.int16
        assert speech.samples.ndim == 1
        assert speech.rate == voice.rate
        assert not speech.flags


def test_speech_takes_a_plausible_time(voice: Voice) -> None:
    for line, speech in zip(LINES[voice.lang], voice.speak(LINES[voice.lang]), strict=True):
        assert not plausible.doubt(line, 1000 * len(speech.samples) / speech.rate)


def test_no_lines_no_speech(voice: Voice) -> None:
    assert list(voice.speak(())) == []


def test_nothing_speakable_gives_no_samples_or_short_ones(voice: Voice) -> None:
    for speech in voice.speak(NOTHING):
        assert len(speech.samples) < voice.rate


@pytest.mark.parametrize("voice", [pair for pair in VOICES if pair[0] != "edge"], indirect=True, ids="-".join)
def test_odd_lines_do_no_harm(voice: Voice) -> None:
    speeches = list(voice.speak((*ODD, LINES[voice.lang][0])))
    assert len(speeches) == len(ODD) + 1
    assert digest(speeches[-1]) == digest(next(iter(voice.speak(LINES[voice.lang][:1]))))


def test_an_abandoned_voice_stops(voice: Voice) -> None:
    before = threading.active_count()
    speaking = voice.speak(LINES[voice.lang] * 30)
    next(iter(speaking))
    speaking.close()  # type: ignore[attr-defined]
    patience = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < patience:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_names_are_people_s_and_identities_tell_voices_apart() -> None:
    made = [ENGINES[name].make(lang, "") for name in ("espeak", "silence", "edge") for lang in ("zh", "en")]
    assert len({voice.identity for voice in made}) == len(made)
    assert Espeak("zh", "cmn+f3").identity != Espeak("zh").identity


def test_espeak_says_the_same_whatever_it_said_before() -> None:
    lines = LINES["zh"]
    forward = list(map(digest, Espeak("zh").speak(lines * 12)))
    backward = list(map(digest, Espeak("zh").speak(lines[::-1] * 12)))
    assert forward == list(map(digest, Espeak("zh").speak(lines))) * 12
    assert backward[::-1] == forward


@pytest.mark.parametrize("variant", ["f3", "whisper", "Reed", "klatt"])
def test_espeak_variants_are_as_steady(variant: str) -> None:
    voice = Espeak("zh", f"cmn+{variant}")
    once = list(map(digest, voice.speak(LINES["zh"])))
    assert list(map(digest, voice.speak(LINES["zh"] * 5))) == once * 5


def test_espeak_does_not_clip() -> None:
    for lang in ("zh", "en"):
        for speech in Espeak(lang).speak(LINES[lang]):
            assert 4000 < np.abs(speech.samples.astype(int)).max() < 32_000


def test_espeak_reads_pinyin_between_characters() -> None:
    plain, right, wrong = Espeak("zh").speak(("六安市", "lu4an1市", "liu4an1市"))
    assert digest(right) != digest(plain)
    assert digest(right) != digest(wrong)


def test_a_voice_that_espeak_lacks_is_an_error_not_another_voice() -> None:
    with pytest.raises(NarrationError, match="zh-cn"):
        list(Espeak("zh", "zh-cn").speak(("你好",)))


def test_a_crash_is_survived(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first process dies at the second sentence; the sentence is spoken all the same."""
    real = Path(espeak.__file__).with_name("espeak_worker.py").read_text(encoding="utf-8")
    died = tmp_path / "died"
    trap = f"import os, pathlib\n    if text == b'b' and not pathlib.Path({str(died)!r}).exists():\n"
    trap += f"        pathlib.Path({str(died)!r}).touch()\n        os._exit(11)\n    heard: list"
    (tmp_path / "espeak_worker.py").write_text(real.replace("heard: list", trap, 1), encoding="utf-8")
    monkeypatch.setattr(espeak, "__file__", str(tmp_path / "espeak.py"))
    speeches = list(Espeak("en").speak(("a", "b", "c")))
    assert died.exists()
    monkeypatch.undo()
    assert list(map(digest, speeches)) == list(map(digest, Espeak("en").speak(("a", "b", "c"))))


def test_a_worker_whose_library_stays_in_memory_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Some systems do not unload a library; then every sentence gets a new process, and sounds the same."""
    real = Path(espeak.__file__).with_name("espeak_worker.py").read_text(encoding="utf-8")
    stays = real.replace(
        "def unload(espeak: ctypes.CDLL) -> None:", "def unload(espeak):\n    return\n\n\ndef _real(espeak):"
    )
    (tmp_path / "espeak_worker.py").write_text(stays, encoding="utf-8")
    monkeypatch.setattr(espeak, "__file__", str(tmp_path / "espeak.py"))
    kept = list(map(digest, Espeak("zh").speak(LINES["zh"] * 2)))
    monkeypatch.undo()
    assert kept == list(map(digest, Espeak("zh").speak(LINES["zh"]))) * 2


def test_a_program_without_main_guard_can_speak(tmp_path: Path) -> None:
    program = tmp_path / "unguarded.py"
    program.write_text(
        "from zjpub.narrate import choose\n"
        "voice, _ = choose('espeak', ('zh',))['zh']\n"
        "print(sum(speech.samples.size > 0 for speech in voice.speak(['你好', '再见'])))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_espeak_data_may_lie_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """eSpeak NG itself cuts off paths of more than 160 bytes, as those of a virtual environment may be."""
    _, data = espeak._installed()
    deep = tmp_path.joinpath(*(["a-rather-long-folder-名字"] * 8))
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(data, target_is_directory=True)
    library, _ = espeak._installed()
    monkeypatch.setattr(espeak, "_installed", lambda: (library, deep / "espeak-ng-data"))
    assert next(iter(Espeak("zh").speak(("你好",)))).samples.size


@pytest.fixture
def installed() -> None:
    pytest.importorskip("piper.voice", reason="needs the extra piper")


@pytest.mark.usefixtures("installed")
def test_piper_by_path_and_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    model = PIPER / "en_US-hum-low.onnx"
    voice, use = choose(f"piper:{model}", ("en",))["en"]
    assert (use.name, voice.rate) == ("piper en_US-hum-low", 16_000)
    with pytest.raises(UsageError, match="hum"):
        choose("piper:en_US-hum-low", ("en",))
    monkeypatch.setenv(piper.FOLDER_SETTING, str(PIPER))
    assert choose("piper:en_US-hum-low", ("en",))["en"][0].identity == voice.identity
    assert "en_US-hum-low" in voices_for("piper", "en")
    assert "en_US-hum-low" not in voices_for("piper", "zh")


@pytest.mark.usefixtures("installed")
def test_piper_without_a_voice_of_the_language_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper, "_folders", lambda: (PIPER,))
    with pytest.raises(UsageError, match="no piper voice for zh") as caught:
        choose("piper")
    assert "piper-voices" in caught.value.hint


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("config", [None, "", "{}", '{"audio": {"sample_rate": "x"}}', "[1]", '{"audio": 5}'])
def test_a_piper_voice_without_its_description(tmp_path: Path, config: str | None) -> None:
    model = tmp_path / "en.onnx"
    model.write_bytes(b"no model")
    if config is not None:
        (tmp_path / "en.onnx.json").write_text(config, encoding="utf-8")
    with pytest.raises(UsageError, match="does not describe a piper voice"):
        choose(f"piper:{model}", ("en",))


@pytest.mark.usefixtures("installed")
def test_a_broken_piper_model(tmp_path: Path) -> None:
    (tmp_path / "en.onnx").write_bytes(b"no model")
    (tmp_path / "en.onnx.json").write_bytes((PIPER / "en_US-hum-low.onnx.json").read_bytes())
    voice, _ = choose(f"piper:{tmp_path / 'en.onnx'}", ("en",))["en"]
    with pytest.raises(NarrationError, match="no working piper voice"):
        list(voice.speak(("Hello.",)))


def test_piper_that_is_not_installed_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(piper, "version", missing)
    with pytest.raises(UsageError) as caught:
        choose("piper")
    assert extras.command("piper") in caught.value.hint


def test_voices_are_listed() -> None:
    assert "cmn" in voices_for("espeak", "zh")
    assert "en-us" in voices_for("espeak", "en")
    assert "zh-CN-YunxiNeural" in voices_for("edge", "zh")
    for engine in ENGINES:
        for lang in ("zh", "en"):
            assert voices_for(engine, lang) or engine == "piper"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("espeak", ["espeak cmn", "espeak en-us"]),
        ("espeak:cmn+f3", ["espeak cmn+f3", "espeak en-us"]),
        ("espeak:en-gb", ["espeak cmn", "espeak en-gb"]),
        ("edge:zh-CN-YunxiNeural", ["edge zh-CN-YunxiNeural", "edge en-US-AriaNeural"]),
        ("silence:tone", ["silence tone", "silence tone"]),
    ],
)
def test_choosing(wanted: str, names: list[str]) -> None:
    assert [voice.name for voice, _ in choose(wanted).values()] == names


def test_choosing_for_one_language() -> None:
    chosen = choose("espeak", ("zh", "en"), {"en": "silence", "zh": ""})
    assert [use.name for _, use in chosen.values()] == ["espeak cmn", "silence quiet"]


@pytest.mark.parametrize(
    ("wanted", "each", "hint"),
    [
        ("espeek", {}, "espeak"),
        ("egde", {}, "edge"),
        ("edge:zh-CN-XiaoxaoNeural", {}, "zh-CN-XiaoxiaoNeural"),
        ("espeak:cmm", {}, "cmn"),
        ("espeak:cmn+f33", {}, "f3"),
        ("espeak", {"zh": "espeak:en-us"}, "zjpub voices"),
        ("", {}, "zjpub voices"),
        ("espeak:../../etc/passwd", {}, "zjpub voices"),
    ],
)
def test_an_unknown_voice_names_the_nearest(wanted: str, each: dict[Lang, str], hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose(wanted, ("zh", "en"), each)
    assert hint in caught.value.hint
