"""Which short lines open sections, and which belong to an interview, a poem, a list or a broken paragraph."""

from __future__ import annotations

import pytest

from zjpub.clean import clean
from zjpub.model import Article, InputLine, Source

TEXT = "老街的灯会从正月十三开始，一直挂到二月初二，看灯的人把石桥都挤满了。"


def _article(page: str) -> Article:
    lines = f"老街灯会亮起来了\n\n{page}".split("\n")
    return clean(Source("x", "x", tuple(InputLine(number, line) for number, line in enumerate(lines, 1))))


def _headings(page: str) -> list[str]:
    return [section.heading.zh for section in _article(page).sections if section.heading]


def _texts(page: str) -> list[str]:
    return [paragraph.text for section in _article(page).sections for paragraph in section.paragraphs]


INTERVIEW = """《灯彩》：您扎第一盏灯的时候几岁？
苏文静：九岁，跟着外公扎的，扎坏了十几盏才成了一盏兔子灯。
《灯彩》：现在还有人学吗？
苏文静：有。

学灯：先把竹篾烤弯

《灯彩》：学扎灯最难的是什么？
苏文静：是等。浆糊要等它干，竹篾要等它凉，急了灯就歪。"""


def test_questions_of_a_magazine_are_spoken_and_a_label_that_stands_once_is_a_heading() -> None:
    assert _headings(INTERVIEW) == ["学灯：先把竹篾烤弯"]
    assert "《灯彩》：现在还有人学吗？" in _texts(INTERVIEW)


POEMS = f"""{TEXT}

兔子灯

竹篾弯成月亮
纸上画两只眼睛
外公点亮蜡烛
兔子就跑过石桥

走马灯

马追着马
人追着灯
谁也没有追上谁
蜡烛就短了

评委的话

{TEXT.replace("十三", "十四")}"""


def test_titles_of_poems_are_headings_and_their_lines_are_not() -> None:
    assert _headings(POEMS) == ["兔子灯", "走马灯", "评委的话"]
    assert _texts(POEMS)[1:5] == ["竹篾弯成月亮", "纸上画两只眼睛", "外公点亮蜡烛", "兔子就跑过石桥"]


def test_what_a_list_says_before_colons_is_not_verse() -> None:
    page = f"{TEXT}\n\n看灯须知\n\n时间：正月十三至二月初二\n地点：老街东头\n票价：全票三十元，学生半价，老人免票\n"
    assert _headings(page) == ["看灯须知"]


def test_question_that_was_read_in_a_paragraph_is_no_heading_when_it_stands_alone() -> None:
    page = f"为什么要挂到二月初二？{TEXT}\n\n{TEXT.replace('十三', '十五')}\n\n为什么要挂到二月初二？\n\n{TEXT}"
    assert _headings(page) == []
    assert _texts(page) == [f"为什么要挂到二月初二？{TEXT}", TEXT.replace("十三", "十五")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("今年正月，老街一共卖出花灯", "一万二千盏，比去年多三成，其中兔子灯卖得最好。"),
        ("苏文静说，扎一盏灯要", "用掉六根竹篾，烤弯就得花半天的工夫。"),
        ("看灯的人从东头的牌坊一直走到西头", "的石桥，孩子们骑在父亲的肩膀上数灯。"),
        ("区文化馆在老街两头各设了", "一个讲解点，每半小时讲一场，讲的都是扎灯的老手艺。"),
    ],
)
def test_short_first_half_over_a_blank_line_is_no_heading(first: str, second: str) -> None:
    page = f"{TEXT}\n\n{first}\n\n{second}\n\n{TEXT.replace('十三', '十四')}"
    assert _headings(page) == []
    assert first + second in _texts(page)


@pytest.mark.parametrize(
    "heading",
    [
        *("要面子，更要里子", "从东头到西头", "一盏灯：三代人", "白天扎灯，夜里看灯", "老街的手艺人"),
        *("灯谜，你猜中了吗", "钱少，怎么办？", "现在学扎灯还来得及", "街坊踊跃参与", "02 | 现在学扎灯还来得及"),
    ],
)
def test_heading_over_a_paragraph_stays_one(heading: str) -> None:
    assert _headings(f"{TEXT}\n\n{heading}\n\n{TEXT.replace('十三', '十四')}") == [heading]


