"""Questions about the parts of one article, asked together."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence

from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.answer import Answer
from summarize.engines.model.faults import DeclinedError
from summarize.errors import ModelError


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
