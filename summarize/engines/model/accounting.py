"""What a model costs: tokens and dollars, counted as they are served, and bounded before they are spent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from summarize.card import Usage
from summarize.engines.model.pricing import Tier, dearest, dollars_for, price_in_tier, worst_for
from summarize.errors import ModelError
from summarize.settings import Price

_BYTES_PER_TOKEN = 2
"""Fewer than texts have in practice (English about 4, Chinese about 3). A text of nothing but rare symbols may have fewer still."""
_TURN = 0.02
"""Seconds between looks for room."""


class BudgetError(ModelError):
    """The next request could go over what the user allowed."""

    ends_run = True


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
    cache_write_tokens: int = 0
    output_tokens: int = 0
    unknown: int = 0
    """Requests that may have been served without telling their tokens: broken off, or answered without usage."""
    worst_input: int = 0
    """Tokens that the unknown requests may have been served at most."""
    worst_output: int = 0
    usd: float = 0.0
    """Dollars for what was served, each request at its own model's price: a run may ask several."""
    worst_usd: float = 0.0
    """Dollars that the unknown requests may have cost at most."""
    unpriced: bool = False
    """True if a model whose price is unknown served something."""
    again: int = 0
    """Answers that had to be asked for again, as they were not in the form asked for or did not hold."""

    def enter_request(self) -> None:
        """Enter a request."""
        self.requests += 1
        if self.run is not None:
            self.run.enter_request()

    def served(
        self, served: Usage | None, *, unknown: bool = False, most: tuple[int, int] = (0, 0), tier: Tier | None = None
    ) -> None:
        """Enter what a request was served.

        Args:
            served: its tokens; None for nothing.
            unknown: it may have been served, but did not say what.
            most: tokens in and out that it may have been served at most, charged against a budget where it is unknown.
            tier: the service tier that was asked for, and the one that it was served in.
        """
        asked = tier or Tier()
        price = (
            price_in_tier(self.price, asked) if served is not None and not unknown else dearest(self.price, asked.asked)
        )
        self._enter(served or Usage(), most if unknown else None, price)

    def enter_recalled_answer(self, served: Usage | None, tier: Tier) -> None:
        """Enter an answer that an earlier run paid for: a card carries what it took, and this run has paid nothing."""
        run, self.run = self.run, None
        self.enter_request()
        self.served(served, unknown=served is None, tier=tier)
        self.run = run

    def _enter(self, served: Usage, most: tuple[int, int] | None, price: Price | None) -> None:
        if most is not None:
            self.unknown += 1
            self.worst_input += most[0]
            self.worst_output += most[1]
        self.input_tokens += served.input_tokens
        self.cached_tokens += served.cached_tokens
        self.cache_write_tokens += served.cache_write_tokens
        self.output_tokens += served.output_tokens
        if price is not None:
            self.usd += dollars_for(price, served)
            self.worst_usd += worst_for(price, *most) if most is not None else 0.0
        elif most is not None or served != Usage():
            self.unpriced = True
        if self.run is not None:
            self.run._enter(served, most, price)  # noqa: SLF001 - another of its kind

    @property
    def usage(self) -> Usage:
        """The counts, as a card carries them."""
        return Usage.of(self)

    @property
    def cost_usd(self) -> float | None:
        """Dollars; None if the price, or what some request was served, is unknown."""
        return None if self.unknown else self.least_usd

    @property
    def least_usd(self) -> float | None:
        """Dollars for what is known to have been served, which is the least that it cost; None if a price is unknown."""
        return None if self.price is None or self.unpriced else round(self.usd, 6)

    @property
    def most_usd(self) -> float | None:
        """As `least_usd`, with the most that the unknown requests may have cost."""
        return None if self.least_usd is None else round(self.usd + self.worst_usd, 6)


@dataclass(slots=True)
class Budget:
    """What a run may use at most. Room for a request is held from before it is sent until it is served.

    A request that did not say what it was served is charged at the most that it may have been: one that hangs does not end a run.
    """

    run: Account
    max_cost: float | None = None
    max_tokens: int | None = None
    _tokens: int = 0
    _usd: float = 0.0

    @asynccontextmanager
    async def room(self, input_tokens: int, output_tokens: int, price: Price | None) -> AsyncIterator[None]:
        """Room for a request of at most so many tokens, while it is under way. Waits for room that other requests hold.

        Args:
            input_tokens: sent at most.
            output_tokens: received at most.
            price: of the model that is asked; None if unknown.

        Raises:
            BudgetError: with it, the run could go over what is allowed.
        """
        tokens = input_tokens + output_tokens
        if price is None and self.max_cost is not None:
            raise BudgetError(
                "--max-cost cannot be kept, as the model's price is unknown: give input and output in dollars per million tokens in "
                'summarize.toml below [prices."MODEL"], with its tiers if it has any, or use --max-tokens'
            )
        dollars = worst_for(price, input_tokens, output_tokens) if price is not None else 0.0
        while True:
            try:
                self._check(self._tokens + tokens, self._usd + dollars)
                break
            except BudgetError:
                # Requests use far less than they may: once those under way are served there may be room.
                if not self._tokens:
                    raise
                await asyncio.sleep(_TURN)
        self._tokens += tokens
        self._usd += dollars
        try:
            yield
        finally:
            self._tokens -= tokens
            # What is left of fractions once nothing is under way would hold room for nobody.
            self._usd = self._usd - dollars if self._tokens else 0.0

    def _check(self, tokens: int, dollars: float) -> None:
        run = self.run
        most = run.input_tokens + run.output_tokens + run.worst_input + run.worst_output + tokens
        if self.max_tokens is not None and most > self.max_tokens:
            raise BudgetError(
                f"stopped before a request that could bring the run to {most:,} tokens, over --max-tokens {self.max_tokens:,}"
            )
        could = run.usd + run.worst_usd + dollars
        if self.max_cost is not None and could > self.max_cost:
            raise BudgetError(
                f"stopped before a request that could bring the run to ${could:.4f}, over --max-cost ${self.max_cost:g}"
            )
