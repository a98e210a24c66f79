"""Any Argos package straight on CTranslate2: no sentence splitter to download, no paragraph at a time.

The same sentence must give the same English whatever stands beside it, since the store depends on it. Padding breaks
that in int8 (9 of 6,817 sentences in batches of 32), so only lines of equal length in pieces share one (0 of 6,817).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from zjpub.errors import TranslationError
from zjpub.translate import clauses
from zjpub.translate.interface import PLAIN, Effort, Said, together
from zjpub.translate.packages import Package
from zjpub.translate.pieces import BytePairs, Pieces, SentencePieces, damaged

if TYPE_CHECKING:
    import ctranslate2

RECIPE = "2"
"""Raised whenever this module would give other English for the same line, or be as sure of it as it was not."""
LONGEST = 120
"""Pieces of Chinese that go in at once; beyond, models drop what they read first."""
_BATCH = 32
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class Argos:
    """One Argos package as a Translator; its model is loaded when the first line comes."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.name = f"argos: {package.name}"
        self.identity = _identity(package)
        self._pieces: Pieces | None = None
        self._model: ctranslate2.Translator | None = None

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        """For each line its hypotheses, best first; long lines go clause by clause."""
        pieces, model = self._loaded()
        parts = [clauses.fit(line, lambda text: len(pieces.encode(text)), LONGEST) for line in lines]
        distinct = list(dict.fromkeys(part for line in parts for part in line))
        english = dict(zip(distinct, self._run(model, pieces, distinct, effort), strict=True))
        return [_joined(line, [english[part] for part in line]) for line in parts]

    def _loaded(self) -> tuple[Pieces, ctranslate2.Translator]:
        if self._pieces is None or self._model is None:
            import ctranslate2

            package = self.package
            spm = package.tokenizer.name == "sentencepiece.model"
            file = package.tokenizer
            self._pieces = SentencePieces(file) if spm else BytePairs(file, package.source, package.target)
            kind = "int8" if "int8" in ctranslate2.get_supported_compute_types("cpu") else "default"
            try:
                # One sentence at a time on each core beats one sentence on all cores by half.
                self._model = ctranslate2.Translator(
                    str(package.folder / "model"), compute_type=kind, inter_threads=_cores(), intra_threads=1
                )
            except (RuntimeError, ValueError, MemoryError) as error:
                raise damaged(package.folder / "model" / "model.bin") from error
        return self._pieces, self._model

    def _run(
        self, model: ctranslate2.Translator, pieces: Pieces, lines: Sequence[str], effort: Effort
    ) -> list[tuple[str, ...]]:
        encoded = [pieces.encode(line) for line in lines]
        results: list[tuple[str, ...]] = [("",)] * len(lines)
        try:
            waiting = [(batch, self._send(model, [encoded[i] for i in batch], effort)) for batch in _batches(encoded)]
            found = {
                index: future.result()
                for batch, futures in waiting
                for index, future in zip(batch, futures, strict=True)
            }
            said = [(index, words) for index, result in found.items() for words in result.hypotheses]
            # A penalty goes into the score, which then says nothing of how sure the model is.
            scores = (
                _weighed(model, [(encoded[index], words) for index, words in said])
                if effort.coverage_penalty
                else [score for result in found.values() for score in result.scores]
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            raise TranslationError(f"{self.name}: the model failed: {error}", "try another package: --model") from error
        offers: dict[int, list[str]] = defaultdict(list)
        for (index, words), score in zip(said, scores, strict=True):
            offers[index].append(Said(self._text(pieces, words), score))
        for index, texts in offers.items():
            results[index] = tuple(texts)
        return results

    def _send(self, model: ctranslate2.Translator, batch: list[list[str]], effort: Effort) -> list[Any]:
        prefix = self.package.prefix
        return list(
            model.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                asynchronous=True,
                replace_unknowns=True,
                return_scores=True,
                beam_size=max(effort.beam, effort.hypotheses),
                num_hypotheses=effort.hypotheses,
                no_repeat_ngram_size=effort.no_repeat_ngram,
                repetition_penalty=effort.repetition_penalty,
                coverage_penalty=effort.coverage_penalty,
                # A runaway loop would otherwise fill 256 steps.
                max_decoding_length=min(256, 24 + 3 * len(batch[0])),
            )
        )

    def _text(self, pieces: Pieces, found: list[str]) -> str:
        text = pieces.decode(found).removeprefix(self.package.prefix)
        # Models with byte pieces can say anything, line feeds and control characters among it.
        return " ".join(_CONTROL.sub(" ", text).split())


def _weighed(model: ctranslate2.Translator, pairs: Sequence[tuple[list[str], list[str]]]) -> list[float]:
    """How sure the model is of English pieces that it found by other lights: the mean of their log-probabilities."""
    results = model.score_batch([zh for zh, _ in pairs], [en for _, en in pairs], max_batch_size=_BATCH)
    return [sum(result.log_probs) / (len(result.log_probs) or 1) for result in results]


def _batches(encoded: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Indices of lines of the same length, longest first so that no core ends on the dearest batch."""
    groups: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(encoded):
        if line:
            groups[len(line)].append(index)
    for length in sorted(groups, reverse=True):
        group = groups[length]
        yield from (group[start : start + _BATCH] for start in range(0, len(group), _BATCH))


def _joined(zh: Sequence[str], english: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    if len(zh) == 1:
        return english[0]
    most = max(len(hypotheses) for hypotheses in english)
    return tuple(_said(zh, [found[min(rank, len(found) - 1)] for found in english]) for rank in range(most))


def _said(zh: Sequence[str], english: Sequence[str]) -> Said:
    return Said(clauses.join(zh, english), together(english))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _identity(package: Package) -> str:
    """All that decides the English: every file's bytes, the libraries, the recipe."""
    digest = hashlib.sha256(package.prefix.encode())
    for file in package.files():
        with file.open("rb") as stream:
            digest.update(file.name.encode() + b"\0" + hashlib.file_digest(stream, "sha256").digest())
    libraries = f"ctranslate2 {version('ctranslate2')}, sentencepiece {version('sentencepiece')}"
    return f"argos {digest.hexdigest()[:32]} {libraries} recipe {RECIPE}"
