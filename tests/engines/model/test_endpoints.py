"""Rules of what a request holds and what is learned of an endpoint: nothing it would refuse, and nothing from a refusal that says nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from summarize.engines.model.chosen import thinks
from summarize.engines.model.drafting import Answer
from summarize.engines.model.ladder import PROBE_SCHEMA, Profile, Profiles
from summarize.errors import ModelError, SummarizeError
from summarize.pipeline import Pipeline
from summarize.testing import GEMINI, OPENAI, TOOLS_ONLY, FakeServer, Reply, Request, faults
from tests.engines.model.answers import FIRE, GOOD, JUDGE, after_probe, engine_at, is_drafting, is_probe, told


def good(request: Request) -> Reply:
    return Reply() if is_probe(request) else Reply(GOOD)


@pytest.mark.parametrize(
    ("model", "known"),
    [
        ("gpt-6-luna", True),
        ("openai/gpt-6-luna", True),
        ("gpt-6.1-terra", True),
        ("gpt-5.6-sol-2026-07-09", True),
        ("gpt-5", True),
        ("gpt-5-mini", True),
        ("o3", True),
        ("o4-mini", True),
        ("gpt-5-chat-latest", False),
        ("gpt-5.3-chat-latest", False),
        ("gpt-4.1-mini", False),
        ("gpt-4o", False),
        ("claude-opus-4-7", False),
        ("llama3.1", False),
        ("my-gpt-5", False),
        ("", False),
    ],
)
def test_which_models_think_is_known_by_their_names(model: str, known: bool) -> None:
    """Of families that think an effort is known; of others nothing is taken for granted."""
    assert thinks(model) is known


@pytest.mark.parametrize(
    ("model", "settings", "effort", "temperature"),
    [
        ("m", {}, None, None),
        ("gpt-6-luna", {}, "low", None),
        ("gpt-6-luna", {"effort": "none"}, "none", None),
        ("m", {"effort": "high"}, "high", None),
        ("m", {"temperature": 0.0}, None, 0),
        ("m", {"temperature": 0.3}, None, 0.3),
    ],
)
def test_no_temperature_and_a_low_effort_unless_asked_for(
    tmp_path: Path, model: str, settings: dict[str, Any], effort: str | None, temperature: float | None
) -> None:
    """A temperature is sent only if the user set one, an effort only to a model that has one or if the user set it, in probe, question
    and question to the judge."""
    with FakeServer(good) as server:
        Pipeline(engine_at(server, tmp_path, model=model, **settings)).card(FIRE)
        bodies = [request.body for request in server.requests]
    assert len(bodies) == 2 + JUDGE
    for body in bodies:
        assert body.get("reasoning_effort") == effort
        assert body.get("temperature") == temperature


def test_thinking_has_room_beside_the_answer(tmp_path: Path) -> None:
    """The limit that is sent holds the thought besides the longest answer: endpoints count both."""
    limits = {}
    for effort in (None, "low", "high"):
        with FakeServer(good) as server:
            Pipeline(engine_at(server, tmp_path / str(effort), answer_tokens=1000, effort=effort)).card(FIRE)
            limits[effort] = next(filter(is_drafting, server.requests)).body["max_tokens"]
    assert limits[None] == 1000
    assert 1000 < limits["low"] < limits["high"]


CLAUDE = "`temperature` is deprecated for this model."


@pytest.mark.parametrize(
    ("parameter", "reply"),
    [
        ("temperature", faults.refused_request(CLAUDE)),
        ("temperature", faults.unsupported_parameter("temperature")),
        ("reasoning_effort", faults.unsupported_parameter("reasoning_effort")),
        ("reasoning_effort", faults.refused_request("Unrecognized request argument supplied: reasoning_effort")),
        (
            "reasoning_effort",
            faults.refused_request("Unsupported value: 'reasoning_effort' does not support 'low' with this model."),
        ),
        ("reasoning_effort", faults.refused_request('"m" does not support thinking')),
        (
            "reasoning_effort",
            Reply(
                status=422,
                body=b'{"detail": [{"loc": ["body", "reasoning_effort"], "msg": "Extra inputs are not permitted"}]}',
            ),
        ),
    ],
)
@pytest.mark.parametrize("kind", [OPENAI, TOOLS_ONLY], ids=["schema", "tools"])
def test_a_refused_parameter_is_left_out_and_the_form_stays(
    tmp_path: Path, parameter: str, reply: Reply, kind: Any
) -> None:
    """A 400 that names a parameter costs that parameter alone: the rung is the one that the endpoint holds, and the user is told."""

    def script(request: Request) -> Reply:
        return reply if parameter in request.body else good(request)

    with FakeServer(script, capabilities=kind) as server:
        engine = engine_at(server, tmp_path, temperature=0.5, effort="low")
        card = Pipeline(engine).card(FIRE)
    assert card.provenance.engine == "model"
    assert engine.rung == ("schema" if kind is OPENAI else "tool")
    assert any(line.startswith("warning: ") and f"does not take {parameter}" in line for line in told(engine))


NOT_OF_THE_FORM = {
    "no such model": faults.refused_request('model "m" not found, try pulling it first', 404),
    "no credit": faults.refused_request("Your credit balance is too low to access the API."),
    "a missing header": faults.refused_request("anthropic-version: header is required"),
    "data policy": faults.refused_request("No endpoints found matching your data policy", 404),
    "region": faults.refused_request("User location is not supported for the API use."),
    "nothing said": faults.list_error(400),
    "a tenant": faults.refused_request("Missing tenant id", 422),
}


@pytest.mark.parametrize("fault", NOT_OF_THE_FORM)
def test_a_refusal_that_is_not_of_the_form_is_told_as_it_is(tmp_path: Path, fault: str) -> None:
    """What has nothing to do with the schema is an error with the endpoint's words, not a step down, and nothing is remembered of it."""
    reply = NOT_OF_THE_FORM[fault]
    with FakeServer(reply) as server:
        pipeline = Pipeline(engine_at(server, tmp_path))
        with pytest.raises(ModelError) as caught:
            pipeline.card(FIRE)
    words = json.loads(reply.body)[0] if reply.body else reply.error
    said = words["error"]["message"] if reply.body else words["message"]  # type: ignore[index]
    assert said.rstrip(".") in str(caught.value)
    assert server.served.requests <= 2
    assert not list(tmp_path.iterdir())
    with FakeServer(good, port=server.port) as healed:
        again = engine_at(healed, tmp_path)
        Pipeline(again).card(FIRE)
    assert again.rung == "schema", "the fault is gone, and so is all of it"


