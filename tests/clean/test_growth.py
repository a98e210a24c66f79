"""Time grows with the text, not with its square, whatever the text is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from zjpub.clean import clean, remembering
from zjpub.model import InputLine, Source

LINES = 400
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
        for memory in remembering.MEMORIES:
            memory.cache_clear()
        start = time.process_time()
        clean(source)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_text_takes_about_four_times_as_long(kind: str) -> None:
    make = KINDS[kind]
    _seconds(make(10))
    assert _seconds(make(4 * LINES)) < 9 * _seconds(make(LINES)) + 0.05


HOSTILE = (
    "责任编辑" * 24,
    "编辑　编辑编辑　" * 12,
    "编辑｜编辑编辑｜｜" * 10,
    "记者王芳通讯员" * 13,
    "王芳 文 王芳 图 " * 9,
    "2024年3月8日 星期一 " * 6,
    "版权江陵日报" * 14,
    "尽在更多。|APP" * 9,
    "日 一 二 三 四 五 六 " * 6,
    "（下转（图（上接" * 11,
    "《城事》：《城事》" * 9,
    "图/张三 摄影 " * 11,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_one_line_of_furniture_words_takes_no_time(text: str) -> None:
    assert _seconds(["老街灯会亮起来了", text, "灯会从正月十三开始，一直挂到二月初二。"]) < 0.2


def test_a_page_does_not_stay_in_memory_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_MOST", 10)
    for lines in (KINDS["prose"](100), ["春天来了", "乘着改革开放的东风，春天的故事唤醒了这片土地。"]):
        clean(Source("x", "x", tuple(InputLine(number, text) for number, text in enumerate(lines, 1))))
    assert 0 < max(memory.cache_info().currsize for memory in remembering.MEMORIES) < 20
