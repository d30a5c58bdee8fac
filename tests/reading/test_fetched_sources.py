"""Rules of reading sources that are fetched, or name what is to be fetched: feeds, lists, pages. All texts were written for these tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarize.reading import Outcome, Sources, read_all
from tests.reading.stories import PAGE, STORY, options, texts
from tests.reading.web.site import Site, ok


def rss(site: Site, *items: str, whole: str = "") -> bytes:
    there = "".join(
        f"<item><title>{each}</title><link>{site.url('/' + each)}</link><guid>{each}</guid></item>" for each in items
    )
    more = f"<item><title>Whole one</title><guid>whole</guid><description>{whole}</description></item>" if whole else ""
    return ok(
        f'<rss version="2.0"><channel><title>Quay</title>{there}{more}</channel></rss>'.encode(), "application/rss+xml"
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/one": ok(PAGE.encode()), "/two": ok(PAGE.replace("second", "third").encode())}) as made:
        made.paths["/feed"] = rss(
            made, "one", "gone", "two", whole="&lt;p&gt;" + STORY + " It was time. " * 80 + "&lt;/p&gt;"
        )
        made.paths["/feeds"] = ok(
            f'<opml version="2.0"><body><outline xmlUrl="{made.url("/feed")}"/></body></opml>'.encode(), "text/xml"
        )
        yield made


def test_a_feed_is_its_articles(site: Site) -> None:
    """Items that carry their article are used as they are, others are fetched, in the feed's order; one that is gone is an error."""
    found = texts(list(read_all([site.url("/feed")], options=options(site))))
    assert found[0] == "one"
    assert "404" in found[1]
    assert found[2:] == ["two", "feed#4"]
    assert sorted(site.asked) == ["/feed", "/gone", "/one", "/two"]


@pytest.mark.usefixtures("folder")
def test_a_list_of_feeds_is_all_their_articles(site: Site) -> None:
    """A list of feeds, from a file or from the web, leads through the feeds to their articles."""
    Path("feeds.opml").write_bytes(site.paths["/feeds"].partition(b"\r\n\r\n")[2])  # type: ignore[union-attr]
    for source in ("feeds.opml", site.url("/feeds")):
        found = texts(list(read_all([source], options=options(site))))
        assert [each[:4] for each in found] == ["one", "!htt", "two", "feed"]


def test_what_is_new_is_what_was_not_used(site: Site, folder: Path) -> None:
    """With `new`, an item counts as old once it was used, not because it was read; without, all are read."""

    def run(*, use: bool) -> list[str]:
        with Sources([site.url("/feed")], options=options(site, new=True, cache=folder)) as sources:
            found = list(sources)
            for each in found:
                if use and each.reading:
                    sources.used(each.reading.article.source)
        return [each[:4] for each in texts(found)]

    assert run(use=False) == ["one", "!htt", "two", "feed"]
    assert run(use=True) == ["one", "!htt", "two", "feed"]
    assert run(use=True) == ["!htt"]
    site.paths["/gone"] = ok(PAGE.encode())
    assert run(use=True) == ["gone"]
    assert run(use=True) == ["?htt"]
    assert len(list(read_all([site.url("/feed")], options=options(site, cache=folder)))) == 4


def test_no_article_is_a_feed(site: Site) -> None:
    """A feed whose item leads to a feed, again and again, ends."""
    site.paths["/again"] = rss(site, "again")
    found = texts(list(read_all([site.url("/again")], options=options(site))))
    assert len(found) == 1
    assert "is a feed, where an article was announced" in found[0]


def _list(site: Site, *paths: str) -> bytes:
    return ok("\n".join(site.url(path) for path in paths).encode(), "text/plain")


def _opml(site: Site, *paths: str) -> bytes:
    outlines = "".join(f'<outline xmlUrl="{site.url(path)}"/>' for path in paths)
    return ok(f'<opml version="2.0"><body>{outlines}</body></opml>'.encode(), "text/xml")


HOSTILE: dict[str, Callable[[Site], dict[str, bytes]]] = {
    "a list that lists itself": lambda site: {"/start": _list(site, "/start", "/start")},
    "a chain of lists": lambda site: {
        "/start": _list(site, "/l0"),
        **{f"/l{n}": _list(site, f"/l{n + 1}") for n in range(40)},
    },
    "a feed item that is a list": lambda site: {
        "/start": rss(site, "many"),
        "/many": _list(site, *(f"/one?{n}" for n in range(300))),
    },
    "a feed item that is a list of feeds": lambda site: {
        "/start": rss(site, "many"),
        "/many": _opml(site, *(f"/feed?{n}" for n in range(300))),
    },
    "a list of feeds in a list of feeds": lambda site: {
        "/start": _opml(site, "/inner"),
        "/inner": _opml(site, "/start", "/feed"),
    },
    "a feed in a feed of a list": lambda site: {
        "/start": _opml(site, "/a"),
        "/a": rss(site, "b"),
        "/b": rss(site, "b"),
    },
    "a record that stands for itself": lambda site: {
        "/start": ok(json.dumps({"url": site.url("/start")}).encode(), "application/json")
    },
    "a feed item that is a record of another": lambda site: {
        "/start": rss(site, "record"),
        "/record": ok(json.dumps([{"url": site.url(f"/one?{n}")} for n in range(300)]).encode(), "application/json"),
    },
}


