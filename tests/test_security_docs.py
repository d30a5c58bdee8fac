"""Rules of docs/security.md: each fault that was found has its test, and the page names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_SECTION = (ROOT / "docs" / "security.md").read_text(encoding="utf-8").partition("## Faults that were found")[2]
FAULTS = re.findall(r"(?m)^\| (?!fault |-)([^|]+) \| ([^|]+) \|$", _SECTION)


@pytest.mark.parametrize(("fault", "tests"), FAULTS, ids=[fault for fault, _ in FAULTS])
def test_a_fault_names_its_test(fault: str, tests: str) -> None:
    """Every file and every function that a row names is there, and the file holds tests."""
    named = re.findall(r"`((?:tests/)?[\w/.]+)`", tests)
    assert named, fault
    held = ""
    for name in named:
        if name.startswith("tests/"):
            held = (ROOT / name).read_text(encoding="utf-8")
            assert re.search(r"(?m)^def test_", held), name
        else:
            assert f"def {name}(" in held, name


def test_no_fault_is_forgotten() -> None:
    """The page has a row for each of the faults of November 2026: thirteen, and the low ones."""
    assert len(FAULTS) >= 22
