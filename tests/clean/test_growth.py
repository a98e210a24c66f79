"""Time grows with the text, not with its square, whatever the text is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from zjpub.clean import characters, clean, shape
from zjpub.model import InputLine, Source

LINES = 400
REMEMBERED = (characters.tidy, characters.view, shape.ended, shape.is_headline, shape.speaker, shape.is_item)
KINDS: dict[str, Callable[[int], list[str]]] = {
    "prose": lambda n: [f"第{i}天，乘着改革开放的东风，春天的故事唤醒了这片土地。" for i in range(n)],
    "stumps": lambda n: [f"乘着改革开放的东风，春天的故事{i}唤醒了这片沉睡的土地" for i in range(n)],
    "short lines": lambda n: [f"春天来了{i}" for i in range(n)],
    "wrapped lines": lambda n: [f"{i:06}着改革开放的东风春天的故事唤醒了这片土" for i in range(n)],
    "repeats": lambda n: ["乘着改革开放的东风，春天的故事唤醒了这片土地。"] * n,
    "captions": lambda n: [f"春天来了{i} 张三 摄" for i in range(n)],
    "headings": lambda n: [text for i in range(n) for text in (f"春天{i}", f"乘着东风，{i}个春天来了。")],
    "open scripts": lambda n: ["<script>"] * n + ["春天来了。"],
    "one line of open brackets": lambda n: ["中（国。" * n * 20],
    "one line of comments": lambda n: ["春天。" + "<!--" * n * 20],
    "one line of addresses": lambda n: ["春天." + "a@" * n * 20],
    "one line of half-width marks": lambda n: ["乘着,改革.开放:的;东风?" * n * 5],
    "one line of digits": lambda n: ["春天," + "1," * n * 20],
    "one line of spaces": lambda n: ["春" + " 天" * n * 20],
}


def _seconds(lines: list[str]) -> float:
    source = Source("x", "x", tuple(InputLine(number, text) for number, text in enumerate(lines, 1)))
    best = float("inf")
    for _ in range(2):
        for remembered in REMEMBERED:
            remembered.cache_clear()
        start = time.process_time()
        clean(source)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_text_takes_about_four_times_as_long(kind: str) -> None:
    make = KINDS[kind]
    _seconds(make(10))
    assert _seconds(make(4 * LINES)) < 9 * _seconds(make(LINES)) + 0.05