@pytest.mark.parametrize("trap", HOSTILE)
def test_what_is_fetched_leads_nowhere(site: Site, trap: str) -> None:
    """A list, feed or record that somebody else wrote cannot make a run fetch without end: it is one error each, after a few requests."""
    site.paths.update(HOSTILE[trap](site))
    found = texts(list(read_all([site.url("/start")], options=options(site, limit=1))))
    assert len(site.asked) <= 3
    assert found
    assert all(each.startswith("!") and ("where an article was announced" in each) for each in found)


def test_a_run_follows_so_many(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is fetched may list only so many addresses in one run; a file of the user's own is not counted."""
    monkeypatch.setattr("summarize.reading.sources._MAX_FOLLOWED", 3)
    site.paths["/list"] = _list(site, *(f"/one?{n}" for n in range(6)))
    found = texts(list(read_all([site.url("/list")], options=options(site))))
    assert found[:3] == ["one?0", "one?1", "one?2"]
    assert len(found) == 4
    assert "more than 3 addresses" in found[3]


@pytest.mark.usefixtures("folder")
def test_a_text_of_addresses_is_the_pages(site: Site) -> None:
    """A text with an address on each line stands for those pages; a text that begins with one does not."""
    Path("list.txt").write_text(f"# today\n{site.url('/one')}\n\n{site.url('/two')}\n")
    Path("text.txt").write_text(f"{site.url('/one')}\n{STORY}\n")
    assert texts(list(read_all(["list.txt", "text.txt"], options=options(site)))) == ["one", "two", "text.txt"]


def test_pages_are_asked_for_ahead_but_given_in_order(site: Site) -> None:
    """While a page is worked on the next ones are on their way; they come out in the order in which they were named."""
    urls = [site.url(path) for path in ("/one", "/two", "/one?2", "/two?2")]
    with Sources(urls, options=options(site)) as sources:
        outcomes = iter(sources)
        assert next(outcomes).source == urls[0]
        assert [each.source for each in outcomes] == urls[1:]


BEGUN = (
    STORY
    + " The board has looked for a place for nine years, and the ferries of the old one are full from May to September, its chair said. Trains are to call there."
)


def beginning(site: Site, text: str, path: str) -> list[Outcome]:
    """What comes of a feed with one item, whose page is at a path."""
    item = f"<item><title>Terminal</title><link>{site.url(path)}</link><guid>{path}</guid><description>{text}</description></item>"
    feed = f'<rss version="2.0"><channel><title>Quay</title>{item}</channel></rss>'
    site.paths["/begun"] = ok(feed.encode(), "application/rss+xml")
    return list(read_all([site.url("/begun")], options=options(site)))


@pytest.mark.parametrize(
    "page",
    [
        b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
        ok(b"<!doctype html><html><body><p>Log in</p></body></html>"),
    ],
)
def test_of_a_page_that_cannot_be_read_there_is_what_the_feed_has(site: Site, page: bytes) -> None:
    """Where an item's page cannot be read, its beginning in the feed is the article, marked as the feed's, and the notice says why."""
    site.paths["/shut"] = page
    (found,) = beginning(site, BEGUN, "/shut")
    assert found.reading is not None, found.error
    assert STORY in found.reading.article.text
    assert found.reading.article.origins["text"] == "feed"
    assert found.reading.article.url == site.url("/shut")
    assert "perhaps only the beginning" in found.reading.notices[0]
    assert "/shut" in found.reading.notices[0]


@pytest.mark.parametrize(
    ("text", "path"), [(BEGUN, "/gone"), (BEGUN + " […]", "/shut"), (STORY, "/shut"), ("", "/shut")]
)
def test_what_is_gone_or_broken_off_is_not_read_from_the_feed(site: Site, text: str, path: str) -> None:
    """What its own site says is not there may have been taken back; a text that breaks off, or one sentence, is no article."""
    site.paths["/shut"] = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
    (found,) = beginning(site, text, path)
    assert found.reading is None
    assert found.error is not None
    assert path in str(found.error)


def test_a_page_that_can_be_read_is(site: Site) -> None:
    """The feed's beginning is only for want of the page."""
    (found,) = beginning(site, BEGUN, "/one")
    assert found.reading is not None
    assert "Hanna Osei" in found.reading.article.text
    assert found.reading.article.origins["text"] != "feed"
