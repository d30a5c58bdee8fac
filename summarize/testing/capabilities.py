"""What kinds of endpoint there are: which of a request's wishes they fulfil, ignore or refuse.

The presets are what the endpoints of that name have been seen to do, as far as it matters to a client that wants JSON. To get one
that is not there, change one: `dataclasses.replace(OPENAI, enforces=frozenset({"tools"}))`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Feature = Literal["json_schema", "json_object", "tools"]
ErrorShape = Literal["object", "list", "text", "details"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an endpoint does with a request."""

    name: str
    enforces: frozenset[Feature] = frozenset()
    """What holds the model to a schema, or to JSON, or to a tool. The others are accepted, and nothing is done with them."""
    ignores: frozenset[str] = frozenset()
    """Parameters that are read as if they were not there, such as `tool_choice`, `max_tokens`, `strict`."""
    rejects: frozenset[str] = frozenset()
    """Parameters, or types of `response_format`, that are answered with 400."""
    rejects_for_reasoning: frozenset[str] = frozenset()
    """Parameters that are answered with 400 if the model is called o1, o3, gpt-5 and so on. `temperature` 1 is let through."""
    rejects_keywords: frozenset[str] = frozenset()
    """Keywords of JSON Schema that are answered with 400."""
    needs_word_json: bool = False
    """Whether `json_object` is refused if no message says "json"."""
    errors: ErrorShape = "object"
    """The body of an error: `{"error": {…}}`, `[{"error": {…}}]`, `{"error": "…"}`, or `{"message": {"detail": […]}}` with 422."""
    thoughts: str = "reasoning_content"
    """The part of a message in which a model's thoughts stand."""
    caches: bool = True
    """Whether a prefix that was sent before is served from a cache, and `usage` says so."""
    marks: re.Pattern[str] | None = None
    """Models of which only what was marked, or else the whole, is found again in the cache, and what is written there is counted."""
    path: str = "/v1"
    """What stands before `/chat/completions`."""
    key_header: str = "authorization"
    """The header of the key: after `Bearer` in this one, alone in any other."""
    needs_headers: frozenset[str] = frozenset()
    """Headers without which a request is refused."""
    needs_query: frozenset[str] = frozenset()
    """Parameters of the address without which a request is refused."""
    needs_back: str | None = None
    """The part of a message that the model's turns have to hold again in a further question, as `reasoning_content`."""
    context: int | None = None
    """Tokens that the model reads: of a longer prompt it reads only so many, and says nothing."""


_ALL: frozenset[Feature] = frozenset({"json_schema", "json_object", "tools"})

OPENAI = Capabilities(
    name="openai",
    enforces=_ALL,
    rejects_for_reasoning=frozenset({"max_tokens", "temperature", "top_p", "presence_penalty", "frequency_penalty"}),
    needs_word_json=True,
    marks=re.compile(r"gpt-(?:5\.[6-9]|[6-9]).*"),
)
"""Everything; with `strict` it refuses a schema that its strict mode would."""

LLAMA_CPP = Capabilities(name="llama-cpp", enforces=_ALL, ignores=frozenset({"strict"}))
"""llama.cpp's server, started with `--jinja`."""

OLLAMA = Capabilities(
    name="ollama",
    enforces=_ALL,
    ignores=frozenset({"strict", "tool_choice", "max_completion_tokens"}),
    caches=False,
    context=4096,
)
"""Ollama knows neither `tool_choice` nor `max_completion_tokens`, says nothing of cached tokens, and reads 4,096 tokens unless it is told
otherwise."""

LM_STUDIO = Capabilities(
    name="lm-studio",
    enforces=frozenset({"json_schema", "tools"}),
    ignores=frozenset({"strict"}),
    rejects=frozenset({"json_object"}),
    errors="text",
)
"""LM Studio refuses `json_object`."""

MINIMAL_DIALECT = Capabilities(
    name="minimal-dialect",
    enforces=_ALL,
    ignores=frozenset({"strict"}),
    rejects_keywords=frozenset(
        {"$ref", "$schema", "additionalProperties", "const", "exclusiveMinimum", "exclusiveMaximum"}
    ),
    errors="list",
)
"""A server that knows only the plainest JSON Schema, as Gemini's compatible endpoint did."""

GEMINI = Capabilities(
    name="gemini",
    enforces=_ALL,
    ignores=frozenset({"strict"}),
    rejects_keywords=frozenset({"$ref", "$schema", "const", "maxItems", "exclusiveMinimum", "exclusiveMaximum"}),
    errors="list",
)
"""Google's compatible endpoint as it is since Gemini 3: it takes closed objects, and refuses `maxItems`."""

TOOLS_ONLY = Capabilities(name="tools-only", enforces=frozenset({"tools"}), ignores=frozenset({"strict"}))
"""Calls tools, and ignores `response_format`, as Anthropic's compatible endpoint does."""

PROSE = Capabilities(name="prose", ignores=frozenset({"strict"}), caches=False)
"""Accepts everything and enforces nothing."""

VLLM = Capabilities(name="vllm", enforces=_ALL, ignores=frozenset({"strict"}), thoughts="reasoning")
"""vLLM's server, as it is since it calls thoughts `reasoning`."""

MISTRAL = Capabilities(
    name="mistral",
    enforces=_ALL,
    rejects=frozenset({"max_completion_tokens", "seed", "service_tier", "verbosity"}),
    errors="details",
    caches=False,
)
"""Mistral refuses every parameter that it does not know, in the words of the framework behind it."""

AZURE = Capabilities(
    name="azure",
    enforces=_ALL,
    rejects_for_reasoning=OPENAI.rejects_for_reasoning,
    needs_word_json=True,
    path="/openai/deployments/desk",
    key_header="api-key",
    needs_query=frozenset({"api-version"}),
)
"""A deployment at Azure: the key has a header of its own, and the address says the version of the API."""

ANTHROPIC = Capabilities(
    name="anthropic",
    enforces=frozenset({"tools"}),
    ignores=frozenset({"strict", "seed", "service_tier", "reasoning_effort"}),
    rejects=frozenset({"temperature"}),
    caches=False,
)
"""Anthropic's compatible endpoint, with a model of 2026: `response_format` does nothing, and `temperature` is refused."""

GROQ = Capabilities(name="groq", enforces=_ALL, caches=False)
"""Groq's endpoint."""

OPENROUTER = Capabilities(
    name="openrouter", enforces=_ALL, ignores=frozenset({"strict"}), marks=re.compile(r"anthropic/.*")
)
"""OpenRouter: what is marked with `cache_control` is kept, of Anthropic's models."""

DEEPSEEK = Capabilities(
    name="deepseek",
    enforces=frozenset({"json_object", "tools"}),
    ignores=frozenset({"strict"}),
    needs_back="reasoning_content",
)
"""DeepSeek: what the model thought has to come back with its turn."""

PRESETS = {
    preset.name: preset
    for preset in (
        OPENAI,
        AZURE,
        ANTHROPIC,
        GEMINI,
        MISTRAL,
        GROQ,
        OPENROUTER,
        DEEPSEEK,
        OLLAMA,
        LM_STUDIO,
        VLLM,
        LLAMA_CPP,
        MINIMAL_DIALECT,
        TOOLS_ONLY,
        PROSE,
    )
}
"""The presets by name."""
