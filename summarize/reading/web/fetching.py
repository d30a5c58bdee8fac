"""Fetching for code without an event loop: on a thread of its own, so that it can also be waited for where a loop is running."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import Self

from aiohttp.abc import AbstractResolver

from summarize.reading.web.clock import WebClock
from summarize.reading.web.fetcher import Fetcher
from summarize.reading.web.options import WebOptions
from summarize.reading.web.page import FetchedPage


class Fetching:
    """A `Fetcher` on a thread, which `with` starts and ends.

    >>> with Fetching(WebOptions()) as fetching:  # doctest: +SKIP
    ...     page = fetching.start("https://example.org/article").result()
    """

    def __init__(
        self,
        options: WebOptions | None = None,
        *,
        resolver: AbstractResolver | None = None,
        clock: WebClock | None = None,
    ) -> None:
        """Prepare. Arguments and errors as of `Fetcher`."""
        self._fetcher = Fetcher(options, resolver=resolver, clock=clock)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run_loop, name="fetching", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Give up what is under way, and end the thread."""
        self.close()

    def start(self, url: str) -> Future[FetchedPage]:
        """Begin to fetch a page. The future gives it, or raises as `Fetcher.get`; `asyncio.wrap_future` makes it awaitable."""
        return asyncio.run_coroutine_threadsafe(self._fetcher.get(url), self._loop)

    def close(self) -> None:
        """Give up what is under way, and end the thread. Can be called again."""
        if self._loop.is_closed():
            return
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        else:
            self._loop.run_until_complete(self._fetcher.aclose())
        self._loop.close()

    def _run_loop(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._end())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())  # look-ups of names

    async def _end(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._fetcher.aclose()
