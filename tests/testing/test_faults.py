"""Faults of the endpoint and of the connection as a client sees them, and what the server says that they cost."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import openai
import pytest

from summarize.testing import MINIMAL_DIALECT, FakeServer, Reply, Served, faults
from tests.testing.clients import client, complete, completed, raw, request, text_of

BODY = b'{"model": "m", "messages": [{"role": "user", "content": "12345678"}]}'
WORDS = Reply("123456789012")
LOST = Served(requests=1, lost_input_tokens=2, lost_output_tokens=3, peak_in_flight=1, connections=1)
SERVED = Served(requests=1, completions=1, input_tokens=2, output_tokens=3, peak_in_flight=1, connections=1)


def failing(reply: Reply, **options: Any) -> tuple[Any, Served]:
    """The exception that a fault raises in the client, and the counts after it."""
    with FakeServer(reply) as server:
        with pytest.raises(openai.APIError) as caught:
            complete(server, "12345678", **options)
        return caught.value, server.settled()


@pytest.mark.parametrize(
    ("reply", "kind", "status", "code"),
    [
        (faults.rate_limited(), openai.RateLimitError, 429, "rate_limit_exceeded"),
        (faults.rate_limited(insufficient_quota=True), openai.RateLimitError, 429, "insufficient_quota"),
        (faults.server_error(), openai.InternalServerError, 500, None),
        (faults.server_error(503), openai.InternalServerError, 503, None),
        (faults.server_error(529), openai.InternalServerError, 529, None),
        (faults.auth_error(), openai.AuthenticationError, 401, "invalid_api_key"),
        (faults.model_not_found("m"), openai.NotFoundError, 404, "model_not_found"),
        (faults.context_length(), openai.BadRequestError, 400, "context_length_exceeded"),
        (faults.unsupported_parameter("seed"), openai.BadRequestError, 400, "unsupported_parameter"),
    ],
)
def test_errors(reply: Reply, kind: type[openai.APIStatusError], status: int, code: str | None) -> None:
    """Errors arrive as the client's own kind of exception, with status and code, and cost no tokens."""
    error, served = failing(reply)
    assert type(error) is kind
    assert (error.status_code, error.code) == (status, code)
    assert served == Served(requests=1, peak_in_flight=1, connections=1)


def test_list_error() -> None:
    """An error body can be a JSON list, and then the client knows no code."""
    error, _ = failing(faults.list_error(429))
    assert error.status_code == 429
    assert isinstance(error.body, list)
    assert error.code is None


def test_errors_take_the_servers_shape() -> None:
    """A scripted error is sent in the shape that this kind of endpoint gives its errors."""
    limited = FakeServer(faults.rate_limited(), capabilities=MINIMAL_DIALECT)
    with limited as server, pytest.raises(openai.RateLimitError) as caught:
        complete(server)
    assert caught.value.body == [
        {
            "error": {
                "code": 429,
                "message": "Rate limit reached for requests. Please try again later.",
                "status": "TOO_MANY_REQUESTS",
            }
        }
    ]


@pytest.mark.parametrize(("given", "sent"), [(2, "2"), (0.5, "0.5"), ("soon", "soon"), (None, None)])
def test_retry_after(given: float | str | None, sent: str | None) -> None:
    """`retry-after` is sent in seconds, or as given."""
    error, _ = failing(faults.rate_limited(given))
    assert error.response.headers.get("retry-after") == sent


def test_retry_after_as_a_date() -> None:
    """A time is sent as an HTTP date."""
    when = datetime(2026, 10, 11, 12, 30, 5, tzinfo=UTC)
    error, _ = failing(faults.rate_limited(when))
    assert error.response.headers["retry-after"] == "Sun, 11 Oct 2026 12:30:05 GMT"
    assert parsedate_to_datetime(error.response.headers["retry-after"]) == when


