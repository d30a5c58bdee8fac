"""HTTP/1.1 as it may come, by raw sockets."""

from __future__ import annotations

import json
import re
import socket

import pytest

from summarize.testing import FakeServer, Reply
from tests.testing.clients import raw, request

BODY = b'{"model": "m", "messages": [{"role": "user", "content": "12345678"}]}'
HEAD = b"POST /v1/chat/completions HTTP/1.1\r\nHost: fake\r\n"
KEEP = "Connection: keep-alive"


def chunked(*chunks: bytes) -> bytes:
    """A request whose body comes in chunks."""
    parts = [b"%x;name=value\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks]
    return (
        HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + b"".join(parts) + b"0\r\nTrailer: x\r\n\r\n"
    )


def served(answer: bytes) -> list[str]:
    """The contents of the completions in some answers."""
    return [
        json.loads(part.partition(b"\r\n\r\n")[2])["choices"][0]["message"]["content"]
        for part in re.split(rb"HTTP/1\.[01] 200 OK\r\n", answer)[1:]
    ]


def test_chunked_body() -> None:
    """A body in chunks, with extensions and trailers, is the same request."""
    with FakeServer(Reply("x")) as server:
        assert served(raw(server, chunked(BODY[:5], BODY[5:6], BODY[6:]))) == ["x"]
        assert server.requests[0].raw == BODY


def test_any_pieces() -> None:
    """A request may arrive byte by byte."""
    with FakeServer(Reply("x")) as server, socket.create_connection(("127.0.0.1", server.port), 30.0) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in request(BODY):
            connection.send(bytes([byte]))
        assert served(connection.recv(1 << 16)) == ["x"]


def test_keep_alive() -> None:
    """A connection serves one request after the other."""
    with FakeServer([Reply("1"), Reply("2")]) as server:
        with socket.create_connection(("127.0.0.1", server.port), 30.0) as connection:
            for content in ("1", "2"):
                connection.sendall(request(BODY, "/v1/chat/completions", "POST", KEEP))
                assert served(connection.recv(1 << 16)) == [content]
        assert (server.served.requests, server.served.connections) == (2, 1)


def test_requests_sent_ahead() -> None:
    """Requests that a client sends before it has an answer are answered in order."""
    with FakeServer([Reply("1", latency=0.05), Reply("2"), Reply("3")]) as server:
        ahead = request(BODY, "/v1/chat/completions", "POST", KEEP)
        assert served(raw(server, ahead + ahead + request(BODY))) == ["1", "2", "3"]
        assert server.served.peak_in_flight == 1


def test_expect_continue() -> None:
    """A client that waits for leave to send the body gets it."""
    with FakeServer(Reply("x")) as server, socket.create_connection(("127.0.0.1", server.port), 30.0) as connection:
        head, _, body = request(BODY, "/v1/chat/completions", "POST", "Expect: 100-continue").partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n")
        assert connection.recv(1 << 16) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        assert served(connection.recv(1 << 16)) == ["x"]


def test_http_1_0() -> None:
    """A client of HTTP/1.0 gets its answer and the end of the connection."""
    with FakeServer(Reply("x")) as server:
        assert served(
            raw(server, b"POST /v1/chat/completions HTTP/1.0\r\ncontent-length: %d\r\n\r\n%b" % (len(BODY), BODY))
        ) == ["x"]


@pytest.mark.parametrize(
    "sent", [b"nonsense\r\n\r\n", HEAD + b"Content-Length: ten\r\n\r\n", HEAD + b"X: " + b"x" * 70_000]
)
def test_no_request(sent: bytes) -> None:
    """What is no HTTP/1.1 request is 400 and the end of the connection, and is not counted."""
    with FakeServer() as server:
        assert raw(server, sent).split(b" ", 2)[1] == b"400"
        assert server.requests == ()
        assert server.served.requests == 0
