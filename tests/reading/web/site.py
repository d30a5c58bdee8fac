"""A site on the loopback interface that answers with whatever bytes a test wants, and what stands in for names and time."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from aiohttp.abc import AbstractResolver, ResolveResult

from summarize.reading.web.clock import WebClock
from summarize.reading.web.fetcher import Fetcher
from summarize.reading.web.options import WebOptions
from summarize.reading.web.page import FetchedPage

HOST = "127.0.0.1"
WORDS = b"<!doctype html><title>t</title><p>The bridge reopened on Tuesday, the council said.</p>"


@dataclass(frozen=True)
class Request:
    """A request as it arrived."""

    line: str
    headers: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        return self.line.split(" ")[1]

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


Write = Callable[[bytes], Awaitable[None]]
Reply = bytes | Callable[[Request], bytes] | Callable[[Request, Write], Awaitable[None]]
"""What is sent: bytes as they are, or what a function makes of the request, or whatever a coroutine writes before the connection is cut."""


def ok(body: bytes = WORDS, kind: str | None = "text/html", **headers: str) -> bytes:
    """A sound answer. Names of headers with _ for -."""
    return reply("200 OK", body, kind, **headers)


def reply(status: str, body: bytes = b"", kind: str | None = None, **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}"]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return reply(status, Location=location)


class Site:
    """Serves paths on a thread of its own."""

    def __init__(self, paths: Mapping[str, Reply] | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.paths: dict[str, Reply] = dict(paths or {})
        self.requests: list[Request] = []
        self.connections = 0
        self.greeting = b""
        """What is sent before anything is asked."""
        self._tls = tls
        self._socket = socket.create_server((HOST, 0), backlog=64)
        self.port: int = self._socket.getsockname()[1]
        self._started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def url(self, path: str = "/", host: str = HOST, scheme: str | None = None) -> str:
        return f"{scheme or ('https' if self._tls else 'http')}://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, but robots.txt."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, sock=self._socket, ssl=self._tls))
        self._started.set()
        try:
            self._loop.run_forever()
        finally:
            server.close()
            self._loop.run_until_complete(self._end())

    async def _end(self) -> None:
        for _ in range(3):  # what is on its way in arrives meanwhile
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            writer.write(self.greeting)
            while await self._answer(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            transport: Any = writer.transport
            transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, *fields = head.rstrip("\r\n").split("\r\n")
        request = Request(
            line, tuple((name, value.strip()) for name, _, value in (each.partition(":") for each in fields))
        )
        self.requests.append(request)
        found = self.paths.get(request.path.partition("?")[0])
        if found is None:
            found = reply("404 Not Found")
        if isinstance(found, bytes):
            writer.write(found)
        else:
            made = found(request) if _takes_one(found) else found(request, _writing(writer))  # type: ignore[call-arg]
            if not isinstance(made, bytes):
                await made
                await writer.drain()
                return False
            writer.write(made)
        await writer.drain()
        return True


def _takes_one(function: Callable[..., Any]) -> bool:
    return bool(function.__code__.co_argcount == 1)


def _writing(writer: asyncio.StreamWriter) -> Write:
    async def write(data: bytes) -> None:
        writer.write(data)
        await writer.drain()

    return write


class Names(AbstractResolver):
    """Leads every name to the loopback address, but those that are given: each look-up takes the next of their lists."""

    def __init__(self, names: Mapping[str, Iterable[list[str]]] | None = None) -> None:
        self._names = {name: iter(addresses) for name, addresses in (names or {}).items()}
        self.asked: list[str] = []

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - as aiohttp calls it
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in next(self._names.get(host, iter([[HOST]])))
        ]

    async def close(self) -> None:
        pass


@dataclass
class Time(WebClock):
    """Time that only passes where somebody waits, or says so."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 3, 4, 12, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def elapsed(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)


def fetcher(
    *sites: Site, names: Names | None = None, clock: WebClock | None = None, **options: Any
) -> aclosing[Fetcher]:
    """A fetcher that these sites may be fetched from, and nothing else of this machine, to be closed."""
    trusted = frozenset((HOST, site.port) for site in sites)
    return aclosing(Fetcher(WebOptions(trusted=trusted, **options), resolver=names or Names(), clock=clock or Time()))


def fetch(site: Site, *urls: str, **options: Any) -> list[FetchedPage]:
    """Pages, one after the other; a path is of the site."""

    async def run() -> list[FetchedPage]:
        async with fetcher(site, **options) as ours:
            return [await ours.get(site.url(url) if url.startswith("/") else url) for url in urls]

    return asyncio.run(run())
