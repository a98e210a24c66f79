"""How the rules see a line's words: in simplified characters, and without the spaces that justified print put in.

The rules that know words by heart know them in one script only, and look at both views of a line.
"""

from __future__ import annotations

import re

from zjpub.clean import junction
from zjpub.clean.remembering import remembered

_HAN = "[\u4e00-\u9fff]"
_RUN = re.compile(rf"(?<!\w)[\w○](?: [\w○](?![\w○]))+(?: (?={_HAN}))?")
_GAP = re.compile(rf"(?<={_HAN}) (?={_HAN}(?!{_HAN}))|(?<=(?<!{_HAN}){_HAN}) (?={_HAN})")
_BEFORE_SIGN = re.compile(r" (?=[：:／/|｜丨])|(?<=[：:／/|｜丨]) ")


_BOXED_LABEL = re.compile(r"^【([\u4e00-\u9fff]{2,4})】(?=\s?[^\s【（(])")
"""`【来源】某报` says the same as `来源：某报`."""


@remembered
def simplified(text: str) -> str:
    """The same text, character by character, in simplified characters."""
    return junction.simplify(text)


@remembered
def views(text: str) -> tuple[str, ...]:
    """The line in simplified characters as printed and, where single characters stand apart, closed up."""
    plain = simplified(text)
    tight = closed(plain)
    return (plain,) if tight == plain else (plain, tight)


def closed(text: str) -> str:
    """The line closed up where single characters stand apart."""
    text = _BOXED_LABEL.sub(r"\1：", text) if text[:1] == "【" else text
    if " " not in text:
        return text
    return _BEFORE_SIGN.sub("", _GAP.sub("", _RUN.sub(lambda found: found[0].replace(" ", ""), text)))
