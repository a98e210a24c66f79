"""Slower speech at the same pitch (WSOLA): short windows laid further apart, each where it fits the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_HOP_MS = 20
_SEARCH_MS = 10
_COARSE = 4


def stretched(samples: npt.NDArray[np.int16], rate: int, tempo: float) -> npt.NDArray[np.int16]:
    """The samples at `tempo` times the speed, so `1 / tempo` times as many."""
    import numpy as np

    hop, reach = rate * _HOP_MS // 1000, rate * _SEARCH_MS // 1000
    length = round(len(samples) / tempo)
    quiet = np.zeros(2 * hop + reach, np.float32)
    source = np.concatenate([quiet, samples.astype(np.float32), quiet, quiet])
    window = np.hanning(2 * hop + 1)[:-1].astype(np.float32)
    result = np.zeros(length + 4 * hop, np.float32)
    place = len(quiet) - hop
    for start in range(0, length + hop, hop):
        result[start : start + 2 * hop] += window * source[place : place + 2 * hop]
        ideal = len(quiet) - hop + round((start + hop) * tempo)
        if ideal + 2 * hop + reach > len(source):
            break
        if start + 3 * hop > length:
            # The end stays where it belongs: what is left is the fading of the last sound.
            place = ideal
            continue
        place = ideal - reach + _best(source[ideal - reach : ideal + reach + 2 * hop], source[place + hop :][: 2 * hop])
    return np.clip(np.rint(result[hop : hop + length]), -32768, 32767).astype(np.int16)


def _best(region: npt.NDArray[np.float32], wanted: npt.NDArray[np.float32]) -> int:
    """Where in `region` the sound goes on most like `wanted`: first roughly, then to the sample."""
    import numpy as np

    rough = _COARSE * int(np.argmax(np.correlate(region[::_COARSE], wanted[::_COARSE])))
    first = max(0, rough - _COARSE + 1)
    fine = region[first : rough + _COARSE + len(wanted)]
    return first + int(np.argmax(np.correlate(fine, wanted))) if len(fine) >= len(wanted) else rough
