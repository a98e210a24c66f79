"""Figures that are names in Chinese text: telephones, models, standards, hotlines, named days."""

from __future__ import annotations

import re
from bisect import bisect_left

from zjpub.narrate.reading.known import PROGRAMMES, SERVICES
from zjpub.narrate.reading.money import MONEY
from zjpub.narrate.reading.numbers_zh import cardinal, counted, digits
from zjpub.narrate.reading.phones_zh import NO_AMOUNT, spelled, telephones
from zjpub.narrate.reading.units import UNITS

_NUMBERED = re.compile(
    r"((?:QQ|微信|邮编|邮政编码|账号|帐号|卡号|编号|货号|证号|型号|代码|单号|车牌|学号|工号|批号|警号|尾号|密码|验证码|书号|刊号|股票|证券|"
    "编码|房号|房间|考号|户号|票号|护照|序列|取件码|准考证|身份证|许可证|条形码|"
    "編號|型號|代碼)群?(?:号码?)?[为是為：: (（]{0,2})"
    rf"(\d[\d -]{{0,30}}\d){NO_AMOUNT}"
)
_LABEL = re.compile(
    r"((?<![企试意力版地])图|(?<![代发外])表|例|习题|练习|公式|式|题图|代号|代號) ?"
    r"(\d{1,4}-\d{1,4}(?:[、和与及,，]\d{1,4}-\d{1,4}){0,9})"
    r"(?![\d%年月日号號°~–—-]|\.\d)(?=(.{0,3}))"
)
_NAMED_BEFORE = re.compile(
    r"(国道|省道|县道|波音|空客|麦道|骁龙|天玑|麒麟|龙芯|宝马|奔驰|标致|保时捷|法拉利|马自达|荣威|"
    r"Boeing|Airbus|ISO|IEC|IEEE|GB|(?<![A-Z])[A-Z]{2}(?:\d{2})?/T|RFC|苏|图|米格|伊尔)"
    r"([- ]?)(\d{2,6})(?:[-:—–](\d{1,4}))?(?!\d|\.\d|[万亿元家个人年米辆台款多余公])"
)
_NAMED_AFTER = re.compile(
    r"(?<![\d第共])(?<!\d[.,])(\d{3,4})(?=(?:\"?[、/和与]?\"?\d{3,4}){0,9}\"?(?:模式|型(?!企业)|系列|路公交|路车|次列车|次(?:慢火车|普速|普快|特快|直达|临客|旅客列车)|次航班|航班|国道|省道|县道|高速公路|客机|"
    r"飞机|房间|室|会议室|教室|办公室|实验室|病房|诊室|宿舍|包厢|包间|医院|艺术区|中学|部队|高地|兵工厂|工程|高校|院校|园区|号段|工作法|战略|专项行动|线公交|路(?![人径])|次高铁|次动车|芯片|处理器|[pP](?![A-Za-z])))"
)
_ARMS = re.compile(
    r"(?<![\d第])\d{2}(?=-[1-9]式)|"
    r"(?<![\d第])\d{2}(?=式(?:[1-9][\d.]*毫米)?(?:主战|两栖|水陆|轻型|重型|自行|自动|半自动|突击|狙击|冲锋|反坦克|手|步|机|坦克|火箭|高射|榴弹|加农|迫击|装甲|枪|火?炮|军[刀服装]|战车))"
)
_VARIETY = re.compile(rf"(?<=(?<![小大燕荞清订账名菜])[麦单玉])\d{{3}}{NO_AMOUNT}(?=(.{{0,3}}))")
_TICKER = re.compile(r"(?<![\d.])(\d{4,6})\.(?=[A-Z]{1,3}(?![A-Za-z]))|(?<=[(（])((?:00|30|60|68|83|87)\d{4})(?=[)）])")
_REGISTERED = re.compile(r"(?<![\d.,])(?:\d{6,}(?=号(?!召)|期(?![间待望货]))|(?<=备)\d{6,})")
_ZERO_LED = re.compile(
    r"(?<![\d.-])(?!(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?!\d)|0[1-9]-[0-3]\d(?!\d))(\d{1,8})-(0\d+)(?![\d-]|\.\d)"
)
_DOOR = re.compile(
    r"(?<=\d单元)\d{3,4}(?![\d号號户戶])|(?<=[A-Z\d]座)\d{3,4}(?![\d号號户戶个人米])|"
    r"(?:(?<=[住租])|(?<=[住搬租][在进到]))\d{3,4}(?=[，。、；！？和的]|\Z)"
)
_DISCOUNT = re.compile(r"(?<![\d.])[1-9]{2}(?=折(?![叠合腾]))")
_HEX = re.compile(r"(?<![A-Za-z0-9])0x([0-9A-Fa-f]+)(?![A-Za-z0-9])")
_ACCOUNT = re.compile(r"(?<=[A-Za-z]_)\d{2,}(?![\d.])")
_TEAMS = re.compile(r"(?<=[A-Z]{2})(\d{1,2})[-–—:](\d{1,2})(?=[A-Z]{2})")
_CHARGED = re.compile(r"(?<=\d)V(?=\d+(?:\.\d+)?A)")
_ANGLED = re.compile(r"(?<=[A-Za-z])(?=\d+(?:\.\d+)?°)")
_LINEAGE = re.compile(r"(?<![A-Za-z0-9.])((?!P{1,2}\.)[A-Z]{1,3})\.(\d{1,4}(?:\.\d{1,4}){0,4})(?![A-Za-z0-9%]|\.\d)")
_ISSUED = re.compile(r"(?<![A-Za-z])((?:ISSN|ISBN)[： ]{0,2})(\d[\d-]{4,20})(?=[\dX]?(?![\d-]))")
_BRANCH = re.compile(
    r"(?<=[甲乙丙丁附]\d)-(?=\d{1,3}号)|(?<=[一二三四五六七八九零])-(?=\d式)|(?<=[号號])-(?=\d{1,4}(?![\d号號日楼]))"
)
_KNOWN = re.compile(
    rf"(?<!\d)(?<!\d[.,~—–-])(?:58(?=同城|到家)|911(?=事件|恐袭|恐怖袭击|袭击)|999(?=足金|纯?银|千足|感冒)|925(?=纯?银)|51(?=job|信用)|360(?=公司|集团|安全|浏览器|搜索|手机|数科|杀毒|董事长|创始人)|520(?=表白|情人)|"
    rf"(?:{PROGRAMMES}|{SERVICES})(?![\d%]|[.,]\d|[-—–~]\d|[万萬亿億])(?=(.{{0,3}})))"
)
_QUOTED = re.compile(r"(?<=[\"「『])(?!\d+00[\"」』])\d{3,5}(?=[\"」』])")
_HEIGHT = re.compile(r"((?:身高|个头|个子)[约达为是有超近仅]{0,2} ?)(\d)'(\d{1,2})\"")
_STAMP = re.compile(r"(?<=\d{4}-\d\d-\d\d)T(?=\d\d:)")
_PLATE = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z])[· ]?"
    r"(?=[A-Z0-9]{5,6}(?![A-Za-z0-9])|[A-Z0-9]{4}[港澳学警挂领使])"
)
_DAY_NAME = re.compile(r"(?<!\d)(?<!\d\.)(\d{1,2}) ?· ?(\d{1,2})(?!\d|\.\d)")
_DAY_NAME_DOT = re.compile(
    r"(?<!\d)(?<!\d\.)(3\.15|3\.8|6\.1|9\.3|9\.10|11\.8|11\.9|5\.12|9\.18|5\.20|7\.20|9\.11|12\.9|6\.18|5\.4|11\.11)"
    r"(?=\"|晚会|青年节|儿童节|妇女节|教师节|护士节|记者节|地震|汶川|大地震|事件|事变|特大|国际|消费|运动|大促|购物|阅兵|大阅兵|抗战胜利)"
)
_DAY_QUOTED = re.compile(
    r"(?<=[\"「『])(1[0-2]|[1-9])\.([12]\d|3[01]|[1-9])(?=[\"」』](?:世界|国际|全国|全市|特大|重大|较大|专案|案|事[故件]|大?地震|爆炸|火灾|洪|"
    r"阅兵|讲话|行动|节|日|主题|系列|纪念|活动|批示|指示|中国))"
)
_HOLIDAY = re.compile(r"(?<!\d)(?<!\d\.)(5\.1|10\.1)(?=假期|小?长假|黄金周|劳动节|国庆|节)")
_SERIAL = re.compile(r"(?<![\d-])\d+(?:-\d+){2,}(?!\d)")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|[0-3]?\d-[0-3]?\d-(?:19|20)\d\d")
_ADDRESS = re.compile(r"(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)")
_VERSION = re.compile(r"(?<!\d)(?<!\d\.)\d+(?:\.\d+){2,}(?!\d|\.\d)")
_DOTTED_DATE = re.compile(r"\d{4}\.\d{1,2}\.\d{1,2}")
_QUOTE = re.compile(r"(?<!\d)\"|\"(?!\d)")
_TIMED = re.compile(r"(?<![\d°'])(?:(\d{1,2})')?(\d{1,2})\"(\d\d)(?![\d.%万亿元个年月周])")
_REMAINDER = re.compile(r"(?<=\d[米秒])\d\d(?!\d|\.\d|[%个米厘万])")
_LABELS = re.compile(r"([A-Z]\d|([A-Z])\d{2,3}(?=[-–—~]\2))[-–—~](?=[A-Z]\d)")
_WIND_FIRST = re.compile(r"(?<![A-Za-z])([NSEW]) ?(\d+(?:\.\d+)?)°(?![CF])")
_PAGE = re.compile(r"(?<![A-Za-z])([Pp]{1,2})\. ?(?=\d)")
_PAGES = re.compile(r"(?<![A-Za-z0-9])([Pp]{1,2}\d+)[-–—~](?=\d+(?![\d-]))")
_WIRELESS = re.compile(r"(?<![\d.])802\.(1[156]?|3)(?=[a-z]{0,2}(?![A-Za-z\d.%]))")
_AIRLINER = re.compile(r"(?<![\d.,第共约近达])(7[0-8]7)(?=[A-Z机客系飞型、和与等Cm]|Max|Classic)(?!机[场构会关动])")
_AIRLINER_TYPE = re.compile(r"(?<![\d.,第共约近达-])(7[0-8]7)-([1-9]00)(?![\d%]|[.,]\d|[万亿元人个点])")
_CURRENT = re.compile(r"(?<![A-Za-z])(AC|DC) ?(?=\d+(?:\.\d+)? ?k?V(?![A-Za-z]))")
_CURRENTS = {"AC": "交流", "DC": "直流"}
_LONG = re.compile(r"(?<!\d)(?<!\d[.,])\d{12,}(?!\d|[.,]\d|[元万亿])")
_SPAN_OF_LETTERS = re.compile(r"(?<=[\d.][KkWwMGTD])[-–—~](?=\d+(?:\.\d+)?[KkWwMGTD](?![A-Za-z0-9]))")
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9.°])(?:[A-Za-z]++|\d{1,4}[A-Z]++(?=-?\d))(?:-?\d++(?:\.\d++)*+[A-Za-z]*+)++(?:(?:[-/]|:(?=\d{4}(?!\d)))\d++)*+"
)
_PART = re.compile(r"\d+(?:\.\d+)*|[A-Za-z]+|[-/:]")
_TO = re.compile(r"(?!H2O)([A-Z])2([A-Z])\Z")
_STATISTIC = re.compile(r"([A-Z]{2,})(\d+(?:\.\d+)?)\Z")
_COUNTED = re.compile(
    r"[十百千万萬亿億%‰多余]| ?(?:元|美元|欧元|°C|个|台|家|吨|公里|人|名|辆|倍|次|项|件|套|亩|周年|岁|平方|架|种|条|個)"
)