def test_latency() -> None:
    """An answer comes after its latency, and not before."""
    with FakeServer(faults.latency(0.1, WORDS)) as server:
        started = time.perf_counter()
        assert text_of(complete(server, "12345678")) == WORDS.content
        assert time.perf_counter() - started >= 0.1
        assert server.served == SERVED


def test_latency_of_a_fault() -> None:
    """Latency goes together with any other fault."""
    started = time.perf_counter()
    error, _ = failing(faults.latency(0.1, faults.server_error()))
    assert isinstance(error, openai.InternalServerError)
    assert time.perf_counter() - started >= 0.1


def test_hang() -> None:
    """A server that says nothing makes the client's timeout fire; the tokens are lost."""
    error, served = failing(faults.hang(WORDS), timeout=1.0)
    assert isinstance(error, openai.APITimeoutError)
    assert served == LOST


def test_drip_keeps_a_read_timeout_from_firing() -> None:
    """A body that comes byte by byte arrives whole, later than the client's timeout per read."""
    with FakeServer(faults.drip(0.004, WORDS)) as server:
        started = time.perf_counter()
        assert text_of(complete(server, "12345678", timeout=1.0)) == WORDS.content
        assert time.perf_counter() - started > 1.0
        assert server.settled() == SERVED


def test_drip_left_early() -> None:
    """A client that gives up on a dripping body has lost its tokens."""

    async def run(server: FakeServer) -> Served:
        async with client(server) as asker:
            asked = asyncio.create_task(completed(asker, "12345678"))
            await server.areceived()
            asked.cancel()
            await asyncio.wait([asked])
            return await server.asettled()

    with FakeServer(faults.drip(0.01, WORDS)) as server:
        assert asyncio.run(run(server)) == LOST


@pytest.mark.parametrize("aiohttp", [False, True])
@pytest.mark.parametrize(
    "reply", [faults.disconnect(WORDS), faults.disconnect(WORDS, reset=False), faults.truncated_body(WORDS)]
)
def test_broken_connections(reply: Reply, aiohttp: bool) -> None:
    """A connection that ends early is an error of the connection, and the tokens are lost."""
    error, served = failing(reply, aiohttp=aiohttp)
    assert isinstance(error, openai.APIConnectionError)
    assert served == LOST


def test_disconnect_on_the_wire() -> None:
    """`disconnect` is a reset, or an orderly end without a byte."""
    with FakeServer([faults.disconnect(), faults.disconnect(reset=False)]) as server:
        with pytest.raises(ConnectionResetError):
            raw(server, request(BODY))
        assert raw(server, request(BODY)) == b""


def test_truncated_on_the_wire() -> None:
    """`truncated` promises more bytes than it sends."""
    with FakeServer(faults.truncated_body(WORDS)) as server:
        head, _, body = raw(server, request(BODY)).partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert len(body) == length // 2


def test_endless() -> None:
    """An endless body is the beginning of a completion that goes on as long as the client stays."""

    async def run(server: FakeServer) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(request(BODY))
        received = await reader.readexactly(1_000_000)
        writer.close()
        await writer.wait_closed()
        assert (await server.asettled()) == LOST
        return received

    with FakeServer(faults.endless(WORDS)) as server:
        received = asyncio.run(run(server))
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"content-type: application/json\r\n" in received
    assert b'"choices": [{"index": 0, "message": {"content": "' in received


def test_endless_for_the_client() -> None:
    """The client's timeout per read does not fire while such a body comes."""

    async def run(server: FakeServer) -> None:
        async with client(server, timeout=0.5) as asker:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1.5):
                    await completed(asker)
            await server.asettled()

    with FakeServer(faults.endless()) as server:
        asyncio.run(run(server))


def test_every_fault_is_tested() -> None:
    """No fault is added without a test."""
    source = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_faults*.py"))
    names = [
        name
        for name, value in vars(faults).items()
        if callable(value) and value.__module__ == faults.__name__ and name[0] != "_"
    ]
    assert len(names) > 20
    assert [name for name in names if f"faults.{name}(" not in source] == []
