"""What a model costs: tokens and dollars, counted as they are served, and bounded before they are spent."""

from __future__ import annotations

import asyncio
import re
import tomllib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarize.card import Usage
from summarize.errors import ModelError
from summarize.settings import OPENAI_URL, Price

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_BYTES_PER_TOKEN = 2
"""Fewer than texts have in practice (English about 4, Chinese about 3). A text of nothing but rare symbols may have fewer still."""
_TURN = 0.02
"""Seconds between looks for room."""


class BudgetError(ModelError):
    """The next request could go over what the user allowed."""

    ends_run = True


@cache
def _table() -> Mapping[str, Price]:
    data = tomllib.loads((Path(__file__).parent / "prices.toml").read_text(encoding="utf-8"))
    return {name: Price(**entry) for name, entry in data["prices"].items()}


def price_of(model: str, base_url: str, own: Mapping[str, Price]) -> Price | None:
    """Dollars per million tokens; None if unknown.

    The user's own price counts at every endpoint, the built-in table at OpenAI's alone: the same name may cost anything elsewhere.
    A dated name ("gpt-4.1-2025-04-14") has the price of its model.
    """
    undated = _DATED.sub("", model)
    for name in (model, undated):
        if name in own:
            return own[name]
    return _table().get(undated) if base_url.rstrip("/") == OPENAI_URL else None


def input_bound(size: int) -> int:
    """Tokens that a request of `size` bytes has at most."""
    return size // _BYTES_PER_TOKEN + 1


@dataclass(slots=True)
class Account:
    """What was served, failed attempts included: for one card, or for a run, which every card's account adds to."""

    price: Price | None
    run: Account | None = None
    requests: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    unknown: int = 0
    """Requests that may have been served without telling their tokens: broken off, or answered without usage."""
    again: int = 0
    """Answers that had to be asked for again, as they were not in the form asked for or did not hold."""

    def sent(self) -> None:
        """Enter a request."""
        self.requests += 1
        if self.run is not None:
            self.run.sent()

    def served(self, served: Usage | None, *, unknown: bool = False) -> None:
        """Enter what a request was served: None for nothing, with `unknown` if that cannot be told."""
        self.unknown += unknown
        if served is not None:
            self.input_tokens += served.input_tokens
            self.cached_tokens += served.cached_tokens
            self.output_tokens += served.output_tokens
        if self.run is not None:
            self.run.served(served, unknown=unknown)

    @property
    def usage(self) -> Usage:
        """The counts, as a card carries them."""
        return Usage(
            input_tokens=self.input_tokens,
            cached_tokens=self.cached_tokens,
            output_tokens=self.output_tokens,
            requests=self.requests,
        )

    @property
    def cost_usd(self) -> float | None:
        """Dollars; None if the price, or what some request was served, is unknown."""
        if self.price is None or self.unknown:
            return None
        fresh = self.input_tokens - self.cached_tokens
        cached = self.price.input if self.price.cached is None else self.price.cached
        dollars = fresh * self.price.input + self.cached_tokens * cached + self.output_tokens * self.price.output
        return round(dollars / 1e6, 6)


@dataclass(slots=True)
class Budget:
    """What a run may use at most. Room for a request is held from before it is sent until it is served."""

    run: Account
    max_cost: float | None = None
    max_tokens: int | None = None
    _input: int = 0
    _output: int = 0

    @asynccontextmanager
    async def room(self, input_tokens: int, output_tokens: int) -> AsyncIterator[None]:
        """Room for a request of at most so many tokens, while it is under way. Waits for room that other requests hold.

        Raises:
            BudgetError: with it, the run could go over what is allowed.
        """
        while True:
            try:
                self._check(self._input + input_tokens, self._output + output_tokens)
                break
            except BudgetError:
                # Requests use far less than they may: once those under way are served there may be room.
                if not self._input and not self._output:
                    raise
                await asyncio.sleep(_TURN)
        self._input += input_tokens
        self._output += output_tokens
        try:
            yield
        finally:
            self._input -= input_tokens
            self._output -= output_tokens

    def _check(self, input_tokens: int, output_tokens: int) -> None:
        run = self.run
        most = run.input_tokens + run.output_tokens + input_tokens + output_tokens
        if self.max_tokens is not None:
            self._check_known("--max-tokens")
            if most > self.max_tokens:
                raise BudgetError(
                    f"stopped before a request that could bring the run to {most:,} tokens, over --max-tokens {self.max_tokens:,}"
                )
        if self.max_cost is not None:
            if run.price is None:
                raise BudgetError(
                    "--max-cost cannot be kept, as the model's price is unknown: give it in summarize.toml under [prices]"
                )
            self._check_known("--max-cost")
            dollars = (run.cost_usd or 0.0) + (input_tokens * run.price.input + output_tokens * run.price.output) / 1e6
            if dollars > self.max_cost:
                raise BudgetError(
                    f"stopped before a request that could bring the run to ${dollars:.4f}, over --max-cost ${self.max_cost:g}"
                )

    def _check_known(self, limit: str) -> None:
        if self.run.unknown:
            raise BudgetError(f"{limit} cannot be kept any more: a request did not say what it used")
