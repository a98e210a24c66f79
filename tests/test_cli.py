"""The command line as its users meet it: exit codes, one line of explanation, one of help, never a traceback."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from zjpub import cli, manuscript
from zjpub.cli import boundary, screen
from zjpub.errors import TranslationError
from zjpub.narrate.interface import Speech
from zjpub.narrate.voices import edge
from zjpub.narrate.voices.silence import Silence
from zjpub.translate import packages
from zjpub.translate.echo import Echo
from zjpub.translate.interface import PLAIN, Effort

ARTICLE = """河边的书店 春天又来了

记者 林小满

书店只有40平方米，却藏着1.2万册旧书。店主每天下午三点煮一壶茶，谁来都可以坐下。她总是笑着说话。

河边的步道

去年新修步道2.3公里，种下柳树1200棵。每天来散步的人从不到300人增加到1500多人。
"""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run `zjpub …` in this process, in an empty folder, with no model, the shipped one neither."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packages, "STARTER", tmp_path / "no-starter")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "no-packages"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no-data"))
    monkeypatch.setattr(boundary, "_speak_utf8", lambda: None)

    def call(*arguments: str, stdin: str | bytes = "") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "argv", ["zjpub", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsysbinary.readouterr()
        return Ran(int(left.value.code or 0), out.decode(), err.decode())

    return call


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one small article."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bookshop.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


QUICK = ("--translator", "echo", "--voice", "silence")


def assert_explained(ran: Ran, code: int, *words: str) -> None:
    """One line of explanation with the place, one of help, the documented exit code, no traceback."""
    assert ran.code == code, ran.err
    lines = [line for line in ran.err.splitlines() if line]
    assert lines[0].startswith("error: ")
    assert lines[1].startswith(" help: ")
    assert "Traceback" not in ran.err
    assert "a bug in zjpub" not in ran.err
    for word in words:
        assert word in ran.err


def test_help_and_version(run: Run) -> None:
    assert "Exit codes: 0 all good" in run("--help").out
    assert run("--version").out.startswith("zjpub, version ")


def test_help_starts_within_a_fraction_of_the_import_of_the_stages() -> None:
    code = "import sys; sys.argv = ['zjpub', '--help']; import zjpub.cli as c\ntry: c.main()\nexcept SystemExit: pass\n"
    code += "print('LOADED', len(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(loaded.stdout.rsplit("LOADED", 1)[1]) < 250


def test_an_unknown_command_or_option_is_usage(run: Run) -> None:
    assert_explained(run("biuld"), 2, "biuld", "zjpub --help")
    assert_explained(run("build", "--fast"), 2, "--fast", "zjpub build --help")


def test_build_makes_everything_and_a_second_build_asks_no_engine(run: Run, project: Path) -> None:
    first = run("build", *QUICK, "--json")
    assert first.code == 0, first.err
    made = json.loads(first.out)
    assert made["engine_calls"]["translated"] > 0
    home = project / "output" / "bookshop"
    edition = json.loads((home / "edition.json").read_bytes())
    assert [section["heading"]["zh"] for section in edition["sections"] if section["heading"]] == ["河边的步道"]
    for name in ("index.html", "report.html", "bookshop.md", "bookshop.zh.md", "bookshop.en.md", "bookshop.epub"):
        assert (home / name).stat().st_size > 0
    assert (project / "output" / "index.html").is_file()
    before = {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")}
    second = json.loads(run("build", *QUICK, "--json").out)
    assert second["engine_calls"] == {"translated": 0, "spoken": 0}
    assert [article["state"] for article in second["articles"]] == ["unchanged"]
    assert {path: path.stat().st_mtime_ns for path in (project / "output").rglob("*")} == before


def test_two_builds_into_two_folders_have_the_same_bytes(run: Run, project: Path) -> None:
    for folder in ("one", "two"):
        assert run("build", *QUICK, "-o", folder).code == 0
        shutil.rmtree(project / ".zjpub")
    one = {path.relative_to("one"): path.read_bytes() for path in Path("one").rglob("*") if path.is_file()}
    two = {path.relative_to("two"): path.read_bytes() for path in Path("two").rglob("*") if path.is_file()}
    assert one == two
    assert len(one) > 10


def test_the_closing_words_say_what_where_and_why(run: Run, project: Path) -> None:
    said = run("build", *QUICK).err
    for words in (
        "output/bookshop/index.html",
        "bookshop.epub",
        "content/bookshop.po",
        "Spoken by silence",
        "1 built",
    ):
        assert words in said
    assert "0 engine calls" in run("build", *QUICK).err
    assert run("build", *QUICK, "--quiet").err == ""


def test_one_changed_sentence_costs_one_translation_and_one_synthesis_a_language(run: Run, project: Path) -> None:
    run("build", *QUICK)
    path = project / "content" / "bookshop.txt"
    path.write_text(ARTICLE.replace("笑着说话", "笑着看书"), encoding="utf-8")
    assert json.loads(run("build", *QUICK, "--json").out)["engine_calls"] == {"translated": 1, "spoken": 2}


def test_the_output_of_an_article_that_is_gone_is_pruned(run: Run, project: Path) -> None:
    other = project / "content" / "other.txt"
    other.write_text("别的文章\n\n这是另一篇文章的正文，写得并不长。\n", encoding="utf-8")
    run("build", *QUICK)
    assert (project / "output" / "other" / "index.html").is_file()
    other.unlink()
    assert json.loads(run("build", *QUICK, "--json").out)["removed"] == ["other"]
    assert not (project / "output" / "other").exists()
    assert "别的文章" not in (project / "output" / "index.html").read_text(encoding="utf-8")


def test_a_document_that_nothing_reads_is_told(run: Run, project: Path) -> None:
    (project / "content" / "old.DOC").write_bytes(b"\xd0\xcf\x11\xe0")
    (project / "content" / ".draft.doc").write_bytes(b"")
    (project / "content" / "notes.ods").write_bytes(b"")
    (told,) = json.loads(run("build", *QUICK, "--no-audio", "--json").out)["strays"]
    assert told["file"] == str(Path("content") / "old.DOC")
    assert f"{told['file']} is not read: save it as one of .txt" in run("build", *QUICK, "--no-audio").err


def test_one_broken_article_does_not_stop_the_others(run: Run, project: Path) -> None:
    (project / "content" / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (project / "content" / "empty.txt").write_bytes(b"")
    ran = run("build", *QUICK)
    assert_explained(ran, 1, "content/broken.txt", "content/empty.txt", "1 built, 2 FAILED")
    assert (project / "output" / "bookshop" / "index.html").is_file()
    assert not (project / "output" / "broken").exists()


def test_a_bug_that_one_article_hits_does_not_stop_the_others(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("odd.txt", "strange.txt"):
        (project / "content" / name).write_text("奇怪的文章\n\n这一篇会碰到一个错误。\n", encoding="utf-8")
    read = manuscript.read

    def stumbles(path: Path, *rest: Any) -> Any:
        return read(path, *rest) if path.stem == "bookshop" else {}[path.name]

    monkeypatch.setattr(manuscript, "read", stumbles)
    ran = run("build", *QUICK)
    assert ran.code == 1
    assert "content/odd.txt: a bug in zjpub" in ran.err and "1 built, 2 FAILED" in ran.err
    log = Path(re.search(r"with the file (\S+)", ran.err)[1])  # type: ignore[index]
    assert all(f"KeyError: '{name}'" in log.read_text(encoding="utf-8") for name in ("odd.txt", "strange.txt"))
    log.unlink()


def test_an_engine_that_fails_at_one_article_does_not_stop_the_others(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "content" / "odd.txt").write_text("奇怪的文章\n\n这一篇会碰到一个错误。\n", encoding="utf-8")
    translate = Echo.translate

    def stumbles(self: Echo, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        if any("奇怪" in line for line in lines):
            raise TranslationError("the model failed", "try another package")
        return translate(self, lines, effort)

    monkeypatch.setattr(Echo, "translate", stumbles)
    assert_explained(run("build", *QUICK), 1, "content/odd.txt: the model failed", "1 built, 1 FAILED")
    assert (project / "output" / "bookshop" / "index.html").is_file()


def test_no_model_is_a_clear_error_and_the_rest_is_built(run: Run, project: Path) -> None:
    run("build", *QUICK)
    po = (project / "content" / "bookshop.po").read_text(encoding="utf-8")
    (project / "content" / "bookshop.po").write_text(po.replace("#, fuzzy\n", ""), encoding="utf-8")
    (project / "content" / "untranslated.txt").write_text("新的文章\n\n这句话还没有人翻译过。\n", encoding="utf-8")
    ran = run("build", "--voice", "silence")
    assert_explained(ran, 1, "content/untranslated.txt", "新的文章” and 1 more", "zjpub models add zh en")
    assert (project / "output" / "bookshop" / "index.html").is_file()
    assert not (project / "output" / "untranslated").exists()


def test_translator_none_builds_with_the_gaps_marked(run: Run, project: Path) -> None:
    ran = run("build", "--translator", "none", "--voice", "silence", "--strict")
    assert ran.code == 3, ran.err
    edition = json.loads((project / "output" / "bookshop" / "edition.json").read_bytes())
    assert edition["title"]["origin"] == "none"
    assert "t-untranslated" in {finding["code"] for finding in edition["findings"]}
    assert "NOT TRANSLATED" in ran.err


def test_an_article_may_want_another_translator(run: Run, project: Path) -> None:
    own = "---\ntranslate: {engine: %s}\n---\n自己的译者\n\n这一篇要另外的译者来译。\n"
    (project / "content" / "gaps.txt").write_text(own % "none", encoding="utf-8")
    assert run("build", *QUICK).code == 0
    engines = {}
    for slug in ("bookshop", "gaps"):
        edition = json.loads((project / "output" / slug / "edition.json").read_bytes())
        engines[slug] = (edition["title"]["origin"], edition["engines"]["translator"])
    assert engines == {"bookshop": ("machine", "echo"), "gaps": ("none", "none")}
    again = json.loads(run("build", *QUICK, "--json").out)
    assert [article["state"] for article in again["articles"]] == ["unchanged", "unchanged"]
    (project / "content" / "gaps.txt").write_text(own % "argos", encoding="utf-8")
    assert_explained(run("build", *QUICK), 1, "no Argos package", "1 unchanged, 1 FAILED")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("build", "nowhere.txt"), 2, ("nowhere.txt",)),
        (("build", "--project", "nowhere"), 2, ("nowhere",)),
        (("build", "--voice", "edgy"), 2, ("edgy", "edge")),
        (("build", "--voice", "espeak:zz"), 2, ("zz",)),
        (("build", "--translator", "argo"), 2, ("argo", "argos")),
        (("build", "--translator", "argos"), 2, ("zjpub models add zh en",)),
        (("build", "--model", "nowhere"), 2, ("nowhere",)),
        (("build", "--formats", "hmtl"), 2, ("hmtl", "html")),
        (("build", "--output", "content"), 2, ("content lies in content",)),
        (("serve", "--output", "content/pages", "--port", "0"), 2, ("content/pages lies in content",)),
        (("build", "--jobs", "0"), 2, ("--jobs",)),
        (("clean", "nowhere.txt"), 1, ("nowhere.txt",)),
        (("translate", "nowhere.txt"), 2, ("nowhere.txt",)),
        (("narrate", "content/bookshop.txt", "--lang", "zh"), 2, ("-o X.mp3",)),
        (("narrate", "content/bookshop.txt", "--lang", "de"), 2, ("de",)),
        (("narrate", "content/bookshop.txt", "-o", "x.mp3"), 2, ("--lang",)),
        (("check", "nowhere"), 2, ("nowhere",)),
        (("verify",), 2, ("zjpub build",)),
        (("verify", "nowhere"), 2, ("nowhere",)),
        (("voices", "--engine", "edgy"), 2, ("edgy",)),
        (("models", "add", "nowhere.argosmodel"), 2, ("nowhere.argosmodel",)),
        (("init", "."), 2, ("content",)),
        (("init", "content/bookshop.txt"), 2, ("bookshop.txt is a file",)),
        (("doctor", "--project", "nowhere"), 2, ("nowhere",)),
        (("serve", "--project", "nowhere"), 2, ("nowhere",)),
        (("build", *QUICK, "--output", "notes.txt/output"), 1, ("notes.txt/output",)),
        (("narrate", "content/bookshop.txt", "--lang", "zh", "--voice", "silence", "-o", "."), 1, ("it is a folder",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_bad_usage_is_explained(
    run: Run, project: Path, arguments: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    (project / "notes.txt").write_text("no folder", encoding="utf-8")
    assert_explained(run(*arguments), code, *words)
    assert not (project / "output").exists() or not list((project / "output").iterdir())


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("zjpub.toml", "\nvoise = 1\n", 2, ("zjpub.toml, line 2", "voise")),
        ("zjpub.toml", "title = \n", 2, ("zjpub.toml",)),
        ("glossary.csv", "zh,en\n书店,bookshop\n书店,library\n", 2, ("glossary.csv", "3")),
        ("lexicon.csv", "text,say,lang\n书店,,zh\n", 2, ("lexicon.csv", "2")),
        ("bookshop.po", 'msgid "x"\nmsgstr "y\n', 1, ("bookshop.po", "2")),
        ("bookshop.clean.toml", '3 = "nonsense"\n', 1, ("bookshop.clean.toml", "nonsense")),
        ("bookshop.clean.toml", '300 = "caption"\n', 1, ("300",)),
        ("bookshop.clean.toml", '4 = "caption"\n', 1, ("bookshop.clean.toml", "no text in line 4")),
        ("bookshop.clean.toml", '"²" = "caption"\n', 1, ("bookshop.clean.toml", "no line begins with '²'")),
    ],
)
def test_a_broken_file_beside_the_articles_is_explained(
    run: Run, project: Path, name: str, data: str, code: int, words: tuple[str, ...]
) -> None:
    path = project / "content" / name
    path.write_text(data, encoding="utf-8")
    assert_explained(run("build", *QUICK), code, *words)
    assert path.read_text(encoding="utf-8") == data
    assert not (project / "output" / "bookshop").exists()


def test_a_folder_without_articles_is_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert_explained(run("build"), 2, "no article in content", ".txt")


def test_no_content_folder_points_to_init(run: Run) -> None:
    assert_explained(run("build"), 2, "zjpub init")


def test_two_files_of_one_slug_are_not_mixed_up(run: Run, project: Path) -> None:
    (project / "content" / "bookshop.md").write_text("# 书店\n\n正文。\n", encoding="utf-8")
    assert_explained(run("build", *QUICK), 2, "bookshop.md", "bookshop.txt", "rename")


def test_a_broken_package_is_explained(run: Run, project: Path) -> None:
    package = project / "package"
    package.mkdir()
    (package / "metadata.json").write_text("{", encoding="utf-8")
    assert_explained(run("build", "--model", "package"), 2, "package")


def test_clean_prints_markdown_json_and_ledger(run: Run, project: Path) -> None:
    assert run("clean", "content/bookshop.txt").out.startswith("# 河边的书店 春天又来了\n")
    found = json.loads(run("clean", "content/bookshop.txt", "--json").out)
    assert found["byline"] == ["林小满"]
    ledger = run("clean", "content/bookshop.txt", "--ledger").out
    assert [line.split()[1] for line in ledger.splitlines()] == ["title", "byline", "paragraph", "heading", "paragraph"]


def test_a_forced_fate_is_obeyed_and_said(run: Run, project: Path) -> None:
    (project / "content" / "bookshop.clean.toml").write_text('"6-7" = "boilerplate"\n', encoding="utf-8")
    found = json.loads(run("clean", "content/bookshop.txt", "--json").out)
    assert [section["heading"] for section in found["sections"]] == [None]
    assert next(entry for entry in found["ledger"] if entry["line"] == 7)["forced"] is True
    run("build", *QUICK, "--no-audio")
    edition = json.loads((project / "output" / "bookshop" / "edition.json").read_bytes())
    assert edition["ledger"] == found["ledger"]


def test_a_fate_forced_by_a_lines_first_words_stays_with_them(run: Run, project: Path) -> None:
    article = project / "content" / "bookshop.txt"
    heading = article.read_text(encoding="utf-8").splitlines()[6]
    (project / "content" / "bookshop.clean.toml").write_text(f'"{heading[:4]}" = "boilerplate"\n', encoding="utf-8")
    for more in ("", "\n新添的一段，说的是别的事情。\n"):
        article.write_text(ARTICLE.replace("\n", f"\n{more}", 1), encoding="utf-8")
        ledger = json.loads(run("clean", "content/bookshop.txt", "--json").out)["ledger"]
        lines = article.read_text(encoding="utf-8").splitlines()
        assert [entry["fate"] for entry in ledger if lines[entry["line"] - 1] == heading] == ["boilerplate"]


@pytest.mark.parametrize("name", ["My shop.clean.toml", "My-shop.clean.toml"])
def test_a_forced_fate_is_found_by_the_files_name_or_by_its_slug(run: Run, project: Path, name: str) -> None:
    (project / "content" / "bookshop.txt").rename(project / "content" / "My shop.txt")
    (project / "content" / name).write_text('7 = "boilerplate"\n', encoding="utf-8")
    found = json.loads(run("clean", "content/My shop.txt", "--json").out)
    assert [section["heading"] for section in found["sections"]] == [None]
    assert "belongs to no article" not in run("build", *QUICK, "--no-audio").err


def test_a_renamed_article_keeps_its_translation_and_is_told_of_its_fates(run: Run, project: Path) -> None:
    content = project / "content"
    (content / "bookshop.clean.toml").write_text('7 = "boilerplate"\n', encoding="utf-8")
    run("build", *QUICK, "--no-audio")
    po = (content / "bookshop.po").read_text(encoding="utf-8")
    # One word with the fuzzy mark forgotten, which is no memory for other articles.
    changed = re.sub(r'msgstr "He bian.*"', 'msgstr "By the River"', po)
    assert changed != po
    (content / "bookshop.po").write_text(changed, encoding="utf-8")
    (content / "bookshop.txt").rename(content / "shop.txt")
    ran = run("build", *QUICK, "--no-audio")
    assert "By the River" in (project / "output" / "shop" / "index.html").read_text(encoding="utf-8")
    assert 'msgstr "By the River"' in (content / "shop.po").read_text(encoding="utf-8")
    assert f"{Path('content') / 'bookshop.clean.toml'} belongs to no article" in ran.err
    # From now on it is the article that speaks, not the file that was left.
    shop = (content / "shop.po").read_text(encoding="utf-8").replace("By the River", "At the River")
    (content / "shop.po").write_text(shop, encoding="utf-8")
    run("build", *QUICK, "--no-audio")
    assert "At the River" in (project / "output" / "shop" / "index.html").read_text(encoding="utf-8")


def test_translate_is_a_filter(run: Run) -> None:
    ran = run("translate", "--translator", "echo", stdin="你好。\n\n3:1。再见。\r\n")
    lines = ran.out.split("\n")
    assert ran.code == 0
    assert len(lines) == 4
    assert lines[1] == lines[3] == ""
    assert all(lines[number] for number in (0, 2))
    told = [
        json.loads(line)
        for line in run("translate", "--translator", "echo", "--json", stdin="你好。\n\n").out.splitlines()
    ]
    assert [list(line) for line in told] == [["zh", "en", "origin", "engine", "flags"]] * 2
    assert told[1]["en"] == ""


def test_a_model_that_is_named_is_used_whatever_the_settings_say(run: Run, project: Path) -> None:
    (project / "content" / "zjpub.toml").write_text('[translate]\nengine = "none"\n', encoding="utf-8")
    for command in (("translate",), ("check",), ("build",)):
        assert_explained(run(*command, "--model", "nowhere"), 2, "nowhere")
    assert run("translate", "--model", "nowhere", "--translator", "echo", stdin="你好。\n").code == 0


def test_translate_without_a_model_says_so_and_fails(run: Run) -> None:
    ran = run("translate", stdin="你好。\n")
    assert ran.code == 1
    assert "zjpub models add zh en" in ran.err


@pytest.fixture
def starter(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped model, before anything of it is there."""
    monkeypatch.setattr(packages, "STARTER", tmp_path / "starter")
    (tmp_path / "starter").mkdir()
    return tmp_path / "starter"


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({}, "metadata.json"),
        ({"metadata.json": '{"from_code": "zh", "to_code": "en"}'}, "sentencepiece.model"),
        ({"metadata.json": '{"from_code": "zh", "to_code": "en"}', "sentencepiece.model": "x"}, "model.bin"),
        ({"metadata.json": "{"}, "metadata.json"),
    ],
)
def test_a_damaged_starter_is_named_everywhere(
    run: Run, project: Path, starter: Path, files: dict[str, str], missing: str
) -> None:
    for name, text in files.items():
        (starter / name).write_text(text, encoding="utf-8")
    for command in (("translate", "content/bookshop.txt"), ("build", "--voice", "silence"), ("models",)):
        assert missing in run(*command).err, command
    damaged = [checkup for checkup in json.loads(run("doctor", "--json").out) if checkup["what"] == "damaged model"]
    assert missing in damaged[0]["words"]
    assert "install zjpub again" in damaged[0]["mend"]
    assert run("translate", "--translator", "echo", stdin="你好。\n").code == 0


