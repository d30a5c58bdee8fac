"""Attempts at one request: tenacity waits and tries again where that may help, and every attempt is entered in the account.

Re-asking a model about a wrong answer is something else, and counted elsewhere.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import tenacity
from openai.types.chat import ChatCompletion

from summarize.card import Usage
from summarize.engines.model.accounting import Account, Budget, input_bound
from summarize.engines.model.completions import tier_of, usage_of
from summarize.engines.model.connection import Connection
from summarize.engines.model.faults import LOADING_ATTEMPTS, MalformedError, TransientError
from summarize.engines.model.kept import Answers
from summarize.engines.model.ladder import texts_of
from summarize.engines.model.observing import ANSWERED, At, Attempted, Watch, Watched, outcome_of
from summarize.engines.model.pricing import Tier, cost_of, dearest
from summarize.errors import SummarizeError

_ATTEMPTS = 5
_LIMITED_ATTEMPTS = 50
_UNREACHED_ATTEMPTS = 2
_MAX_BACKOFF = 30.0
_LOOK_AGAIN = 5.0
"""Most seconds between looks whether a model is loaded."""
_WORTH_TELLING = 5.0
_SCHEMA_SIZE = 4_000


class Sender:
    """Sends requests over a connection until they are answered, or cannot be."""

    def __init__(  # noqa: PLR0913
        self,
        connection: Connection,
        budget: Budget,
        *,
        patience: float,
        tell: Callable[[str], None],
        backoff: float = 1.0,
        watch: Watch | None = None,
        provider: str | None = None,
        kept: Answers | None = None,
    ) -> None:
        self._connection = connection
        self._budget = budget
        self._patience = patience
        self._tell = tell
        self._backoff = tenacity.wait_exponential(multiplier=backoff, max=_MAX_BACKOFF) + tenacity.wait_random(
            0, backoff
        )
        self._watch = watch or Watch()
        self._provider = provider
        self._kept = kept
        self._pause_until = 0.0
        self._congestion = Congestion()

    async def send(self, arguments: dict[str, Any], account: Account, output_tokens: int) -> ChatCompletion:
        """The answer to a request, which may be no good yet.

        Raises:
            ModelError: see `Connection.complete`; a `TransientError` one when the attempts or the patience are used up.
        """
        left = self._kept.take(arguments) if self._kept is not None else None
        if left is not None:
            account.enter_recalled_answer(usage_of(left), Tier(served=tier_of(left)))
            return left
        completion = await self._send_with_retries(arguments, account, output_tokens)
        if self._kept is not None:
            self._kept.keep(arguments, completion)
        return completion

    async def _send_with_retries(
        self, arguments: dict[str, Any], account: Account, output_tokens: int
    ) -> ChatCompletion:
        bound = input_bound(size_of(arguments))
        retrying = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception_type(TransientError),
            wait=self._wait,
            stop=self._stop,
            before_sleep=self._before_sleep,
            reraise=True,
        )
        with self._watch.request(self._at(arguments["model"]), arguments) as watched:
            try:
                return await retrying(self._attempt, arguments, account, (bound, output_tokens), watched)
            except TransientError as error:
                raise self._last(error, retrying.statistics["attempt_number"]) from None

    def _at(self, model: str) -> At:
        parts = urlsplit(self._connection.base_url)
        return At(model, parts.hostname or "", parts.port, self._provider)

    async def _attempt(
        self, arguments: dict[str, Any], account: Account, most: tuple[int, int], watched: Watched
    ) -> ChatCompletion:
        # A rate limit met by one request holds for all of them.
        if (pause := self._pause_until - time.monotonic()) > 0:
            await asyncio.sleep(pause)
        asked = arguments.get("extra_body", {}).get("service_tier")
        async with self._congestion.room(), self._budget.room(*most, dearest(account.price, asked)):
            account.enter_request()
            began, outcome = time.monotonic(), ANSWERED
            served: Usage | None = None
            unknown, tier = True, Tier(asked)
            try:
                completion = await self._connection.complete(arguments)
                served, tier = usage_of(completion), Tier(asked, tier_of(completion))
                unknown = served is None
                self._congestion.answered()
            except SummarizeError as error:
                outcome = outcome_of(error)
                if isinstance(error, TransientError) and error.limited:
                    self._congestion.limited()
                # What is refused with a status is not served; what breaks off, or cannot be read, may have been.
                served = error.usage if isinstance(error, TransientError) else None
                unknown = served is None and isinstance(error, (TransientError, MalformedError)) and error.billed
                raise
            except BaseException as error:
                outcome = outcome_of(error)
                raise
            finally:
                account.served(served, unknown=unknown, most=most, tier=tier)
                seconds = time.monotonic() - began
                number = len(watched.attempts) + 1
                cost = cost_of(account.price, served, tier)
                watched.attempted(Attempted(number, seconds, outcome, served, unknown, tier.served or asked, cost))
        return completion

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = _error(state)
        asked = error.retry_after
        wait = self._backoff(state) if asked is None else asked
        if error.most == LOADING_ATTEMPTS:
            wait = min(wait, _LOOK_AGAIN)
        if error.limited and wait <= self._patience:
            self._pause_until = max(self._pause_until, time.monotonic() + wait)
        return wait

    def _stop(self, state: tenacity.RetryCallState) -> bool:
        error = _error(state)
        if state.idle_for + state.upcoming_sleep > self._patience:
            return True
        most = _LIMITED_ATTEMPTS if error.limited else _UNREACHED_ATTEMPTS if error.unreached else _ATTEMPTS
        return state.attempt_number >= (error.most or most)

    def _before_sleep(self, state: tenacity.RetryCallState) -> None:
        if state.upcoming_sleep >= _WORTH_TELLING:
            self._tell(f"note: {_error(state)}; trying again in {state.upcoming_sleep:.0f} s")

    def _last(self, error: TransientError, attempts: int) -> TransientError:
        wait = error.retry_after
        if wait is not None and wait > self._patience:
            text = f"{error}; it asks to wait {wait:,.0f} s, more than the patience of {self._patience:g} s"
        else:
            text = f"{error}; gave up after {attempts} attempt{'s' if attempts > 1 else ''}"
        return TransientError(text, retry_after=wait, limited=error.limited, billed=error.billed)


def size_of(arguments: Mapping[str, Any]) -> int:
    """Bytes of a request's messages, with room for the schema."""
    texts = (text for message in arguments["messages"] for text in texts_of(message))
    return _SCHEMA_SIZE + sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _error(state: tenacity.RetryCallState) -> TransientError:
    error = state.outcome.exception() if state.outcome is not None else None
    assert isinstance(error, TransientError)
    return error


