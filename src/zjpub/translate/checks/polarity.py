"""Yes for no: answers turned round, and negations that one side alone has. Cautious: silence where in doubt."""

from __future__ import annotations

import re

_NO_ANSWER = re.compile(r"(?:否|不|不是|不是的|没有|没|无|不行|不能|不可以|不会|不对|不可|未|未有|不同意|不需要|不用)")
_YES_ANSWER = re.compile(r"(?:是|是的|对|对的|有|可以|能|会|行|同意|当然|没错|需要)")
_TRIM = "。，！？!?.,;；：:\"“”‘’'（）() \t…"
_NEGATIVE = re.compile(
    r"\b(?:no|not|none|never|nor|neither|nobody|nothing|nowhere|cannot|without|nay|non|negative|false|nil|zero|un\w+|in\w+|im\w+|dis\w+"
    r"|ir\w+|il\w+|non\w+|mis\w+|anti\w*|\w+less|lack\w*|fail\w*|refus\w*|den(?:y|ies|ied|ying|ial)|prohibit\w*|ban|bans|banned|banning"
    r"|forb\w+|avoid\w*|prevent\w*|free|hard|hardly|barely|scarcely|seldom|rarely|few|fewer|little|less|least|rather|instead|absen\w+|yet"
    r"|stop\w*|end\w*|far|beyond|only|just|until|till|before|exempt\w*|otherwise|ceas\w*|declin\w*|reject\w*|miss\w*|halt\w*|away|out|off"
    r"|too|nothing|block\w*|short|wrong|difficult\w*|tough|bad|poor|low|under\w*|below|unless|except\w*|but|against|waiv\w*|abandon\w*"
    r"|resist\w*|elimin\w*|remov\w*|abolish\w*|skip\w*|wait\w*|rid|forget\w*|forgot\w*|ignor\w*|withdr\w*|cut|bar|barred|restrict\w*|limit\w*"
    r"|lost|lose|losing|gone|still|must|remain\w*|unknown|doubt\w*|however|although|though|while|even|despite|regardless|always|every\w*|any\w*|all)\b"
    r"|n['’]t\b|\bcant\b|\bwont\b|\bdont\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"(?:(?<!有)没有|(?<![是能可要会愿无莫])不是|(?<!会)不会|(?<!能)不能(?!不)|不得(?!不)|不准|不应|(?<![一可必])不可(?![或思避少缺])|不再|从未(?!来)|尚未|未能|未经|无法|不愿|不想|不知道|并不|并非"
    r"|毫无|禁止|严禁|无需|无须|决不|绝不|绝无|[请切]勿|既不(?=.*[也又]不)|未(?:发现|造成|出现|检出|见异常|受影响|通过|获批)"
    r"|(?<!不得)不(?:允许|需要|存在|属于|符合|合格|承认|接受|同意|支持|包括|包含))"
)
_SAYS_NOT = re.compile(
    r"\b(?:not(?! only| just| to mention| least| surprising)|never|cannot|nobody|nothing)\b|n['’]t\b", re.IGNORECASE
)
_ANY_DENIAL = re.compile(
    r"放心|记住|记得|[不没沒无無未非莫勿别別甭否禁拒免缺难難少失仅只才反休罢罷绝零空停止避防抗违违异白哪怎谁何吗岂却但而尽亏除错误差弱断半]|之外|以外|以前|之前|多么|为什么|直到|再也"
)


_REPLY = re.compile(
    rf"(?:答|回答[是道说]?)[:：]\s*[“‘\"]?({_NO_ANSWER.pattern}|{_YES_ANSWER.pattern})[”’\"]?(?=[。，；！,.;!]|$)"
    rf"|[“‘\"「](否|不|不是|是|是的|对)[”’\"」]"
)
_NO = re.compile(r"\b(?:no|not|never|none|negative|false|nay)\b|n['’]t\b", re.IGNORECASE)
_YES = re.compile(r"\b(?:yes|yeah|aye)\b", re.IGNORECASE)


def _turned_reply(zh: str, en: str) -> str:
    """An answer inside a line (答：否。) turned round, or "". Silent where both words are said."""
    said = {next(group for group in found.groups() if group) for found in _REPLY.finditer(zh)}
    noes = {word for word in said if _NO_ANSWER.fullmatch(word)}
    if said and said == noes and _YES.search(en) and not _NO.search(en):
        return f"{noes.pop()} is a no; English says yes"
    if said and not noes and re.search(r"\bno\b", en, re.IGNORECASE) and not _YES.search(en):
        return f"{said.pop()} is a yes; English says no"
    return ""


def polarity(zh: str, en: str) -> str:
    """What seems turned round, or ""."""
    answer = zh.strip(_TRIM)
    said = en.strip(_TRIM).lower()
    if _NO_ANSWER.fullmatch(answer):
        return (
            ""
            if _NEGATIVE.search(en) and not re.match(r"yes\b", said)
            else f'{answer} is a no; English says "{en.strip()}"'
        )
    if _YES_ANSWER.fullmatch(answer):
        return (
            f'{answer} is a yes; English says "{en.strip()}"'
            if re.match(r"(?:no|not|none|never|false)\b", said)
            else ""
        )
    if reply := _turned_reply(zh, en):
        return reply
    if (denial := _DENIES.search(zh)) and not _NEGATIVE.search(en):
        return f"{denial[0]} has no negation in the English"
    if (says := _SAYS_NOT.search(en)) and not _ANY_DENIAL.search(zh):
        return f'"{says[0]}" has no negation in the Chinese'
    return ""