def test_translate_names_the_line_that_is_not_text(run: Run) -> None:
    assert_explained(run("translate", "--translator", "echo", stdin="你好\n".encode() + b"\xff\xfe\n"), 2, "line 2")


def test_reading_prints_a_speakable_line_for_each_line(run: Run) -> None:
    assert run("narrate", "--lang", "zh", "--reading", stdin="增长6.8%。\n\n").out == "增长百分之六点八。\n\n"


def test_narrate_writes_an_mp3(run: Run, tmp_path: Path) -> None:
    ran = run("narrate", "--lang", "en", "--voice", "silence", "-o", "x.mp3", stdin="Good morning.\n")
    assert ran.code == 0, ran.err
    import soundfile

    assert soundfile.info(str(tmp_path / "x.mp3")).duration > 0.3


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """The service of the network voice: whether it is `up`."""
    state = {"up": False}

    async def attempted(line: str, voice: str, seconds: float) -> Speech | str:
        return next(iter(Silence("zh", "tone").speak((line,)))) if state["up"] else "no connection"

    monkeypatch.setattr(edge, "attempted", attempted)
    return state


def test_narrate_says_when_another_voice_spoke(run: Run, network: dict[str, bool]) -> None:
    ran = run("narrate", "--lang", "zh", "--voice", "edge", "-q", "-o", "x.mp3", stdin="你好。\n\n再见。\n")
    assert ran.code == 0, ran.err
    assert [line.partition(": n-fallback: Chinese: spoken by espeak")[0] for line in ran.err.splitlines()] == [
        "standard input, line 1",
        "standard input, line 3",
    ]


