"""The cycle of the PO file: a person's words survive everything, the machine's never pass for a person's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from zjpub.errors import TranslationError
from zjpub.model import Article, Line, Sentence, Translation
from zjpub.translate import Desk, po, translate
from zjpub.translate.echo import Echo
from zjpub.translate.memory import digest

ArticleOf = Callable[..., Article]


class Other(Echo):
    """Another engine: same numbers, other words."""

    name = "other"
    identity = "other 1"

    def translate(self, lines, effort=None):  # type: ignore[no-untyped-def]
        return [(f"Indeed {text}",) for (text,) in super().translate(lines)]


def build(path: Path, article: Article, *engines: Echo, **desk: object) -> dict[str, Line]:
    """What a build does: read the reviews, translate, bring the PO file up to date."""
    review = po.read(path)
    (made,) = translate([article], Desk(tuple(engines) or (Echo(),), reviews={article.slug: review}, **desk))  # type: ignore[arg-type]
    po.write(path, article, made, review)
    return dict(made.lines)


def approve(path: Path, zh: str, en: str, keep_fuzzy: bool = False) -> None:
    """What a person does: put other English under the Chinese, and take the fuzzy mark off (or forget to)."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    for index, block in enumerate(blocks):
        if f'\nmsgid "{zh}"' in block or block.startswith(f'msgid "{zh}"'):
            block = re.sub(r'\nmsgstr ".*', lambda _: f'\nmsgstr "{en}"', block)
            blocks[index] = block if keep_fuzzy else block.replace("#, fuzzy\n", "")
    path.write_text("\n\n".join(blocks), encoding="utf-8")


def block(path: Path, zh: str) -> str:
    return next(b for b in path.read_text(encoding="utf-8").split("\n\n") if f'msgid "{zh}"' in b.replace("#~ ", ""))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.po"


SCRIPTS = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
A, B, C = "企业落户经开区。", "港口今年很忙。", "列车开往欧洲。"


def test_machine_output_is_fuzzy_and_a_second_build_changes_no_byte(path: Path, article: ArticleOf) -> None:
    build(path, article(A + B))
    first = path.read_bytes()
    assert first.count(b"#, fuzzy") == 3
    assert not po.write(path, article(A + B), *translate([article(A + B)], Desk((Echo(),))))
    build(path, article(A + B))
    assert path.read_bytes() == first


def test_a_persons_words_outrank_the_machine_and_survive(path: Path, article: ArticleOf) -> None:
    build(path, article(A + B, C))
    approve(path, B, "The port is busy.")
    stories = [
        (article(A + B, C), Echo()),  # rebuild
        (article("别的话。" + B, C), Echo()),  # the neighbour edited
        (article(C, B + A), Echo()),  # reordered
        (article("新的一段。", A + B, C), Other()),  # another engine, everything moved
        (article(A), Echo()),  # the paragraph is taken out
        (article(A, B), Echo()),  # and comes back
    ]
    for told, engine in stories:
        lines = build(path, told, engine)
        said = [line for line in lines.values() if line.zh == B]
        assert all((line.en, line.origin) == ("The port is busy.", "reviewed") for line in said)
        assert "The port is busy." in path.read_text(encoding="utf-8")
    assert "fuzzy" not in block(path, B)


def test_a_paragraph_that_is_gone_leaves_its_words_as_obsolete(path: Path, article: ArticleOf) -> None:
    build(path, article(A, B))
    approve(path, B, "The port is busy.")
    build(path, article(A))
    assert '#~ msgstr "The port is busy."' in path.read_text(encoding="utf-8")
    assert "Echo" not in path.read_text(encoding="utf-8")


