"""Short ways to write an English amount (`1.2m residents`, `sq mi`, `2 in. tall`, `35°W`), put the long way first."""

from __future__ import annotations

import re

from zjpub.narrate.reading.amount import CURRENCY
from zjpub.narrate.reading.numbers_en import cardinal, plural

_SQUARE = re.compile(
    r"(?:\b|(?<=\d)-?)(sq|cu)(?:\.? ?|-)(km|m|ft|mi|cm|in|miles?|"
    r"feet|foot|meters?|metres?|inch(?:es)?|yards?|yd)\b(?:\.(?=[,;:)]| [a-z]))?",
    re.IGNORECASE,
)
_FLUID = re.compile(r"(?<=\d)( ?)fl\.? ?oz\b\.?(?! ?\Z)")
_DOTTED = re.compile(
    r"(?<=\d)( ?-?)(ft|in|lbs?|oz|tbsp|tsp|hrs?|mins?|secs?|yds?|yrs?|mi|km|cm|mm|kg|gal|qt)\."
    r"(?=[,;:)]| [a-z0-9(]| ?[-–])"
)
_INCHES = re.compile(
    r"(?<=\d)(?<!'\d)(?<!'\d\d)\"(?= (?:wide|tall|long|high|deep|thick|by|x|screen|display|monitor|TV|pipe|disk)\b)"
)
_INCH = re.compile(
    r"(?<=\d)(-)in(?= [a-z])|(?<=\d)( ?)in(?= (?:wide|tall|long|high|deep|thick|(?:by|x) \d))|"
    r"(\d ?(?:ft|feet|foot)\.? ?\d{1,2} ?|(?:\bx|\bby|×) ?\d{1,4}(?:\.\d{1,3})? ?)in\b"
)
_DEGREES = re.compile(r"(?<=\bdegrees )([CF])\b(?!\.[A-Z])")
_WARMTH = re.compile(
    r"\b(?:warm\w*|temperatures?|heat\w*|hot|cold\w*|cool\w*|freez\w*|fever|climate|weather|snow\w*|summer|winter|ovens?|"
    r"pre-industrial|preindustrial|thermometers?|mercury|degrees?)\b",
    re.IGNORECASE,
)
_BARE_DEGREES = re.compile(r"(?<![\w.])(-?\d{1,4}(?:\.\d{1,2})?) ?([CF])(?![\w+'-])")
_BELOW_ZERO = re.compile(r"(?<![\w.)])(-\d{1,3}(?:\.\d+)?)C\b")
_ELECTRIC = re.compile(
    r"\d ?k?V(?![A-Za-z])|\b(?:volts?|voltage|currents?|amps?|amperes?|fuses?|circuits?|ohms?|chargers?)\b"
)
_AMPERE = re.compile(r"(?<=\d) ?A(?![\w-])")
_NETWORK = re.compile(r"speed|baud|modem|network|transmi|download|upload|link|serial|\bdata\b", re.IGNORECASE)
_BITS = re.compile(r"(?<![A-Za-z])bps\b")

