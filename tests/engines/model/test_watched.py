"""Rules of what is told of requests: in the log and by OpenTelemetry, attempts and requests apart, never a text or a key."""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import opentelemetry.metrics
import opentelemetry.trace
import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes as gen_ai
from opentelemetry.trace import SpanKind, StatusCode

from summarize.errors import ConfigurationError, ModelError
from summarize.pipeline import Pipeline
from summarize.settings import Price
from summarize.testing import FakeServer, Reply, faults
from tests.cli.commands import run
from tests.engines.model.answers import FIRE, GOOD, KEY, after_probe, engine_at, told

KNOWN = {value for name, value in vars(gen_ai).items() if name.startswith("GEN_AI_")} | {
    "server.address", "server.port", "error.type",
}  # fmt: skip
"""The names of the conventions that the installed package of them has."""
TROUBLED = (faults.server_error(), faults.rate_limited(retry_after=0.01), faults.disconnect(), Reply(GOOD))


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_log_has_every_attempt_and_every_request(tmp_path: Path) -> None:
    """Attempts are as many as the server read, requests fewer; tokens and dollars add up to the run's; no word of article, answer or
    key is in it."""
    log = tmp_path / "logs" / "requests.jsonl"
    with FakeServer(after_probe(*TROUBLED), api_key=KEY) as server:
        engine = engine_at(server, tmp_path, log=log, prices={"m": Price(1, 10, 0.1)})
        Pipeline(engine).card(FIRE)
        served = server.settled()
    lines = lines_of(log)
    attempts = [line for line in lines if line["event"] == "attempt"]
    requests = [line for line in lines if line["event"] == "request"]
    assert len(attempts) == served.requests == 6
    assert [(line["purpose"], line["attempts"], line["outcome"]) for line in requests] == [
        ("probe", 1, "answered"), ("draft", 4, "answered"), ("judge", 1, "answered"),
    ]  # fmt: skip
    assert Counter(line["outcome"] for line in attempts) == {"answered": 3, "failed": 2, "limited": 1}
    assert sum(line.get("input_tokens", 0) for line in attempts) == served.input_tokens
    assert sum(line.get("output_tokens", 0) for line in attempts) == served.output_tokens
    assert [line["usage_unknown"] for line in attempts].count(True) == engine.spent.unknown == 1
    assert sum(line["cost_usd"] or 0 for line in attempts) == pytest.approx(engine.spent.least_usd, abs=1e-6)
    assert {line["article"] for line in lines} == {None, FIRE.id}
    text = log.read_text(encoding="utf-8")
    for secret in (KEY, "Marseille", "ferry"):
        assert secret not in text


def talkative(tier: str) -> Reply:
    """An endpoint that says the article and the key wherever it has a word to say."""
    said = f"{FIRE.text[:200]} {KEY}"
    return Reply(
        GOOD, extra={"service_tier": tier, "id": said, "model": said, "system_fingerprint": said, "provider": said}
    )


@pytest.mark.parametrize("tier", [FIRE.text[:60], KEY, "flex"])
@pytest.mark.parametrize("ends", ["answered", "refused", "broken", "filtered"])
def test_whatever_an_endpoint_says_the_log_has_no_text_and_no_key(
    tmp_path: Path, otel: Told, tier: str, ends: str
) -> None:
    """The article, and the key, said again in an answer's every part, in errors and in headers, are in neither log nor telemetry, nor is a
    model that is called like the key; what is a tier's name is in the log."""
    log, said = tmp_path / "log", f"{FIRE.text[:60]} {KEY}"
    last = {
        "answered": talkative(tier),
        "refused": Reply(
            status=400, error={"message": said, "code": said, "type": said}, headers={"x-request-id": KEY}
        ),
        "broken": faults.gateway_error(502, said, raw=said),
        "filtered": Reply(status=400, error={"message": f"flagged: {said}", "code": "content_filter"}),
    }[ends]
    with FakeServer(after_probe(talkative(tier), last), judge=lambda _: last) as server:
        engine = engine_at(server, tmp_path, log=log, telemetry=True, model=KEY, service_tier="flex")
        with contextlib.suppress(ModelError):
            Pipeline(engine).card(FIRE)
    metrics = otel.metrics.get_metrics_data()
    assert metrics is not None
    exported = "".join(span.to_json() for span in otel.spans.get_finished_spans()) + metrics.to_json()
    text = log.read_text(encoding="utf-8")
    assert len(lines_of(log)) >= 4
    for secret in (KEY, "Marseille", "ferry"):
        assert secret not in text
        assert secret not in exported
    assert '"tier": "flex"' in text or tier != "flex"