def codes(text: str) -> str:
    """Names made of figures → figures in words; amounts stay in digits."""
    text = _PLATE.sub(r"\1", _STAMP.sub(" ", _HEIGHT.sub(r"\1\2英尺\3英寸", text)))
    text = _DAY_NAME.sub(lambda m: digits(m[1]) + digits(m[2]), text)
    text = _DAY_NAME_DOT.sub(lambda m: digits(m[1].replace(".", "")), text)
    text = _DAY_QUOTED.sub(lambda m: digits(m[1]) + digits(m[2]), text)
    text = _ISSUED.sub(lambda m: m[1] + spelled(m[2], "一"), _DISCOUNT.sub(lambda m: digits(m[0]), text))
    text = _HEX.sub(lambda m: "零 x " + "".join(digits(c) if c.isdigit() else f" {c} " for c in m[1]), text)
    text = _CHARGED.sub("V ", text)
    if re.search("[胜败冠赛]", text):
        text = _TEAMS.sub(r" \1比\2 ", text)
    text = _ANGLED.sub(" ", text) if "°" in text else text
    text = _ACCOUNT.sub(lambda m: digits(m[0]), text)
    text = _LINEAGE.sub(lambda m: f"{m[1]} 点 " + "点".join(map(digits, m[2].split("."))), text)
    text = _HOLIDAY.sub(lambda m: "五一" if m[1] == "5.1" else "十一", text)
    text = _TICKER.sub(lambda m: f"{digits(m[1])} 点 " if m[1] else digits(m[2]), text)
    text = telephones(_NUMBERED.sub(lambda m: m[1] + spelled(m[2], "一"), text))
    text = _CURRENT.sub(lambda m: _CURRENTS[m[1]], _DOOR.sub(lambda m: digits(m[0]), text))
    text = _ARMS.sub(lambda m: digits(m[0]), text)
    text = _BRANCH.sub("杠", _REGISTERED.sub(lambda m: digits(m[0]), text))
    text = _LABEL.sub(_label, _ZERO_LED.sub(lambda m: f"{digits(m[1])}杠{digits(m[2])}", text))
    text = _NAMED_BEFORE.sub(_named_before, text)
    text = _VARIETY.sub(lambda m: m[0] if counted(m[1]) else digits(m[0]), text)
    text = _SERIAL.sub(_serial, _SPAN_OF_LETTERS.sub("到", text))
    text = _PAGES.sub(r"\1到", _PAGE.sub(r"\1", _WIND_FIRST.sub(r"\2°\1", text)))
    text = _TOKEN.sub(_token, _LABELS.sub(r"\1到", text))
    text = _REMAINDER.sub(lambda m: digits(m[0]), _times(text))
    text = _ADDRESS.sub(lambda m: "点".join(map(digits, m[0].split("."))), text)
    text = _VERSION.sub(
        lambda m: m[0] if _DOTTED_DATE.fullmatch(m[0]) else "点".join(map(cardinal, m[0].split("."))), text
    )
    text = _WIRELESS.sub(lambda m: f"八零二点{digits(m[1])} ", text)
    text = _AIRLINER_TYPE.sub(lambda m: f"{digits(m[1])} {digits(m[2])}", text)
    if "波音" in text:
        text = _AIRLINER.sub(lambda m: digits(m[1]), text)
    text = _NAMED_AFTER.sub(lambda m: digits(m[1]) if int(m[1]) % 100 or len(m[1]) == 4 else m[0], text)
    text = _QUOTED.sub(lambda m: digits(m[0]), text)
    text = _KNOWN.sub(lambda m: m[0] if m[1] and _counts(m[1]) else digits(m[0]), text)
    return _LONG.sub(lambda m: digits(m[0]), text)


