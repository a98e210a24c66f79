"""Web and e-mail addresses: the part that a listener can use, in words."""

from __future__ import annotations

import re
from collections.abc import Callable

_LABEL = r"[A-Za-z0-9-]{1,63}"
_EMAIL = re.compile(rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@{_LABEL}(?:\.{_LABEL}){{1,4}}")
_URL = re.compile(
    r"(?:(?<![A-Za-z0-9])(?:https?|ftp)://|(?<![A-Za-z0-9.@-])(?=www\.))"
    rf"({_LABEL}(?:\.{_LABEL}){{0,5}})(?::\d{{1,5}})?(?:[/?#](?:[!-'*-;=?-~]*[A-Za-z0-9/=_-])?)?"
)
_HOST = re.compile(
    rf"(?<![A-Za-z0-9.@-])[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:\.{_LABEL}){{0,3}}"
    r"\.(?:com|cn|org|net|gov|edu|io|hk|tw|uk|eu)(?:/[A-Za-z0-9/_-]*)?(?![A-Za-z0-9-])"
)
_WORD = re.compile(r"/[a-z]{2,16}(?=/?\Z)")


def addresses(text: str, say: Callable[[str], str]) -> str:
    """Replace each address in `text` by what `say` makes of it (`name@host`, `host` or `host/word`, no longer path)."""
    if "." not in text:
        return text
    if "@" in text:
        text = _EMAIL.sub(lambda m: f" {say(m.group())} ", text)
    text = _URL.sub(lambda m: f" {say(m[1] + _path(m[0].partition(m[1])[2]))} ", text)
    return _HOST.sub(lambda m: f" {say(m[0].partition('/')[0] + _path(m[0]))} ", text)


def _path(address: str) -> str:
    """`/help`: the path of an address if it is one plain word."""
    found = _WORD.search(address, max(0, address.find("/")))
    return found[0] if found and found.start() == address.find("/") else ""
