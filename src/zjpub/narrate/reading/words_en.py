"""English abbreviations, initials and Roman numerals in words."""

from __future__ import annotations

import re

from zjpub.narrate.reading.characters import roman
from zjpub.narrate.reading.numbers_en import cardinal, ordinal

_ROWS = """
Mr. Mister | Mrs. Missus | Ms. Miz | Dr. Doctor | Prof. Professor | Mr Mister | Mrs Missus | Ms Miz | Dr Doctor
Prof Professor | Apt. Apartment | apt. apartment | ext. extension | Tel. Telephone
Jr. Junior | Sr. Senior | Inc. Incorporated
Ltd. Limited | Ltd Limited | Co. Company | Corp. Corporation | Bros. Brothers | vs. versus | vs versus | etc. et cetera
etc et cetera | e.g. for example | eg. for example | i.e. that is | ie. that is | cf. compare | approx. approximately
dept. department | Dept. Department | est. established | Est. Established | Gov. Governor | Gen. General | Col. Colonel
Capt. Captain | Sgt. Sergeant | Lt. Lieutenant | Rev. Reverend | Hon. Honorable | Sen. Senator | Rep. Representative
Sens. Senators | Reps. Representatives | Drs. Doctors | Profs. Professors | Govs. Governors | Gens. Generals
Messrs. Messrs | pts points | Pvt. Private | Pfc. Private first class | WWI World War one | WWII World War two
Mt. Mount | Ave. Avenue | Rd. Road | Blvd. Boulevard | Bldg. Building | Univ. University | Assn. Association
Intl. International | Int'l International | Nat'l National | Gov't Government | Govt. Government | govt. government
max. maximum | avg. average | ft. feet | hrs. hours | w/ with | w/o without | ca. about | viz. namely | Ph.D. P h D
incl. including | excl. excluding | Maj. Major | Cpl. Corporal | Adm. Admiral | Brig. Brigadier | Cmdr. Commander
Pres. President | Hwy. Highway | Ln. Lane | Sq. Square | misc. miscellaneous | temp. temperature | resp. respectively
Prov. Province | Mon. Monday | Tue. Tuesday | Tues. Tuesday | Wed. Wednesday | Thu. Thursday | Thurs. Thursday
Fri. Friday | Mts. Mountains | Pkwy. Parkway | Ste. Suite | eds. editors | Dist. District | Inst. Institute
Acad. Academy | Natl. National | Asst. Assistant | Assoc. Associate
Dep. Deputy | Dir. Director | Hosp. Hospital | Elem. Elementary | Secy. Secretary | Mgr. Manager | Rte. Route
"""
_TABLE = dict(row.strip().split(" ", 1) for row in _ROWS.replace("\n", "|").split("|") if row.strip())
_CAPITALISED = {
    short.capitalize(): long.capitalize() for short, long in _TABLE.items() if short.islower() and len(short) > 4
}
_ABBREVIATIONS = _CAPITALISED | _TABLE
_NUMBERED = {
    "No": "number", "no": "number", "NO": "number", "Nos": "numbers", "nos": "numbers", "Vol": "volume", "p": "page",
    "vol": "volume", "Fig": "figure", "fig": "figure", "Figs": "figures", "Ch": "chapter", "ch": "chapter", "P": "page",
    "Sec": "section", "sec": "section", "pp": "pages", "Art": "article", "Ver": "version", "ver": "version",
    "Pt": "part", "Rm": "room", "Vols": "volumes", "vols": "volumes", "figs": "figures", "Chs": "chapters",
    "chs": "chapters", "Eq": "equation", "eq": "equation", "Eqs": "equations", "eqs": "equations", "Arts": "articles",
    "arts": "articles", "art": "article", "Para": "paragraph", "para": "paragraph", "Paras": "paragraphs",
    "paras": "paragraphs", "Secs": "sections", "Sect": "section", "App": "appendix", "Tab": "table", "Bk": "book",
    "Ref": "reference", "ref": "reference", "Chap": "chapter", "chap": "chapter", "Chaps": "chapters",
    "chaps": "chapters", "pop": "population", "Pop": "population",
}  # fmt: skip
_WORD = re.compile(r"(?<![A-Za-z.'])[A-Za-z](?:[A-Za-z]|\.(?=[A-Za-z]\.)|'(?=[lt])|/(?=o?(?![A-Za-z])))*\.?")
_NUMBERS = "|".join(sorted(_NUMBERED, key=len, reverse=True))
_BEFORE_NUMBER = re.compile(
    rf"(?<![A-Za-z])(?:({_NUMBERS})\. ?(?=\d|[IVX]+\b)|(Nos?) (?=\d)|(Nos?)\. ?(?=[A-Z]+\d|\(\d)|"
    r"(N[oO])(?!O?[2-4]\b)(?=\d{1,3}\b))"
)
_EQUATION = re.compile(r"\b([Ee]qs?\. ?)\((\d{1,3})\)")
_PAGE = re.compile(r"(?<![A-Za-z0-9.])(pp?)(?=\d+(?![A-Za-z]))")
_LIVED = re.compile(r"(?<![A-Za-z])([bd])\. ?(?=\d{4}\b)")
_VERSUS = re.compile(r"(?<=[a-z]) v\.? (?=[A-Z][a-z])")
_PERIODS = {"y": "year on year", "q": "quarter on quarter", "m": "month on month"}
_ON = re.compile(r"\b(?:([yqm])(?:/|-o-)\1|YoY|QoQ|MoM|yoy|qoq)\b")
_FORT = re.compile(r"\bFt\.? (?=[A-Z][a-z])")
_WEEKDAYS = {day[:3]: day for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
_DAY = r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs?)?\.?"
_DAYS = re.compile(rf"\b{_DAY} ?[-–—] ?{_DAY}(?![a-z])")
_WEEKEND = re.compile(r"\b(Sat|Sun)\.(?=,| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")
_SAINT = re.compile(r"\bSt\.? (?=[A-Z])(?!(?:And|The)\b)")
_COMPASS = re.compile(
    r"\b([NSEW])\. (?=(?:\d+(?:st|nd|rd|th)|[A-Z][a-z]+) (?:St|Ave|Street|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive)\b)"
)
_WINDS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_STREET = re.compile(r"\bSt\.(?=[,;)]|\s+[a-z]|\s*\Z)")
_DRIVE = re.compile(r"(?<=[a-z]) Dr\.?(?=[,;)]|\s+[a-z]|\s*\Z)")
_INITIALS = re.compile(r"(?<![A-Za-z.'])(?:((?:[A-Za-z]\.){2,})(?![A-Za-z])|([A-Z]\.(?: ?[A-Z]\.)*)(?= [A-Z][a-z]))")
_PARTS = re.compile(
    r"\b(?:(War|Phase|Type|Part|Chapter|Volume|Class|Grade|Level|Stage|Tier|Zone|Section|Act|Title|Article|Book|Category|"
    r"Annex|Appendix|Mark|Terminal|Line|Group|Rocky|Tower|Scene|Episode|Apollo|Bowl|Wars|Table|Figure|Schedule|Season|"
    r"Round|Division)[ -]([IVXL]{1,6})|"
    r"(phase|volume|part|chapter|section|type|stage) ([IVX]{2,5}))\b(?!')"
)
_MONARCH = re.compile(
    r"\b(Elizabeth|Henry|Louis|Charles|George|Philip|Peter|Catherine|Alexander|Nicholas|Paul|Pius|Benedict|Napoleon|"
    r"Edward|Richard|William|James|Frederick|Ramses|Leo|Gregory|Innocent|John|Clement|Urban|Alfonso|Gustav|"
    r"Christian|Mary) ([IVXL]{1,6})\b(?!'(?!s\b))"
)
_VALUE = r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_END = r"(?![A-Za-z'-]|\.[A-Za-z])"
_BARE_ROMAN = re.compile(rf"(?<![A-Za-z.-])(?:II|(?!XXX)(?=[IVXL]{{3}}){_VALUE}){_END}")
_NAMED = re.compile(
    r"\b(?!(?:An?|The|This|In|On|By|Via|With|For|His|Her|Their|Size)\b)([A-Z][a-z]+) "
    rf"(?!XL|LV|LI)(?=[IVXL]{{2}})({_VALUE})"
    rf"(?! [A-Z]){_END}"
)
_CENTURY = re.compile(r"(?<![A-Za-z.-])([IVX]{1,5})(?:th)?(?= [Cc]entur(?:y|ies)\b)")
_CIRCA = re.compile(r"\bca?\. ?(?=\d{3,4}\b)")
_ROMAN = re.compile(rf"(?=[IVXL]){_VALUE}")


