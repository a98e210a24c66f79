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


PARTED = """老街灯会亮起来了

正月十五的晚上，老街上挂出了三百多盏花灯，最后一盏挂在桥上。
灯会

持续到二月初二，公交车延长到晚上十点半，停车场设在体育馆的东
侧，市民可以免费入场。

街道办主任苏文静说，今年的花灯全部由手艺人扎制，光是糊纸就用
了整整一个月，花了86000元。

做灯的人说，先把竹篾烤弯，再糊上两层宣纸，灯就成了，最难的是
等。

孩子们骑在父亲的肩膀上数灯，数到一百就乱了，又从头数起，老人
说数不清才好。"""


def _paragraphs(text: str) -> list[tuple[int, ...]]:
    sections = clean(Source("x", "x", _lines(text))).sections
    return [paragraph.lines for section in sections for paragraph in section.paragraphs]


def test_short_row_below_a_stop_is_no_heading_where_blank_lines_part_the_paragraphs() -> None:
    assert _paragraphs(PARTED) == [(3, 4, 6, 7), (9, 10), (12, 13), (15, 16)]


def test_rows_spread_before_they_were_wrapped_are_known_beside_rows_spread_after() -> None:
    rows = PARTED.split("\n")
    first = "正 月 十 五 的 晚 上 ， 老 街 上 挂 出 了\u00a0三\n百 多 盏 花 灯 ， 最 后 一 盏 挂 在 桥 上 。"
    assert len(first.split("\n")[0]) == 29
    spread = "\n".join([*rows[:2], first, *rows[4:8], *(" ".join(row) for row in rows[8:10]), *rows[10:]])
    assert _paragraphs(spread) == [(3, 4), (6, 7), (9, 10), (12, 13), (15, 16)]


def test_latin_word_is_carried_over_with_the_space_before_it() -> None:
    page = PARTED.replace("停车场设在体育馆的东\n侧，市民", "停车场设在体育馆East\nGate，市民")
    assert _paragraphs(page)[0][2:] == (6, 7)


def test_items_that_end_in_semicolons_show_no_margin() -> None:
    items = (
        "第1天，竹篾吸水变软，能弯成弓；",
        "第4天，竹篾晾干，定住了弧；",
        "第9天，糊上宣纸；",
        "第21天，画上眼睛，灯就成了。",
    )
    page = "\n".join(
        ("老街灯会亮起来了", PARTED.split("\n")[2], *items, "从东头的牌坊一直挂到西头的石桥，看灯的人挤满了整条街。")
    )
    assert _paragraphs(page) == [(number,) for number in range(2, 8)]


def test_row_that_begins_with_the_end_of_a_score_is_no_item_and_rows_that_begin_alike_are_items() -> None:
    page = PARTED.replace("停车场设在体育馆的东\n侧，市民可以免费入场。", "两队在石桥下战成2比\n2。下半场没有再进球。")
    assert _paragraphs(page)[0] == (3, 4, 6, 7)
    items = ("一盏兔子灯，挂在石桥的西头；", "一盏走马灯，挂在牌坊的两边；", "一盏鲤鱼灯，没有人说得清。")
    assert _paragraphs("\n".join(("老街灯会亮起来了", TEXT, *items, TEXT.replace("三百", "四百"))))[1:4] == [
        (3,),
        (4,),
        (5,),
    ]


def test_name_of_a_desk_that_wrapping_left_of_a_row_stays() -> None:
    page = PARTED.replace("最难的是\n等。", "在老街的\n历史\n— 3 —\n上从来没有变过。")
    assert _paragraphs(page)[2] == (12, 13, 15)


def test_entries_with_labels_stay_apart_even_where_one_is_as_long_as_a_row() -> None:
    entries = ("名称：老街的一百盏灯", "日期：2024年正月十三到二月初二（下雨时不挂灯，雨停了再挂", "地点：石桥两头")
    assert len(entries[1]) == 30
    page = PARTED.replace("等。", "\n".join(("等。", "", *entries)))
    assert _paragraphs(page)[3:6] == [(15,), (16,), (17,)]


def test_page_that_sets_latin_words_apart_breaks_before_a_space() -> None:
    page = PARTED.replace("最难的是\n等。", "CEO\n等 Lee 说：好。").replace(
        "停车场设在体育馆的东\n侧", "停车场设在 East\n侧"
    )
    assert (12, 13) in _paragraphs(page)


