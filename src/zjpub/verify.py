"""A finished output → proofs, from its files alone: nothing that the build believed is taken on trust.

For each article: every input line stands once in the ledger, every sentence has English and a place in the audio of a
plausible length, every cue lies inside its file, every file that is referenced exists and every file is referenced, and
every quantity agrees or is flagged.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from zjpub.errors import UsageError
from zjpub.narrate.plausible import doubt
from zjpub.narrate.reading import speakable
from zjpub.translate.checks import numbers

_CUE_TOLERANCE_MS = 10
_CUE = re.compile(r"^(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})$", re.MULTILINE)
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of one article (or of the pages that list them): counts by what was counted, and the faults."""

    slug: str
    proved: Mapping[str, int]
    faults: tuple[str, ...]

    def words(self) -> str:
        """One line for people."""
        counts = ", ".join(f"{number} {what}" for what, number in self.proved.items())
        return f"{counts}: " + (f"{len(self.faults)} faults" if self.faults else "all proved")


def _unwatched(done: int, total: int) -> None:
    """The progress of a proof that nobody watches."""


def verify(output: Path, progress: Callable[[int, int], None] = _unwatched) -> tuple[Proof, ...]:
    """Prove every article in `output`, then the pages that list them. Raises UsageError where nothing was built.

    `progress(done, total)` counts articles.
    """
    homes = sorted(path.parent for path in output.glob("*/edition.json"))
    if not homes:
        raise UsageError(f"there is no finished article in {output}", "run `zjpub build` first, or name the folder")
    pages = [output / "index.html", output / "feed.xml"]
    listed = _references(pages)
    proofs = []
    for number, home in enumerate(homes, 1):
        proofs.append(_article(home, {path for path in listed if home.resolve() in path.parents}))
        progress(number, len(homes))
    faults = [f"{_name(path, output)} is referenced but does not exist" for path in sorted(listed) if not path.exists()]
    faults += [
        f"{page.name} cannot be read: {wrong}" for page in pages if isinstance(wrong := _parsed(page), str) and wrong
    ]
    faults += [f"index.html does not list {home.name}" for home in homes if home.resolve() / "index.html" not in listed]
    return (*proofs, Proof("index", {"references": len(listed)}, tuple(faults)))


