"""Rules of the ladder: each kind of endpoint gets the surest form it really enforces, once found out and remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from summarize.engines.model.drafting import Answer
from summarize.engines.model.form import minimal
from summarize.engines.model.ladder import Profile, Profiles
from summarize.pipeline import Pipeline
from summarize.testing import (
    LLAMA_CPP,
    LM_STUDIO,
    MINIMAL_DIALECT,
    OLLAMA,
    OPENAI,
    PROSE,
    TOOLS_ONLY,
    Capabilities,
    FakeServer,
    Reply,
    Request,
    instance,
)
from tests.engines.model.answers import FIRE, GOOD, JUDGE, after_probe, engine_at, is_drafting, is_probe, told


@pytest.mark.parametrize(
    ("kind", "rung"),
    [
        (OPENAI, "schema"),
        (LLAMA_CPP, "schema"),
        (OLLAMA, "schema"),
        (LM_STUDIO, "schema"),
        (MINIMAL_DIALECT, "plain-schema"),
        (TOOLS_ONLY, "tool"),
        (PROSE, "json"),
    ],
    ids=["openai", "llama.cpp", "ollama", "lm-studio", "minimal", "tools", "prose"],
)
def test_each_kind_of_endpoint_gets_the_surest_form_it_enforces(tmp_path: Path, kind: Capabilities, rung: str) -> None:
    """The probe climbs down until a rung holds, the card is made on it, and the user is told of any rung but the first."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=kind) as server:
        engine = engine_at(server, tmp_path)
        card = Pipeline(engine).card(FIRE)
        assert card.provenance.usage.requests == server.served.requests
    assert card.headline.text == GOOD["headline"]["text"]
    assert Profiles(tmp_path).get(engine.base_url, "m") is not None
    assert Profiles(tmp_path).get(engine.base_url, "m").rung == rung  # type: ignore[union-attr]
    assert bool(told(engine)) is (rung != "schema")


def _question(server: FakeServer) -> dict[str, Any]:
    (body,) = [request.body for request in server.requests if is_drafting(request)]
    found: dict[str, Any] = body
    return found


def test_strict_is_on_the_wire(tmp_path: Path) -> None:
    """Where a strict schema is enforced, the request's bytes say `strict: true` and carry the one static schema."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        Pipeline(engine_at(server, tmp_path)).card(FIRE)
        form = _question(server)["response_format"]
        raw = next(request.raw for request in server.requests if is_drafting(request))
    assert form == {"type": "json_schema", "json_schema": {"name": "Answer", "strict": True, "schema": Answer.wire}}
    assert b'"strict":true' in raw.replace(b" ", b"")


def test_a_tool_is_forced_and_strict(tmp_path: Path) -> None:
    """Where only tools are enforced, one tool is forced, with the same schema."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=TOOLS_ONLY) as server:
        Pipeline(engine_at(server, tmp_path)).card(FIRE)
        body = _question(server)
    assert body["tool_choice"] == {"type": "function", "function": {"name": "Answer"}}
    (tool,) = body["tools"]
    assert tool["function"]["parameters"] == Answer.wire
    assert tool["function"]["strict"] is True


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _nodes(value)


def test_the_schema_is_strict_compatible() -> None:
    """Every object is closed and requires all its properties; no references, no alternatives, few properties, shallow."""
    objects = [node for node in _nodes(Answer.wire) if node.get("type") == "object"]
    for node in objects:
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
    text = json.dumps(Answer.wire)
    assert not [word for word in ("$ref", "anyOf", "allOf", "oneOf", "default", "title") if f'"{word}"' in text]
    assert sum(len(node["properties"]) for node in objects) < 40
    assert len(text) < 2500