def test_indented_rows_below_a_colon_stay_apart_though_they_are_of_one_length() -> None:
    song = (
        "　　灯匠扎灯的时候，总爱哼一支老歌：",
        "　　一根竹篾弯成弓，",
        "　　两层宣纸糊成笼，",
        "　　三更灯火四更风。",
    )
    page = "\n".join(
        ("老街灯会亮起来了", f"　　{TEXT[:-1]}。", f"　　{TEXT[:19]}。", *song, f"　　{TEXT[:-1]}，很美。")
    )
    assert _paragraphs(page) == [(number,) for number in range(2, 9)]


def test_row_that_counts_on_inside_a_sentence_is_no_item() -> None:
    page = f"{PAGE}\n　　灯匠苏文静说，扎一盏灯先后要做好三件事：\n①烤竹篾；②糊纸；③画眼睛。"
    assert _paragraphs(page)[-1] == (11, 12)


def test_copy_below_an_entry_without_a_stop_is_no_half_of_it() -> None:
    copy = f"{TEXT[:-1]}，很美。"
    page = "\n\n".join(
        ("老街灯会", "看灯", copy, "停车", f"停车场设在东侧，{TEXT[:19]}。", "门票：免费，需提前一天预约", copy)
    )
    assert (11,) in _paragraphs(page)


def test_copy_of_a_paragraph_below_one_that_was_cut_off_is_no_half_of_it() -> None:
    rows = PARTED.split("\n")
    copy = "".join(rows[8:10])
    sections = clean(
        Source("x", "x", _lines("\n".join(("老街灯会", "", copy, "", f"{TEXT[:30]}从东头的", "", copy))))
    ).sections
    assert [p.lines for section in sections for p in section.paragraphs] == [(3,), (5,)]


def test_list_of_entries_of_one_length_among_long_paragraphs_shows_no_margin() -> None:
    long = "".join(PARTED.split("\n")[8:10])
    entries = (
        "兔子灯：卖出4.1万盏，多了2.1%",
        "走马灯：卖出2.2万盏，多了8.4%",
        "莲花灯：卖出1.3万盏，多了5.0%",
        "鲤鱼灯：卖出1.8万盏，少了6.3%",
    )
    page = "\n".join(
        (
            "老街灯会亮起来了",
            long,
            *entries,
            f"苏文静表示，{long}",
            long.replace("全部", "仍旧"),
            long.replace("今年", "明年"),
        )
    )
    assert not wraps.margin(read(_lines(page), {}))
    assert _paragraphs(page)[:6] == [(number,) for number in range(2, 8)]


INDENTED = """老街灯会亮起来了

　　正月十五的晚上，老街上挂出了三百多盏花灯，看灯的人挤满了桥。
孩子们骑在父亲的肩膀上数灯。
　　石桥队以25比19、25比21和15比12拿下了三局，第四局又输了19比
25。全场比赛打了四十分钟。
　　苏文静说，一盏灯要用六根竹篾，烤弯就得花半天，急了灯就歪了。
她从九岁扎到今天。"""


def test_finished_rows_of_indented_paragraphs_show_the_margin_too() -> None:
    assert _paragraphs(INDENTED) == [(3, 4), (5, 6), (7, 8)]


def test_slogan_at_the_head_of_a_row_below_a_comma_is_no_copy() -> None:
    page = PARTED.replace(
        "停车场设在体育馆的东\n侧，市民可以免费入场。", "苏文静说了三遍的话，\n“宁可少扎几盏，不可扎歪”。"
    )
    assert _paragraphs(f"{page}\n\n“宁可少扎几盏，不可扎歪”，这句话写在墙上。")[0] == (3, 4, 6, 7)


def test_short_line_on_a_wrapped_page_where_nothing_else_is_broken_is_a_heading() -> None:
    parted = PARTED.replace("\n灯会\n\n", "\n\n灯会")
    below = "建灯棚的想法来自外公。2020年正月，一场大雪压坏了石桥边的灯\n架。"
    page = f"{parted}\n\n竹篾和浆糊桶\n\n{below}"
    sections = clean(Source("x", "x", _lines(page))).sections
    assert [section.heading.zh for section in sections if section.heading] == ["竹篾和浆糊桶"]


TEXT = "正月十五的晚上，老街上挂出了三百多盏花灯，从东头的牌坊一直挂到西头的石桥："
