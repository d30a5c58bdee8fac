from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator

import pytest
from aiohttp.abc import ResolveResult

from summarize.errors import ArticleError
from summarize.reading.web.addresses import Reach
from summarize.reading.web.guard import ForbiddenAddressError, SocketGuard
from tests.reading.web.site import HOST, Names, Site, fetch, fetcher, ok, redirect

ANYWHERE_ELSE = 443


@pytest.fixture
def victim() -> Iterator[Site]:
    """A service of this machine that nobody may reach by way of a page."""
    with Site({"/": ok(b"<html>secret")}) as site:
        yield site
        assert site.connections == 0


def refused(site: Site, url: str, names: Names | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(site, url, names=names)
    return str(caught.value)


@pytest.mark.parametrize(
    "host",
    [
        HOST,
        "localhost.example",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "①②⑦.0.0.1",
        "127.0.0.1.",
    ],
)
def test_own_machine_by_any_name(victim: Site, host: str) -> None:
    """Another service of this machine is not reached, however its address is spelled."""
    with Site() as site:
        assert "\n" not in refused(site, f"http://{host}:{victim.port}/")


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://localhost.example:{port}/",
        "http://[::1]:{port}/",
        "http://2130706433:{port}/",
        "http://a@127.0.0.1:{port}/",
    ],
)
def test_redirect_to_own_machine(victim: Site, location: str) -> None:
    """A redirect does not lead where an address may not."""
    with Site({"/": redirect(location.format(port=victim.port))}) as site:
        refused(site, "/")


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "[fd00:ec2::254]",
        "168.63.129.16",
        "100.100.100.200",
        "10.0.0.1",
        "192.168.1.1",
        "[64:ff9b::a9fe:a9fe]",
    ],
)
def test_redirect_to_a_cloud_s_secrets(address: str) -> None:
    """Nor to the addresses where clouds tell a machine its secrets, nor into a private network."""
    with Site({"/": redirect(f"http://{address}/latest/meta-data/")}) as site:
        assert "only public addresses are fetched: save the page and give the file" in refused(site, "/")
        assert site.asked == ["/"]


def test_a_refused_redirect_names_where_it_came_from() -> None:
    """What is refused behind a redirect is told with the address that was named, by whose name it can be found."""
    names = Names({"inner.example": [["10.0.0.1"]] * 9, HOST: [["127.0.0.1"]] * 9})
    with Site({"/": redirect("http://inner.example/x")}) as site:
        told = refused(site, "/", names)
    assert HOST in told.split(" redirects: ")[0]
    assert "inner.example/x leads to a private network" in told


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "169.254.169.254",
        "10.1.2.3",
        "::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "fe80::1",
        "2002:7f00:1::1",
        "0.0.0.0",
        "::",
    ],
)
def test_name_of_a_private_address(address: str) -> None:
    """A name is judged by the addresses that it has when a connection is made."""
    names = Names({"innocent.example": [[address]] * 9})
    with Site() as site:
        assert "innocent.example/ leads to " in refused(site, "http://innocent.example/", names)
        assert site.connections == 0


def test_names_that_change(victim: Site) -> None:
    """A name that leads to a public address at first and to this machine the second time gains nothing (DNS rebinding)."""
    names = Names({"rebinding.example": [[HOST], ["10.0.0.1"], ["127.0.0.1"]]})

    async def run(site: Site) -> None:
        async with fetcher(site, names=names) as ours:
            await ours.get(site.url("/", "rebinding.example"))
            # Another port, for a connection of its own with a look-up of its own.
            with pytest.raises(ArticleError, match="only ports 80 and 443"):
                await ours.get(f"http://rebinding.example:{victim.port}/")
            with pytest.raises(ArticleError, match=r"leads to a private network"):
                await ours.get("http://rebinding.example/")
            with pytest.raises(ArticleError, match=r"leads to this machine"):
                await ours.get("https://rebinding.example/")

    with Site({"/": ok(Connection="close")}) as site:
        asyncio.run(run(site))


