"""Which Latin tokens are spelled letter by letter, in either language: RCEP is, NASA and HUAWEI are not."""

from __future__ import annotations

import re

_SAID_AS_WORDS = frozenset(
    ["ACM", "AIDS", "AKA", "ANZAC", "APEC", "ASAP", "ASCII", "ASEAN", "AUKUS", "BASIC", "BIOS", "BRICS", "CAD", "CAPTCHA", "COBOL", "COP", "COVID", "DAP", "DARPA", "DHAKA", "EBIT", "EBITDA", "EFTA", "EPA", "ERASMUS", "FAQ", "FAST", "FIAT", "FIFA", "FOMO", "FORTRAN", "GIF", "GUI", "HIIT", "HUAWEI", "HUD", "IATA", "ICAO", "IKEA", "IMAX", "INTERPOL", "ISIS", "JAVA", "JPEG", "JSON", "KAIST", "LAN", "LASER", "LASIK", "LIDAR", "LOHAS", "MERCOSUR", "MERS", "MIDI", "MIPS", "MOOC", "NAFTA", "NAND", "NASA", "NASDAQ", "NATO", "NAVER", "NEET", "NIMBY", "NOAA", "NORAD", "OLED", "OPEC", "OPPO", "ORAM", "OSHA", "PIN", "PISA", "PIPA", "POSCO", "PROM", "QUAD", "RADAR", "RAID", "RAM", "RIP", "ROM", "SAAB", "SAAS", "SARS", "SCUBA", "SIM", "SONAR", "SONY", "SPA", "STEM", "SWAT", "SWIFT", "TASS", "TED", "TESOL", "TOEFL", "TOEIC", "UEFA", "UNESCO", "UNICEF", "UNIX", "UNCTAD", "UNIDO", "VIVO", "VISA", "WAN", "WASP", "WIPO", "YOLO", "ZARA", "ZIP", "LEGO", "NIKE", "PUMA", "GUCCI", "PRADA", "DIOR", "MUJI", "GAP", "ASUS", "ACER", "DELL", "HAIER", "TESLA", "CATIA", "MATLAB", "PASCAL", "PERL", "PHISH", "LINUX", "CALTECH"]
) | {"AM", "PM"} - {"ACM", "AKA", "FAQ", "EPA", "OLED", "ORAM", "GUI", "EBIT", "FAST"}
_PLAIN_WORDS = frozenset(
    ["A", "ABOUT", "AFTER", "AGAIN", "ALL", "ALSO", "AM", "AN", "AND", "ANY", "ARE", "AS", "ASK", "AT", "BACK", "BAD", "BE", "BEST", "BIG", "BOOK", "BUT", "BUY", "BY", "CALL", "CAN", "CAR", "CHINA", "CITY", "CLUB", "COME", "COOL", "DAILY", "DAY", "DO", "DOES", "DOWN", "EAST", "END", "EVEN", "EVER", "EXIT", "FIND", "FIRST", "FIVE", "FOR", "FOUR", "FREE", "FROM", "FULL", "GAME", "GET", "GIRL", "GIVE", "GO", "GOLD", "GOOD", "GREAT", "HAD", "HAPPY", "HAS", "HAVE", "HE", "HELLO", "HELP", "HER", "HERE", "HIM", "HIS", "HOME", "HOT", "HOW", "I", "IF", "IN", "INTO", "IS", "IT", "ITS", "JUST", "KEEP", "KING", "KNOW", "LAND", "LAST", "LIFE", "LIKE", "LIVE", "LONG", "LOOK", "LOVE", "MADE", "MAKE", "MAN", "MANY", "MAX", "ME", "MEN", "MINI", "MORE", "MOST", "MUST", "MY", "NEVER", "NEW", "NEWS", "NEXT", "NICE", "NIGHT", "NO", "NORTH", "NOT", "NOTE", "NOW", "OF", "OFF", "OH", "OK", "OLD", "ON", "ONE", "ONLY", "OPEN", "OR", "OUR", "OUT", "OVER", "PARK", "PLAN", "PLAY", "PLUS", "PLAZA", "PRO", "READ", "REAL", "RED", "RIGHT", "ROAD", "RUN", "SALE", "SAY", "SEE", "SHE", "SHOP", "SHOW", "SIX", "SKY", "SMART", "SO", "SOME", "SOUTH", "STAR", "START", "STOP", "SUN", "SUPER", "SURE", "TAKE", "TALK", "TEAM", "TECH", "TEN", "THAN", "THANK", "THAT", "THE", "THEIR", "THEM", "THEN", "THERE", "THESE", "THEY", "THIS", "THREE", "TIME", "TO", "TODAY", "TOO", "TOP", "TOUR", "TOWN", "TRUE", "TRY", "TWO", "UP", "UPON", "USE", "VERY", "WAR", "WAS", "WAY", "WE", "WELCOME", "WELL", "WERE", "WEST", "WHAT", "WHEN", "WHERE", "WHICH", "WHO", "WHY", "WILL", "WITH", "WORD", "WORK", "WORLD", "YEAR", "YES", "YOU", "YOUNG", "YOUR", "ZERO", "ZONE"]
)
_SPELLED_AT_MOST = 5
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_PLURAL = re.compile(r"([A-Z]{2,5})s\Z")
_VOWEL = re.compile(r"[AEIOUYaeiouy]")
_MIXED = re.compile(r"([a-z])([A-Z]{2,4})\Z")


def spell(text: str) -> str:
    """`RCEP` → `R C E P`."""
    return " ".join(text)


def read_tokens(text: str, spaced: bool) -> str:
    """Every Latin token of `text` as a voice should meet it; `spaced`: separated from Chinese by spaces."""
    shouted = _shouted(text)

    def replace(match: re.Match[str]) -> str:
        token = match.group()
        said = _read(token, shouted)
        if not spaced:
            return said
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        return f"{' ' if before.isalpha() else ''}{said}{' ' if after.isalpha() else ''}"

    return _TOKEN.sub(replace, text)


def _shouted(text: str) -> bool:
    """Whether all of it is capitals, as in a headline: then they mean nothing."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    return sum(word in _PLAIN_WORDS for word in words) >= 2 and all(word.isupper() for word in words)


def _read(token: str, shouted: bool) -> str:
    if len(token) < 2 or token.islower() or ("'" in token and not token.split("'")[0].isupper()):
        return token
    if "'" in token:
        head, tail = token.split("'", 1)
        return f"{_read(head, shouted)}'{tail}"
    if plural := _PLURAL.match(token):
        stem = plural[1]
        return f"{stem}s" if stem in _SAID_AS_WORDS else f"{spell(stem)} s"
    if token.isupper():
        return _capitals(token, shouted)
    if mixed := _MIXED.match(token):
        return spell(mixed[1] + mixed[2])
    return {"PhD": "P h D", "pH": "p H", "kW": "kilowatt"}.get(token, token)


def _capitals(token: str, shouted: bool) -> str:
    if token in _SAID_AS_WORDS:
        return token
    if token in _PLAIN_WORDS and (shouted or token != "IT"):
        return token.lower() if len(token) > 1 and token != "OK" else token
    if shouted and len(token) > 3:
        return token.lower()
    if len(token) <= _SPELLED_AT_MOST or not _VOWEL.search(token):
        return spell(token)
    return token
