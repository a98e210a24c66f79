"""The cycle of the PO file: a person's words survive everything, the machine's never pass for a person's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from po_cycle import A, B, C, approve, block, build

from zjpub.model import Article, Flag, Line, Sentence, Translation
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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.po"


def test_machine_output_is_fuzzy_and_a_second_build_changes_no_byte(path: Path, article: ArticleOf) -> None:
    build(path, article(A + B))
    first = path.read_bytes()
    assert first.count(b"#, fuzzy") == 3
    assert not po.write(path, article(A + B), *translate([article(A + B)], Desk((Echo(),))))
    build(path, article(A + B))
    assert path.read_bytes() == first


def test_a_doubt_stands_beside_its_sentence_as_a_comment(path: Path, article: ArticleOf) -> None:
    told = article("全年增长6.8%。", B)
    (made,) = translate([told], Desk((Other(),)))
    wrong = {**made.lines, "s1p1n1": replace(made.lines["s1p1n1"], flags=(Flag("t-quantity", "6.8 % is missing"),))}
    po.write(path, told, Translation(wrong))
    assert "#. t-quantity: 6.8 % is missing\n" in path.read_text(encoding="utf-8").split("msgctxt")[1]
    # A person's approved words keep it too: a wrong number is never silent.
    approve(path, "全年增长6.8%。", "It grew by 8.6 percent.")
    build(path, told)
    assert "#. t-quantity: " in block(path, "全年增长6.8%。")


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
    path.write_text(text.replace("# written", "# ask the port office\n# written", 2), encoding="utf-8")
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