def test_an_error_and_a_limit_are_outcomes(tmp_path: Path) -> None:
    """A request that ends in an error says which kind; one that is over a limit of the user's has no attempt."""
    log = tmp_path / "log"
    with FakeServer(after_probe(faults.auth_error())) as server, pytest.raises(ConfigurationError):
        Pipeline(engine_at(server, tmp_path, log=log)).card(FIRE)
    with FakeServer() as server, pytest.raises(ModelError):
        Pipeline(engine_at(server, tmp_path / "anew", log=log, max_tokens=10)).card(FIRE)
    ends = [(line["outcome"], line["attempts"]) for line in lines_of(log) if line["event"] == "request"]
    assert ends == [("answered", 1), ("key refused", 1), ("over the limit", 0)]


def test_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    """A file that is something else is left as it is; a log that fails later is told once, and costs no card."""
    other = tmp_path / "article.txt"
    other.write_text("An article.\n", encoding="utf-8")
    with FakeServer(after_probe(Reply(GOOD))) as server:
        with pytest.raises(ConfigurationError, match="is no log of requests"):
            engine_at(server, tmp_path, log=other)
        assert other.read_text(encoding="utf-8") == "An article.\n"
        folder = tmp_path / "logs"
        engine = engine_at(server, tmp_path, log=folder / "log")
        (folder / "log").unlink()
        folder.rmdir()
        assert Pipeline(engine).card(FIRE).provenance.engine == "model"
    assert sum(line.startswith("warning: ") and "cannot be written any more" in line for line in told(engine)) == 1


