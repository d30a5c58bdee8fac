"""What tokens cost: the built-in table, as published on a day, the user's own prices, and what tiers and long requests change of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import MappingProxyType

import tomli

from summarize.card import Usage
from summarize.settings import OPENAI_URL, Price

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_STANDARD = frozenset({None, "", "auto", "default", "standard"})
_LONG_INPUT, _LONG_OUTPUT = 2.0, 1.5


@dataclass(frozen=True, slots=True)
class Prices:
    """The built-in table: as published on a day, which is told with them, as prices change."""

    as_of: date
    source: str
    of: Mapping[str, Price]


@dataclass(frozen=True, slots=True)
class Tier:
    """The service tier of a request."""

    asked: str | None = None
    served: str | None = None
    """As the endpoint says, which is what is billed; None if it does not say."""


@cache
def table() -> Prices:
    """OpenAI's prices."""
    data = tomli.loads((Path(__file__).parent / "prices.toml").read_text(encoding="utf-8"))
    tiers = MappingProxyType(data["tiers"])
    prices = {
        name: Price(
            **entry,
            tiers=tiers,
            long_from=data["long_from"] if any(fnmatchcase(name, model) for model in data["long_models"]) else None,
        )
        for name, entry in data["prices"].items()
    }
    return Prices(data["as_of"], data["source"], prices)


def price_of(model: str, base_url: str, own: Mapping[str, Price]) -> Price | None:
    """Dollars per million tokens; None if unknown.

    The user's own price counts at every endpoint, the built-in table at OpenAI's alone: the same name may cost anything elsewhere.
    A dated name ("gpt-4.1-2025-04-14") has the price of its model.
    """
    undated = _DATED.sub("", model)
    for name in (model, undated):
        if name in own:
            return own[name]
    return table().of.get(undated) if base_url.rstrip("/") == OPENAI_URL else None


def price_in_tier(price: Price | None, tier: Tier) -> Price | None:
    """The price in the tier that a request was served in; None if that is unknown. Where the endpoint does not say which, the dearer one."""
    if tier.served is None:
        return dearest(price, tier.asked)
    factor = _factor(price, tier.served)
    return None if price is None or factor is None else _times(price, factor)


def dearest(price: Price | None, asked: str | None) -> Price | None:
    """The price that a request for a tier has at most; None if it is unknown: an endpoint may serve it in the standard one."""
    factor = _factor(price, asked)
    return None if price is None or factor is None else _times(price, max(1.0, factor))


def _factor(price: Price | None, tier: str | None) -> float | None:
    if tier in _STANDARD:
        return 1.0
    return None if price is None else price.tiers.get(tier or "")


def _times(price: Price, factor: float) -> Price:
    if factor == 1.0:
        return price

    def times(dollars: float | None) -> float | None:
        return None if dollars is None else dollars * factor

    return replace(
        price,
        input=price.input * factor,
        output=price.output * factor,
        cached=times(price.cached),
        cache_write=times(price.cache_write),
    )


def _at_length(price: Price, input_tokens: int) -> tuple[float, float]:
    """Factors for input and output of a request of so many tokens."""
    is_long = price.long_from is not None and input_tokens > price.long_from
    return (_LONG_INPUT, _LONG_OUTPUT) if is_long else (1.0, 1.0)


def dollars_for(price: Price, served: Usage) -> float:
    """What a request was served for."""
    cached = price.input if price.cached is None else price.cached
    written = price.input if price.cache_write is None else price.cache_write
    fresh = served.input_tokens - served.cached_tokens - served.cache_write_tokens
    read = fresh * price.input + served.cached_tokens * cached + served.cache_write_tokens * written
    of_input, of_output = _at_length(price, served.input_tokens)
    return (of_input * read + of_output * served.output_tokens * price.output) / 1e6


def cost_of(price: Price | None, served: Usage | None, tier: Tier) -> float | None:
    """What one attempt was served for; None if that, or the price, is unknown."""
    here = price_in_tier(price, tier)
    return None if here is None or served is None else dollars_for(here, served)


def worst_for(price: Price, input_tokens: int, output_tokens: int) -> float:
    """Dollars for so many tokens if all of the input is at its dearest."""
    of_input, of_output = _at_length(price, input_tokens)
    dearest_input = max(price.input, price.cache_write or 0.0)
    return (of_input * input_tokens * dearest_input + of_output * output_tokens * price.output) / 1e6
