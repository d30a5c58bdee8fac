"""The fake server: a thread with a socket on the loopback interface."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from summarize.testing.accounts import Ledger, Served
from summarize.testing.batches import BatchPlan, Charged
from summarize.testing.capabilities import OPENAI, Capabilities
from summarize.testing.delivery import RequestServer
from summarize.testing.endpoint import FakeEndpoint
from summarize.testing.replies import ANSWER
from summarize.testing.requests import Request, Script, player, ruling_stands, with_judge

HOST = "127.0.0.1"
_BACKLOG = 4096
_PATIENCE = 5.0


class FakeServer:
    """An OpenAI-compatible server with scripted answers that counts what it serves.

    Serves `POST /v1/chat/completions`, `GET /v1/models`, files and batches (`/v1/files`, `/v1/batches`), and `GET /stats`, which is `served`
    as JSON. What batches are served is in `charged`, and not in `served`.

    Requests that the capabilities or the key refuse do not use up a reply of the script. An exception in a script's function ends
    the connection that it was called for, and is raised by `close()`.

    Tokens are counted by a rule that a test can follow: a token is four characters, rounded up; the input is the text of all messages
    and the JSON of the schemas that the server reads; cached is what the messages have in common with the beginning of earlier ones,
    with the same model and schema, in steps of 128 tokens from 1024 on. A limit on tokens that the server honours cuts the content,
    and `finish_reason` says `length`.
    """

    def __init__(  # noqa: PLR0913 - what a server is made of, all but the script by name
        self,
        script: Script = ANSWER,
        *,
        capabilities: Capabilities = OPENAI,
        models: Sequence[str] | Mapping[str, Mapping[str, Any]] = ("fake-model",),
        api_key: str | None = None,
        judge: Script | None = ruling_stands,
        exhaust: bool = False,
        keep: int | None = None,
        port: int = 0,
        batches: BatchPlan | None = None,
    ) -> None:
        """Prepare a server; `with` or `start()` starts it.

        Args:
            script: what to answer.
            capabilities: what kind of endpoint it is.
            models: what `GET /v1/models` lists, with further members of each, such as `shutdown_date`, if it is a mapping; a request may
                name any other.
            api_key: the key that clients must send; None: any, or none.
            judge: what to answer to a question to a judge, which then uses up no reply of `script`: by default that every claim stands;
                None: such a question is like any other.
            exhaust: whether requests beyond the script's last reply get 500 "script is over" rather than the last reply again.
            keep: how many requests `requests` keeps, the last ones; None: all.
            port: where to listen; 0: a free port.
            batches: how batches go; None: well.

        Raises:
            ValueError: the script holds no reply.
        """
        listed = models if isinstance(models, Mapping) else {name: {} for name in models}
        play = player(script, exhaust=exhaust)
        if judge is not None:
            play = with_judge(play, player(judge, exhaust=exhaust))
        self._endpoint = FakeEndpoint(play, capabilities, listed, api_key, batches)
        self._path = capabilities.path
        self._ledger = Ledger(keep)
        self._port = port
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._failure: Exception | None = None

    @property
    def base_url(self) -> str:
        """What a client takes for its base URL: `http://127.0.0.1:PORT/v1`, or with the path of its kind.

        Raises:
            RuntimeError: the server has not been started.
        """
        if self._thread is None:
            raise RuntimeError("the server has not been started")
        return f"http://{HOST}:{self._port}{self._path}"

    @property
    def port(self) -> int:
        """Where it listens; what was asked for, until it is started."""
        return self._port

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests that were read in full, in order, on whatever path but `/stats`."""
        return self._ledger.requests

    @property
    def served(self) -> Served:
        """What it has served up to this moment, exact for answers that a client has read."""
        return self._ledger.served

    @property
    def charged(self) -> Charged:
        """What batches would be charged for up to this moment."""
        return self._endpoint.batches.charged

    def settled(self, timeout: float = 30.0) -> Served:
        """What it has served as soon as no request is open: it takes a moment to see that a client has left.

        Raises:
            TimeoutError: one still is after `timeout` seconds.
        """
        return self._ledger.settled(timeout)

    async def asettled(self, timeout: float = 30.0) -> Served:  # noqa: ASYNC109 - the same as of `settled`
        """`settled` for a client on this event loop, which goes on meanwhile.

        Raises:
            TimeoutError: a request is still open after `timeout` seconds.
        """
        return await asyncio.to_thread(self._ledger.settled, timeout)

    def received(self, count: int = 1, timeout: float = 30.0) -> tuple[Request, ...]:
        """`requests` as soon as there have been `count`.

        Raises:
            TimeoutError: there have been fewer after `timeout` seconds.
        """
        return self._ledger.received(count, timeout)

    async def areceived(self, count: int = 1, timeout: float = 30.0) -> tuple[Request, ...]:  # noqa: ASYNC109
        """`received` for a client on this event loop.

        Raises:
            TimeoutError: there have been fewer after `timeout` seconds.
        """
        return await asyncio.to_thread(self._ledger.received, count, timeout)

    def start(self) -> Self:
        """Listen and serve, until `close()`.

        Raises:
            OSError: the port is taken.
            RuntimeError: it has been started before.
        """
        if self._thread is not None:
            raise RuntimeError("a server can be started once")
        listener = socket.create_server((HOST, self._port), backlog=_BACKLOG)
        self._port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(
            target=self._run_loop, args=(listener,), name=f"fake server {self._port}", daemon=True
        )
        self._thread.start()
        return self

    def close(self) -> None:
        """End all connections and the thread. Can be called again.

        Raises:
            Exception: what a function of the script has raised.
            RuntimeError: a function of the script does not return.
        """
        self._end()
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Close; what a script's function has raised is raised unless something else is on its way."""
        if kind is None:
            self.close()
        else:
            self._end()
            self._failure = None

    async def __aenter__(self) -> Self:
        return self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.__exit__(kind, error, where)

    def _end(self) -> None:
        if self._thread is None or self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            raise RuntimeError("the server does not end: a function of its script is still running")

    def _run_loop(self, listener: socket.socket) -> None:
        try:
            self._loop.run_until_complete(self._serve(listener))
        finally:
            self._loop.close()

    async def _serve(self, listener: socket.socket) -> None:
        started = time.monotonic()
        delivery = RequestServer(self._endpoint, self._ledger, lambda: time.monotonic() - started, self._remember)
        handling = web.Server(delivery.handle, request_factory=_request, handler_cancellation=True, access_log=None)
        server = await self._loop.create_server(handling, sock=listener, backlog=_BACKLOG)
        await self._stop.wait()
        self._loop.remove_reader(listener)
        while left := asyncio.all_tasks() - {asyncio.current_task()}:  # those of connections on their way in as well
            for each in handling.connections:
                if each.transport is not None:
                    each.transport.abort()
            await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
        server.close()

    def _remember(self, failure: Exception) -> None:
        """Keep the first exception of a script's function."""
        self._failure = self._failure or failure


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """A request of any size: batches come in one."""
    return web.BaseRequest(message, payload, protocol, writer, task, asyncio.get_running_loop(), client_max_size=0)
