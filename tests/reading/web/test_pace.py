from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from summarize.errors import ArticleError
from summarize.reading.web.page import FetchedPage
from tests.reading.web.site import Request, Site, Time, Write, fetch, fetcher, ok, redirect, reply


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/a": ok(), "/b": ok(), "/c": ok()}) as served:
        yield served


def run_with(sites: list[Site], url: str) -> FetchedPage:
    async def run() -> FetchedPage:
        async with fetcher(*sites) as ours:
            return await ours.get(url)

    return asyncio.run(run())


def waits(site: Site, *paths: str, **options: object) -> list[float]:
    clock = Time()
    fetch(site, *paths, clock=clock, **options)
    return clock.waits


def test_first_page_at_once(site: Site) -> None:
    """One page of a host is fetched without a pause, its robots.txt and redirects included."""
    site.paths["/r"] = redirect("/a")
    assert waits(site, "/r") == []


def test_pause_between_pages(site: Site) -> None:
    """Between two pages of a host there is a pause, and none between two hosts."""
    assert waits(site, "/a", "/b", "/c") == [1.0, 1.0]
    assert waits(site, "/a", "/b", delay=2.5) == [2.5]
    assert waits(site, "/a", site.url("/b", "other.example")) == []


def test_pause_counts_from_the_end(site: Site) -> None:
    """The time that passed anyway counts."""
    clock = Time()

    async def run() -> None:
        async with fetcher(site, clock=clock) as ours:
            await ours.get(site.url("/a"))
            clock.seconds += 0.75
            await ours.get(site.url("/b"))
            clock.seconds += 10
            await ours.get(site.url("/c"))

    asyncio.run(run())
    assert clock.waits == [0.25]


@pytest.mark.parametrize(
    ("asked", "kept"), [("5", 5.0), ("0.5", 1.0), ("86400", 30.0), ("-3", 1.0), ("nan", 1.0), ("inf", 1.0), ("x", 1.0)]
)
def test_crawl_delay(site: Site, asked: str, kept: float) -> None:
    """A longer pause that robots.txt asks for is kept, as far as patience goes."""
    site.paths["/robots.txt"] = ok(f"User-agent: *\nCrawl-delay: {asked}\n".encode(), "text/plain")
    assert waits(site, "/a", "/b") == [kept]


def test_one_connection_per_host() -> None:
    """However many pages are asked for at once, a host has one request at a time, on one connection."""
    open_now, most = 0, 0

    async def page(_: Request, write: Write) -> None:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.02)
        open_now -= 1
        await write(ok())

    async def run(site: Site) -> None:
        async with fetcher(site) as ours:
            await asyncio.gather(*(ours.get(site.url("/a")) for _ in range(6)))

    with Site({"/a": page}) as site:
        asyncio.run(run(site))
    assert most == 1


def test_hosts_side_by_side() -> None:
    """Several hosts are asked at the same time: the slowest does not hold up the others."""
    both = asyncio.Event()
    arrived = 0

    async def page(_: Request, write: Write) -> None:
        nonlocal arrived
        arrived += 1
        if arrived == 2:
            both.set()
        await asyncio.wait_for(both.wait(), 10)
        await write(ok())

    async def run(site: Site) -> None:
        async with fetcher(site) as ours:
            await asyncio.gather(*(ours.get(site.url("/a", host)) for host in ("one.example", "two.example")))

    with Site({"/a": page}) as site:
        asyncio.run(run(site))


@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("7", 7.0),
        ("0", None),
        ("Wed, 04 Mar 2026 12:00:09 GMT", 9.0),
        ("Wed, 04 Mar 2026 12:00:09 -0000", 9.0),
        ("Sun, 01 Mar 2026 00:00:00 GMT", None),
    ],
)
def test_retry_after(site: Site, status: str, asked: str, seconds: float | None) -> None:
    """A host that asks for a short pause gets it, and is asked once more."""
    answers = iter([reply(status, Retry_After=asked), ok()])
    site.paths["/a"] = lambda _: next(answers)
    assert waits(site, "/a") == ([] if seconds is None else [seconds])
    assert site.asked == ["/a", "/a"]


def test_asked_once_more_only(site: Site) -> None:
    """A host that asks for a pause again is left alone."""
    site.paths["/a"] = reply("429 Too Many", Retry_After="3")
    with pytest.raises(ArticleError, match="answers 429"):
        fetch(site, "/a")
    assert site.asked == ["/a", "/a"]


@pytest.mark.parametrize("asked", ["31", "86400", "9" * 400, "Thu, 05 Mar 2026 12:00:00 GMT"])
def test_longer_than_patience(site: Site, asked: str) -> None:
    """A long pause is an error at once, also for the host's other pages, until it is over."""
    site.paths["/a"] = reply("503 Busy", Retry_After=asked)
    clock = Time()

    async def run() -> None:
        async with fetcher(site, clock=clock) as ours:
            for path in ("/a", "/b"):
                with pytest.raises(
                    ArticleError, match=r"127.0.0.1 asked for a pause of [\d,]+ s: try again after that"
                ):
                    await ours.get(site.url(path))
            clock.seconds += 2e9
            await ours.get(site.url("/b"))

    asyncio.run(run())
    assert site.asked == ["/a", "/b"]
    assert clock.waits == []


@pytest.mark.parametrize("asked", ["", "soon", "-5", "1e9", "٣", "Wed, 99 Mar 2026 12:00:09 GMT"])
def test_pause_that_is_none(site: Site, asked: str) -> None:
    """What is no time to wait until is not waited for."""
    site.paths["/a"] = reply("503 Busy", Retry_After=asked)
    with pytest.raises(ArticleError, match="answers 503"):
        fetch(site, "/a")


def test_an_error_ends_the_turn(site: Site) -> None:
    """A page that fails, or whose fetching is given up, does not keep the host's turn."""

    asked = threading.Event()

    async def never(_: Request, __: Write) -> None:
        asked.set()
        await asyncio.sleep(60)

    site.paths["/never"] = never

    async def run() -> None:
        async with fetcher(site) as ours:
            with pytest.raises(ArticleError):
                await ours.get(site.url("/missing"))
            given_up = asyncio.create_task(ours.get(site.url("/never")))
            waiting = asyncio.create_task(ours.get(site.url("/b")))
            await asyncio.to_thread(asked.wait, 10)
            given_up.cancel()
            waiting.cancel()
            await asyncio.gather(given_up, waiting, return_exceptions=True)
            await ours.get(site.url("/a"))

    asyncio.run(run())
