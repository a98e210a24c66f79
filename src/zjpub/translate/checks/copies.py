"""What is not English in the English: Chinese left over, the source copied, marks that belong to a machine."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]+")
_MARK = re.compile(
    r"[，。、；：？！“”「」『』《》（）【】](?<![“”])|⁇|▁|\ufffd|</?s>|<unk>|&(?:amp|lt|gt|quot|#\d+);|[\x00-\x08\x0b\x0c\x0e-\x1f]"
)
_GLUED = re.compile(r"[a-z]{2,}\((?!s\)|es\))[A-Za-z]{2,}\)?")
"""A bracket that no space parts from the word before: what a model remembers of news pages."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def copied(zh: str, en: str) -> str:
    """Whether the English is the Chinese again, or "" """
    left = sum(len(run) for run in _HAN.findall(en))
    letters = sum(sign.isalpha() for sign in en)
    if left >= 4 and left * 3 > letters:
        return "the Chinese was copied, not translated"
    return ""


def leftover(zh: str, en: str) -> str:
    """The Chinese characters still in the English, or ""."""
    runs = _HAN.findall(en)
    return f"Chinese left in the English: {'、'.join(dict.fromkeys(runs))[:40]}" if runs else ""


def marks(zh: str, en: str) -> str:
    """Marks that no English has: Chinese punctuation, unknown-word signs, tags, a quotation never closed; or ""."""
    if found := _MARK.search(en):
        return f"a stray sign: {found[0]!r}"
    if (glued := _GLUED.search(en)) and not re.search("[(（]", zh):
        return f"a stray bracket: {glued[0]}"
    if (tag := _TAG.search(en)) and tag[0] not in zh:
        return f"a stray tag: {tag[0]}"
    for opener, closer in ("()", "[]", "“”"):
        if en.count(opener) != en.count(closer) and zh.count(opener) == zh.count(closer):
            return f"{opener} and {closer} do not pair"
    if en.count('"') % 2 and not (zh.count("“") - zh.count("”")) and zh.count('"') % 2 == 0:
        return "a quotation mark without its pair"
    return ""
