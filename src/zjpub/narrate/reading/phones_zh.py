"""Telephones, hotlines and numbers of service in Chinese text: spoken figure by figure, with 幺."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_zh import counted, digits

NO_AMOUNT = r"(?![\d%]|\.\d|[万萬亿億个個多余人元名部台次年家])"

_MASKED = re.compile(r"(?<!\d)(\d{2,6})\*{2,}(\d{2,4})(?!\d)")
_MOBILE = re.compile(r"(?<!\d)(?<!\d\.)(?:\+?(86)[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d|\.\d|[元万亿])")
_LANDLINE = re.compile(
    r"(?<!\d)(?<!\d\.)(?:[(（]?((?:\+|00)?86)[)）]?[- ]?)?[(（]?(0\d{2,3}|(?:(?<=86[- ])|(?<=86[)）]))[2-9]\d{1,2})"
    r"(?:[)）] ?| ?[-—–] ?| )"
    r"(\d{7,8}|\d{3,4}[- ]\d{4})"
    r"(?:([-转])(\d{1,5}))?(?!\d)"
)
_SERVICE = re.compile(r"(?<!\d)(?<!\d\.)([48]00)[- ]?(\d{3,4})[- ](\d{3,4})(?!\d)")
_CALLED = re.compile(
    r"((?:电话|電話|热线|熱線|手机|手機|拨打|撥打|致电|致電|传真|傳真|电询|客服|拨通|专线|專線)"
    r"(?:号码?|號碼?)?[为是為：: ]{0,2})"
    rf"(\d[\d-]{{1,20}}\d(?:[、,，/或和]\d[\d-]{{1,20}}\d){{0,6}}){NO_AMOUNT}"
)
_HOTLINE = re.compile(
    r"(?:(?<=[拨打])|(?<=拨打了))(?:1[12]\d|911|999|1[012]\d{3}|9[56]\d{3})(?![\d.,万亿元多余])(?=(.{0,3}))|"
    r"(?<!\d)(?<!\d\.)(?:1[12]\d|911|1[012]\d{3}|9[56]\d{3}|100\d\d)(?=(?:[、,，/或和]\d{3,5}){0,6}\"?[\u3400-\u9fff]{0,8}?"
    r"(?:热线|熱線|报警|急救|客服|消防|救护|火警|平台|网站|指挥|出警|接警|电话|電話))"
)
_DESK = re.compile(
    r"((?:急救|火警|匪警|抢修|报修|咨询|投诉|举报|预约|求助|求援|挂号|订票|反映|报警|号码|短信)[为是：: ]{0,2})"
    r"((?:1[12]\d|1[012]\d{3}|9[56]\d{3})(?:[、和或/](?:1[12]\d|999|1[012]\d{3}|9[56]\d{3}))*)(?![\d.,万亿元多余])(?=(.{0,3}))"
)


def telephones(text: str) -> str:
    """Numbers that are called."""
    text = _MASKED.sub(lambda m: f"{digits(m[1], '幺')}星号{digits(m[2], '幺')}", text)
    text = _MOBILE.sub(lambda m: ("八六 " if m[1] else "") + digits(m[2] + m[3] + m[4], "幺"), text)
    text = _LANDLINE.sub(_landline, text)
    text = _SERVICE.sub(lambda m: spelled(" ".join(m.groups()), "幺"), text)
    text = _CALLED.sub(lambda m: m[1] + re.sub(r"[\d-]+", lambda n: spelled(n[0], "幺"), m[2]), text)
    text = _DESK.sub(
        lambda m: m[0] if counted(m[3]) else m[1] + re.sub(r"\d+", lambda n: digits(n[0], "幺"), m[2]), text
    )
    return _HOTLINE.sub(lambda m: m[0] if m[1] and counted(m[1].removeprefix("电话")) else digits(m[0], "幺"), text)


def _landline(match: re.Match[str]) -> str:
    *number, joint, extension = match.groups()
    said = spelled(" ".join(filter(None, number)), "幺")
    return said + ("转" if joint == "转" else " ") + digits(extension, "幺") if extension else said


def spelled(text: str, one: str) -> str:
    """The groups of a number figure by figure."""
    return " ".join(digits(part, one) for part in re.findall(r"\d+", text))
