"""What failed in a batch, asked one by one at once, at the full price."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from summarize.batch.journal import Journal
from summarize.engines.model import ModelEngine
from summarize.engines.model.desk import Completion, Pending, answered_with, asked
from summarize.errors import OF_ONE_ARTICLE, ModelError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline

_LIVE = 1
"""What is asked at once, or comes of that, is never an article's first request."""


class LiveAnswers:
    """Answers out of the journal, and into it. What was never sent in a batch is left for one, unless all is asked at once."""

    def __init__(self, journal: Journal, engine: ModelEngine) -> None:
        """Let nothing through but what runs find out of the endpoint itself."""
        self.taken = 0
        self._journal, self._engine = journal, engine
        self._through: set[str] | None = None

    def take(self, arguments: Mapping[str, Any]) -> Completion | None:
        """The answer, None if it is to be asked for now. Raises Pending where it is not, or what an earlier answer means."""
        request = asked(arguments)
        found = self._journal.requests.answers([request.key]).get(request.key)
        if found is not None:
            return found.completion(request.model)
        if self._through is not None and request.key not in self._through:
            self._journal.requests.want([request], _LIVE)
            raise Pending
        return None

    def keep(self, arguments: Mapping[str, Any], completion: Completion) -> None:
        """Enter an answer as it arrives."""
        request = asked(arguments)
        answered = answered_with(completion)
        read = answered.read(request.model, self._engine.price(request.model))
        with self._journal.together():
            self._journal.requests.want([request], _LIVE)
            self._journal.requests.settle(request.key, answered, read)

    def forget(self) -> None:
        """The journal forgets nothing."""

    async def ask(self, pipeline: Pipeline, keys: set[str], firewall: Firewall) -> None:
        """Ask these requests at once, by working on their articles until each is answered.

        An answer is in the journal as soon as it arrives. What fails again has failed for good. A limit of the cost ends it, and is told.
        """
        self._through = keys
        turns = asyncio.Semaphore(self._engine.settings.jobs)
        ended: list[ModelError] = []

        async def one(number: int) -> None:
            async with turns:
                if ended:
                    return
                entry = self._journal.entry(number)
                try:
                    with firewall.around(entry.source):
                        await pipeline.acard(entry.article())
                except Pending:
                    return
                except OF_ONE_ARTICLE as error:
                    # What is the article's own is told when its card is made of the answers.
                    if isinstance(error, ModelError) and error.ends_run:
                        ended.append(error)

        await asyncio.gather(*(one(number) for number in self._journal.needing(keys)))
        if ended:
            raise ended[0]
        self._journal.requests.give_up(keys)
