"""What endpoints have been seen to do, a row each: what comes of it, in how many requests, and that the accounts are the server's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import ModelError
from summarize.pipeline import Pipeline
from summarize.testing import (
    AZURE,
    DEEPSEEK,
    GEMINI,
    GROQ,
    LLAMA_CPP,
    LM_STUDIO,
    MISTRAL,
    OLLAMA,
    OPENAI,
    OPENROUTER,
    PROSE,
    VLLM,
    Capabilities,
    FakeServer,
    Reply,
    Request,
    faults,
)
from summarize.testing.instances import instance
from tests.engines.model.answers import FIRE, GOOD, KEY, after_probe, changed, engine_at, is_probe, told

Script = Callable[[Request], Reply]
GOOD_TEXT = json.dumps(GOOD)
WRONG = changed(what=[{"text": "The fire injured 41 people in Marseille.", "sentences": [1]}])


@dataclass(frozen=True)
class Row:
    """An endpoint, and what has to come of asking it for a card."""

    kind: Capabilities
    script: Callable[[], Script]
    requests: int
    """That the server reads in all: probes, questions, and the judge's."""
    error: str | None = None
    """What the error says; None: there is a card."""
    declined: str | None = None
    """Why the model gave none, and the built-in engine made it."""
    told: str | None = None
    unknown: int = 0
    """Requests of which nobody told what they were served."""
    settings: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def once(*first: Reply) -> Callable[[], Script]:
    """A script that answers the probe, then gives these, then good answers."""
    return lambda: after_probe(*first, Reply(GOOD))  # type: ignore[return-value]


def refusing(parameter: str, reply: Reply) -> Callable[[], Script]:
    """A script that refuses a parameter."""
    return lambda: lambda request: reply if parameter in request.body else Reply() if is_probe(request) else Reply(GOOD)


def loading_first(count: int) -> Callable[[], Script]:
    """A script that is not ready for so many requests."""

    def made() -> Script:
        left = [faults.loading()] * count

        def script(request: Request) -> Reply:
            return left.pop() if left else Reply() if is_probe(request) else Reply(GOOD)

        return script

    return made


def said(status: int, message: str) -> Reply:
    """An error with nothing but words."""
    return Reply(status=status, error={"message": message})


def behind_router(raw: str) -> Reply:
    """A router's 400 that says nothing but what the provider said."""
    metadata = {"raw": raw, "provider_name": "P"}
    return Reply(status=400, error={"message": "Provider returned error", "code": 400, "metadata": metadata})


def in_reasoning(request: Request) -> Reply:
    """All that is said stands among the thoughts."""
    if is_probe(request):
        return faults.in_reasoning(Reply(instance(request.body["response_format"]["json_schema"]["schema"])))
    return faults.in_reasoning(Reply(GOOD))