_LETTERS = {"k": "thousand", "K": "thousand", "m": "million", "M": "million", "B": "billion"}
_NO_PLURAL = (
    "hurdles|races|heats|finals|sprints|events|runners|swimmers|steps|waves|walls|swims|relays|records|titles|pools|"
    "lengths|telescopes|antennas|boats|towers|levels|sections|intervals|runs|videos|screens|displays|resistors|across|"
    "always|towards|upwards|downwards|plus|less|class|perhaps|this"
)
_COUNTED = (
    r"(?:(?:new|more|active|daily|monthly|annual|registered|online|paying|urban|rural|young|local|foreign|Chinese) )?"
    r"(?:(?:[A-Z][A-Za-z.]+ ){0,2}(?:dollars|francs|euros|pounds|yen|won|baht|rupees|pesos|rubles|ringgit|rand)|"
    r"people|yuan|mu|km|miles|km²|m²|square|RMB|men|women|children|of (?:them|whom|which|these|those)|"
    rf"(?!(?:{_NO_PLURAL})\b)[a-z]{{3,}}s)\b"
)
_NO_THOUSAND = r"(?! (?:run|race|video|resolution|display|screen|TV|gold|loop|ohm|resistor)\b)"
_PLUS = r" plus\b(?! (?:tall|long|wide|high|deep|[A-Z]))"
_COUNT = re.compile(
    rf"(?<!by )(?<![\w$€£¥.,])(\d+(?:\.\d+)?)(?:((?<!\b3)M|[mkKB])(?= {_COUNTED}|-strong|{_PLUS})|"
    rf"(k)(?![\w²³/-]){_NO_THOUSAND}|"
    r"(?<=\d\.\d)(M)(?![\w²³/-]))"
)
_NOTES = re.compile(r"(?:[$€£]|(?<=\d-)|(?<=\bto )|(?<=\band )|(?<=[a-z]-)|(?<=MAX ))(\d{1,2}|[1-9]00)s\b")
_RATED = re.compile(r"(?<![\d/.])(\d{1,2}\.\d)/(?=(?:5|10|100)(?![\d/%]|\.\d))")
_COPIES = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|many|several|all|no) (\d{1,2})s\b", re.IGNORECASE
)
_ROUND = re.compile(r"(?<![\w$€£¥.,])(10?0?)((?:,000){1,3})s\b")
_ROUNDS = {"1": "", "10": "tens of ", "100": "hundreds of "}
_SCALES = ("thousands", "millions", "billions")
_MANY = re.compile(
    r"\b(?:"
    r"people|population|migrants?|immigrants|refugees|users|subscribers|jobs|workers|voters|votes|"
    r"households|births|deaths|tourists|visitors|passengers|sales|units|vehicles|cars|barrels|tonnes|"
    r"shares|downloads|viewers|followers|customers|copies|readers|circulation|print run|fans|tickets|"
    r"trips|homes|farmers|staff|signatures|members|troops|doses|cases|patients|children|pupils|"
    r"students|chart"
    r")\b|\d(?:bn|trn|tn)\b|[$€£¥]\d[\d.,]*m\b"
)
_LENGTH = re.compile(
    r"\b(?:long|tall|high|wide|deep|thick|height|length|depth|width|distance|jump\w*|met(?:er|re)s?|above|below|sea|water|levels?|"
    r"waves?|ran|race|swim\w*|throw|threw|away)\b"
)
_MILLION = re.compile(
    r"(?:(?<=[a-z] )(\d{1,3}\.\d{1,2})|(?<=\b(?:at|to|of) )(\d{2,3})|(?<=\b(?:than|over|from|some) )(\d{2,3}))m"
    r"(?= (?:in|a|to|and|last|this|by|since|at|on|from)\b|[,.;:)]|\s*\Z)"
)
_MILLION_OF = re.compile(
    r"\b((?:city|town|nation|country|province|state|region|population|cities|countries|audience|crowd|workforce) of "
    r"(?:about |nearly |almost |some |over )?\d+(?:\.\d+)?)m(?![\w²³/-])"
)
_MILLION_TOO = re.compile(r"\b(\d+(?:\.\d+)?)m(?= (?:and|to|or) \d+\.\d+ million)")
_PER_HUNDRED = re.compile(r"(?<=[A-Za-z]) ?/ ?100 (km|g|mL|ml)\b")
_PERCENT = re.compile(r"(?<=\d) ?pct\b(?:\.(?=[,;:)]| [a-z]))?")
_RAISED = re.compile(r"(?<=/)([kcd]?m)([23])\b")
_WIND_FIRST = re.compile(r"\b([NSEW]) ?(\d+(?:\.\d+)?)°(?! ?[CF\d])")
_HOURS = re.compile(r"(?<=\d)( ?h) ?(\d{1,2}) ?m(?:in)?\b")
_TO = re.compile(r"(?<=\d)-(to|by|in|on)-(?=\d)")
_SIGN_FIRST = re.compile(rf"(?<![\w)])-((?:{CURRENCY}) ?)(?=\d)")
_NTH_TO_NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th) ?[-–—] ?(?=\d+(?:st|nd|rd|th)\b)")
_ANGLE = re.compile(r"(\d+)°(\d{1,2}(?:\.\d+)?)'(?:(\d{1,2}(?:\.\d+)?)\")?(?: ?([NSEW])\b)?")
_LATITUDE = re.compile(r"(\d)° ?([NSEW])(?![A-Za-z])")
_HEIGHT = re.compile(r"(?<!\d)(\d)'(\d{1,2})\"")
_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def symbols(text: str) -> str:
    """Units that look like words, or that only the rest of the text explains."""
    text = _PER_HUNDRED.sub(r"/100\1", _TO.sub(r" \1 ", text))
    text = _SQUARE.sub(_square, text)
    text = re.sub(r"(?<=\d(?:st|nd|rd|th)-)min\b", "minute", text)
    text = _FLUID.sub(" floz", text)
    text = _DOTTED.sub(lambda m: m[1] + ("inch" if m[2] == "in" else m[2]), _INCHES.sub(" inch", text))
    text = _WIND_FIRST.sub(r"\2°\1", _PERCENT.sub("%", _HOURS.sub(r"\1 \2 min", text)))
    text = _RAISED.sub(lambda m: m[1] + {"2": "²", "3": "³"}[m[2]], text)
    text = _INCH.sub(lambda m: f"{m[1] or m[2] or m[3] or ''}inch", text)
    text = _DEGREES.sub(lambda m: "Celsius" if m[1] == "C" else "Fahrenheit", text)
    text = _BELOW_ZERO.sub(r"\1°C", text)
    if _WARMTH.search(text):
        text = _BARE_DEGREES.sub(r"\1°\2", text)
    if _NETWORK.search(text):
        text = _BITS.sub("bit/s", text)
    return _AMPERE.sub(" amperes", text) if _ELECTRIC.search(text) else text