def test_twins_keep_their_own_words(path: Path, article: ArticleOf) -> None:
    build(path, article(A + B, A + C))
    text = path.read_text(encoding="utf-8")
    assert text.count(f'msgid "{A}"') == 2
    first = re.sub(r'#.*\n#, fuzzy\n(msgctxt "s1p1n1"\nmsgid .*\n)msgstr .*', r'\1msgstr "First."', text)
    path.write_text(
        re.sub(r'#.*\n#, fuzzy\n(msgctxt "s1p2n1"\nmsgid .*\n)msgstr .*', r'\1msgstr "Second."', first), "utf-8"
    )
    lines = build(path, article(A + B, A + C))
    assert (lines["s1p1n1"].en, lines["s1p2n1"].en) == ("First.", "Second.")
    lines = build(path, article("开头。", A + B, A + C))
    assert {lines["s1p2n1"].en, lines["s1p3n1"].en} == {"First.", "Second."}


def test_one_reviewed_twin_speaks_for_the_other(path: Path, article: ArticleOf) -> None:
    build(path, article(A, A))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r'#.*\n#, fuzzy\n(msgctxt "s1p1n1"\nmsgid .*\n)msgstr .*', r'\1msgstr "First."', text), "utf-8"
    )
    lines = build(path, article(A, A))
    assert [lines[i].en for i in ("s1p1n1", "s1p2n1")] == ["First.", "First."]


def test_a_changed_sentence_brings_its_old_words_back_as_fuzzy(path: Path, article: ArticleOf) -> None:
    build(path, article("全年产值增长6.8%，创历史新高。"))
    approve(path, "全年产值增长6.8%，创历史新高。", "Output grew 6.8% in the year, a record.")
    lines = build(path, article("全年产值增长7.1%，创历史新高。"))
    text = block(path, "全年产值增长7.1%，创历史新高。")
    assert '#| msgid "全年产值增长6.8%，创历史新高。"' in text
    assert "#, fuzzy" in text
    assert 'msgstr "Output grew 6.8% in the year, a record."' in text
    assert "t-changed" in [flag.code for flag in lines["s1p1n1"].flags]
    assert "6.8" not in lines["s1p1n1"].en or "t-quantity" in [flag.code for flag in lines["s1p1n1"].flags]
    again = path.read_bytes()
    build(path, article("全年产值增长7.1%，创历史新高。"))
    assert path.read_bytes() == again
    lines = build(path, article("全年产值增长6.8%，创历史新高。"))
    assert lines["s1p1n1"].origin == "reviewed"


def test_without_an_engine_the_old_words_stand_in_with_a_flag(path: Path, article: ArticleOf) -> None:
    build(path, article("全年产值持续增长，创历史新高。"))
    approve(path, "全年产值持续增长，创历史新高。", "Output kept growing, a record.")
    review = po.read(path)
    (made,) = translate([article("全年产值稳定增长，创历史新高。")], Desk(reviews={"a": review}))
    assert made.lines["s1p1n1"].en == "Output kept growing, a record."
    assert made.lines["s1p1n1"].origin == "memory"
    assert [flag.code for flag in made.lines["s1p1n1"].flags] == ["t-changed"]


def test_an_edit_with_the_fuzzy_mark_forgotten_is_kept_and_told(path: Path, article: ArticleOf) -> None:
    build(path, article(A + B))
    approve(path, B, "The port is busy.", keep_fuzzy=True)
    for engine in (Echo(), Other(), Echo()):
        lines = build(path, article(A + B), engine)
        assert lines["s1p1n2"].en == "The port is busy."
        assert "t-fuzzy" in [flag.code for flag in lines["s1p1n2"].flags]
        assert 'msgstr "The port is busy."' in block(path, B)
        assert "#, fuzzy" in block(path, B)
    build(path, article(A))
    assert build(path, article(A + B))["s1p1n2"].en == "The port is busy."


def test_the_machines_own_words_are_replaced_when_the_engine_changes(path: Path, article: ArticleOf) -> None:
    build(path, article(A))
    build(path, article(A), Other())
    assert 'msgstr "Indeed' in block(path, A)


def test_what_a_person_saved_during_the_build_is_kept(path: Path, article: ArticleOf) -> None:
    told = article(A + B)
    build(path, told)
    review = po.read(path)
    (made,) = translate([told], Desk((Echo(),), reviews={"a": review}))
    approve(path, B, "The port is busy.")
    po.write(path, told, made, review)
    assert 'msgstr "The port is busy."' in block(path, B)


