"""Every kind of endpoint as a client sees it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import openai
import pytest
from pydantic import BaseModel

from summarize.testing import (
    AZURE,
    DEEPSEEK,
    GEMINI,
    LLAMA_CPP,
    LM_STUDIO,
    MINIMAL_DIALECT,
    OLLAMA,
    OPENAI,
    PRESETS,
    PROSE,
    TOOLS_ONLY,
    Capabilities,
    FakeServer,
    Reply,
    faults,
)
from tests.testing.clients import INSTANCE, SCHEMA, as_schema, as_tool, complete

PLAIN = {key: value for key, value in SCHEMA.items() if key != "additionalProperties"}
JSON_OBJECT = {"type": "json_object"}


def ask(capabilities: Capabilities, reply: Reply | None = None, **parameters: Any) -> Any:
    """The message of the one choice."""
    with FakeServer(reply or Reply(), capabilities=capabilities) as server:
        return complete(server, "In JSON, please", **parameters).choices[0].message


def refused(capabilities: Capabilities, text: str = "In JSON, please", **parameters: Any) -> Any:
    """The error of a request that the endpoint refuses, which uses up no reply and costs nothing."""
    with FakeServer([Reply("first"), Reply("second")], capabilities=capabilities) as server:
        with pytest.raises(openai.BadRequestError) as caught:
            complete(server, text, **parameters)
        assert server.served.input_tokens == 0
        assert complete(server).choices[0].message.content == "first"
    return caught.value


def test_presets_by_name() -> None:
    """The presets have distinct names."""
    assert sorted(PRESETS) == [
        "anthropic", "azure", "deepseek", "gemini", "groq", "llama-cpp", "lm-studio", "minimal-dialect", "mistral", "ollama", "openai", "openrouter",
        "prose", "tools-only", "vllm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("capabilities", "schema", "json_object", "tool"),
    [
        (OPENAI, True, True, True),
        (LLAMA_CPP, True, True, True),
        (OLLAMA, True, True, False),
        (LM_STUDIO, True, None, True),
        (MINIMAL_DIALECT, True, True, True),
        (GEMINI, True, True, True),
        (TOOLS_ONLY, False, False, True),
        (PROSE, False, False, False),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_what_is_enforced(capabilities: Capabilities, schema: bool, json_object: bool | None, tool: bool) -> None:
    """What an endpoint enforces comes as asked for, what it ignores comes as prose under 200, and only the rest is refused."""
    by_schema = ask(capabilities, response_format=as_schema(PLAIN, strict=None))
    assert by_schema.content == (INSTANCE if schema else faults.PROSE_TEXT)
    by_tool = ask(capabilities, **as_tool(PLAIN))
    assert by_tool.content == (None if tool else faults.PROSE_TEXT)
    assert (by_tool.tool_calls and by_tool.tool_calls[0].function.arguments) == (INSTANCE if tool else None)
    if json_object is None:
        refused(capabilities, response_format=JSON_OBJECT)
    else:
        assert ask(capabilities, response_format=JSON_OBJECT).content == ("{}" if json_object else faults.PROSE_TEXT)


def test_content_without_a_tool() -> None:
    """Content that is given stands in the message where the server does not heed `tool_choice`, in the tool where it does."""
    given = Reply({"headline": "x"})
    assert ask(OLLAMA, given, **as_tool(PLAIN)).content == '{"headline": "x"}'
    assert ask(OPENAI, given, **as_tool()).tool_calls[0].function.arguments == '{"headline": "x"}'


@pytest.mark.parametrize(
    ("schema", "problem"),
    [
        (PLAIN, "In context=(), 'additionalProperties' is required to be supplied and to be false."),
        ({**SCHEMA, "required": ["headline"]}, "Missing 'sentences'."),
        ({"anyOf": [SCHEMA]}, "schema must be a JSON Schema of 'type: \"object\"'"),
        (
            {**SCHEMA, "properties": {**SCHEMA["properties"], "headline": {"type": "string", "default": ""}}},
            "In context=('properties', 'headline'), 'default' is not permitted.",
        ),
        (
            {
                **SCHEMA,
                "properties": {**SCHEMA["properties"], "headline": {"$ref": "#/$defs/A", "description": "x"}},
                "$defs": {"A": {"type": "string"}},
            },
            "$ref cannot have keywords ['description'].",
        ),
        (
            {**SCHEMA, "properties": {**SCHEMA["properties"], "headline": {"type": "array"}}},
            "array schema missing items.",
        ),
    ],
)
def test_strict_schemas(schema: dict[str, Any], problem: str) -> None:
    """OpenAI refuses with `strict` what its strict mode cannot hold a model to, and takes the same without; others take it."""
    error = refused(OPENAI, response_format=as_schema(schema))
    assert error.body["message"].startswith("Invalid schema for response_format 'card': ")
    assert problem in error.body["message"]
    assert error.param == "response_format"
    by_tool = refused(OPENAI, **as_tool(schema, strict=True))
    assert problem in by_tool.body["message"]
    assert by_tool.code == "invalid_function_parameters"
    assert json.loads(ask(OPENAI, response_format=as_schema(schema, strict=False)).content)
    assert json.loads(ask(LLAMA_CPP, response_format=as_schema(schema)).content)


def test_strict_takes_the_clients_own_schemas() -> None:
    """The schema that the openai client itself makes of a pydantic model passes the strict check."""
    from openai.lib._pydantic import to_strict_json_schema

    class Quote(BaseModel):
        default: str
        speaker: int | None = None

    class Card(BaseModel):
        required: list[Quote]
        first: Quote

    content = ask(OPENAI, response_format=as_schema(to_strict_json_schema(Card))).content
    assert Card.model_validate_json(content).required == []


@pytest.mark.parametrize("model", ["o1", "o3-mini", "gpt-5", "gpt-5.6-mini", "openai/gpt-5"])
@pytest.mark.parametrize(("name", "value"), [("max_tokens", 100), ("temperature", 0), ("top_p", 0.5)])
def test_reasoning_models(model: str, name: str, value: float) -> None:
    """OpenAI's reasoning models refuse `max_tokens` and sampling parameters by name."""
    parameters: dict[str, Any] = {"model": model, name: value}
    error = refused(OPENAI, **parameters)
    assert (error.code, error.param) == ("unsupported_parameter", name)


