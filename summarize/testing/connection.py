"""One client's connection: requests in, answers out in the manner that each asks for."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, cast

from summarize.testing.accounts import Ledger
from summarize.testing.answers import JSON, Answer, json_answer
from summarize.testing.endpoint import Endpoint
from summarize.testing.requests import Request
from summarize.testing.wire import CONTINUE, Head, MalformedError, chunk_of, head_of, read_body, read_head

STATS = "/stats"
_LINGER_NOT = struct.pack("ii", 1, 0)
_ENDLESS_START = b'{"id": "chatcmpl-0", "object": "chat.completion", "choices": [{"index": 0, "message": {"content": "'
_ENDLESS_MORE = b"and so on " * 6_400
_ENDLESS_EVERY = 0.01
"""Seconds between two pieces of an endless body, so that a client without a limit is not filled up at once."""


class Connection(asyncio.Protocol):
    """Serves the requests of one connection, one after the other."""

    def __init__(
        self, endpoint: Endpoint, ledger: Ledger, clock: Callable[[], float], everyone: set[Connection]
    ) -> None:
        """Answer with `endpoint`, count in `ledger`, and be in `everyone` as long as the connection stands."""
        self._endpoint = endpoint
        self._ledger = ledger
        self._clock = clock
        self._everyone = everyone
        self._loop = asyncio.get_running_loop()
        self._data = bytearray()
        self._head: Head | None = None
        self._answer: Answer | None = None
        self._is_completion = False
        self._counted = False
        self._is_new = True
        self._keep_alive = True
        self._paused = False
        self._timer: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client connected."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=0)  # so that a pause means: not yet handed to the network whole
        self._everyone.add(self)

    def connection_lost(self, _: Exception | None) -> None:
        """The client left, or this side closed: what was not written whole is lost."""
        self._everyone.discard(self)
        if self._timer:
            self._timer.cancel()
        if self._answer:
            self._lose()
            self._settle()

    def abort(self) -> None:
        """End the connection at once."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Some of a request arrived."""
        self._data += data
        self._read()

    def pause_writing(self) -> None:
        """The network takes no more for now."""
        self._paused = True

    def resume_writing(self) -> None:
        """All that was written has been handed to the network."""
        self._paused = False
        if self._answer and self._answer.delivery.manner == "whole" and self._counted:
            self._finish()

    def _read(self) -> None:
        try:
            while self._answer is None and self._data and not self._transport.is_closing():
                request = self._next_request()
                if request is None:
                    return
                self._serve(request)
        except MalformedError as problem:
            body = json.dumps({"error": {"message": str(problem), "type": "invalid_request_error"}}).encode()
            self._transport.write(head_of(400, JSON, len(body), close=True) + body)
            self._transport.close()

    def _next_request(self) -> Request | None:
        if self._head is None:
            self._head = read_head(self._data)
            if self._head and self._head.headers.get("expect", "").lower() == "100-continue":
                self._transport.write(CONTINUE)
        if self._head is None:
            return None
        read = read_body(self._data, self._head)
        if read is None:
            return None
        head, self._head = self._head, None
        raw, end = read
        del self._data[:end]
        self._keep_alive = head.keep_alive
        return Request(head.method, head.path, head.headers, _json(raw), raw, self._clock(), head.query)

    def _serve(self, request: Request) -> None:
        if request.path == STATS:
            self._answer, self._is_completion = json_answer(200, asdict(self._ledger.served)), False
            self._send()
            return
        self._ledger.keep(request)
        if self._is_new:
            self._is_new = False
            self._ledger.connected()
        self._is_completion = request.path == self._endpoint.completions and request.method == "POST"
        if self._is_completion:
            self._ledger.opened()
        self._answer = self._endpoint.answer(request)
        if self._answer.latency > 0:
            self._timer = self._loop.call_later(self._answer.latency, self._send)
        else:
            self._send()

    def _send(self) -> None:
        answer = cast("Answer", self._answer)
        match answer.delivery.manner:
            case "whole":
                self._send_whole(answer)
            case "hang":
                pass
            case "drip":
                self._transport.write(
                    head_of(answer.status, answer.headers, len(answer.body), close=not self._keep_alive)
                )
                self._drip(answer, 0)
            case "endless":
                self._transport.write(head_of(answer.status, answer.headers, None, close=True))
                self._transport.write(chunk_of(_ENDLESS_START))
                self._go_on()
            case _:
                self._break_off(answer)

    def _send_whole(self, answer: Answer) -> None:
        head = head_of(answer.status, answer.headers, len(answer.body), close=not self._keep_alive)
        self._count()  # before the client can have it, so that it never sees an answer that is not counted
        self._transport.write(head + answer.body)
        if not self._paused:
            self._finish()

    def _drip(self, answer: Answer, place: int) -> None:
        last = place >= len(answer.body) - 1
        if last:
            self._count()
        self._transport.write(answer.body[place : place + 1])
        if last:
            self._finish()
        else:
            self._timer = self._loop.call_later(answer.delivery.seconds_per_byte, self._drip, answer, place + 1)

    def _go_on(self) -> None:
        if not self._paused:
            self._transport.write(chunk_of(_ENDLESS_MORE))
        self._timer = self._loop.call_later(_ENDLESS_EVERY, self._go_on)

    def _break_off(self, answer: Answer) -> None:
        self._lose()
        self._settle()
        if answer.delivery.manner == "truncated":
            self._transport.write(head_of(answer.status, answer.headers, len(answer.body), close=False))
            self._transport.write(answer.body[: len(answer.body) // 2])
        if answer.delivery.manner == "reset":
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
            self._transport.abort()
        else:
            self._transport.close()

    def _count(self) -> None:
        self._counted = True
        if self._answer and self._answer.usage:
            self._ledger.count(self._answer.usage)

    def _lose(self) -> None:
        if self._answer and self._answer.usage:
            if self._counted:
                self._ledger.count(self._answer.usage, -1)
            self._ledger.lose(self._answer.usage)

    def _finish(self) -> None:
        self._settle()
        if not self._keep_alive:
            self._transport.close()
        elif self._data:
            self._loop.call_soon(self._read)

    def _settle(self) -> None:
        """The answer is done with, one way or the other."""
        self._answer, self._counted, self._timer = None, False, None
        if self._is_completion:
            self._ledger.closed()


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError:  # also what is no UTF-8
        return None
