"""Figures that are names in English text: telephones, models, standards, versions."""

from __future__ import annotations

import re
from string import ascii_letters

from zjpub.narrate.reading.acronyms import spell
from zjpub.narrate.reading.known import PROGRAMMES, SERVICES, STATES
from zjpub.narrate.reading.money import MONEY
from zjpub.narrate.reading.numbers_en import cardinal, digits, number, ordinal, plural, two_digits, year
from zjpub.narrate.reading.units import UNITS, alternatives

_PHONE = re.compile(
    r"(?<![\w.,$])(?:\+\d{1,3}[- ]?(?:\(?\d{1,4}\)?[- ]?)?\d{3,4}[- ]?\d{4,8}|"
    r"\(?0\d{2,3}\)?[- ](?:\d{7,8}|\d{3,4}-\d{4})|"
    r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?\d{3}\)?[- ]\d{3}-\d{4}|[48]00-\d{3,4}-\d{3,4})(?![\w%]|[.,]\d)"
)
_CALLED = re.compile(
    r"\b((?:call|dial|dialing|ring|hotline|helpline|phone|tel|fax|QQ|postcode|postal code|zip(?: code)?)(?: number)?"
    r"[:.]? (?:is |at |on )?)(\d{3,}(?:-\d+)*)"
    r"(?![\d%]|[.,]\d| ?(?:people|km|kg|m|yuan|percent)\b| (?!(?:as|is|was|has|always|this|unless)\b)[a-z]+s\b)",
    re.IGNORECASE,
)
_HOTLINE = re.compile(r"(?<![\d$])(?<!\d[.,])(\d{3,5})(?= (?:[a-z]+ )?(?:hotline|emergency))")
_CALL = re.compile(r"\b(?:call|dial|hotline|emergency)", re.IGNORECASE)
_KNOWN = re.compile(
    rf"(?<![\w$€£¥.,-])(?:(?:{PROGRAMMES})(?=\"?(?:,? (?:and|or) \"?(?:{PROGRAMMES})\"?)? (?:[a-z]+ )?"
    r"(?:projects?|program(?:me)?s?|universit(?:y|ies)|colleges?|plans?|cultures?|schedules?|festivals?|gala|lists?)\b)|"
    rf"(?:{SERVICES})(?![\w%/-]|[.,]\d| (?:people|yuan|km|kg|m|mu|(?!(?:is|was|has)\b)[a-z]+s)\b)|"
    r"(?<=\")(?!\d+00\"|(?:19|20)\d\d\")\d{3,5}(?=\"))"
)
_COURSE = re.compile(
    r"\b((?!Page|Room|Chapter|Section|About|Highway|Route|Flight|Taipei|Number)[A-Z][a-z]{3,}) 101"
    r"(?=[\"')]*(?:[.,:;?!]|\s*\Z| (?:class|course|is|was|for|on|in|and|with)\b))"
)
_ZIP = re.compile(rf"(, [A-Z]{{2}} |\b(?:{STATES}),? )(\d{{5}})(?=[.,;)]|\s*\Z)(?![.,]\d)")
_EMERGENCY = re.compile(
    r"(?<![\w$.,-])(?:110|119|120|122|911|999|112)(?![\w%/-]|[.,]\d| [a-z]+s\b| ?(?:people|km|kg|yuan|m)\b)"
)
_SCREENS = {
    "480": "four eighty ", "720": "seven twenty ", "1080": "ten eighty ", "1440": "fourteen forty ",
    "2160": "twenty-one sixty ",
}  # fmt: skip
_SCREEN = re.compile(r"(?<![\w.,$])(?:480|720|1080|1440|2160)(?=[piP]\b)")
_SERIAL = re.compile(r"(?<![\w-])\d+(?:-\d+){2,}(?![\w])")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|[0-3]?\d-[0-3]?\d-(?:19|20)\d\d")
_TICKER = re.compile(r"(?<![\w.])(\d{4,6})\.(?=[A-Z]{1,3}\b)|(?<=\()((?:00|30|60|68|83|87)\d{4})(?=\))")
_LABEL = re.compile(
    r"\b((?:Table|Figure|Chart|Exhibit|Equation|Example|Form|Rule|Exercise|Problem|Annex)|"
    r"figure|equation) (\d{1,2})-(\d{1,3})\b"
)
_POSTCODE = re.compile(r"\b([A-Z][a-z]+),? (\d{6})(?=,? (?:China|P\.?R\.?C)|\.?\Z)")
_SAME = re.compile(r"\b([A-Z][a-z]+) (\d+)[-–—](?=\1 \d)")
_LABELS = re.compile(r"\b(([A-Z])\d{1,3}) ?[-–—~] ?(?=\2\d{1,3}\b)")
_SHARES = re.compile(
    r"(?<![\w.,$€£¥-])([5-9][05])-([1-5][05])(?![\w%°-]|[.,]\d| ?(?:[kmc]m|kg|[a-z]{3,}s|people|yuan|[mb]illion)\b)"
)
_WIRELESS = re.compile(r"(?<![\w.])802\.(1[156]?|3)(?=[a-z]{0,2}\b(?!\.\d|%))")
_AIRCRAFT = re.compile(
    r"\b(?:Boeing|Dreamliners?|aircraft|airlin\w+|jets?|planes?|pilots?|aviation|Airways|FedEx|flew|FAA|MAX)\b",
    re.IGNORECASE,
)
_AIRLINER = re.compile(
    r"(?<![\w$.,-])(7[0-8]7)(?:-([1-9]|[1-9]00))?(s)?(?=(?:NG|MAX|ER|LR|F)?\b)(?![,.]\d)"
    r"(?! (?:people|passengers|million|miles|flights)\b)"
)
_DOTTED = re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?![\w])")
_NAMED = re.compile(
    r"\b(Boeing|Airbus|ISO|IEC|IEEE|GB|GB/T|RFC|Flight|[Rr]oom|Highway|Interstate|Route|Train|Model|Porsche|Peugeot|Unit|"
    r"Project(?= \d{3}\b)|Factory|Suite)[- ](\d{3,5})"
    r"(?:[-:](\d{1,4}))?([A-Z]*)(?![.,]?\d)"
)
_NAMED_AFTER = re.compile(r"(?<![\d$])(?<!\d[.,])\d{4}(?=\"?(?:,? (?:and |or )?\"?\d{4}\"?){0,5} (?:models?|modes?)\b)")
_ISSUED = re.compile(r"\b(ISSN|ISBN)[: ]{1,2}([\d-]{8,20}X?)\b")
_HUNDRED = re.compile("[1-9]00")
_HEX = re.compile(r"\b0x([0-9A-Fa-f]+)\b")
_CODED = re.compile(
    rf"\b((?!(?:{alternatives(code for code in MONEY if code.isalpha())}|"
    r"A[DM]|B[CE]|CE|PM|NO|AND|THE|OF|IN)\b)[A-Z]{2,4}) "
    r"(?!(?:19|20)\d\d\b|\d\d00)([1-9]\d{3})(?=[,;:)]|\s*\Z|\.(?!\d)| (?!million|billion|people|[a-z]+s\b)[a-z])"
)
_ANGLED = re.compile(r"(?<=[A-Za-z])(?=\d+(?:\.\d+)?°)")
_GLUED = re.compile(r"(?<![A-Za-z])([A-Z]{2,4})(?=\d{1,3}(?:,\d{3})+(?!\d))")
_TOKEN = re.compile(r"(?<![A-Za-z0-9.°])[A-Za-z]++(?:-?\d++(?:\.\d++)*+(?!(?!neo|ceo)[a-z]{2})[A-Za-z]*+)++(?:-\d++)*+")
_LETTERED = re.compile(r"\b([A-Z][a-z]+) (\d{3,4})(?=[AC-FH-JLN-SUXYZ]\b)(?!X\b)")
_ROAD = re.compile(r"(?<![\w$.,-])(\d{3})(?= [Ff]reeway\b)|(?<=\bUS )(\d{3})(?= (?:[Hh]ighway|[Ff]reeway)\b)")
_LINEAGE = re.compile(r"(?<![\w.])([A-Z]{1,3})\.(\d{1,4}(?:\.\d{1,4}){0,4})(?![\w%]|\.\d)")
_PREFIXED = re.compile(r"([a-z]{2,}|[A-Z][a-z]+(?=-(?:19|20)?\d0s|-(?:19|20)\d\d\Z))-(\d+s?)\Z")
_NTH_QUARTER = re.compile(r"(?<![\w.-])([1-4])(Q|H)(\d\d)?(?![\w-])")
_QUARTER = re.compile(r"\b((?:19|20)\d\d)(?=[QH][1-4]\b)")
_PLURALS = re.compile(r"([A-Za-z]+)-?(\d{1,2})s\Z")
_PART = re.compile(r"\d+(?:\.\d+)*|[A-Za-z]+")
_TO = re.compile(r"([BCDEFGMOPV])2(?<!O2)([BCEFGMPVX])\Z|(O)2(O)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BY = re.compile(
    r"(?<=[\d%)])[- ]?[x×X*][- ]?(?=\d)|(?<=[mck]m) ?[x×] ?(?=\d)|(?<=[a-z]) ?× ?(?=[a-z\d(])|(?<=\dm) ?[x×] ?(?=\d)"
)
_PIXELS = re.compile(r"(?<![\w$.,])(\d{3,4}) ?[x×X*] ?(\d{3,4})(?![\w.,]\d|[\d%]| ?[x×*])")
_SET = r"[0-7]-[0-7](?: ?\(\d{1,2}(?:-\d{1,2})?\))?"
_SETS = re.compile(rf"(?<![\w-]){_SET}(?:(?:,|,? and) {_SET}(?![\w%-]|[.,]\d))+")
_IN_PAIRS = re.compile(
    r"(?<=\bResolution )([12]\d{3})\b|(?<![\w$€£¥.,-])([1-9]\d{2,3})(?=[A-D]? (?:[NSEW]\.? |North |South |East |West )?"
    r"(?:[A-Z][a-z]+ ){1,2}(?:Avenue|Ave|Street|St|Road|Rd|Plaza|Drive|Lane|Boulevard|Blvd|Parkway|Highway|Square)\b)"
)
_ON_SCREEN = re.compile(r"\b(?:pixels?|resolutions?|screens?|displays?|monitors?|videos?|images?)\b")
_TIMES = re.compile(r"(?<=\d)x(?= [a-z]|[,.;]|\Z)")
_LONG = re.compile(r"(?<!\d)(?<!\d[.,])\d{12,}(?!\d|[.,]\d)")