@pytest.mark.parametrize(
    "parameters",
    [
        {"model": "gpt-4.1", "max_tokens": 9, "temperature": 0},
        {"model": "gpt-5", "temperature": 1, "max_completion_tokens": 9},
    ],
)
def test_parameters_that_are_taken(parameters: dict[str, Any]) -> None:
    """Other models take them; reasoning models take `max_completion_tokens`, and a temperature of 1."""
    assert ask(OPENAI, Reply("x"), **parameters).content == "x"


def test_json_object_needs_the_word() -> None:
    """OpenAI refuses `json_object` if no message says JSON; others do not."""
    error = refused(OPENAI, "Hello", response_format=JSON_OBJECT)
    assert "must contain the word 'json'" in error.body["message"]
    with FakeServer(capabilities=LLAMA_CPP) as server:
        assert complete(server, "Hello", response_format=JSON_OBJECT).choices[0].message.content == "{}"


def test_ollama_ignores_one_limit() -> None:
    """Ollama heeds `max_tokens` and not `max_completion_tokens`."""
    with FakeServer(Reply("12345678"), capabilities=OLLAMA) as server:
        assert complete(server, max_completion_tokens=1).choices[0].finish_reason == "stop"
        assert complete(server, max_tokens=1).choices[0].finish_reason == "length"


def test_lm_studio_refuses_json_object() -> None:
    """LM Studio says which formats it takes, in an error that is no object."""
    error = refused(LM_STUDIO, response_format=JSON_OBJECT)
    assert error.body == "'response_format.type' must be 'json_schema' or 'text'"


@pytest.mark.parametrize(
    ("keyword", "schema"),
    [
        ("additionalProperties", SCHEMA),
        (
            "$ref",
            {
                **PLAIN,
                "properties": {"headline": {"$ref": "#/$defs/A"}, "sentences": {"$ref": "#/$defs/A"}},
                "$defs": {"A": {"type": "string"}},
            },
        ),
        ("const", {**PLAIN, "properties": {"headline": {"const": "x"}, "sentences": {"type": "null"}}}),
        ("$schema", {**PLAIN, "$schema": "https://json-schema.org/draft/2020-12/schema"}),
    ],
)
def test_minimal_dialect(keyword: str, schema: dict[str, Any]) -> None:
    """The minimal dialect refuses keywords, of the answer and of a tool, in an error that is a list."""
    for parameters in ({"response_format": as_schema(schema, strict=None)}, as_tool(schema)):
        (error,) = refused(MINIMAL_DIALECT, **parameters).body
        assert error["error"]["code"] == 400
        assert f'Unknown name "{keyword}"' in error["error"]["message"]


def test_gemini_refuses_bounds_of_lists() -> None:
    """It takes a closed object, and no `maxItems`."""
    closed = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
    assert ask(GEMINI, response_format=as_schema(closed)).content == "{}"
    bounded = {"type": "object", "properties": {"a": {"type": "array", "maxItems": 1}}, "required": ["a"]}
    (error,) = refused(GEMINI, response_format=as_schema(bounded)).body
    assert 'Unknown name "maxItems"' in error["error"]["message"]


