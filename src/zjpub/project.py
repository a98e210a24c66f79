"""A content folder, opened: settings checked, articles found, engines chosen and wrapped in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from zjpub import __version__, cover, manuscript, typeface
from zjpub import settings as _settings
from zjpub.corrections import Corrections
from zjpub.errors import UsageError
from zjpub.ingest import SUFFIXES, UNREAD
from zjpub.manuscript import slug_of
from zjpub.model import LANGS, Lang, Publication, VoiceUse
from zjpub.narrate import Plan, Studio, choose, heard
from zjpub.narrate.codec import Mp3
from zjpub.narrate.reading import lexicon
from zjpub.narrate.remembered import Remembered as RememberedVoice
from zjpub.narrate.remembered import RememberedCodec
from zjpub.outcome import Cost, Stray
from zjpub.outputs import Outputs
from zjpub.settings import Settings
from zjpub.store import Store
from zjpub.translate import Desk, glossary, packages
from zjpub.translate.argos import Argos
from zjpub.translate.echo import Echo
from zjpub.translate.interface import Translator
from zjpub.translate.memory import Review
from zjpub.translate.remembered import Remembered as RememberedTranslator

Team = tuple[RememberedTranslator, ...]
Booth = Mapping[Lang, tuple[RememberedVoice, VoiceUse]]


class Project:
    """One content folder and all that works on it. Engines are made when first asked for, once a build."""

    def __init__(self, root: Path, settings: Settings, auto: VoiceUse | None = None) -> None:
        self.root = root
        self.auto = auto
        """What the voice `auto` means in this build and why; None until a voice is first asked for."""
        self.content = root / "content"
        self.state = root / ".zjpub"
        self.settings = settings
        self.store = Store(self.state)
        self._booths: dict[tuple[str, str, str], Booth] = {}
        self._teams: dict[str, Team] = {}
        # Before they are read, so that an edit while a build runs is not taken for built.
        self._tables = {name: manuscript.digest(self.content / f"{name}.csv") for name in ("glossary", "lexicon")}

    @classmethod
    def open(cls, root: Path, overrides: Mapping[str, object]) -> Project:
        """Read `content/zjpub.toml`, then lay `overrides` (dotted keys) over it. Raises UsageError."""
        if not root.is_dir():
            raise UsageError(f"there is no folder {root}", "check the path after --project")
        settings = _settings.read(root / "content" / "zjpub.toml")
        return cls(root, _settings.apply(settings, overrides, "command line"))

    def articles(self, paths: Sequence[Path] = ()) -> tuple[Path, ...]:
        """The article files under `paths` (default: `content/`), no two with one slug. Raises UsageError."""
        by_slug: dict[str, Path] = {}
        for path in [file for place in paths or (self.content,) for file in self._articles_at(place)]:
            # Lower case, since on many file systems two such folders would be one.
            other = by_slug.setdefault(slug_of(path).lower(), path)
            if other.resolve() != path.resolve():
                raise UsageError(
                    f"{other} and {path} would both be published as {slug_of(path)!r}", "rename one of the two files"
                )
        return tuple(by_slug.values())

    def strays(self) -> tuple[Stray, ...]:
        """The files of content/ that its owner may believe to be heeded, and that are not."""
        unread = sorted(path for path in self._files_at(self.content) if path.suffix.lower() in UNREAD)
        lost = "belongs to no article: if you renamed one, rename this file too"
        return (
            *(Stray(path, f"is not read: save it as one of {', '.join(SUFFIXES)}") for path in unread),
            *(Stray(path, lost) for path in self.corrections.strays),
        )

    def _articles_at(self, path: Path) -> list[Path]:
        if path.is_file():
            return [path]
        if not path.is_dir():
            hint = "run `zjpub init DIR` for a new project" if path == self.content else "check the path"
            raise UsageError(f"there is no file or folder {path}", hint)
        found = [file for file in self._files_at(path) if file.suffix.lower() in SUFFIXES and file.is_file()]
        if not found:
            raise UsageError(f"there is no article in {path}", f"put one of these there: {', '.join(SUFFIXES)}")
        return found

    @staticmethod
    def _files_at(folder: Path) -> list[Path]:
        """What lies in a folder and those in it, but nothing that is hidden or that Word left there."""
        hidden = (".", "~$")
        found = sorted(folder.rglob("*"))
        return [file for file in found if not any(part.startswith(hidden) for part in file.relative_to(folder).parts)]

    def outputs(self, folder: Path | None = None) -> Outputs:
        """Where this project is built into: `output/` or the folder given. Raises UsageError for an unfit one."""
        folder = folder or self.root / "output"
        if self.content.resolve() in (folder.resolve(), *folder.resolve().parents):
            raise UsageError(
                f"{folder} lies in {self.content}: the next build would take its pages for articles",
                "name a folder outside with --output DIR",
            )
        return Outputs(folder, self.state)

    def prepare(self) -> None:
        """Read what all articles share and make the engines, so that what is wrong for all is said once, first."""
        self.desk(self.settings.translator, {})
        if self.settings.audio:
            self.studio(self.settings)

    @cached_property
    def publication(self) -> Publication:
        """What title page, feed and colophon say of the whole."""
        own = self.settings
        return Publication(own.title, own.author, own.licence, own.url)

    @cached_property
    def glossary(self) -> glossary.Glossary:
        """`content/glossary.csv`, checked; empty when there is none."""
        return glossary.read(self.content / "glossary.csv")

    @cached_property
    def lexicon(self) -> lexicon.Lexicon:
        """`content/lexicon.csv`, checked; empty when there is none."""
        path = self.content / "lexicon.csv"
        return lexicon.read(path) if path.exists() else lexicon.EMPTY

    @cached_property
    def corrections(self) -> Corrections:
        """What people have said of sentences, in all articles."""
        return Corrections(self.content, self.articles, self.store)

    def translators(self, wanted: str) -> Team:
        """The engines that `translate.engine` means, best first, remembered; none with `none` or without a package.

        Raises UsageError with `argos` and no package.
        """
        kind = "argos" if wanted == "auto" else wanted
        if kind not in self._teams:
            self._teams[kind] = tuple(RememberedTranslator(engine, self.store) for engine in self._engines(kind))
        if not self._teams[kind] and wanted == "argos":
            raise UsageError(
                f"no Argos package for Chinese → English was found: {packages.lack()}",
                "run `zjpub models add zh en`, or name a package with --model PATH",
            )
        return self._teams[kind]

    def _engines(self, kind: str) -> list[Translator]:
        if kind == "argos":
            return [Argos(package) for package in self.models()]
        return [Echo()] if kind == "echo" else []

    def models(self) -> tuple[packages.Package, ...]:
        """The packages for Chinese → English, best first, the one that the settings name before all. Raises UsageError.

        A relative path in the settings is looked for here, then in the project.
        """
        named = Path(self.settings.model)
        explicit = named if named.exists() else self.root / named
        return packages.find(self.root, explicit if self.settings.model else None)

    def desk(self, translator: str, reviews: Mapping[str, Review]) -> Desk:
        """All that translation needs, for articles (by slug) that want this translator and have these reviews."""
        return Desk(self.translators(translator), self.glossary, self.corrections.memory, reviews)

    @cached_property
    def _codec(self) -> RememberedCodec:
        return RememberedCodec(Mp3(), self.store)

    def _booth(self, settings: Settings) -> Booth:
        """The voices that some settings ask for, chosen once a build."""
        wanted = (settings.voice, settings.voice_zh, settings.voice_en)
        if wanted not in self._booths:
            chosen = choose(wanted[0], LANGS, {"zh": wanted[1], "en": wanted[2]}, self._heard)
            self._booths[wanted] = {
                lang: (RememberedVoice(voice, self.store), use) for lang, (voice, use) in chosen.items()
            }
        return self._booths[wanted]

    def service_answers(self) -> bool:
        """Whether the network's voices can be heard now; asked once a build."""
        return self._heard().name == "edge"

    def _heard(self) -> VoiceUse:
        """Decided once, so that no two articles of a build are spoken by different engines."""
        self.auto = self.auto or heard()
        return self.auto

    def studio(self, settings: Settings, picture: bytes = b"") -> Studio:
        """All that narration needs. `picture`: the square cover that goes into the files."""
        booth = self._booth(settings)
        return Studio(
            voices={lang: voice for lang, (voice, _) in booth.items()},
            codec=self._codec,
            plan=Plan(
                products=settings.products,
                loudness=settings.loudness,
                pause_sentence=settings.pause_sentence,
                pause_paragraph=settings.pause_paragraph,
                pause_heading=settings.pause_heading,
            ),
            lexicon=self.lexicon,
            cover=picture or None,
            publication=self.publication,
            uses={lang: use for lang, (_, use) in booth.items()},
        )

    def covers(self, own: bytes, title_zh: str, title_en: str) -> tuple[bytes, bytes]:
        """The cover for a book and the one for audio: the article's own picture for both, or drawn ones."""
        if own:
            return own, own
        return self._drawn(title_zh, title_en, "portrait"), self._drawn(title_zh, title_en, "square")

    def _drawn(self, title_zh: str, title_en: str, shape: cover.Shape) -> bytes:
        footer = self.settings.title
        fonts = str((typeface.han_face(), typeface.face()))
        key = Store.key("cover", version=__version__, zh=title_zh, en=title_en, footer=footer, shape=shape, fonts=fonts)
        known = self.store.get(key)
        if known is None:
            known = cover.draw(title_zh, title_en, footer, shape)
            self.store.put(key, known)
        return known

    def recipe(self, ingredients: Mapping[str, str], translator: str, unreviewed: Sequence[str]) -> str:
        """A key over all that decides an article's edition; equal keys, equal bytes.

        `ingredients`: see `manuscript`; `translator`: the engine wanted. Raises UsageError as `translators` does.
        """
        memory = self.corrections.memory
        heard = [f"{zh}\t{memory[zh]}" for zh in unreviewed if zh in memory]
        return Store.key(
            "edition",
            version=__version__,
            settings=_settings.fingerprint(self.settings),
            engines="\n".join(engine.identity for engine in self.translators(translator)),
            memory="\n".join(heard),
            **self._tables,
            **ingredients,
        )

    def cost(self) -> Cost:
        """What the engines of this build have been asked so far."""
        spoken = sum(voice.asked for booth in self._booths.values() for voice, _ in booth.values())
        return Cost(sum(engine.asked for team in self._teams.values() for engine in team), spoken)
