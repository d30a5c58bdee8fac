from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summarize.errors import ArticleError
from summarize.reading.web import cache
from summarize.reading.web.seen import SeenItems
from tests.reading.web.site import WORDS, Request, Site, Time, fetch, ok, redirect, reply

DAY = 86_400.0


def unchanged(request: Request) -> bytes:
    """A page that has one version."""
    if (
        request.header("If-None-Match") == '"v1"'
        or request.header("If-Modified-Since") == "Wed, 04 Mar 2026 11:00:00 GMT"
    ):
        return reply("304 Not Modified", ETag='"v1"')
    return ok(kind="text/html; charset=utf-8", ETag='"v1"')


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/a": unchanged}) as served:
        yield served


def file(folder: Path) -> Path:
    return folder / "web" / "pages.sqlite3"


def test_not_sent_again(site: Site, tmp_path: Path) -> None:
    """A page that has not changed comes from the cache, as it was, after its host has said so."""
    first, second = fetch(site, "/a", "/a", cache=tmp_path)
    (third,) = fetch(site, "/a", cache=tmp_path, clock=Time(3600))
    assert [page.from_cache for page in (first, second, third)] == [False, True, True]
    assert {(page.body, page.content_type, page.charset, page.url_final) for page in (first, second, third)} == {
        (WORDS, "text/html", "utf-8", site.url("/a"))
    }
    assert third.fetched == "2026-03-04T13:00:00+00:00"
    assert len(site.asked) == 3


def test_by_date(site: Site, tmp_path: Path) -> None:
    """A page without an ETag is asked for by its date."""

    def dated(request: Request) -> bytes:
        return (
            unchanged(request)
            if request.header("If-Modified-Since")
            else ok(Last_Modified="Wed, 04 Mar 2026 11:00:00 GMT")
        )

    site.paths["/a"] = dated
    assert [page.from_cache for page in fetch(site, "/a", "/a", cache=tmp_path)] == [False, True]


def test_changed(site: Site, tmp_path: Path) -> None:
    """A page that has changed replaces the one that was kept."""
    fetch(site, "/a", cache=tmp_path)
    site.paths["/a"] = ok(b"<html>new", ETag='"v2"')
    assert fetch(site, "/a", cache=tmp_path)[0].body == b"<html>new"
    site.paths["/a"] = lambda request: reply("304 Not Modified") if request.header("If-None-Match") == '"v2"' else ok()
    assert fetch(site, "/a", cache=tmp_path)[0].body == b"<html>new"


def test_after_a_redirect(site: Site, tmp_path: Path) -> None:
    """A page is kept by where it was found, so that a redirect is asked for anew each time."""
    site.paths["/r"] = redirect("/a")
    assert [page.from_cache for page in fetch(site, "/a", "/r", cache=tmp_path)] == [False, True]


def test_nothing_kept_without_a_folder(site: Site) -> None:
    """Without a folder nothing is kept, nor asked about."""
    assert not any(page.from_cache for page in fetch(site, "/a", "/a"))
    assert all(request.header("If-None-Match") is None for request in site.requests)


@pytest.mark.parametrize(
    "headers",
    [{"Cache_Control": "no-store", "ETag": '"v1"'}, {"Cache_Control": 'private="x", NO-STORE', "ETag": '"v1"'}, {"Vary": "*", "ETag": '"v1"'}, {},
     {"Cache_Control": "max-age=5\r\nCache-Control: no-store", "ETag": '"v1"'}, {"ETag": '"' + "x" * 2000 + '"'}],
)  # fmt: skip
def test_not_kept(site: Site, tmp_path: Path, headers: dict[str, str]) -> None:
    """A page is not kept that must not be, or that could not be asked about; what was kept of it before is forgotten."""
    fetch(site, "/a", cache=tmp_path)
    site.paths["/a"] = ok(b"<html>secret", **headers)
    fetch(site, "/a", cache=tmp_path)
    fetch(site, "/a", cache=tmp_path)
    assert [request.header("If-None-Match") for request in site.requests if request.path == "/a"] == [
        None,
        '"v1"',
        None,
    ]
    with sqlite3.connect(file(tmp_path)) as database:
        assert database.execute("SELECT COUNT(*) FROM pages").fetchone() == (0,)
    database.close()


def test_unasked_for(site: Site, tmp_path: Path) -> None:
    """A host that says "unchanged" of what was never fetched gives no page."""
    site.paths["/a"] = reply("304 Not Modified")
    with pytest.raises(ArticleError, match="304"):
        fetch(site, "/a", cache=tmp_path)


def test_private(site: Site, tmp_path: Path) -> None:
    """What was fetched is readable by its owner alone, even where the folder was not."""
    (tmp_path / "web").mkdir(mode=0o777)
    (tmp_path / "web").chmod(0o777)
    fetch(site, "/a", cache=tmp_path)
    assert stat.S_IMODE((tmp_path / "web").stat().st_mode) == 0o700
    for path in (tmp_path / "web").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_ours(site: Site, tmp_path: Path) -> None:
    """A link in place of the folder or the file is not followed: nothing is kept, and nothing written elsewhere."""
    for kind in ("folder", "file"):
        cache_folder, elsewhere = tmp_path / kind, tmp_path / f"{kind} elsewhere"
        elsewhere.mkdir()
        cache_folder.mkdir()
        if kind == "folder":
            (cache_folder / "web").symlink_to(elsewhere)
        else:
            (cache_folder / "web").mkdir()
            file(cache_folder).symlink_to(elsewhere / "pages.sqlite3")
        assert not any(page.from_cache for page in fetch(site, "/a", "/a", cache=cache_folder))
        assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_damaged(site: Site, tmp_path: Path, content: bytes) -> None:
    """A damaged file is done without, and begun anew."""
    (tmp_path / "web").mkdir()
    file(tmp_path).write_bytes(content)
    assert len(fetch(site, "/a", "/a", cache=tmp_path)) == 2
    assert fetch(site, "/a", cache=tmp_path)[0].from_cache


