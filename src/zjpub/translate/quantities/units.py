"""Units and currencies in both languages, with what they measure, so that 2.4万千瓦 and 24 MW are the same."""

from __future__ import annotations

from fractions import Fraction

# symbol dimension factor | Chinese names | English names, with "-" for a space
_TABLE = """
year months 12 | 年 周年 载 个年头 年度 学年 财年 整年 | years year yrs yr
month months 1 | 个月 月龄 | months month
quarter months 3 | 个季度 | quarters
decade months 120 |  | decades decade
century months 1200 | 个世纪 世纪 | centuries century
millennium months 12000 |  | millennia millennium millenniums
week seconds 604800 | 周 星期 个星期 礼拜 个礼拜 | weeks week
fortnight seconds 1209600 |  | fortnight fortnights
day seconds 86400 | 天 个昼夜 昼夜 个工作日 个自然日 个交易日 个日夜 整天 | days day
hour seconds 3600 | 小时 个小时 个钟头 钟头 学时 个学时 课时 个课时 | hours hour hrs hr class-hours man-hours
minute seconds 60 | 分钟 | minutes minute mins min
second seconds 1 | 秒钟 秒 | seconds second secs sec
ms seconds 1/1000 | 毫秒 | milliseconds millisecond ms
us seconds 1/1000000 | 微秒 | microseconds microsecond
ns seconds 1/1000000000 | 纳秒 | nanoseconds nanosecond
km length 1000 | 公里 千米 km KM Km | kilometers kilometres kilometer kilometre kms km km/h kph kmh kmph
m length 1 | 米 公尺 m | meters metres meter metre m
cm length 1/100 | 厘米 公分 cm | centimeters centimetres centimeter centimetre cm
mm length 1/1000 | 毫米 mm | millimeters millimetres millimeter millimetre mm
um length 1/1000000 | 微米 μm um | micrometers micrometres micrometer micrometre microns micron μm
nm length 1/1000000000 | 纳米 nm | nanometers nanometres nanometer nanometre nm
li length 500 | 里 华里 里路 里地 | li
mile length 1609.344 | 英里 | miles mile mi mph
nmi length 1852 | 海里 | nautical-miles nautical-mile
foot length 0.3048 | 英尺 | feet foot ft
inch length 0.0254 | 英寸 | inches inch
yard length 0.9144 | 英码 | yards yard
chi length 1/3 | 尺 市尺 | chi
zhang length 10/3 | 丈 | zhang
cun length 1/30 | 寸 | cun
ly length 9460730472580800 | 光年 | light-years light-year lightyears
km2 area 1000000 | 平方公里 平方千米 km² km2 | square-kilometers square-kilometres square-kilometer sq-km km² km2
m2 area 1 | 平方米 平米 平方 平方公尺 ㎡ m² | square-meters square-metres square-meter square-metre sq-m m² ㎡ m2 sqm
cm2 area 1/10000 | 平方厘米 | square-centimeters square-centimetres
mm2 area 1/1000000 | 平方毫米 mm2 mm² | square-millimeters square-millimetres mm2 mm²
mu area 2000/3 | 亩 | mu
ha area 10000 | 公顷 | hectares hectare ha
qing area 200000/3 | 顷 | qing
acre area 4046.8564224 | 英亩 | acres acre
mile2 area 2589988.110336 | 平方英里 | square-miles square-mile sq-miles sq-mi
ft2 area 0.09290304 | 平方英尺 | square-feet square-foot sq-ft
chi2 area 1/9 | 平尺 平方尺 | square-chi
m3 volume 1000 | 立方米 立方 方水 | cubic-meters cubic-metres cubic-meter cubic-metre m³ m3
km3 volume 1000000000000 | 立方千米 立方公里 | cubic-kilometers cubic-kilometres km3
cm3 volume 1/1000 | 立方厘米 | cubic-centimeters cubic-centimetres
L volume 1 | 升 公升 | liters litres liter litre L
mL volume 1/1000 | 毫升 ml mL ML | milliliters millilitres milliliter millilitre ml
bbl volume 158.987294928 |  | barrels barrel
gal volume 3.785411784 | 加仑 | gallons gallon
t mass 1000 | 吨 公吨 总吨 载重吨 吨位 | tons tonnes ton tonne metric-tons metric-tonnes metric-ton t gross-tons
dwt mass 1000 |  | deadweight-tonnes deadweight-tons dwt
kg mass 1 | 公斤 千克 kg KG Kg | kilograms kilogrammes kilos kilogram kilo kg kgs
dan mass 50 | 担 | piculs picul dan
liang mass 1/20 |  | taels tael liang
jin mass 1/2 | 斤 市斤 | jin catties catty
g mass 1/1000 | 克 g | grams grammes gram gramme g
mg mass 1/1000000 | 毫克 mg | milligrams milligram mg
ug mass 1/1000000000 | 微克 μg | micrograms microgram μg
lb mass 0.45359237 | 磅 | pounds pound lbs lb
oz mass 0.0283495 | 盎司 | ounces ounce oz
ct mass 1/5000 | 克拉 | carats carat
W power 1 | 瓦 | watts watt
kW power 1000 | 千瓦 kW KW kw | kilowatts kilowatt kW kw
MW power 1000000 | 兆瓦 MW | megawatts megawatt MW
GW power 1000000000 | 吉瓦 GW | gigawatts gigawatt GW
hp power 745.69987 | 马力 匹马力 匹的马力 | horsepower
Wh energy 1/1000 | 瓦时 | watt-hours watt-hour Wh
kWh energy 1 | 千瓦时 度电 千瓦小时 kWh | kilowatt-hours kilowatt-hour kWh kwh kilowatt-hours-of
MWh energy 1000 | 兆瓦时 MWh | megawatt-hours megawatt-hour MWh
GWh energy 1000000 | 吉瓦时 GWh | gigawatt-hours gigawatt-hour GWh
TWh energy 1000000000 | 太瓦时 TWh | terawatt-hours terawatt-hour TWh
V voltage 1 | 伏 伏特 | volts volt
kV voltage 1000 | 千伏 kV | kilovolts kilovolt kV kv
kVA apparent 1 | 千伏安 | kilovolt-amperes kVA
A current 1 | 安培 | amperes amps ampere
mAh charge 1 | 毫安时 | milliampere-hours mAh mah
Hz frequency 1 | 赫兹 Hz | hertz Hz
MHz frequency 1000000 | 兆赫 MHz | megahertz MHz
GHz frequency 1000000000 | 吉赫 GHz | gigahertz GHz
KB data 1 | KB | kilobytes KB kb
MB data 1000 | 兆字节 MB | megabytes megabyte MB
GB data 1000000 | GB | gigabytes gigabyte GB
TB data 1000000000 | TB | terabytes terabyte TB
bp rate 1 | 个基点 基点 个基本点 基本点 BP 个BP bp | basis-points basis-point bps bp
deg angle 1 |  | 
C celsius 1 | 摄氏度 ℃ °C | degrees-Celsius degree-Celsius degrees-centigrade °C ℃ Celsius degrees degree C
F fahrenheit 1 | 华氏度 ℉ °F | degrees-Fahrenheit °F ℉ Fahrenheit
teu containers 1 | 标箱 标准箱 个标箱 个标准箱 TEU | TEUs TEU twenty-foot-equivalent-units
teu containers 1 | 标准集装箱 个标准集装箱 | standard-containers
dB loudness 1 | 分贝 | decibels decibel dB
kcal heat 1 | 千卡 大卡 | kilocalories kcal
Pa pressure 1 | 帕 帕斯卡 | pascals Pa
hPa pressure 100 | 百帕 | hectopascals hPa
MPa pressure 1000000 | 兆帕 | megapascals MPa
"""

