"""First for last, this year for last year: words of place and time without a numeral, in families.

A family speaks where English names one of its members that the Chinese does not, and leaves out one that it does.
"""

from __future__ import annotations

import re

# One family a paragraph: Chinese | English
_TABLE = r"""
去年|上年(?!度)|同比 | last year|previous year|year[- ]ago|year[- ]earlier|past year|year before|year-on-year
今年|本年 | this year|current year|present year
明年 | next year|coming year|following year

昨[天日晚] | yesterday|last night|last evening
今[天日晚](?!头) | today|tonight|this (?:morning|afternoon|evening)
明[天日晚](?!星) | tomorrow

上周(?![一二三四五六日末岁]) | last week|previous week|week ago
本周|这周 | this week
下周(?![一二三四五六日末岁]) | next week|following week

上个?月(?!台|底|[初中下上]旬)|环比 | last month|previous month|month ago|month earlier|month-on-month
本月|当月 | this month
下个?月 | next month|following month

上半年 | first half|first six months|January (?:to|through|-) June|H1
下半年 | second half|latter half|last six months|July (?:to|through|-) December|H2
前三季度 | first three quarters|first nine months|January (?:to|through|-) September|Q1-Q3
(?<![前头])[一1]季度|首季 | first quarter|first three months|January (?:to|through|-) March|Q1(?!-)
[二2]季度 | second quarter|Q2
(?<![前头])[三3]季度 | third quarter|Q3
[四4]季度 | fourth quarter|last quarter|final quarter|Q4

上午|清晨|凌晨|早上|早晨 | morning|a\.?m\b
下午|傍晚|[今昨明当]晚|晚上|每晚 | afternoon|p\.?m\b
"""


def _families() -> tuple[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...], ...]:
    families = []
    for family in _TABLE.strip().split("\n\n"):
        rows = [line.split(" | ") for line in family.splitlines()]
        families.append(
            tuple((re.compile(zh), re.compile(rf"\b(?:{en})(?![A-Za-z])", re.IGNORECASE)) for zh, en in rows)
        )
    return tuple(families)


_FAMILIES = _families()
_FIRST = re.compile("首(?=[个次家批款座届例艘架辆列台趟颗枚]|套(?!房))")
_SAYS_FIRST = re.compile(
    r"\b(?:first\w*|debut\w*|inaugura\w*|maiden|initial\w*|premi\w*|pioneer\w*|never|opener|unprecedented|1st|No\. ?1"
    r"|earl\w+|start\w*|original\w*|primary|once|begin\w*|introduc\w*)\b",
    re.IGNORECASE,
)
_LAST = re.compile("最后[一1]?[个名天次位场]|倒数第|末位")
_SAYS_LAST = re.compile(
    r"\b(?:last\w*|final\w*|bottom|clos\w+|latter|late\w*|conclu\w+|remain\w*|penultimate|worst|lowest|least|back)\b",
    re.IGNORECASE,
)


# Chinese of a span without a number | English of another | English that would do | Chinese that allows the other
_SPANS = (
    (
        r"同比|按年|同期|[比较][去上]年",
        r"\bmonth[- ](?:earlier|ago|on[- ]month)\b",
        r"\byear|annual|same period",
        "环比|上个?月|月前|按月",
    ),
    (
        r"环比|按月",
        r"\byear[- ](?:earlier|ago|on[- ]year)\b",
        r"month|quarter|week|previous",
        "同比|去年|上年|年前|按年",
    ),
    (
        r"近年|多年(?!轻|级)|数年|几年",
        r"\b(?:months?|days|weeks)\b",
        r"year|decade|centur|annual|long|age",
        "月|周|天|日",
    ),
    (r"近几?个?月|数月|几个月|多个?月", r"\byears?\b", r"month", "年|岁"),
    (r"几天|数天|数日|多日|连日", r"\b(?:weeks?|months?|years?)\b", r"day", "周|星期|月|年|岁"),
    (r"几周|数周", r"\b(?:days?|months?|years?)\b", r"week", "天|日|月|年|岁"),
    (r"[几数]分钟", r"\b(?:seconds|hours?|days?)\b", r"minute", "秒|小时|天|日|时"),
    (r"几个?小时|数小时", r"\b(?:minutes?|days?)\b", r"hour", "分钟|天|日"),
)


def misplaced(zh: str, en: str) -> list[str]:
    """One message for each word of place or time that became another."""
    found = []
    for family in _FAMILIES:
        ours = [(chinese.search(zh), english.search(en)) for chinese, english in family]
        lost = next((one for one, other in ours if one and not other), None)
        new = next((other for one, other in ours if other and not one), None)
        if lost and new:
            found.append(f'{lost[0]} became "{new[0]}"')
    for span, other, right, allowed in _SPANS:
        span_here, theirs = re.search(span, zh), re.search(other, en)
        allows = re.search(right, en, re.IGNORECASE) or re.search(allowed, re.sub(span, "", zh))
        if span_here and theirs and not allows:
            found.append(f'{span_here[0]} became "{theirs[0]}"')
    if (first := _FIRST.search(zh)) and not _SAYS_FIRST.search(en):
        found.append(f"{zh[first.start() : first.end() + 1]} has no first in the English")
    if (last := _LAST.search(zh)) and not _SAYS_LAST.search(en) and re.search(r"\b(?:first|second|third)\b", en):
        found.append(f"{last[0]} has no last in the English")
    return found