def test_comments_and_header_of_a_person_stay(path: Path, article: ArticleOf) -> None:
    build(path, article(A))
    text = path.read_text(encoding="utf-8").replace(
        '"Language: en\\n"', '"Last-Translator: 何立 <he@example.org>\\n"\n"Language: en\\n"'
    )
    path.write_text(text.replace("#. written", "# ask the port office\n#. written", 2), encoding="utf-8")
    build(path, article("新的。", A), Other())
    text = path.read_text(encoding="utf-8")
    assert "Last-Translator: 何立" in text
    assert "# ask the port office" in block(path, A)


def test_memory_serves_other_articles_but_stays_unreviewed_there(path: Path, article: ArticleOf) -> None:
    lines = build(path, article(A), memory={A: "A firm moved in."})
    assert (lines["s1p1n1"].en, lines["s1p1n1"].origin) == ("A firm moved in.", "memory")
    assert "#, fuzzy" in block(path, A)
    assert build(path, article(A))["s1p1n1"].origin == "machine"


def test_untranslated_sentences_have_an_empty_msgstr(path: Path, article: ArticleOf) -> None:
    told = article(A)
    (made,) = translate([told], Desk())
    assert made.lines["s1p1n1"].origin == "none"
    po.write(path, told, made, po.read(path))
    assert 'msgstr ""' in block(path, A)
    assert "#, fuzzy" not in block(path, A)


HOSTILE = ['他说："好\\n"。', "a\tb\\", "😀\u2028。", "<script>]]>&amp;", "\u202eabc", "%s %d {0}", '"', "x" * 5000]


def test_any_text_survives_the_file(path: Path, article: ArticleOf) -> None:
    told = article()
    lines = {f"s1p1n{n}": Line(f"s1p1n{n}", zh, zh[::-1] + "\n\nend", "machine") for n, zh in enumerate(HOSTILE)}
    sentences = tuple(Sentence(line.id, line.zh) for line in lines.values())
    paragraph = type(article("x").sections[0].paragraphs[0])("", sentences, (1,))
    told = Article("a", "a", Sentence("title", "题"), (), None, None,
                   (type(article("x").sections[0])("s1", None, (paragraph,)),), (), (), ())  # fmt: skip
    po.write(path, told, Translation(lines | {"title": Line("title", "题", "T", "machine")}))
    read = {entry.id: entry for entry in po.read(path).entries}
    for line in lines.values():
        assert (read[line.id].zh, read[line.id].en) == (line.zh, line.en)
        assert read[line.id].written == digest(line.en)