def test_the_option_writes_a_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--log FILE` is all that it takes, and a second run adds to it."""
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    article, log = tmp_path / "a.txt", tmp_path / "log"
    article.write_text(
        "LEEDS, March 3 2026 (Post) - A bridge reopened on Tuesday, the council said.\n", encoding="utf-8"
    )
    with FakeServer() as server:
        for _ in range(2):
            run("brief", str(article), "-m", "m", "--base-url", server.base_url, "--log", str(log))
        assert sum(line["event"] == "attempt" for line in lines_of(log)) == server.served.requests


@dataclass
class Told:
    """What the exporters of a process were told."""

    spans: InMemorySpanExporter
    metrics: InMemoryMetricReader

    def points(self, name: str) -> list[Any]:
        """The points of a metric; none if it was never told."""
        data = self.metrics.get_metrics_data()
        found = [
            metric
            for resource in (data.resource_metrics if data is not None else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
        ]
        return [point for metric in found for point in metric.data.data_points]


def attributes(span: ReadableSpan) -> dict[str, Any]:
    """What a span says."""
    return dict(span.attributes or {})


@pytest.fixture
def otel(monkeypatch: pytest.MonkeyPatch) -> Told:
    """OpenTelemetry as a process has it that exports into memory."""
    spans, metrics = InMemorySpanExporter(), InMemoryMetricReader()
    tracers = TracerProvider()
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(opentelemetry.trace, "get_tracer", tracers.get_tracer)
    monkeypatch.setattr(opentelemetry.metrics, "get_meter", MeterProvider([metrics]).get_meter)
    return Told(spans, metrics)


def test_each_request_is_a_span_by_the_conventions(tmp_path: Path, otel: Told) -> None:
    """A span for each request with the conventions' name, kind and attributes; its attempts are events; tokens are the server's own."""
    with FakeServer(after_probe(*TROUBLED), api_key=KEY) as server:
        Pipeline(engine_at(server, tmp_path, telemetry=True, provider="azure", seed=7, temperature=0.5)).card(FIRE)
        served = server.settled()
        port = int(server.base_url.rsplit(":", 1)[1].partition("/")[0])
    spans = otel.spans.get_finished_spans()
    for span, told_of in zip(spans, map(attributes, spans), strict=True):
        assert (span.name, span.kind, span.status.status_code) == ("chat m", SpanKind.CLIENT, StatusCode.UNSET)
        assert told_of.keys() <= KNOWN | {"summarize.purpose", "summarize.attempts"}
        assert told_of[gen_ai.GEN_AI_OPERATION_NAME] == "chat"
        assert told_of[gen_ai.GEN_AI_PROVIDER_NAME] == gen_ai.GenAiProviderNameValues.AZURE_AI_OPENAI.value
        assert told_of[gen_ai.GEN_AI_OUTPUT_TYPE] == "json"
        assert (told_of["server.address"], told_of["server.port"]) == ("127.0.0.1", port)
        assert (told_of[gen_ai.GEN_AI_REQUEST_SEED], told_of[gen_ai.GEN_AI_REQUEST_TEMPERATURE]) == (7, 0.5)
    assert [attributes(span)["summarize.purpose"] for span in spans] == ["probe", "draft", "judge"]
    outcomes = [(event.attributes or {})["summarize.outcome"] for event in spans[1].events]
    assert outcomes == ["failed", "limited", "failed", "answered"]
    for name, count in {
        gen_ai.GEN_AI_USAGE_INPUT_TOKENS: served.input_tokens,
        gen_ai.GEN_AI_USAGE_OUTPUT_TOKENS: served.output_tokens,
        gen_ai.GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS: served.cached_tokens,
    }.items():
        assert sum(attributes(span)[name] for span in spans) == count


def test_attempts_and_requests_are_counted_apart(tmp_path: Path, otel: Told) -> None:
    """A duration and tokens for each request, in the conventions' units; attempts in a count of their own, by what became of them."""
    with FakeServer(after_probe(*TROUBLED)) as server:
        Pipeline(engine_at(server, tmp_path, telemetry=True)).card(FIRE)
        served = server.settled()
    assert sum(point.count for point in otel.points("gen_ai.client.operation.duration")) == 3
    tokens = {point.attributes["gen_ai.token.type"]: point for point in otel.points("gen_ai.client.token.usage")}
    assert {kind: (point.count, point.sum) for kind, point in tokens.items()} == {
        "input": (3, served.input_tokens), "output": (3, served.output_tokens),
    }  # fmt: skip
    attempts = {
        point.attributes["summarize.outcome"]: point.value for point in otel.points("summarize.client.attempts")
    }
    assert attempts == {"answered": 3, "failed": 2, "limited": 1}
    assert sum(attempts.values()) == served.requests


def test_a_request_that_fails_says_how(tmp_path: Path, otel: Told) -> None:
    """A failed request has `error.type` on span and duration, and the status of an error."""
    with FakeServer(after_probe(faults.auth_error())) as server, pytest.raises(ConfigurationError):
        Pipeline(engine_at(server, tmp_path, telemetry=True)).card(FIRE)
    _, draft = otel.spans.get_finished_spans()
    assert attributes(draft)["error.type"] == "key_refused"
    assert draft.status.status_code is StatusCode.ERROR
    failed = [point.attributes.get("error.type") for point in otel.points("gen_ai.client.operation.duration")]
    assert sorted(failed, key=str) == [None, "key_refused"]


def test_no_text_and_no_key_is_exported(tmp_path: Path, otel: Told) -> None:
    """Whatever is exported, as JSON, has no word of article, prompt or answer, and no key."""
    with FakeServer(after_probe(*TROUBLED), api_key=KEY) as server:
        Pipeline(engine_at(server, tmp_path, telemetry=True)).card(FIRE)
    exported = "".join(span.to_json() for span in otel.spans.get_finished_spans())
    metrics = otel.metrics.get_metrics_data()
    assert metrics is not None
    exported += metrics.to_json()
    assert "gen_ai.request.model" in exported
    for secret in (KEY, "Marseille", "ferry", "numbered"):
        assert secret not in exported


def test_telemetry_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for without the extra, it is an error that says what to install, before anything is sent."""
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with FakeServer() as server, pytest.raises(ConfigurationError, match=r"pip install 'summarize\[otel\]'"):
        engine_at(server, tmp_path, telemetry=True)
