"""`evals gate`: runs against their floors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import BASELINE, PageFormOption, put_page
from summarize.cli.messages import tell
from summarize.cli.output import default_form
from summarize.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.evaluation.comparing.baseline import Entry
    from summarize.evaluation.comparing.floors import Because
    from summarize.evaluation.comparing.outcome import GateOutcome, Outcomes
    from summarize.evaluation.runs.run import Run


def gate(
    runs: Annotated[
        list[Path], typer.Argument(metavar="RUN.json", help="Runs, as `evals run -o RUN.json` keeps them.")
    ],
    baseline: Annotated[
        Path, typer.Option("--baseline", metavar="FILE", help="The floors of each run, by its name.")
    ] = Path(BASELINE),
    update: Annotated[
        bool, typer.Option("--update", help="Raise every floor to what the run has; set them if there are none.")
    ] = False,
    lower: Annotated[
        list[str] | None,
        typer.Option(
            "--lower", metavar="MEASURE=VALUE", help="Lower a floor, or take it away (=none). Needs --reason."
        ),
    ] = None,
    pin: Annotated[
        bool,
        typer.Option("--pin", help="Take all floors from the run: the gold or the prompt changed. Needs --reason."),
    ] = False,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept in the baseline for good.")
    ] = None,
    only_shown: Annotated[
        bool | None,
        typer.Option(
            "--only-shown/--every-fall",
            help="Fail only where a fall is shown to be more than chance, as compare tests it, or on any. Default: only what is shown for "
            "answers that a language model draws anew, any fall for recordings and the built-in engine.",
            show_default=False,
        ),
    ] = None,
    tolerance: Annotated[
        float,
        typer.Option("--tolerance", metavar="SHARE", min=0, max=1, help="A measure may be so much below its floor."),
    ] = 0.0,
    max_cost: Annotated[
        float | None,
        typer.Option("--max-cost-per-card", metavar="DOLLARS", min=0, help="What a card may cost, on average."),
    ] = None,
    max_seconds: Annotated[
        float | None,
        typer.Option("--max-seconds-per-card", metavar="N", min=0, help="What a card may take, in the median."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show the measures that reach their floors as well.")] = False,
    form: PageFormOption = None,
) -> None:
    """Hold runs against their floors: exit 0 if all reach them, 1 if a measure is below, 7 if it could not be measured.

    Floors only rise. Each fall is shown as the difference by article, with its 95 % interval and the articles that fell, and as one of
    two: regressed, or below the floor but within noise. Both fail, unless --only-shown is in force: then a fall fails only if it is shown by
    the test of `evals compare`, corrected for the number of measures, so that redrawn answers fail in one run of twenty at most. Quotations must be verbatim and evidence must hold, whatever the floors say.

    \b
    Examples:
      evals gate run.json
      evals gate run.json --only-shown
      evals gate run.json --tolerance .02 --max-cost-per-card .01
      evals gate run.json --update
      evals gate run.json --lower who.role=.61 --reason "no roles of firms"
      evals gate run.json --pin --reason "12 articles more"
    """
    from summarize.evaluation.runs.files import read_run

    because = _because(runs, update=update, lower=lower, pin=pin, reason=reason)
    from summarize.evaluation.comparing.gate import Limits, draws_anew
    from summarize.evaluation.comparing.gate import gate as held

    limits = Limits(max_cost, max_seconds)

    def against(run: Run, entry: Entry | None) -> GateOutcome:
        shown_only = draws_anew(run) if only_shown is None else only_shown
        return held(run, entry, only_shown=shown_only, tolerance=tolerance, limits=limits)

    outcomes = _gate_runs(
        [read_run(path) for path in runs], baseline, _floors(lower or []), because, update=update, held=against
    )
    shown = form or default_form()
    from summarize.evaluation.comparing.gate_page import gate_page

    put_page(gate_page(outcomes, every=every), outcomes, shown)
    for outcome in outcomes.runs:
        if outcome.exit_code:
            tell(f"error: {outcome.message}")
    if outcomes.exit_code:
        raise typer.Exit(outcomes.exit_code)


def _because(
    runs: list[Path], *, update: bool, lower: list[str] | None, pin: bool, reason: str | None
) -> Because | None:
    """Why floors are lowered or pinned, if they are.

    Raises:
        UsageError: the options do not go together.
    """
    if sum((update, bool(lower), pin)) > 1:
        raise UsageError("--update, --lower and --pin each change the floors in their own way: use one at a time")
    if not (lower or pin):
        if reason is not None:
            raise UsageError("--reason goes with --lower or --pin")
        return None
    from datetime import UTC, datetime

    from summarize.evaluation.comparing.floors import Because
    from summarize.rendering.safe import one_line

    why = one_line(reason or "")
    if not why:
        raise UsageError(f"{'--pin' if pin else '--lower'} needs --reason TEXT, which the baseline keeps")
    if lower and len(runs) > 1:
        raise UsageError("--lower changes the floors of one run: name one RUN.json")
    return Because(why, datetime.now(UTC).date().isoformat())


def _floors(lower: list[str]) -> dict[str, float | None]:
    """Measure to its new floor.

    Raises:
        UsageError: it is not MEASURE=VALUE.
    """
    floors: dict[str, float | None] = {}
    for asked in lower:
        name, _, value = asked.partition("=")
        try:
            floor = None if value == "none" else float(value)
        except ValueError as error:
            raise UsageError(f"--lower {asked}: it takes MEASURE=VALUE, such as quotes.f1=.8") from error
        if floor is not None and not 0 <= floor <= 1:
            raise UsageError(f"--lower {asked}: a floor is a share of 0 to 1")
        floors[name] = floor
    return floors


def _gate_runs(
    runs: list[Run],
    path: Path,
    lower: dict[str, float | None],
    because: Because | None,
    *,
    update: bool,
    held: Callable[[Run, Entry | None], GateOutcome],
) -> Outcomes:
    """The outcomes, with the baseline written if floors changed.

    Raises:
        UsageError: the floors cannot be changed in this way, or the file cannot be read or written.
    """
    from summarize.evaluation.comparing import floors
    from summarize.evaluation.comparing.baseline import read_baseline, write_baseline
    from summarize.evaluation.comparing.outcome import Outcomes

    before = now = read_baseline(path)
    outcomes = []
    for run in runs:
        entry = now.runs.get(run.name)
        if because is not None:
            made = floors.lower_floors(run, entry, lower, because) if lower else floors.pin_floors(run, entry, because)
        elif update:
            made = floors.raise_floors(run, entry)
        else:
            made = floors.Update(held(run, entry), None)
        if made.entry is not None:
            now = now.with_entry(run.name, made.entry)
        outcomes.append(made.outcome)
    if now != before:
        write_baseline(path, now)
    return Outcomes(runs=tuple(outcomes))