def test_private_among_public() -> None:
    """Of a host with several addresses, only those are tried that may be."""
    names = Names({"mixed.example": [["10.0.0.1", "::1", HOST, "169.254.169.254"]] * 9})
    with Site({"/": ok()}) as site:
        assert fetch(site, site.url("/", "mixed.example"), names=names)[0].body


def test_unknown_name() -> None:
    """A name that has no address is said to be unknown."""

    class Unknown(Names):
        async def resolve(self, *_: object, **__: object) -> list[ResolveResult]:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with Site() as site:
        assert "no address is known for nowhere.example" in refused(site, "http://nowhere.example/", Unknown())


@pytest.mark.parametrize(
    "target",
    [
        (socket.AF_INET, ("127.0.0.1", 80)), (socket.AF_INET, ("8.8.8.8", 25)), (socket.AF_INET6, ("::1", 443, 0, 0)),
        (socket.AF_INET6, ("fe80::1%1", 443, 0, 1)), (socket.AF_UNIX, ("/run/docker.sock", 0)), (socket.AF_INET, ("2130706433", 80)),
    ],
)  # fmt: skip
def test_last_word(target: tuple[int, tuple[str, int]]) -> None:
    """The socket itself is not made for what may not be connected to, whoever asks."""
    family, address = target
    with pytest.raises(ForbiddenAddressError):
        SocketGuard(Reach())((family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address))


def test_guard_without_look_up(monkeypatch: pytest.MonkeyPatch, victim: Site) -> None:
    """Where every check of names were to fail, the connection is still not made."""
    monkeypatch.setattr(
        "summarize.reading.web.transport.GuardedResolver.resolve",
        lambda self, *some, **named: self._inner.resolve(*some, **named),
    )
    monkeypatch.setattr("summarize.reading.web.addresses.Reach.ports", frozenset({victim.port}))
    with Site() as site:
        names = Names({"evil.example": [[HOST]] * 9})
        with pytest.raises(ArticleError, match=r"leads to this machine"):
            fetch(site, f"http://evil.example:{victim.port}/", names=names)


def test_no_proxy(monkeypatch: pytest.MonkeyPatch, victim: Site) -> None:
    """A proxy of the environment is not used: it would look up names for us. Nor is a netrc file."""
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{victim.port}")
    with Site({"/": ok()}) as site:
        fetch(site, site.url("/", "news.example"))
        assert all(request.header("Authorization") is None for request in site.requests)


def test_privileged_port_of_a_public_host() -> None:
    """Only the ports of the web are used, so that no page makes us talk to a mail server or a database."""
    with Site() as site:
        for port in (21, 22, 25, 6379, 8080, 9200):
            assert "only ports 80 and 443" in refused(site, f"http://news.example:{port}/")


def test_no_switch_outside_tests() -> None:
    """No setting, and no variable of the environment, lets anything private through."""
    from dataclasses import fields

    from summarize.settings import Settings

    assert "trusted" not in {field.name for field in fields(Settings)}


def test_unreachable() -> None:
    """A host where nothing answers is said to."""
    with socket.create_server((HOST, 0)) as closed, Site() as site:
        port = closed.getsockname()[1]
        closed.close()
        site.port = port
        assert "nothing answers at 127.0.0.1" in refused(site, f"http://127.0.0.1:{port}/")


def test_nobody_takes_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is one that never takes the connection, before the time for the page is over."""

    async def never(**_: object) -> socket.socket:
        await asyncio.sleep(60)
        raise AssertionError

    monkeypatch.setattr("aiohttp.connector.aiohappyeyeballs.start_connection", never)
    monkeypatch.setattr("summarize.reading.web.transport._CONNECT", 0.05)
    with Site() as site:
        assert "nothing answers at news.example" in refused(site, site.url("/", "news.example"))
