"""The certificate is one for news.example alone, of an authority whose key was thrown away."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import ArticleError
from tests.reading.web.site import WORDS, Request, Site, fetch, ok, redirect

FOLDER = Path(__file__).parent / "tls"


@pytest.fixture
def site() -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "server.pem")
    with Site({"/": ok()}, tls=context) as served:
        yield served


@pytest.fixture
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority is one that the system knows, as OpenSSL is told."""
    monkeypatch.setenv("SSL_CERT_FILE", str(FOLDER / "authority.pem"))


def refused(site: Site, url: str) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(site, url)
    return str(caught.value)


@pytest.mark.usefixtures("_known")
def test_valid(site: Site) -> None:
    """A page comes over a connection whose certificate is valid for its host."""
    assert fetch(site, site.url("/", "news.example"))[0].body == WORDS


def test_unknown_authority(site: Site) -> None:
    """A certificate that nobody vouches for is refused, and nothing is asked."""
    message = refused(site, site.url("/", "news.example"))
    assert "the certificate of news.example is not valid (" in message
    assert "save the page and give the file" in message
    assert not site.requests


@pytest.mark.usefixtures("_known")
def test_other_host(site: Site) -> None:
    """So is one of another host, even of one at the same address."""
    assert "is not valid (Hostname mismatch" in refused(site, site.url("/", "other.example"))
    assert "is not valid (IP address mismatch" in refused(site, site.url("/"))
    assert not site.requests


@pytest.mark.usefixtures("_known")
def test_no_way_back_to_http(site: Site) -> None:
    """A redirect from https to http is not followed, where anybody could read along and answer."""
    with Site({"/": ok()}) as plain:
        site.paths["/a"] = redirect(plain.url("/", "news.example"))
        message = refused(site, site.url("/a", "news.example"))
        # Its port is no port of the web either, which is noticed first.
        assert "redirects" in message
        site.paths["/a"] = redirect("http://news.example/")
        assert "redirects from https to http, which is not followed" in refused(site, site.url("/a", "news.example"))
        assert not plain.requests


@pytest.mark.usefixtures("_known")
def test_from_http_to_https(site: Site) -> None:
    """The other way is the usual one."""

    def away(_: Request) -> bytes:
        return redirect(site.url("/", "news.example"))

    from tests.reading.web.test_pace import run_with

    with Site({"/": away}) as plain:
        assert run_with([plain, site], plain.url("/", "news.example")).body == WORDS


def test_no_tls(site: Site) -> None:
    """What speaks no TLS is told apart from what is not there."""
    with Site() as plain:
        plain.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
        assert "no secure connection to news.example" in refused(plain, plain.url("/", "news.example", "https"))
    assert "broke off" in refused(site, site.url("/", "news.example", "http"))
