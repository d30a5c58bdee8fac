"""The commands are tested by rules, which start fast; a test that wants the NLP model says so."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _by_rules(_environment: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_NLP", "off")


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that failed is sent again at once, in this process: how long it waits is tested with the engine."""
    from summarize.engines.model import ModelEngine

    defaults = ModelEngine.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "backoff", 0.02)
