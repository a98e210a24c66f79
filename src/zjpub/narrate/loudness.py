"""How loud a recording is to the ear (ITU-R BS.1770-4), how high its true peaks reach, and the gain that mends both.

All decisions are taken on short blocks (64 samples), so that an hour of sound needs little memory and is filtered once:
what a gain or the limiter does to the loudness is computed from the blocks' energies.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.floating]
    Samples = npt.NDArray[np.int16]

BLOCK = 64
_CHUNK = 1 << 16
_TAPS = 1 << 13
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_ROUNDS = 16
_REACH = 6
"""The limiter starts this many blocks before a peak and lets go as many after it (about 17 ms)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """K-weighted energy and true peak of every block of a recording; samples count from -1 to 1."""

    rate: int
    energies: Floats
    peaks: Floats

    @property
    def loudness(self) -> float:
        """LUFS; minus infinity where nothing sounds."""
        return gated(self.energies, self.rate)


def measure(samples: Samples, rate: int) -> Measure:
    """Measure one channel, a chunk at a time."""
    import numpy as np

    energies: list[Floats] = []
    peaks: list[Floats] = []
    for piece, before, after in _chunks(samples):
        energies.append(_block_sums(_weighted(piece, before, rate) ** 2))
        peaks.append(_true_peaks(piece, before, after))
    nothing = np.zeros(0, np.float32)
    return Measure(rate, np.concatenate([nothing, *energies]), np.concatenate([nothing, *peaks]))


def true_peak(samples: Samples) -> float:
    """The highest true peak in dBTP; minus infinity where nothing sounds."""
    import numpy as np

    highest = max((float(_true_peaks(*chunk).max(initial=0)) for chunk in _chunks(samples)), default=0.0)
    return 20 * float(np.log10(highest)) if highest else -np.inf