def test_what_another_voice_spoke_is_asked_for_again_when_the_service_answers(
    run: Run, project: Path, network: dict[str, bool]
) -> None:
    quick = ("build", "--translator", "echo", "--voice", "edge", "--json")

    def built() -> tuple[str, str]:
        (article,) = json.loads(run(*quick).out)["articles"]
        return article["state"], article["engines"]["voice zh"]

    name = "edge zh-CN-XiaoxiaoNeural"
    assert built() == ("built", f"{name} (7/7 offline)")
    network["up"] = True
    assert built()[0] == "unchanged"  # not at every build
    (record,) = (project / ".zjpub" / "built").glob("*/bookshop.json")
    os.utime(record, (0, 0))
    network["up"] = False
    assert built()[0] == "unchanged"
    network["up"] = True
    assert built() == ("built", name)
    os.utime(record, (0, 0))
    assert built() == ("unchanged", name)


def test_check_shows_findings_and_writes_nothing(run: Run, project: Path) -> None:
    ran = run("check", "--translator", "echo")
    assert ran.code == 0, ran.err
    assert "content/bookshop.txt: " in ran.out
    assert not (project / "output").exists()
    assert not (project / "content" / "bookshop.po").exists()
    table = json.loads(run("check", "--translator", "none", "--json").out)
    assert table[0]["codes"]["t-untranslated"] == sum(table[0]["origins"].values())
    assert run("check", "--translator", "none", "--strict").code == 3


