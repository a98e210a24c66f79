"""Chinese dates and years: what is a year is read digit by digit, what is a span of years is counted."""

from __future__ import annotations

import re

from zjpub.narrate.reading.clock_zh import clock
from zjpub.narrate.reading.numbers_zh import MEASURE, digits

_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DASH = r"(?: ?(?:——?|[–~]) ?|-(?! )| - )"
_SEASONS = r"赛季|學年|学年|财年|賽季"

_FULL = re.compile(r"(?<!\d)(?<!\d\.)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|\.\d\d|\d)(?:T(?=\d))?")
_MONTH = re.compile(
    rf"(?<!\d)(?<!\d\.)((?:19|20)\d\d)(?:[-./](0[1-9]|1[0-2])(?![\d%:/]|[.,]\d|[万亿元倍年]|{_SEASONS})|"
    r"\.([1-9])(?=[-–—~](?:至今|今|现在)))"
)
_WESTERN = re.compile(r"(?<![\d/.-])(0?[1-9]|[12]\d|3[01])([-/])(0?[1-9]|[12]\d|3[01])\2((?:19|20)\d\d)(?![\d/-])")
_MONTHS = re.compile(
    r"(?<!\d)(?<!\d\.)((?:19|20)\d\d)\.(0?[1-9]|1[0-2]) ?[-–—~至到]{1,2} ?"
    r"((?:19|20)\d\d)\.(0?[1-9]|1[0-2])(?![\d%万亿元]|\.\d)"
)
_TO_DAY = re.compile(r"(?<=\d日)[-–—~至到](1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d%°万亿元个]|\.\d)")
_ZERO_PADDED = re.compile(r"(?<![\d:\"「『])(?<!\d[.,])0(\d)(?=[月日号號时點点時](?!间|間))")
_MONTH_DAY = re.compile(r"(?<![A-Za-z0-9.,-])0([1-9])-(0[1-9]|[12]\d|3[01])(?![A-Za-z0-9%-]|\.\d)")
_DOCUMENT = re.compile(r"[〔\[［【(（]((?:19|20)\d\d)[〕\]］】)）](?=第?\d+[号號])")
_YEARS = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<a>{_YEAR})(?P<mark>年?)(?P<by>{_DASH}|[至到])(?P<b>{_YEAR}|\d\d(?=年|{_SEASONS}))(?![\d%]|\.\d)"
)
_SEASON = re.compile(
    rf"(?<!\d)(?<!\d[.,])((?:19|20)\d\d)[/-]((?:19|20)?\d\d)"
    rf"(?= ?(?:年|{_SEASONS}|季|[NC]BA|[英中女]超|[西德意法]甲|欧[冠联协洲]|联赛))"
)
_LIST = re.compile(rf"(?<!\d)(?<!\d[.,]){_YEAR}(?=(?:(?:[、和与及或,，]|或者|以及|乃至){_YEAR}){{1,12}}[两兩三]?年)")
_ERA = re.compile(
    rf"((?:公元|西元|纪元)前?|(?<=[(（—–~-])前)(\d{{1,4}})(?:(年?)({_DASH}|[至到])((?:公元)?前?)(\d{{1,4}}))?(?=年|[-—–~至到)）,，])"
)
_LIFE = re.compile(rf"(?<=[(（])(\d{{3,4}})(年?){_DASH}(\d{{3,4}})(年?)(?=[)）,，;；])")
_BEFORE_CHRIST = re.compile(r"(?<=[\d年纪])[-–—~](?=(?:公元)?前\d|公元\d)")
_LONGEST_LIFE, _LONGEST_DYNASTY = 120, 800
_SPAN = re.compile(r"(?<!\d)(?<!\d[.,])(\d{4})年")
_SURE_SPAN = re.compile(
    r"年(?:的|之)?(?:历史(?!性|上|最|新)|[建立设开办置][\u4e00-\u9fff]{0,2}史|歷史(?!性|上|最|新)|文明|光阴|时光|积淀|岁月|沧桑|古|之久|如一日|不遇|一遇|"
    r"以上|左右|时间(?!里|内))"
)
_ROUND_SPAN = re.compile(r"年(?:来(?!自|到|临)|來|间|間|前(?!\d|[一二三四]季|后|後|三))")
_BEFORE_SPAN = re.compile(
    r"(?:近|约|達|达|历经|距今|有着|已有|拥有|超过?|逾|上下|整整|每隔?|穿越|跨越|横跨|具有|走过|历时|为期|不足|满|过去|未来)\Z"
)
_STYLED = re.compile(
    r"(?<!\d)(?<!\d[.,])((?:19|20)\d\d)(?=[级屆届款版]|财年|学年|赛季|新年|春晚|春节|冬奥|奥运|年代|年度)(?!级(?:台阶|台風|石))"
)
_BARE = re.compile(
    r"(?<!\d[.,])(?<![\d/:=<>≥≤$¥€£+-])((?:19[0-9]|20[0-6])\d)(?![\d%:/～~+°²A-Za-z-]|[.,]\d| ?年)(?P<after>.?)"
)
_ABOUT = re.compile(r"以[上下内]|左右|上下|余|餘|多|来[个人名家万亿]|之[内外间]")
_COUNTED = re.compile(
    "[辆輛艘磅栋棟幢间間类類批吨噸亿億余餘多株棵隻颗顆件例户戶岁歲倍册冊幅瓶箱斤亩畝克]|"
    "[个個](?![人税体])|[条條](?!例)|[台臺](?![湾灣北州风])|[场場](?!馆)|套(?!餐)|[头頭](?![条部])|只(?!要)|份(?!额)|起(?![点航步源])|"
    "[处處](?![理暑])|所(?!有)|度(?!假)|公(?=[里斤顷分])|[平立](?=方)|厘(?=米)|毫(?=[米克升])|"
    "名(?![人师家校企城品著])|位(?![于置])|人(?![工民才物口机文类力社])|家(?![电博居具装庭长乡纺])|架(?!构)|座(?!谈)|"
    "项(?![目城])|次(?!贷)|种(?![业子植])|组(?![织委])|支(?![付援持])|元(?![宵旦宇])|[美欧港日](?=元)|英(?=[镑里尺寸])|米(?![兰哈其])|"
    "万(?![达科宁州里圣])|千(?![人岛年万])|小(?=时)|分(?=钟)|秒|天(?![津水猫宫文山府气安然河桥堂下使])|周(?![口杰庄恩年末边易])|"
    "点(?=[，。、左多])|张(?![家学艺江海])|道(?![路德教口家])|本(?=书|》)"
)
_CITED = re.compile(r"[a-z][,，] ?\Z")
_SOURCE = re.compile(r"[\u4e00-\u9fff][,，] ?\Z")
_PRODUCT = re.compile(r"[A-Za-z] \Z")
_AMOUNT_BEFORE = re.compile(r"[第共约近达超有逾仅各售产销增减余款价值至了满计元奖]\Z")
_REIGNS = (
    "民国|民國|明治|大正|昭和|平成|令和|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|顺治|洪武|建文|永乐|洪熙|宣德|正统|景泰|天顺|成化|"
    "弘治|正德|嘉靖|隆庆|万历|天启|崇祯|贞观|开元|天宝|熙宁|元丰|元祐|绍兴|开皇|大业|武德|建安|至元"
)
_SHORT = re.compile(
    rf"(?<!{_REIGNS})(?<!\d)(?<!\d[.,])(\d\d)年(?=(?:1[0-2]|0?[1-9])月)|(?<!\d)'(\d\d)年|"
    r"(?<!\d)(?<!\d[.,])(0\d)年|(?<![\d近约满达过了])([5-9]\d)年"
    rf"(?=毕业|出生|生人|生的|入伍|参军|入学|高考|入党|退伍|转业|下岗|下海|香港|澳门|世界杯|奥运|亚运|洪水|抗洪|考上|那[年会时]|出厂|停产|投产|生(?=[，。、的于在])|当兵|提干|插队|下乡|返城|平反|恢复高考|辞职|嫁[到给来]|"
    r"[春夏秋冬][天季]|的时候)|"
    r"(?<![\d近约满达过了时隔])(?<!\d[.,])([0-9]\d)年(?=[底末](?![层线端])|初(?!心|衷|次|步|级|中|三|一|二|夏|见)|[上下]半年)"
)
_OLD_SHORT = re.compile(
    r"(?:(?<=[，。、；：（(\"和与及到至从在于自我你他她它们])|\A)([5-9]\d)年(?![多来间前后以之内代龄级不如风沧坚弹岁]|[，。、；])"
)
_SHORT_YEARS = re.compile(r"(?<!\d)(?<!\d[.,])(0\d)(年?)([至到]|[-–—~])(\d\d)(?=年)")
_CLASS = re.compile(
    r"(?<!\d)(?<!\d[.,])(\d\d)(?=级(?:新生|学[生员长姐弟妹]|毕业|校友|本科|专科|硕士|博士|研究生|大专|专业|同学|[\u4e00-\u9fff]{2,6}(?:专业|学院)))"
)
_NAMED_SHORT = re.compile(r"(?<!\d)(?<!\d[.,])([5-9]\d|0\d)(?=回归|抗洪|世博|奥运|亚运|世界杯|南巡)")
_OLD_RANGE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:(前)(\d{{1,4}})(年?)(?:{_DASH}|[至到])((?:公元)?前)(\d{{1,4}})|()([3-9]\d\d)(年?){_DASH}()(1\d{{3}}))(?=年)"
)
_REIGN_YEAR = re.compile(r"(?<=年[(（])\d{3}(?=年[)）])")
_YEAR_NAMED = re.compile(r"(?<![\d-])(?:19|20)\d\d(?=-[A-Za-z])")
_NAMED_YEAR = re.compile(r"(?<=[\u4e00-\u9fff])-((?:19|20)\d\d)(?=[\"”』」》)）](?!\d))")
_GENERATION = re.compile(r"(?<!\d)(?<!\d[.,])(\d[05])(?=(?:[、/和与，,]?\d[05]){0,4}[后後](?![的来续期面勤退台卫半]))")
_DECADE = re.compile(r"(?<!\d)((?:19|20)\d0)'?s(?![A-Za-z])|(?<![\dA-Za-z])'(\d\d)(?=[\u4e00-\u9fff])")
_BETWEEN = re.compile(
    r"(\d(?:(?![和与及或跟])[\u4e00-\u9fff%]|°C){1,4}?)(?<![至到为是于达约比])[-–—~](?=第?\d|二零|一九)"
)


