from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from summarize.errors import ArticleError
from summarize.reading.web.addresses import Reach
from summarize.reading.web.urls import address_in_messages, canonical, redirect_target


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("http://Example.COM", "http://example.com/"),
        ("HTTPS://example.com:443/a/../b/./c?x=1#part", "https://example.com/b/c?x=1"),
        ("http://example.com./", "http://example.com/"),
        ("http://example.com:/", "http://example.com/"),
        ("https://example.com:80/", "https://example.com:80/"),
        ("http://bücher.example/ä?q=ü", "http://xn--bcher-kva.example/%C3%A4?q=%C3%BC"),
        ("http://example。com/", "http://example.com/"),
        ("  http://example.com/a b\n", "http://example.com/a%20b"),
        ("http://example.com/%2e%2e/a", "http://example.com/a"),
        ("http://[2606:4700:0:0::1]/", "http://[2606:4700::1]/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://a_b.example/", "http://a_b.example/"),
        ("http://example.com/@name/post", "http://example.com/@name/post"),
    ],
)  # fmt: skip
def test_one_spelling(given: str, expected: str) -> None:
    """An address has one spelling: host in lower case and ASCII, no default port, no fragment, no dots in its path."""
    assert str(canonical(given)) == expected
    assert canonical(expected) == canonical(given)


@pytest.mark.parametrize(
    "address",
    [
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://127.0.0.1.5/", "http://1/",
        "http://①②⑦.0.0.1/", "http://127。0。0。1/", "http://１２７.0.0.1/", "http://٠.0.0.1/", "http://127.0.0.1./", "http://127.0.0.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://10.0.0.1/", "http://[::]/", "http://0.0.0.0/", "http://0/",
        "http://%31%32%37.0.0.1/", "http://a%2eb/", "http://[v1.x]/", "http://[::1", "http://::1/", "http://a..b/", "http://.a/", "http://-a.example/", "http://xn--/",
        "http:///x", "http:example.com", "http://", "//example.com/", "example.com", "", "http://exam ple.com/", "http://a|b/", "http://a'b/",
        "http://example.com:8080/", "http://example.com:22/", "http://example.com:99999/", "http://example.com:0/", "http://example.com:x/",
        "http://example.com\\@127.0.0.1/", "http://example.com/\x00", "http://example.com/\r\nX: y", "http://exa\tmple.com/", "http://example.com/\ud800",
        "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://example.com/", "ws://example.com/",
        "http://user@example.com/", "http://user:password@example.com/", "http://:password@example.com/", "http://@example.com@127.0.0.1/", "http://a@b@c/",
        "http://example.com/" + "x" * 5000, "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/",
    ],
)  # fmt: skip
def test_refused(address: str) -> None:
    """What is no address of a page, leads nowhere public, or is spelled in an odd way is refused in one line that says what."""
    with pytest.raises(ArticleError) as caught:
        canonical(address)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://user:secret@example.com/a?token=secret#secret", "http://example.com/a?…"),
        ("http://user:sec/ret@example.com/", "http://example.com/"),
        ("http://user:secret@exam ple.com:x/", "http://exam ple.com:x/"),
        ("user:secret@example.com/a", "example.com/a"),
        ("ftp://user:secret@example.com/a", "ftp://example.com/a"),
        ("http://[secret@::1", "http://::1"),
        ("http://example.com/@name", "http://example.com/@name"),
        ("http://example.com/\x1b[31m\u202e", "http://example.com/%1B%5B31m%E2%80%AE"),
        ("\x1b]0;x", "�]0;x"),
        ("", "an empty address"),
    ],
)  # fmt: skip
def test_shown_without_secrets(address: str, expected: str) -> None:
    """A message names an address without its user, password, query and fragment, and with nothing that a terminal would obey."""
    assert address_in_messages(address) == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_never_raises_otherwise(text: str) -> None:
    """Any text is an address or refused, and can be shown on one line."""
    for each in (text, f"http://{text}", f"https://example.com/{text}", f"http://example.com:80{text}"):
        assert address_in_messages(each).isprintable()
        url = _canonical(each)
        if url is None:
            continue
        assert canonical(str(url)) == url
        assert url.scheme in {"http", "https"}
        assert url.port in {80, 443}
        assert url.raw_user is None
        assert url.raw_host == (url.raw_host or "").lower()
        assert not url.fragment


def _canonical(text: str) -> URL | None:
    """An address, or None where it is refused. Anything else that is raised is a bug."""
    with contextlib.suppress(ArticleError):
        return canonical(text)
    return None


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True), st.from_regex(r"[A-Za-z0-9$_.+!*'(),;:=-]{1,16}", fullmatch=True))
def test_passwords_are_never_shown(user: str, password: str) -> None:
    """Whatever a password is made of, no message shows it."""
    secret = f"pw{password}pw"
    text = f"http://{user}:{secret}@example.com/path"
    assert secret not in address_in_messages(text)
    with pytest.raises(ArticleError) as caught:
        canonical(text)
    assert secret not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "expected"),
    [("/b", "https://example.com/b"), ("b?x", "https://example.com/a/b?x"), ("//other.example/", "https://other.example/"), ("https://other.example", "https://other.example/")],
)  # fmt: skip
def test_redirect(location: str, expected: str) -> None:
    """A redirect is relative to where it came from."""
    assert str(redirect_target(URL("https://example.com/a/c"), location)) == expected


@pytest.mark.parametrize(
    "location",
    [None, "", "http://example.com/", "//127.0.0.1/", "https://[::1]/", "file:///etc/passwd", "https://u:p@example.com/", "https://[", "https://example.com:8443/", "\\\\127.0.0.1\\x"],
)  # fmt: skip
def test_refused_redirect(location: str | None) -> None:
    """A redirect to nowhere, out of https, or to what would not be fetched is refused."""
    with pytest.raises(ArticleError, match=r"^https://example\.com/a redirects"):
        redirect_target(URL("https://example.com/a"), location)


def test_ports_of_a_test() -> None:
    """The port of a trusted address may be named, and no other."""
    reach = Reach(frozenset({("127.0.0.1", 8080)}))
    assert str(canonical("http://127.0.0.1:8080/", reach)) == "http://127.0.0.1:8080/"
    for address in ("http://127.0.0.1:8081/", "http://127.0.0.1/", "http://127.0.0.2:8080/"):
        with pytest.raises(ArticleError):
            canonical(address, reach)
