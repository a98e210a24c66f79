"""The first article, which the design describes figure by figure."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source

SEED = Path(__file__).parents[2] / "content" / "zhengzhou-jingkai.txt"


def _seed() -> Article:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return clean(Source("seed", SEED.name, tuple(InputLine(n, text) for n, text in enumerate(lines, 1))))


def test_seed_comes_out_as_the_design_says() -> None:
    article = _seed()
    assert article.title.zh.split(" ") == [
        "持续擦亮国家级经开区名片",
        "全面推进中国式现代化建设经开区新实践",
        "经开区经济社会发展量质齐升",
        "谱写跨越发展的时代篇章",
    ]
    assert article.byline == ("王赛华", "鲁慧")
    assert [(section.heading.zh, len(section.paragraphs)) for section in article.sections if section.heading] == [
        ("沙土地之上“书写”沧桑巨变", 2),
        ("坚持“制造立区” 构建先进制造业新体系", 10),
        ("坚持“开放兴区” 走出了内陆开放新路子", 12),
        ("坚持“创新强区” 拓展创新驱动发展新途径", 7),
    ]
    assert [(caption.sentence.zh, caption.credit) for caption in article.captions] == [
        ("大国工匠", "刘倬宇"),
        ("中欧班列飞速发展", "郭伟"),
        ("宜居经开", "付海霞"),
        ("经开区“戒指桥”", "徐虹"),
    ]


def test_seed_ledger_holds_every_line_once() -> None:
    article = _seed()
    spoken = [line.number for line in article.lines if line.text.strip()]
    assert [entry.line for entry in article.ledger] == spoken
    fates = Counter(entry.fate for entry in article.ledger)
    assert (fates["joined"], fates["duplicate"]) == (1, 26)


def test_seed_paragraph_is_joined_and_another_flagged() -> None:
    paragraphs = [paragraph for section in _seed().sections for paragraph in section.paragraphs]
    assert [p.text[-9:] for p in paragraphs if p.truncated] == ["在国际有影响力的千"]
    assert any("为各家企业和创业团队提供更好服务" in p.text for p in paragraphs)
    assert len({p.text for p in paragraphs}) == len(paragraphs)
