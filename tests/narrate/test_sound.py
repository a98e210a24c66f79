"""Loudness and peaks as an independent meter finds them in the finished files; and the files themselves."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import articles
import numpy as np
import numpy.typing as npt
import pytest
import soundfile
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from zjpub.model import Clips, Lang, Publication, Track
from zjpub.narrate import Plan, Voice, loudness, mp3, narrate
from zjpub.narrate.resample import resampled
from zjpub.narrate.tags import Card, Chapter, id3_tag
from zjpub.narrate.tempo import stretched
from zjpub.narrate.voices.espeak import Espeak

NEWS: articles.Text = {
    "坚持“制造立区”": (
        ("郑州经开区坚持制造立区，构建先进制造业新体系。", "2022年，全区工业总产值突破一千亿元！"),
        ("“我们刚来的时候，这里是一片沙土地。”他说，“现在，一条条道路通向远方。”",),
    )
}
ENGLISH = {
    "一座新城的故事": "The story of a new city",
    "坚持“制造立区”": "Building on manufacturing",
    NEWS["坚持“制造立区”"][0][0]: "The zone builds its future on manufacturing, old and new.",
    NEWS["坚持“制造立区”"][0][1]: "In 2022 its industrial output passed 100 billion yuan!",
    NEWS["坚持“制造立区”"][1][0]: "“When we came, this was sand,” he says. “Now roads run out of it.”",
    "图为班列出发": "A train sets out",
}


class Loud(Espeak):
    """eSpeak, so loud that it is almost cut off, as a badly levelled voice would be."""

    def speak(self, lines):  # type: ignore[no-untyped-def]
        for speech in super().speak(lines):
            yield replace(speech, samples=np.clip(speech.samples.astype(int) * 6, -32768, 32767).astype(np.int16))


class Faint(Espeak):
    """eSpeak from far away."""

    def speak(self, lines):  # type: ignore[no-untyped-def]
        for speech in super().speak(lines):
            yield replace(speech, samples=(speech.samples // 40).astype(np.int16))


@pytest.fixture(scope="module")
def clips() -> Clips:
    story = articles.article(NEWS)
    voices: dict[Lang, Voice] = {"zh": Espeak("zh"), "en": Espeak("en")}
    plan = Plan(products=("section", "article", "bilingual", "slow"))
    studio = replace(
        articles.studio(voices, plan),
        publication=Publication(title="郑州日报", author="编辑部"),
        cover=b"\x89PNG\r\n\x1a\n",
    )
    return narrate(story, articles.translation(story, ENGLISH), studio)


def metered(samples: npt.NDArray[np.float64], rate: int) -> float:
    """LUFS by the letter of BS.1770-4: at 48 kHz, with the filters that the standard prints."""
    samples = np.pad(samples, (0, -len(samples) % rate))
    count = len(samples) * 48_000 // rate
    longer = count + 48_000
    turn = np.exp(-2j * np.pi * np.arange(longer // 2 + 1) / longer)
    response = np.ones_like(turn)
    for above, below in (
        ((1.53512485958697, -2.69169619940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585)),
        ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621)),
    ):
        response *= (above[0] + above[1] * turn + above[2] * turn**2) / (1 + below[0] * turn + below[1] * turn**2)
    up = np.fft.irfft(np.fft.rfft(samples), count) * count / len(samples)
    weighted = np.fft.irfft(np.fft.rfft(up, longer) * response, longer)[:count]
    powers = np.array([np.mean(weighted[at : at + 19_200] ** 2) for at in range(0, count - 19_199, 4_800)])
    powers = powers[-0.691 + 10 * np.log10(powers + 1e-12) > -70]
    gate = -0.691 + 10 * np.log10(powers.mean()) - 10
    return float(-0.691 + 10 * np.log10(powers[-0.691 + 10 * np.log10(powers) > gate].mean()))


def true_peak(samples: npt.NDArray[np.float64]) -> float:
    """dBTP by eightfold oversampling of the whole."""
    count = 1 << len(samples).bit_length()
    return float(20 * np.log10(np.abs(np.fft.irfft(np.fft.rfft(samples, count), 8 * count) * 8).max()))


def test_every_file_is_as_loud_as_promised(clips: Clips) -> None:
    for track in clips.tracks:
        samples, rate = soundfile.read(track.path)
        assert abs(metered(samples, rate) + 16) < 0.5, track.file
        assert true_peak(samples) <= -0.98, track.file


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg, another meter")
def test_ffmpeg_finds_the_same(clips: Clips) -> None:
    for track in clips.tracks:
        command = [
            "ffmpeg",
            "-hide_banner",
            "-i",
            str(track.path),
            "-map",
            "0:a",
            "-af",
            "ebur128=peak=true",
            "-f",
            "null",
            "-",
        ]
        told = subprocess.run(command, capture_output=True, check=True).stderr.decode(errors="replace")
        assert abs(float(re.findall(r"I:\s+(\S+) LUFS", told)[-1]) + 16) < 0.5
        assert float(re.findall(r"Peak:\s+(\S+) dBFS", told)[-1]) <= -1


def test_both_languages_are_equally_loud_in_one_file(clips: Clips) -> None:
    track = next(track for track in clips.tracks if track.kind == "bilingual")
    samples, rate = soundfile.read(track.path)
    levels = {}
    for lang in ("zh", "en"):
        said = [
            samples[cue.start_ms * rate // 1000 : cue.end_ms * rate // 1000] for cue in track.cues if cue.lang == lang
        ]
        levels[lang] = metered(np.concatenate(said), rate)
    assert abs(levels["zh"] - levels["en"]) < 1


@pytest.mark.parametrize("kind", [Loud, Faint])
def test_bad_levels_are_mended(kind: type[Espeak]) -> None:
    story = articles.article(NEWS)
    voices: dict[Lang, Voice] = {"zh": kind("zh"), "en": Espeak("en")}
    plan = Plan(products=("section", "bilingual"), loudness=-18.0, true_peak=-2.0)
    for track in narrate(story, articles.translation(story, ENGLISH), articles.studio(voices, plan)).tracks:
        samples, rate = soundfile.read(track.path)
        assert abs(metered(samples, rate) + 18) < 0.5, track.file
        assert true_peak(samples) <= -1.98


def test_no_clicks_at_the_joins(clips: Clips) -> None:
    """Around the beginning and the end of a sentence the wave is close to nothing."""
    for track in clips.tracks:
        samples, rate = soundfile.read(track.path)
        for cue in track.cues:
            for edge in (cue.start_ms, cue.end_ms):
                around = samples[(edge - 3) * rate // 1000 : (edge + 1) * rate // 1000]
                assert np.abs(around).max() < 0.1 * np.abs(samples).max(), track.file


def test_silence_stays_silent() -> None:
    quiet = np.zeros(30_000, np.int16)
    found = loudness.measure(quiet, 22_050)
    assert found.loudness == -np.inf
    assert np.all(loudness.gains(found, -16, -1) == 1)


@pytest.mark.parametrize("rate", mp3.RATES)
@pytest.mark.parametrize("seconds", [0.05, 0.3, 3.0])
def test_the_meter_agrees_with_the_standard(rate: int, seconds: float) -> None:
    noise = np.random.default_rng(1).normal(0, 3000, int(rate * seconds))
    if seconds > 1:
        noise[: rate // 2] /= 1000
        assert abs(loudness.measure(noise.astype(np.int16), rate).loudness - metered(noise / 32768, rate)) < 0.15
    assert np.isfinite(loudness.measure(noise.astype(np.int16), rate).loudness)


def test_peaks_between_samples_are_found() -> None:
    # A sine at a quarter of the rate, sampled beside its peaks: they are 3 dB higher than any sample.
    wave = 16_000 * np.sin(np.pi / 2 * np.arange(20_000) + np.pi / 4) * np.hanning(20_000)
    assert abs(loudness.true_peak(wave.astype(np.int16)) - 20 * np.log10(16_000 / 32_768)) < 0.1


def test_cbr_mono_that_mutagen_measures_right(clips: Clips) -> None:
    for track in clips.tracks:
        info = MP3(track.path).info
        assert (info.channels, round(info.bitrate / 1000), info.sample_rate) == (1, 64, 22_050)
        assert abs(1000 * info.length - track.duration_ms) < 60


@pytest.mark.parametrize("rate", mp3.RATES)
def test_joined_files_play_as_one_to_the_sample(rate: int) -> None:
    rng = np.random.default_rng(3)
    pieces = [rng.normal(0, 0.05, count).astype(np.float32) for count in (rate, 1000, 577, 2 * rate + 1, 1)]
    for piece in pieces:
        piece[:200] = piece[-200:] = 0
    files = [b"ID3\x04\0\0\0\0\0\x05.....", *(mp3.encode([piece], rate) for piece in pieces)]
    files = [files[0] + files[1], *files[2:]]
    joined, starts = mp3.join(files)
    samples, found = mp3.decode(joined)
    assert found == rate
    assert len(samples) == starts[-1] + 1
    for file, start in zip(files, starts, strict=True):
        alone, _ = mp3.decode(file)
        there = samples[start : start + len(alone)]
        # The decoder rounds from where it stands.
        assert np.abs(there.astype(int) - alone).max(initial=0) <= 1


def tag(track: Track) -> ID3:
    return ID3(track.path)


def test_tags(clips: Clips) -> None:
    by_file = {track.file: track for track in clips.tracks}
    zh, en = tag(by_file["01-坚持“制造立区”.zh.mp3"]), tag(by_file["01-坚持“制造立区”.en.mp3"])
    assert [str(zh[key]) for key in ("TIT2", "TALB", "TPE1", "TPE2", "TRCK", "TLAN")] == [
        "坚持“制造立区”", "一座新城的故事", "王赛华、鲁慧", "郑州日报", "1/2", "zho"
    ]  # fmt: skip
    assert [str(en[key]) for key in ("TIT2", "TALB", "TLAN")] == [
        "Building on manufacturing",
        "The story of a new city",
        "eng",
    ]
    assert "一千亿元！" in zh["USLT::zho"].text
    assert zh["APIC:"].mime == "image/png"
    assert int(str(zh["TLEN"])) == by_file["01-坚持“制造立区”.zh.mp3"].duration_ms
    assert zh.version == (2, 3, 0)


def test_chapters_begin_where_the_sections_do(clips: Clips) -> None:
    whole = next(track for track in clips.tracks if track.kind == "article" and track.lang == "zh")
    found = tag(whole)
    chapters = [found[f"CHAP:{name}"] for name in found["CTOC:toc"].child_element_ids]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == ["坚持“制造立区”", "图片说明"]
    caption = next(cue for cue in whole.cues if cue.sentence == "c1")
    assert [(chapter.start_time, chapter.end_time) for chapter in chapters] == [
        (0, caption.start_ms),
        (caption.start_ms, whole.duration_ms),
    ]


def test_audiobook(tmp_path: Path) -> None:
    av = pytest.importorskip("av", reason="needs the extra m4b")
    story = articles.article(NEWS)
    voices: dict[Lang, Voice] = {"zh": Espeak("zh"), "en": Espeak("en")}
    plan = Plan(products=("m4b",), languages=("zh",))
    studio = replace(articles.studio(voices, plan, tmp_path), cover=cover())
    tracks = narrate(story, articles.translation(story, ENGLISH), studio).tracks
    again = narrate(
        story,
        articles.translation(story, ENGLISH),
        replace(articles.studio(voices, plan, tmp_path / "2"), cover=cover()),
    )
    assert tracks[0].path.read_bytes() == again.tracks[0].path.read_bytes()
    with av.open(str(tracks[0].path)) as book:
        assert [chapter["metadata"]["title"] for chapter in book.chapters()] == ["坚持“制造立区”", "图片说明"]
        assert book.metadata["title"] == "一座新城的故事"
        frames = [frame.to_ndarray() for frame in book.decode(audio=0)]
        rate = book.streams.audio[0].rate
    samples = np.concatenate(frames, axis=1)[0].astype(np.float64)
    assert abs(1000 * len(samples) / rate - tracks[0].duration_ms) < 100
    assert abs(metered(samples, rate) + 16) < 0.5
    assert true_peak(samples) <= -1
    loud = np.flatnonzero(np.abs(samples) > 0.02)
    assert abs(1000 * loud[0] / rate - tracks[0].cues[0].start_ms) < 100


def cover() -> bytes:
    """The smallest PNG."""
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
        "a5f645400000000049454e44ae426082"
    )


@pytest.mark.parametrize(("old", "new"), [(22_050, 24_000), (24_000, 22_050), (16_000, 24_000), (44_100, 24_000)])
def test_another_rate_keeps_pitch_and_length(old: int, new: int) -> None:
    wave = (8000 * np.sin(2 * np.pi * 500 * np.arange(old * 2 + 7) / old) * np.hanning(old * 2 + 7)).astype(np.int16)
    other = resampled(wave, old, new)
    assert abs(len(other) / new - len(wave) / old) < 1 / new
    wanted = 8000 * np.sin(2 * np.pi * 500 * np.arange(len(other)) / new) * np.hanning(len(other))
    assert np.abs(other - wanted).max() < 20


def test_nothing_is_nothing_at_any_rate_or_tempo() -> None:
    nothing = np.zeros(0, np.int16)
    assert not resampled(nothing, 22_050, 24_000).size
    assert not stretched(nothing, 22_050, 0.75).size


def test_a_codec_reads_what_it_cannot_as_an_error() -> None:
    for data in (b"", b"<html>" * 100, b"\0" * 10_000):
        with pytest.raises(ValueError, match=r"."):
            mp3.decode(data)
    assert mp3.tag_size(b"ID") == 0
    assert io.BytesIO(b"").read() == b""


@pytest.mark.parametrize(("count", "tables"), [(255, 1), (256, 3), (600, 4)])
def test_more_chapters_than_one_table_of_contents_may_hold(count: int, tables: int) -> None:
    card = Card("t", "", "", "", "zh", "", (), None)
    chapters = [Chapter(f"第{number}节", number * 1000, number * 1000 + 999) for number in range(count)]
    found = ID3(io.BytesIO(id3_tag(card, count * 1000, chapters)))
    contents = {frame.element_id: frame.child_element_ids for frame in found.getall("CTOC")}
    assert len(contents) == tables
    leaves = [leaf for name in contents["toc"] for leaf in contents.get(name, [name])]
    assert leaves == [f"ch{number}" for number in range(count)]
