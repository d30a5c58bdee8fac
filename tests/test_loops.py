"""The end of work on an event loop."""

from __future__ import annotations

import asyncio
import time

import pytest

from summarize.loops import run_to_end

LONG = 8


async def _deaf() -> None:
    """Takes the first word to stop for something else, as a library may."""
    try:
        await asyncio.sleep(LONG)
    except asyncio.CancelledError:
        await asyncio.sleep(LONG)


def test_what_does_not_hear_is_told_again() -> None:
    """A task that lost the word to stop does not keep the program that was interrupted."""
    kept: list[asyncio.Task[None]] = []

    async def work() -> None:
        kept.append(asyncio.create_task(_deaf()))
        await asyncio.sleep(0)
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_to_end(work())
    assert time.monotonic() - began < LONG
    assert kept[0].cancelled()


def test_what_is_done_is_given() -> None:
    """The result, or what was raised."""

    async def work(number: int) -> int:
        return 12 // number

    assert run_to_end(work(3)) == 4
    with pytest.raises(ZeroDivisionError):
        run_to_end(work(0))
