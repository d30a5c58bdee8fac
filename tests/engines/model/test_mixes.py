"""Rules of accounts and caps in any mix of faults: each question meets faults that are drawn, all questions at once."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.engines.model.drafting import Answer
from summarize.errors import SummarizeError
from summarize.settings import Price
from summarize.testing import FakeServer, Reply, Request, faults
from tests.engines.model.answers import changed, engine_at, is_probe

NOTHING = changed(headline={"text": "", "sentences": []}, what=[], who=[], date=0, place=0, background=[])
GOOD = Reply(NOTHING, latency=0.01)
ANSWERS = {
    "answered": GOOD,
    "without usage": faults.no_usage(GOOD),
    "fenced": faults.fenced_content(NOTHING),
    "in thoughts": faults.in_reasoning(GOOD),
    "after thoughts": faults.after_thinking(GOOD, 400),
}
"""What gives an answer, and is paid for."""
FAULTS = {
    "500": faults.server_error(),
    "429": faults.rate_limited(retry_after=0.01),
    "no quota": faults.rate_limited(insufficient_quota=True),
    "reset": faults.disconnect(GOOD),
    "closed": faults.disconnect(GOOD, reset=False),
    "truncated": faults.truncated_body(GOOD),
    "hangs": faults.hang(GOOD),
    "choices null": faults.null_choices(),
    "no choices": faults.empty_choices(),
    "broke down": faults.broke_down(),
    "502 under 200": faults.gateway_error(502, "bad"),
    "401 under 200": faults.gateway_error(401, "who?"),
    "loads": faults.model_loading(),
    "524": faults.gateway_timeout(),
    "bad sample": faults.sample_failed(),
    "prose": faults.unenforced_schema(),
    "another form": faults.wrong_schema(),
    "broken JSON": faults.invalid_json(),
    "cut": faults.cut_at_limit(),
    # More than any room that is given it, also the larger one of a second try.
    "thought away": faults.after_thinking(GOOD, 400_000),
    "filtered": faults.filtered_request(),
    "filtered half-way": faults.content_filter(),
    "refused": faults.refusal(),
    "a page": faults.html(),
    "too long": faults.context_length(),
    "413": faults.too_large(),
    "a list": faults.list_error(),
    "no usage, and prose": faults.no_usage(faults.unenforced_schema()),
}
UNTOLD = {"without usage", "no usage, and prose"}
"""Served whole, without a word of how much."""
PRICE = Price(input=1.0, output=10.0, cached=0.1)
DEADLINE = 8.0
"""Seconds in which every question but one that hangs is answered on a machine however busy, or the two sides count otherwise."""
MIXES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(sorted(FAULTS.keys() - {"hangs"})), max_size=3), st.sampled_from(sorted(ANSWERS))
    ),
    min_size=1,
    max_size=16,
)
"""For each question the faults that it meets, one after the other, and what answers it in the end. One that hangs lasts to the deadline: it is in two
examples that are given."""


class Played:
    """Plays each question's replies in turn, and notes which were answered."""

    def __init__(self, mix: list[tuple[list[str], str]]) -> None:
        self._left = [[*met, last] for met, last in mix]
        self.answered: set[int] = set()
        self.played: set[str] = set()

    def __call__(self, request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = int(re.findall(r"Bridge number (\d+)", request.text)[0])
        left = self._left[number]
        name = left.pop(0) if len(left) > 1 else left[0]
        self.played.add(name)
        if name in ANSWERS:
            self.answered.add(number)
        return {**FAULTS, **ANSWERS}[name]


@settings(max_examples=20)
@given(MIXES, st.none() | st.integers(5_000, 120_000))
@example([([name], "answered") for name in sorted(FAULTS)] + [([], name) for name in ANSWERS], None)
@example([([name], "answered") for name in sorted(FAULTS)] * 2 + [([], "answered")] * 8, 250_000)
@example([([], "answered")] * 64, 120_000)
def test_accounts_caps_and_answers_in_any_mix(mix: list[tuple[list[str], str]], limit: int | None) -> None:
    """Requests are the server's own count, tokens too but for what it did not tell, and that is within what is charged for it; dollars
    follow; the cap holds, with what was lost; and whatever was answered is an answer, whatever else ends a run."""
    played = Played(mix)
    with TemporaryDirectory() as folder, FakeServer(played) as server:
        engine = engine_at(server, Path(folder), prices={"m": PRICE}, max_tokens=limit, patience=30, timeout=DEADLINE)
        accounts = [engine.account() for _ in mix]

        async def all_of_them() -> list[Answer | BaseException]:
            try:
                endpoint = await engine.open(engine.spent)
                asked = [
                    endpoint.ask([{"role": "user", "content": f"Bridge number {number} reopened."}], account, Answer)
                    for number, account in enumerate(accounts)
                ]
                return await asyncio.gather(*asked, return_exceptions=True)
            finally:
                await engine.aclose()

        outcomes = asyncio.run(all_of_them())
        served = server.settled(5)
    assert all(isinstance(one, (Answer, SummarizeError)) for one in outcomes), outcomes
    assert {number for number, one in enumerate(outcomes) if isinstance(one, Answer)} == played.answered
    spent, lost = engine.spent, served.lost_input_tokens + served.lost_output_tokens
    assert spent.requests == served.requests == 1 + sum(account.requests for account in accounts)
    assert spent.unknown == sum(account.unknown for account in accounts)
    untold = served.input_tokens + served.output_tokens - spent.input_tokens - spent.output_tokens
    assert 0 <= untold + lost <= spent.worst_input + spent.worst_output
    assert (untold > 0) is bool(played.played & UNTOLD)
    fresh = spent.input_tokens - spent.cached_tokens
    dollars = (fresh + 0.1 * spent.cached_tokens + 10 * spent.output_tokens) / 1e6
    assert spent.least_usd == pytest.approx(dollars, abs=1e-6)
    assert (spent.cost_usd is None) is (spent.unknown > 0)
    if limit is not None:
        assert served.input_tokens + served.output_tokens + lost <= limit
