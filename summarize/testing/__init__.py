"""Fakes for testing whatever uses a language model: a server on a real socket, and an engine.

`FakeServer` speaks as an OpenAI-compatible endpoint does, in the dialect of several kinds of endpoints, gives scripted answers, goes
wrong in the ways that endpoints do, and counts every request and token, so that a client's accounts can be checked against the truth:

>>> from summarize.testing import FakeServer, Reply, faults
>>> with FakeServer([faults.rate_limited(retry_after=0.1), Reply({"answer": 42})]) as server:
...     server.served.requests
0

`python -m summarize.testing` runs it as a process of its own. What `__all__` names is public: it changes only with the major version.
Tokens that real providers would count differ from the fake's, which go by a simple rule: see `FakeServer`.
"""

from __future__ import annotations

from summarize.card import Usage
from summarize.testing import faults
from summarize.testing.accounts import Served
from summarize.testing.batches import BatchPlan, Charged
from summarize.testing.capabilities import (
    ANTHROPIC,
    AZURE,
    DEEPSEEK,
    GEMINI,
    GROQ,
    LLAMA_CPP,
    LM_STUDIO,
    MINIMAL_DIALECT,
    MISTRAL,
    OLLAMA,
    OPENAI,
    OPENROUTER,
    PRESETS,
    PROSE,
    TOOLS_ONLY,
    VLLM,
    Capabilities,
)
from summarize.testing.engine import Outcome, ScriptedEngine, ScriptedJudge
from summarize.testing.instances import NoInstanceError, instance
from summarize.testing.replies import ANSWER, Delivery, Reply
from summarize.testing.requests import Request, Script
from summarize.testing.server import FakeServer

__all__ = [
    "ANSWER",
    "ANTHROPIC",
    "AZURE",
    "DEEPSEEK",
    "GEMINI",
    "GROQ",
    "LLAMA_CPP",
    "LM_STUDIO",
    "MINIMAL_DIALECT",
    "MISTRAL",
    "OLLAMA",
    "OPENAI",
    "OPENROUTER",
    "PRESETS",
    "PROSE",
    "TOOLS_ONLY",
    "VLLM",
    "BatchPlan",
    "Capabilities",
    "Charged",
    "Delivery",
    "FakeServer",
    "NoInstanceError",
    "Outcome",
    "Reply",
    "Request",
    "Script",
    "ScriptedEngine",
    "ScriptedJudge",
    "Served",
    "Usage",
    "faults",
    "instance",
]
