"""Questions about the parts of one article, asked together, and what is worked out while they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeVar

from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.answer import Answer
from summarize.engines.model.faults import DeclinedError
from summarize.errors import ModelError

Waited = TypeVar("Waited")
Made = TypeVar("Made")
_A_MOMENT = 1.0
"""Seconds in which requests, also those of other articles, go out. A model takes longer than that."""


async def meanwhile(waiting: Coroutine[None, None, Waited], work: Callable[[], Made]) -> tuple[Waited, Made]:
    """What is waited for, and what is worked out in that time, or after it where it was short. Raises what either raises."""
    waited = asyncio.ensure_future(waiting)
    try:
        await asyncio.wait({waited}, timeout=_A_MOMENT)
        if waited.done():
            return waited.result(), work()
        made = work()
        return await waited, made
    finally:
        waited.cancel()
        await asyncio.gather(waited, return_exceptions=True)


async def together(waiting: Sequence[Coroutine[None, None, Answer]], most: int) -> list[Answer]:
    """All answers, in order, at most so many asked for at once.

    A part that is declined, or that there is no room for, begins no more of them; what is under way is paid for and finished. Any other
    failure ends the rest.

    Raises:
        DeclinedError: a part was declined, or only some of them could be asked for.
        BudgetError: none could be.
        ModelError: as of one question.
    """
    turns = asyncio.Semaphore(most)
    missing: list[ModelError] = []

    async def in_turn(one: Coroutine[None, None, Answer]) -> Answer | None:
        async with turns:
            if missing:
                one.close()
                return None
            try:
                return await one
            except (DeclinedError, BudgetError) as error:
                missing.append(error)
                return None

    tasks = [asyncio.ensure_future(in_turn(one)) for one in waiting]
    try:
        answers = [answer for answer in await asyncio.gather(*tasks) if answer is not None]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if not missing:
        return answers
    if answers and isinstance(missing[0], BudgetError):
        raise DeclinedError(f"{len(answers)} of the article's {len(tasks)} parts were read: {missing[0]}")
    raise missing[0]
