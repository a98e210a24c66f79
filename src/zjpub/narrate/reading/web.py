"""Web and e-mail addresses: the part that a listener can use, in words."""

from __future__ import annotations

import re
from collections.abc import Callable

_LABEL = r"[A-Za-z0-9-]{1,63}"
_EMAIL = re.compile(rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@{_LABEL}(?:\.{_LABEL}){{1,4}}")
_URL = re.compile(
    r"(?:(?<![A-Za-z0-9])(?:https?|ftp)://|(?<![A-Za-z0-9.@-])(?=www\.))"
    rf"({_LABEL}(?:\.{_LABEL}){{0,5}})(?::\d{{1,5}})?(?:[/?#][!-'*-;=?-~]*)?"
)
_HOST = re.compile(
    rf"(?<![A-Za-z0-9.@-])[A-Za-z0-9][A-Za-z0-9-]{{0,62}}(?:\.{_LABEL}){{0,3}}"
    r"\.(?:com|cn|org|net|gov|edu|io|hk|tw|uk|eu)(?:/[A-Za-z0-9/_-]*)?(?![A-Za-z0-9-])"
)


def addresses(text: str, say: Callable[[str], str]) -> str:
    """Replace every address in `text` by what `say` makes of it (`name@host` or `host`; paths are not read)."""
    if "." not in text:
        return text
    if "@" in text:
        text = _EMAIL.sub(lambda m: f" {say(m.group())} ", text)
    text = _URL.sub(lambda m: f" {say(m[1])} ", text)
    return _HOST.sub(lambda m: f" {say(m.group().split('/')[0])} ", text)
