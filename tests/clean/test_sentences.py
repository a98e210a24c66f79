"""Sentences are what is translated and spoken, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjpub import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("今天很好。明天更好！后天呢？", 3),
        ("“货到了，人就踏实了。”他说。", 1),
        ("他说：“来吧！”说完就走了。", 1),
        ("增长7.3%，达到12.5亿元。比去年高。", 2),
        ("冲压、焊装……在流水线上下线。", 1),
        ("《怎么办？》是一本书。他读过。", 2),
        ("（他来了。我没来。）后来呢？", 2),
        ("Water first. Then tea.", 2),
        ("Dr. Wang came. He left.", 2),
        ("没有句号", 1),
        ("1. 咸肉用温水浸泡。2小时后切块。", 2),
        ("「我寫了八年。」他說。", 1),
        ("", 0),
    ],
)
def test_split(text: str, count: int) -> None:
    assert len(sentences.split(text)) == count


@given(st.text(alphabet="中文，。！？“”（）《》…. a1\n", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences.split(text)).split()) == "".join(text.split())


def test_a_bracket_that_never_closes_does_not_hold_the_page() -> None:
    text = "（" + "今天很好。" * 2000
    assert len(sentences.split(text)) > 100
