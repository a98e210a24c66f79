"""Settings: every key known, every mistake named with its place and the nearest right word."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from zjpub import settings
from zjpub.errors import UsageError
from zjpub.settings import KEYS, Settings

ROOT = Path(__file__).parents[1]


def read(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "zjpub.toml"
    path.write_text(text, encoding="utf-8")
    return settings.read(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "zjpub.toml") == Settings()


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """
        title = "经开报"
        languages = ["zh", "en"]
        formats = ["html", "epub", "html"]
        [narrate]
        audio = false
        loudness = -18
        pause_sentence = 200
        products = ["section"]
        [translate]
        engine = "echo"
        """,
    )
    assert found.title == "经开报"
    assert found.formats == ("html", "epub")
    assert (found.audio, found.loudness, found.pause_sentence, found.products) == (False, -18.0, 200, ("section",))
    assert found.translator == "echo"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('\n\ntitel = "x"', "line 3: unknown setting 'titel'", "did you mean 'title'?"),
        ('[narrate]\nvoise = "x"', "line 2: unknown setting 'narrate.voise'", "did you mean 'voice' under [narrate]?"),
        ('voice = "edge"', "line 1: unknown setting 'voice'", "did you mean 'voice' under [narrate]?"),
        ("[narate]\nx = 1", "unknown setting 'narate.x'", ""),
        ("title = 3", "line 1: title must be text in quotes", "it is now 3"),
        ("[narrate]\naudio = 1", "line 2: narrate.audio must be true or false", ""),
        ("[narrate]\nloudness = 3", "line 2: narrate.loudness must be a number from -30 to -9", ""),
        ("[narrate]\npause_heading = 1.5", "narrate.pause_heading must be a whole number", ""),
        ("[narrate]\npause_heading = true", "narrate.pause_heading must be a whole number", ""),
        ('formats = ["hmtl"]', "line 1: formats knows no 'hmtl' (did you mean html?)", ""),
        ('formats = "html"', "formats must be a list of names", ""),
        ('[translate]\nengine = "argo"', "translate.engine must be one of auto, argos", ""),
        ('languages = ["en", "zh"]', 'languages must be ["zh", "en"]', ""),
        ("title = hello", "is not valid TOML", "text needs quotes"),
    ],
)
def test_a_mistake_is_explained_with_its_place(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)) as wrong:
        read(tmp_path, text)
    assert "zjpub.toml" in wrong.value.message
    assert hint in wrong.value.hint
    assert wrong.value.exit_code == 2


def test_an_empty_table_is_no_mistake(tmp_path: Path) -> None:
    assert read(tmp_path, "[translate]\n[narrate]\n") == Settings()


def test_not_utf8_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "zjpub.toml"
    path.write_bytes("title = '经'".encode("gb18030"))
    with pytest.raises(UsageError, match="is not UTF-8 text"):
        settings.read(path)


@pytest.mark.parametrize("path", [ROOT / "content/zjpub.toml", ROOT / "src/zjpub/template/content/zjpub.toml"], ids=str)
def test_the_comments_of_our_own_files_name_every_key_with_its_default(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    uncommented = re.sub(r"(?m)^# (?=\w+ = )", "", text)
    for key in KEYS:
        assert re.search(rf"(?m)^{key.rsplit('.', 1)[-1]} = ", uncommented), key
    found = settings.apply(Settings(), tomllib.loads(uncommented), str(path), uncommented)
    defaults = Settings(formats=found.formats, title=found.title, author=found.author, licence=found.licence)
    assert found == defaults


def test_a_voice_or_a_model_that_is_named_outranks_what_stands_below(tmp_path: Path) -> None:
    below = read(tmp_path, '[translate]\nengine = "none"\n[narrate]\nvoice = "auto"\nvoice_zh = "edge"\n')
    assert (below.translator, below.voice, below.voice_zh) == ("none", "auto", "edge")
    above = settings.apply(below, {"narrate.voice": "espeak", "translate.model": "m"}, "command line")
    assert (above.translator, above.voice, above.voice_zh) == ("auto", "espeak", "")
    both = settings.apply(below, {"narrate": {"voice": "espeak", "voice_en": "piper"}}, "a.txt")
    assert (both.translator, both.voice, both.voice_zh, both.voice_en) == ("none", "espeak", "", "piper")


def test_front_matter_overrides_and_its_unknown_keys_are_errors() -> None:
    found = settings.override(
        {
            "title": "题",
            "author": "王 李",
            "date": "2024-01-02",
            "narrate": {"voice": "espeak"},
            "clean": {3: "caption"},
        },
        "a.txt",
    )
    assert (found.title, found.byline, found.date) == ("题", ("王", "李"), "2024-01-02")
    assert found.settings == {"narrate.voice": "espeak"}
    assert found.clean == {3: "caption"}
    with pytest.raises(UsageError, match="unknown key 'titel' in the front matter") as wrong:
        settings.override({"titel": "x"}, "a.txt")
    assert "did you mean 'title'" in wrong.value.hint
    with pytest.raises(UsageError, match="lists no lines"):
        settings.override({"clean": "all"}, "a.txt")
