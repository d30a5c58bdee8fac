"""Fetches pages: one at a time from each host, from where it may, and only what has changed."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from aiohttp.abc import AbstractResolver
from yarl import URL

from summarize.errors import ArticleError, GoneError
from summarize.reading.web import media
from summarize.reading.web.cache import CachedPage, PageCache
from summarize.reading.web.clock import SystemClock, WebClock
from summarize.reading.web.options import WebOptions, product
from summarize.reading.web.pace import Pace, Visit
from summarize.reading.web.page import FetchedPage
from summarize.reading.web.robots import MAX_REDIRECTS, REDIRECTS, Robots
from summarize.reading.web.transport import HttpAnswer, TransferBudget, Transport
from summarize.reading.web.urls import SAVE, address_in_messages, canonical, redirect_target

_PAGE = frozenset({200, 203})
_BUSY = frozenset({429, 503})
_LOCKED = frozenset({401, 402, 403, 407, 451})
_GONE = frozenset({404, 410})


class Fetcher:
    """Fetches pages. Belongs to the event loop that it is used on; `Fetching` is for code without one."""

    def __init__(
        self,
        options: WebOptions | None = None,
        *,
        resolver: AbstractResolver | None = None,
        clock: WebClock | None = None,
    ) -> None:
        """Connect to nothing yet.

        Raises:
            ConfigurationError: the user agent cannot be sent.
        """
        self._options = options or WebOptions()
        self._clock = clock or SystemClock()
        self._reach = self._options.reach
        self._cache = PageCache(self._options.cache, self._options.max_bytes)
        self._transport = Transport(self._options, resolver)
        self._pace = Pace(self._options.delay, self._options.patience, self._clock)
        self._robots = Robots(self._transport, self._cache, self._clock, product(self._options), self._reach)

    async def aclose(self) -> None:
        """Close the connections and the cache. Can be called again."""
        await self._transport.aclose()
        self._cache.close()

    async def get(self, url: str) -> FetchedPage:
        """The page at an address.

        Raises:
            ArticleError: it is not there, not wanted to be fetched, too large, too slow, of a type that is not read, or its address
                leads to no public host. Says which, and what to do.
            ConfigurationError: what reads robots.txt is not installed.
        """
        target = canonical(url, self._reach)
        first = address_in_messages(str(target))
        budget, robots_budget = TransferBudget.of(self._options.timeout), TransferBudget.of(self._options.timeout)
        async with self._pace.visit() as visit:
            for _ in range(MAX_REDIRECTS + 1):
                await visit.enter(target.raw_host or "")
                kept = self._cache.get(str(target))
                try:
                    visit.slow(await self._robots.check(target, robots_budget))
                    answer = await self._ask(target, kept, budget, visit)
                except ArticleError as error:
                    if address_in_messages(str(target)) == first:
                        raise
                    raise ArticleError(f"{first} redirects: {error}") from None
                if answer.status not in REDIRECTS:
                    return self._page(target, answer, kept)
                target = redirect_target(target, answer.headers.get("location"), self._reach)
        raise ArticleError(f"{first} redirects more than {MAX_REDIRECTS} times: {SAVE}")

    async def _ask(self, target: URL, kept: CachedPage | None, budget: TransferBudget, visit: Visit) -> HttpAnswer:
        """The answer to a request; to a second one where the host asks for a pause that we have patience for."""
        for last in (False, True):
            answer = await self._transport.ask(
                target,
                kept.conditions if kept else {},
                name=address_in_messages(str(target)),
                budget=budget,
                wanted=lambda answer: _is_page(answer, target),
                most=self._options.max_bytes,
            )
            seconds = self._pause(answer)
            if answer.status not in _BUSY or seconds is None or last:
                return answer
            await visit.pause(seconds)
        raise AssertionError("unreachable")

    def _pause(self, answer: HttpAnswer) -> float | None:
        """The seconds that a Retry-After asks for; None if there is none."""
        asked = answer.headers.get("retry-after", "").strip()
        if asked.isascii() and asked.isdigit():
            return float(asked[:9])
        try:
            moment = parsedate_to_datetime(asked)
        except ValueError:
            return None
        # A date of HTTP is in UTC, whether it says so or not (RFC 9110, 5.6.7).
        return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - self._clock.now()).total_seconds())

    def _page(self, target: URL, answer: HttpAnswer, kept: CachedPage | None) -> FetchedPage:
        name, now = address_in_messages(str(target)), self._clock.now()
        if answer.status == HTTPStatus.NOT_MODIFIED and kept is not None:
            self._cache.touch(str(target), now)
            declared, body = kept.content_type, kept.body
        elif answer.status in _PAGE:
            declared, body = answer.headers.get("content-type"), answer.body
        else:
            raise (GoneError if answer.status in _GONE else ArticleError)(_refusal(name, answer.status))
        page = FetchedPage(
            url_final=str(target),
            content_type=media.decide_content_type(declared, body, name),
            charset=media.charset(declared),
            body=body,
            from_cache=answer.status == HTTPStatus.NOT_MODIFIED,
            fetched=now.isoformat(),
        )
        if not page.from_cache:
            self._cache.put(str(target), answer.headers, body, now)
        return page


def _is_page(answer: HttpAnswer, target: URL) -> bool:
    if answer.status not in _PAGE:
        return False
    media.check_declared(answer.headers.get("content-type"), address_in_messages(str(target)))
    return True


def _refusal(name: str, status: int) -> str:
    try:
        words = f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        words = str(status)
    if status in _LOCKED:
        return f"{name} answers {words}: if you may read it in a browser, {SAVE}"
    if status in _GONE:
        return f"{name} answers {words}: there is no such page; is the address right?"
    if status in _BUSY:
        return f"{name} answers {words}: try again later"
    return f"{name} answers {words}: try again later, or {SAVE}"
