"""What narration makes of an article: files, names, order, doubts; and what it asks of voices and codec."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import articles
import numpy as np
import pytest
import soundfile

from zjpub import extras
from zjpub.errors import NarrationError, StoreError, UsageError
from zjpub.model import Article, Flag, Lang
from zjpub.narrate import Plan, Speech, Studio, Voice, narrate, narrate_lines
from zjpub.narrate.codec import Job, Mp3, Recording
from zjpub.narrate.interface import FALLBACK
from zjpub.narrate.reading.lexicon import Entry, Lexicon
from zjpub.narrate.voices.silence import Silence

EVERYTHING = Plan(products=("section", "article", "bilingual", "slow"))


class Counting:
    """A voice that remembers what it was asked, and is asked by one caller at a time."""

    def __init__(self, voice: Voice) -> None:
        self.name, self.identity, self.lang = voice.name, voice.identity, voice.lang
        self.rate, self.pinyin = voice.rate, voice.pinyin
        self.asked: list[str] = []
        self.busy = threading.Lock()
        self._voice = voice

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        for line, speech in zip(lines, self._voice.speak(lines), strict=True):
            assert self.busy.acquire(blocking=False), "two voices at once"
            self.asked.append(line)
            time.sleep(0.001)
            self.busy.release()
            yield speech


class Failing(Counting):
    """Speaks three sentences and then cannot."""

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        for speech in super().speak(lines):
            if len(self.asked) > 3:
                raise NarrationError("the voice is hoarse", "wait")
            yield speech


class Falling(Counting):
    """Every sentence with 人 in it is spoken by another voice, at another rate."""

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        for line, speech in zip(lines, super().speak(lines), strict=True):
            flag = Flag(FALLBACK, "spoken by another")
            yield (
                replace(speech, samples=speech.samples[: len(speech.samples) // 2], rate=self.rate // 2, flags=(flag,))
                if "人" in line
                else speech
            )


class CountingCodec:
    """A codec that remembers how often it was asked to make something."""

    def __init__(self) -> None:
        self._codec = Mp3()
        self.identity = self._codec.identity
        self.jobs: list[Job] = []

    def finish(self, job: Job) -> Recording:
        self.jobs.append(job)
        return self._codec.finish(job)


def counting() -> dict[Lang, Voice]:
    return {lang: Counting(voice) for lang, voice in articles.tones().items()}


def files(original: Article, plan: Plan | None = None) -> list[str]:
    clips = narrate(original, articles.translation(original), articles.studio(plan=plan))
    return [track.file for track in clips.tracks]


def test_the_usual_files() -> None:
    assert files(articles.article()) == [
        "01-沙土地之上“书写”沧桑巨变.zh.mp3",
        "01-沙土地之上“书写”沧桑巨变.en.mp3",
        "02-坚持“开放兴区”.zh.mp3",
        "02-坚持“开放兴区”.en.mp3",
        "03-图片说明.zh.mp3",
        "03-图片说明.en.mp3",
        "story.zh.mp3",
        "story.en.mp3",
    ]


def test_all_products() -> None:
    story = articles.article()
    made = narrate(story, articles.translation(story), articles.studio(plan=EVERYTHING)).tracks
    assert [(track.kind, track.lang) for track in made if track.section in (None, "s1")] == [
        ("section", "zh"),
        ("section", "en"),
        ("article", "zh"),
        ("article", "en"),
        ("article", "bi"),
        ("bilingual", "bi"),
        ("slow", "zh"),
        ("slow", "en"),
    ]
    assert len({track.file for track in made}) == len(made)


def test_one_language_only() -> None:
    plan = replace(EVERYTHING, languages=("zh",))
    story = articles.article()
    clips = narrate(story, articles.translation(story), articles.studio(plan=plan))
    assert {track.lang for track in clips.tracks} == {"zh"}
    assert set(clips.voices) == {"zh"}


@pytest.mark.parametrize(
    ("heading", "stem"),
    [
        ("坚持“制造立区” 构建先进制造业新体系", "01-坚持“制造立区”-构建先进制造业新体系"),
        ('a/b\\c:d*e?f"g<h>i|j', "01-a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "01-etc-passwd"),
        ("CON", "01-CON"),
        ("。。。", "01-audio"),
        ("🎉🎉", "01-audio"),
        ("❤️心", "01-心"),
        ("tab\tnew\nline\x00nul", "01-tab-new-line-nul"),
        ("\ud800half", "01-half"),
        ("é", "01-é"),
        ("# 100% & more", "01-100-more"),
    ],
)
def test_names_that_every_system_takes(heading: str, stem: str) -> None:
    assert files(articles.article({heading: (("一句话。",),)}, captions=()))[0] == f"{stem}.zh.mp3"


def test_long_names_are_cut_between_characters() -> None:
    name = files(articles.article({"很长的标题" * 30: (("一句话。",),)}, captions=()), EVERYTHING)
    assert all(90 < len(file.encode()) <= 100 or file.startswith("story") for file in name if ".slow" in file)
    assert max(len(file.encode()) for file in name) <= 100


def test_a_section_without_heading_is_called_after_the_title() -> None:
    assert files(articles.article({"": (("一句话。",),)}, captions=()))[0] == "01-一座新城的故事.zh.mp3"


def test_captions_are_called_in_the_script_of_the_article() -> None:
    text = {"東風會來": (("這時還會開門。",),)}
    assert "02-圖片說明.zh.mp3" in files(articles.article(text, "說門", ("圖為東門",)))


def test_an_article_of_a_title_only() -> None:
    story = articles.article({}, captions=())
    clips = narrate(story, articles.translation(story), articles.studio())
    assert clips.tracks[0].file == "01-一座新城的故事.zh.mp3"
    assert [cue.sentence for cue in clips.tracks[0].cues] == ["title"]


def test_a_section_without_anything_has_no_track() -> None:
    story = articles.article({"第一节": (("好。",),), "": ()}, captions=())
    assert {track.section for track in narrate(story, articles.translation(story), articles.studio()).tracks} == {
        "s1",
        None,
    }


def test_an_article_that_is_called_like_its_first_track() -> None:
    story = replace(articles.article({"第一节": (("好。",),)}, captions=()), slug="01-第一节")
    made = narrate(story, articles.translation(story), articles.studio()).tracks
    assert [track.file for track in made][::2] == ["01-第一节.zh.mp3", "00-01-第一节.zh.mp3"]


def test_a_heading_without_text_and_a_caption_without_words() -> None:
    story = articles.article({"只有标题": ()}, captions=("",))
    clips = narrate(story, articles.translation(story), articles.studio())
    assert [cue.sentence for cue in clips.tracks[0].cues] == ["title", "s1h"]
    assert len(clips.tracks) == 4


def test_hundreds_of_sections_stay_in_order() -> None:
    text = {f"第{number}节": () for number in range(101)}
    made = files(articles.article(text), Plan(products=("section",), languages=("zh",)))
    assert made == sorted(made)
    assert made[0].startswith("001-")


def test_title_and_heading_are_spoken_first_and_the_reading_reaches_the_voice() -> None:
    voices = counting()
    story = articles.article({"第一节": (("增长6.8%。",),)}, captions=())
    lexicon = Lexicon((Entry("一座", "一坐", "zh"),))
    studio = replace(articles.studio(voices), lexicon=lexicon)
    narrate(story, articles.translation(story), studio)
    asked = voices["zh"].asked  # type: ignore[attr-defined]
    assert asked[0].startswith("一坐新城")
    assert asked[1].startswith("第一节")
    assert "百分之六点八" in asked[2]


def test_pinyin_goes_only_to_voices_that_read_it() -> None:
    story = articles.article({"第一节": (("六安很美。",),)}, captions=())
    for reads in (True, False):
        voices = counting()
        voices["zh"].pinyin = reads
        studio = replace(articles.studio(voices), lexicon=Lexicon((Entry("六安", "lu4an1", "zh"),)))
        narrate(story, articles.translation(story), studio)
        asked = voices["zh"].asked  # type: ignore[attr-defined]
        assert ("lu4an1" in asked[2]) is reads


def test_what_cannot_be_spoken_is_a_flagged_pause() -> None:
    story = articles.article({"第一节": (("……", "好。", "🎉"),)}, captions=())
    clips = narrate(story, articles.translation(story, {"……": "...", "🎉": "🎉"}), articles.studio())
    assert {place: [flag.code for flag in flags] for place, flags in clips.flags.items()} == {
        "s1p1n1": ["n-unspeakable"] * 2,
        "s1p1n3": ["n-unspeakable"] * 2,
    }
    for track in clips.tracks[:2]:
        assert all(cue.end_ms - cue.start_ms >= 300 for cue in track.cues)


class Hasty(Counting):
    """Speaks a tenth of each sentence."""

    def speak(self, lines: Sequence[str]) -> Iterator[Speech]:
        for speech in super().speak(lines):
            yield replace(speech, samples=speech.samples[: len(speech.samples) // 10])


def test_an_implausible_duration_is_flagged() -> None:
    story = articles.article({"第一节": (("这一句话有足够多的字让人知道它应该说多久。",),)}, captions=())
    voices: dict[Lang, Voice] = {**articles.tones(), "zh": Hasty(Silence("zh", "tone"))}
    clips = narrate(story, articles.translation(story), articles.studio(voices))
    assert [flag.code for flag in clips.flags["s1p1n1"]] == ["n-duration"]
    assert "Chinese" in clips.flags["s1p1n1"][0].message


def test_a_fallback_voice_of_another_rate_fits_in() -> None:
    story = articles.article()
    voices: dict[Lang, Voice] = {**articles.tones(), "zh": Falling(Silence("zh", "tone"))}
    clips = narrate(story, articles.translation(story), articles.studio(voices))
    assert {place for place, flags in clips.flags.items() if flags[0].code == FALLBACK} == {"s1p2n1"}
    sentences = sum(len(track.cues) for track in clips.tracks if track.kind == "section") // 2
    names = {lang: use.name for lang, use in clips.voices.items()}
    assert names == {"zh": f"silence tone (1/{sentences} offline)", "en": "silence tone"}
    track = clips.tracks[0]
    samples, rate = soundfile.read(track.path)
    assert rate == 22_050
    cue = next(cue for cue in track.cues if cue.sentence == "s1p2n1")
    assert np.abs(samples[cue.start_ms * 22 : cue.end_ms * 22]).mean() > 0.02
    assert abs(cue.end_ms - cue.start_ms - 7 * 220) < 250


def test_a_broken_voice_is_an_error_that_leaves_no_thread() -> None:
    story = articles.article()
    before = threading.active_count()
    voices: dict[Lang, Voice] = {**articles.tones(), "zh": Failing(Silence("zh", "tone"))}
    with pytest.raises(NarrationError, match="hoarse"):
        narrate(story, articles.translation(story), articles.studio(voices))
    assert threading.active_count() == before


def test_a_second_build_asks_nobody(tmp_path: Path) -> None:
    story = articles.article()
    results = []
    for _ in range(2):
        voices = counting()
        studio = articles.studio(voices, EVERYTHING, tmp_path)
        results.append(narrate(story, articles.translation(story), studio))
        asked = [len(voice.asked) for voice in voices.values()]  # type: ignore[attr-defined]
    assert asked == [0, 0]
    assert results[0] == results[1]


def test_products_share_one_sentence_bank(tmp_path: Path) -> None:
    story = articles.article()
    voices = counting()
    narrate(story, articles.translation(story), articles.studio(voices, EVERYTHING, tmp_path))
    for voice in voices.values():
        assert len(voice.asked) == len(set(voice.asked)) == len(list(story.sentences()))  # type: ignore[attr-defined]


def test_one_changed_sentence_costs_one_synthesis_and_one_section(tmp_path: Path) -> None:
    from zjpub.narrate.remembered import Remembered, RememberedCodec
    from zjpub.store import Store

    story = articles.article()
    english = {sentence.zh: f"Sentence {sentence.id} is said here." for sentence in story.sentences()}
    narrate(story, articles.translation(story, english), articles.studio(store=tmp_path))
    edited = articles.changed(story, "货物越来越多！", "货物越来越少！")
    english["货物越来越少！"] = english["货物越来越多！"]
    voices, codec, store = counting(), CountingCodec(), Store(tmp_path)
    kept: dict[Lang, Voice] = {lang: Remembered(voice, store) for lang, voice in voices.items()}
    narrate(edited, articles.translation(edited, english), Studio(kept, RememberedCodec(codec, store)))
    assert voices["zh"].asked == ["货物越来越少！"]  # type: ignore[attr-defined]
    assert voices["en"].asked == []  # type: ignore[attr-defined]
    # The section that changed, and the whole article, which is joined without encoding.
    assert [job.recipe.split('"')[1] for job in codec.jobs] == ["section 1", "join 1"]


def test_other_tags_need_no_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = articles.article()
    first = narrate(story, articles.translation(story), articles.studio(store=tmp_path))
    monkeypatch.setattr("zjpub.narrate.mp3.encode", None)
    studio = replace(articles.studio(store=tmp_path), cover=b"\x89PNG\r\n\x1a\n")
    again = narrate(story, articles.translation(story), studio)
    for old, new in zip(first.tracks, again.tracks, strict=True):
        assert b"\x89PNG" in new.path.read_bytes()
        before, after = soundfile.read(old.path)[0], soundfile.read(new.path)[0]
        assert np.array_equal(before, after)


def test_two_places_make_the_same_bytes(tmp_path: Path) -> None:
    story = articles.article()
    made = []
    for place in (tmp_path / "a", tmp_path / "b"):
        clips = narrate(story, articles.translation(story), articles.studio(plan=EVERYTHING, store=place))
        made.append([(track.file, track.path.read_bytes()) for track in clips.tracks])
    assert made[0] == made[1]


def test_what_another_voice_spoke_is_asked_for_again_next_time(tmp_path: Path) -> None:
    story = articles.article()
    english = articles.translation(story)
    falling: dict[Lang, Voice] = {**articles.tones(), "zh": Falling(Silence("zh", "tone"))}
    first = narrate(story, english, articles.studio(falling, EVERYTHING, tmp_path))
    assert falling["zh"].asked.count("路上有很多人。") == 1  # type: ignore[attr-defined]
    voices = counting()
    second = narrate(story, english, articles.studio(voices, EVERYTHING, tmp_path))
    assert voices["zh"].asked == ["路上有很多人。"]  # type: ignore[attr-defined]
    assert first.flags
    assert not second.flags
    assert second.tracks[0].path.read_bytes() != first.tracks[0].path.read_bytes()


def test_an_interrupted_build_goes_on_where_it_was(tmp_path: Path) -> None:
    story = articles.article()
    failing: dict[Lang, Voice] = {**articles.tones(), "zh": Failing(Silence("zh", "tone"))}
    with pytest.raises(NarrationError):
        narrate(story, articles.translation(story), articles.studio(failing, store=tmp_path))
    voices = counting()
    narrate(story, articles.translation(story), articles.studio(voices, store=tmp_path))
    had = set(failing["zh"].asked[:3])  # type: ignore[attr-defined]
    assert not had & set(voices["zh"].asked)  # type: ignore[attr-defined]


def test_damaged_objects_are_made_again(tmp_path: Path) -> None:
    story = articles.article()
    first = narrate(story, articles.translation(story), articles.studio(store=tmp_path))
    good = [track.path.read_bytes() for track in first.tracks]
    for path in tmp_path.rglob("*"):
        if path.is_file() and not path.parent.name.startswith("track"):
            path.write_bytes(b"damaged")
    again = narrate(story, articles.translation(story), articles.studio(store=tmp_path))
    assert [track.path.read_bytes() for track in again.tracks] == good


def test_progress_ends_at_the_end() -> None:
    seen: list[tuple[int, int]] = []
    story = articles.article()
    narrate(story, articles.translation(story), articles.studio(), lambda done, total: seen.append((done, total)))
    assert seen[-1] == (20, 20)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_m4b_without_its_library_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    story = articles.article()
    with pytest.raises(UsageError) as caught:
        narrate(story, articles.translation(story), articles.studio(plan=Plan(products=("m4b",))))
    assert extras.command("m4b") in caught.value.hint


def test_plain_lines(tmp_path: Path) -> None:
    lines = ["第一行。", "", "第二行，有6.8%。", "……"] * 60
    recording = narrate_lines(lines, "zh", articles.studio())
    (tmp_path / "lines.mp3").write_bytes(recording.path.read_bytes())
    assert len(recording.sheet.flags) == 180
    assert [flag.code for flag in recording.sheet.flags[2]] == ["n-unspeakable"]
    wanted = 60 * (4 * 220 + 700 + len("第二行，有百分之六点八。") * 220 + 350 + 300 + 350) / 1000
    assert abs(soundfile.info(tmp_path / "lines.mp3").duration - wanted) < 3


@pytest.mark.parametrize("lines", [[], [""], ["……", "  "], ["🎉"]])
def test_nothing_to_speak_is_a_clear_error(lines: list[str]) -> None:
    with pytest.raises(NarrationError, match="nothing"):
        narrate_lines(lines, "zh", articles.studio())


def test_a_full_disk_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    story = articles.article()
    with pytest.raises(StoreError, match="cannot write"):
        narrate(story, articles.translation(story), articles.studio())


def test_two_builds_at_once_do_no_harm(tmp_path: Path) -> None:
    story = articles.article()
    english = articles.translation(story)
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(narrate, story, english, articles.studio(store=tmp_path)) for _ in range(2)]
        results = [future.result() for future in both]
    assert [track.path.read_bytes() for track in results[0].tracks] == [
        track.path.read_bytes() for track in results[1].tracks
    ]


def test_articles_built_together_share_voices_and_sentences(tmp_path: Path) -> None:
    voices = counting()
    studio = articles.studio(voices, EVERYTHING, tmp_path)
    stories = [articles.article({f"第{number}篇": (("大家都有的一句。", f"第{number}句。"),)}) for number in range(6)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda story: narrate(story, articles.translation(story), studio), stories))
    assert all(len(clips.tracks) == len(made[0].tracks) for clips in made)
    for voice in voices.values():
        assert len(voice.asked) == len(set(voice.asked))  # type: ignore[attr-defined]
