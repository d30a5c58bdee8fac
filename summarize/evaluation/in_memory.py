"""Scores of cards from Python: what `evals run` does, without files, progress or exit codes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from os import PathLike
from pathlib import Path

from summarize import settings as settings_module
from summarize.errors import UsageError
from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evaluation.runs.kept import KeptCards
from summarize.evaluation.runs.maker import Maker
from summarize.evaluation.runs.run import Run
from summarize.evaluation.runs.runner import Options, run_cases, run_of
from summarize.settings import Settings


def evaluate(  # noqa: PLR0913 - what `evals run` takes
    gold: str | PathLike[str],
    *,
    names: Sequence[str] = (),
    held_out: bool = False,
    cards: str | PathLike[str] | None = None,
    settings: Settings | None = None,
    repeat: int = 1,
    name: str | None = None,
) -> Run:
    """The cards of gold articles, scored field by field. It may be called from within a running event loop, as in a notebook.

    Args:
        gold: a folder of gold files, or one of them.
        names: only gold files whose names begin with one of these; all if there is none.
        held_out: the gold files that are held out, and no others; without it all others.
        cards: a folder of cards as JSON, each named as its gold file, or the file of a run: they are scored, and none is made.
        settings: engine, model and recordings; the user's own if None.
        repeat: makes each card so many times.
        name: of the run; by default what makes the cards.

    Raises:
        UsageError: there is no gold, or a file of it is none; a card has not the form of one.
        ConfigurationError: a setting is wrong, or the endpoint refused the key.
        ModelError: one that ends the run, such as a used-up budget. What fails for one article alone is in its case's `failure`.
    """
    read = [read_gold(path) for path in gold_paths(Path(gold)) if not names or path.stem.startswith(tuple(names))]
    files = [file for file in read if file.gold.held_out is held_out]
    if not files:
        raise UsageError(f"{gold} has no gold file that is {'held out' if held_out else 'asked for and not held out'}")
    chosen = settings if settings is not None else settings_module.load(flags={})
    maker = Maker(chosen) if cards is None else KeptCards(Path(cards))
    options = Options(repeat=repeat, jobs=chosen.jobs, name=name)
    began = time.perf_counter(), time.process_time()
    try:
        with ThreadPoolExecutor(1) as alone:  # a loop of its own, whatever runs here
            cases = alone.submit(lambda: asyncio.run(run_cases(files, maker, options))).result()
    finally:
        if isinstance(maker, Maker):
            maker.close()
    return run_of(cases, files, maker, options, gold=str(gold), began=began)