# ISO code | Chinese names | English names
_MONEY = """
CNY | 人民币元 元人民币 元 块钱 元钱 | yuan renminbi RMB rmb CNY kuai RMB-yuan Chinese-yuan yuan-RMB
USD | 美元 美金 | US-dollars US-dollar U.S.-dollars U.S.-dollar USD American-dollars bucks
HKD | 港元 港币 港圆 | Hong-Kong-dollars Hong-Kong-dollar HKD
MOP | 澳门元 澳门币 | patacas pataca MOP
TWD | 新台币 台币 新台币元 元新台币 | New-Taiwan-dollars NT-dollars TWD Taiwan-dollars
EUR | 欧元 | euros euro EUR
GBP | 英镑 | pounds-sterling British-pounds pounds pound sterling GBP
JPY | 日元 日圆 | yen JPY Japanese-yen
KRW | 韩元 韩圆 | won KRW South-Korean-won Korean-won
RUB | 卢布 | rubles roubles ruble rouble RUB
INR | 卢比 印度卢比 | rupees rupee INR Indian-rupees
AUD | 澳元 澳大利亚元 澳洲元 | Australian-dollars AUD
CAD | 加元 加拿大元 加币 | Canadian-dollars CAD
SGD | 新加坡元 新元 新币 | Singapore-dollars SGD Singaporean-dollars
NZD | 新西兰元 纽元 | New-Zealand-dollars NZD
CHF | 瑞士法郎 瑞郎 | Swiss-francs CHF
FRF | 法郎 | francs franc
DEM | 马克 | marks Deutschmarks
THB | 泰铢 铢 | baht THB
MYR | 林吉特 马币 令吉 | ringgit MYR
IDR | 印尼盾 印尼卢比 | rupiah IDR
VND | 越南盾 | dong VND
PHP | 菲律宾比索 | Philippine-pesos
MXN | 比索 | pesos peso
BRL | 雷亚尔 | reais real BRL
ZAR | 兰特 | rand ZAR
TRY | 里拉 | lira
AED | 迪拉姆 | dirhams dirham
SAR | 里亚尔 沙特里亚尔 | riyals riyal
KZT | 坚戈 | tenge
BTC | 比特币 枚比特币 | bitcoins bitcoin BTC
dollar |  | dollars dollar
HKcent |  | Hong-Kong-cents
cent | 美分 | cents cent US-cents US-cent U.S.-cents U.S.-cent
jiao | 角钱 毛钱 | jiao mao
fen | 分钱 | fen
"""

