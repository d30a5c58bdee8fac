"""The connection to an endpoint: one attempt at a request, within a total deadline, live, recorded or replayed.

The openai client is given no retries and no time limit of its own: its limit counts each read apart, so that a slow drip of bytes never
meets it. aiohttp carries the requests, as it takes two thirds of the default transport's CPU time and does not grow with the
number in flight.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

import aiohttp
import httpx2
import openai
from openai.types.chat import ChatCompletion

from summarize.engines.model import faults
from summarize.engines.model.completions import check_completion
from summarize.engines.model.recordings import Recorder, Replay, Stored
from summarize.engines.model.transport import CONNECT, Capped, ReplayTransport, Ways, transport
from summarize.errors import ConfigurationError, SummarizeError
from summarize.redaction import SECRETS
from summarize.settings.addresses import proxy_of

_CONTENT = "/content"
_OF_PROXY = (aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError)
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Offered:
    """A model that an endpoint offers."""

    name: str
    ends: date | None = None
    """The day on which it is shut down, where the endpoint says so (`shutdown_date`)."""


class Connection:
    """Sends requests to one endpoint, over connections of each event loop's own."""

    def __init__(  # noqa: PLR0913
        self,
        base_url: str,
        api_key: str | None,
        *,
        timeout: float,
        ways: Ways | None = None,
        withheld: str | None = None,
        recorder: Recorder | None = None,
        replay: Replay | None = None,
    ) -> None:
        """Connect to nothing yet.

        Args:
            base_url: up to and with its `/v1`.
            api_key: None where the endpoint asks for none.
            timeout: seconds for a whole attempt, from sending to the last byte.
            ways: what every request carries besides.
            withheld: why a key that is set is not sent, for the message where the endpoint asks for one.
            recorder: takes every exchange.
            replay: answers in place of the endpoint.
        """
        self.base_url = base_url
        self._api_key = api_key
        self._timeout = timeout
        self._ways = ways or Ways()
        self._withheld = withheld
        self._recorder = recorder
        self._replay = replay
        # A client belongs to the event loop it was opened on.
        self._clients: WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = WeakKeyDictionary()

    async def complete(self, arguments: dict[str, Any]) -> ChatCompletion:
        """One attempt at a chat completion.

        Raises:
            faults.TransientError: another attempt may help.
            faults.UnsupportedError: the endpoint does not take a part of the request.
            ModelError: anything else that the endpoint did wrong.
            ConfigurationError: it refused the key.
            MeasurementError: it is not among the recordings.
        """
        completion: object = await self._within(
            # Not `chat.completions.create`: it looks through all of the request for what there is to change, and there is nothing.
            lambda client: client.post("/chat/completions", body=body_of(arguments), cast_to=ChatCompletion),
            arguments["model"],
        )
        if not isinstance(completion, ChatCompletion):
            # With another content type the client hands over the body as a text.
            raise faults.MalformedError(
                f"{self.base_url} answered with a page, not with JSON: is --base-url right, up to its /v1?"
            )
        return check_completion(completion)

    async def ask(self, send: Callable[[openai.AsyncOpenAI], Awaitable[Given]], seconds: float) -> Given:
        """What the client is given for anything else that is asked of the endpoint, within so many seconds. Raises as `complete`."""
        given: Any = await self._within(send, "", seconds)
        return given  # type: ignore[no-any-return] # what `send` returns

    async def models(self) -> list[Offered]:
        """The models that the endpoint offers. Raises as `complete`."""
        page: object = await self._within(lambda client: client.models.list(), "")
        found = getattr(page, "data", None)
        if not isinstance(found, list):
            raise faults.MalformedError(
                f"{self.base_url} answered with no list of models: is --base-url right, up to its /v1?"
            )
        return [Offered(entry.id, _day(entry)) for entry in found if isinstance(getattr(entry, "id", None), str)]

    def client(self) -> openai.AsyncOpenAI:
        """The openai client itself, as the requests use it."""
        return self._open()

    async def aclose(self) -> None:
        """Close what this event loop has open. The next request opens it again."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    async def _within(self, send: Any, model: str, seconds: float | None = None) -> object:
        limit = self._timeout if seconds is None else seconds
        client = self._open()  # not below: what goes wrong here is no answer of the endpoint
        try:
            async with asyncio.timeout(limit):
                return await send(client)
        except TimeoutError:
            raise faults.TransientError(
                f"{self.base_url} gave no whole answer within {limit:g} s (--timeout)", billed=True
            ) from None
        except openai.APIStatusError as error:
            body: object = error.body if error.body is not None else error.response.text
            raise self._of_status(error.status_code, body, dict(error.response.headers), model) from None
        except openai.APIConnectionError as error:
            raise self._unreachable(error) from None
        except (ValueError, openai.APIResponseValidationError):
            # Broken JSON, or a text that is not UTF-8.
            raise faults.MalformedError(
                f"{self.base_url} answered with broken JSON: is --base-url right, up to its /v1?"
            ) from None

    def _of_status(self, status: int, body: object, headers: Mapping[str, str], model: str) -> SummarizeError:
        error = faults.of_status(status, SECRETS.clean_json(body), headers, model)
        if isinstance(error, ConfigurationError) and self._withheld:
            return ConfigurationError(f"{error} ({self._withheld})")
        return error

    def _unreachable(self, error: openai.APIConnectionError) -> SummarizeError:
        chain = list(_chain(error))
        ours = next((cause for cause in chain if isinstance(cause, SummarizeError)), None)
        if ours is not None:
            return ours
        proxy = next((cause for cause in chain if isinstance(cause, _OF_PROXY)), None)
        if proxy is not None:
            said = f" ({proxy.status})" if isinstance(proxy, aiohttp.ClientHttpProxyError) else ", or is not there"
            return faults.TransientError(
                f"the proxy of {(proxy_of(self.base_url) or ('the environment',))[0]} lets nothing through to {self.base_url}{said}",
                unreached=True,
            )
        if any(isinstance(cause, (aiohttp.ClientConnectorError, httpx2.ConnectError)) for cause in chain):
            return faults.TransientError(
                f"nothing answers at {self.base_url}: is the address right, and the server running?", unreached=True
            )
        return faults.TransientError(f"the connection to {self.base_url} broke off", billed=True)

    def _open(self) -> openai.AsyncOpenAI:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            address, _, query = self.base_url.partition("?")
            self._clients[loop] = openai.AsyncOpenAI(
                base_url=address,
                default_query={**dict(parse_qsl(query)), **self._ways.query},
                api_key=self._api_key or "none",
                # Given, or the client would read them from the environment, whatever the address. See `_only_ours` for what it reads besides.
                organization="",
                project="",
                admin_api_key="",
                webhook_secret="",
                max_retries=0,
                timeout=httpx2.Timeout(None, connect=CONNECT),
                http_client=self._transport(),
            )
        return self._clients[loop]

    def _transport(self) -> httpx2.AsyncClient:
        if self._replay is not None:
            return httpx2.AsyncClient(transport=ReplayTransport(self._replay))
        return transport(self.base_url, self._api_key, self._ways, self._receive_response)

    async def _receive_response(self, response: httpx2.Response) -> None:
        if response.request.url.path.endswith(_CONTENT) and response.is_success:
            return  # a file of answers has millions of bytes: who asks reads it by the line, and takes keys out of each
        response.stream = Capped.of(response)
        await response.aread()
        # An endpoint may say again what it was told.
        response._content = SECRETS.clean_body(response.content)  # noqa: SLF001 - there is no other way to change what was read
        if self._recorder is None:
            return
        request = response.request
        began = request.extensions.get("began", time.monotonic())
        self._recorder.add(
            request.method,
            request.url.path,
            request.content,
            Stored(
                status=response.status_code,
                headers=dict(response.headers),
                body=response.content,
                latency_ms=round(1000 * (time.monotonic() - began)),
                recorded=datetime.now(UTC).replace(microsecond=0).isoformat(),
            ),
        )


def body_of(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a request, as the client's `create` would make it of these arguments."""
    return {
        **{name: value for name, value in arguments.items() if name != "extra_body"},
        **arguments.get("extra_body", {}),
    }


def _day(entry: object) -> date | None:
    try:
        return date.fromisoformat(str(getattr(entry, "shutdown_date", None)))
    except ValueError:
        return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what caused it, to the first cause."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
