"""A service that speaks edge's protocol on this machine and misbehaves on demand."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections.abc import Callable
from html import unescape
from types import TracebackType

import numpy as np
from aiohttp import WSMsgType, web

from zjpub.narrate import mp3, plausible

RATE = 24_000
TICKS = 10_000_000
Manner = Callable[[int, str], str]
"""(how often this text was asked for, from 1; the text) → what to do: an act of `_answer` or an HTTP status."""


def words(text: str) -> list[str]:
    """What the service would call words."""
    return re.findall(r"[A-Za-z0-9]+|[^\W_]", text)


def voiced(text: str) -> bytes:
    """A hum as long as the text would take, as the service's MP3."""
    count = int(plausible.expected_ms(text) / 1000 * RATE) + RATE // 2
    hum = 0.3 * np.sin(2 * np.pi * 200 * np.arange(count) / RATE)
    return mp3.encode([hum.astype(np.float32)], RATE)


class FakeEdge:
    """Runs while the `with` block does; `asked` lists the texts of all requests that came through."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._started = threading.Event()
        self.asked: list[str] = []
        self.url = ""
        self.at_once = self.most_at_once = 0
        self.refusals = 0

    def __enter__(self) -> FakeEdge:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        self._started.wait(5)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join(5)

    async def _serve(self) -> None:
        self._loop, self._done = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application()
        app.router.add_get("/speak", self._handle)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"ws://{host}:{port}/speak?key=none"
        self._started.set()
        await self._done.wait()
        await runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        # A refusal comes before the text does.
        act = self._manner(0, "")
        if act.isdigit():
            self.refusals += 1
            return web.Response(status=int(act))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self._converse(socket)
        finally:
            self.at_once -= 1
        return socket

    async def _converse(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is not WSMsgType.TEXT or "Path:ssml" not in message.data:
                continue
            found = re.search(r"<prosody[^>]*>(.*)</prosody>", message.data, re.S)
            assert found, message.data
            text = unescape(found[1])
            self.asked.append(text)
            await self._answer(socket, text, self._manner(self.asked.count(text), text))
            await socket.close()

    async def _answer(self, socket: web.WebSocketResponse, text: str, act: str) -> None:
        said, sound = words(text), voiced(text)
        spoken_s = (len(mp3.decode(sound)[0]) / RATE - 0.2) / max(1, len(said))
        await socket.send_str("Path:turn.start\r\n\r\n{}")
        if act == "silent":
            await asyncio.sleep(30)
        if act == "slow":
            await asyncio.sleep(0.4)
        if act == "half":
            said, sound = said[: len(said) // 2], voiced(text[: len(text) // 2])
        if act == "wrong":
            said = ["错"] * len(said)
        if act == "short":
            sound = voiced(text[: len(text) // 3])
        if act == "garbage":
            sound = b"<html>" * 1000
        if act != "mute":
            await self._send_sound(socket, sound[: len(sound) // 2] if act == "close" else sound)
        if act == "close":
            return
        for place, word in enumerate(said):
            await socket.send_str(_boundary(word, place * spoken_s, spoken_s))
        await socket.send_str("Path:turn.end\r\n\r\n{}")

    async def _send_sound(self, socket: web.WebSocketResponse, sound: bytes) -> None:
        head = b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"
        for start in range(0, len(sound), 4096):
            await socket.send_bytes(len(head).to_bytes(2, "big") + head + sound[start : start + 4096])


def _boundary(word: str, start: float, length: float) -> str:
    data = {"Offset": int(start * TICKS), "Duration": int(length * TICKS), "text": {"Text": word, "Length": len(word)}}
    return "Path:audio.metadata\r\n\r\n" + json.dumps({"Metadata": [{"Type": "WordBoundary", "Data": data}]})
