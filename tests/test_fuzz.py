"""What nobody would write, within the suite: `make fuzz` for some seconds, the same texts each time, with room for a busy machine."""

from __future__ import annotations

import pytest

from tests.fuzz import FINDERS, READERS, fuzz

_EXAMPLES = 6
_TIMES = (1, 3, 200, 2_000)
_SLACK = 4.0
"""How many times the CPU seconds that `make fuzz` allows: a machine that does much else at once takes two or three times as long."""


@pytest.mark.parametrize("kind", [*READERS, *FINDERS])
def test_whatever_is_read_is_taken_or_refused_in_time(kind: str) -> None:
    """Every reader, and what makes cards and checks claims, takes or refuses pieces of its kind in disorder and repeated, within a time by their bytes."""
    fuzz(kind, number=1, examples=_EXAMPLES, times=_TIMES, slack=_SLACK)
