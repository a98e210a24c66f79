"""Units of measure: how each symbol is written, and how each language says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is said: Chinese, English for one, English for more."""

    zh: str
    one: str
    many: str


def alternatives(symbols: Iterable[str]) -> str:
    """A pattern that matches any of `symbols`, the longest first."""
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=lambda symbol: (-len(symbol), symbol)))


def _table(rows: str) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for row in rows.strip().splitlines():
        symbols, zh, one, many = (cell.strip() for cell in row.split("|"))
        for symbol in symbols.split():
            units[symbol] = Unit(zh, one, many or f"{one}s")
    return units


UNITS = _table(
    """
    km               | 公里       | kilometer          |
    m                | 米         | meter              |
    dm               | 分米       | decimeter          |
    cm               | 厘米       | centimeter         |
    mm               | 毫米       | millimeter         |
    μm um            | 微米       | micrometer         |
    nm               | 纳米       | nanometer          |
    km² km2 km^2     | 平方公里   | square kilometer   |
    mi²              | 平方英里   | square mile        |
    ft²              | 平方英尺   | square foot        | square feet
    yd²              | 平方码     | square yard        |
    in²              | 平方英寸   | square inch        | square inches
    ft³              | 立方英尺   | cubic foot         | cubic feet
    hm² hm2          | 公顷       | hectare            |
    m² m2 m^2        | 平方米     | square meter       |
    dm² dm2          | 平方分米   | square decimeter   |
    cm² cm2 cm^2     | 平方厘米   | square centimeter  |
    mm² mm2 mm^2     | 平方毫米   | square millimeter  |
    km³ km3          | 立方公里   | cubic kilometer    |
    m³ m3 m^3        | 立方米     | cubic meter        |
    dm³ dm3          | 立方分米   | cubic decimeter    |
    cm³ cm3 cm^3     | 立方厘米   | cubic centimeter   |
    mm³ mm3          | 立方毫米   | cubic millimeter   |
    Nm³              | 标准立方米 | standard cubic meter |
    m/s² m/s2        | 米每二次方秒 | meter per second squared | meters per second squared
    ha               | 公顷       | hectare            |
    kg KG Kg         | 千克       | kilogram           |
    g                | 克         | gram               |
    mg               | 毫克       | milligram          |
    μg ug            | 微克       | microgram          |
    ng               | 纳克       | nanogram           |
    pg               | 皮克       | picogram           |
    t                | 吨         | ton                |
    kt               | 千吨       | kiloton            |
    Mt               | 百万吨     | megaton            |
    L l              | 升         | liter              |
    mL ml ML         | 毫升       | milliliter         |
    dL dl            | 分升       | deciliter          |
    cc               | 毫升       | cubic centimeter   |
    μL μl uL ul      | 微升       | microliter         |
    h hr hrs         | 小时       | hour               |
    min mins         | 分钟       | minute             |
    s sec secs       | 秒         | second             |
    wk wks           | 周         | week               |
    yr yrs           | 年         | year               |
    qt               | 夸脱       | quart              |
    gal              | 加仑       | gallon             |
    ms               | 毫秒       | millisecond        |
    μs               | 微秒       | microsecond        |
    ns               | 纳秒       | nanosecond         |
    Hz hz            | 赫兹       | hertz              | hertz
    kHz KHz khz Khz  | 千赫       | kilohertz          | kilohertz
    MHz Mhz mhz      | 兆赫       | megahertz          | megahertz
    GHz Ghz ghz      | 吉赫       | gigahertz          | gigahertz
    THz              | 太赫       | terahertz          | terahertz
    W                | 瓦         | watt               |
    kW KW kw Kw      | 千瓦       | kilowatt           |
    MW               | 兆瓦       | megawatt           |
    GW               | 吉瓦       | gigawatt           |
    TW               | 太瓦       | terawatt           |
    MWp              | 兆瓦       | megawatt peak      | megawatts peak
    GWp              | 吉瓦       | gigawatt peak      | gigawatts peak
    V                | 伏         | volt               |
    kV KV kv         | 千伏       | kilovolt           |
    mV               | 毫伏       | millivolt          |
    mA               | 毫安       | milliampere        |
    Ah               | 安时       | ampere hour        |
    mAh              | 毫安时     | milliampere hour   |
    Wh               | 瓦时       | watt hour          |
    kWh KWh kwh kW·h kw·h | 千瓦时     | kilowatt hour      |
    MWh              | 兆瓦时     | megawatt hour      |
    GWh              | 吉瓦时     | gigawatt hour      |
    TWh              | 太瓦时     | terawatt hour      |
    kVA KVA kva      | 千伏安     | kilovolt ampere    |
    J                | 焦         | joule              |
    kJ               | 千焦       | kilojoule          |
    MJ               | 兆焦       | megajoule          |
    cal              | 卡         | calorie            |
    kcal             | 千卡       | kilocalorie        |
    Pa               | 帕         | pascal             |
    hPa              | 百帕       | hectopascal        |
    kPa              | 千帕       | kilopascal         |
    MPa Mpa          | 兆帕       | megapascal         |
    GPa              | 吉帕       | gigapascal         |
    mmHg mmhg        | 毫米汞柱   | millimeter of mercury | millimeters of mercury
    N·m Nm           | 牛米       | newton meter       |
    N/kg             | 牛每千克   | newton per kilogram | newtons per kilogram
    N/m              | 牛每米     | newton per meter   | newtons per meter
    N/m²             | 牛每平方米 | newton per square meter | newtons per square meter
    kgf              | 千克力     | kilogram-force     | kilograms-force
    bpd              | 桶每天     | barrel per day     | barrels per day
    psi              | 磅每平方英寸 | pound per square inch | pounds per square inch
    Sv               | 西弗       | sievert            |
    mSv              | 毫西弗     | millisievert       |
    μSv              | 微西弗     | microsievert       |
    Bq               | 贝克勒尔   | becquerel          |
    hp               | 马力       | horsepower         | horsepower
    mpg              | 英里每加仑 | mile per gallon    | miles per gallon
    nmi              | 海里       | nautical mile      |
    bar              | 巴         | bar                |
    mbar             | 毫巴       | millibar           |
    CFU cfu          | C F U      | colony-forming unit |
    kN               | 千牛       | kilonewton         |
    dB dB(A)         | 分贝       | decibel            |
    Ω                | 欧姆       | ohm                |
    lm               | 流明       | lumen              |
    mol              | 摩尔       | mole               |
    mmol             | 毫摩尔     | millimole          |
    μmol             | 微摩尔     | micromole          |
    ppm              | P P M      | part per million   | parts per million
    ppb              | P P B      | part per billion   | parts per billion
    bpm BPM          | 次每分钟   | beat per minute    | beats per minute
    rpm r/min        | 转每分钟     | revolution per minute | revolutions per minute
    bps bp BP        | 个基点     | basis point        |
    bit/s            | 比特每秒   | bit per second     | bits per second
    kbps Kbps        | 千比特每秒 | kilobit per second | kilobits per second
    Mbps             | 兆比特每秒 | megabit per second | megabits per second
    Gbps             | 吉比特每秒 | gigabit per second | gigabits per second
    KB kB            | K B        | kilobyte           |
    MB               | M B        | megabyte           |
    GB               | G B        | gigabyte           |
    TB               | T B        | terabyte           |
    PB               | P B        | petabyte           |
    EB               | E B        | exabyte            |
    Mb Mbit          | 兆比特     | megabit            |
    Gb Gbit          | 吉比特     | gigabit            |
    Kb Kbit kbit     | 千比特     | kilobit            |
    Tb Tbit          | 太比特     | terabit            |
    fps              | 帧每秒     | frame per second   | frames per second
    dpi              | D P I      | dot per inch       | dots per inch
    in inch          | 英寸       | inch               | inches
    ft               | 英尺       | foot               | feet
    sqft             | 平方英尺   | square foot        | square feet
    yd yds           | 码         | yard               |
    mi mile          | 英里       | mile               |
    tbsp             | 汤匙       | tablespoon         |
    tsp              | 茶匙       | teaspoon           |
    mph              | 英里每小时 | mile per hour      | miles per hour
    kph kmh          | 公里每小时 | kilometer per hour | kilometers per hour
    knot knots kn    | 节         | knot               |
    lb lbs           | 磅         | pound              |
    oz               | 盎司       | ounce              |
    floz             | 液盎司     | fluid ounce        |
    mu               | 亩         | mu                 | mu
    °C               | 摄氏度     | degree Celsius     | degrees Celsius
    °F               | 华氏度     | degree Fahrenheit  | degrees Fahrenheit
    °                | 度         | degree             |
    """
)

PER = {
    "week": ("周", "week"),
    "hour": ("小时", "hour"),
    "h": ("小时", "hour"),
    "hr": ("小时", "hour"),
    "s": ("秒", "second"),
    "min": ("分钟", "minute"),
    "d": ("天", "day"),
    "day": ("天", "day"),
    "a": ("年", "year"),
    "yr": ("年", "year"),
    "year": ("年", "year"),
    "month": ("月", "month"),
    "r": ("转", "revolution"),
    "person": ("人", "person"),
    "kg/day": ("千克每天", "kilogram per day"),
    "kg/d": ("千克每天", "kilogram per day"),
    "tablet": ("片", "tablet"),
    "dose": ("剂", "dose"),
    "serving": ("份", "serving"),
    "100km": ("百公里", "hundred kilometers"),
    "100g": ("百克", "hundred grams"),
    "100ml": ("百毫升", "hundred milliliters"),
    "100mL": ("百毫升", "hundred milliliters"),
    "mu": ("亩", "mu"),
    **{symbol: (unit.zh, unit.one) for symbol, unit in UNITS.items() if symbol not in ("h", "s", "min", "°")},
}
"""What may stand under a slash, in both languages."""
