"""Rules of accounting: what is shown is what was served; what is unknown is unknown; what is allowed is never gone over."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.card import Usage
from summarize.engines.model.accounting import Account, Budget, BudgetError, input_bound
from summarize.engines.model.drafting import Answer
from summarize.engines.model.engine import DEFAULT_MODEL
from summarize.engines.model.faults import DeclinedError
from summarize.engines.model.pricing import price_of, table
from summarize.errors import ModelError
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from summarize.settings import OPENAI_URL, Price
from summarize.testing import FakeServer, Reply, Request, faults
from tests.engines.model.answers import FIRE, GOOD, after_probe, changed, engine_at, is_probe

CHEAP = Price(input=1.0, output=10.0, cached=0.1)


def test_a_price_is_the_users_else_the_tables_else_unknown() -> None:
    """The user's price holds everywhere, the built-in table only at OpenAI's own endpoint, also for a dated name."""
    listed = table().of["gpt-4.1-mini"]
    assert (listed.input, listed.output, listed.cached) == (0.40, 1.60, 0.10)
    assert price_of("gpt-4.1-mini", OPENAI_URL, {}) == listed
    assert price_of("gpt-4.1-mini-2025-04-14", OPENAI_URL + "/", {}) == listed
    assert price_of("gpt-4.1-mini", "http://localhost/v1", {}) is None
    assert price_of("gpt-4.1-mini", "http://localhost/v1", {"gpt-4.1-mini": CHEAP}) == CHEAP
    assert price_of("gpt-4.1-mini", OPENAI_URL, {"gpt-4.1-mini": CHEAP}) == CHEAP
    assert price_of("nobody-knows", OPENAI_URL, {}) is None


def test_cost_counts_cached_tokens_at_their_price() -> None:
    """Dollars are fresh input, cached input and output, each at its price; without a price for cached, at that of input."""
    served = Usage(input_tokens=1_000_000, cached_tokens=400_000, output_tokens=100_000, requests=1)
    for price, dollars in ((CHEAP, 0.6 + 0.04 + 1.0), (Price(1.0, 10.0), 2.0), (Price(0, 0), 0.0)):
        account = Account(price)
        account.served(served)
        assert account.cost_usd == pytest.approx(dollars)


def test_an_unknown_price_or_use_is_none_and_not_nothing() -> None:
    """Without a price, or after a request whose tokens nobody told, the cost is unknown."""
    assert Account(None).cost_usd is None
    account = Account(CHEAP)
    account.served(None, unknown=True)
    assert account.cost_usd is None


def test_a_run_that_asks_two_models_counts_each_at_its_price() -> None:
    """What a run cost is the sum over its models; one whose price is unknown makes the run's unknown, and its own card's."""
    run = Account(CHEAP)
    for price in (CHEAP, Price(100.0, 0.0)):
        Account(price, run=run).served(Usage(input_tokens=1_000_000, output_tokens=0, requests=1))
    Account(Price(100.0, 0.0), run=run).served(None, unknown=True, most=(10_000, 0))
    assert (run.least_usd, run.most_usd) == (101.0, 102.0)
    assert run.input_tokens == 2_000_000
    unpriced = Account(None, run=run)
    unpriced.served(Usage(input_tokens=1, requests=1))
    assert run.least_usd is unpriced.least_usd is None


def test_a_limit_in_dollars_is_kept_for_each_model_at_its_price() -> None:
    """Room is given by what the model asked may cost at most, not by the price of the one that the run is named after."""
    budget = Budget(Account(CHEAP), max_cost=1.0)

    async def ask(price: Price | None) -> None:
        async with budget.room(100_000, 0, price):
            pass

    asyncio.run(ask(CHEAP))
    with pytest.raises(BudgetError, match=r"to \$10\.0000"):
        asyncio.run(ask(Price(100.0, 0.0)))
    with pytest.raises(BudgetError, match="price is unknown"):
        asyncio.run(ask(None))


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 500), st.booleans()), max_size=30),
    st.integers(0, 20_000),
)
def test_a_budget_is_never_gone_over(requests: list[tuple[int, int, bool]], most: int) -> None:
    """However requests overlap, what was served never exceeds what is allowed, as long as no request exceeds its bound."""
    run = Account(CHEAP)
    budget = Budget(run, max_tokens=most, max_cost=most / 1e5)

    async def one(tokens: int, output: int, quick: bool) -> None:
        async with budget.room(tokens, output, CHEAP):
            await asyncio.sleep(0 if quick else 0.001)
            run.served(Usage(input_tokens=tokens, output_tokens=output, requests=1))

    async def all_of_them() -> list[BaseException | None]:
        return await asyncio.gather(*(one(*request) for request in requests), return_exceptions=True)

    assert all(error is None or isinstance(error, BudgetError) for error in asyncio.run(all_of_them()))
    assert run.input_tokens + run.output_tokens <= most
    assert (run.cost_usd or 0) <= most / 1e5 + 1e-9


def test_room_that_others_hold_is_waited_for() -> None:
    """Many requests at once get as far within a limit as one after the other: each waits for what those under way do not use."""
    run = Account(CHEAP)
    budget = Budget(run, max_tokens=1_000)

    async def one() -> None:
        async with budget.room(300, 300, CHEAP):
            await asyncio.sleep(0.001)
            run.served(Usage(input_tokens=20, output_tokens=20, requests=1))

    async def all_of_them() -> None:
        await asyncio.gather(*(one() for _ in range(8)))

    asyncio.run(all_of_them())
    assert run.input_tokens + run.output_tokens == 320


@given(st.text(max_size=400))
def test_the_bound_of_a_text_is_above_any_count(text: str) -> None:
    """A text has at most half as many tokens as bytes, and one."""
    assert input_bound(len(text.encode("utf-8", "replace"))) >= len(text.encode("utf-8", "replace")) / 4


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ({"max_tokens": 3000}, "over --max-tokens 3,000"),
        ({"max_cost": 0.0001, "prices": MappingProxyType({"m": CHEAP})}, r"over --max-cost \$0\.0001"),
        ({"max_cost": 5.0}, "price is unknown"),
    ],
    ids=["tokens", "dollars", "unknown"],
)
def test_a_limit_is_checked_before_the_request(tmp_path: Path, limit: dict[str, object], reason: str) -> None:
    """A request that could go over the limit is not sent; with an unknown price no limit in dollars can be kept."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path, **limit)
        with pytest.raises(ModelError, match=reason) as caught:
            Pipeline(engine).card(FIRE)
        assert server.served.requests <= 1
    assert caught.value.exit_code == 5
    assert caught.value.ends_run


