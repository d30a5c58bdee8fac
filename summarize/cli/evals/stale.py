"""`evals stale`: which recordings do not answer any more, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli.evals.options import GOLD, RECORDINGS, GoldOption, Names
from summarize.cli.model_options import GivenOptions, takes


@takes("nlp", "model", "judge", "prompt", "language", "window")
def stale(
    names: Names = None,
    gold: GoldOption = GOLD,
    replay: Annotated[
        list[str] | None,
        typer.Option(
            "--replay",
            metavar="FOLDER",
            help=f"Recordings; may be repeated. Default: every folder in {RECORDINGS}.",
            show_default=False,
        ),
    ] = None,
    *,
    given: GivenOptions,
) -> None:
    """List for each article what changed since its answers were recorded: prompt, schema, article, model, judge, settings, or what is found in it.

    Exit code 7 if anything is stale, or if a recording is of nothing that would be asked.

    \b
    Examples:
      evals stale
      evals stale --prompt my-prompt.md
      evals stale harbour-fire --replay evals/recordings/my-model
    """
    import asyncio

    from summarize.cli.evals.options import gold_files
    from summarize.cli.messages import tell
    from summarize.errors import MeasurementError
    from summarize.evaluation.runs.recording import state_of
    from summarize.settings import one_thread

    one_thread()
    files = gold_files(gold, names)
    folders = [Path(folder) for folder in replay or sorted(map(str, Path(RECORDINGS).glob("*/")))]
    if not folders:
        raise MeasurementError(f"there are no recordings in {RECORDINGS}: make some with evals record")
    bad = 0
    for folder in folders:
        settings = given.settings(engine="model", replay=str(folder))
        state = asyncio.run(state_of(files, settings, tell))
        unused = () if names else state.unused
        typer.echo(f"{folder}: {len(state.current)} current, {len(state.stale)} stale, {len(unused)} unused")
        for one in state.stale:
            typer.echo(f"  {one.name}: {'; '.join(one.reasons)}")
        # Beside a stale case its own recordings are unused as well, which says nothing new.
        for path in () if state.stale else unused:
            typer.echo(f"  {path.name}: nothing asks for it")
        bad += len(state.stale) + len(unused)
    if bad:
        raise MeasurementError("recordings are not current: record them anew with evals record")
