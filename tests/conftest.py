"""What every test gets: no network (pytest-socket, in pyproject.toml), no settings of whoever runs them, one time zone."""

from __future__ import annotations

import gc
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from summarize.evidence.syntax import Syntax, load
from summarize.reading import Reading, read
from tests.processes import ended_with_it

ROOT = Path(__file__).parent.parent

# Timing on a shared machine says nothing about the code, so no example has a deadline. Under CI the same examples run each time.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "default")

_SCRUBBED = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERMINAL_WIDTH", "PY_COLORS", "CLICOLOR", "CLICOLOR_FORCE"}


def pytest_collection_finish() -> None:
    """Leave twenty thousand collected tests out of the collections of garbage from here on."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the network for an address: pytest-socket allows loopback alone, but would let names be looked up."""
    look_up = socket.getaddrinfo

    def local(host: Any, *others: Any, **named: Any) -> Any:
        assert host in {"127.0.0.1", None}, f"a test looked up {host}"
        return look_up(host, *others, **named)

    monkeypatch.setattr("socket.getaddrinfo", local)


@pytest.fixture(autouse=True)
def _no_process_left() -> Iterator[None]:
    """No process that a test starts outlives it."""
    with ended_with_it():
        yield


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings come from the test, never from the shell that runs it, and nothing is remembered in the user's folders."""
    for name in list(os.environ):
        if name.startswith(("SUMMARIZE_", "OPENAI_", "_TYPER_", "_SUMMARIZE")) or name in _SCRUBBED:
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "config"))
    monkeypatch.setenv("TZ", "Pacific/Chatham")  # far from UTC, and by an odd 12:45 hours: nothing may depend on it
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(scope="session")
def seeds() -> dict[str, Reading]:
    """The sample articles as read, by file name without its ending."""
    folder = ROOT / "seeds"
    return {
        path.stem: read(str(path))
        for path in sorted(folder.glob("*.txt")) + sorted(folder.glob("*.md"))
        if path.stem.islower()
    }


@pytest.fixture(scope="module")
def model() -> Syntax:
    """The NLP model; the suite requires the extra `[nlp]`."""
    return load()


@pytest.fixture(scope="module", params=["rules", "nlp"])
def syntax(request: pytest.FixtureRequest) -> Syntax | None:
    """Rules alone, then the NLP model: what a test says holds for both."""
    return load() if request.param == "nlp" else None