def test_the_small_dialect_has_only_what_all_know() -> None:
    """The minimal schema holds types, properties, required, items, enum and description, and nothing else."""
    names = {"type", "properties", "required", "items", "enum", "description"}

    def walk(node: dict[str, Any]) -> None:
        assert set(node) <= names
        for child in node.get("properties", {}).values():
            walk(child)
        if "items" in node:
            walk(node["items"])

    walk(minimal(Answer.wire))


def test_the_schema_is_the_models() -> None:
    """What the schema allows, the model takes: the smallest instance of it is a valid answer, and so is the model's own dump."""
    smallest = instance(Answer.wire)
    assert TypeAdapter(Answer).validate_python(smallest).model_dump(mode="json") == smallest
    assert Answer.model_validate(GOOD).model_dump(mode="json") == GOOD


def test_an_endpoint_is_probed_once(tmp_path: Path) -> None:
    """The probe is made for the first article alone, and not at all by a later run."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        first = engine_at(server, tmp_path)
        pipeline = Pipeline(first)
        pipeline.card(FIRE)
        pipeline.card(FIRE)
        Pipeline(engine_at(server, tmp_path)).card(FIRE)
        probes = [request for request in server.requests if is_probe(request)]
    assert len(probes) == 1
    assert len(server.requests) == 1 + 3 * (1 + JUDGE)


def test_what_is_remembered_is_only_a_memory(tmp_path: Path) -> None:
    """A broken, foreign or old memory is as good as none, and one that cannot be written stops nothing."""
    path = tmp_path / "endpoints-2.json"
    profiles = Profiles(tmp_path)
    for content in ("", "[]", "{", '{"u m": 3}', '{"u m": {"at": 1, "profile": {"rung": "schema"}}}'):
        path.write_text(content, encoding="utf-8")
        assert profiles.get("u", "m") is None
    profiles.put("u", "m", Profile(rung="tool", probed=True))
    assert profiles.get("u", "m") == Profile(rung="tool", probed=True)
    text = path.read_text(encoding="utf-8").replace('"tool"', '"elevator"')
    path.write_text(text, encoding="utf-8")
    assert profiles.get("u", "m") is None
    (tmp_path / "file").write_text("", encoding="utf-8")
    Profiles(tmp_path / "file").put("u", "m", Profile())


@pytest.mark.parametrize("model", ["gpt-5-mini", "o3", "m"])
def test_parameters_that_are_not_taken_are_changed(tmp_path: Path, model: str) -> None:
    """A reasoning model is not sent `max_tokens` or a temperature, and any other model is asked without what it refuses."""
    refused = {"max_tokens", "temperature"} if model != "m" else {"max_tokens"}

    def script(request: Request) -> Reply:
        body = request.body or {}
        found = sorted(refused & set(body))
        if found:
            return Reply(
                status=400,
                error={"message": f"Unsupported parameter: '{found[0]}' is not supported", "param": found[0]},
            )
        return Reply() if is_probe(request) else Reply(GOOD)

    with FakeServer(script) as server:
        Pipeline(engine_at(server, tmp_path, model=model)).card(FIRE)
        bodies = [request.body for request in server.requests]
    assert "max_completion_tokens" in bodies[-1]
    if model != "m":
        assert all("max_tokens" not in body and "temperature" not in body for body in bodies)


def test_a_form_refused_after_the_probe_is_stepped_down_from(tmp_path: Path) -> None:
    """An endpoint that took the probe's schema but not the real one is asked on the next rung, and that is remembered."""

    def script(request: Request) -> Reply:
        form = (request.body or {}).get("response_format", {})
        if not is_probe(request) and form.get("json_schema", {}).get("strict"):
            return Reply(
                status=400, error={"message": "Invalid schema for response_format", "param": "response_format"}
            )
        return Reply() if is_probe(request) else Reply(GOOD)

    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path)
        Pipeline(engine).card(FIRE)
        requests = [request for request in server.requests if is_drafting(request)]
    assert len(requests) == 2
    assert Profiles(tmp_path).get(engine.base_url, "m") == Profile(rung="plain-schema", probed=True)
