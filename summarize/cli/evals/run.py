"""`evals run`: cards made and scored."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import GOLD, GoldOption, Names
from summarize.cli.messages import tell
from summarize.cli.model_options import ALL, GivenOptions, ModelJobs, takes
from summarize.cli.output import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.evaluation.gold.files import GoldFile
    from summarize.evaluation.runs.maker import Makes
    from summarize.evaluation.runs.run import Run
    from summarize.evaluation.runs.runner import Options


@takes(*ALL, jobs=ModelJobs)
def run(
    names: Names = None,
    gold: GoldOption = GOLD,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="RUN.json",
            help="Keep the run, to compare, gate and show it. A stopped run goes on.",
        ),
    ] = None,
    cards: Annotated[
        str | None,
        typer.Option(
            "--cards", metavar="PATH", help="Score these cards, a folder of JSON or a RUN.json, and make none."
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Only gold files with this tag; several times for several."),
    ] = None,
    held_out: Annotated[
        bool, typer.Option("--held-out", help="The gold files that are held out, and no others.")
    ] = False,
    repeat: Annotated[
        int, typer.Option("--repeat", metavar="N", min=1, max=100, help="Make each card so many times.")
    ] = 1,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What the gate knows the run by. Default: what makes the cards."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong in each article.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Show every measure.")] = False,
    *,
    given: GivenOptions,
) -> None:
    """Make the card of every gold article, and score it field by field.

    A card that cannot be made is counted as failed and told apart: it is in no average, but in `cards made`. With --replay the cards
    of a language model are made from recordings alone; a request that was not recorded, or a recording that nothing asked for, ends
    with exit code 7.

    \b
    Examples:
      evals run
      evals run --engine extractive -o run.json
      evals run --replay evals/recordings/my-model -o my-model.json
      evals run --model gpt-6-luna --repeat 3 --max-cost 1 -o luna.json
      evals run --cards run.json --errors harbour-fire
    """
    from summarize.cli.evals.options import chosen_files, gold_files
    from summarize.evaluation.runs.runner import Options, collect_seldom

    collect_seldom()
    settings = given.settings()
    files = chosen_files(gold_files(gold, names), tag or (), held_out=held_out)
    chosen = Options(repeat=repeat, jobs=settings.jobs, name=name, keep_cards=output is not None)
    maker: Makes
    if cards is not None:
        from summarize.evaluation.runs.kept import KeptCards

        maker = KeptCards(Path(cards))
        made = _run_and_write(files, maker, chosen, gold, output)
        unused: Sequence[str] = ()
    else:
        from summarize.cli.evals.making import maker_told, unused_recordings

        with maker_told(settings) as maker:
            made = _run_and_write(files, maker, chosen, gold, output)
            unused = unused_recordings(maker, made, whole=not names and not tag and len(files) == len(gold_files(gold)))
    _show(made, all_=all_, errors=errors)
    if output is None and not settings.uses_model and cards is None:
        tell("note: -o RUN.json keeps the run, to compare, gate and show it")
    _conclude(made, unused)


def _run_and_write(files: Sequence[GoldFile], maker: Makes, chosen: Options, gold: str, output: str | None) -> Run:
    import asyncio

    from summarize.cli.evals.making import finished_case
    from summarize.cli.progress import progress
    from summarize.evaluation.runs.files import CaseJournal, write_run
    from summarize.evaluation.runs.runner import run_cases, run_of

    target = _target(output)
    journal = CaseJournal(target.with_name(target.name + ".partial")) if target is not None else None
    began = time.perf_counter(), time.process_time()
    finished = False
    try:
        with progress("cards", len(files)) as line:
            cases = asyncio.run(run_cases(files, maker, chosen, journal=journal, done=partial(finished_case, line)))
        made = run_of(cases, files, maker, chosen, gold=gold, began=began)
        if target is not None:
            write_run(target, made)
        finished = True
    finally:
        if journal is not None:
            journal.close(remove=finished)
            if not finished:
                tell(f"note: what was finished is kept in {output}.partial: the same command goes on from there")
    return made


def _target(output: str | None) -> Path | None:
    """Where the run goes: a new file, or one that holds a run."""
    from summarize.errors import UsageError
    from summarize.evaluation.runs.files import read_run

    if output is None:
        return None
    target = Path(output)
    if not target.parent.is_dir():
        raise UsageError(f"{output} cannot be written: there is no folder {target.parent}")
    if target.is_file() and target.stat().st_size:
        try:
            read_run(target)
        except UsageError as error:
            raise UsageError(
                f"{output} is there and holds no run of this version: give another name, or remove it"
            ) from error
    return target


def _show(made: Run, *, all_: bool, errors: bool) -> None:
    from summarize.cli.evals.options import put_tables
    from summarize.evaluation.reporting.tables import error_lines, run_tables

    put_tables(run_tables(made, every=all_))
    if errors:
        put("".join(f"{line}\n" for line in error_lines(made)))


def _conclude(made: Run, unused: Sequence[str]) -> None:
    """The verdict in one line, and the exit code."""
    from summarize.errors import ArticleError, MeasurementError
    from summarize.evaluation.reporting.tables import verdict

    for case in made.cases:
        if case.failure is not None:
            tell(f"error: {case.name}: {case.failure.message}")
    put(verdict(made) + "\n")
    # An article that is missing or is not the labelled one is as unmeasured as an answer that was not recorded.
    codes = {ArticleError.exit_code, MeasurementError.exit_code}
    unmeasured = [case.name for case in made.cases if case.failure is not None and case.failure.exit_code in codes]
    if unmeasured:
        raise MeasurementError(
            f"{len(unmeasured)} of {len(made.cases)} could not be measured: {', '.join(unmeasured[:5])}{' …' if len(unmeasured) > 5 else ''}"
        )
    if unused:
        raise MeasurementError(
            f"{len(unused)} recordings were asked for by nothing, so they are of something else than this run: "
            f"{', '.join(unused[:3])}{' …' if len(unused) > 3 else ''} (evals stale says more)"
        )
    failed = [case for case in made.cases if case.failure is not None]
    if failed and len(failed) == len(made.cases):
        assert failed[0].failure is not None
        raise typer.Exit(failed[0].failure.exit_code)