def codes(text: str) -> str:
    """Names made of figures → words; amounts stay in digits."""
    text = _PHONE.sub(lambda m: _figures(m[0]), _HEX.sub(_hex, text))
    text = _ISSUED.sub(lambda m: f"{m[1]} {_figures(m[2])}" + (" X" if m[2].endswith("X") else ""), text)
    text = _CALLED.sub(lambda m: m[1] + _figures(m[2]), text)
    if _CALL.search(text):
        text = _EMERGENCY.sub(lambda m: digits(m[0]), text)
    text = _SCREEN.sub(lambda m: _SCREENS[m[0]], text)
    text = _HOTLINE.sub(lambda m: digits(m[1]), text)
    text = _KNOWN.sub(lambda m: digits(m[0]), _COURSE.sub(r"\1 one oh one", text))
    text = _ZIP.sub(lambda m: m[1] + digits(m[2]), text)
    text = _POSTCODE.sub(lambda m: f"{m[1]} {digits(m[2])}", _LABEL.sub(r"\1 \2 dash \3", text))
    text = _WIRELESS.sub(lambda m: f"eight oh two point {digits(m[1])} ", _SAME.sub(r"\1 \2 to ", text))
    text = _TICKER.sub(lambda m: f"{digits(m[1] or m[2])} " + ("dot " if m[1] else ""), text)
    text = _SERIAL.sub(_serial, _LABELS.sub(r"\1 to ", text))
    text = _SHARES.sub(lambda m: f"{m[1]} {m[2]}" if int(m[1]) + int(m[2]) == 100 else m[0], text)
    text = _LINEAGE.sub(lambda m: f"{m[1]} {digits(m[2].replace('.', ''))}", text)
    text = _DOTTED.sub(_dotted, text)
    text = _NAMED.sub(lambda m: " ".join(filter(None, (m[1], _version(m[2], m[3]), m[4]))), text)
    text = _ROAD.sub(lambda m: digits(m[0]), _LETTERED.sub(lambda m: f"{m[1]} {digits(m[2])} ", text))
    flown = bool(_AIRCRAFT.search(text))
    text = _AIRLINER.sub(lambda m: _airliner(m) if flown or m[2] or m[3] else m[0], text)
    text = _NAMED_AFTER.sub(lambda m: digits(m[0]), text)
    text = _SETS.sub(lambda m: m[0].replace("-", " "), text)
    text = _IN_PAIRS.sub(lambda m: _in_pairs(m[1] or m[2]) + " ", text)
    if _ON_SCREEN.search(text):
        text = _PIXELS.sub(lambda m: f"{_in_pairs(m[1])} by {_in_pairs(m[2])}", text)
    text = _BY.sub(" times " if "=" in text or "^" in text else " by ", text)
    text = _TIMES.sub(" times", _QUARTER.sub(lambda m: f"{year(m[1])} ", text))
    text = _NTH_QUARTER.sub(_nth_quarter, text)
    text = _LONG.sub(lambda m: digits(m[0]), _GLUED.sub(r"\1 ", _ANGLED.sub(" ", text)))
    text = _CODED.sub(lambda m: f"{m[1]} {_in_pairs(m[2])}", text)
    return _TOKEN.sub(_token, text)