def test_an_unknown_use_is_charged_at_its_most(tmp_path: Path) -> None:
    """A request that did not say what it used is charged at the most it may have been, and the run goes on as far as that leaves room."""
    with FakeServer(after_probe(faults.disconnect(), Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path, max_tokens=10**9)
        card = Pipeline(engine).card(FIRE)
        assert card.provenance.declined is None
        charged = engine.spent.worst_input + engine.spent.worst_output
        assert charged >= server.settled().lost_input_tokens + server.served.lost_output_tokens > 0
    used = engine.spent.input_tokens + engine.spent.output_tokens
    with FakeServer(after_probe(faults.disconnect(), Reply(GOOD))) as server:
        capped = engine_at(server, tmp_path, max_tokens=used + charged)
        with pytest.raises(BudgetError):
            Pipeline(capped).card(FIRE)
        assert server.served.requests == 2, "the probe, and the one that broke off; there was no room for another"


def test_the_only_model_of_an_endpoint_costs_what_it_costs(tmp_path: Path) -> None:
    """Where the endpoint tells the model's name, its price holds from the first request on: for the cap, and on every card."""
    with FakeServer(after_probe(Reply(GOOD)), models=("only",)) as server:
        engine = engine_at(server, tmp_path, model=None, prices={"only": CHEAP}, max_cost=1.0)
        first, second = (Pipeline(engine).card(FIRE).provenance.cost_usd for _ in range(2))
        served = server.settled()
        assert engine.model == "only"
        assert first is not None
        assert second is not None
        fresh = served.input_tokens - served.cached_tokens
        dollars = (fresh + 0.1 * served.cached_tokens + 10 * served.output_tokens) / 1e6
        assert first + second == pytest.approx(dollars, abs=2e-6)
        capped = engine_at(server, tmp_path / "anew", model=None, prices={"only": CHEAP}, max_cost=0.0001)
        with pytest.raises(BudgetError, match=r"over --max-cost \$0\.0001"):
            Pipeline(capped).card(FIRE)
        assert server.settled().requests == served.requests


def test_what_broke_off_has_a_least_and_a_most() -> None:
    """With an unknown request the cost is unknown, but not without bounds."""
    account = Account(CHEAP)
    account.served(Usage(input_tokens=1_000_000, output_tokens=0, requests=1))
    account.served(None, unknown=True, most=(500_000, 100_000))
    assert account.cost_usd is None
    assert account.least_usd == pytest.approx(1.0)
    assert account.most_usd == pytest.approx(1.0 + 0.5 + 1.0)


def test_entering_a_cache_has_its_own_price() -> None:
    """Tokens that a provider enters into its cache cost what it takes for that, and are counted so."""
    account = Account(Price(input=1.0, output=10.0, cached=0.1, cache_write=1.25))
    account.served(
        Usage(input_tokens=1_000_000, cached_tokens=200_000, cache_write_tokens=400_000, output_tokens=0, requests=1)
    )
    assert account.cost_usd == pytest.approx(0.4 + 0.02 + 0.5)


def test_the_built_in_prices_have_a_date_and_a_source() -> None:
    """The table says as of when it holds and where it is from, and has the default model."""
    prices = table()
    assert prices.as_of.year >= 2026
    assert prices.source.startswith("https://")
    assert DEFAULT_MODEL in prices.of


def test_the_cards_of_a_run_add_up_to_what_was_served(tmp_path: Path) -> None:
    """Under faults and at once, the sums over the cards, the run's account and the server's own count agree."""
    troubles = (faults.rate_limited(retry_after=0.01), faults.wrong_schema(), faults.server_error(500), Reply(GOOD))
    turns: dict[str, int] = {}

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = request.text.partition("Note ")[2].partition(" ")[0]
        turns[number] = turns.get(number, int(number) % 4 - 1) + 1
        return troubles[min(turns[number], 3)]

    articles = [
        read_text(f"{FIRE.text}\n\nNote {number} was added later by the desk.", published="2026-01-09").article
        for number in range(10)
    ]
    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path, prices=MappingProxyType({"m": CHEAP}))
        pipeline = Pipeline(engine)

        async def all_of_them() -> list[object]:
            return list(await asyncio.gather(*(pipeline.acard(one) for one in articles), return_exceptions=True))

        cards = pipeline.run(all_of_them())
        served = server.served
    usages = [card.provenance.usage for card in cards if not isinstance(card, Exception)]  # type: ignore[attr-defined]
    assert len(usages) == len(cards), [str(card) for card in cards if isinstance(card, Exception)]
    for sums in (
        [
            sum(one.requests for one in usages),
            sum(one.input_tokens for one in usages),
            sum(one.output_tokens for one in usages),
        ],
        [engine.spent.requests, engine.spent.input_tokens, engine.spent.output_tokens],
    ):
        assert sums == [served.requests, served.input_tokens, served.output_tokens]
    total = sum(card.provenance.cost_usd for card in cards)  # type: ignore[attr-defined]
    assert total == pytest.approx(engine.spent.cost_usd, abs=1e-5)