def abbreviations(text: str) -> str:
    """Abbreviations, initials and Roman numerals → words; figures stay."""
    text = _ON.sub(lambda m: _PERIODS[m[0][0].lower()], text)
    text = _LIVED.sub(lambda m: {"b": "born ", "d": "died "}[m[1]], _VERSUS.sub(" versus ", text))
    text = _EQUATION.sub(r"\1\2", text)
    text = _PAGE.sub(lambda m: f"{_NUMBERED[m[1]]} ", text)
    text = _BEFORE_NUMBER.sub(lambda m: f"{_NUMBERED[m[1] or m[2] or m[3] or m[4]]} ", text)
    text = _CENTURY.sub(lambda m: ordinal(_value(m[1])) if _ROMAN.fullmatch(m[1]) else m[0], _PARTS.sub(_part, text))
    text = _MONARCH.sub(lambda m: f"{m[1]} the {ordinal(_value(m[2]))}" if _ROMAN.fullmatch(m[2]) else m[0], text)
    text = _DAYS.sub(lambda m: f"{_WEEKDAYS[m[1]]} to {_WEEKDAYS[m[2]]}", _FORT.sub("Fort ", text))
    text = _WEEKEND.sub(lambda m: _WEEKDAYS[m[1]], text)
    text = _NAMED.sub(lambda m: f"{m[1]} {cardinal(_value(m[2]))}", text)
    text = _BARE_ROMAN.sub(lambda m: cardinal(_value(m[0])), text)
    text = _COMPASS.sub(lambda m: f"{_WINDS[m[1]]} ", text)
    text = _DRIVE.sub(_drive, text)
    text = _STREET.sub(lambda m: f"Street{_stop(m)}", _SAINT.sub("Saint ", text)).replace("et al.", "and others")
    return _INITIALS.sub(_initials, _WORD.sub(_word, _CIRCA.sub("circa ", text)))


