"""Requests told to OpenTelemetry, by its conventions for generative AI: a span and a duration for each, tokens, and attempts apart.

The program sets up no exporter: who wants the figures runs it with one (`opentelemetry-instrument summarize …`), or sets one up in Python.
No text of an article or an answer is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summarize.card import Usage
from summarize.engines.model.observing import ANSWERED, Asked, Attempted
from summarize.installing import missing
from summarize.redaction import SECRETS

_PROVIDERS = {
    "azure": "azure.ai.openai", "gemini": "gcp.gemini", "mistral": "mistral_ai",
    **{name: name for name in ("openai", "anthropic", "groq", "deepseek")},
}  # fmt: skip
"""The conventions' names of providers; others go by their own."""
_REQUEST = {
    "temperature": "temperature",
    "seed": "seed",
    "max_tokens": "max_tokens",
    "max_completion_tokens": "max_tokens",
}
_TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864)
_SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)


class Telemetry:
    """Tells of requests by the OpenTelemetry of this process."""

    def __init__(self) -> None:
        """Take tracer and meter as the process has them.

        Raises:
            ConfigurationError: OpenTelemetry is not installed.
        """
        try:
            from opentelemetry import metrics, trace  # noqa: PLC0415 - an extra, and 30 ms to import
        except ImportError as error:
            raise missing("SUMMARIZE_TELEMETRY needs OpenTelemetry", "otel") from error
        self._trace = trace
        self._tracer = trace.get_tracer("summarize")
        meter = metrics.get_meter("summarize")
        self._durations = meter.create_histogram(
            "gen_ai.client.operation.duration", "s", "Duration of a request, waiting between attempts included",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )  # fmt: skip
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage", "{token}", "Tokens of a request, failed attempts included",
            explicit_bucket_boundaries_advisory=_TOKENS,
        )  # fmt: skip
        self._attempts = meter.create_counter("summarize.client.attempts", "{attempt}", "Attempts at requests")
        self._spans: dict[int, Any] = {}

    def began(self, asked: Asked) -> None:
        """Begin the span of a request."""
        attributes = {
            **_common(asked),
            "gen_ai.output.type": "json",
            "summarize.purpose": asked.purpose,
            **{
                f"gen_ai.request.{name}": asked.parameters[given]
                for given, name in _REQUEST.items()
                if given in asked.parameters
            },
        }
        self._spans[asked.number] = self._tracer.start_span(
            SECRETS.clean(f"chat {asked.at.model}"), kind=self._trace.SpanKind.CLIENT, attributes=attributes
        )

    def attempted(self, asked: Asked, attempt: Attempted) -> None:
        """Count an attempt, and note it on the span."""
        told = {"summarize.attempt": attempt.number, "summarize.outcome": attempt.outcome}
        self._attempts.add(1, {**_common(asked), "summarize.outcome": attempt.outcome})
        self._spans[asked.number].add_event("attempt", told)

    def ended(self, asked: Asked, attempts: Sequence[Attempted], outcome: str, seconds: float) -> None:
        """End the span, and record duration and tokens."""
        span = self._spans.pop(asked.number)
        attributes = _common(asked)
        if outcome != ANSWERED:
            attributes["error.type"] = outcome.replace(" ", "_")
            span.set_attribute("error.type", attributes["error.type"])
            span.set_status(self._trace.Status(self._trace.StatusCode.ERROR, outcome))
        used = sum((attempt.usage for attempt in attempts if attempt.usage is not None), Usage())
        if used.requests:
            for kind, tokens in {"input": used.input_tokens, "output": used.output_tokens}.items():
                span.set_attribute(f"gen_ai.usage.{kind}_tokens", tokens)
                self._tokens.record(tokens, {**attributes, "gen_ai.token.type": kind})
            span.set_attribute("gen_ai.usage.cache_read.input_tokens", used.cached_tokens)
            span.set_attribute("gen_ai.usage.cache_creation.input_tokens", used.cache_write_tokens)
        span.set_attribute("summarize.attempts", len(attempts))
        self._durations.record(seconds, attributes)
        span.end()


def _common(asked: Asked) -> dict[str, Any]:
    at = asked.at
    found: Mapping[str, Any] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": _PROVIDERS.get(at.provider or "", at.provider or at.host),
        "gen_ai.request.model": at.model,
        "server.address": at.host,
        "server.port": at.port,
    }
    known: dict[str, Any] = SECRETS.clean_json({name: value for name, value in found.items() if value is not None})
    return known