def test_heading_whose_last_words_open_the_paragraph_stays_one() -> None:
    below = f"兔子灯要扎三天。{TEXT.replace('十三', '十四')}"
    assert _headings(f"{TEXT}\n\n第一盏，兔子灯\n{below}") == ["第一盏，兔子灯"]


def test_question_that_goes_on_with_the_story_is_no_heading() -> None:
    assert _headings(f"{TEXT}\n\n可是，谁来扎灯呢？\n\n{TEXT.replace('十三', '十四')}") == []


def test_indented_stump_is_no_heading_where_headings_stand_at_the_margin() -> None:
    texts = [f"　　{TEXT.replace('十三', day)}" for day in ("十四", "十五", "十六", "十七")]
    page = f"{texts[0]}\n扎灯的人\n{texts[1]}\n看灯的人\n{texts[2]}\n"
    page += f"　　去年冬天，文化馆请\n\n{texts[3]}\n卖灯的人\n{texts[0]}"
    assert _headings(page) == ["扎灯的人", "看灯的人", "卖灯的人"]


def test_heading_that_asks_stays_one_over_a_blank_line() -> None:
    below = f"展厅门口放着一张长桌，桌上有竹篾和浆糊。{TEXT.replace('十三', '十四')}"
    assert _headings(f"{TEXT}\n\n今天，你扎灯了吗\n\n{below}") == ["今天，你扎灯了吗"]


def _sections(*heads: str) -> str:
    days = ("十三", "十四", "十五")
    return "\n".join(f"{head}\n　　{TEXT.replace('十三', day)}" for head, day in zip(heads, days, strict=False))


@pytest.mark.parametrize(
    "heads",
    [
        ("扎", "糊", "亮"),
        ("【扎】", "【糊】"),
        ("壹", "贰", "叁"),
        ("“灯会难不难扎？”", "“谁来接外公的班？”"),
        ("■“灯会难不难扎？”", "■“谁来接外公的班？”"),
        ("第一夜：试灯", "第二夜：正灯", "第三夜：残灯"),
        ("How：怎么扎", "Why：为什么扎"),
    ],
)
def test_headings_of_a_series_prove_each_other(heads: tuple[str, ...]) -> None:
    assert _headings(_sections(*heads)) == [head.strip("■【】") for head in heads]


SPEECH = f"""　　{TEXT}
　　“灯会难不难扎？”
　　“难。”
　　{TEXT.replace("十三", "十四")}
　　“谁来接外公的班？”
　　{TEXT.replace("十三", "十五")}"""


def test_speech_among_speech_is_no_heading_nor_is_the_last_character_of_a_caption_that_was_wrapped() -> None:
    assert _headings(SPEECH) == []
    assert _headings(f"{TEXT}\n外公和他的兔子灯。图片｜邵一\n鸣\n{TEXT.replace('十三', '十四')}") == []


INGREDIENTS = f"""{TEXT}

材料

竹篾十二根，约600克
宣纸三张，约200克

蜡烛十二支
红线一根，浆糊两勺，剪刀一把

票数

兔子灯：男52票，女44票

走马灯：男19票，女12票
莲花灯：男7票，女6票

鲤鱼灯：男8票，女3票

{TEXT.replace("十三", "十四")}"""


def test_entries_of_a_list_that_blank_lines_part_are_no_headings() -> None:
    assert _headings(INGREDIENTS) == ["材料", "票数"]


def test_line_without_a_mark_among_marked_headings_or_right_below_one_is_half_of_a_paragraph() -> None:
    rest = "\n\n".join(f"■{head}\n\n{TEXT.replace('十三', day)}" for head, day in (("扎灯", "十四"), ("糊灯", "十五")))
    page = f"{TEXT}\n\n{rest}\n\n■看灯\n\n扎灯的人大多没有留下\n\n名字。只有一盏灯的底下，有一行小字。"
    assert _headings(page) == ["扎灯", "糊灯", "看灯"]


