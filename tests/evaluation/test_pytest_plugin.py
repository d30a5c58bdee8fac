"""Rules of the pytest plugin, in a suite of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ARTICLE = (
    "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, Omar Reyes said.\n\n“It is safe,” said Ann Lee.\n"
)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A suite with one test of its own, beside gold of two articles, one of which is missing."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name, article in (("here", "a.txt"), ("gone", "b.txt")):
        (tmp_path / "gold" / f"{name}.yaml").write_text(
            f"article: {article}\nwho: [{{name: Omar Reyes}}, {{name: Mei Tanaka}}]\n"
        )
    (tmp_path / "test_own.py").write_text("def test_run(evals_run):\n    assert evals_run.values('who.f1')\n")
    return tmp_path


def run(suite: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "summarize.evaluation.pytest_plugin",
        "-q",
        "-rA",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SUMMARIZE_NLP": "off"}
    return subprocess.run(
        [*command, *options], cwd=suite, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_every_article_and_every_floor_is_a_test(suite: Path) -> None:
    """An article without a card fails by itself, a floor that is not reached says where, and one that is reached passes."""
    done = run(suite, "--evals-gold", "gold", "--evals-floor", "who.f1=.9", "--evals-floor", "who.f1=.2")
    assert done.returncode == 1
    passed, failed = (
        {line.split("::")[-1].partition(" - ")[0] for line in done.stdout.splitlines() if line.startswith(word)}
        for word in ("PASSED", "FAILED")
    )
    assert {"test_run", "here", "who.f1=.2"} <= passed
    assert {"gone", "who.f1=.9"} <= failed
    assert "and has to be .9; lowest in here" in done.stdout
    assert "no card" in done.stdout


def test_nothing_is_collected_without_gold(suite: Path) -> None:
    """A suite that does not ask for it has its own tests alone; one that asks for what cannot be is told in one line."""
    assert "1 failed" not in run(suite, "--collect-only").stdout
    assert "no folder" not in run(suite, "--collect-only").stderr
    missing = run(suite, "--evals-gold", "nowhere")
    assert missing.returncode == 4
    assert "evals: nowhere holds no gold file" in missing.stderr
    wrong = run(suite, "--evals-gold", "gold", "--evals-floor", "mood=1")
    assert "it takes MEASURE=SHARE" in wrong.stderr