DIMENSION: dict[str, tuple[str, Fraction]] = {}
ZH: dict[str, str] = {}
EN: dict[str, str] = {}
MONEY_ZH: dict[str, str] = {}
MONEY_EN: dict[str, str] = {}
SIGNS = {
    "¥": "CNY", "￥": "CNY", "RMB": "CNY", "CNY": "CNY", "$": "dollar", "US$": "USD", "USD": "USD", "HK$": "HKD",
    "HKD": "HKD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "CAD$": "CAD", "USD$": "USD", "CN¥": "CNY", "CN￥": "CNY",
    "C$": "CAD", "CA$": "CAD",
    "S$": "SGD", "SG$": "SGD", "NZ$": "NZD",
    "NT$": "TWD", "MOP$": "MOP", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "₩": "KRW", "₽": "RUB",
    "₹": "INR", "JPY": "JPY", "J¥": "JPY", "CHF": "CHF", "R$": "BRL", "US $": "USD", "Rs": "INR",
}  # fmt: skip
"""Currency signs that stand before (or after) a number. A bare $ is the US dollar."""


def _load() -> None:
    for line in _TABLE.strip().splitlines():
        what, chinese, english = line.split("|")
        symbol, dimension, factor = what.split()
        DIMENSION[symbol] = dimension, Fraction(factor)
        ZH.update(dict.fromkeys(chinese.split(), symbol))
        names = [name.replace("-", " ") for name in english.split()]
        EN.update(dict.fromkeys(names, symbol))
        for name in names:
            EN.setdefault(name.removesuffix("s") if " " in name else name, symbol)
    for line in _MONEY.strip().splitlines():
        symbol, chinese, english = line.split("|")
        MONEY_ZH.update(dict.fromkeys(chinese.split(), symbol.strip()))
        MONEY_EN.update({name.replace("-", " "): symbol.strip() for name in english.split()})


_load()


def same_measure(value: Fraction, unit: str, other: Fraction, other_unit: str) -> bool:
    """Whether two measures are equal; between different systems, as nearly as a translator rounds (3 %)."""
    if unit == other_unit:
        return value == other
    if unit not in DIMENSION or other_unit not in DIMENSION:
        return False
    (dimension, factor), (other_dimension, other_factor) = DIMENSION[unit], DIMENSION[other_unit]
    if dimension != other_dimension:
        return False
    here, there = value * factor, other * other_factor
    exact = dimension in ("months", "seconds") or factor / other_factor in _POWERS
    if exact or here == there:
        return here == there
    away, written = abs(here - there), _last_place(other) * other_factor
    rounded = 1 if unit in _IMPERIAL or other_unit in _IMPERIAL else 2
    return away <= abs(here) * Fraction(3, 100) and away * rounded <= written


def _last_place(value: Fraction) -> Fraction:
    """What one of the last figure that is written is worth: 0.1 in 149.8, 10,000 in 30,000."""
    place = Fraction(1, 1000)
    while value and (value / (place * 10)).denominator == 1:
        place *= 10
    return place


_IMPERIAL = frozenset({"mile", "nmi", "foot", "inch", "yard", "acre", "mile2", "ft2", "bbl", "gal", "lb", "oz", "hp"})
"""Between these and metric units both numbers of a text may have been rounded before."""
_POWERS = frozenset(Fraction(10) ** power for power in range(-15, 16))
"""Metric steps, between which nothing needs rounding."""
