"""Which Latin tokens are spelled letter by letter, in either language: RCEP is, NASA and HUAWEI are not."""

from __future__ import annotations

import re

_WORDS = """
ACER ADAS AIDS AIMS AIPAC ALDI ANZAC APEC ASCII ASEAN ASUS AUKUS AVATAR AWACS AWOL BASIC BIOS BRICS CAPTCHA CARES CATIA
CEPI CERN CHIPS COBOL COFCO COMAC COP COPS COSCO COVID DARPA DELL DIOR EBITDA EFTA FAST FEMA FIAT FIFA FLOP FLOPS FOMO
FORTRAN GAAP GIF GUCCI HAIER HIIT ICAO IKEA IMAX INTERPOL ISIL ISIS ITER JAVA JPEG JSON LAN LASER LASIK LEGO LIDAR LIGO
LINUX LOGO LOHAS MATLAB MERCOSUR MERS MIDI MOOC MUJI NAFTA NAND NASA NASDAQ NATO NAVER NEET NIKE NIMBY NOAA NORAD OMEGA
OPEC OPPO OSHA PACT PALM PARC PERL PIN PISA POSCO PRADA PUMA QUAD RADAR RAID RAM RAND RISC ROM SAAB SAAS SALT SARS SCUBA
SEAL SEALS SIM SONAR SONY SPAC SPACS STEM SWAT SWIFT TASS TESLA TESOL TOEFL TOEIC UEFA UNCTAD UNESCO UNICEF UNIDO UNIX
VISA VIVO WAN WIPO YOLO ZARA ZIP
"""
_PLAIN = """
A ABOUT AFTER AGAIN ALL ALSO AN AND ANY ARE AS ASK AT BACK BAD BE BEST BIG BOOK BUT BUY BY CALL CAN CAR CHINA CITY
CLUB COME COOL DAILY DAY DO DOES DOWN EAST END EVEN EVER EXIT FIND FIRST FIVE FOR FOUR FREE FROM FULL GAME GET GIRL
GIVE GO GOLD GOOD GREAT HAD HAPPY HAS HAVE HE HELLO HELP HER HERE HIM HIS HOME HOT HOW I IF IN INTO IS IT ITS JUST
KEEP KING KNOW LAND LAST LIFE LIKE LIVE LONG LOOK LOVE MADE MAKE MAN MANY MAX ME MEN MINI MORE MOST MUST MY NEVER NEW
NEWS NEXT NICE NIGHT NO NORTH NOT NOTE NOW OF OFF OH OLD ON ONE ONLY OPEN OR OUR OUT OVER PARK PLAN PLAY PLUS PLAZA
PRO READ REAL RED RIGHT ROAD RUN SALE SAY SEE SHE SHOP SHOW SIX SKY SMART SO SOME SOUTH STAR START STOP SUN SUPER SURE
TAKE TALK TEAM TECH TEN THAN THANK THAT THE THEIR THEM THEN THERE THESE THEY THIS THREE TIME TO TODAY TOO TOP TOUR
TOWN TRUE TRY TWO UP UPON USE VERY WAR WAS WAY WE WELL WERE WEST WHAT WHEN WHERE WHICH WHY WILL WITH WORD WORK
WORLD YEAR YES YOU YOUNG YOUR ZERO ZONE
"""
_PLACES = """
ABUJA ACCRA AMMAN BAKU BASEL BERN BONN CAIRO CHILE CUBA DAKAR DAVOS DELHI DHAKA DOHA DUBAI GAZA GHANA HANOI HONG INDIA
IRAN IRAQ ITALY JAPAN KABUL KENYA KIEV KONG KOREA KYIV KYOTO LAGOS LEEDS LHASA LIMA LYON MACAO MACAU MALTA MIAMI MILAN
MINSK NEPAL OSAKA OSLO PARIS PERTH PERU QATAR QUITO RABAT RIGA ROME SEOUL SOFIA SPAIN SYRIA TEXAS TOKYO TUNIS TURIN YORK
"""
_SAID_AS_WORDS = frozenset(_WORDS.split())
_PLAIN_WORDS = frozenset(_PLAIN.split())
_SAID_THOUGH_MIXED = frozenset(("MiG", "LiDAR", "PaLM", "CoV"))
_PLACE_NAMES = frozenset(_PLACES.split())
_SPELLED_AT_MOST = 5
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:'[A-Za-z]+)?")
_PLURAL = re.compile(r"([A-Z]{2,5})s\Z")
_RUN = re.compile(r"[A-Z][A-Z ,.'!?&-]{5,}")
_VOWEL = re.compile(r"[AEIOUY]")
_MIXED = re.compile(r"[a-z][A-Z]{2,4}\Z|[A-Z]{1,3}[a-z][A-Z]{1,2}\Z|[A-Z]{2,4}[a-rt-z]\Z")
_CAMEL = re.compile(r"([A-Z]?[a-z]{2,})([A-Z]{3,5})\Z")
_ALTERNATING = re.compile(r"(?!SASAC|CASIC)[BCDFGHJKLMNPRSTVWZ][AEIOU][BCDFGHJKLMNPRSTVWZ][AEIOU][A-Z]?\Z")
_CITY = re.compile(r"(?:(?:[ZCS]H|[BPMFDTNLGKHJQXRZCSYW])?(?:[AEIOU]{1,3}(?:NG|N)?)){2}\Z")


