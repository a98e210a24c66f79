"""What people have said of sentences anywhere in a project: it serves other articles too, and renamed ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from zjpub import manuscript
from zjpub.errors import UsageError, ZjpubError
from zjpub.model import Article
from zjpub.store import Store
from zjpub.translate import po
from zjpub.translate.memory import Orphans, Review, Similar, gather


class Corrections:
    """The PO files of one content folder; `articles` lists its article files."""

    def __init__(self, content: Path, articles: Callable[[], Sequence[Path]], store: Store) -> None:
        self._content = content
        self._articles = articles
        self._store = store

    @cached_property
    def memory(self) -> Mapping[str, str]:
        """Chinese → the English that a person gave it in any article.

        Where two differ, an article that is here outranks one that is gone, then the first file stands.
        """
        memory: dict[str, str] = {}
        for path in sorted(self._files, key=lambda path: (path in self._orphaned, path)):
            for zh, en in self._reviewed(path).items():
                memory.setdefault(zh, en)
        return memory

    @cached_property
    def similar(self) -> Similar:
        """Finds what people said of sentences much like another one."""
        return Similar(self.memory)

    def adopted(self, article: Article) -> Review:
        """The review of an article without a PO file: that of the name it had before, if it was renamed."""
        return self._orphans.of(tuple(article.sentences()))

    @property
    def strays(self) -> tuple[Path, ...]:
        """The files of forced fates that nothing obeys, since they belong to no article."""
        fates = set(self._content.rglob(f"*{manuscript.FATES}"))
        return tuple(sorted(fates - {manuscript.fates_path(path) for path in self._present}))

    @cached_property
    def _files(self) -> frozenset[Path]:
        return frozenset(self._content.rglob("*.po"))

    @cached_property
    def _present(self) -> Sequence[Path]:
        try:
            return self._articles()
        except UsageError:
            return ()

    @cached_property
    def _orphaned(self) -> frozenset[Path]:
        """The PO files that belong to no article."""
        return self._files - {manuscript.po_path(path) for path in self._present}

    @cached_property
    def _orphans(self) -> Orphans:
        reviews = []
        for path in sorted(self._orphaned):
            with suppress(ZjpubError):
                reviews.append(po.read(path))
        return Orphans(reviews)

    def _reviewed(self, path: Path) -> Mapping[str, str]:
        """The approved pairs of one PO file; kept in the store, since parsing a thousand of them takes seconds.

        A broken file counts as empty here: it is an error of its own article, which says so.
        """
        key = Store.key("reviewed", po=manuscript.digest(path), layout="1")
        known = self._store.get(key)
        if known is not None:
            return dict(json.loads(known))
        try:
            pairs = gather([po.read(path)])
        except ZjpubError:
            return {}
        self._store.put(key, json.dumps(pairs, ensure_ascii=False).encode())
        return pairs
