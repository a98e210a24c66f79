"""One quantity in every surface form of both languages, for tests that write sentences at random."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_DIGITS = "零一二三四五六七八九"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS = {
    "公里": "kilometers", "米": "meters", "亩": "mu", "公顷": "hectares", "吨": "tons", "公斤": "kilograms",
    "斤": "jin",
    "平方米": "square meters", "立方米": "cubic meters", "千瓦": "kilowatts", "千瓦时": "kilowatt-hours",
    "小时": "hours", "分钟": "minutes", "天": "days", "个月": "months", "标箱": "TEUs",
}  # fmt: skip
CURRENCIES = {
    "元": "yuan",
    "美元": "US dollars",
    "港元": "Hong Kong dollars",
    "欧元": "euros",
    "日元": "yen",
    "英镑": "pounds",
}


def han(number: int) -> str:
    """An integer in Chinese numerals: 三万零二十."""
    for scale, sign in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if low and low < scale // 10 else ""
            return han(high) + sign + (gap + han(low) if low else "")
    text, gap = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, scale)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + sign
            gap = False
        elif text:
            gap = True
    text += ("零" if gap and number else "") + (_DIGITS[number] if number or not text else "")
    return text.removeprefix("一") if text.startswith("一十") else text


def figure(value: Fraction) -> str:
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def chinese(value: int) -> list[str]:
    """All ways in which a Chinese newspaper writes a number."""
    forms = [str(value), f"{value:,}", han(value)]
    for scale, sign in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if value >= scale and value * 100 % scale == 0:
            forms.append(figure(Fraction(value, scale)) + sign)
    return forms


def english(value: int) -> list[str]:
    """All ways in which an English one does."""
    forms = [f"{value:,}"]
    if value < len(_SMALL):
        forms.append(_SMALL[value])
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= scale and value * 1000 % scale == 0:
            forms.append(f"{figure(Fraction(value, scale))} {name}")
    return forms


@dataclass(frozen=True)
class Written:
    """One quantity: its value and unit, and how to write it in either language."""

    kind: str
    value: int
    unit: str = ""

    def zh(self) -> list[str]:
        match self.kind:
            case "count":
                return [f"{number}个样本" for number in chinese(self.value)]
            case "money" | "measure":
                return [number + self.unit for number in chinese(self.value)]
            case "percent":
                return [
                    f"{figure(Fraction(self.value, 10))}%",
                    *([f"百分之{han(self.value // 10)}"] if self.value % 10 == 0 else []),
                ]
            case "tenths":
                return [f"{_DIGITS[self.value // 10]}成{_DIGITS[self.value % 10] if self.value % 10 else ''}"]
            case "points":
                return [f"{figure(Fraction(self.value, 10))}个百分点"]
            case "fraction":
                return [f"{han(self.value)}分之一"]
            case "year":
                return [f"{self.value}年", "".join(_DIGITS[int(digit)] for digit in str(self.value)) + "年"]
            case "month":
                return [f"{self.value}月", f"{han(self.value)}月"]
            case "date":
                return [f"{self.value // 100}月{self.value % 100}日"]
            case "weekday":
                return [f"周{'一二三四五六日'[self.value]}", f"星期{'一二三四五六日'[self.value]}"]
            case "time":
                return [f"{self.value // 60}时{self.value % 60}分", f"{self.value // 60}:{self.value % 60:02d}"]
            case "ordinal":
                return [f"第{self.value}名", f"第{han(self.value)}名"]
            case "times":
                return [f"是原来的{self.value}倍", f"是原来的{han(self.value)}倍"]
            case "decade":
                return [f"20世纪{self.value % 100}年代", f"上世纪{han(self.value % 100)}年代"]
            case _:
                raise AssertionError(self.kind)

    def en(self) -> list[str]:
        match self.kind:
            case "count":
                return [f"{number} samples" for number in english(self.value)]
            case "money":
                return [f"{number} {CURRENCIES[self.unit]}" for number in english(self.value)]
            case "measure":
                return [f"{number} {UNITS[self.unit]}" for number in english(self.value)]
            case "percent":
                return [f"{figure(Fraction(self.value, 10))}{sign}" for sign in (" percent", "%", " per cent")]
            case "tenths":
                return [f"{self.value} percent", f"{self.value}%"]
            case "points":
                return [f"{figure(Fraction(self.value, 10))} percentage points"]
            case "fraction":
                return [f"one in {self.value}", f"1/{self.value}"]
            case "year":
                return [f"the year {self.value}"]
            case "month":
                return [_MONTHS[self.value - 1]]
            case "date":
                month, day = _MONTHS[self.value // 100 - 1], self.value % 100
                return [f"{month} {day}", f"{day} {month}", f"{month[:3]}. {day}"]
            case "weekday":
                return [_DAYS[self.value]]
            case "time":
                hour, minute = divmod(self.value, 60)
                half = "a.m." if hour < 12 else "p.m."
                return [f"{hour}:{minute:02d}", f"{(hour - 1) % 12 + 1}:{minute:02d} {half}"]
            case "ordinal":
                ending = (
                    "th" if self.value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(self.value % 10, "th")
                )
                return [f"{self.value}{ending}", f"No. {self.value}"]
            case "times":
                return [f"{self.value} times the original"]
            case "decade":
                return [f"the {self.value}s"]
            case _:
                raise AssertionError(self.kind)