def test_short_line_on_a_page_where_nothing_else_is_broken_is_a_heading() -> None:
    days = ("十四", "十五", "十六", "十七", "十八")
    rest = "\n\n".join(TEXT.replace("十三", day) for day in days)
    page = f"{rest}\n\n竹篾和浆糊桶\n\n建灯棚的想法来自外公。2020年正月，一场大雪压坏了石桥边的灯架。"
    assert _headings(page) == ["竹篾和浆糊桶"]


@pytest.mark.parametrize("head", ["（二）未来三天灯会", "“我只看见灯”"])
def test_numbered_heading_over_labels_and_a_whole_quotation_do_not_read_on(head: str) -> None:
    below = "24日：兔子灯挂满石桥，走马灯挂满牌坊；" if head[0] == "（" else "一样的话，九岁的孩子也说过。"
    assert head in _headings(f"{TEXT}\n\n{head}\n\n{below}\n\n{TEXT.replace('十三', '十四')}")


def test_labelled_headings_over_labelled_entries_prove_each_other_and_the_last_entry_wants_no_stop() -> None:
    entries = "兔子灯：一百盏，多了三成\n走马灯：52盏，少了两盏\n鲤鱼灯：19盏，多了9盏"
    more = TEXT.replace("十三", "十四")
    page = f"{TEXT}\n灯彩：两多一少\n{entries}\n{more}\n手艺：押在竹篾\n{TEXT.replace('十三', '十五')}"
    assert _headings(page) == ["灯彩：两多一少", "手艺：押在竹篾"]
    assert "鲤鱼灯：19盏，多了9盏" in _texts(page)


def test_entries_without_figures_are_no_headings() -> None:
    facts = "时间：正月十三\n地点：石桥两头\n灯匠：老街三家"
    page = f"{TEXT}\n{facts}\n{TEXT.replace('十三', '十四')}\n票价：人人免费\n交通：坐船前往"
    assert _headings(page) == []


def test_spread_heading_below_a_list_of_scores_is_one() -> None:
    scores = "海州队 3∶0 平川队\n云泽队 2∶1 宁溪队\n南屿队 1∶1 石门队"
    for heading in ("链 接", "◆ 链接", "【链接】"):
        assert _headings(f"{TEXT}\n{scores}\n{heading}\n{TEXT.replace('十三', '十四')}") == ["链接"]


def test_label_with_a_space_in_it_is_a_speaker() -> None:
    talk = "记 者：为什么想到扎灯？\n苏文静：因为外公。\n记者：难吗？\n苏文静：难，扎坏了十几盏才成。"
    assert _headings(f"{TEXT}\n{talk}") == []
    assert len(_texts(f"{TEXT}\n{talk}")) == 5


def test_two_questions_in_a_row_are_a_paragraph_unless_they_are_brief() -> None:
    other = TEXT.replace("十三", "十四")
    assert _headings(f"{TEXT}\n\n家里有没有老灯匠？他还扎不扎灯？\n\n{other}") == []
    assert _headings(f"{TEXT}\n\n谁来扎灯？灯卖给谁？\n\n{other}") == ["谁来扎灯？灯卖给谁？"]


def test_indented_row_that_goes_on_at_the_margin_is_no_heading() -> None:
    other = TEXT.replace("十三", "十四")
    page = "\n".join(f"　　{text}" for text in (TEXT, other, TEXT.replace("十三", "十五")))
    cut = "　　加时赛第109分钟，替补登场的19岁小\n\n将邬天磊在禁区弧顶起脚远射，皮球直挂死角。"
    assert _headings(f"{page}\n{cut}\n链接\n　　{other.replace('正月', '腊月')}") == ["链接"]


def test_entry_whose_label_has_a_space_in_it_is_one_of_the_list() -> None:
    entries = "地址：桐坡路18号\n开放 时间：9:00—17:00\n门票：免费，需提前一天预约"
    assert _headings(f"{TEXT}\n\n参观信息\n{entries}") == ["参观信息"]
