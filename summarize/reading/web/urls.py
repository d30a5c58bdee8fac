"""Addresses of pages: checked, in one spelling, and shown without what is nobody's business.

One parser decides and connects (yarl, which aiohttp uses): two that read an address differently are how such checks are got around.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import urljoin

from yarl import URL

from summarize.errors import ArticleError
from summarize.reading.web.addresses import PUBLIC, Reach

SAVE = "save the page and give the file"
_MAX_LENGTH = 4000
_SHOWN = 160
# Browsers read these in ways of their own. Other odd characters do no harm: in a path they are escaped, in a host they are refused.
_NEVER = re.compile("[\\x00-\\x1f\\x7f\\\\\ud800-\udfff]")
_HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_SCHEME = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]{0,20}:[/\\]{2,3}")


def canonical(text: str, reach: Reach = PUBLIC) -> URL:
    """An address in the one spelling that it is asked for, compared and kept by: no fragment, no default port, host in ASCII.

    Raises:
        ArticleError: it is no address of a web page, or one that is not fetched.
    """
    text = text.strip(" \t\r\n")
    if len(text) > _MAX_LENGTH:
        raise ArticleError(f"{address_in_messages(text)} is longer than {_MAX_LENGTH:,} characters: {SAVE}")
    if _NEVER.search(text):
        raise ArticleError(f"{address_in_messages(text)} is no address: it holds a backslash or invisible characters")
    try:
        url = URL(text)
        port = url.port
    except ValueError:
        raise ArticleError(f"{address_in_messages(text)} is no address of a web page") from None
    if url.scheme not in {"http", "https"}:
        raise ArticleError(f"{address_in_messages(text)} is not fetched: only http and https are")
    if url.raw_user is not None or url.raw_password is not None:
        raise ArticleError(f"{address_in_messages(text)} holds a user name or password, which are not sent: {SAVE}")
    host = _host(url, text)
    if port not in reach.ports:
        raise ArticleError(f"{address_in_messages(text)} is not fetched: only ports 80 and 443 are: {SAVE}")
    where = reach.refuses(host, port) if ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]) else None
    if where is not None:
        raise ArticleError(forbidden(address_in_messages(text), where))
    # Built anew from its parts: an explicit default port would remain, and an empty path stay empty.
    authority = (f"[{host}]" if ":" in host else host) + ("" if url.is_default_port() else f":{port}")
    query = f"?{url.raw_query_string}" if url.raw_query_string else ""
    return URL(f"{url.scheme}://{authority}{url.raw_path or '/'}{query}", encoded=True)


def _host(url: URL, text: str) -> str:
    """The host, if it has the form of a name or of an address in its usual spelling. What a name leads to is not known yet."""
    host = (url.raw_host or "").lower()
    try:
        if ":" in host:
            return str(IPv6Address(host))
        host = host.removesuffix(".")
        # What ends in a number is an IPv4 address to every client, in more spellings than one.
        usual = str(IPv4Address(host)) if _NUMBER.fullmatch(host.rpartition(".")[2]) else host
    except AddressValueError:
        usual = ""
    if "[" in text.partition("//")[2].partition("/")[0] or not _HOST.fullmatch(host) or usual != host:
        raise ArticleError(f"{address_in_messages(text)} has no valid host, or spells it in an odd way: {SAVE}")
    return host


def forbidden(name: str, where: str) -> str:
    """The message for an address that is not public."""
    return f"{name} leads to {where}, and only public addresses are fetched: {SAVE}"


def redirect_target(url: URL, location: str | None, reach: Reach = PUBLIC) -> URL:
    """Where a redirect leads.

    Raises:
        ArticleError: nowhere, to what is not fetched, or from https to http.
    """
    name = address_in_messages(str(url))
    if not location:
        raise ArticleError(f"{name} redirects without saying where: {SAVE}")
    try:
        target = canonical(urljoin(str(url), location), reach)
    except ValueError:
        raise ArticleError(f"{name} redirects to what is no address: {SAVE}") from None
    except ArticleError as error:
        raise ArticleError(f"{name} redirects: {error}") from None
    if url.scheme == "https" and target.scheme == "http":
        raise ArticleError(f"{name} redirects from https to http, which is not followed: {SAVE}")
    return target


def address_in_messages(text: str) -> str:
    """An address for a message: without user, password, query and fragment, which may hold secrets, on one line, and not too long."""
    try:
        url = URL(text)
        if url.scheme in {"http", "https"} and url.raw_host:
            where = str(url.with_user(None).with_query(None).with_fragment(None))
            return _plain(where + ("?…" if url.raw_query_string else ""))
    except ValueError:
        pass
    # What cannot be parsed may hold a password anywhere before an @.
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    rest = re.split(r"[?#]", rest.rpartition("@")[2], maxsplit=1)[0]
    return _plain((scheme.group().strip() if scheme else "") + rest) or "an empty address"


def _plain(text: str) -> str:
    text = "".join(mark if mark.isprintable() else "�" for mark in text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