def _article(home: Path, listed: set[Path]) -> Proof:
    try:
        edition = json.loads((home / "edition.json").read_bytes())
        sentences = list(_sentences(edition))
        audio = _durations(home)
        faults = [
            *_ledger(edition),
            *_english(sentences),
            *_sound(edition, sentences, audio),
            *_subtitles(home, audio),
            *_quantities(sentences),
            *_files(home, edition, listed),
            *_epubs(home),
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Proof(home.name, {}, (f"edition.json cannot be read: {type(error).__name__}: {error}",))
    counts = {"input lines": len(edition["ledger"]), "sentences": len(sentences), "audio files": len(audio)}
    return Proof(home.name, counts, tuple(faults))


def _sentences(edition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield edition["title"]
    for section in edition["sections"]:
        if section["heading"]:
            yield section["heading"]
        for paragraph in section["paragraphs"]:
            yield from paragraph["sentences"]
    for caption in edition["captions"]:
        if caption["sentence"]["zh"]:
            yield caption["sentence"]


def _ledger(edition: Mapping[str, Any]) -> Iterator[str]:
    times = Counter(entry["line"] for entry in edition["ledger"])
    for line in edition["input"]["lines"]:
        if times[line] != 1:
            yield f"input line {line} stands {times[line]} times in the ledger"
    for line in sorted(set(times) - set(edition["input"]["lines"])):
        yield f"the ledger names line {line}, which the input does not have"


def _english(sentences: list[Mapping[str, Any]]) -> Iterator[str]:
    for sentence in sentences:
        if not sentence["en"].strip() or sentence["origin"] == "none":
            yield f"{sentence['id']} is not translated"


def _durations(home: Path) -> dict[str, float]:
    """Name relative to `home` → length in milliseconds, by decoding."""
    import soundfile

    lengths = {}
    for path in sorted((home / "audio").glob("*.mp3")):
        try:
            info = soundfile.info(str(path))
            lengths[f"audio/{path.name}"] = 1000 * info.frames / info.samplerate
        except soundfile.LibsndfileError:
            lengths[f"audio/{path.name}"] = 0.0
    return lengths


def _sound(edition: Mapping[str, Any], sentences: list[Mapping[str, Any]], audio: Mapping[str, float]) -> Iterator[str]:
    for name, length in audio.items():
        if not length:
            yield f"{name} cannot be decoded"
    if not any(key.startswith("voice") for key in edition["engines"]):
        return
    for sentence in sentences:
        for lang in ("zh", "en"):
            place = sentence["audio"].get(lang)
            if place is None:
                yield f"{sentence['id']} is not spoken in {lang}"
            elif not 0 <= place["start_ms"] < place["end_ms"] <= audio.get(place["file"], 0) + _CUE_TOLERANCE_MS:
                yield f"{sentence['id']}: its {lang} cue lies outside {place['file']}"
            elif not any(flag.startswith("n-") for flag in sentence["flags"]):
                odd = doubt(speakable(sentence[lang], lang), place["end_ms"] - place["start_ms"])
                if odd:
                    yield f"{sentence['id']} in {lang}: {odd}"


def _subtitles(home: Path, audio: Mapping[str, float]) -> Iterator[str]:
    """Every cue of every track, as players get it; not of an M4B, which cannot be decoded here."""
    for path in sorted((home / "audio").glob("*.vtt")):
        name = f"audio/{path.name.removesuffix('.vtt').removesuffix('.bilingual')}.mp3"
        for cue in _CUE.findall(path.read_text(encoding="utf-8")) if name in audio else ():
            start, end = _ms(*cue[:4]), _ms(*cue[4:])
            if not start < end <= audio[name] + _CUE_TOLERANCE_MS:
                yield f"audio/{path.name}: the cue from {start} to {end} ms lies outside its file"


def _ms(hours: str, minutes: str, seconds: str, rest: str) -> int:
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)


def _quantities(sentences: list[Mapping[str, Any]]) -> Iterator[str]:
    for sentence in sentences:
        if sentence["origin"] != "none" and "t-quantity" not in sentence["flags"]:
            for flag in numbers(sentence["zh"], sentence["en"]):
                yield f"{sentence['id']}: not flagged: {flag.message}"


def _files(home: Path, edition: Mapping[str, Any], listed: set[Path]) -> Iterator[str]:
    """Both ways: what is referenced exists, what exists is referenced."""
    pages = [home / "index.html", home / "report.html"]
    home = home.resolve()
    wanted = _references(pages) | listed
    tracks = {home / track["file"] for track in edition["tracks"]}
    wanted |= tracks
    # Players find subtitles and chapters by the name of the audio file.
    beside = {path.name[: -len(path.suffix)] for path in tracks}
    for path in sorted(wanted):
        if not path.exists():
            yield f"{_name(path, home)} is referenced but does not exist"
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        sidecar = path.parent.name == "audio" and any(path.name.startswith(f"{stem}.") for stem in beside)
        if path not in wanted and not sidecar and path.name not in ("edition.json", "index.html"):
            yield f"{_name(path, home)} is referenced nowhere"


def _references(pages: list[Path]) -> set[Path]:
    """Every local file that some pages link to or play."""
    found: set[Path] = set()
    for page in pages:
        tree = _parsed(page)
        if not isinstance(tree, str):
            values: list[object] = tree.xpath("//@href | //@src | //@url | //@poster")  # type: ignore[assignment]
            for value in values:
                url = urlsplit(str(value).strip())
                if url.path and not url.scheme and not url.netloc:
                    found.add((page.parent / unquote(url.path)).resolve())
    return found


def _parsed(page: Path) -> etree._ElementTree | str:
    """A page or a feed; what is wrong with it, or nothing, where there is none."""
    parser = etree.XMLParser(resolve_entities=False) if page.suffix == ".xml" else html.HTMLParser()
    try:
        return etree.parse(str(page), parser) if page.is_file() else ""
    except (etree.XMLSyntaxError, OSError) as error:
        return str(error)


def _epubs(home: Path) -> Iterator[str]:
    """Each book opens, and its manifest and its files are the same set."""
    for path in sorted(home.glob("*.epub")):
        try:
            with zipfile.ZipFile(path) as book:
                if book.testzip():
                    yield f"{path.name} is damaged at {book.testzip()}"
                container = etree.fromstring(book.read("META-INF/container.xml"))
                package = str(next(container.iter(f"{_CONTAINER}rootfile")).attrib["full-path"])
                root = package.rpartition("/")[0]
                manifest = etree.fromstring(book.read(package))
                items = {
                    f"{root}/{unquote(str(item.attrib['href']))}".lstrip("/") for item in manifest.iter(f"{_OPF}item")
                }
                names = {name for name in book.namelist() if not name.startswith("META-INF/")}
        except (zipfile.BadZipFile, KeyError, StopIteration, etree.XMLSyntaxError) as error:
            yield f"{path.name} cannot be opened: {error}"
            continue
        for name in sorted(items ^ (names - {"mimetype", package})):
            yield f"{path.name}: {name} is in its manifest or among its files, not in both"


def _name(path: Path, folder: Path) -> str:
    try:
        return path.relative_to(folder.resolve()).as_posix()
    except ValueError:
        return str(path)