_FEWER = 0.7
_SECONDS_APART = 1.0
"""Requests that were under way together meet a limit together: it counts once."""
_TURN = 0.02
"""Seconds between looks for room."""


class Congestion:
    """The limit, and how many are under way."""

    def __init__(self, most: int = 256, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow `most` at first, and never more; `clock` tells seconds that only grow."""
        self._clock = clock
        self._most = most
        self._limit = float(most)
        self._under_way = 0
        self._cut = float("-inf")

    @property
    def limit(self) -> int:
        """How many may be under way now, at least one."""
        return max(1, int(self._limit))

    @asynccontextmanager
    async def room(self) -> AsyncIterator[None]:
        """Wait until there is room for one more, and hold it."""
        while self._under_way >= self.limit:  # noqa: ASYNC110 - an event would belong to one event loop, the engine to none
            await asyncio.sleep(_TURN)
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1

    def answered(self) -> None:
        """A request was answered: one more at a time, after as many answers as are allowed now."""
        self._limit = min(float(self._most), self._limit + 1 / max(1.0, self._limit))

    def limited(self) -> None:
        """A request met a rate limit: fewer than are under way now."""
        now = self._clock()
        if now - self._cut >= _SECONDS_APART:
            self._cut = now
            self._limit = max(1.0, min(self._limit, self._under_way) * _FEWER)
