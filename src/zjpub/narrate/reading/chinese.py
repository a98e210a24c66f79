"""Chinese text as a Chinese voice should meet it: rules in order, each a table and a small function.

Own rules, by measurement: the automata of `wetext` do some 260 sentences a second and miss ranges, models, ratios and
spans of years; these do thousands and can be read.
"""

from __future__ import annotations

import re

from zjpub.narrate.reading.acronyms import read_tokens
from zjpub.narrate.reading.amounts_zh import amounts, fractions, units
from zjpub.narrate.reading.characters import powers, roman, sweep
from zjpub.narrate.reading.clock_zh import half_days
from zjpub.narrate.reading.codes_zh import codes
from zjpub.narrate.reading.dates_zh import dates
from zjpub.narrate.reading.numbers_zh import DIGITS, cardinal
from zjpub.narrate.reading.rules import rewrite, rules, strongest
from zjpub.narrate.reading.script_zh import convert, traditional
from zjpub.narrate.reading.typed_zh import mended
from zjpub.narrate.reading.web import addresses

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_COUNTED = "零一二三四五六七八九十百千万亿几"
_GAP = re.compile(rf"(?<=[{_HAN}]) +(?=[$¥€£+]*\d|-\d{{4}})|(?<=[\d%‰]) +(?=[{_HAN}])")
_DASHES = re.compile(r"-{2,}")
_ZONES = re.compile(r"(?<![A-Za-z])(UTC|GMT) ?-(?=\d)")
_UTC = re.compile(r"(?<=\d:\d\d)Z(?![A-Za-z])")
_NUMERO = re.compile(r"(?<![A-Za-z])(?!NO[23](?!\d))N[oO]s?(?:\. ?|(?<=O) ?|)(?=\d)")
_LONG_NUMERO = re.compile(_NUMERO.pattern + r"(?=\d{5})")
_NO_ZERO = re.compile(r"(?<![\w.)）])\.(?=\d)")
_MINUS_GAP = re.compile(rf"(?<=[{_HAN}]) (?=负|零下)")
_GROUPS = re.compile(r"(?<![\d.] )(?<![\d.])\d{1,3}(?: \d{3})+(?![\d ]|\.\d|-)")
_ROMAN = re.compile(
    r"(?<![A-Za-z])(?:([IVX]{1,5})(?=[期级类卷章部册世度代類級]|阶段|标段)|(I{1,3}|IV|VI{1,3}|IX)(?=型)|"
    r"(?:(?<=[第图表卷])|(?<=附录|附件|附表|附图|路易|亨利|查理|乔治|腓力|彼得|保罗|威廉|王朝|计划)|(?<=超级碗|爱德华|拿破仑|阿波罗)|(?<=伊丽莎白|亚历山大))"
    r" ?(?=[IVXL])((?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![A-Za-z0-9]))"
)
_ORDINAL = re.compile(r"(?<![\dA-Za-z])(\d{1,3})(?:st|nd|rd|th)(?![A-Za-z])")
_LIST_MARK = re.compile(r"^ *[(（]?(\d{1,2})(?:[)）.](?!\d)|、) *")
_SIGNS = rules(
    (
        (r"(?<=\d)w(?![A-Za-z])|(?<=\d)W(?=\+)", "万"),
        (r"√(?=[\d(A-Za-z])", "根号"),
        (r"∠(?=[A-Zαβγθ\d])", "角"),
        (r"△(?=[A-Z])", "三角形"),
        (r"⊙(?=[A-Z])", "圆"),
        (r"(?<=[A-Za-z]) ?∥ ?", "平行于"),
        (r" ?⊥ ?", "垂直于"),
        (r"∵", "因为"),
        (r"∴", "所以"),
        (r"∞", "无穷大"),
        (r" ?∈ ?", "属于"),
        (r"(?<=\d)#(?!\d)", "号"),
        (r"#(\d+)", r"\1号"),
        (r"(?<![A-Za-z])C#", "C sharp"),
        (r"(?<=[A-Za-z]) ?& ?(?=[A-Za-z])", " and "),
        (r" ?& ?", "和"),
        (r"(?<!×)×++(?=[年月日号县村省市区路某])", "某"),
        (rf"(?<=[{_HAN}])××++", "某某"),
        (rf"(?<=[长宽高深厚径率量价数积重長]) ?× ?(?=[{_HAN}])", "乘"),
        (r"(?<=[\w%)]) ?× ?(?=[A-Za-z](?![A-Za-z])|[\d(])|(?<=[\d%)]) ?× ?(?=\w)", "乘"),
        (r"(?<=\d) ?[xX*] ?(?=\d)|(?<=\dm) ?[xX*] ?(?=\d)|(?<=[mck]m) ?[xX*] ?(?=\d)", "乘"),
        (r" ?÷ ?", "除以"),
        (r"(?<=\d) ?- ?(?=\d+(?:\.\d+)? ?=)", "减"),
        (r" ?≥ ?", "大于等于"),
        (r" ?≤ ?", "小于等于"),
        (r" ?[≈≒] ?", "约等于"),
        (r" ?≠ ?", "不等于"),
        (r"± ?(?=[\d.])", "正负"),
        (r"(?<=[满滿])(\d+)-(?=\d)", r"\1减"),
        (r"<(/?[A-Za-z][A-Za-z0-9]*(?: [ -;=?-~]*)?)>", r" \1 "),
        (r"(?<=[A-Za-z0-9]) ?-> ?", "到"),
        (r" ?= ?(?=[\w.(√$¥€£-])", "等于"),
        (r" ?> ?(?=-?[\d.])|(?<=(?<![A-Za-z])[A-Za-z]|[\d)%]) ?> ?(?=[A-Za-z(](?![A-Za-z]))", "大于"),
        (r" ?< ?(?=-?[\d.])|(?<=(?<![A-Za-z])[A-Za-z]|[\d)%]) ?< ?(?=[A-Za-z(](?![A-Za-z]))", "小于"),
        (r" ?[→⇒➜] ?", "到"),
        (r"(?<=[\w%)）\"」』]) ?\+ ?(?=[A-Za-z\u3400-\u9fff\"「『\d(（])(?!\d[\d.,]*[%‰])|(?<=[\w+%])\+(?!\d)", "加"),
        (r"(?<![A-Za-z])([A-Za-z]) ?[：:∶] ?(?=[A-Za-z] ?(?:=|等于))", r"\1比"),
        (r"@", "艾特"),
    )
)
_LATIN_ABBREVIATION = re.compile(
    r"(?<![A-Za-z])(Mr|Mrs|Ms|Dr|Prof|Fig|St|Jr|Sr|vs?|Co|Ltd|Inc|Corp|Mt|Vol|[A-Z](?=\. ?[A-Z]))\. ?(?![。，]|\Z)"
)
_LATIN_APOSTROPHE = re.compile(r"(?<![A-Za-z])'|'(?![A-Za-z])")
_QUOTED_TWICE = re.compile(r"(?<=[\"」』》〉])[\"「『《〈]")
_CELLS = re.compile(r" +\|+(?= )")
_DROPPED = re.compile(r"[\"「」『』《》〈〉«»‹›*`|\\^°]+")
_CLOSING = re.compile(r"[)）\]］}｝】〕](?=[的地得等了着，、。；：？！,.;:?!)）\]】〕]|\Z)")
_PAUSES = rules(
    (
        (rf"(?<=[{_COUNTED}初上中下底末年月旬度])[~—–](?=[{_COUNTED}数上两周]|[中下]旬|[年月]底|[百千]分之)", "到"),
        (
            rf"(?<=[{_COUNTED}日月年时点])[-—–~](?=[次翌当隔][日天月年]|初|[上下中正]午|凌晨|清晨|傍晚|[早晚]上?|夜|今|次|翌|明|现在|目前|[农正腊])",
            "到",
        ),
        (r"(?<=[一二三四五六七八九十百])-(?=[百千]分之)", "到"),
        (r"(?<=[周期拜][一二三四五六日天])[-—–~](?=周|星期|礼拜)", "到"),
        (r"(?:…+|\.{2,}|。{2,}) *\Z", "。"),
        (r"…+|\.{2,}|。{2,}|[—–]{2,}|-{2,}|~{2,}", "，"),
        (r"[()（）\[\]［］{}｛｝【】〔〕⟨⟩⦅⦆]+", "，"),
        (rf"(?<=[{_HAN}])[—–·~-](?=[{_HAN}])|(?<=[和与及或])/", ""),
        (rf"(?<=[{_HAN}])/(?=[{_HAN}])", "、"),
        (r"(?<=[A-Za-z])[.](?=[A-Za-z])", " "),
        (r"[—–]+", "，"),
        (r"[-·~/_]+", " "),
    )
)
_FULL_WIDTH = str.maketrans(",;:?!.", "，；：？！。")
_RUN = re.compile(r" *[，。、；：？！][，。、；：？！ ]*")
_STRENGTH = "、，：；。！？"
_KEPT = "，。、；：？！ '"


