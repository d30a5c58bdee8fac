"""A run over gold files: every case scored, or recorded as failed; what is done is kept as it is done."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Final

from summarize.article import Article
from summarize.card import Usage
from summarize.codes import DRAFTING, code_digest
from summarize.errors import ArticleError, GroundingError, MeasurementError, ModelError, SummarizeError
from summarize.evaluation.gold.files import GoldFile, set_digest
from summarize.evaluation.runs.files import CaseJournal
from summarize.evaluation.runs.maker import MadeCard, Makes
from summarize.evaluation.runs.run import Case, Failure, Run, Score, together
from summarize.evaluation.scoring.score import score
from summarize.evaluation.scoring.shares import Scored, yes
from summarize.resources import VERSION

OF_ONE_CASE: Final = (ArticleError, GroundingError, MeasurementError, ModelError)
"""Errors that are an outcome of their case. A wrong key or setting ends the run."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is made."""

    repeat: int = 1
    jobs: int = 4
    keep_cards: bool = True
    name: str | None = None
    """The run's name; by default what makes the cards, and where the gold is if not in a folder called `gold`."""


def collect_seldom() -> None:
    """Have Python look for reference cycles seldom. For a process that is the program's own.

    A run keeps many small values that are in no cycle, and looking through all of them again and again took most of its own time.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


async def run_cases(
    files: Sequence[GoldFile],
    maker: Makes,
    options: Options,
    *,
    journal: CaseJournal | None = None,
    done: Callable[[Case], None] | None = None,
) -> list[Case]:
    """The cases of all files, in their order.

    Raises:
        ConfigurationError: the endpoint refused the key, or offers several models and none is named.
        ModelError: one that ends the run, such as a used-up budget; what was finished is in the journal.
    """
    cases: dict[str, Case] = {}
    waiting: list[GoldFile] = []
    for file in files:
        kept = journal.get(key_of(file, maker, options)) if journal is not None else None
        if kept is None:
            waiting.append(file)
        else:
            cases[file.name] = kept
            if done is not None:
                done(kept)
    jobs = options.jobs if maker.waits else 1
    try:
        async for file, case in _each(waiting, maker, options, jobs):
            cases[file.name] = case
            if journal is not None:
                journal.add(key_of(file, maker, options), case)
            if done is not None:
                done(case)
    finally:
        await maker.aclose()
    return [cases[file.name] for file in files]


async def _each(
    files: Sequence[GoldFile], maker: Makes, options: Options, jobs: int
) -> AsyncIterator[tuple[GoldFile, Case]]:
    if jobs == 1:
        for file in files:
            yield file, await run_case(file, maker, options)
        return
    turns = asyncio.Semaphore(jobs)

    async def one(file: GoldFile) -> tuple[GoldFile, Case]:
        async with turns:
            return file, await run_case(file, maker, options)

    tasks = [asyncio.create_task(one(file)) for file in files]
    try:
        for finished in asyncio.as_completed(tasks):
            yield await finished
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def run_case(file: GoldFile, maker: Makes, options: Options) -> Case:
    """One case: scored, or failed. Raises as `run_cases`."""
    article: Article | None = None
    started = time.perf_counter()
    try:
        article = file.article()
        made = [await maker.make(file.name, article) for _ in range(options.repeat)]
        scored = [_score_card(one, file) for one in made]
    except OF_ONE_CASE as error:
        if isinstance(error, ModelError) and error.ends_run:
            raise
        return _failed_case(file, article, error, time.perf_counter() - started)
    return Case(
        name=file.name,
        gold=str(file.path),
        article_id=article.id,
        story=file.gold.story or file.name,
        scores=_means(scored),
        repeats=tuple({name: one.value for name, one in each.scores.items()} for each in scored)
        if options.repeat > 1
        else (),
        judgements=scored[0].judgements,
        card=made[0].card.model_dump(mode="json") if options.keep_cards else None,
        usage=sum((one.card.provenance.usage for one in made), Usage()),
        cost_usd=together([one.card.provenance.cost_usd for one in made]),
        seconds=round(fmean(one.seconds for one in made), 3),
    )


def _score_card(made: MadeCard, file: GoldFile) -> Scored:
    scored = score(made.card, file.gold)
    out = {name for name in scored.scores if made.unscored(name)}
    if out:
        left = tuple(one for one in scored.judgements if one.measure not in out)
        scored = Scored({name: one for name, one in scored.scores.items() if name not in out}, left)
    if made.first is None:
        return scored
    return Scored({**scored.scores, "cards.first": yes(made.first), **made.contribution}, scored.judgements)


def _failed_case(file: GoldFile, article: Article | None, error: SummarizeError, seconds: float) -> Case:
    return Case(
        name=file.name,
        gold=str(file.path),
        article_id=None if article is None else article.id,
        story=file.gold.story or file.name,
        failure=Failure(error=type(error).__name__, message=" ".join(str(error).split()), exit_code=error.exit_code),
        scores={"cards.made": yes(False)},
        seconds=round(seconds, 3),
    )


def _means(scored: Sequence[Scored]) -> dict[str, Score]:
    """The scores of one repetition, or the means of those that apply in any."""
    if len(scored) == 1:
        return scored[0].scores
    names = dict.fromkeys(name for one in scored for name in one.scores)
    return {name: Score(value=fmean(one.scores[name].value for one in scored if name in one.scores)) for name in names}


def key_of(file: GoldFile, maker: Makes, options: Options) -> str:
    """What a finished case may be taken up again by: all that its result depends on."""
    about = maker.about
    asked = (
        f"{about.engine} {about.model} {about.prompt_digest} {about.nlp} {about.settings} {about.replayed} {about.key}"
    )
    text = file.article_path.read_bytes() if file.article_path.is_file() else b""
    return "\n".join((file.name, file.digest, _digest(text), code_digest(DRAFTING), asked, str(options.repeat)))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def run_of(  # noqa: PLR0913 - all that a run is made of
    cases: Sequence[Case],
    files: Sequence[GoldFile],
    maker: Makes,
    options: Options,
    *,
    gold: str,
    began: tuple[float, float],
) -> Run:
    """The run of some cases; `began` is `time.perf_counter` and `time.process_time` at its start."""
    about = maker.about
    folder = Path(gold).name
    texts = {case.name: case.article_id or "" for case in cases}
    return Run(
        name=options.name or about.name + ("" if folder in {"gold", ""} else f" on {folder}"),
        engine=about.engine,
        model=about.model,
        prompt=about.prompt,
        prompt_digest=about.prompt_digest,
        nlp=about.nlp,
        settings=about.settings,
        tool_version=VERSION,
        created=datetime.now(UTC).replace(microsecond=0).isoformat(),
        gold=gold,
        gold_digest=set_digest(list(files), texts),
        replayed=about.replayed,
        seconds=round(time.perf_counter() - began[0], 3),
        cpu_seconds=round(time.process_time() - began[1], 3),
        cases=tuple(cases),
    )
