"""One eSpeak NG in a process of its own, run as a plain script: sentences on stdin, samples on stdout.

eSpeak NG keeps state from one sentence to the next (the phase of its pitch flutter, its gain control, two random
generators), so the same sentence would sound different after another one. The library is therefore unloaded and
loaded anew for every sentence, which takes 5 ms. A process of its own because eSpeak NG may crash, and is not made for
threads. Only the standard library is imported: it starts in 20 ms, and the caller's program needs no `__main__` guard.

Messages: stdin has 4 bytes of length and UTF-8 text; stdout 1 byte of status, 4 of rate, 4 of length, int16 samples.
"""

import _ctypes
import ctypes
import os
import signal
import struct
import sys

GOOD, SPENT, BAD = 0, 1, 2
HEAD = struct.Struct("<BII")

_RETRIEVAL = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_VOLUME, _LOUDEST_UNCLIPPED = 2, 50
_RECEIVER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def load(library: str) -> ctypes.CDLL:
    """The library, with every call that takes more than numbers declared."""
    espeak = ctypes.CDLL(library)
    espeak.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    espeak.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
    espeak.espeak_SetSynthCallback.argtypes = [_RECEIVER]
    espeak.espeak_SetSynthCallback.restype = None
    espeak.espeak_Synth.argtypes = [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ]
    return espeak


def unload(espeak: ctypes.CDLL) -> None:
    """Give the library back to the system. The caller must hold no other reference to it."""
    if os.name == "nt":
        _ctypes.FreeLibrary(espeak._handle)  # type: ignore[attr-defined,unused-ignore]
    else:
        _ctypes.dlclose(espeak._handle)


def reset_rand() -> None:
    """Breathy variants take their noise from the C library's `rand`."""
    ctypes.CDLL("ucrtbase" if os.name == "nt" else None).srand(1)


def say(espeak: ctypes.CDLL, voice: str, text: bytes) -> tuple[int, bytes]:
    """(rate in Hz, samples). Raises ValueError with eSpeak's own code."""
    heard: list[bytes] = []

    def receive(samples: int, count: int, _: int) -> int:
        if samples and count:
            heard.append(ctypes.string_at(samples, 2 * count))
        return 0

    receiver = _RECEIVER(receive)
    # The data lies in the working folder: eSpeak NG cuts off paths longer than 160 bytes.
    rate = espeak.espeak_Initialize(_RETRIEVAL, 0, b".", _DO_NOT_EXIT)
    if rate <= 0:
        raise ValueError("its data files cannot be read")
    espeak.espeak_SetSynthCallback(receiver)
    espeak.espeak_ng_SetRandSeed(1)
    if espeak.espeak_SetVoiceByName(voice.encode()):
        raise ValueError(f"it has no voice {voice}")
    espeak.espeak_SetParameter(_VOLUME, _LOUDEST_UNCLIPPED, 0)
    code = espeak.espeak_Synth(text, len(text) + 1, 0, 1, 0, _UTF8, None, None)
    espeak.espeak_Synchronize()
    espeak.espeak_Terminate()
    if code:
        raise ValueError(f"it answered with code {code}")
    return rate, b"".join(heard)


def main(library: str, voice: str) -> None:
    """Speak until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    espeak = load(library)
    while head := sys.stdin.buffer.read(4):
        text = sys.stdin.buffer.read(int.from_bytes(head, "little"))
        try:
            reset_rand()
            rate, samples = say(espeak, voice, text)
            unload(espeak)
            espeak = load(library)
            # A library that was really loaded anew has no sampling rate yet. Some systems keep the old one in memory.
            status = SPENT if espeak.espeak_ng_GetSampleRate() else GOOD
        except ValueError as error:
            status, rate, samples = BAD, 0, str(error).encode()
        sys.stdout.buffer.write(HEAD.pack(status, rate, len(samples)) + samples)
        sys.stdout.buffer.flush()
        if status != GOOD:
            return


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