def test_a_form_refused_without_a_word_about_it_is_found_out(tmp_path: Path) -> None:
    """Where an endpoint says only that a request is wrong, one question without a form tells whether it is the form."""

    def script(request: Request) -> Reply:
        if (request.body or {}).get("response_format", {}).get("type") == "json_schema":
            return faults.list_error(400)
        return good(request)

    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path)
        assert Pipeline(engine).card(FIRE).provenance.engine == "model"
    assert engine.rung == "tool"


@pytest.mark.parametrize(
    "fault", [faults.refusal("No."), faults.wrong_schema(), faults.model_not_found(), faults.auth_error()]
)
def test_nothing_is_remembered_before_an_answer_was_accepted(tmp_path: Path, fault: Reply) -> None:
    """What a probe learned is kept only once a question was answered in the schema."""
    with FakeServer(after_probe(fault)) as server:
        engine = engine_at(server, tmp_path)
        with suppress(SummarizeError):
            Pipeline(engine).card(FIRE)
        assert Profiles(tmp_path).get(engine.base_url, "m") is None
    with FakeServer(after_probe(Reply(GOOD))) as server:
        engine = engine_at(server, tmp_path)
        Pipeline(engine).card(FIRE)
        assert Profiles(tmp_path).get(engine.base_url, "m") == Profile(probed=True)


@pytest.mark.parametrize(("rung", "days"), [("schema", 30), ("tool", 1), ("json", 1), ("prompt", 1)])
def test_a_lower_way_is_tried_upwards_after_a_day(
    tmp_path: Path, rung: Any, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The surest way is remembered for a month, any other for a day."""
    profiles, now = Profiles(tmp_path), time.time()
    profiles.put("u", "m", Profile(rung=rung, probed=True))
    monkeypatch.setattr("summarize.engines.model.ladder.time.time", lambda: now + days * 86_400 - 60)
    assert profiles.get("u", "m") is not None
    monkeypatch.setattr("summarize.engines.model.ladder.time.time", lambda: now + days * 86_400 + 60)
    assert profiles.get("u", "m") is None


def _features(node: Any) -> Iterator[str]:
    """Each keyword with the kind of thing it stands on, and how deep arrays and objects are in each other."""

    def walk(node: Any, above: str) -> Iterator[str]:
        here = f"{above}/{node.get('type', '?')}"
        for key, value in node.items():
            yield f"{node.get('type', '?')}.{key}"
            if key == "properties":
                for child in value.values():
                    yield from walk(child, here)
            elif key == "items":
                yield from walk(value, here)
        yield here

    return walk(node, "")


def test_the_probe_has_every_feature_of_the_real_schema() -> None:
    """No keyword, nor nesting, is in the real schema that the probe does not have: what takes the one takes the other."""
    assert set(_features(Answer.wire)) <= set(_features(PROBE_SCHEMA))


def test_an_endpoint_that_refuses_a_keyword_is_found_out_by_the_probe(tmp_path: Path) -> None:
    """Where `maxItems` is refused, the probe shows it, and every article is asked in the small dialect at once."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=GEMINI) as server:
        engine = engine_at(server, tmp_path)
        pipeline = Pipeline(engine)
        assert pipeline.card(FIRE).provenance.engine == "model"
        assert pipeline.card(FIRE).provenance.usage.requests == 1 + JUDGE
        refused = [request for request in server.requests if not is_probe(request) and b"maxItems" in request.raw]
    assert engine.rung == "plain-schema"
    assert not refused
