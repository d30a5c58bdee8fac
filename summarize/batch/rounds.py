"""Rounds with an endpoint: what articles ask is sent in batches, what comes back is entered, until all have cards."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from summarize.article import Article
from summarize.batch.journal import Journal
from summarize.batch.making import BatchMaker
from summarize.batch.sending import AnswerCounts, BatchLimits, Post
from summarize.batch.work import WorkOrder
from summarize.engines.model import ModelEngine
from summarize.engines.model.desk import Completion, Pending, answered_with, request_of_arguments
from summarize.engines.model.endpoint import first_profile
from summarize.engines.model.ladder import Profile
from summarize.errors import OF_ONE_ARTICLE, ConfigurationError, ModelError, UsageError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline
from summarize.rendering.words import counted

How = Literal["wait", "leave", "write"]
"""Wait until all is answered; send, and leave; or write the files for somebody else to run."""
Failed = Literal["again", "live"]
"""What becomes of requests that failed: sent again in the next batch, or asked one by one at the full price."""
_FIRST_PAUSE = 5.0
_SLOWER = 1.5
_NOTICE = 0.5


@dataclass(slots=True)
class Rounds:
    """A run over a folder. Killed at any moment, the next one goes on from there."""

    pipeline: Pipeline
    """For what is asked at once, in this process; its engine is the language model."""
    maker: BatchMaker
    faults: Path
    """The folder that takes the tracebacks of faults."""
    processes: int
    how: How = "wait"
    failed: Failed = "again"
    poll: float = 60.0
    """Seconds between looks at most."""
    limits: BatchLimits = field(default_factory=BatchLimits)
    counted: AnswerCounts = field(default_factory=AnswerCounts)
    """What was found in the files of answers of this run."""
    ended: str | None = None
    """Why no more is sent, if that is so: what is allowed is used up."""

    @property
    def engine(self) -> ModelEngine:
        """The language model."""
        assert isinstance(self.pipeline.engine, ModelEngine)
        return self.pipeline.engine

    def go(self, articles: Iterable[Article] = (), results: Iterable[Path] = (), *, complete: bool = False) -> None:
        """Make the cards, as far as it goes.

        Raises:
            ModelError: the endpoint could not be reached, or does not take batches.
            ConfigurationError: it refused the key, or no model is named for files that are only written.
            UsageError: a file of answers cannot be read.
            OSError: a file cannot be written.
        """
        journal, answers = self.maker.journal, LiveAnswers(self.maker.journal, self.engine)
        self.engine.answer_from(answers)
        known = self._assumed_profiles() if self.how == "write" else self.pipeline.run(self.engine.known())
        order = WorkOrder(replace(self.engine.settings, model=self.engine.model), known, self.faults)
        post = Post(journal, self.engine, self.limits)
        post.tidy()
        for path in results:
            try:
                self.counted += post.enter(path)
            except OSError as error:
                raise UsageError(f"{path} cannot be read: {error.strerror}") from error
        post.finish_written(complete=complete)
        if self.how != "write":
            # What a run before this one sent, or meant to, is looked for first.
            self.pipeline.run(post.send())
        with order.workers(self.processes, self.engine.tell) as workers:
            while True:
                journal.reopen()
                self.maker.make(workers, articles)
                articles = ()
                if self.maker.stop():
                    return
                if journal.reopen():
                    # All that they ask had been answered before, for articles that say the same.
                    continue
                if self.failed == "live" and self.how != "write" and (tried := journal.requests.keys_to_retry()):
                    self._ask_live(answers, tried)
                elif not self._step(post):
                    return

    def _assumed_profiles(self) -> Mapping[str | None, Profile]:
        """How a server that cannot be asked is assumed to be asked: in the surest way."""
        engine = self.engine
        if engine.model is None:
            raise ConfigurationError("files of requests name their model: give it with --model")
        others = {engine.settings.judge} - {"same", "off", engine.model}
        return {None: first_profile(engine.model), **{name: first_profile(name) for name in others}}

    def _step(self, post: Post) -> bool:
        """Send what is wanted, and take in what is there; False if there is nothing more to do now."""
        requests = self.maker.journal.requests
        if post.refused is not None and not requests.counts()["sent"]:
            raise ModelError(f"the endpoint refused the batch: {post.refused}")
        if post.refused is None:
            post.write(sent=self.how != "write")
            self.ended = None
        if post.held_back and not requests.counts()["sent"]:
            self.ended = f"stopped before {counted(post.held_back, 'request')} that could cost more than --max-cost or --max-tokens allows"
            return False
        if self.how == "write":
            return False
        self.pipeline.run(post.send())
        post.refused = None
        return self._take_in(post)

    def _take_in(self, post: Post) -> bool:
        """Enter the answers of batches that have ended; True if any have."""
        pause = min(_FIRST_PAUSE, self.poll)
        while not self.maker.stop():
            standing = self.pipeline.run(post.look())
            ended = [(sheaf, remote) for sheaf, remote in standing if remote.ended]
            for sheaf, remote in ended:
                self.counted += self.pipeline.run(post.collect(sheaf, remote))
            if ended:
                return True
            if not standing or self.how == "leave":
                return False
            done, there = (
                sum(remote.done + remote.failed for _, remote in standing),
                sum(sheaf.requests for sheaf, _ in standing),
            )
            self.maker.watcher.waiting(f"{done:,} of {counted(there, 'request')} answered, {len(standing)} under way")
            self._sleep(pause)
            pause = min(pause * _SLOWER, self.poll)
        return False

    def _sleep(self, seconds: float) -> None:
        """Wait; not long where a stop was asked for meanwhile."""
        until = time.monotonic() + seconds
        while not self.maker.stop() and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _NOTICE))  # in short steps, so that Ctrl-C is noticed between them

    def _ask_live(self, answers: LiveAnswers, keys: set[str]) -> None:
        spent, run = self.maker.journal.requests.spent(), self.engine.spent
        # The limits are of the whole folder.
        run.usd, run.worst_usd = spent.usd or 0.0, spent.reserved_usd
        run.input_tokens, run.output_tokens = spent.input_tokens, spent.output_tokens + spent.reserved_tokens
        verb = "is" if len(keys) == 1 else "are"
        self.engine.tell(
            f"note: {counted(len(keys), 'request')} that failed in a batch {verb} asked at once, at the full price"
        )
        before = run.worst_usd
        try:
            self.pipeline.run(answers.ask(self.pipeline, keys, Firewall(lambda: self.faults)))
        finally:
            self.maker.journal.requests.broke_off(run.unknown, run.worst_usd - before)
            run.unknown = 0


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
        request = request_of_arguments(arguments)
        found = self._journal.requests.answers([request.key]).get(request.key)
        if found is not None:
            return found.completion(request.model)
        if self._through is not None and request.key not in self._through:
            self._journal.requests.want([request], _LIVE)
            raise Pending
        return None

    def keep(self, arguments: Mapping[str, Any], completion: Completion) -> None:
        """Enter an answer as it arrives."""
        request = request_of_arguments(arguments)
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
