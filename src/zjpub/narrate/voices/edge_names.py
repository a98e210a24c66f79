"""The voices that Microsoft's service offers for our languages, since asking it needs the network."""

from __future__ import annotations

from zjpub.model import Lang

_CHINESE = {
    "zh-CN": "Xiaoxiao Xiaoyi Yunjian Yunxi Yunxia Yunyang",
    "zh-CN-liaoning": "Xiaobei",
    "zh-CN-shaanxi": "Xiaoni",
    "zh-HK": "HiuGaai HiuMaan WanLung",
    "zh-TW": "HsiaoChen HsiaoYu YunJhe",
}
_ENGLISH = {
    "en-US": "Aria Ana Andrew AndrewMultilingual Ava AvaMultilingual Brian BrianMultilingual Christopher Emma "
    "EmmaMultilingual Eric Guy Jenny Michelle Roger Steffan",
    "en-GB": "Libby Maisie Ryan Sonia Thomas",
    "en-AU": "Natasha WilliamMultilingual",
    "en-CA": "Clara Liam",
    "en-HK": "Sam Yan",
    "en-IE": "Connor Emily",
    "en-IN": "Neerja NeerjaExpressive Prabhat",
    "en-KE": "Asilia Chilemba",
    "en-NG": "Abeo Ezinne",
    "en-NZ": "Mitchell Molly",
    "en-PH": "James Rosa",
    "en-SG": "Luna Wayne",
    "en-TZ": "Elimu Imani",
    "en-ZA": "Leah Luke",
}


def _spelled(table: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{place}-{name}Neural" for place, names in table.items() for name in names.split())


NAMES: dict[Lang, tuple[str, ...]] = {"zh": _spelled(_CHINESE), "en": _spelled(_ENGLISH)}
