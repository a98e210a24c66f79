"""What heads and foots the pages goes; what merely stands beside it, or comes again, stays."""

from __future__ import annotations

import pytest

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source

TEXT = (
    "正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了整条街。",
    "灯会持续到二月初二，市民可以免费入场，公交车延长到晚上十点半。",
    "扎灯的老人说，先把竹篾烤弯，再糊上两层宣纸，灯就成了。",
    "孩子们骑在父亲的肩膀上数灯，数到一百就乱了，又从头数起。",
)


def _article(*lines: str) -> Article:
    return clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(lines, 1))))


def _fates(article: Article, *numbers: int) -> list[str]:
    return [entry.fate for entry in article.ledger if entry.line in numbers]


def _page(first: str, second: str) -> tuple[str, ...]:
    """Two pages with a header each, and below each header one of the lines."""
    return (
        "老街灯会亮起来了",
        TEXT[0],
        "江陵日报　A06　要闻",
        first,
        TEXT[1],
        TEXT[2],
        "江陵日报　A07　要闻",
        second,
        TEXT[3],
    )


@pytest.mark.parametrize(
    "line", ["● 兔子灯", "1. 兔子灯", "（掌声）", "——题记", "△兔子灯", "时间：每晚七点", "图为兔子灯"]
)
def test_line_with_a_mark_of_its_own_is_no_running_head(line: str) -> None:
    assert "boilerplate" not in _fates(_article(*_page(line, line)), 4, 8)


def test_short_name_between_other_lines_on_each_page_is_a_running_head() -> None:
    assert _fates(_article(*_page("灯会特刊", "灯会特刊")), 4, 8) == ["boilerplate"] * 2


def test_first_line_of_a_paragraph_that_was_pasted_twice_is_not_lost() -> None:
    rows = ("可是省下来的钱要花在", "竹篾和宣纸上，每一样都要花钱。")
    page = ("老街灯会亮起来了", TEXT[0], "江陵日报　A06　要闻", *rows, TEXT[1], "江陵日报　A07　要闻", *rows, TEXT[2])
    assert "boilerplate" not in _fates(_article(*page), 4, 5, 8, 9)


def test_name_of_a_desk_is_a_heading_over_the_text_and_furniture_inside_a_sentence() -> None:
    headed = _article("老街灯会亮起来了", "", TEXT[0], "- 11 -", "", "声音", "", TEXT[1])
    assert _fates(headed, 6) == ["heading"]
    halves = ("灯会持续到二月初二，市民可以免费入场，公交车延", "长到晚上十点半。")
    parted = _article("老街灯会亮起来了", "", TEXT[0], "", halves[0], "", "- 11 -", "要 闻", "", halves[1], "", TEXT[2])
    assert _fates(parted, 8) == ["boilerplate"]
    assert "".join(halves) in [paragraph.text for section in parted.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "江陵晚报 2024年2月24日 星期六 编辑/苏文静 美编/马成 校对/丁雪 05 元宵特刊",
        "江陵日报客户端",
        "首页 新闻 文化 正文",
        "江陵网首页 | 新闻 | 视频 | 专题",
        "36灯 / 深度 / 手艺",
        "今日江陵 > 文化",
        "人物",
        "特别报道",
    ],
)
def test_what_stands_above_the_headline_is_not_part_of_it(line: str) -> None:
    assert _article(line, "", "老街灯会亮起来了", "", *TEXT).title.zh == "老街灯会亮起来了"


@pytest.mark.parametrize(
    ("line", "fates"),
    [
        ("作者 | 苏文静　来源 | 江陵日报", {"source"}),
        ("发布时间：2024-02-24 浏览次数：1286 供稿：文化馆", {"date"}),
        ("（灯彩科技 2024年2月24日 供稿）", {"date", "source"}),
        ("江陵日报·江陵网记者 苏文静 来源：江陵日报", {"source"}),
    ],
)
def test_line_under_the_headline_with_one_known_field_is_a_head_line(line: str, fates: set[str]) -> None:
    article = _article("老街灯会亮起来了", "", line, "", *TEXT)
    assert article.title.zh == "老街灯会亮起来了"
    assert _fates(article, 3)[0] in fates