def test_damaged_in_between(site: Site, tmp_path: Path) -> None:
    """So is one that is damaged somewhere within, or holds what nobody of us has put there."""
    fetch(site, "/a", cache=tmp_path)
    for change in (
        "body = x'00ff'",
        "body = 'text'",
        "type = 5, etag = x'00'",
        "etag = 'a' || char(13) || char(10) || 'X: y'",
    ):
        database = sqlite3.connect(file(tmp_path), isolation_level=None)
        database.execute(f"UPDATE pages SET {change}")
        database.close()
        assert fetch(site, "/a", cache=tmp_path)[0].body == WORDS
    content = bytearray(file(tmp_path).read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    file(tmp_path).write_bytes(content)
    assert fetch(site, "/a", cache=tmp_path)[0].body == WORDS


def test_of_another_version(site: Site, tmp_path: Path) -> None:
    """A file of another version of this program is begun anew."""
    fetch(site, "/a", cache=tmp_path)
    database = sqlite3.connect(file(tmp_path), isolation_level=None)
    database.executescript("DROP TABLE pages; CREATE TABLE pages (other); PRAGMA user_version = 99;")
    database.close()
    assert [page.from_cache for page in fetch(site, "/a", "/a", cache=tmp_path)] == [False, True]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_read_only(site: Site, tmp_path: Path) -> None:
    """Where nothing can be written, nothing is kept."""
    tmp_path.chmod(0o500)
    assert fetch(site, "/a", cache=tmp_path)[0].body == WORDS


def test_a_file_in_the_way(site: Site, tmp_path: Path) -> None:
    """Where the folder cannot be made, nothing is kept."""
    (tmp_path / "web").write_text("")
    assert not any(page.from_cache for page in fetch(site, "/a", "/a", cache=tmp_path))


def test_bounded_in_size(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache stays below its size: what was not used for longest goes first."""
    monkeypatch.setattr(cache, "_MAX_COUNT", 10_000)
    for number in range(4):
        site.paths[f"/{number}"] = ok(b"<html>" + os.urandom(4000), ETag=f'"{number}"')
    for second, path in enumerate(("/0", "/1", "/0", "/2", "/3")):
        fetch(site, path, cache=tmp_path, clock=Time(second))
    database = sqlite3.connect(file(tmp_path))
    kept = {url for (url,) in database.execute("SELECT url FROM pages")}
    database.close()
    assert kept == {site.url("/2"), site.url("/3")}


def test_bounded_in_age(site: Site, tmp_path: Path) -> None:
    """What was not used for a month is forgotten."""
    site.paths["/b"] = ok(ETag='"b"')
    fetch(site, "/a", cache=tmp_path)
    fetch(site, "/b", cache=tmp_path, clock=Time(31 * DAY))
    assert not fetch(site, "/a", cache=tmp_path, clock=Time(31 * DAY))[0].from_cache


def test_larger_than_allowed_now(site: Site, tmp_path: Path) -> None:
    """A page that was kept under a larger limit is not taken from the cache under a smaller one."""
    fetch(site, "/a", cache=tmp_path)
    with pytest.raises(ArticleError, match="larger than"):
        fetch(site, "/a", cache=tmp_path, max_bytes=20)


def test_seen_only_when_marked(tmp_path: Path) -> None:
    """An item is new until it has been used, for each feed by itself, also in later runs."""
    with closing(SeenItems(tmp_path, clock=Time())) as items:
        assert not items.seen("feed", "1")
        assert not items.seen("feed", "1")
        items.mark("feed", "1")
        items.mark("feed", "1")
        assert items.seen("feed", "1")
    with closing(SeenItems(tmp_path, clock=Time())) as items:
        assert items.seen("feed", "1")
        assert not items.seen("feed", "2")
        assert not items.seen("other", "1")


def test_seen_is_forgotten_in_time(tmp_path: Path) -> None:
    """An item that its feed has long dropped is forgotten; one that is still there is not."""
    clock = Time()
    with closing(SeenItems(tmp_path, clock=clock)) as items:
        for item in ("old", "evergreen"):
            items.mark("feed", item)
        for _ in range(20):
            clock.seconds += 30 * DAY
            assert items.seen("feed", "evergreen")
            items.mark("feed", "new")
        assert not items.seen("feed", "old")


def test_seen_without_a_file(tmp_path: Path) -> None:
    """Where nothing can be remembered, everything is new, and a damaged file is begun anew."""
    with closing(SeenItems(None)) as items:
        items.mark("feed", "1")
        assert not items.seen("feed", "1")
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "seen.sqlite3").write_bytes(b"x" * 5000)
    with closing(SeenItems(tmp_path)) as items:
        items.mark("feed", "\ud800")
        items.mark("feed", "1")
        assert not items.seen("feed", "2")
    with closing(SeenItems(tmp_path)) as items:
        items.mark("feed", "1")
        assert items.seen("feed", "1")
