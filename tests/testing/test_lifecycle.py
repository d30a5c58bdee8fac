"""Starting and ending: threads, sockets, and clients that are still there."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from pathlib import Path

import openai
import pytest
from pytest_socket import SocketConnectBlockedError

from summarize.testing import FakeServer, Reply, Request, faults
from tests.testing.clients import client, complete, completed, raw, request, text_of

BODY = b'{"model": "m", "messages": [{"role": "user", "content": "x"}]}'


OPEN_FILES = Path("/proc/self/fd")


def sockets() -> int:
    """How many sockets this process has open."""
    count = 0
    for link in OPEN_FILES.iterdir():
        try:
            count += str(link.readlink()).startswith("socket:")
        except FileNotFoundError:  # the folder's own
            continue
    return count


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="counts sockets by Linux's list of open files")
def test_nothing_is_left() -> None:
    """After a server is closed there is neither a thread nor a socket of it, whatever state its connections were in."""
    before = sockets(), threading.active_count()
    with FakeServer([Reply("x"), faults.hang(), faults.drip(1), faults.endless()]) as server:
        complete(server)
        open_ones = [socket.create_connection(("127.0.0.1", server.port), 30.0) for _ in range(5)]
        for number, connection in enumerate(open_ones[1:], start=1):
            connection.sendall(request(BODY)[: 20 if number == 4 else None])
        server.received(4)
    for connection in open_ones:
        connection.close()
    assert (sockets(), threading.active_count()) == before


def test_close_while_a_request_hangs() -> None:
    """Closing ends what hangs at once: the client sees the connection end, and its tokens are lost."""

    async def run() -> FakeServer:
        server = FakeServer(faults.hang()).start()
        async with client(server) as asker:
            asked = asyncio.create_task(completed(asker))
            await server.areceived()
            started = time.perf_counter()
            server.close()
            assert time.perf_counter() - started < 10
            with pytest.raises(openai.APIConnectionError):
                await asked
        return server

    server = asyncio.run(run())
    assert server.settled(0).lost_output_tokens > 0


def test_close_with_connections_just_opened() -> None:
    """Closing while clients connect leaves nothing behind and warns of nothing."""
    for _ in range(20):
        server = FakeServer().start()
        connections = [socket.create_connection(("127.0.0.1", server.port), 30.0) for _ in range(5)]
        server.close()
        for connection in connections:
            connection.close()


def test_async_with() -> None:
    """A server can be used on the client's own event loop."""

    async def run() -> str | None:
        async with FakeServer(Reply("x")) as server, client(server) as asker:
            return text_of(await completed(asker))

    assert asyncio.run(run()) == "x"


def test_close_twice() -> None:
    """Closing again does nothing, and so does closing what was never started."""
    FakeServer().close()
    server = FakeServer().start()
    server.close()
    server.close()
    with pytest.raises(ConnectionRefusedError):
        raw(server, b"")


def test_start_once() -> None:
    """A server is started once, and has no address before."""
    server = FakeServer()
    with pytest.raises(RuntimeError, match="has not been started"):
        _ = server.base_url
    with server, pytest.raises(RuntimeError, match="once"):
        server.start()


def test_port() -> None:
    """A port can be asked for; one that is taken is an OSError."""
    with FakeServer() as server, pytest.raises(OSError, match="in use"):
        FakeServer(port=server.port).start()
    with FakeServer(port=server.port) as again:
        assert again.base_url == f"http://127.0.0.1:{server.port}/v1"


def test_counts_outlive_the_server() -> None:
    """What was served can be read after closing."""
    with FakeServer(Reply("x")) as server:
        complete(server)
    assert (server.served.requests, len(server.requests)) == (1, 1)


def test_script_that_does_not_return(monkeypatch: pytest.MonkeyPatch) -> None:
    """A function of the script that never returns is an error when the server is closed, not a test that hangs."""
    monkeypatch.setattr("summarize.testing.server._PATIENCE", 0.05)
    go_on = threading.Event()

    def script(_: Request) -> Reply:
        go_on.wait(5)
        return Reply("x")

    server = FakeServer(script).start()
    connection = socket.create_connection(("127.0.0.1", server.port), 30.0)
    connection.sendall(request(BODY))
    server.received()
    with pytest.raises(RuntimeError, match="a function of its script is still running"):
        server.close()
    go_on.set()
    monkeypatch.undo()
    server.close()
    connection.close()


def test_other_hosts_stay_blocked() -> None:
    """These tests reach 127.0.0.1 and no other host, neither by address nor by name."""
    for host in ("192.0.2.1", "127.0.0.2"):
        with (
            socket.socket() as outside,
            pytest.raises((SocketConnectBlockedError, UserWarning), match=r"connect\(\) with host"),
        ):
            outside.connect((host, 80))
    with pytest.raises(AssertionError, match="looked up example"):
        socket.create_connection(("example.org", 80))
