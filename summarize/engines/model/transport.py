"""The transport below the openai client: nothing leaves but what is meant to, to the address it is meant for, and no body is endless."""

from __future__ import annotations

import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import openai

from summarize.engines.model.faults import MalformedError
from summarize.engines.model.recordings import Replay
from summarize.errors import ConfigurationError, ModelError
from summarize.settings.addresses import host_of, is_loopback, origin, proxy_of

_MAX_BODY_SIZE = 8_000_000
"""Bytes. An answer has a few thousand."""
CONNECT = 10.0
_MAX_REDIRECTS = 5
_SPOKEN = frozenset({"http", "https"})
"""Schemes of proxies."""
_PLAIN_HEADERS = frozenset(
    {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
        "content-type",
        "content-length",
        "transfer-encoding",
    }
)


class Capped(httpx2.AsyncByteStream):
    """A body that breaks off when it is larger than any answer."""

    def __init__(self, inner: httpx2.AsyncByteStream, most: int) -> None:
        self._inner, self._most = inner, most

    @classmethod
    def of(cls, response: httpx2.Response) -> Capped:
        """The body of a response. What is packed may be a hundred times as large."""
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        most = _MAX_BODY_SIZE // 100 if "content-encoding" in response.headers else _MAX_BODY_SIZE
        return cls(response.stream, most)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Its pieces. Raises MalformedError where they are too many."""
        size = 0
        async for chunk in self._inner:
            size += len(chunk)
            if size > self._most:
                raise MalformedError(
                    f"the endpoint's answer is larger than {_MAX_BODY_SIZE // 1_000_000} MB: is --base-url right?"
                )
            yield chunk

    async def aclose(self) -> None:
        """Close the body."""
        await self._inner.aclose()


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers from recordings."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """What was answered to a request. Raises as `Replay.answer`."""
        answer = self._replay.answer(request.method, request.url.path, await request.aread())
        headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
        return httpx2.Response(answer.status, headers=headers, content=answer.body, request=request)


@dataclass(frozen=True, slots=True)
class Ways:
    """What requests to an endpoint carry besides the key."""

    key_header: str = "Authorization"
    """The header of the key: after `Bearer` in this one, alone in any other."""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    query: Mapping[str, str] = field(default_factory=dict)
    """Parameters of every address."""
    certificate: Path | None = None
    """A client certificate (PEM), with its key in the same file or in `certificate_key`."""
    certificate_key: Path | None = None


def transport(
    base_url: str, api_key: str | None, ways: Ways, received: Callable[[httpx2.Response], Awaitable[None]]
) -> httpx2.AsyncClient:
    """What carries requests to an endpoint; `received` sees each response before anybody else does.

    Raises:
        ConfigurationError: the client certificate, the proxy or the certificates of the environment cannot be used.
    """
    proxy = _proxy(base_url)
    home = _places(base_url)
    key = {"authorization": f"Bearer {api_key or 'none'}"} if ways.key_header.lower() == "authorization" else {}
    if api_key is not None and not key:
        key = {ways.key_header: api_key}
    ours = httpx2.Headers(key)
    ours.update(ways.headers)
    plain = {name.encode() for name in _PLAIN_HEADERS if name not in ours}

    async def only_ours(request: httpx2.Request) -> None:
        """Let nothing leave but what is meant to, nor to anywhere else.

        No redirect leads away, for the article would go along, and what lets in. The client has headers of its own making, some of them out
        of the environment.
        """
        there = str(request.url)
        if origin(there) not in home:
            raise ModelError(
                f"the endpoint at {host_of(base_url)} sends on to another address, {origin(there) or 'no web address'}, which is not "
                "followed: if it is right, give it with --base-url"
            )
        # Made anew: to take one of them away is to look through all of them.
        kept = [(name, value) for name, value in request.headers.raw if name.lower() in plain]
        request.headers = httpx2.Headers([*kept, *ours.raw])

    return openai.DefaultAioHttpClient(
        max_redirects=_MAX_REDIRECTS,
        trust_env=False,  # it would make a way for each proxy that the environment names, used or not
        proxy=proxy,
        verify=_ssl_context(
            ways, base_url, is_plain=proxy is None and is_loopback(base_url) and not any(map(_is_enciphered, home))
        ),
        event_hooks={"request": [only_ours, _stamp], "response": [received]},
    )


def _proxy(base_url: str) -> httpx2.Proxy | None:
    """The proxy that the environment names for an address. Raises ConfigurationError if it is none that can be used."""
    named = proxy_of(base_url)
    if named is None:
        return None
    variable, address = named
    scheme = address.partition(":")[0].lower()
    try:
        proxy = httpx2.Proxy(address) if scheme in _SPOKEN else None
        if proxy is not None and proxy.url.host:
            return proxy
    except httpx2.InvalidURL:
        pass
    # Not the address itself: it may hold a password.
    kind = "SOCKS" if scheme.startswith("socks") else scheme.upper()
    what = "is no address of a proxy"
    if scheme not in _SPOKEN:
        what = f"names a proxy that speaks {kind}, and only HTTP proxies are used"
    raise ConfigurationError(
        f"{variable} {what}: set {base_url.partition(':')[0].upper()}_PROXY to one, or except {host_of(base_url)} by NO_PROXY"
    )


def _is_enciphered(place: str) -> bool:
    return place.startswith("https:")


def _ssl_context(ways: Ways, base_url: str, *, is_plain: bool) -> ssl.SSLContext:
    if ways.certificate is None and is_plain:
        # Nothing is enciphered on the way: to read all authorities takes longer than to start a client. This one trusts nobody.
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ways.certificate is None:
        try:
            return httpx2.create_ssl_context(trust_env=not is_loopback(base_url))
        except OSError as error:
            raise ConfigurationError("SSL_CERT_FILE names no file of certificates: mend it, or unset it") from error
    context = ssl.create_default_context()
    try:
        context.load_cert_chain(ways.certificate, ways.certificate_key)
    except (OSError, ssl.SSLError) as error:
        reason = (
            getattr(error, "strerror", None) or getattr(error, "reason", None) or "it is no certificate with its key"
        )
        raise ConfigurationError(f"the client certificate {ways.certificate} cannot be used: {reason}") from error
    return context


def _places(base_url: str) -> frozenset[str]:
    """Where requests for an address may go: its own scheme, host and port, and the same host enciphered, at the usual ports."""
    here, host = origin(base_url), host_of(base_url)
    return frozenset({here, f"https://{host}:443"} if here == f"http://{host}:80" else {here})


async def _stamp(request: httpx2.Request) -> None:
    request.extensions["began"] = time.monotonic()