def test_verify_proves_what_build_made_and_finds_what_was_damaged(run: Run, project: Path) -> None:
    run("build", *QUICK)
    ran = run("verify")
    assert ran.code == 0, ran.out
    home = project / "output" / "bookshop"
    damaged = sorted((home / "audio").glob("*.mp3"))[0]
    damaged.write_bytes(damaged.read_bytes()[:400])
    (home / "stray.txt").write_text("x")
    subtitles = sorted((home / "audio").glob("bookshop.*.vtt"))[0]
    subtitles.write_text("WEBVTT\n\n1\n00:00:01.000 --> 01:00:00.000\nToo late.\n", encoding="utf-8")
    edition = json.loads((home / "edition.json").read_bytes())
    edition["sections"][0]["paragraphs"][0]["sentences"][0]["en"] = "The shop has 41 square meters and 1,200 books."
    edition["sections"][0]["paragraphs"][0]["sentences"][0]["flags"] = []
    edition["ledger"].pop()
    (home / "edition.json").write_text(json.dumps(edition), encoding="utf-8")
    feed = project / "output" / "feed.xml"
    feed.write_bytes(feed.read_bytes()[:-9])
    ran = run("verify")
    assert ran.code == 1
    late = f"{subtitles.name}: the cue from 1000 to 3600000 ms lies outside its file"
    for fault in (
        "stray.txt is referenced nowhere",
        "in the ledger",
        "not flagged",
        damaged.name,
        late,
        "feed.xml cannot be read",
    ):
        assert fault in ran.out


