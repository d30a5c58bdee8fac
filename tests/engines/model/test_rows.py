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
from summarize.reading import read_text
from summarize.settings import Price
from summarize.testing import (
    ANTHROPIC,
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
    TOOLS_ONLY,
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
    rung: str | None = None
    """How the schema is asked for in the end, where it matters that no fault lowered it."""
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
        left = [faults.model_loading()] * count

        def script(request: Request) -> Reply:
            return left.pop() if left else Reply() if is_probe(request) else Reply(GOOD)

        return script

    return made


def at_once(*parameters: str, reply: Reply) -> Callable[[], Script]:
    """A script that refuses parameters where they stand together."""
    return lambda: (
        lambda request: (
            reply if request.body.keys() >= set(parameters) else Reply() if is_probe(request) else Reply(GOOD)
        )
    )


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


TOOLS_WITH_EFFORT = "Function tools with reasoning_effort are not supported for this model in /v1/chat/completions."
LITELLM = "litellm.UnsupportedParamsError: openai does not support parameters: ['temperature'], for model=m. To drop these, set drop_params."
PRICES = {name: Price(input=1.0, output=10.0, cached=0.1) for name in ("m", "o3", "gpt-6-luna")}

ROWS = {
    "claude: temperature is deprecated": Row(
        OPENAI, refusing("temperature", faults.refused_request("`temperature` is deprecated for this model.")), 4,
        told="does not take temperature", settings={"temperature": 0.5}, rung="schema",
    ),
    "claude at its own endpoint": Row(ANTHROPIC, once(), 5, told="a forced tool call", rung="tool"),
    "claude at its own endpoint, with a temperature": Row(
        ANTHROPIC, once(), 6, told="does not take temperature", settings={"temperature": 0.5}, rung="tool"
    ),
    "anthropic: a missing header": Row(
        ANTHROPIC, lambda: lambda _: said(400, "anthropic-version: header is required"), 2, error="anthropic-version: header is required",
    ),
    "gpt-5.6: a temperature beside an effort": Row(
        OPENAI, once(), 4, told="does not take temperature", settings={"model": "gpt-6-luna", "temperature": 0.5}, rung="schema",
    ),
    "gpt-5.6: tools beside an effort": Row(
        TOOLS_ONLY, at_once("tools", "reasoning_effort", reply=said(400, TOOLS_WITH_EFFORT)), 6, told="does not take reasoning_effort",
        settings={"effort": "low"}, rung="tool",
    ),
    "openai: the other name of the limit, whatever the model is called": Row(
        OPENAI, refusing("max_tokens", faults.unsupported_parameter("max_tokens")), 4, rung="schema",
    ),
    "litellm: a parameter that is not supported": Row(
        OPENAI, refusing("temperature", said(400, LITELLM)), 4, told="does not take temperature", settings={"temperature": 0.5}, rung="schema",
    ),
    "gemini: maxItems": Row(GEMINI, once(), 4, told="does not enforce", rung="plain-schema"),
    "gemini: nothing said": Row(GEMINI, lambda: lambda _: faults.list_error(), 3, error="Request contains an invalid argument"),
    "a model thinks that nobody asked to": Row(OPENAI, lambda: lambda request: faults.after_thinking(Reply() if is_probe(request) else Reply(GOOD)), 5),
    "thinking eats the limit": Row(OPENAI, once(faults.after_thinking(Reply(GOOD)), faults.after_thinking(Reply(GOOD))), 4),
    "thinking eats every limit": Row(
        OPENAI, once(faults.after_thinking(Reply(GOOD), 400_000), faults.after_thinking(Reply(GOOD), 400_000)), 3,
        declined="the model thought until the answer was cut off at the limit of 24,000 tokens: set SUMMARIZE_EFFORT=none or low",
    ),
    "ollama cuts the prompt by half": Row(
        replace(OLLAMA, context=2050), once(), 2, error=r"read 2,050 tokens of a prompt .*: it cut the article.*OLLAMA_CONTEXT_LENGTH=\d+"
    ),
    "a context of an odd size": Row(replace(OLLAMA, context=1500), once(), 2, error="read 1,500 tokens of a prompt"),
    "ollama with room": Row(replace(OLLAMA, context=16_384), once(), 3),
    "think tags where nothing is enforced": Row(PROSE, once(faults.with_think_tags(GOOD_TEXT)), 5, told="JSON of any form"),
    "only the closing tag": Row(PROSE, once(faults.with_think_tags(GOOD_TEXT, begin="Well.")), 5),
    "openrouter: 429 under 200": Row(OPENROUTER, once(faults.gateway_error(429, "Provider returned error")), 4),
    "openrouter: 502 under 200, always": Row(
        OPENROUTER, lambda: after_probe(faults.gateway_error(502, "Provider returned error", "upstream is overloaded")), 6,  # type: ignore[arg-type, return-value]
        error="Provider returned error; upstream is overloaded; gave up after 5 attempts",
    ),
    "openrouter: choices null": Row(OPENROUTER, once(faults.null_choices()), 4, unknown=1, rung="schema"),
    "openrouter: choices null, always": Row(
        OPENROUTER, lambda: after_probe(faults.null_choices()), 6, unknown=5,  # type: ignore[arg-type, return-value]
        error="no choices and no reason; gave up after 5 attempts",
    ),
    "openrouter: a schema taken and ignored": Row(OPENROUTER, once(faults.unenforced_schema()), 4, rung="schema"),
    "openrouter: a schema taken and ignored, always": Row(
        OPENROUTER, once(faults.unenforced_schema(), faults.unenforced_schema()), 3, declined="no answer in the form asked for, also when asked again",
    ),
    "finish_reason error": Row(OPENAI, once(faults.broke_down()), 4, rung="schema"),
    "finish_reason error, always": Row(
        OPENAI, lambda: after_probe(faults.broke_down()), 6, error="broke off its answer with an error; gave up after 5 attempts",  # type: ignore[arg-type, return-value]
    ),
    "groq: a bad sample": Row(GROQ, once(faults.sample_failed()), 4, rung="schema"),
    "groq: bad samples, always": Row(
        GROQ, once(faults.sample_failed(), faults.sample_failed()), 3, declined="the model wrote what is not in the form asked for",
    ),
    "groq: 413": Row(GROQ, once(faults.too_large()), 2, error="413.*tokens per minute.*lower SUMMARIZE_ANSWER_TOKENS"),
    "deepseek: thoughts back": Row(DEEPSEEK, once(Reply(WRONG, reasoning="Hm."), Reply(GOOD, reasoning="Ah.")), 7),
    "azure: content filter": Row(
        AZURE, once(faults.filtered_request()), 2, declined="content filter stopped the article",
        settings={"key_header": "api-key"}, query="?api-version=2026-01-01",
    ),
    "azure: content filter in the answer": Row(
        AZURE, once(faults.content_filter()), 2, declined="content filter stopped the answer",
        settings={"key_header": "api-key"}, query="?api-version=2026-01-01",
    ),
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
    "524 once": Row(OPENAI, once(faults.gateway_timeout()), 4, unknown=1),
    "llama.cpp loads": Row(LLAMA_CPP, loading_first(7), 10),
    "llama.cpp loads for longer than the patience": Row(
        LLAMA_CPP, loading_first(1000), 1, error=r"the model is being loaded \(503\): Loading model; gave up after 1 attempt",
        settings={"patience": 0.0},
    ),
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
    were counted are the server's own, and so are the dollars as far as they are known."""
    row = ROWS[name]
    with FakeServer(row.script(), capabilities=row.kind, api_key=KEY) as server:
        settings = {"base_url": server.base_url + row.query, "prices": PRICES, **row.settings}
        engine = engine_at(server, tmp_path, **settings)
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
    fresh = served.input_tokens - served.cached_tokens
    dollars = (fresh + 0.1 * served.cached_tokens + 10 * served.output_tokens) / 1e6
    assert spent.least_usd == pytest.approx(dollars, abs=1e-6)
    assert (spent.cost_usd is None) is bool(row.unknown)
    assert row.rung in {None, engine.rung}
    assert row.told is None or any(row.told in line for line in told(engine))


def test_a_count_that_is_wrong_can_be_told(tmp_path: Path) -> None:
    """Where an endpoint counts wrongly, its count is not believed if the user says so."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=replace(OLLAMA, context=2050)) as server:
        card = Pipeline(engine_at(server, tmp_path, trust_counts=False)).card(FIRE)
    assert card.provenance.engine == "model"


@pytest.mark.parametrize(("context", "refused"), [(4096, True), (8192, False)])
def test_a_prompt_that_lost_a_little_is_noticed(tmp_path: Path, context: int, refused: bool) -> None:
    """Where the count stands at a size that contexts have, a cut of a fifth is noticed as well, in one request after the probe, and what
    was read is counted; with room there is a card."""
    more = " ".join(f"The port office counted the ferries of quay {number} again on Friday." for number in range(90))
    article = read_text(f"{FIRE.text}\n\n{more}", published="2026-01-09").article
    with FakeServer(after_probe(Reply(GOOD)), capabilities=replace(OLLAMA, context=context)) as server:
        engine = engine_at(server, tmp_path)
        if refused:
            with pytest.raises(
                ModelError, match=r"read 4,096 tokens of a prompt that has more than 3,.*: it cut the article"
            ):
                Pipeline(engine).card(article)
        else:
            assert Pipeline(engine).card(article).provenance.engine == "model"
        served = server.settled()
    assert served.requests == engine.spent.requests == (2 if refused else 3)
    assert engine.spent.input_tokens == served.input_tokens


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