def _times(text: str) -> str:
    """9"83 → 9秒83, unless the sign closes a quotation."""
    quotes = [match.start() for match in _QUOTE.finditer(text)]

    def timed(match: re.Match[str]) -> str:
        if bisect_left(quotes, match.start()) % 2:
            return match[0]
        return f"{f'{match[1]}分' if match[1] else ''}{match[2]}秒{match[3]}"

    return _TIMED.sub(timed, text)


def _label(match: re.Match[str]) -> str:
    """图1-2 is one figure; 2-3个 are some."""
    label, numbers, after = match.groups()
    if counted(after) or (label == "表" and after[:1] == "人"):
        return match[0]
    said = re.sub(r"\d+", lambda m: digits(m[0]) if len(m[0]) > 2 else cardinal(m[0]), numbers)
    return label + said.replace("-", "杠")


def _serial(match: re.Match[str]) -> str:
    """4-4-2, 15-15-15 are counted; 978-7-111 is spelled."""
    if _DATE.fullmatch(match[0]):
        return match[0]
    parts = match[0].split("-")
    if all(len(part) < 3 for part in parts):
        return " ".join(map(cardinal, parts))
    return spelled(match[0], "一")


def _counts(after: str) -> bool:
    """Whether 315 before this is an amount: 315户, but 985大学 and 315个性 are names."""
    return counted(after) and not after.startswith(("大学", "大促", "晚会", "院校", "时代"))