def dates(text: str) -> str:
    """Dates and years, as Chinese figures or words; what stays in digits is a cardinal."""
    text = _FULL.sub(_full_date, _WESTERN.sub(_western_date, text))
    text = _MONTHS.sub(lambda m: f"{digits(m[1])}年{int(m[2])}月到{digits(m[3])}年{int(m[4])}月", text)
    text = _MONTH.sub(lambda m: f"{digits(m[1])}年{int(m[2] or m[3])}月", text)
    text = _MONTH_DAY.sub(lambda m: f"{m[1]}月{int(m[2])}日", text)
    text = _TO_DAY.sub(lambda m: f"到{int(m[1])}月{int(m[2])}日", text)
    text = _DOCUMENT.sub(lambda m: f"{digits(m[1])} ", text)
    text = _years(_BETWEEN.sub(r"\1到", clock(text)))
    return _ZERO_PADDED.sub(r"\1", text)


def _full_date(match: re.Match[str]) -> str:
    year, month, day = match[1], int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return f"{digits(year)}年{month}月{day}日"


def _western_date(match: re.Match[str]) -> str:
    """9/15/2024 and 15/9/2024; where both may be the month, the American order."""
    first, _, second, year = match.groups()
    month, day = (first, second) if int(first) <= 12 else (second, first)
    return f"{digits(year)}年{int(month)}月{int(day)}日" if int(month) <= 12 else match[0]


