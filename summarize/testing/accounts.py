"""What was served: requests, connections, and tokens, those included that never arrived."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Hashable
from dataclasses import dataclass

from summarize.card import Usage
from summarize.testing.requests import Request

CHARACTERS_PER_TOKEN = 4
CACHE_STEP = 128
"""Tokens by which a cached prefix grows."""
CACHE_FLOOR = 1024
"""Tokens below which no prefix is cached."""
_BLOCK = CACHE_STEP * CHARACTERS_PER_TOKEN
_BLOCKS_KEPT = 1 << 17


def tokens(characters: int) -> int:
    """How many tokens so many characters are, rounded up."""
    return -(-characters // CHARACTERS_PER_TOKEN)


class PrefixCache:
    """Remembers how the messages of earlier requests began, as providers do."""

    def __init__(self) -> None:
        self._blocks: dict[int, None] = {}

    def cached(self, text: str, namespace: Hashable) -> int:
        """Tokens of `text` that begin an earlier text of the same namespace, in steps of `CACHE_STEP`; then remembers `text`.

        It is 0 below `CACHE_FLOOR`. The oldest beginnings are forgotten after some ten thousand texts.
        """
        if len(text) < CACHE_FLOOR * CHARACTERS_PER_TOKEN:
            return 0
        chain, common, met = hash(namespace), 0, True
        for start in range(0, len(text) - _BLOCK + 1, _BLOCK):
            chain = hash((chain, text[start : start + _BLOCK]))
            met = met and chain in self._blocks
            common += met
            self._blocks[chain] = None
        while len(self._blocks) > _BLOCKS_KEPT:
            del self._blocks[next(iter(self._blocks))]
        return common * CACHE_STEP if common * CACHE_STEP >= CACHE_FLOOR else 0

    def marked(self, text: str, namespace: Hashable) -> tuple[int, int]:
        """Tokens of a marked beginning that are found again, and those that are written: it is the one or the other, as a whole.

        Below `CACHE_FLOOR` it is neither.
        """
        size = tokens(len(text))
        if size < CACHE_FLOOR:
            return 0, 0
        key = hash((text, namespace, "marked"))
        found = key in self._blocks
        self._blocks[key] = None
        return (size, 0) if found else (0, size)


@dataclass(frozen=True, slots=True)
class Served:
    """What a server has served so far.

    The tokens of a completion count as served when its whole body was handed to the network; those of a completion that never
    went out whole (the client left, or a fault broke it off) count as lost. A provider bills both.
    """

    requests: int = 0
    """Requests for a completion that were read in full, whatever they were answered."""
    completions: int = 0
    """Completions served whole."""
    input_tokens: int = 0
    """Tokens of the messages and schema, cached ones included."""
    cached_tokens: int = 0
    cache_write_tokens: int = 0
    output_tokens: int = 0
    lost_input_tokens: int = 0
    lost_output_tokens: int = 0
    peak_in_flight: int = 0
    """Most requests for a completion that were open at one time: read, and neither answered nor lost."""
    connections: int = 0
    """Connections on which a request has come; one that asks for nothing but `/stats` does not count."""

    @property
    def usage(self) -> Usage:
        """The same as a card's provenance counts it: requests with whatever answer, tokens of completions served whole."""
        return Usage.of(self)


class Ledger:
    """Counts on the server's thread, and is read from any."""

    def __init__(self, keep: int | None) -> None:
        """Keep the last `keep` requests; all if None."""
        self._counts: Counter[str] = Counter()
        self._in_flight = 0
        self._read = 0
        self._requests: deque[Request] = deque(maxlen=keep)
        self._changed = threading.Condition()

    @property
    def served(self) -> Served:
        """The counts at this moment."""
        with self._changed:
            return Served(**self._counts)

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests kept, in the order in which they were read."""
        with self._changed:
            return tuple(self._requests)

    def settled(self, timeout: float) -> Served:
        """The counts as soon as no request is open.

        Raises:
            TimeoutError: one still is after `timeout` seconds.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._in_flight == 0, timeout):
                raise TimeoutError(f"{self._in_flight} requests are still open after {timeout} s")
            return Served(**self._counts)

    def received(self, count: int, timeout: float) -> tuple[Request, ...]:
        """The requests kept, as soon as `count` have been read.

        Raises:
            TimeoutError: fewer have after `timeout` seconds.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._read >= count, timeout):
                raise TimeoutError(f"{self._read} of {count} requests have come after {timeout} s")
            return tuple(self._requests)

    def keep(self, request: Request) -> None:
        """A request was read."""
        with self._changed:
            self._read += 1
            self._requests.append(request)
            self._changed.notify_all()

    def count_connection(self) -> None:
        """The first request of a connection was read."""
        with self._changed:
            self._counts["connections"] += 1

    def opened(self) -> None:
        """A request for a completion was read."""
        with self._changed:
            self._in_flight += 1
            self._counts["requests"] += 1
            self._counts["peak_in_flight"] = max(self._counts["peak_in_flight"], self._in_flight)

    def closed(self) -> None:
        """A request for a completion was answered, or lost."""
        with self._changed:
            self._in_flight -= 1
            if self._in_flight == 0:
                self._changed.notify_all()

    def count(self, usage: Usage, sign: int = 1) -> None:
        """A completion goes out whole; with `sign` -1 it turned out that it did not."""
        with self._changed:
            self._counts["completions"] += sign
            self._counts["input_tokens"] += sign * usage.input_tokens
            self._counts["cached_tokens"] += sign * usage.cached_tokens
            self._counts["cache_write_tokens"] += sign * usage.cache_write_tokens
            self._counts["output_tokens"] += sign * usage.output_tokens

    def lose(self, usage: Usage) -> None:
        """A completion will never go out whole."""
        with self._changed:
            self._counts["lost_input_tokens"] += usage.input_tokens
            self._counts["lost_output_tokens"] += usage.output_tokens
