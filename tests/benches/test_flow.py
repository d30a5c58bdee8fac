from __future__ import annotations

from tests.benches.flow import MOST, STARTS, rooms, stays


def test_a_draft_hardly_returns() -> None:
    """A draft that is followed through grounding comes back to a module that it has been in under thirty times."""
    way = stays(rooms())
    entered = {there for _, (there, _) in way} | {start for start, _ in STARTS}
    assert {"people", "places", "quotes", "times", "cuts/aligning"} <= entered, "nothing was followed"
    assert len(way) - len(entered) < MOST