def _years(text: str) -> str:
    text = _BEFORE_CHRIST.sub("到", text)
    text = _LIFE.sub(_life, _ERA.sub(_era, _OLD_RANGE.sub(_old_range, text)))
    text = _NAMED_SHORT.sub(lambda m: digits(m[1]), _REIGN_YEAR.sub(lambda m: digits(m[0]), text))
    text = _YEARS.sub(_year_range, _YEAR_NAMED.sub(lambda m: digits(m[0]), text))
    text = _SEASON.sub(lambda m: f"{digits(m[1])}到{digits(m[2])}", text)
    text = _LIST.sub(lambda m: digits(m[0]), text)
    text = _CLASS.sub(lambda m: digits(m[1]), _NAMED_YEAR.sub(lambda m: f" {digits(m[1])}", text))
    text = _SHORT_YEARS.sub(lambda m: f"{digits(m[1])}{m[2]}{m[3] if m[3] in '至到' else '到'}{digits(m[4])}", text)
    text, known = _SHORT.subn(lambda m: f"{digits(next(filter(None, m.groups())))}年", text)
    if known:
        text = _OLD_SHORT.sub(lambda m: f"{digits(m[1])}年", text)
    text = _DECADE.sub(lambda m: f"{digits(m[1] or m[2])}{'年代' if m[1] else ''}", text)
    text = _GENERATION.sub(lambda m: digits(m[1]), text)
    text = _SPAN.sub(_year_or_span, text)
    text = _STYLED.sub(lambda m: digits(m[1]), text)
    return _BARE.sub(_bare_year, text)