def _version(base: str, variant: str | None) -> str:
    """`737-800` → seven thirty-seven eight hundred, `9001-2015` and `787-9` figure by figure."""
    if variant and len(base) == 3 and _HUNDRED.fullmatch(variant):
        return f"{_in_pairs(base)} {cardinal(variant)}"
    return f"{digits(base)} {digits(variant)}" if variant else digits(base)


def _hex(match: re.Match[str]) -> str:
    return "zero x " + " ".join(digits(char) if char.isdigit() else char for char in match[1])


def _airliner(match: re.Match[str]) -> str:
    """747s → seven four sevens."""
    said = _version(match[1], match[2])
    return f"{plural(said) if match[3] else said} "


def _nth_quarter(match: re.Match[str]) -> str:
    """3Q24 → third quarter twenty twenty-four."""
    said = f"{ordinal(match[1])} {'quarter' if match[2] == 'Q' else 'half'}"
    return f"{said} {year('20' + match[3])}" if match[3] else said


def _serial(match: re.Match[str]) -> str:
    """13-21-3 is counted, 1-800-555 is spelled."""
    parts = match[0].split("-")
    if all(len(part) < 3 for part in parts):
        return " ".join(map(cardinal, parts))
    return match[0] if _DATE.fullmatch(match[0]) else _figures(match[0])