def _chunks(samples: Samples) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Pieces as floats, each with what the filters need of the sound before and after it."""
    import numpy as np

    step = _CHUNK - _TAPS
    scale = np.float32(1 / 32768)
    for start in range(0, len(samples), step):
        before = samples[max(0, start - _TAPS) : start] * scale
        padded = np.concatenate([np.zeros(_TAPS - len(before), np.float32), before])
        after = samples[start + step : start + step + BLOCK] * scale
        yield samples[start : start + step] * scale, padded, after


def _weighted(piece: Floats, before: Floats, rate: int) -> Floats:
    """The piece through the K filter, by overlap-save."""
    import numpy as np

    spectrum = np.fft.rfft(np.concatenate([before, piece]), _CHUNK)
    return np.fft.irfft(spectrum * _k_response(rate), _CHUNK)[_TAPS : _TAPS + len(piece)]


@functools.cache
def _k_response(rate: int) -> npt.NDArray[np.complex64]:
    """The spectrum of the K filter's first `_TAPS` samples of response."""
    import numpy as np

    z = np.exp(-2j * np.pi * np.arange(_CHUNK // 2 + 1) / _CHUNK)
    full = np.fft.irfft(_shelf(z, rate) * _high_pass(z, rate), _CHUNK)
    return np.fft.rfft(full[:_TAPS], _CHUNK).astype(np.complex64)


def _shelf(z: npt.NDArray[np.complex128], rate: int) -> npt.NDArray[np.complex128]:
    """Stage 1 of the K filter, derived for any rate (the standard prints it for 48 kHz only)."""
    import numpy as np

    k = np.tan(np.pi * 1681.974450955533 / rate)
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    damp = k / 0.7071752369554196
    top = (high + band * damp + k * k) + 2 * (k * k - high) * z + (high - band * damp + k * k) * z * z
    return np.asarray(top / ((1 + damp + k * k) + 2 * (k * k - 1) * z + (1 - damp + k * k) * z * z))


def _high_pass(z: npt.NDArray[np.complex128], rate: int) -> npt.NDArray[np.complex128]:
    """Stage 2 of the K filter."""
    import numpy as np

    k = np.tan(np.pi * 38.13547087602444 / rate)
    damp = k / 0.5003270373238773
    norm = 1 + damp + k * k
    return np.asarray((1 - 2 * z + z * z) / (1 + 2 * (k * k - 1) / norm * z + (1 - damp + k * k) / norm * z * z))


def _block_sums(values: Floats) -> Floats:
    import numpy as np

    padded = np.pad(values, (0, -len(values) % BLOCK))
    return np.asarray(padded.reshape(-1, BLOCK).sum(axis=1))


def _true_peaks(piece: Floats, before: Floats, after: Floats) -> Floats:
    """The highest point of each block, between the samples too (oversampled four times where it may matter)."""
    import numpy as np

    padded: Floats = np.abs(np.pad(piece, (0, -len(piece) % BLOCK))).reshape(-1, BLOCK).max(axis=1)
    around = np.concatenate([before[-BLOCK:], piece, np.pad(after, (0, 2 * BLOCK - len(after)))])
    loud = np.flatnonzero(padded > 0.25 * padded.max(initial=0))
    if not loud.size:
        return padded
    filters = _interpolators()
    reach = filters.shape[1] // 2
    windows = np.lib.stride_tricks.sliding_window_view(around, BLOCK + 2 * reach)[loud * BLOCK + BLOCK - reach]
    spread = np.lib.stride_tricks.sliding_window_view(windows, filters.shape[1], axis=1)
    between = np.abs(spread @ filters.T).max(axis=(1, 2))
    padded[loud] = np.maximum(padded[loud], between)
    return padded


@functools.cache
def _interpolators() -> npt.NDArray[np.float32]:
    """Three windowed-sinc filters: the signal a quarter, a half and three quarters of a sample later."""
    import numpy as np

    reach = 12
    steps = np.arange(-reach, reach + 1)
    rows = []
    for shift in (0.25, 0.5, 0.75):
        place = steps - shift
        rows.append(np.sinc(place) * np.cos(np.pi * place / (2 * (reach + 1))) ** 2)
    return np.array(rows, np.float32)


def gated(energies: Floats, rate: int) -> float:
    """Integrated loudness in LUFS: 400 ms windows every 100 ms, the quiet ones left out."""
    import numpy as np

    total = np.concatenate([[0.0], np.cumsum(energies, dtype=np.float64)])
    ends = np.arange(0, len(energies) + 1e-9, rate / 10 / BLOCK)
    tenths = np.diff(np.interp(ends, np.arange(len(total)), total))
    if len(tenths) < 4:
        # Shorter than one window: the whole counts as one.
        powers = np.array([total[-1] / max(1, len(energies) * BLOCK)])
    else:
        powers = np.convolve(tenths, np.ones(4), "valid") / (rate * 0.4)
    powers = powers[powers > 10 ** ((_ABSOLUTE_GATE + 0.691) / 10)]
    if not powers.size:
        return -np.inf
    gate = powers.mean() * 10 ** (_RELATIVE_GATE / 10)
    return float(10 * np.log10(powers[powers > gate].mean()) - 0.691)


def gains(found: Measure, target: float, ceiling: float) -> Floats:
    """The factor for each block that brings the whole to `target` LUFS with no true peak above `ceiling` dBTP."""
    import numpy as np

    loudest = 10 ** (ceiling / 20)
    if not np.isfinite(found.loudness):
        return np.ones_like(found.peaks)
    overall = 10 ** ((target - found.loudness) / 20)
    for _ in range(_ROUNDS):
        curve = overall * _held(np.minimum(1.0, loudest / np.maximum(overall * found.peaks, 1e-9)))
        short = target - gated(found.energies * curve**2, found.rate)
        if abs(short) < 0.05:
            break
        overall *= 10 ** (short / 20)
    return np.asarray(curve)


def _held(wanted: Floats) -> Floats:
    """A smooth curve nowhere above `wanted`: the least of the neighbours, then their mean."""
    import numpy as np

    width = 2 * _REACH + 1
    if wanted.min(initial=1.0) >= 1.0:
        return wanted
    # One block further than the mean reaches, since gains are interpolated between the middles of blocks.
    wide = np.pad(wanted, 2 * _REACH + 1, constant_values=1.0)
    least = np.lib.stride_tricks.sliding_window_view(wide, width + 2).min(axis=1)
    return np.asarray(np.convolve(least, np.full(width, 1 / width), "valid"))


def amplified(samples: Samples, curve: Floats) -> Iterator[npt.NDArray[np.float32]]:
    """The samples with the block gains on them, in pieces, from -1 to 1."""
    import numpy as np

    middles = np.arange(len(curve)) * BLOCK + BLOCK / 2
    for start in range(0, len(samples), _CHUNK):
        piece = samples[start : start + _CHUNK]
        gain = np.interp(np.arange(start, start + len(piece)), middles, curve) / 32768
        yield np.clip(piece * gain, -1.0, 1.0).astype(np.float32)
