"""One visit to a host at a time, with a pause between two: no site is asked for more than it can well give."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from summarize.errors import ArticleError
from summarize.reading.web.clock import WebClock


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    ready: float = -math.inf
    """When the next visit may begin, by the clock's `elapsed`."""
    delay: float = 0.0
    """Seconds between two visits that the host asks for."""


class Pace:
    """What is known of each host's wishes."""

    def __init__(self, delay: float, patience: float, clock: WebClock) -> None:
        self.patience = patience
        self._delay = delay
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def visit(self) -> AsyncIterator[Visit]:
        """A visit that is at no host yet; at its end it leaves the last."""
        visit = Visit(self)
        try:
            yield visit
        finally:
            visit.leave()

    def of(self, host: str) -> _Host:
        """What is known of a host."""
        return self._hosts.setdefault(host, _Host())

    async def begin(self, name: str, host: _Host) -> None:
        """Take the host's turn, and wait until it may be visited.

        Raises:
            ArticleError: it has asked for a longer pause than we wait.
        """
        await host.turn.acquire()
        try:
            await self._wait(name, host.ready - self._clock.elapsed())
        except BaseException:
            host.turn.release()
            raise

    def end(self, host: _Host) -> None:
        """Give the turn back, with a pause before the next."""
        host.ready = max(host.ready, self._clock.elapsed() + max(self._delay, host.delay))
        host.turn.release()

    async def pause(self, name: str, host: _Host, seconds: float) -> None:
        """Wait as the host has asked. Raises as `begin`, and so does every later visit until then."""
        host.ready = max(host.ready, self._clock.elapsed() + seconds)
        await self._wait(name, seconds)

    async def _wait(self, name: str, seconds: float) -> None:
        if seconds > self.patience:
            raise ArticleError(f"{name} asked for a pause of {math.ceil(seconds):,} s: try again after that")
        if seconds > 0:
            await self._clock.sleep(seconds)


class Visit:
    """What is done for one page: at one host after the other where redirects lead on, at each in its turn."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._name = ""
        self._host: _Host | None = None

    async def enter(self, name: str) -> None:
        """Go to a host, from where the visit is. Raises as `Pace.begin`."""
        host = self._pace.of(name)
        if host is self._host:
            return
        self.leave()
        await self._pace.begin(name, host)
        self._name, self._host = name, host

    def slow(self, seconds: float | None) -> None:
        """Keep the distance that the host's robots.txt asks for, as far as our patience goes."""
        assert self._host is not None
        if seconds is not None and seconds > 0:
            self._host.delay = min(seconds, self._pace.patience)

    async def pause(self, seconds: float) -> None:
        """Wait as the host has asked. Raises as `Pace.pause`."""
        assert self._host is not None
        await self._pace.pause(self._name, self._host, seconds)

    def leave(self) -> None:
        """Give the host's turn back."""
        host, self._host = self._host, None
        if host is not None:
            self._pace.end(host)
