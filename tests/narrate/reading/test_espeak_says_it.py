"""eSpeak NG, the voice that misreads most, says what was written once it has been made speakable."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest

from zjpub.model import Lang
from zjpub.narrate.reading import speakable

Phonemes = Callable[[str, Lang], str]
_VOICES = {"zh": b"cmn", "en": b"en-us"}


@pytest.fixture(scope="module")
def phonemes() -> Phonemes:
    loader = pytest.importorskip("espeakng_loader")
    try:
        library = ctypes.CDLL(loader.get_library_path())
    except OSError as error:
        pytest.skip(f"eSpeak NG cannot be loaded here: {error}")
    if library.espeak_Initialize(2, 0, str(loader.get_data_path()).encode(), 0x8000) < 0:
        pytest.skip("eSpeak NG finds no data here")
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p

    def say(text: str, lang: Lang) -> str:
        assert library.espeak_SetVoiceByName(_VOICES[lang]) == 0
        rest, said = ctypes.c_char_p(text.encode()), []
        while rest.value is not None:
            said.append((library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 0) or b"").decode())
        return " ".join(said)

    return say


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("增长6.8%", "增长百分之六点八"),
        ("2022年", "二零二二年"),
        ("-5℃", "零下五摄氏度"),
        ("2/3", "三分之二"),
        ("2000年的历史", "两千年的历史"),
        ("3:1", "三比一"),
    ],
)
def test_chinese_is_said_as_words(phonemes: Phonemes, text: str, words: str) -> None:
    assert phonemes(speakable(text, "zh"), "zh") == phonemes(words, "zh")
    assert phonemes(text, "zh") != phonemes(words, "zh")


def test_an_acronym_in_chinese_is_spelled_by_the_english_voice(phonemes: Phonemes) -> None:
    letters = phonemes("R C E P", "en").replace(" ", "")
    assert len(letters) > 6
    assert phonemes(speakable("签署RCEP协定", "zh"), "zh").count("(en)") == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$12.5 million", "twelve point five million dollars"),
        ("the 1990s", "the nineteen nineties"),
        ("2/3 of it", "two thirds of it"),
        ("80 km/h", "eighty kilometers per hour"),
        ("No. 3", "number three"),
    ],
)
def test_english_is_said_as_words(phonemes: Phonemes, text: str, words: str) -> None:
    assert phonemes(speakable(text, "en"), "en") == phonemes(words, "en")