def spell(text: str) -> str:
    """`RCEP` → `R C E P`."""
    return " ".join(text)


def read_tokens(text: str, spaced: bool) -> str:
    """Every Latin token of `text` as a voice should meet it; `spaced`: set apart from Chinese by spaces."""
    shouted = not spaced and _shouted(text)

    headlines = [run.span() for run in _RUN.finditer(text) if spaced and _shouted(run.group())]

    def replace(match: re.Match[str]) -> str:
        if not spaced:
            return match.group() if match.group() in ("AM", "PM") else _read(match.group(), shouted)
        said = _read(match.group(), any(start <= match.start() < end for start, end in headlines))
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        return f"{' ' if before.isalpha() else ''}{said}{' ' if after.isalpha() else ''}"

    return _TOKEN.sub(replace, text)


def _shouted(text: str) -> bool:
    """Whether all of it is capitals, as in a headline: then they mean nothing."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    return len(words) > 2 and any(word in _PLAIN_WORDS for word in words) and all(word.isupper() for word in words)


def _read(token: str, shouted: bool) -> str:
    if len(token) < 2 or token.islower():
        return token
    if "'" in token:
        head, tail = token.split("'", 1)
        return f"{_read(head, shouted)}'{tail.lower() if len(tail) == 1 else tail}"
    if token.isupper():
        return _capitals(token, shouted)
    if plural := _PLURAL.match(token):
        return token if plural[1] in _SAID_AS_WORDS else f"{spell(plural[1])} s"
    if _MIXED.match(token) or token in ("PhD", "pH"):
        if token in _SAID_THOUGH_MIXED:
            return token.capitalize()
        return spell(token)
    if camel := _CAMEL.match(token):
        return f"{camel[1]} {spell(camel[2])}"
    return token


def _capitals(token: str, shouted: bool) -> str:
    if token in _SAID_AS_WORDS:
        return token
    if token in _PLAIN_WORDS and (shouted or len(token) > 2 or token in ("NO", "DO", "GO", "MY", "WE", "HE", "ME")):
        return token.lower()
    if shouted and len(token) > 3:
        return token.lower()
    if token in _PLACE_NAMES:
        return token.capitalize()
    if len(token) == _SPELLED_AT_MOST and _CITY.match(token):
        return token.capitalize()
    if _ALTERNATING.match(token):
        return token
    if len(token) <= _SPELLED_AT_MOST or not _VOWEL.search(token):
        return spell(token)
    return token
