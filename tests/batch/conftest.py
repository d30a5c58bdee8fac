"""Every test has a folder of its own, with prices in it, and waits for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.articles import PRICES


@pytest.fixture(autouse=True)
def _folder(_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("summarize.batch.sending._SETTLE", 0.05)
    for name, value in {"CACHE": str(tmp_path / "cache"), "NLP": "off", "PATIENCE": "5"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)
    Path("summarize.toml").write_text(PRICES, encoding="utf-8")
