"""One request at a time over HTTP: no redirect followed, nothing sent that was not asked for, bounded in size and time."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from summarize.errors import ArticleError
from summarize.reading.web.guard import ForbiddenAddressError, GuardedResolver, SocketGuard
from summarize.reading.web.media import ACCEPT
from summarize.reading.web.options import WebOptions, user_agent
from summarize.reading.web.unpacking import ENCODINGS, DamagedError, TooLargeError, Unpacker
from summarize.reading.web.urls import SAVE, forbidden

_CONNECT = 10.0
_MAX_CONNECTIONS = 8
_MAX_LINE_LENGTH = 8190
_MAX_FIELD_LENGTH = 32_768
"""Bytes. Content-Security-Policy of large sites passes aiohttp's own 8 KB."""
_MAX_FIELDS = 200
_PIECE = 65_536
_LISTS = frozenset({"cache-control", "vary", "content-encoding"})


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By name in lower case; the first of several with one name, unless it is a list."""
    body: bytes = b""


@dataclass(slots=True)
class TransferBudget:
    """Seconds of transfer that are left for a page."""

    seconds: float
    whole: float

    @classmethod
    def of(cls, seconds: float) -> TransferBudget:
        """A budget that nothing has been spent of."""
        return cls(seconds, seconds)


class Transport:
    """Sends requests, over connections that the guard lets be made. Belongs to the event loop that it is first used on."""

    def __init__(self, options: WebOptions, resolver: AbstractResolver | None = None) -> None:
        """Connect to nothing yet.

        Args:
            options: the user's.
            resolver: looks up names; the system's if None.

        Raises:
            ConfigurationError: the user agent cannot be sent.
        """
        self._options = options
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None
        self._headers = {"User-Agent": user_agent(options), "Accept": ACCEPT, "Accept-Encoding": ENCODINGS}

    async def ask(  # noqa: PLR0913 - what a request is bounded by, all by name
        self,
        url: URL,
        headers: Mapping[str, str],
        *,
        name: str,
        budget: TransferBudget,
        wanted: Callable[[HttpAnswer], bool],
        most: int,
        cut: bool = False,
    ) -> HttpAnswer:
        """One GET request and its answer.

        Args:
            url: a canonical address.
            headers: to send besides those of every request.
            name: what messages call the page.
            budget: pays for the time.
            wanted: told status and headers, whether the body is read; may raise.
            most: bytes that the body may have, both as sent and unpacked.
            cut: whether a longer body is cut rather than refused.

        Raises:
            ArticleError: no whole answer came, or where it would have come from is not public.
        """
        began = time.monotonic()
        try:
            async with asyncio.timeout(budget.seconds):
                return await self._ask(url, headers, wanted, most, cut=cut)
        except TooLargeError:
            raise ArticleError(
                f"{name} is larger than {most / 1e6:g} MB: {SAVE} if there is an article in it"
            ) from None
        except DamagedError as error:
            raise ArticleError(f"{name} {error}: {SAVE}") from None
        except aiohttp.ServerTimeoutError:
            raise ArticleError(f"{name}: nothing answers at {url.raw_host}: try again, or {SAVE}") from None
        except TimeoutError:
            raise ArticleError(f"{name} did not come whole within {budget.whole:g} s: try again, or {SAVE}") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise ArticleError(_describe_error(error, name, url)) from None
        finally:
            budget.seconds = max(0.0, budget.seconds - (time.monotonic() - began))

    async def _ask(
        self, url: URL, headers: Mapping[str, str], wanted: Callable[[HttpAnswer], bool], most: int, *, cut: bool
    ) -> HttpAnswer:
        async with self._open().get(url, headers=headers, allow_redirects=False) as response:
            answer = HttpAnswer(response.status, _headers(response))
            if not wanted(answer):
                return answer
            if not cut and (response.content_length or 0) > most:
                raise TooLargeError
            unpacker = Unpacker(answer.headers.get("content-encoding"), most)
            try:
                async for piece in response.content.iter_chunked(_PIECE):
                    unpacker.add(piece)
            except TooLargeError:
                if not cut:
                    raise
                return replace(answer, body=unpacker.body[:most])
            return replace(answer, body=unpacker.whole())

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            reach = self._options.reach
            self._resolver = GuardedResolver(self._resolver or aiohttp.ThreadedResolver(), reach)
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    ssl=ssl.create_default_context(),
                    resolver=self._resolver,
                    socket_factory=SocketGuard(reach),
                    limit=_MAX_CONNECTIONS,
                    limit_per_host=1,
                ),
                headers=self._headers,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT),
                trust_env=False,  # a proxy would look up names for us, past the guard
                auto_decompress=False,
                max_line_size=_MAX_LINE_LENGTH,
                max_field_size=_MAX_FIELD_LENGTH,
                max_headers=_MAX_FIELDS,
            )
        return self._session

    async def aclose(self) -> None:
        """Close the connections. Can be called again."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
            await asyncio.sleep(0)  # in which the sockets are closed
        if isinstance(self._resolver, GuardedResolver):
            await self._resolver.close()


def _headers(response: aiohttp.ClientResponse) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in response.headers.items():
        key = name.lower()
        if key not in found:
            found[key] = value
        elif key in _LISTS:
            found[key] += f", {value}"
    return found


def _describe_error(error: Exception, name: str, url: URL) -> str:
    """The one line for a request that failed."""
    cause = getattr(error, "os_error", None) or error
    if isinstance(cause, ForbiddenAddressError):
        return forbidden(name, cause.where)
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return f"{name}: the certificate of {url.raw_host} is not valid ({_reason(error)}), and it is not read without: {SAVE}"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return f"{name}: no secure connection to {url.raw_host} could be made: {SAVE}"
        case aiohttp.ClientConnectorDNSError():
            return f"{name}: no address is known for {url.raw_host}: is it spelled right, and is there a network?"
        case aiohttp.ClientConnectorError():
            return f"{name}: nothing answers at {url.raw_host}: try again, or {SAVE}"
        case aiohttp.ClientResponseError():
            return f"{name}: {url.raw_host} did not answer in HTTP, or with a head that is too large: {SAVE}"
    return f"{name}: the connection to {url.raw_host} broke off: try again, or {SAVE}"


def _reason(error: aiohttp.ClientConnectorCertificateError) -> str:
    reason = getattr(error.certificate_error, "verify_message", "") or "it could not be checked"
    return "".join(mark for mark in str(reason) if mark.isprintable())[:120]
