"""Numbers as Chinese words: cardinals, digit strings, decimals, and 两 where a counted thing follows."""

from __future__ import annotations

import re

DIGITS = tuple("零一二三四五六七八九")
_PLACES = ("", "十", "百", "千")
_BIGGEST = 24
_MEASURES = (
    "个個名位人家条條件台臺辆輛艘架座栋棟幢间間套项項次遍趟回场場年天周小秒岁歲倍成种種类類样樣批组組队隊对對双雙只隻头頭匹棵株朵颗顆粒片块塊"
    "张張本册冊部篇首支枝根把杯瓶碗盘盤袋箱包盒桶罐元美欧歐港英日卢盧韩韓公米里厘毫平立亩畝吨噸斤克升层層步段笔筆份封口户戶村镇鎮县縣市省国國"
    "地校院所处處点點面边邊侧側端轮輪大方者旁万萬亿億千百多余餘半度摄攝款节節股式届屆区區则則顿頓道扇枚门門阵陣番壶壺刻局科幅束串排盏盞时時分"
    "票瓦伏兆赫帕马馬海纳納微字席室厅廳卫衛角毛餐顶頂乡鄉尊滴页頁行列声聲夜晚"
)
MEASURE = re.compile(f"[{_MEASURES}]|代人|日[内游]")
_MEASURED = re.compile(
    "[勺匙碟捆沓摞窝堆圈磅瓣群桩]|(?:汤|茶|咖啡)匙|盎司|加仑|星期|礼拜|学期|学年|集(?![团合中成结群散装市])|剂(?!量)|例(?![如外子句题行])|"
    "起(?![步飞点初跳吊伏运降诉床])|宗(?![教旨])|针(?![对织灸])|具(?![有备体])|桌(?![面子布球])|堂(?![弟哥姐妹])|卷(?![烟子积])|伙(?![伴食])|"
    "胜(?!利|出|任|率|于|诉)|负(?![责债担于数面荷重])|任(?![务何教职意选命性])|章(?![程鱼节])|居(?!民)|季(?![度报节])|招(?![生聘商标募])|"
    "连[胜勝败敗冠]|(?:连|串|通)?电话|发[子炮]弹|副(?=眼镜|手套|对联|担子|面孔|扑克|牌|耳)|[金银銀铜銅](?=\\d|[，。、；和]|\\Z)|金牌|银牌|铜牌"
)
_HEADLINED = re.compile(
    "[男女](?:子|生|孩|童|星|士|足|篮|排)|学[生校]|官员|孩子|老人|儿童|少年|青年|工人|民工|游客|[乘旅]客|警察|民警|干部|"
    "企业|公司|银行|机构|飞机|航班|高校|城市|案[例件]|品牌|博主|主播|选手|球员|运动员|司机|嫌[疑犯]|逃犯|婴儿|幼[童儿]|业主|商家|"
    "[药车房]企|外国|中国|车(?![站号次型间厢道位牌])|船|机(?=相|坠)|战(?=\\d|[全皆])"
)
"""What headlines count without a measure word: 2男子被抓, 2车相撞."""
_NOT_COUNTED = re.compile(
    r"日(?![元内游])|对\d|分之|年级|年級|代表|级|月|号|区域|大队|市民|国道|地块|小学|中学|方面军|公司|路|美术|英文|日本|国语|英雄|本院校|本大学|本线|"
    r"次元|字头|所[示述列有得需]|大爷|人转|[大小]于|小时候|周岁宴|百货|手"
)


def digits(text: str, one: str = "一") -> str:
    """Digit by digit; `one` is 幺 for telephones."""
    return "".join(one if char == "1" else DIGITS[int(char)] for char in text)


def cardinal(text: str) -> str:
    """ASCII digits → words: 1010 → 一千零一十. Leading zeros or too many digits are read one by one."""
    if len(text) > _BIGGEST or (text[0] == "0" and len(text) > 1):
        return digits(text)
    value = int(text)
    if value == 0:
        return "零"
    said = _say(value)
    if said.startswith("一十"):
        return said[1:]
    return "两" + said[1:] if said[0] == "二" and said[1:2] in ("千", "万", "亿") else said


def _say(value: int) -> str:
    for size, name in ((10**16, "亿亿"), (10**8, "亿"), (10**4, "万")):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if low and low < size // 10 else ""
            return _say(high) + name + gap + (_say(low) if low else "")
    return _below_myriad(value)


def _below_myriad(value: int) -> str:
    said, gap = "", False
    for place, char in zip(range(3, -1, -1), f"{value:04d}", strict=True):
        if char == "0":
            gap = bool(said)
            continue
        said += ("零" if gap else "") + DIGITS[int(char)] + _PLACES[place]
        gap = False
    return said


def number(text: str, after: str = "") -> str:
    """A plain number (`1,265.9`, `2`) → words; `after` is what follows it, which decides 两 against 二."""
    whole, point, fraction = text.replace(",", "").partition(".")
    if point:
        return f"{cardinal(whole or '0')}点{digits(fraction)}"
    if whole == "2" and (counted(after) or _HEADLINED.match(after)):
        return "两"
    return cardinal(whole)


def counted(after: str) -> bool:
    """Whether what follows is a measure word that takes 两."""
    return bool(MEASURE.match(after) and not _NOT_COUNTED.match(after)) or bool(_MEASURED.match(after))
