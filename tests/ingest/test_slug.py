"""Slugs are safe names everywhere, and two different names stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjpub.ingest.slug import slug


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("zhengzhou-jingkai", "zhengzhou-jingkai"),
        ("郑州经开区（2023）", "郑州经开区-2023"),
        ("My Article v1.2", "My-Article-v1-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("a_b", "a-b"),
        ("ＡＢＣ１２", "ABC12"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("con", "con-article"),
        ("Lpt9", "Lpt9-article"),
        ("console", "console"),
    ],
)
def test_slugs(stem: str, expected: str) -> None:
    assert slug(stem) == expected


def test_names_without_letters_and_long_names_stay_apart() -> None:
    assert slug("！！") != slug("？？")
    long = "长" * 90
    assert slug(long + "甲") != slug(long + "乙")
    assert slug(long + "甲").startswith("长长长")


@given(st.text())
def test_any_name_gives_a_safe_slug(stem: str) -> None:
    made = slug(stem)
    assert 0 < len(made.encode("utf-8", "surrogatepass")) <= 88
    assert all(character.isalnum() or character == "-" for character in made)
    assert made == slug(stem)
    assert not made.startswith("-")
