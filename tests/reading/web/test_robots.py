from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego

from summarize.errors import ArticleError, ConfigurationError
from tests.reading.web.site import HOST, Names, Request, Site, Time, Write, fetch, fetcher, ok, redirect, reply


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/a": ok(), "/b/c": ok()}) as served:
        yield served


def rules(text: str) -> bytes:
    return ok(text.encode(), "text/plain")


def refused(site: Site, path: str = "/a", **options: object) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(site, path, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "", "User-agent: *\nDisallow:\n", "User-agent: other\nDisallow: /\n", "User-agent: *\nDisallow: /b\n", "User-agent: *\nDisallow: /\nAllow: /a\n",
        "User-agent: *\nDisallow: /\n\nUser-agent: Summarize\nAllow: /\n", "User-agent: *\nDisallow: /*/a\n", "User-agent: *\nDisallow: /a/$\n",
        "\ufeffUser-agent: summarize\nUser-agent: other\nDisallow: /b\n", "<html>Not found</html>", "\x00\xff" * 100, "Disallow: /a", "user-agent:*\nDISALLOW :\t/b # /a\n",
    ],
)  # fmt: skip
def test_allowed(site: Site, text: str) -> None:
    """What robots.txt does not forbid may be fetched: rules for us go before those for all, longer ones before shorter ones."""
    site.paths["/robots.txt"] = rules(text)
    assert fetch(site, "/a")


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /\n", "User-agent: *\nDisallow: /a\n", "user-agent: SUMMARIZE\ndisallow: /\n\nUser-agent: *\nAllow: /\n", "User-agent: *\nDisallow: /*a$\n",
        "User-agent: other\nUser-agent: summarize\nDisallow: /a\n", "\ufeffUser-agent: *\r\nDisallow: /a\r\n", "User-agent: *\rDisallow: /\r", "User-agent: *\nDisallow: /%61\n",
    ],
)  # fmt: skip
def test_forbidden(site: Site, text: str) -> None:
    """What it forbids is not fetched."""
    site.paths["/robots.txt"] = rules(text)
    assert "the robots.txt of 127.0.0.1 asks programs not to: save the page and give the file" in refused(site)
    assert site.asked == []


def test_read_once(site: Site) -> None:
    """It is read once for all pages of a host, and again for another host or port."""
    fetch(site, "/a", "/b/c", "/a", site.url("/a", "news.example"))
    assert [request.path for request in site.requests].count("/robots.txt") == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 204, 304])
def test_not_there(site: Site, status: int) -> None:
    """Where there is none, everything may be fetched (RFC 9309, 2.3.1.3)."""
    site.paths["/robots.txt"] = reply(f"{status} X")
    assert fetch(site, "/a")


@pytest.mark.parametrize("status", [500, 502, 503, 429, 599])
def test_not_to_be_had(site: Site, status: int) -> None:
    """Where the server fails, nothing may be (RFC 9309, 2.3.1.4), nor where it is asked too often."""
    site.paths["/robots.txt"] = reply(f"{status} X", b"User-agent: *\nAllow: /")
    assert f"the robots.txt of 127.0.0.1 answers {status}, so nobody knows whether it may be: try later" in refused(
        site
    )
    assert site.asked == []


def test_tried_again(site: Site) -> None:
    """A failing server is asked again after a while, not for every page."""
    site.paths["/robots.txt"] = reply("503 Busy")
    clock = Time()

    async def run() -> None:
        async with fetcher(site, clock=clock) as ours:
            for path in ("/a", "/b/c"):
                with pytest.raises(ArticleError):
                    await ours.get(site.url(path))
            assert len(site.requests) == 1
            site.paths["/robots.txt"] = rules("")
            clock.seconds += 1000
            await ours.get(site.url("/a"))

    asyncio.run(run())


@pytest.mark.parametrize("answer", [b"", b"nonsense"])
def test_unreachable(site: Site, answer: bytes) -> None:
    """Where no answer comes, nothing may be fetched either."""

    async def broken(_: Request, write: Write) -> None:
        await write(answer)

    site.paths["/robots.txt"] = broken
    assert refused(site)
    assert site.asked == []


def test_too_slow(site: Site) -> None:
    """A robots.txt that does not come is given up in time."""

    async def never(_: Request, __: Write) -> None:
        await asyncio.sleep(60)

    site.paths["/robots.txt"] = never
    assert "did not come whole within 0.2 s" in refused(site, timeout=0.2)
    assert site.asked == []


def test_redirected(site: Site) -> None:
    """Redirects of robots.txt are followed, five at most; a longer chain is no file (RFC 9309, 2.3.1.2)."""
    site.paths |= {"/robots.txt": redirect("/1")} | {f"/{number}": redirect(f"/{number + 1}") for number in range(1, 5)}
    site.paths["/5"] = rules("User-agent: *\nDisallow: /a")
    assert "asks programs not to" in refused(site)
    site.paths |= {"/5": redirect("/6"), "/6": rules("User-agent: *\nDisallow: /a")}
    assert fetch(site, "/a")


def test_redirected_to_a_secret(site: Site) -> None:
    """A redirect of robots.txt is guarded as any other."""
    site.paths["/robots.txt"] = redirect("http://169.254.169.254/robots.txt")
    assert "only public addresses are fetched" in refused(site)


def test_huge(site: Site) -> None:
    """Of a huge one the first 500 kilobytes count; what it takes to read them is bounded."""
    line = b"Disallow: /x*y*z\n"

    async def endless(_: Request, write: Write) -> None:
        await write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /b\n")
        while True:
            await write(line * 1000)

    site.paths["/robots.txt"] = endless
    began = time.monotonic()
    assert fetch(site, "/a")
    assert "asks programs not to" in refused(site, "/b/c")
    assert time.monotonic() - began < 30


def test_hostile_patterns(site: Site) -> None:
    """No pattern takes long to match, however many wildcards it has."""
    site.paths["/robots.txt"] = rules(
        "User-agent: *\n" + "".join(f"Disallow: /{'*a' * count}b\n" for count in range(1, 300))
    )
    site.paths["/" + "a" * 2000] = ok()
    began = time.monotonic()
    assert fetch(site, "/" + "a" * 2000)
    assert time.monotonic() - began < 30


def test_kept_for_a_day(site: Site, tmp_path: Path) -> None:
    """It is kept between runs, for a day."""
    site.paths["/robots.txt"] = rules("User-agent: *\nDisallow: /b")
    for seconds, times in ((0, 1), (80_000, 1), (90_000, 2)):
        assert fetch(site, "/a", cache=tmp_path, clock=Time(seconds))
        assert "asks programs" in refused(site, "/b/c", cache=tmp_path, clock=Time(seconds))
        assert [request.path for request in site.requests].count("/robots.txt") == times


def test_a_failure_is_not_kept(site: Site, tmp_path: Path) -> None:
    """That it could not be read is not kept: the next run asks."""
    site.paths["/robots.txt"] = reply("500 Oops")
    refused(site, cache=tmp_path)
    site.paths["/robots.txt"] = rules("")
    assert fetch(site, "/a", cache=tmp_path)


def test_by_the_name_of_the_user_agent(site: Site) -> None:
    """Who gives another user agent is known to robots.txt by that name."""
    site.paths["/robots.txt"] = rules("User-agent: deskbot\nDisallow: /a")
    assert fetch(site, "/a")
    assert "asks programs not to" in refused(site, user_agent="DeskBot/2.0")


def test_not_installed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that reads it nothing is fetched, and the error says how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "protego", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'summarize\[web\]'"):
        fetch(site, "/a")


@given(st.text(max_size=300), st.text(max_size=60))
def test_never_raises(text: str, path: str) -> None:
    """Whatever robots.txt holds can be read, and asked."""
    for each in (
        text,
        f"User-agent: *\nDisallow: {text}",
        f"User-agent: *\nCrawl-delay: {text}",
        f"User-agent: {text}\nDisallow: /",
    ):
        parsed = Protego.parse(each)
        parsed.can_fetch(f"http://{HOST}/{path}", "summarize")
        parsed.crawl_delay("summarize")


def test_names_are_looked_up_once(site: Site) -> None:
    """A host is looked up for its robots.txt and its pages alike, not for each."""
    names = Names()
    fetch(site, site.url("/a", "news.example"), site.url("/b/c", "news.example"), names=names)
    assert names.asked == ["news.example"]