def test_minimal_dialect_takes_properties_of_any_name() -> None:
    """A property called like a keyword is no keyword."""
    schema = {
        "type": "object",
        "properties": {"const": {"type": "string"}, "$ref": {"enum": ["const"]}},
        "required": ["const", "$ref"],
    }
    assert ask(MINIMAL_DIALECT, response_format=as_schema(schema)).content == '{"const": "", "$ref": "const"}'


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (
            {"response_format": {"type": "xml"}},
            "'response_format.type' must be 'json_schema' or 'json_object' or 'text'",
        ),
        (
            {"response_format": {"type": "json_schema", "json_schema": {"name": "card"}}},
            "'response_format.json_schema.schema'",
        ),
        (
            {"response_format": {"type": "json_schema", "json_schema": {"schema": SCHEMA}}},
            "'response_format.json_schema.name'",
        ),
        (
            {"response_format": as_schema({"type": "string", "pattern": "^never$"}, strict=False)},
            "no string at hand matches",
        ),
        ({"response_format": as_schema([1], strict=False)}, "not an object"),
        (as_tool(choice={"type": "function", "function": {"name": "else"}}), "Tool choice 'else' not found"),
    ],
)
def test_requests_that_no_endpoint_takes(parameters: dict[str, Any], message: str) -> None:
    """A format or tool that is not what it should be is refused, and so is a schema that no instance can be made of."""
    assert message in refused(OPENAI, **parameters).body["message"]


def test_capabilities_of_ones_own() -> None:
    """Any combination can be made from a preset."""
    odd = replace(OPENAI, enforces=frozenset({"tools"}), rejects=frozenset({"json_schema", "seed"}))
    assert "must be 'json_object' or 'text'" in refused(odd, response_format=as_schema()).body["message"]
    assert refused(odd, seed=1).code == "unsupported_parameter"


def test_azure_and_gateways_want_more_than_a_body() -> None:
    """A key in a header of its own, a parameter of the address, a header: without them a request is refused, and says what is missing."""
    gateway = replace(AZURE, needs_headers=frozenset({"x-tenant"}))
    with FakeServer(capabilities=gateway, api_key="k") as server:
        with pytest.raises(openai.AuthenticationError):
            complete(server)
        for extra, missing in (({}, "x-tenant"), ({"x-tenant": "a"}, "api-version")):
            with pytest.raises(openai.BadRequestError, match=missing):
                complete(server, extra_headers={"api-key": "k", **extra})
        complete(server, extra_headers={"api-key": "k", "x-tenant": "a"}, extra_query={"api-version": "1"})
        assert server.base_url.endswith("/openai/deployments/desk")
        assert server.requests[-1].query == "api-version=1"


def test_deepseek_wants_thoughts_back() -> None:
    """A further question without what the model thought is refused; with it, it is taken."""
    turns = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}]
    with FakeServer(capabilities=DEEPSEEK) as server:
        with pytest.raises(openai.BadRequestError, match="must be passed back"):
            complete(server, messages=turns)
        turns[1]["reasoning_content"] = "Hm."
        complete(server, messages=turns)


def test_ollama_reads_its_context_and_says_nothing() -> None:
    """Of a longer prompt only the context is read, counted, and paid; the answer comes all the same."""
    with FakeServer(capabilities=OLLAMA) as server:
        assert complete(server, "word " * 5_000).usage.prompt_tokens == server.served.input_tokens == 4096


@pytest.mark.parametrize(("marked", "expected"), [(True, [(0, 1200), (1200, 0)]), (False, [(0, 1203), (0, 1203)])])
def test_what_is_marked_is_kept(marked: bool, expected: list[tuple[int, int]]) -> None:
    """Of GPT-6 only what ends on a mark is found again, and writing is counted; without a mark the whole prompt is written each time."""
    part: dict[str, Any] = {"type": "text", "text": "constant" * 600}
    more: dict[str, Any] = {}
    if marked:
        part["prompt_cache_breakpoint"] = {"mode": "explicit"}
        more = {"extra_body": {"prompt_cache_options": {"mode": "explicit"}}}
    found = []
    with FakeServer() as server:
        for article in ("the first...", "the second.."):
            messages = [{"role": "system", "content": [part]}, {"role": "user", "content": article}]
            usage = complete(server, model="gpt-6-luna", messages=messages, **more).usage.prompt_tokens_details
            found.append((usage.cached_tokens, usage.cache_write_tokens or 0))
        assert found == expected
        assert server.served.cache_write_tokens == sum(written for _, written in expected)
