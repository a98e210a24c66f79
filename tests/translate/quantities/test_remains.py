"""What is left of a broken number is told: its last digits, a repetition, a bare count, a share without its whole."""

import pytest

from zjpub.translate.quantities import compare

_WRONG = [
    ("空气含氧量只有平原的六成。", "The air is only 60 percent of 60 percent."),
    ("他先后出版专著六部。", "He published six books, after he published six."),
    ("首周票房突破15亿。", "It topped 1.5 billion in the film.5 billion in the first week."),
    ("帐篷五百顶。", "The tent 500s."),
    ("三四十名志愿者冒雨清理河道。", "The 30: 40 volunteers cleaned the river."),
    ("警方疏散群众四百人左右。", "It was found by the police 400."),
    ("今年夏粮播种面积4亿亩左右。", "This year 400 million in the summer."),
    ("该港每年出口茶叶近百万担。", "It exported close to a million a year."),
    ("北纬三十度。", "The north of 30 is a lot."),
    ("民国二十三年，全县有小学四十所。", "It was 23 years, and the county had 40 primary schools."),
    ("他把工资的三分之一寄给父母。", "He sends a third-term meeting to his parents."),
    ("他要在那里住三年。", "He lived there three years ago."),
    ("大约每三个家庭中就有一个养宠物。", "About three families keep a pet."),
    ("主队以三比一获胜。", "The home team won 1-3."),
    ("一季度新设企业212万户。", "In the first half, 2.12 million firms were set up."),
    ("事故致三死五伤。", "The accident left three injured."),
    ("发电二亿四千万度。", "It made 240 million degrees of electricity."),
    ("前后花了三万块出头。", "It cost a little over 30,000 pieces."),
    ("够全村吃上大半年。", "It feeds the village for half a month."),
    ("部分商品低至三折。", "Some goods were marked down by as much as 30 percent."),
]
_RIGHT = [
    ("贷款年利率仅为百分之三点四五。", "The annual rate of the loan is only 3.45 percent."),
    ("完成集装箱吞吐量1120万标箱。", "It handled 11.2 million twenty-foot equivalent units."),
    ("存款准备金率下调0.5个百分点。", "The reserve ratio was cut by half a percentage point."),
    ("建成千亿级产业集群。", "A cluster at the hundred-billion-yuan level was built."),
    ("数量约为汽车的两倍。", "They outnumber cars two to one."),
    ("占地三百余亩。", "It covers more than 300 mu (20 hectares)."),
    ("北纬三十度附近。", "Near 30°N."),
    ("部分商品低至三折。", "Some goods were marked down by as much as 70 percent."),
    ("本月均价环比上涨3%。", "The average price this month rose 3 percent month-on-month."),
    ("我在那儿住了小半年。", "I stayed there close to six months."),
    ("总载重八十五万吨。", "They carry 850,000 deadweight tonnes in all."),
    ("12月3日休会，9日继续。", "Talks adjourned on December 3 and resume on December 9."),
]


@pytest.mark.parametrize(("zh", "en"), _WRONG)
def test_a_broken_number_is_told(zh: str, en: str) -> None:
    assert compare(zh, en)


@pytest.mark.parametrize(("zh", "en"), _RIGHT)
def test_a_whole_number_is_not(zh: str, en: str) -> None:
    assert not compare(zh, en)
