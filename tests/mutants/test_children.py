"""Tests that run with a fault in the code."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.mutants.faults import ROOT

SCRIPT = """
import os, time
from tests.mutants.children import attempt, in_children, warm
from tests.mutants.faults import ROOT, Mutant

TEST = "tests/rules/test_ladder.py::test_the_first_rule_that_holds_speaks"

def fault(path, old, new):
    text = (ROOT / path).read_text(encoding="utf-8")
    start = text.index(old)
    return Mutant(path, start, start + len(old), new, "answer", 1, old)

def trying(path, old, new):
    return attempt, (fault(path, old, new), [TEST], {})

def for_ever():
    while True:
        pass

warm(ROOT)
LADDER = "summarize/rules/ladder.py"
jobs = {
    "killed": trying(LADDER, "rung.row.verdict == verdict", "rung.row.verdict != verdict"),
    "on import": trying(LADDER, "class Ladder", "class Ladders"),
    "survives": trying(LADDER, "place + 1", "place + 2"),
    "no such table": trying("summarize/languages/mail.toml", "from", "frm"),
    "killed by the processor's limit": (for_ever, ()),
    "killed from outside": (os.abort, ()),
}
for name, answer in in_children(((name, 1 if work[0] is for_ever else 60, *work) for name, work in jobs.items()), 2):
    print(f"{name}: {answer}")
"""


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """What was said of each job."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("job", "answer"),
    [
        ("killed", "killed by tests/rules/test_ladder.py::test_the_first_rule_that_holds_speaks"),
        ("on import", "killed by an error on import"),
        ("survives", "survives"),
        ("no such table", "not run"),
        ("killed by the processor's limit", "ended with -24"),
        ("killed from outside", "ended with -6"),
    ],
)
def test_what_becomes_of_a_fault(told: dict[str, str], job: str, answer: str) -> None:
    """A failing test, or one that cannot be imported, kills; a fault that nothing read was not run; and a child that never ends is ended."""
    assert told[job] == answer
