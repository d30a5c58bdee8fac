"""Rules of the digests by which kept results are known to be stale."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

import summarize
from summarize.codes import DRAFTING, FINDING, code_digest

ROOT = Path(summarize.__file__).parent
SHARED = {"summarize.errors", "summarize.resources", "summarize.files", "summarize.installing", "summarize.compiling"}
"""What everything rests on, and no result depends on."""


def imported_by(module: str) -> set[str]:
    """All modules of the program that a module imports, directly or not."""
    return grimp.build_graph("summarize").find_upstream_modules(module) | {module}


def test_findings_depend_on_nothing_that_is_not_in_their_digest() -> None:
    """Every module that finding imports is part of the digest of findings, so that a new package does not leave old results in use."""
    parts = tuple(f"summarize.{part.removesuffix('.py').replace('/', '.')}" for part in FINDING)
    outside = {
        module
        for module in imported_by("summarize.evidence.find")
        if not any(module == part or module.startswith(f"{part}.") for part in parts)
    }
    assert outside - SHARED <= {"summarize"}


@pytest.mark.parametrize("part", [*FINDING, *DRAFTING])
def test_every_part_of_a_digest_is_there(part: str) -> None:
    """A part that was moved or renamed is missed here, and not only by a digest that stays the same."""
    assert (ROOT / part).exists()


def test_a_part_that_is_missing_is_an_error() -> None:
    """A package that was renamed is not passed over, or its results would never be made anew."""
    assert code_digest(FINDING) != code_digest(DRAFTING)
    with pytest.raises(FileNotFoundError, match="no such_package"):
        code_digest(("such_package",))
