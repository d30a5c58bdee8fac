"""What is found in the sample articles changes only on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence.goldens import FOLDER, SOURCES, listed


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_findings(path: Path) -> None:
    """The findings by the rules are those that were looked at: renew them with `python -m tests.evidence.goldens`."""
    assert listed(path) == (FOLDER / f"{path.stem}.txt").read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    """Each golden belongs to an article."""
    assert {path.stem for path in FOLDER.iterdir()} == {path.stem for path in SOURCES}