def _square(match: re.Match[str]) -> str:
    kind, name = match[1].lower(), match[2].lower()
    if len(name) > 2:
        return f" {'square' if kind == 'sq' else 'cubic'} {name}"
    return name + {"sq": "²", "cu": "³"}[kind]


def shorthand(text: str) -> str:
    """Counts, signs, places in a row and angles."""
    text = _ROUND.sub(lambda m: _ROUNDS[m[1]] + _SCALES[len(m[2]) // 4 - 1], text)
    text = _RATED.sub(r"\1 out of ", text)
    text = _COPIES.sub(lambda m: f"{m[0].split()[0]} {plural(cardinal(m[1]))}", text)
    text = _COUNT.sub(_count, text)
    text = _MILLION_OF.sub(r"\1 million", text)
    if _MANY.search(text) and not _LENGTH.search(text):
        text = _MILLION_TOO.sub(r"\1 million", _MILLION.sub(lambda m: f"{m[0][:-1]} million", text))
    text = _NOTES.sub(lambda m: plural(cardinal(m[1])), text)
    text = _NTH_TO_NTH.sub(lambda m: f"{m[0][:2]} to ", _SIGN_FIRST.sub(r"\1-", text))
    text = _LATITUDE.sub(lambda m: f"{m[1]}° {_WINDS[m[2]]}", _ANGLE.sub(_angle, text))
    return _HEIGHT.sub(r"\1 feet \2 inches", text)


def _count(match: re.Match[str]) -> str:
    """50K people are thousands, the 5K is a run."""
    letter = match[2] or match[3] or match[4]
    if letter == "K" and match.string.endswith((" the ", "The ", " a ", "A "), 0, match.start()):
        return match[0]
    return f"{match[1]} {_LETTERS[letter]}"


def _angle(match: re.Match[str]) -> str:
    said = f"{match[1]} degrees {match[2]} minutes" + (f" {match[3]} seconds" if match[3] else "")
    return said + (f" {_WINDS[match[4]]}" if match[4] else "")