def _drive(match: re.Match[str]) -> str:
    """Elm Dr., but not the Dr. of a sentence that has no name before it."""
    word = match.string[: match.start()].rpartition(" ")[2]
    return f" Drive{_stop(match)}" if word[:1].isupper() and word != "The" else match[0]


def _part(match: re.Match[str]) -> str:
    name, numeral = match[1] or match[3], match[2] or match[4]
    return f"{name} {cardinal(_value(numeral))}" if _ROMAN.fullmatch(numeral) else match[0]


def _value(letters: str) -> str:
    return str(roman(letters))


def _word(match: re.Match[str]) -> str:
    said = _ABBREVIATIONS.get(match[0]) or (_ABBREVIATIONS.get(match[0].rstrip(".")) if _stop(match) else None)
    if not said:
        return match[0]
    return f"{said}{_stop(match)}"


def _stop(match: re.Match[str]) -> str:
    """The full stop of an abbreviation that ends the sentence is also the sentence's."""
    return "." if match[0].endswith(".") and not match.string[match.end() : match.end() + 3].strip("\"') ") else ""


def _initials(match: re.Match[str]) -> str:
    letters = (match[1] or match[2]).replace(" ", "").rstrip(".").split(".")
    if "".join(letters).lower() in ("am", "pm"):
        return match[0].lower()
    return " ".join(letters).upper() + _stop(match)
