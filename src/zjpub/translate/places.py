"""Counties, towns and villages that no model knows: pinyin and the kind of place, so that each keeps one name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zjpub import pinyin

KINDS = {"县": "County", "镇": "Town", "乡": "Township", "村": "Village", "街道": "Subdistrict"}
# Characters that stand before these words without being part of a place: 贫困县, 新农村, 每个镇, 建设乡村.
_NO = (
    "各全该本此某两三四五六七八九十一二几多每个这那大小新老旧贫困强示范特色文明先进重点行政自然城乡农渔山美丽同邻外中边古名市省区县镇村"
    "度假民俗旅游产业淘宝百千万数的了和与是在到入进驻下返回去来往离为以及或等有无我你他她们其所把被让使将给少育造红络帮扶设施"
)
_PLACE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在于自从到至赴往驻省市州盟旗区县镇乡、和与]))"
    rf"([^\W\d_{_NO}]{{2}})({'|'.join(KINDS)})(?![级域长委民庄落企办里口医干容集际乡镇村区校史志支党])"
)
_READ = {
    "台东": "Taitung", "花莲": "Hualien", "南投": "Nantou", "苗栗": "Miaoli", "彰化": "Changhua", "嘉义": "Chiayi",
    "屏东": "Pingtung", "新竹": "Hsinchu", "和田": "Hotan", "莎车": "Shache", "拉孜": "Lhatse", "江孜": "Gyantse",
}  # fmt: skip
# Prefectures of Japan, and a city that is no town.
_OTHERS = re.compile(
    "(?:爱知|福冈|静冈|千叶|广岛|兵库|埼玉|茨城|长野|冲绳|熊本|长崎|岩手|福岛|宫城|群马|岐阜|冈山|佐贺|高知|青森|秋田|"
    "岛根|鸟取|奈良|新潟|石川|富山|福井|滋贺|德岛|香川|爱媛|宫崎)县|景德镇"
)


def places(texts: Iterable[str]) -> dict[str, str]:
    """Chinese place → English: 果园村 → Guoyuan Village."""
    found = {match for text in texts for match in _PLACE.findall(text)}
    return {
        core + kind: f"{_READ.get(core) or pinyin.capital(pinyin.word(core))} {KINDS[kind]}"
        for core, kind in sorted(found)
        if not _OTHERS.fullmatch(core + kind)
    }
