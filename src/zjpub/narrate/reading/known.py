"""Known by their figures in both languages: programmes, shopping days, service lines; and where postcodes stand."""

from __future__ import annotations

_PROGRAMMES = "211 315 618 863 973 985 996 1688 4399"
_SERVICES = """
10086 10099 12580 11185 11888 12110 12119 12123 12301 12305 12306 12309 12313 12315 12316 12318 12319 12320 12321
12325 12328 12329 12333 12337 12338 12339 12340 12345 12348 12350 12351 12355 12356 12358 12360 12361 12363 12365 12366
12367 12368 12369 12371 12377 12378 12379 12380 12381 12385 12386 12388 12389 12393 12395 12396 12398 12399 95306 95508
95518 95519 95522 95533 95555 95558 95559 95566 95577 95580 95588 95595 95598 95599 96110 96119 96315 96333 96777
"""
_STATES = r"""
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|
Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|
Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|D\.C\.
"""
PROGRAMMES = "|".join(_PROGRAMMES.split())
SERVICES = "|".join(_SERVICES.split())
STATES = _STATES.replace("\n", "")
"""What a postcode of the United States stands after."""
