"""The commands are tested by rules, which start fast; a test that wants the NLP model says so."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _by_rules(_environment: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
