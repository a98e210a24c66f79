"""Reviews through spreadsheets and translation memories, and back, with nobody's words lost on the way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from zjpub.errors import TranslationError
from zjpub.model import Article
from zjpub.translate import Desk, po, review, tmx, translate
from zjpub.translate.echo import Echo
from zjpub.translate.memory import Entry, Review, Similar, gather
from zjpub.translate.review import Row

ArticleOf = Callable[..., Article]
A, B, C = "企业落户经开区。", "港口今年很忙。", "列车开往欧洲。"
HOSTILE = [
    '=HYPERLINK("http://x")',
    "+1",
    "-1，降了",
    "@x",
    '他说"好",走了',
    "一\n二",
    "<b>&]]>",
    "😀\u2028",
    "'=x",
    "\t头",
]


@pytest.fixture
def reviews() -> dict[str, Review]:
    draft = Entry("s1p1n1", B, "Gangkou.", fuzzy=True, remarks=("t-loop: x",))
    gone = Entry("x", "旧。", "Old.", obsolete=True)
    return {
        "a": Review((Entry("title", A, "A firm moved in."), draft)),
        "b": Review((Entry("s1p1n1", B, "The port is busy."), Entry("s1p1n2", C, ""), gone)),
    }


def test_a_sheet_goes_out_and_comes_back_without_a_change(reviews: dict[str, Review]) -> None:
    data = review.sheet(reviews)
    assert data.startswith("\ufeffarticle,id,zh,en,status,doubts,note,exported\r\n".encode())
    rows = review.read_sheet(data, "x.csv")
    assert [(r.article, r.id, r.zh, r.en, r.approved) for r in rows] == [
        ("a", "title", A, "A firm moved in.", True),
        ("a", "s1p1n1", B, "Gangkou.", False),
        ("b", "s1p1n1", B, "The port is busy.", True),
        ("b", "s1p1n2", C, "", False),
    ]
    done = review.applied(reviews, rows)
    assert (done.changed, done.reviews, done.strange) == (0, {}, ())


def test_what_a_person_changed_or_marked_becomes_their_word(reviews: dict[str, Review]) -> None:
    rows = [
        Row(B, "Port busy.", "a", "s1p1n1", line=3),
        Row(C, "Trains go to Europe.", "b", "s1p1n2"),
        Row("没有的。", "Nothing.", "b", "s9", line=5),
    ]
    done = review.applied(reviews, rows)
    assert done.changed == 2
    assert [row.line for row in done.strange] == [5]
    assert [(e.en, e.state) for e in done.reviews["a"].entries] == [
        ("A firm moved in.", "approved"),
        ("Port busy.", "approved"),
    ]
    marked = review.applied(reviews, [Row(B, "Gangkou.", "a", "s1p1n1", approved=True)])
    assert marked.reviews["a"].entries[1].state == "approved"


def edited(data: bytes, **changes: str) -> tuple[Row, ...]:
    """The sheet after a person wrote other English under some Chinese; "ok" only marks it."""
    rows = review.read_sheet(data, "x.csv")
    return tuple(
        replace(row, approved=True) if changes.get(row.zh) == "ok" else replace(row, en=changes.get(row.zh, row.en))
        for row in rows
    )


def test_an_old_sheet_changes_only_what_its_editor_touched(reviews: dict[str, Review]) -> None:
    old = review.sheet(reviews)
    machine, firm = reviews["a"].entries[1], reviews["a"].entries[0]
    moved = {**reviews, "a": Review((firm, replace(machine, en="The other engine's words.")))}
    assert review.applied(moved, edited(old)).changed == 0
    later = {**reviews, "a": Review((firm, Entry("s1p1n1", B, "Busy is the port.")))}
    assert review.applied(later, edited(old)).changed == 0
    done = review.applied(later, edited(old, **{A: "Firms came."}))
    assert [entry.en for entry in done.reviews["a"].entries] == ["Firms came.", "Busy is the port."]
    # Both wrote: the words that the sheet's editor never saw stand, and they are told.
    both = review.applied(later, edited(old, **{B: "Port: busy."}))
    assert [row.article for row in both.refused] == ["a"]
    assert [entry.en for entry in both.reviews["b"].entries][:1] == ["Port: busy."]
    # Marked as it was printed, it is what they read that counts.
    marked = review.applied(moved, edited(old, **{B: "ok"}))
    assert marked.reviews["a"].entries[1] == Entry("s1p1n1", B, "Gangkou.")


def test_words_whose_fuzzy_mark_was_forgotten_are_a_persons_too(reviews: dict[str, Review]) -> None:
    forgotten = Entry("s1p1n1", B, "Busy is the port.", fuzzy=True, written="0123456789")
    later = {**reviews, "a": Review((forgotten,))}
    row = Row(B, "Port busy.", "a", "s1p1n1", approved=True)
    assert review.applied(later, [row], outrank=False).refused == (row,)
    assert review.applied(later, [replace(row, en=forgotten.en)], outrank=False).changed == 1
    (sheets,) = review.applied(later, edited(review.sheet(reviews), **{B: "Port: busy."})).refused
    assert sheets.article == "a"


def test_a_sheet_whose_columns_were_sorted_apart_is_refused() -> None:
    said = {f"第{n}句。": f"Sentence {n}." for n in "一二三四五六"}
    data = review.sheet({"a": Review(tuple(Entry(f"s1p1n{zh}", zh, en) for zh, en in said.items()))})
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    column = rows[0].index("en")

    def saved(english: Sequence[str]) -> bytes:
        made = io.StringIO(newline="")
        csv.writer(made).writerows(
            [rows[0], *([*row[:column], en, *row[column + 1 :]] for row, en in zip(rows[1:], english, strict=True))]
        )
        return made.getvalue().encode()

    english = list(said.values())
    with pytest.raises(TranslationError, match=r"x\.csv, line 2: the English in 6 rows was that of other rows"):
        review.read_sheet(saved(english[::-1]), "x.csv")
    # One that was copied on purpose, and all translated anew.
    assert len(review.read_sheet(saved([*english[:5], english[0]]), "x.csv")) == 6
    assert len(review.read_sheet(saved([f"New {en}" for en in english]), "x.csv")) == 6


def test_twins_whose_ids_have_moved_keep_their_own_words() -> None:
    before = {"a": Review((Entry("s1p1n1", A, "One.", fuzzy=True), Entry("s1p2n1", A, "One.", fuzzy=True)))}
    rows = review.read_sheet(review.sheet(before), "x.csv")
    rows = tuple(replace(row, en=en) for row, en in zip(rows, ("First.", "Second."), strict=True))
    after = {"a": Review((Entry("s1p4n1", A, "One.", fuzzy=True), Entry("s1p5n1", A, "One.", fuzzy=True)))}
    done = review.applied(after, rows)
    assert [entry.en for entry in done.reviews["a"].entries] == ["First.", "Second."]


def test_a_memory_fills_gaps_but_overrules_nobody(reviews: dict[str, Review]) -> None:
    done = review.applied(
        reviews, [Row(B, "From memory.", approved=True), Row(A, "Else.", approved=True)], outrank=False
    )
    assert done.reviews["a"].entries[1].en == "From memory."
    assert "b" not in done.reviews
    assert [row.en for row in done.refused] == ["From memory.", "Else."]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_sheets_as_programs_save_them(charset: str, separator: str) -> None:
    text = (
        separator.join(["zh", "EN", "Status"])
        + "\r\n"
        + separator.join([A, '"One, two; three"', "reviewed"])
        + "\r\n\r\n"
    )
    (row,) = review.read_sheet(text.encode(charset), "x.csv")
    assert (row.zh, row.en, row.approved) == (A, "One, two; three", True)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_the_sheet_and_is_no_formula(text: str) -> None:
    data = review.sheet({"a": Review((Entry("x", text, text.strip() or "x"),))})
    (row,) = review.read_sheet(data, "x.csv")
    assert (row.zh, row.en) == (text, text.strip())
    if text[0] in "=+-@":
        assert f",{text[0]}".encode() not in data.replace(b'"', b"")


@pytest.mark.parametrize(
    ("data", "where"),
    [(b"", "line 1"), (b"a,b\n1,2\n", "line 1"), (b'zh,en\n"x,y\n', "line 2"), (b"\xff\xfe\x00", "x.csv")],
)
def test_a_broken_sheet_is_refused_with_its_line(data: bytes, where: str) -> None:
    with pytest.raises(TranslationError, match=where) as error:
        review.read_sheet(data, "x.csv")
    assert error.value.hint


def test_an_imported_word_is_in_the_next_build(tmp_path: Path, article: ArticleOf) -> None:
    path, told = tmp_path / "a.po", article(A + B)
    (made,) = translate([told], Desk((Echo(),)))
    po.write(path, told, made)
    before = po.read(path)
    po.save(path, "a", before)
    assert po.read(path) == before
    done = review.applied({"a": before}, [Row(B, "The port is busy.", "a", "s1p1n2")])
    po.save(path, "a", done.reviews["a"])
    (made,) = translate([told], Desk((Echo(),), reviews={"a": po.read(path)}))
    assert (made.lines["s1p1n2"].en, made.lines["s1p1n2"].origin) == ("The port is busy.", "reviewed")


def test_tmx_goes_out_and_comes_back(reviews: dict[str, Review], tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_bytes(tmx.compose(review.rows(reviews)))
    assert [(r.zh, r.en, r.article, r.id) for r in tmx.read(path)] == [
        (A, "A firm moved in.", "a", "title"), (B, "The port is busy.", "b", "s1p1n1"),
    ]  # fmt: skip
    assert path.read_bytes() == tmx.compose(review.rows(reviews))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_survives_tmx(text: str, tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_bytes(tmx.compose([Row(text + "\0", "x" + text, approved=True)]))
    (row,) = tmx.read(path)
    assert (row.zh, row.en) == (text.strip(), ("x" + text).strip())


def test_tmx_of_other_tools(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><header/><body>'
        '<tu><tuv xml:lang="ZH-cn"><seg>甲<bpt i="1">&lt;b&gt;</bpt>乙<ept i="1"/><hi>丙</hi></seg></tuv>'
        '<tuv lang="EN_us"><seg>A <ph>{0}</ph>B</seg></tuv></tu>'
        '<tu><tuv xml:lang="de"><seg>nein</seg></tuv></tu></body></tmx>',
        encoding="utf-16",
    )
    (row,) = tmx.read(path)
    assert (row.zh, row.en) == ("甲乙丙", "A B")


@pytest.mark.parametrize(
    ("text", "why"),
    [("<tmx><body>", "line 1"), ("<html/>", "no TMX"), ("", "line"), ("nothing", "line 1")],
)
def test_a_broken_tmx_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TranslationError, match=why):
        tmx.read(path)


def test_entities_of_a_tmx_reach_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    path = tmp_path / "m.tmx"
    path.write_text(
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]><tmx><body><tu>'
        '<tuv xml:lang="zh"><seg>甲&x;</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert "secret" not in repr(tmx.read(path))


def test_translate_toolkit_reads_our_tmx_and_we_read_its(reviews: dict[str, Review], tmp_path: Path) -> None:
    toolkit = pytest.importorskip("translate.storage.tmx", reason="translate-toolkit is not installed")
    path = tmp_path / "m.tmx"
    path.write_bytes(tmx.compose(review.rows(reviews)))
    store = toolkit.tmxfile.parsefile(str(path))
    assert [(unit.source, unit.target) for unit in store.units] == [(A, "A firm moved in."), (B, "The port is busy.")]
    theirs = toolkit.tmxfile()
    theirs.addtranslation(C, "zh", "Trains.", "en")
    path.write_bytes(bytes(theirs))
    assert [(row.zh, row.en) for row in tmx.read(path)] == [(C, "Trains.")]


def test_memory_holds_what_was_approved_and_the_first_word_stands(reviews: dict[str, Review]) -> None:
    assert gather(reviews.values()) == {A: "A firm moved in.", B: "The port is busy.", "旧。": "Old."}
    assert gather([Review((Entry("x", A, "1"),)), Review((Entry("x", A, "2"),))]) == {A: "1"}


def test_near_sentences_are_offered_but_never_used(tmp_path: Path, article: ArticleOf) -> None:
    memory = {"港口今年非常繁忙。": "The port is very busy this year."}
    told = article("港口今年十分繁忙。", "别的事情。")
    (made,) = translate([told], Desk((Echo(),), memory=memory))
    assert made.lines["s1p1n1"].origin == "machine"
    po.write(tmp_path / "a.po", told, made, suggest=Similar(memory))
    text = (tmp_path / "a.po").read_text(encoding="utf-8")
    assert text.count("#. similar") == 1
    assert "港口今年非常繁忙。 → The port is very busy this year." in text