ROWS = {
    "claude: temperature is deprecated": Row(
        OPENAI, refusing("temperature", faults.refused("`temperature` is deprecated for this model.")), 4,
        told="does not take temperature", settings={"temperature": 0.5},
    ),
    "gemini: maxItems": Row(GEMINI, once(), 4, told="does not enforce"),
    "a model thinks that nobody asked to": Row(OPENAI, lambda: lambda request: faults.thought(Reply() if is_probe(request) else Reply(GOOD)), 5),
    "thinking eats the limit": Row(OPENAI, once(faults.thought(Reply(GOOD)), faults.thought(Reply(GOOD))), 4),
    "thinking eats every limit": Row(
        OPENAI, once(faults.thought(Reply(GOOD), 400_000), faults.thought(Reply(GOOD), 400_000)), 3,
        declined="the model thought until the answer was cut off at the limit of 24,000 tokens: set SUMMARIZE_EFFORT=none or low",
    ),
    "ollama cuts the prompt by half": Row(
        replace(OLLAMA, context=2050), once(), 2, error=r"read 2,050 tokens of a prompt .*: it cut the article.*OLLAMA_CONTEXT_LENGTH=\d+"
    ),
    "a context of an odd size": Row(replace(OLLAMA, context=1500), once(), 2, error="read 1,500 tokens of a prompt"),
    "ollama with room": Row(replace(OLLAMA, context=16_384), once(), 3),
    "think tags where nothing is enforced": Row(PROSE, once(faults.tagged(GOOD_TEXT)), 5, told="JSON of any form"),
    "only the closing tag": Row(PROSE, once(faults.tagged(GOOD_TEXT, begin="Well.")), 5),
    "openrouter: 429 under 200": Row(OPENROUTER, once(faults.gateway_error(429, "Provider returned error")), 4),
    "openrouter: 502 under 200, always": Row(
        OPENROUTER, lambda: after_probe(faults.gateway_error(502, "Provider returned error", "upstream is overloaded")), 6,  # type: ignore[arg-type, return-value]
        error="Provider returned error; upstream is overloaded; gave up after 5 attempts",
    ),
    "openrouter: choices null": Row(OPENROUTER, once(faults.null_choices()), 4, unknown=1),
    "openrouter: a schema taken and ignored": Row(OPENROUTER, once(faults.unenforced()), 4),
    "finish_reason error": Row(OPENAI, once(faults.broke_down()), 4),
    "groq: a bad sample": Row(GROQ, once(faults.sample_failed()), 4),
    "groq: 413": Row(GROQ, once(faults.too_large()), 2, error="413.*tokens per minute.*lower SUMMARIZE_ANSWER_TOKENS"),
    "deepseek: thoughts back": Row(DEEPSEEK, once(Reply(WRONG, reasoning="Hm."), Reply(GOOD, reasoning="Ah.")), 7),
    "azure: content filter": Row(OPENAI, once(faults.filtered()), 2, declined="content filter stopped the article"),
    "azure: a deployment's address": Row(AZURE, once(), 3, settings={"key_header": "api-key"}, query="?api-version=2026-01-01"),
    "azure: the version apart": Row(AZURE, once(), 3, settings={"key_header": "api-key", "query": {"api-version": "2026-01-01"}}),
    "azure: no version": Row(
        AZURE, once(), 2, settings={"key_header": "api-key"}, error="Missing required query parameter: api-version"
    ),
    "a gateway with a tenant": Row(
        replace(OPENAI, needs_headers=frozenset({"x-tenant"})), once(), 3, settings={"headers": {"X-Tenant": "desk"}}
    ),
    "a gateway without its tenant": Row(
        replace(OPENAI, needs_headers=frozenset({"x-tenant"})), once(), 2, error="missing header 'x-tenant'"
    ),
    "524 after a hundred seconds": Row(
        OPENAI, lambda: after_probe(faults.gateway_timeout()), 3, unknown=2,  # type: ignore[arg-type, return-value]
        error=r"gave up waiting \(524\): lower SUMMARIZE_EFFORT or SUMMARIZE_ANSWER_TOKENS.*gave up after 2 attempts",
    ),
    "llama.cpp loads": Row(LLAMA_CPP, loading_first(7), 10),
    "lm studio: all among the thoughts": Row(LM_STUDIO, lambda: in_reasoning, 3),
    "vllm: all among what it calls reasoning": Row(VLLM, lambda: in_reasoning, 3),
    "vllm": Row(VLLM, once(), 3),
    "mistral": Row(MISTRAL, once(), 3),
    "504 after a hundred seconds": Row(
        OPENAI, lambda: after_probe(faults.gateway_timeout(504)), 3, unknown=2,  # type: ignore[arg-type, return-value]
        error=r"gave up waiting \(504\): lower SUMMARIZE_EFFORT or SUMMARIZE_ANSWER_TOKENS.*gave up after 2 attempts",
    ),
    "lm studio: nothing at all where the prompt did not fit": Row(
        LM_STUDIO, once(Reply("", tool_call=False), Reply("", tool_call=False)), 3, declined="answer is empty, though it says that it is whole: give the model a larger",
    ),
    "ollama: thoughts, and no answer": Row(
        replace(OLLAMA, context=None), once(Reply("", reasoning="Hm.", tool_call=False)), 4,
    ),
    "ollama: thoughts, and never an answer": Row(
        replace(OLLAMA, context=None), lambda: after_probe(Reply("", reasoning="Hm.", tool_call=False)), 3,  # type: ignore[arg-type, return-value]
        declined="the model thought, and gave no answer; set SUMMARIZE_EFFORT=none or low",
    ),
    "ollama: an effort that the model does not know": Row(
        replace(OLLAMA, context=None), refusing("reasoning_effort", said(400, 'think value "medium" is not supported for this model')), 4,
        told="does not take reasoning_effort", settings={"effort": "medium"},
    ),
    "openai: overloaded, with 400": Row(
        OPENAI, once(said(400, "Our servers are currently overloaded. Please try again later.")), 4,
    ),
    "an empty answer that is none the second time": Row(OPENAI, once(Reply("", tool_call=False)), 4),
    "openrouter: credit for a shorter answer": Row(
        OPENROUTER, once(said(402, "This request requires more credits, or fewer max_tokens. You requested up to 4000 tokens, but can only afford 3919.")),
        2, error="no quota left: .*can only afford 3919, or lower SUMMARIZE_ANSWER_TOKENS",
    ),
    "openrouter: a provider's refusal under 400": Row(
        OPENROUTER, refusing("temperature", behind_router('{"error": {"message": "temperature is deprecated for this model"}}')),
        4, told="does not take temperature", settings={"temperature": 0.5},
    ),
    "openrouter: no privacy that suits": Row(
        OPENROUTER, lambda: lambda _: said(404, "No endpoints found matching your data policy"), 2, error="data policy",
    ),
    "an address that has no such model, under 200": Row(
        OPENROUTER, once(faults.gateway_error(404, "The model 'm' does not exist")), 2, error="has no .*: The model 'm' does not exist",
    ),
    "llama.cpp: the context is too small, under 200": Row(
        LLAMA_CPP, once(faults.gateway_error(400, "the request exceeds the available context size, try increasing it")), 2,
        error="too long for the model: the request exceeds the available context size, try increasing it: make --window smaller",
    ),
    "ollama: no such model": Row(
        OLLAMA, lambda: lambda _: said(404, "model 'm' not found, try pulling it first"), 1, error="try pulling it first.*see 'summarize models'",
    ),
    "anthropic: no credit": Row(
        OPENAI, lambda: lambda _: said(400, "Your credit balance is too low to access the API."), 1, error="no quota left: Your credit balance",
    ),
    "mistral: a parameter that it does not know": Row(MISTRAL, once(), 4, told="does not take seed", settings={"seed": 7}),
    "mistral: the other name of the limit": Row(MISTRAL, once(), 4, settings={"model": "o3"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_row(tmp_path: Path, name: str) -> None:
    """Each row ends in a card, in the built-in engine's with the reason, or in one line that says what to do; requests and tokens that
    were counted are the server's own."""
    row = ROWS[name]
    with FakeServer(row.script(), capabilities=row.kind, api_key=KEY) as server:
        engine = engine_at(server, tmp_path, **{"base_url": server.base_url + row.query, **row.settings})
        if row.error is not None:
            with pytest.raises(ModelError) as caught:
                Pipeline(engine).card(FIRE)
            assert re.search(row.error, str(caught.value))
            assert "\n" not in str(caught.value)
        else:
            card = Pipeline(engine).card(FIRE)
            assert card.provenance.engine == ("extractive" if row.declined else "model")
            assert (row.declined or "") in (card.provenance.declined.reason if card.provenance.declined else "")
        served = server.settled()
    spent = engine.spent
    assert served.requests == row.requests == spent.requests
    assert (spent.input_tokens, spent.output_tokens) == (served.input_tokens, served.output_tokens)
    assert spent.unknown == row.unknown
    assert row.told is None or any(row.told in line for line in told(engine))


def test_a_count_that_is_wrong_can_be_told(tmp_path: Path) -> None:
    """Where an endpoint counts wrongly, its count is not believed if the user says so."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=replace(OLLAMA, context=2050)) as server:
        card = Pipeline(engine_at(server, tmp_path, trust_counts=False)).card(FIRE)
    assert card.provenance.engine == "model"


def test_what_an_endpoint_wants_back_is_remembered(tmp_path: Path) -> None:
    """That a further question has to hold the thoughts is learned once; to no other endpoint are they ever sent."""
    second = [Reply(WRONG, reasoning="Hm."), Reply(GOOD, reasoning="Ah.")]
    for kind, refused in ((DEEPSEEK, 1), (DEEPSEEK, 0), (OPENAI, 0)):
        folder = tmp_path / kind.name
        with FakeServer(after_probe(*second), capabilities=kind, port=0) as server:
            engine = engine_at(server, folder)
            engine.base_url = kind.name  # so that both runs are at the same address
            engine._connect().base_url = server.base_url
            Pipeline(engine).card(FIRE)
            turns = [one for one in server.requests if any(each.get("role") == "assistant" for each in one.messages)]
        given = [one for one in turns if b"reasoning_content" in one.raw]
        assert len(turns) - len(given) == (refused if kind is DEEPSEEK else 1)
        assert len(given) == (1 if kind is DEEPSEEK else 0)