GOOD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BROKEN = {
    "unclosed": ('msgid "x"\nmsgstr "abc\n', 6),
    "conflict": ('<<<<<<< HEAD\nmsgid "x"\nmsgstr "abc"\n', 5),
    "no msgstr": ('msgid "x"\n\nmsgid "y"\nmsgstr "z"\n', 6),
    "words": ('msgid "x"\nmsgstr "z"\nhello\n', 7),
    "bare quote": ('msgid "x"\nmsgstr "a "b" c"\n', 6),
    "cut off": ('msgctxt "a"\nmsgid "x"\n', 7),
    "orphan": ('"abc"\n', 5),
    "plural": ('msgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n', 6),
    "twice": ('msgid "x"\nmsgid "y"\nmsgstr "z"\n', 6),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line_and_left_alone(path: Path, article: ArticleOf, name: str) -> None:
    wrong, line = BROKEN[name]
    path.write_text(GOOD + wrong, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(TranslationError, match=rf"a\.po, line {line}:") as error:
        po.read(path)
    assert error.value.hint
    (made,) = translate([article(A)], Desk((Echo(),)))
    with pytest.raises(TranslationError):
        po.write(path, article(A), made)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path] or not list(path.parent.glob(".*"))


def test_a_file_in_another_charset_is_read_by_its_header_or_refused_by_line(path: Path) -> None:
    text = GOOD.replace("UTF-8", "GB18030") + f'msgid "{A}"\nmsgstr "Firms."\n'
    path.write_bytes(text.encode("gb18030"))
    assert po.read(path).entries[0].zh == A
    path.write_bytes(text.replace("GB18030", "UTF-8").encode("gb18030"))
    with pytest.raises(TranslationError, match="line 5"):
        po.read(path)
    path.write_bytes(text.replace("GB18030", "KLINGON").encode("gb18030"))
    with pytest.raises(TranslationError, match="KLINGON"):
        po.read(path)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_however_an_editor_ended_its_lines_and_wrote_its_signs(
    path: Path, end: str, charset: str
) -> None:
    text = GOOD + f'msgctxt "s1p1n1"\nmsgid "{A}"\nmsgstr ""\n"Firms "\n"came."\n'
    path.write_bytes(text.replace("\n", end).encode(charset))
    (entry,) = po.read(path).entries
    assert (entry.id, entry.zh, entry.en, entry.state) == ("s1p1n1", A, "Firms came.", "approved")


@pytest.fixture
def full(path: Path, article: ArticleOf) -> Path:
    """A PO file with every kind of entry: approved, machine, edited, returned, obsolete, untranslated."""
    build(path, article(A + B, "全年产值增长6.8%，创历史新高。", C))
    approve(path, B, "The port is busy.")
    approve(path, C, "Trains run to Europe.")
    approve(path, A, "Firms moved in.", keep_fuzzy=True)
    approve(path, "全年产值增长6.8%，创历史新高。", "Output grew 6.8% in the year, a record.")
    build(path, article(A + B, "全年产值增长7.1%，创历史新高。", "新的一句。"))
    return path


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_takes_the_file_and_a_merge_keeps_what_a_person_said(full: Path, article: ArticleOf) -> None:
    assert "error" not in _run("msgfmt", "--check-format", "--check-domain", "-o", full.with_suffix(".mo"), full)
    assert b"The port is busy." in full.with_suffix(".mo").read_bytes()
    assert b"Firms moved in." not in full.with_suffix(".mo").read_bytes()
    merged = full.with_name("merged.po")
    _run("msgmerge", "--no-wrap", "-o", merged, full, full)
    before, after = po.read(full), po.read(merged)
    assert [(e.id, e.zh, e.en, e.fuzzy) for e in before.entries] == [(e.id, e.zh, e.en, e.fuzzy) for e in after.entries]
    lines = build(merged, article(A + B, "全年产值增长7.1%，创历史新高。", "新的一句。"))
    assert [lines[i].en for i in ("s1p1n1", "s1p1n2")] == ["Firms moved in.", "The port is busy."]


def test_translate_toolkit_takes_the_file(full: Path) -> None:
    storage = pytest.importorskip("translate.storage.po", reason="translate-toolkit is not installed")
    units = {unit.getcontext(): unit for unit in storage.pofile.parsefile(str(full)).units if not unit.isobsolete()}
    assert units["s1p1n2"].target == "The port is busy."
    assert not units["s1p1n2"].isfuzzy()
    assert units["s1p1n1"].isfuzzy()
    assert units["s1p2n1"].prev_msgid or units["s1p2n1"].prev_source


@pytest.mark.skipif(not shutil.which("pofilter", path=SCRIPTS), reason="translate-toolkit is not installed")
def test_pofilter_finds_nothing_wrong_in_form(full: Path) -> None:
    found = full.with_name("found.po")
    _run(shutil.which("pofilter", path=SCRIPTS) or "", "-t", "blank", "-t", "newlines", "-t", "tabs", full, found)
    assert not found.exists() or not po.read(found).entries


def test_polib_reads_what_is_written(full: Path) -> None:
    polib = pytest.importorskip("polib", reason="polib is not installed")
    entries = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(full))}
    assert entries["s1p1n2", B].msgstr == "The port is busy."
    assert entries["s1p2n1", "全年产值增长7.1%，创历史新高。"].previous_msgid == "全年产值增长6.8%，创历史新高。"
    assert sum(e.obsolete for e in entries.values()) == 2
