"""The same sound at another sampling rate, for the rare file in which two voices with different rates meet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def resampled(samples: npt.NDArray[np.int16], old: int, new: int) -> npt.NDArray[np.int16]:
    """Band-limited, by way of the spectrum; the ends are expected to be quiet."""
    import numpy as np

    if old == new or not samples.size:
        return samples
    step = math.gcd(old, new)
    # Whole numbers of both rates' common period keep the clock exact; the added quiet keeps the ends from meeting.
    periods = -(-len(samples) * step // old) + step // 100
    spectrum = np.fft.rfft(samples.astype(np.float32), periods * (old // step))
    wave = np.fft.irfft(spectrum[: periods * (new // step) // 2 + 1], periods * (new // step)) * (new / old)
    return np.clip(np.rint(wave[: round(len(samples) * new / old)]), -32768, 32767).astype(np.int16)