@pytest.mark.parametrize(
    "line", ["2024年2月24日19时，灯会在老街东头开", "老街灯会2024年2月24日晚在东头", "作者的外公扎了一辈子灯，他说"]
)
def test_first_half_of_the_text_is_no_head_line(line: str) -> None:
    article = _article("老街灯会亮起来了", "", line, "", "幕，看灯的人挤满了整条街。", "", *TEXT)
    assert not {"date", "source", "byline", "boilerplate"} & set(_fates(article, 3))


def test_telephone_number_in_a_list_stays() -> None:
    rows = ("时间：正月十三至二月初二", "地点：老街东头", "联系电话：0716-1234567")
    assert "boilerplate" not in _fates(_article("老街灯会亮起来了", "", TEXT[0], "", *rows, "", TEXT[1]), 5, 6, 7)


@pytest.mark.parametrize("name", ["灯火教育报", "江陵生活", "数字报·灯火教育报"])
def test_bare_name_of_the_paper_goes_where_it_parts_a_sentence_or_is_named_as_the_source(name: str) -> None:
    first, second = TEXT[0][:21], TEXT[0][21:]
    article = _article("老街灯会亮起来了", f"来源：{name[-5:]}", TEXT[1], first, "— 3 —", name, second, TEXT[2])
    assert _fates(article, 4, 5, 6, 7) == ["paragraph", "boilerplate", "boilerplate", "joined"]


def test_heading_that_ends_like_a_paper_stays() -> None:
    article = _article(
        "老街灯会亮起来了", "", TEXT[1], "", "一张手写的海报", "", TEXT[2], "", "阳台上的新闻", "", TEXT[3]
    )
    assert _fates(article, 5, 9) == ["heading", "heading"]


def test_name_and_number_between_halves_go() -> None:
    article = _article("老街灯会", TEXT[1], TEXT[0][:24], "江岸灯火 | 7", TEXT[0][24:], TEXT[2], TEXT[3])
    assert _fates(article, 4) == ["boilerplate"]
    assert TEXT[0] in [paragraph.text for section in article.sections for paragraph in section.paragraphs]


def test_name_of_the_source_with_a_number_goes() -> None:
    article = _article("老街灯会", "来源：江岸灯火　2024-02-24", TEXT[0], "江岸灯火 | 7", TEXT[1], TEXT[2], TEXT[3])
    assert _fates(article, 4) == ["boilerplate"]


@pytest.mark.parametrize("above", ["收藏本文 打印 举报", "首页 > 新闻 > 正文"])
def test_headline_on_each_page_is_the_title_below_a_line_of_the_site(above: str) -> None:
    header = "江陵日报　2024年2月24日　星期六　第{}版"
    article = _article(
        *(above, header.format(6), "老街的灯", "记者 季羽", TEXT[0], TEXT[1][:13]),
        *("老街的灯", header.format(7), TEXT[1][13:], TEXT[2], TEXT[3]),
    )
    assert article.title.zh == "老街的灯"
    assert TEXT[1] in [paragraph.text for section in article.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize("name", ["健康时讯", "灯火教育报", "江陵文摘"])
def test_papers_name_over_the_headline_is_none_of_it(name: str) -> None:
    article = _article(name, "老街三百盏灯会亮起来了", "记者 何立", *TEXT)
    assert article.title.zh == "老街三百盏灯会亮起来了"


def test_row_of_a_sentence_that_ends_like_a_papers_name_stays() -> None:
    first, row, rest = (
        "4月23日是世界读书日。当天下午，云泽市第六中学",
        "在学校报",
        "告厅举行“百本好书进课堂”启动仪式，来的人很多。",
    )
    assert _fates(_article("老街灯会", TEXT[0], first, row, "", rest, TEXT[1]), 4) != ["boilerplate"]
