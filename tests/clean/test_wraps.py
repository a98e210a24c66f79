"""A page wrapped at a margin: full lines are known by the word that had no room, whatever it is."""

from __future__ import annotations

import pytest

from zjpub.clean import clean, shape, wraps
from zjpub.clean.page import read
from zjpub.model import InputLine, Source

PAGE = """老街灯会亮起来了

　　正月十五的晚上，老街上挂出了三百多盏花灯。
从东头的牌坊一直挂到西头的石桥，看灯的人挤满
了整条街，孩子们骑在父亲的肩膀上数灯，数到一
百就乱了，又从头数起。
　　街道办主任苏文静说，今年的花灯全部由手艺
人扎制，光是糊纸就用了整整一个月，花了
86000元。做灯的人说，先把竹篾烤弯，再糊上
两层宣纸，灯就成了。"""


def _lines(text: str) -> tuple[InputLine, ...]:
    return tuple(InputLine(number, line) for number, line in enumerate(text.split("\n"), 1))


def test_margin_is_where_the_lines_break() -> None:
    assert wraps.margin(read(_lines(PAGE), {})) == wraps.Margin(22)


def test_line_that_ends_in_a_stop_or_before_a_number_is_full() -> None:
    sections = clean(Source("x", "x", _lines(PAGE))).sections
    assert [paragraph.lines for section in sections for paragraph in section.paragraphs] == [
        (3, 4, 5, 6),
        (7, 8, 9, 10),
    ]


@pytest.mark.parametrize("text", ["灯会", "一行就完的段落，后面什么也没有了\n\n另一行也是这样，没有别的了"])
def test_page_that_is_not_wrapped_has_no_margin(text: str) -> None:
    assert not wraps.margin(read(_lines(text), {}))


def test_page_of_chinese_and_latin_is_measured_in_cells() -> None:
    page = """2011年，公司从ATL的动力电池部门独立出来，员工不到100人。
那时候，我们连像样的实验室都没有，首席科学家回忆说，第一
个客户给的技术文件有800多页，全是德文。

团队用了两年时间，一条一条地啃下来。此后，公司每年把营收
的6%以上投入研发，2023年研发费用达到183.6亿元，研发人员超
过2万名，SNE Research的数据显示，公司全球装机量市占率为
36.8%。"""
    found = wraps.margin(read(_lines(page), {}))
    assert found.in_cells
    assert 56 <= found.width <= 60


def test_line_that_opens_a_quotation_at_its_end_is_not_finished() -> None:
    assert not shape.ended("员工不到100人。“")
    assert shape.ended("“员工不到100人。“")


RAGGED = """河湾的渡口

老渡口在河湾最窄的地方，船只有一条，摆渡的
人也只有一个，三十多年里没有换过，连船桨都还是当年那一对，他说舍不得丢。
对岸的孩子每天坐船上学，
天不亮就在码头上等着，冬天的时候他会先烧一壶热水，把船舱烘得暖和
一些再喊他们上船。
去年新桥通了车，坐船的人少了，县里的调查组
专程来过两回，问他愿不愿意去桥头看管站点，他摆摆手说再撑一年。
如今渡口成了景点，来坐船的大多是城里
拍照的年轻人，他照旧收两块钱一个人。
"""


def test_rows_of_no_one_length_are_still_rows_of_paragraphs() -> None:
    article = clean(Source("x", "x", _lines(RAGGED)))
    assert [len(paragraph.lines) for paragraph in article.sections[0].paragraphs] == [2, 3, 2, 2]
    assert not any(paragraph.truncated for paragraph in article.sections[0].paragraphs)


SPREAD = """老街灯会亮起来了

正月十五的晚上，老街上挂出了三百多盏花灯，
从东头的牌坊一直挂到西头的石桥，看灯的人挤
满了整条街，孩子们骑在父亲的肩膀上数灯，数
到一百就乱了。

街 道 办 主 任 说 ， 今 年 的
三 百 多 盏 花 灯 都 是 老 街
的 手 艺 人 扎 的 ， 用 了 一
个 月 。

做灯的人说，先把竹篾烤弯，再糊上两层宣纸，
灯就成了，一盏灯要用掉半天的工夫。
"""


def test_paragraph_spread_before_it_was_wrapped_is_as_wide_as_its_neighbours() -> None:
    article = clean(Source("x", "x", _lines(SPREAD)))
    texts = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    assert texts[1] == "街道办主任说，今年的三百多盏花灯都是老街的手艺人扎的，用了一个月。"
    assert len(texts) == 3
