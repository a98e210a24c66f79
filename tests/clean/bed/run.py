"""Scores the cleaner on the whole bed and shows what it got wrong.

PYTHONPATH=tests/clean python -m bed.run [seeds] [name/degree/seed to show]
"""

from __future__ import annotations

import sys
from statistics import mean

from bed.mess import Messy, make
from bed.score import MEASURES, overall, score
from bed.truth import all_articles

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source


def cleaned(messy: Messy) -> Article:
    """The article that the cleaner makes of a mess."""
    lines = tuple(InputLine(number, text) for number, text in enumerate(messy.lines, 1))
    return clean(Source(messy.truth.name, messy.truth.name, lines))


def all_scores(seeds: int) -> dict[tuple[str, int, int], dict[str, float]]:
    """Figures of every article at every degree, by name, degree and seed."""
    made = {}
    for truth in all_articles():
        for degree in (1, 2, 3):
            for seed in range(seeds):
                messy = make(truth, degree, seed)
                made[truth.name, degree, seed] = dict(score(cleaned(messy), messy))
    return made


def summary(scores: dict[tuple[str, int, int], dict[str, float]]) -> dict[str, float]:
    """The means: of each figure, of each degree, of all, and of the hardest third."""
    totals = sorted(map(overall, scores.values()))
    made = {measure: mean(figures[measure] for figures in scores.values()) for measure in MEASURES}
    for degree in (1, 2, 3):
        made[f"degree {degree}"] = mean(overall(f) for (_, d, _), f in scores.items() if d == degree)
    return made | {"hardest third": mean(totals[: len(totals) // 3]), "overall": mean(totals)}


def _show(name: str) -> None:
    article, degree, seed = name.split("/")
    messy = make(next(t for t in all_articles() if t.name == article), int(degree), int(seed))
    result = cleaned(messy)
    fates = {entry.line: entry for entry in result.ledger}
    for number, text in enumerate(messy.lines, 1):
        if number in fates:
            right = messy.fates.get(number) == fates[number].fate
            mark = "" if right else f"!! {fates[number].fate} ({fates[number].note})"
            print(f"{number:3} {messy.fates.get(number)!s:11} {mark:11} {text[:60]}")
    print(result.title.zh, result.byline, result.source, result.date)
    print([(c.sentence.zh, c.credit) for c in result.captions])
    wanted = {text for _, text in messy.truth.body}
    for section in result.sections:
        for paragraph in section.paragraphs:
            if paragraph.text not in wanted:
                print("??", paragraph.truncated, paragraph.text)
    print(dict(score(result, messy)))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _show(sys.argv[2])
        sys.exit()
    scores = all_scores(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    for key, figures in sorted(scores.items(), key=lambda item: overall(item[1]))[:25]:
        bad = {measure: round(value, 2) for measure, value in figures.items() if value < 1}
        print(f"{overall(figures):.3f} {'/'.join(map(str, key))} {bad}")
    for measure, value in summary(scores).items():
        print(f"{measure:14} {value:.4f}")
