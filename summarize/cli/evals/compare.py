"""`evals compare`: two runs on the same articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.cli.evals.options import PageFormOption, put_page
from summarize.cli.messages import tell
from summarize.cli.output import default_form
from summarize.errors import BelowGateError


def compare(
    a: Annotated[Path, typer.Argument(metavar="A.json", help="A run, as `evals run -o A.json` keeps it.")],
    b: Annotated[Path, typer.Argument(metavar="B.json", help="The run to compare it with.")],
    form: PageFormOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="Show the measures that are not tested as well, without a verdict.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="Show so many of the articles that changed most.")
    ] = 5,
    tolerance: Annotated[
        float,
        typer.Option("--tolerance", metavar="SHARE", min=0, max=1, help="With --fail-on: a fall of so much passes."),
    ] = 0.0,
    fail_on: Annotated[
        Literal["worse"] | None,
        typer.Option(
            "--fail-on",
            help="Exit with 1 if a tested measure is worse, or an article lost its card.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say what the second run does better or worse than the first, article by article, and what cannot be told.

    Each tested measure has the difference with its 95 % interval, a p value corrected for the number of tests, and one of three words:
    better, worse, cannot tell. Beside it stands the smallest drop that these articles would have shown, so that "cannot tell" is not
    read as "the same". The exit code is 0 whatever the difference is, unless --fail-on worse.

    \b
    Examples:
      evals compare before.json after.json
      evals compare before.json after.json --fail-on worse
      evals compare before.json after.json --all --format markdown > both.md
    """
    from summarize.evaluation.comparing.compare import compare as compared
    from summarize.evaluation.comparing.compare import falls
    from summarize.evaluation.comparing.compare_page import compare_page, notes
    from summarize.evaluation.runs.files import read_run

    comparison = compared(read_run(a), read_run(b))
    shown = form or default_form()
    if shown == "json":
        for note in notes(comparison):
            tell(f"note: {''.join(map(str, note))}")
    put_page(compare_page(comparison, every=every, limit=limit), comparison, shown)
    worse = falls(comparison, tolerance)
    lost = [loss.case for loss in comparison.losses if loss.missing_in == "B"]
    if fail_on == "worse" and (worse or lost):
        parts = [
            *([f"worse: {', '.join(worse)}"] if worse else []),
            *([f"without a card: {', '.join(lost)}"] if lost else []),
        ]
        raise BelowGateError(f"{b}: {'; '.join(parts)}")
