"""English abbreviations, initials and Roman numerals in words."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_en import cardinal, ordinal

_ABBREVIATIONS = {
    "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Dr.": "Doctor", "Prof.": "Professor", "Jr.": "Junior", "Sr.": "Senior",
    "Inc.": "Incorporated", "Ltd.": "Limited", "Ltd": "Limited", "Co.": "Company", "Corp.": "Corporation", "Bros.": "Brothers",
    "vs.": "versus", "vs": "versus", "v.": "versus", "etc.": "et cetera", "etc": "et cetera", "e.g.": "for example", "eg.": "for example",
    "i.e.": "that is", "ie.": "that is", "cf.": "compare", "approx.": "approximately", "dept.": "department", "Dept.": "Department",
    "est.": "established", "Est.": "Established", "Gov.": "Governor", "Gen.": "General", "Col.": "Colonel", "Capt.": "Captain",
    "Sgt.": "Sergeant", "Lt.": "Lieutenant", "Rev.": "Reverend", "Hon.": "Honorable", "Sen.": "Senator", "Rep.": "Representative",
    "Mt.": "Mount", "Ave.": "Avenue", "Rd.": "Road", "Blvd.": "Boulevard", "Bldg.": "Building", "Univ.": "University",
    "Assn.": "Association", "Intl.": "International", "Int'l": "International", "Nat'l": "National", "Gov't": "Government",
    "govt.": "government", "max.": "maximum", "min.": "minimum", "avg.": "average", "ft.": "feet", "hrs.": "hours",
    "w/": "with", "w/o": "without", "et al.": "and others", "ca.": "about", "viz.": "namely", "Ph.D.": "P h D", "PhD": "P h D",
    "Mon.": "Monday", "Tue.": "Tuesday", "Tues.": "Tuesday", "Wed.": "Wednesday", "Thu.": "Thursday", "Thurs.": "Thursday",
    "Fri.": "Friday", "Sat.": "Saturday", "Ed.": "edition", "ed.": "edition",
}  # fmt: skip
_NUMBERED = {
    "No": "number", "no": "number", "NO": "number", "Nos": "numbers", "nos": "numbers", "Vol": "volume", "vol": "volume", "Fig": "figure",
    "fig": "figure", "Figs": "figures", "Ch": "chapter", "ch": "chapter", "Sec": "section", "sec": "section", "p": "page", "P": "page", "pp": "pages",
    "Art": "article", "Ver": "version", "ver": "version", "Pt": "part", "Rm": "room",
}  # fmt: skip
_FULL = re.compile(
    "|".join(
        rf"(?<![A-Za-z.]){re.escape(short)}(?![A-Za-z])"
        for short in sorted(_ABBREVIATIONS, key=len, reverse=True)
        if short not in ("Sat.", "Ed.", "ed.", "min.", "v.")
    )
)
_BEFORE_NUMBER = re.compile(
    rf"(?<![A-Za-z])({'|'.join(sorted(_NUMBERED, key=len, reverse=True))})\. ?(?=\d|[IVX]+\b)|(?<![A-Za-z])(No|Nos) (?=\d)"
)
_SAINT = re.compile(r"\bSt\. (?=[A-Z])(?!(?:and|The)\b)")
_STREET = re.compile(r"\bSt\.(?=[,.;)]|\s+[a-z]|\s*\Z)")
_INITIALS = re.compile(
    r"(?<![A-Za-z.])((?:[A-Za-z]\.){2,})(?![A-Za-z])|(?<![A-Za-z.'])((?:[A-Z]\.)(?: ?[A-Z]\.)*)(?= [A-Z][a-z])"
)
_ROMAN_AFTER = re.compile(
    r"\b(War|Phase|Type|Part|Chapter|Volume|Class|Grade|Level|Stage|Tier|Zone|Section|Act|Title|Article|Book|Category|Annex|Appendix|Mark|Terminal|Line|Group|Rocky|Tower)"
    r" ([IVX]{1,5}|I)\b(?!')"
)
_MONARCH = re.compile(
    r"\b(Elizabeth|Henry|Louis|Charles|George|Philip|Peter|Catherine|Alexander|Nicholas|Paul|Pius|Benedict|Napoleon|Edward|Richard|William|James|Frederick|Ramses|Leo|Gregory|Innocent)"
    r" ([IVX]{1,5})\b(?!')"
)
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")


def abbreviations(text: str) -> str:
    """Abbreviations, initials and Roman numerals → words; figures stay."""
    text = _BEFORE_NUMBER.sub(lambda m: f"{_NUMBERED[m[1] or m[2]]} ", text)
    text = _ROMAN_AFTER.sub(lambda m: _roman(m, "") or m[0], text)
    text = _MONARCH.sub(lambda m: _roman(m, "the ") or m[0], text)
    text = _SAINT.sub("Saint ", text)
    text = _STREET.sub("Street", text)
    text = _FULL.sub(_full, text)
    return _INITIALS.sub(_initials, text)


def _full(match: re.Match[str]) -> str:
    said = _ABBREVIATIONS[match[0]]
    return f"{said}." if match[0].endswith(".") and not match.string[match.end() :].strip("\"')”’ ") else said


def _initials(match: re.Match[str]) -> str:
    letters = (match[1] or match[2]).replace(" ", "").rstrip(".").split(".")
    if [letter.lower() for letter in letters] in (["a", "m"], ["p", "m"]):
        return match[0].lower()
    return " ".join(letters).upper() + ("." if not match.string[match.end() :].strip("\"') ") else "")


def _roman(match: re.Match[str], article: str) -> str:
    if not _ROMAN.fullmatch(match[2]):
        return ""
    values = [{"I": 1, "V": 5, "X": 10}[char] for char in match[2]]
    value = str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))
    return f"{match[1]} {article}{ordinal(value) if article else cardinal(value)}"
