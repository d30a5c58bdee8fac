"""What is found in articles in other languages changes only on purpose."""

from __future__ import annotations

import pytest

from tests.evidence.neutral.goldens import ALL, FILE, listed


@pytest.mark.parametrize("place", range(len(ALL)), ids=lambda place: f"{ALL[place].language}-{place}")
def test_findings(place: int) -> None:
    """The findings are those that were looked at: renew them with `python -m tests.evidence.neutral.goldens`."""
    blocks = FILE.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert listed(ALL[place]) == blocks[place]
