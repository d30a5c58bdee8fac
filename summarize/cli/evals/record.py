"""`evals record`: recordings made with a real endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import GOLD, RECORDINGS, GoldOption, Names
from summarize.cli.messages import tell
from summarize.cli.model_options import GivenOptions, ModelJobs, takes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.evaluation.gold.files import GoldFile
    from summarize.evaluation.runs.run import Case
    from summarize.settings import Settings


@takes(
    "nlp",
    "model",
    "provider",
    "base_url",
    "also",
    "log",
    "judge",
    "prompt",
    "language",
    "timeout",
    "max_cost",
    "max_tokens",
    "window",
    "jobs",
    jobs=ModelJobs,
)
def record(
    names: Names = None,
    gold: GoldOption = GOLD,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help=f"Where the recordings go. Default: {RECORDINGS}/MODEL.",
            show_default=False,
        ),
    ] = None,
    again: Annotated[bool, typer.Option("--all", help="Record what is current as well.")] = False,
    repeat: Annotated[
        int, typer.Option("--repeat", metavar="N", min=1, max=100, help="Ask each question so many times (with --all).")
    ] = 1,
    *,
    given: GivenOptions,
) -> None:
    """Ask a language model about every gold article, and keep its answers, so that runs need neither model nor network.

    Only what is stale or missing is asked for, so a stopped recording goes on where it was. What the new answers replace is removed.

    \b
    Examples:
      evals record --model gpt-6-luna --max-cost 0.50
      evals record --base-url http://localhost:8080/v1 --jobs 1
      evals record --model model.gguf --prompt my-prompt.md -o recordings/mine
    """
    import asyncio

    from summarize.cli.evals.options import gold_files
    from summarize.errors import MeasurementError
    from summarize.settings import one_thread

    one_thread()
    settings = given.settings(engine="model")
    files = gold_files(gold, names)
    folder = Path(output) if output is not None else Path(RECORDINGS) / _folder_name(settings)
    waiting = list(files)
    if any(folder.glob("*.json")):
        settings, waiting = asyncio.run(_settings_and_files(files, settings, folder, again=again))
    tell(f"note: {len(files) - len(waiting)} of {len(files)} articles are recorded in {folder} and current")
    if not waiting:
        return
    cases = _record(waiting, settings, folder, repeat)
    failed = [case for case in cases if case.failure is not None]
    for case in failed:
        assert case.failure is not None
        tell(f"error: {case.name}: {case.failure.message}")
    removed = asyncio.run(_prune(files, settings, folder))
    tell(f"note: {len(cases) - len(failed)} recorded in {folder}; {removed} files that they replace removed")
    if failed:
        raise MeasurementError(
            f"{len(failed)} of {len(cases)} gave no card; the same command tries those again that were not answered"
        )


def _folder_name(settings: Settings) -> str:
    from summarize.errors import UsageError

    if settings.model is None:
        raise UsageError("give the model with --model, or a folder for its recordings with -o")
    return settings.model.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gguf")


async def _settings_and_files(
    files: Sequence[GoldFile], settings: Settings, folder: Path, *, again: bool
) -> tuple[Settings, list[GoldFile]]:
    """The settings as earlier recordings were made with, and the files whose cards they do not answer."""
    from dataclasses import replace

    from summarize.evaluation.runs.recording import as_recorded, state_of

    settings = as_recorded(settings, folder)
    if again:
        return settings, list(files)
    state = await state_of(files, replace(settings, replay=folder, model=_name(settings)))
    return settings, [file for file in files if file.name not in state.current]


def _name(settings: Settings) -> str | None:
    """The model's name as recordings have it: of a file, its own."""
    return None if settings.model is None or settings.model.endswith(".gguf") else settings.model


def _record(files: Sequence[GoldFile], settings: Settings, folder: Path, repeat: int) -> list[Case]:
    import asyncio
    from dataclasses import replace
    from functools import partial

    from summarize.cli.accounts import cost_so_far
    from summarize.cli.evals.making import finished_case, maker_told
    from summarize.cli.progress import progress
    from summarize.evaluation.runs.runner import Options, run_cases

    with (
        maker_told(replace(settings, record=folder)) as maker,
        progress("cards", len(files), partial(cost_so_far, maker.pipeline.engine)) as line,
    ):
        how = Options(repeat=repeat, jobs=settings.jobs, keep_cards=False)
        return asyncio.run(run_cases(files, maker, how, done=partial(finished_case, line)))


async def _prune(files: Sequence[GoldFile], settings: Settings, folder: Path) -> int:
    """Remove what the new answers replace: recordings of these articles that a replay of them does not ask for."""
    from dataclasses import replace

    from summarize.evaluation.runs.recording import prune_unused

    return await prune_unused(files, replace(settings, replay=folder, model=_name(settings)))
