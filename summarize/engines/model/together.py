"""Questions about the parts of one article, asked together, and what is worked out while they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeVar

from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.drafting import Answer
from summarize.engines.model.faults import DeclinedError
from summarize.errors import ModelError
from summarize.findings import Findings

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


_OVERLAP = 3
"""Sentences that two neighbouring parts share, so that a pronoun or a speaker at the seam is not lost."""
_MAX_WHAT = 3
_MAX_BACKGROUND = 4
_MAX_WHO = 12
_MAX_CLAIMS = 6


def parts(findings: Findings, window: int) -> list[tuple[int, int]]:
    """First and last sentence of each part: as many sentences as have `window` characters, and at least one more than is shared."""
    sentences = findings.sentences
    if not sentences:
        return [(1, 0)]
    found: list[tuple[int, int]] = []
    first = 0
    while True:
        last, size = first, 0
        while last < len(sentences):
            size += sentences[last].span.end - sentences[last].span.start
            if size > window and last > first + _OVERLAP:
                break
            last += 1
        found.append((first + 1, last))
        if last >= len(sentences):
            return found
        first = last - _OVERLAP


def merge_answers(answers: Sequence[Answer]) -> Answer:
    """One answer from those of the parts, in order.

    A news text opens with the news: headline, what, date and place are the first part's, or the first that has any. Participants are
    taken in turns, the most important of each part first. Corrections and what was missed are put together; background comes from all
    parts, as far as there is room.
    """
    if len(answers) == 1:
        return answers[0]
    lead = answers[0]
    return Answer(
        headline=next((one.headline for one in answers if one.headline.text.strip()), lead.headline),
        what=next((one.what for one in answers if one.what), ())[:_MAX_WHAT],
        who=_in_turns([one.who for one in answers])[:_MAX_WHO],
        date=next((one.date for one in answers if one.date), 0),
        place=next((one.place for one in answers if one.place), 0),
        background=_in_turns([one.background for one in answers])[:_MAX_BACKGROUND],
        speakers=tuple({entry.quotation: entry for one in reversed(answers) for entry in one.speakers}.values()),
        unsaid=tuple(dict.fromkeys(number for one in answers for number in one.unsaid)),
        claims=_in_turns([one.claims for one in answers])[:_MAX_CLAIMS],
        roles=tuple({entry.participant: entry for one in reversed(answers) for entry in one.roles}.values()),
        missed=tuple({(entry.kind, entry.words): entry for one in reversed(answers) for entry in one.missed}.values()),
    )


def _in_turns(lists: Sequence[Sequence[int]]) -> tuple[int, ...]:
    longest = max((len(one) for one in lists), default=0)
    return tuple(dict.fromkeys(one[turn] for turn in range(longest) for one in lists if turn < len(one)))
