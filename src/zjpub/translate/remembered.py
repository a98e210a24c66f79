"""A Translator that asks another one only once for each line: the store is around the engine, so no stage knows it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from zjpub.store import Store
from zjpub.translate.interface import PLAIN, Effort, Said, Translator, sureness


class Remembered:
    """`asked`: how many lines had to be translated so far."""

    def __init__(self, translator: Translator, store: Store) -> None:
        self.name = translator.name
        self.identity = translator.identity
        self.asked = 0
        self._translator = translator
        self._store = store

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        """As the engine would, from the store where it can be."""
        keys = {line: self._key(line, effort) for line in lines}
        known = {line: found for line, key in keys.items() if (found := self._known(key))}
        new = [line for line in keys if line not in known]
        self.asked += len(new)
        for line, hypotheses in zip(new, self._translator.translate(new, effort) if new else [], strict=True):
            weighed = [(text, sureness(text)) for text in hypotheses]
            self._store.put(keys[line], json.dumps(weighed, ensure_ascii=False).encode())
            known[line] = hypotheses
        return [known[line] for line in lines]

    def _key(self, line: str, effort: Effort) -> str:
        recipe = {name: str(value) for name, value in asdict(effort).items()}
        return self._store.key("translation", engine=self.identity, line=line, **recipe)

    def _known(self, key: str) -> tuple[str, ...] | None:
        data = self._store.get(key)
        try:
            found = json.loads(data) if data else None
        except ValueError:
            return None
        return tuple(map(_said, found)) if isinstance(found, list) and found else None


def _said(found: object) -> str:
    """A hypothesis of the store, which kept the words alone before."""
    match found:
        case [str() as text, int() | float() as score]:
            return Said(text, score)
    return str(found)