def test_init_makes_a_project_that_builds(run: Run, tmp_path: Path) -> None:
    made = run("init", "my paper").err
    assert made.endswith("build --project 'my paper'\n")
    (tmp_path / "my paper").rename(tmp_path / "paper")
    ran = run("build", "--project", "paper", "--voice", "silence")
    assert ran.code == 0, ran.err
    assert (tmp_path / "paper" / "output" / "river-walk" / "index.html").is_file()
    assert "(10 reviewed), 0 findings" in run("check", "--project", "paper").out
    assert_explained(run("init", "paper"), 2, "already holds a content folder")


def test_the_next_step_is_named_as_the_shell_knows_the_program(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert "Now: zjpub build" in run("init", "one").err  # as it was called here
    monkeypatch.setattr(sys, "argv", [".venv/bin/zjpub"])
    assert screen.program() == ".venv/bin/zjpub"
    monkeypatch.setattr(sys, "argv", ["/x/zjpub/__main__.py"])
    assert screen.program() == f"{sys.executable} -m zjpub"


def test_a_project_that_cannot_be_made_whole_is_not_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy(source: str, target: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(shutil.copytree, "__defaults__", (False, None, copy, False, False))
        assert_explained(run("init", "new"), 1, "No space left on device")
    assert list((tmp_path / "new").iterdir()) == []
    assert run("init", "new").code == 0


def test_an_interrupt_leaves_with_130(project: Path) -> None:
    code = (
        "import sys, zjpub.publish, zjpub.cli as c\n"
        "def stop(*a, **k): raise KeyboardInterrupt\n"
        "zjpub.publish.build = stop\n"
        "sys.argv = ['zjpub', 'build']\n"
        "c.main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)
    assert ran.returncode == 130
    assert "Traceback" not in ran.stderr


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    command = f"{sys.executable} -m zjpub clean content/bookshop.txt --json | head -c 1"
    ran = subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_doctor_says_what_works(run: Run, project: Path) -> None:
    found = {checkup["what"]: checkup for checkup in json.loads(run("doctor", "--json").out)}
    assert found["Python"]["good"]
    assert found["offline voice (espeak)"]["good"]
    assert found["content"]["words"] == "1 article in content"
    assert {"extra m4b", "extra piper", "extra cluster"} <= set(found)
    assert not found["translation model"]["good"]
    assert found["translation model"]["mend"] == "zjpub models add zh en"
    (project / "content" / "zjpub.toml").write_text('[translate]\nmodel = "nowhere"\n', encoding="utf-8")
    found = {checkup["what"]: checkup for checkup in json.loads(run("doctor", "--json").out)}
    assert found["translation model"]["words"] == "nowhere: there is no such Argos package"
