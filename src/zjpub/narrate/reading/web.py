"""Web and e-mail addresses: the part that a listener can use, in words."""

from __future__ import annotations

import re
from collections.abc import Callable

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_URL = re.compile(
    r"(?:(?<![A-Za-z0-9])(?:https?|ftp)://|(?<![A-Za-z0-9.@-])(?=www\.))"
    r"([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5})(?::\d{1,5})?(?:[/?#][!-'*-;=?-~]*)?"
)
_HOST = re.compile(
    r"(?<![A-Za-z0-9.@-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,3}"
    r"\.(?:com|cn|org|net|gov|edu|io|hk|tw|uk|eu)(?:/[A-Za-z0-9/_-]*)?(?![A-Za-z0-9-])"
)

Address = Callable[[str], str]


def addresses(text: str, say: Address) -> str:
    """Replace every address in `text` by what `say` makes of it (`name@host` or `host`; paths are not read)."""
    if "." not in text:
        return text
    if "@" in text:
        text = _EMAIL.sub(lambda m: f" {say(m.group())} ", text)
    text = _URL.sub(lambda m: f" {say(m[1])} ", text)
    return _HOST.sub(lambda m: f" {say(m.group().split('/')[0])} ", text)
