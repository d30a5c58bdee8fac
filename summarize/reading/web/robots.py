"""robots.txt (RFC 9309): where its owner does not want a program, we do not go."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from yarl import URL

from summarize.errors import ArticleError
from summarize.installing import missing
from summarize.reading.web.addresses import Reach
from summarize.reading.web.cache import PageCache
from summarize.reading.web.clock import WebClock
from summarize.reading.web.transport import HttpAnswer, TransferBudget, Transport
from summarize.reading.web.urls import SAVE, address_in_messages, redirect_target

if TYPE_CHECKING:
    from protego import Protego

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS: Final = 5
_MAX_SIZE: Final = 500 * 1024
"""Bytes that are read of it; what comes after is ignored (RFC 9309, 2.5)."""
_TRIED_AGAIN: Final = 600.0
"""Seconds after which a robots.txt that could not be read is asked for again."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of a host."""

    parsed: Protego | None
    """None where nothing may be fetched, as the file could not be read."""
    status: int
    read: float


class Robots:
    """Knows where we may go."""

    def __init__(self, transport: Transport, cache: PageCache, clock: WebClock, token: str, reach: Reach) -> None:
        self._transport, self._cache, self._clock = transport, cache, clock
        self._token, self._reach = token, reach
        self._rules: dict[str, _Rules] = {}

    async def check(self, url: URL, budget: TransferBudget) -> float | None:
        """The seconds between two visits that the host asks for, if it does, and if the page may be fetched.

        Raises:
            ArticleError: it may not, or nobody could say.
            ConfigurationError: what reads robots.txt is not installed.
        """
        name = address_in_messages(str(url))
        rules = self._rules.get(_origin(url))
        if rules is None or (rules.parsed is None and self._clock.elapsed() - rules.read > _TRIED_AGAIN):
            rules = self._rules[_origin(url)] = await self._read_rules(url, name, budget)
        if rules.parsed is None:
            raise ArticleError(
                f"{name} is not fetched: the robots.txt of {url.raw_host} answers {rules.status}, so nobody knows whether it may be: "
                f"try later, or {SAVE}"
            )
        if not rules.parsed.can_fetch(str(url), self._token):
            raise ArticleError(f"{name} is not fetched: the robots.txt of {url.raw_host} asks programs not to: {SAVE}")
        delay = rules.parsed.crawl_delay(self._token)
        return delay if delay is not None and math.isfinite(delay) else None

    async def _read_rules(self, url: URL, name: str, budget: TransferBudget) -> _Rules:
        origin = _origin(url)
        body = self._cache.robots(origin, self._clock.now())
        if body is not None:
            return self._parse_rules(body, 200)
        answer = await self._fetch(URL(f"{origin}/robots.txt"), name, budget)
        if answer.status >= 500 or answer.status == 429:
            return _Rules(None, answer.status, self._clock.elapsed())
        # Any other answer without the file says that there is none.
        body = answer.body if answer.status == 200 else b""
        self._cache.put_robots(origin, body, self._clock.now())
        return self._parse_rules(body, answer.status)

    async def _fetch(self, target: URL, name: str, budget: TransferBudget) -> HttpAnswer:
        """What is at the end of the redirects, of which RFC 9309 has five followed; with more there is no file."""
        answer = HttpAnswer(404, {})
        for _ in range(MAX_REDIRECTS + 1):
            answer = await self._transport.ask(
                target, {}, name=name, budget=budget, wanted=_is_found, most=_MAX_SIZE, cut=True
            )
            if answer.status not in REDIRECTS:
                return answer
            target = redirect_target(target, answer.headers.get("location"), self._reach)
        return answer

    def _parse_rules(self, body: bytes, status: int) -> _Rules:
        try:
            from protego import Protego  # noqa: PLC0415 - of an extra
        except ImportError:
            raise missing("reading from the web needs an extra", "web") from None
        text = body.decode("utf-8", "replace").removeprefix("\ufeff")
        return _Rules(Protego.parse(text), status, self._clock.elapsed())


def _origin(url: URL) -> str:
    return str(url.origin())


def _is_found(answer: HttpAnswer) -> bool:
    return answer.status == 200