def _named_before(match: re.Match[str]) -> str:
    if len(match[3]) < 3 and match[1].isascii():
        return match[0]
    gap = " " if match[1].isascii() else ""
    return match[1] + gap + digits(match[3]) + (f" {digits(match[4])}" if match[4] else "")


def _token(match: re.Match[str]) -> str:
    token, after = match[0], match.string[match.end() : match.end() + 3]
    if to := _TO.match(token):
        return f"{to[1]} to {to[2]}"
    if re.fullmatch("NO[23]", token):
        return f"N O {cardinal(token[2])}"
    letters = re.match("[A-Za-z]*", token)
    if token in UNITS or (letters and letters[0] in MONEY):
        return token
    amount = _STATISTIC.match(token)
    if amount and _COUNTED.match(after):
        return f"{amount[1]} {amount[2]}"
    return "".join(_part(part, token) for part in _PART.findall(token))


def _part(part: str, token: str) -> str:
    if not part[0].isdigit():
        return " " if part in "-/:" else part
    whole, *rest = part.split(".")
    named = (
        len(whole) > 2
        or whole[0] == "0"
        or token.endswith("N95")
        or token.startswith("IP")
        or re.fullmatch(r"(?!COVID|CCTV|CGTN|ICD|CNR)[A-Z]{2,}-\d\d", token)
    )
    said = digits(whole) if named else cardinal(whole)
    return said + "".join(f"点{digits(more)}" for more in rest)
