"""Rules of failure: what the user is told, how many requests are made, and what is accounted, for each way an endpoint goes wrong."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from summarize.engines.model.faults import message_in, of_status, retry_after
from summarize.errors import ConfigurationError, ModelError, SummarizeError
from summarize.pipeline import Pipeline
from summarize.testing import FakeServer, Reply, faults
from tests.engines.model.answers import FIRE, GOOD, JUDGE, KEY, after_probe, engine_at, told

PROBE = 1
"""Requests that come before the first question."""


@pytest.mark.parametrize(
    ("fault", "requests", "unknown"),
    [
        (faults.rate_limited(retry_after=0.05), 2, 0),
        (faults.rate_limited(), 2, 0),
        (faults.server_error(500), 2, 0),
        (faults.server_error(503), 2, 0),
        (faults.disconnect(), 2, 1),
        (faults.truncated_body(), 2, 1),
        (faults.invalid_json(), 2, 0),
        (faults.wrong_schema(), 2, 0),
        (faults.unenforced_schema(), 2, 0),
        (faults.fenced_content(json.dumps(GOOD)), 1, 0),
        (faults.latency(0.2, Reply(GOOD)), 1, 0),
        (faults.cut_at_limit('{"headline"'), 2, 0),
    ],
    ids=[
        "429-after",
        "429",
        "500",
        "503",
        "disconnect",
        "truncated",
        "broken",
        "schema",
        "prose",
        "fenced",
        "slow",
        "cut",
    ],
)
def test_what_passes_is_got_over(tmp_path: Path, fault: Reply, requests: int, unknown: int) -> None:
    """A fault that another attempt or a second question mends ends in a card, and every token served is on it, the judge's too."""
    with FakeServer(after_probe(fault, Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path)
        card = Pipeline(engine).card(FIRE)
        served = server.served
    assert card.headline.text == GOOD["headline"]["text"]
    usage = card.provenance.usage
    assert usage.requests == served.requests == PROBE + requests + JUDGE
    assert (usage.input_tokens, usage.cached_tokens) == (served.input_tokens, served.cached_tokens)
    assert usage.output_tokens == served.output_tokens
    assert engine.spent.unknown == unknown


@pytest.mark.parametrize(
    ("fault", "message", "requests"),
    [
        (faults.html(), "a page, not with JSON", 1),
        (faults.rate_limited(insufficient_quota=True), "no quota left", 1),
        (faults.context_length(), "too long for the model", 1),
        (faults.list_error(418), "refused the request (418)", 1),
        (faults.rate_limited(retry_after=7200), "it asks to wait 7,200 s, more than the patience of 600 s", 1),
        (faults.server_error(500), "failed (500)", 5),
        (faults.disconnect(), "broke off", 5),
        (faults.gateway_error(418, "no provider"), "no provider", 1),
    ],
    ids=["html", "quota", "context", "list", "long-wait", "500", "disconnect", "gateway"],
)
def test_what_does_not_pass_is_one_line(tmp_path: Path, fault: Reply, message: str, requests: int) -> None:
    """A fault that stays is an error of one line with exit code 5, after no more requests than could help, all accounted."""
    with FakeServer(after_probe(fault)) as server:
        engine = engine_at(server, tmp_path)
        with pytest.raises(ModelError) as caught:
            Pipeline(engine).card(FIRE)
        served = server.served
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 5
    assert served.requests == PROBE + requests == engine.spent.requests
    assert (engine.spent.input_tokens, engine.spent.output_tokens) == (served.input_tokens, served.output_tokens)


def test_a_key_refused_under_200_is_a_refused_key(tmp_path: Path) -> None:
    """What a gateway says under status 200 means what its own status means: a refused key ends the run with exit code 3."""
    with FakeServer(after_probe(faults.gateway_error(401, "User not found."))) as server:
        engine = engine_at(server, tmp_path)
        with pytest.raises(ConfigurationError, match=r"refused the key \(401\): User not found") as caught:
            Pipeline(engine).card(FIRE)
        assert server.served.requests == PROBE + 1 == engine.spent.requests
    assert caught.value.exit_code == 3


def test_a_refused_key_stops_at_once_and_is_not_repeated(tmp_path: Path) -> None:
    """Status 401 is exit code 3 after one request, and the message does not hold the key."""
    with FakeServer(api_key="another") as server:
        engine = engine_at(server, tmp_path)
        with pytest.raises(ConfigurationError, match="refused the key") as caught:
            Pipeline(engine).card(FIRE)
        assert server.served.requests == 1
    assert caught.value.exit_code == 3
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("fault", [faults.hang(), faults.drip(0.05), faults.endless()], ids=["hang", "drip", "endless"])
def test_no_attempt_outlives_its_deadline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Reply) -> None:
    """The time limit holds for a whole attempt, also while bytes keep coming; what was broken off is accounted as unknown."""
    monkeypatch.setattr("summarize.engines.model.transport._MAX_BODY_SIZE", 10**9)  # else the size may come first
    with FakeServer(after_probe(fault, Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path, timeout=2.0)
        began = time.monotonic()
        card = Pipeline(engine).card(FIRE)
        seconds = time.monotonic() - began
    assert card.provenance.usage.requests == PROBE + 2 + JUDGE
    assert card.provenance.cost_usd is None
    assert engine.spent.unknown == 1
    assert seconds < 20, "the attempt, a second's grace, and the rest of the card; without a limit it would never end"


def test_an_answer_without_end_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer larger than any can be is an error long before the deadline."""
    monkeypatch.setattr("summarize.engines.model.transport._MAX_BODY_SIZE", 10_000)
    with (
        FakeServer(after_probe(faults.endless())) as server,
        pytest.raises(ModelError, match="larger than"),
    ):
        Pipeline(engine_at(server, tmp_path, timeout=20.0)).card(FIRE)


def test_a_missing_usage_is_unknown_and_not_nothing(tmp_path: Path) -> None:
    """An endpoint that does not tell its tokens still gives a card; its cost is unknown."""
    with FakeServer(after_probe(faults.no_usage(Reply(GOOD)))) as server:
        engine = engine_at(server, tmp_path)
        card = Pipeline(engine).card(FIRE)
    assert card.provenance.cost_usd is None
    assert engine.spent.unknown == 1


def test_nothing_there_is_said_so(tmp_path: Path) -> None:
    """An address where nothing answers is an error that asks about the address, after two attempts, with nothing to pay."""
    with FakeServer() as server:
        engine = engine_at(server, tmp_path)
    with pytest.raises(ModelError, match="nothing answers at"):
        Pipeline(engine).card(FIRE)
    assert engine.spent.requests == 2
    assert engine.spent.unknown == 0


def test_a_long_wait_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a wait takes long, the user is told why and how long."""
    monkeypatch.setattr("summarize.engines.model.retries._WORTH_TELLING", 0.01)
    with FakeServer(after_probe(faults.rate_limited(retry_after=0.05), Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path)
        Pipeline(engine).card(FIRE)
    assert any("limits the rate (429)" in line and "trying again in" in line for line in told(engine))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120.0),
        ({"retry-after": "86400"}, 86400.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds of any length, milliseconds and dates are read; what is none of these is nothing."""
    assert retry_after(headers) == seconds


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"error": {"message": "No such thing."}}, "No such thing"),
        ([{"error": {"message": "In a list."}}], "In a list"),
        ({"error": "a text"}, "a text"),
        ({"detail": [{"msg": "field required"}]}, "field required"),
        ("plain", "plain"),
        ("<html><body>Bad gateway", ""),
        (None, ""),
        (
            {"error": {"message": "Incorrect API key provided: sk-proj-abcdef123456."}},
            "Incorrect API key provided: [key]",
        ),
        ({"error": {"message": "a\nb\x00" + "c" * 500}}, None),
    ],
)
def test_an_error_body_of_any_shape_gives_its_message(body: object, text: str | None) -> None:
    """The endpoint's own words are found in objects, lists and texts, on one line, cut, without keys."""
    found = message_in(body)
    assert "\n" not in found
    assert len(found) <= 200
    if text is not None:
        assert found == text


def test_every_status_has_an_error() -> None:
    """Each status that is not success means an error of ours."""
    for status in (*range(300, 430), 451, 499, *range(500, 512), 599):
        assert isinstance(of_status(status, None, {}, "m"), SummarizeError)
