"""Rules of what is told of requests: in the log and by OpenTelemetry, attempts and requests apart, never a text or a key."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from summarize.errors import ConfigurationError, ModelError
from summarize.pipeline import Pipeline
from summarize.settings import Price
from summarize.testing import FakeServer, Reply, faults
from tests.cli.commands import run
from tests.engines.model.answers import FIRE, GOOD, KEY, after_probe, engine_at, told

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
    assert sum("cannot be written any more" in line for line in told(engine)) == 1


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


class Telling:
    """OpenTelemetry's API as far as it is called, which keeps what it is told."""

    def __init__(self) -> None:
        self.spans: list[dict[str, Any]] = []
        self.recorded: list[tuple[str, float, dict[str, Any]]] = []

    def start_span(self, name: str, kind: Any, attributes: dict[str, Any]) -> Any:
        span = {"name": name, "kind": kind, "attributes": dict(attributes), "events": 0, "status": None, "ended": False}
        self.spans.append(span)
        return SimpleNamespace(
            set_attribute=span["attributes"].__setitem__,
            add_event=lambda *_: span.__setitem__("events", span["events"] + 1),
            set_status=lambda status: span.__setitem__("status", status),
            end=lambda: span.__setitem__("ended", True),
        )

    def instrument(self, name: str, unit: str, *_: Any, **__: Any) -> Any:
        def record(value: float, attributes: dict[str, Any]) -> None:
            self.recorded.append((f"{name} {unit}", value, attributes))

        return SimpleNamespace(record=record, add=record)

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        trace: Any = ModuleType("trace")
        trace.get_tracer = lambda _: self
        trace.SpanKind = SimpleNamespace(CLIENT="client")
        trace.Status = lambda code, text: (code, text)
        trace.StatusCode = SimpleNamespace(ERROR="error")
        metrics: Any = ModuleType("metrics")
        metrics.get_meter = lambda _: SimpleNamespace(create_histogram=self.instrument, create_counter=self.instrument)
        package: Any = ModuleType("opentelemetry")
        package.trace, package.metrics = trace, metrics
        monkeypatch.setitem(sys.modules, "opentelemetry", package)


def test_opentelemetry_is_told_by_its_conventions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A span, a duration and tokens for each request, attempts counted apart, with the conventions' names, and no text."""
    telling = Telling()
    telling.install(monkeypatch)
    with FakeServer(after_probe(*TROUBLED[:2], faults.auth_error())) as server, pytest.raises(ConfigurationError):
        Pipeline(engine_at(server, tmp_path, telemetry=True, provider="azure", seed=7)).card(FIRE)
    probe, draft = telling.spans
    assert (probe["name"], probe["kind"], probe["ended"], probe["status"]) == ("chat m", "client", True, None)
    assert probe["attributes"]["gen_ai.operation.name"] == "chat"
    assert probe["attributes"]["gen_ai.provider.name"] == "azure.ai.openai"
    assert probe["attributes"]["gen_ai.usage.input_tokens"] == server.served.input_tokens
    assert probe["attributes"]["gen_ai.request.max_tokens"] == 300
    assert draft["attributes"]["error.type"] == "key_refused"
    assert (draft["events"], draft["attributes"]["summarize.attempts"], draft["status"]) == (
        3,
        3,
        ("error", "key refused"),
    )
    names = Counter(name for name, _, _ in telling.recorded)
    assert names == {
        "gen_ai.client.operation.duration s": 2, "gen_ai.client.token.usage {token}": 2, "summarize.client.attempts {attempt}": 4,
    }  # fmt: skip
    assert "Marseille" not in str(telling.spans) + str(telling.recorded)


def test_telemetry_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for without the extra, it is an error that says what to install, before anything is sent."""
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with FakeServer() as server, pytest.raises(ConfigurationError, match=r"pip install 'summarize\[otel\]'"):
        engine_at(server, tmp_path, telemetry=True)