def _old_range(match: re.Match[str]) -> str:
    """前221—前206年, 960—1127年."""
    era, first, mark, later, second = (match[n] or match[n + 5] or "" for n in range(1, 6))
    return f"{era}{digits(first)}{mark}到{later}{digits(second)}"


def _era(match: re.Match[str]) -> str:
    era, first, mark, by, before, second = match.groups()
    if not second:
        return era + digits(first)
    return f"{era}{digits(first)}{mark}{by if by in '至到' else '到'}{before}{digits(second)}"


def _life(match: re.Match[str]) -> str:
    """（701—762）: nobody counts so unevenly; （100—200） may be an amount."""
    first, mark, second, last = match.groups()
    longest = _LONGEST_DYNASTY if last else _LONGEST_LIFE
    if not 0 < int(second) - int(first) <= longest or (int(first) % 10 == 0 and int(second) % 10 == 0):
        return match[0]
    return f"{digits(first)}{mark}到{digits(second)}{last}"


def _year_range(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    if not match["mark"] and ((MEASURE.match(after) and after != "年") or after in ("°", "m", "k")):
        return match[0]
    by = match["by"] if match["by"] in "至到" else "到"
    return digits(match["a"]) + match["mark"] + by + digits(match["b"])


def _year_or_span(match: re.Match[str]) -> str:
    figures, text, (start, end) = match[1], match.string, match.span()
    recent = figures.startswith(("19", "20", "21"))
    whole = figures.endswith("00")
    if not 1000 < int(figures) < 2200:
        return match[0]
    if _SURE_SPAN.match(text, end - 1) and (whole or not recent or "历史" in text[end : end + 3]):
        return match[0]
    since = text[max(0, start - 1) : start] in tuple("自从在至到于")
    if (
        (whole or not recent)
        and not since
        and (_ROUND_SPAN.match(text, end - 1) or _BEFORE_SPAN.search(text[max(0, start - 3) : start]))
    ):
        return match[0]
    return f"{digits(figures)}年"


def _bare_year(match: re.Match[str]) -> str:
    """`2023世界制造业大会`, `（2022）`: a number of a year's size, and nothing counted before or after it."""
    after = match["after"]
    cited = _CITED.search(match.string, max(0, match.start() - 3), match.start())
    if after in tuple("，、。；,") and _PRODUCT.search(match.string, max(0, match.start() - 2), match.start()):
        return digits(match[1]) + after
    if (
        after in tuple("、；;)）")
        and int(match[1]) % 100
        and _SOURCE.search(match.string, max(0, match.start() - 3), match.start())
    ):
        return digits(match[1]) + after
    counted = _COUNTED.match(match.string, match.end(1)) or (match[1].endswith("00") and MEASURE.match(after))
    named = "\u4e00" <= after <= "\u9fff" and not (counted or _ABOUT.match(match.string, match.end(1)))
    if not (named or cited or after in tuple(')）】〕》"')) or _AMOUNT_BEFORE.search(
        match.string[: match.start()][-1:]
    ):
        return match[0]
    return digits(match[1]) + after
