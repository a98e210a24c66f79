"""eSpeak NG, the voice that misreads most, says what was written once it has been made speakable."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest

from zjpub.model import Lang
from zjpub.narrate.reading import speakable
from zjpub.narrate.voices.espeak import Espeak
from zjpub.narrate.voices.espeak_letters import letters

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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("AGVs carry it.", "eigh-G-V's carry it."),
        ("The AI lab and the USA won.", "The eigh-I lab and the U-S-eigh won."),
        ("A US firm and A4 paper.", "A U-S firm and eigh four paper."),
        ("Vitamin A, the CBA's final, an SUV.", "Vitamin eigh, the C-B-eigh's final, an S-U-V."),
        ("A History of A China", "A History of A China"),
        ("It is I.", "It is I."),
    ],
)
def test_the_letter_a_is_no_article(phonemes: Phonemes, text: str, line: str) -> None:
    assert letters(speakable(text, "en"), "en") == line
    assert ("'eI" in phonemes(line, "en")) == ("eigh" in line)


@pytest.mark.parametrize("letter", "BCDEFGHIJKLMNOPQRSTUVWXYZ")
def test_letters_joined_are_letters_still(phonemes: Phonemes, letter: str) -> None:
    def said(text: str) -> str:
        return "".join(char for char in phonemes(text, "en") if char.isalpha() or char == "@").replace("N", "n")

    assert said(letters(f"A {letter} Q", "en")) == said("eigh") + said(letter) + said("Q")


def test_the_letter_a_in_chinese(phonemes: Phonemes) -> None:
    assert letters(speakable("使用AI技术，5A级景区", "zh"), "zh") == "使用 eigh I 技术，五 A 级景区"
    assert "a#" not in phonemes("使用 eigh I 技术，五 A 级景区", "zh")
    assert "a#" in phonemes("使用 A I 技术", "zh")


def test_the_voice_says_letters_so(phonemes: Phonemes) -> None:
    first, second, third = Espeak("en").speak(["The A I lab", "The eigh-I lab", "The uh I lab"])
    assert first.samples.tobytes() == second.samples.tobytes()
    assert first.samples.tobytes() != third.samples.tobytes()
