"""Rules of the provider's cache and of prices: what never changes is marked where that is wanted, and what is billed is what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.card import Usage
from summarize.engines.model.accounting import Account
from summarize.engines.model.chosen import chosen_settings
from summarize.engines.model.pricing import Tier, dearest, table
from summarize.pipeline import Pipeline
from summarize.settings import Price, Settings
from summarize.testing import OPENROUTER, FakeServer, Reply, Request, faults
from tests.engines.model.answers import FIRE, GOOD, after_probe, engine_at, is_drafting, is_probe, told

MARKED = {"model": "gpt-6-luna", "caching": {"gpt-6*": "prompt_cache_breakpoint"}}
LUNA = Price(input=0.1, output=0.5, cached=0.01, cache_write=0.125)


@pytest.mark.parametrize(
    ("model", "base_url", "caching"),
    [
        ("gpt-6-luna", None, "prompt_cache_breakpoint"),
        ("gpt-5.6-sol", "https://eu.api.openai.com/v1", "prompt_cache_breakpoint"),
        ("gpt-5.4", None, None),
        ("anthropic/claude-opus-5", "https://openrouter.ai/api/v1", "cache_control"),
        ("openai/gpt-6-luna", "https://openrouter.ai/api/v1", None),
        ("gpt-6-luna", "https://gateway.example/v1", None),
        ("gpt-6-luna", "http://localhost:8080/v1", None),
    ],
)
def test_who_wants_the_constant_part_marked(model: str, base_url: str | None, caching: str | None) -> None:
    """OpenAI from GPT-5.6 on, and OpenRouter for Anthropic's models; nobody else is sent a mark that he may refuse."""
    settings = Settings(model=model, base_url=base_url)
    assert chosen_settings(settings, None, model, is_local=False).caching == caching


def test_the_constant_part_is_written_once_and_read_ever_after(tmp_path: Path) -> None:
    """The first article writes the system message to the cache, the next read it, and no article is written; tokens and dollars are the
    server's own."""
    with FakeServer(lambda request: Reply() if is_probe(request) else Reply(GOOD)) as server:
        engine = engine_at(server, tmp_path, **MARKED, prices={"gpt-6-luna": LUNA})
        cards = [Pipeline(engine).card(FIRE) for _ in range(3)]
        served = server.settled()
        drafts = [request for request in server.requests if is_drafting(request)]
    first, second, third = (card.provenance.usage for card in cards)
    assert first.cache_write_tokens > 1024
    assert second.cached_tokens == third.cached_tokens == first.cache_write_tokens
    assert second.cache_write_tokens == first.cached_tokens == 0
    assert served.usage.model_dump() == engine.spent.usage.model_dump()
    fresh = served.input_tokens - served.cached_tokens - served.cache_write_tokens
    dollars = fresh * 0.1 + served.cached_tokens * 0.01 + served.cache_write_tokens * 0.125 + served.output_tokens * 0.5
    assert engine.spent.least_usd == pytest.approx(dollars / 1e6, abs=1e-6)
    assert {request.marked == request.text[: len(request.marked or "")] for request in drafts} == {True}
    assert {request.body["prompt_cache_key"] for request in drafts} == {drafts[0].body["prompt_cache_key"]}


def test_a_mark_that_is_refused_is_left_out(tmp_path: Path) -> None:
    """An endpoint that refuses the mark is asked without it from then on, and the user is told."""

    def script(request: Request) -> Reply:
        if request.marked is not None:
            return faults.unsupported_parameter("prompt_cache_breakpoint")
        return Reply() if is_probe(request) else Reply(GOOD)

    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path, **MARKED)
        assert Pipeline(engine).card(FIRE).provenance.engine == "model"
        assert Pipeline(engine).card(FIRE).provenance.usage.requests == 2
    assert sum(line.startswith("note: ") and "does not take caching" in line for line in told(engine)) == 1


def test_cache_control_stands_on_the_system_message(tmp_path: Path) -> None:
    """Where `cache_control` is the mark, it stands on the constant message, and a further question holds it too."""
    settings = {"model": "anthropic/c", "caching": {"anthropic/*": "cache_control"}}
    with FakeServer(after_probe(faults.wrong_schema(), Reply(GOOD)), capabilities=OPENROUTER) as server:
        Pipeline(engine_at(server, tmp_path, **settings)).card(FIRE)
        drafts = [request for request in server.requests if is_drafting(request)]
    assert len(drafts) == 2
    for request in drafts:
        assert request.messages[0]["content"][0]["cache_control"] == {"type": "ephemeral"}
        assert isinstance(request.messages[1]["content"], str)


@pytest.mark.parametrize(
    ("asked", "served", "least"),
    [
        (None, None, 2.0), (None, "default", 2.0), ("flex", "flex", 1.0), ("flex", "default", 2.0), ("flex", None, 2.0),
        (None, "flex", 1.0), ("priority", "priority", None), ("auto", "priority", None), ("batch", "batch", 1.0),
    ],
)  # fmt: skip
def test_a_tier_is_billed_as_it_was_served(asked: str | None, served: str | None, least: float | None) -> None:
    """Flex and Batch cost half; what counts is the tier that the answer names, else the dearer one; a tier without a price is unknown."""
    price = table().of["gpt-6-sol"]
    account = Account(price)
    account.served(Usage(input_tokens=100_000, output_tokens=180_000, requests=1), tier=Tier(asked, served))
    assert account.least_usd == least
    assert (dearest(price, asked) is None) is (asked == "priority")


def test_a_long_request_costs_more() -> None:
    """Above 272,000 tokens the whole request costs twice the input and one and a half times the output, in accounts and in bounds."""
    for size, dollars in ((272_000, 0.544 + 1.0), (272_001, 1.088004 + 1.5)):
        account = Account(table().of["gpt-6-sol"])
        account.served(Usage(input_tokens=size, output_tokens=100_000, requests=1))
        assert account.least_usd == pytest.approx(dollars)
        bounded = Account(table().of["gpt-6.1-sol"])
        bounded.served(None, unknown=True, most=(size, 100_000))
        assert bounded.most_usd == pytest.approx(dollars)


def test_a_service_tier_is_asked_for_and_kept_to(tmp_path: Path) -> None:
    """The tier goes out with every question; the card costs what the tier that answered costs."""
    price = Price(1, 1, tiers={"flex": 0.5})
    reply = Reply(GOOD, extra={"service_tier": "flex"})
    with FakeServer(lambda request: Reply() if is_probe(request) else reply) as server:
        engine = engine_at(server, tmp_path, service_tier="flex", judge="off", prices={"m": price})
        usage = (card := Pipeline(engine).card(FIRE)).provenance.usage
        assert {request.body["service_tier"] for request in server.requests} == {"flex"}
        probe = server.served.usage
    # The probe, which is in the first card, did not say its tier.
    tokens = usage.input_tokens + usage.output_tokens
    assert card.provenance.cost_usd is not None
    assert (
        0.5 * tokens / 1e6
        <= card.provenance.cost_usd
        < tokens / 1e6
        <= (probe.input_tokens + probe.output_tokens) / 1e6
    )
