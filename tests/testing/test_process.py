"""`python -m summarize.testing`, and the package's own documentation."""

from __future__ import annotations

import doctest
import json
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import openai
import pytest

from summarize import testing
from summarize.testing import FakeServer
from tests.testing.clients import complete, raw, request, text_of

PUBLIC = [
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


class Elsewhere(FakeServer):
    """A server that runs in another process."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._elsewhere = base_url

    @property
    def base_url(self) -> str:
        return self._elsewhere

    @property
    def port(self) -> int:
        return int(self._elsewhere.rpartition(":")[2].partition("/")[0])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_process(tmp_path: Path, number: signal.Signals) -> None:
    """It says where it is, serves as told, gives its counts, and ends on a signal without complaint."""
    content = tmp_path / "content.json"
    content.write_text('{"headline": "Zürich"}', encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "summarize.testing",
        "--latency",
        "0.05",
        "--content-file",
        str(content),
        "--preset",
        "ollama",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        server = Elsewhere(process.stdout.readline().strip())
        assert text_of(complete(server, "12345678")) == '{"headline": "Zürich"}'
        stats = json.loads(raw(server, request(b"", "/stats", "GET")).partition(b"\r\n\r\n")[2])
        process.send_signal(number)
        rest = process.communicate(timeout=600)
    assert stats["requests"] == stats["completions"] == stats["connections"] == 1
    assert (stats["input_tokens"], stats["output_tokens"]) == (2, 6)
    assert (process.returncode, rest) == (0, ("", ""))


def test_a_process_that_is_choosy() -> None:
    """With a key and models of its own it refuses another key and another model as endpoints do, and lists what it has."""
    command = [sys.executable, "-m", "summarize.testing", "--api-key", "k", "--model", "a", "--model", "b"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        server = Elsewhere(process.stdout.readline().strip())
        with pytest.raises(openai.AuthenticationError):
            complete(server, model="a", extra_headers={"authorization": "Bearer another"})
        right = {"authorization": "Bearer k"}
        with pytest.raises(openai.NotFoundError, match="`c` does not exist"):
            complete(server, model="c", extra_headers=right)
        complete(server, model="b", extra_headers=right)
        listed = raw(server, request(b"", "/v1/models", "GET", "Authorization: Bearer k")).partition(b"\r\n\r\n")[2]
        assert [model["id"] for model in json.loads(listed)["data"]] == ["a", "b"]
        process.terminate()
        process.communicate(timeout=600)


def test_public_names() -> None:
    """What other programs may import is this list, and each name of it is documented."""
    assert testing.__all__ == PUBLIC
    for name in PUBLIC:
        value = getattr(testing, name)
        assert isinstance(value, ModuleType) == (name == "faults")
        assert value.__doc__


def test_docstring_example() -> None:
    """The example at the top of the package runs as printed."""
    results = doctest.testmod(testing)
    assert results.attempted > 0
    assert results.failed == 0