def speakable(text: str) -> str:
    """One folded Chinese sentence → words and pauses only."""
    in_traditional = traditional(text)
    text = mended(text)
    text = addresses(_GAP.sub("", _zones(_DASHES.sub("——", text))), _address)
    text = _GROUPS.sub(lambda m: m[0].replace(" ", ""), _LONG_NUMERO.sub("编号：", _NO_ZERO.sub("0.", text)))
    text = _NUMERO.sub("第", text)
    text = _ROMAN.sub(lambda m: cardinal(str(roman(m[1] or m[2] or m[3]))), text)
    text = _ORDINAL.sub(r"第\1", _LIST_MARK.sub(r"\1、", text))
    figures = any(map(str.isdigit, text))
    text = fractions(dates(codes(half_days(powers(text))))) if figures else text
    text = rewrite(text, _SIGNS)
    text = _MINUS_GAP.sub("", amounts(text)) if figures else text
    text = sweep(_punctuate(units(text)), DIGITS, _KEPT)
    text = _tidy(read_tokens(text, spaced=True))
    return convert(text) if in_traditional else text


def _zones(text: str) -> str:
    return _UTC.sub(" UTC", _ZONES.sub(r"\1负", text)) if "T" in text or "Z" in text else text


def _address(address: str) -> str:
    said = re.sub(r"\d", lambda m: DIGITS[int(m[0])], address)
    return said.replace("www", "w w w").replace("@", " at ").replace(".", " 点 ").replace("/", " 斜杠 ")


def _punctuate(text: str) -> str:
    """Quotes go, brackets and dashes become pauses, half-width stops become full-width."""
    text = _LATIN_APOSTROPHE.sub('"', _LATIN_ABBREVIATION.sub(r"\1 ", text))
    text = _DROPPED.sub("", _CLOSING.sub("", _QUOTED_TWICE.sub("、", _CELLS.sub("，", text))))
    return rewrite(text, _PAUSES).translate(_FULL_WIDTH)


def _tidy(text: str) -> str:
    """One pause where several met; none at the start, no weak one at the end."""
    text = _RUN.sub(lambda m: strongest(m[0], _STRENGTH), " ".join(text.split()))
    return text.lstrip("，。、；：？！ ").rstrip("，、；： ")