class Mixed:
    """Faults of every kind in turn, each article's own, until it is answered."""

    FAULTS = (
        None, faults.server_error(), faults.rate_limited(retry_after=0.01), faults.disconnect(), faults.null_choices(),
        faults.broke_down(), faults.gateway_error(502, "bad"), faults.model_loading(), faults.sample_failed(), faults.unenforced_schema(),
        faults.no_usage(Reply(GOOD)), faults.truncated_body(Reply(GOOD)), faults.after_thinking(Reply(GOOD)), faults.filtered_request(),
    )  # fmt: skip

    def __init__(self) -> None:
        self._asked: dict[int, int] = {}

    def __call__(self, request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = int(re.findall(r"Bridge number (\d+)", request.text)[0])
        turn = self._asked[number] = self._asked.get(number, 0) + 1
        fault = self.FAULTS[number % len(self.FAULTS)]
        return fault if fault is not None and turn == 1 else Reply(NOTHING, latency=0.3)


NOTHING = changed(headline={"text": "", "sentences": []}, what=[], who=[], date=0, place=0, background=[])


@pytest.mark.parametrize("limit", [None, 100_000])
def test_accounts_are_the_servers_with_64_in_flight(tmp_path: Path, limit: int | None) -> None:
    """In a mix of all faults, 64 questions at a time, requests, tokens and dollars are the server's own count; a cap holds with what was
    lost."""
    prices = {"m": Price(input=1.0, output=10.0, cached=0.1)}
    with FakeServer(Mixed()) as server:
        engine = engine_at(server, tmp_path, prices=prices, max_tokens=limit, patience=30)
        accounts = [engine.account() for _ in range(64)]

        async def all_of_them() -> list[Answer | BaseException]:
            endpoint = await engine.open(engine.spent)
            asked = [
                endpoint.ask([{"role": "user", "content": f"Bridge number {number} reopened."}], account, Answer)
                for number, account in enumerate(accounts)
            ]
            try:
                return await asyncio.gather(*asked, return_exceptions=True)
            finally:
                await engine.aclose()

        outcomes = asyncio.run(all_of_them())
        served = server.settled(5)
    assert all(isinstance(one, (Answer, DeclinedError, BudgetError)) for one in outcomes), outcomes
    answered = sum(isinstance(one, Answer) for one in outcomes)
    spent, lost = engine.spent, served.lost_input_tokens + served.lost_output_tokens
    assert spent.requests == served.requests == 1 + sum(account.requests for account in accounts)
    untold = served.input_tokens + served.output_tokens - spent.input_tokens - spent.output_tokens
    assert 0 <= untold + lost <= spent.worst_input + spent.worst_output
    assert untold > 0, "some answers did not say what they were served"
    fresh = spent.input_tokens - spent.cached_tokens
    dollars = (fresh + 0.1 * spent.cached_tokens + 10 * spent.output_tokens) / 1e6
    assert spent.least_usd == pytest.approx(dollars, abs=1e-6)
    if limit is None:
        assert answered == 64 - 4, "all but what the filter stopped"
        assert served.connections == 64, "all of them were under way at once"
    else:
        assert 0 < answered < 60
        assert served.input_tokens + served.output_tokens + lost <= limit
