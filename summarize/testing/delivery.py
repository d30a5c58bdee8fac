"""Requests as aiohttp's server reads them, and answers that go out in the manner that each asks for."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, NoReturn
from weakref import WeakSet

from aiohttp import web

from summarize.card import Usage
from summarize.testing.accounts import Ledger
from summarize.testing.endpoint import FakeEndpoint
from summarize.testing.replies import WireAnswer, json_answer
from summarize.testing.requests import Request

STATS = "/stats"
_LINGER_NOT = struct.pack("ii", 1, 0)
_ENDLESS_START = b'{"id": "chatcmpl-0", "object": "chat.completion", "choices": [{"index": 0, "message": {"content": "'
_ENDLESS_MORE = b"and so on " * 6_400
_ENDLESS_EVERY = 0.01
"""Seconds between two pieces of an endless body, so that a client without a limit is not filled up at once."""


class _Exchange:
    """A request and its answer in the accounts: open, then served whole or lost."""

    def __init__(self, ledger: Ledger, *, is_completion: bool) -> None:
        self._ledger, self._is_open = ledger, is_completion
        self._is_counted = False
        self.usage: Usage | None = None
        """Of the answer, as soon as there is one that costs tokens."""
        if is_completion:
            ledger.opened()

    def count(self) -> None:
        """The answer goes out: before the client can have it, so that it never sees one that is not counted."""
        if self.usage is not None:
            self._ledger.count(self.usage)
            self._is_counted = True

    def end(self, *, whole: bool) -> None:
        """The answer is done with; what did not go out whole is lost. Does nothing the second time."""
        if self.usage is not None and not whole:
            if self._is_counted:
                self._ledger.count(self.usage, -1)
            self._ledger.lose(self.usage)
        self.usage = None
        if self._is_open:
            self._is_open = False
            self._ledger.closed()


class RequestServer:
    """Serves requests."""

    def __init__(
        self, endpoint: FakeEndpoint, ledger: Ledger, clock: Callable[[], float], remember: Callable[[Exception], None]
    ) -> None:
        """Answer with `endpoint`, count in `ledger`, and `remember` what a function of the script raises."""
        self._endpoint, self._ledger, self._clock, self._remember = endpoint, ledger, clock, remember
        self._known: WeakSet[asyncio.BaseTransport] = WeakSet()

    async def handle(self, asked: web.BaseRequest) -> web.StreamResponse:
        """Answer a request; where the connection has to break, this ends as the server cancels what is left without a client."""
        transport = asked.transport
        assert transport is not None
        transport.set_write_buffer_limits(high=0)  # so that it waits until all is handed to the network
        if asked.headers.get("expect", "").lower() == "100-continue":
            transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        raw = await asked.read()
        path, _, query = asked.raw_path.partition("?")
        headers = {name.lower(): value for name, value in asked.headers.items()}
        request = Request(asked.method, path, headers, _json(raw), raw, self._clock(), query)
        if path == STATS:
            return _response(json_answer(200, asdict(self._ledger.served)))
        self._ledger.keep(request)
        if transport not in self._known:
            self._known.add(transport)
            self._ledger.count_connection()
        is_completion = path == self._endpoint.completions and request.method == "POST"
        exchange, whole = _Exchange(self._ledger, is_completion=is_completion), False
        try:
            answer = self._answer(request, transport) or await _for_ever()
            exchange.usage = answer.usage
            await asyncio.sleep(answer.latency)
            response = await _deliver_answer(asked, answer, exchange, transport)
            whole = True
        finally:
            exchange.end(whole=whole)
        return response

    def _answer(self, request: Request, transport: asyncio.Transport) -> WireAnswer | None:
        try:
            return self._endpoint.answer(request)
        except Exception as failure:  # noqa: BLE001 - `close()` raises it
            self._remember(failure)
            transport.abort()
            return None


async def _deliver_answer(
    asked: web.BaseRequest, answer: WireAnswer, exchange: _Exchange, transport: asyncio.Transport
) -> web.StreamResponse:
    """An answer that has been handed to the network whole; those that never are go on until the client has left."""
    response = _response(answer) if answer.delivery.manner == "whole" else _head(answer)
    match answer.delivery.manner:
        case "whole":
            exchange.count()
            await response.prepare(asked)
        case "drip":
            await response.prepare(asked)
            for place, byte in enumerate(answer.body):
                await asyncio.sleep(answer.delivery.seconds_per_byte if place else 0)
                if place == len(answer.body) - 1:
                    exchange.count()
                await response.write(bytes([byte]))
        case "hang":
            await _for_ever()
        case "endless":
            await response.prepare(asked)
            await response.write(_ENDLESS_START)
            while True:
                await response.write(_ENDLESS_MORE)
                await asyncio.sleep(_ENDLESS_EVERY)
        case "truncated":
            await response.prepare(asked)
            exchange.end(whole=False)
            await response.write(answer.body[: len(answer.body) // 2])
            transport.close()
            await _for_ever()
        case "reset" | "close":
            exchange.end(whole=False)
            if answer.delivery.manner == "reset":
                transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
                transport.abort()
            transport.close()
            await _for_ever()
    await response.write_eof()
    await asked.writer.drain()
    return response


def _response(answer: WireAnswer) -> web.Response:
    return web.Response(status=answer.status, body=answer.body, headers=answer.headers)


def _head(answer: WireAnswer) -> web.StreamResponse:
    """An answer whose body follows; one without an end comes in chunks, and the connection ends with it."""
    response = web.StreamResponse(status=answer.status, headers=answer.headers)
    if answer.delivery.manner == "endless":
        response.enable_chunked_encoding()
        response.force_close()
    else:
        response.content_length = len(answer.body)
    return response


async def _for_ever() -> NoReturn:
    """Waits until the server cancels it: the client has left, or the connection was closed."""
    await asyncio.get_running_loop().create_future()
    raise AssertionError("nobody sets it")


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError:  # also what is no UTF-8
        return None
