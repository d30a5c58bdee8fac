"""Rules of how many requests are under way at once."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from summarize.engines.model.retries import Congestion


def test_never_more_than_the_limit() -> None:
    """No more requests hold room at once than the limit allows."""

    async def main() -> int:
        control, most, now = Congestion(3), 0, 0

        async def one() -> None:
            nonlocal most, now
            async with control.room():
                now += 1
                most = max(most, now)
                await asyncio.sleep(0.001)
                now -= 1

        await asyncio.gather(*(one() for _ in range(20)))
        return most

    assert asyncio.run(main()) == 3


def test_a_limit_met_together_counts_once() -> None:
    """Requests that meet a rate limit in the same second cut the limit once; a later one cuts it again."""
    clock = iter([0.0, 0.1, 0.5, 2.0])

    async def main() -> list[int]:
        control, limits = Congestion(100, lambda: next(clock)), list[int]()
        async with control.room(), control.room(), control.room(), control.room(), control.room():
            for _ in range(4):
                control.limited()
                limits.append(control.limit)
        return limits

    assert asyncio.run(main()) == [3, 3, 3, 2]


@given(st.lists(st.sampled_from(["answered", "limited"]), max_size=300), st.integers(1, 50))
def test_there_is_always_room_for_one(events: list[str], most: int) -> None:
    """Whatever happens the limit stays between one and the most."""
    control = Congestion(most)
    for event in events:
        getattr(control, event)()
        assert 1 <= control.limit <= most