def _figures(text: str) -> str:
    return ("plus " if text.startswith("+") else "") + ", ".join(digits(part) for part in re.findall(r"\d+", text))


def _in_pairs(figures: str) -> str:
    """`1080` → `ten eighty`, `768` → `seven sixty-eight`, `800` → `eight hundred`."""
    first, rest = figures[:-2], figures[-2:]
    if rest != "00":
        return f"{cardinal(first)} {two_digits(rest)}"
    return cardinal(figures) if first[-1] == "0" else f"{cardinal(first)} hundred"


def _dotted(match: re.Match[str]) -> str:
    """An IP address, a version, or a date that is for others to read."""
    parts = match[0].split(".")
    if len(parts) == 4:
        return " dot ".join(map(digits, parts))
    return match[0] if len(parts[0]) == 4 else " point ".join(map(cardinal, parts))


def _token(match: re.Match[str]) -> str:
    token = match[0]
    if to := _TO.match(token):
        return f"{to[1] or to[3]} to {to[2] or to[4]}"
    if before_figures := _PREFIXED.match(token):
        word, figures = before_figures.groups()
        aged = re.fullmatch("[1-9][0-9]?s", figures)
        return f"{word} {plural(cardinal(figures[:-1])) if aged else figures}"
    letters = re.match("[A-Za-z]+", token)
    if token in UNITS or (letters and letters[0] in MONEY):
        return token
    if oxide := re.fullmatch("NO([23]|x)", token):
        return f"N O {oxide[1] if oxide[1] == 'x' else cardinal(oxide[1])}"
    if plurals := _PLURALS.match(token):
        return f"{plurals[1]} {plural(cardinal(plurals[2]))}"
    return " ".join(_part(part, token) for part in _PART.findall(token))


def _part(part: str, token: str) -> str:
    if not part[0].isdigit():
        return spell(part) if part in ("AM", "PM", "NO", "DO", "GO", "WE", "HE", "ME") else part
    if _YEAR.fullmatch(part) and not re.match("(?!FY)[A-Z]+(?![a-z])", token):
        return year(part)
    whole, *rest = part.split(".")
    if len(rest) > 1:
        return " point ".join(map(cardinal, [whole, *rest]))
    if f"{whole}-" in token or f"-{whole}" in token:
        base, _, variant = token.lstrip(ascii_letters).partition("-")
        if len(base) == 3 and _HUNDRED.fullmatch(variant):
            return cardinal(whole) if whole == variant else _in_pairs(whole)
    if len(whole) > 2 or whole[0] == "0":
        return digits(whole) + (f" point {digits(rest[0])}" if rest else "")
    return number(part)
