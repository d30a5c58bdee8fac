"""`evals claims`: how well the checks tell honest claims from false ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import CLAIMS, PageFormOption, put_page
from summarize.cli.messages import tell
from summarize.cli.output import default_form
from summarize.cli.progress import progress
from summarize.errors import BelowGateError, UsageError
from summarize.installing import missing

if TYPE_CHECKING:
    from summarize.evaluation.comparing.page import Block
    from summarize.evaluation.corpora.claims import ClaimMeasure, ClaimOutcome, ClaimScores


def claims(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            help=f"Labelled claims in JSON Lines, or folders of such files. Default: {CLAIMS}.",
            show_default=False,
        ),
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Exit with 1 if a measure is below its floor, 7 if there is no floor.")
    ] = False,
    floors: Annotated[Path, typer.Option("--floors", metavar="FILE", help="The floors, by file and measure.")] = Path(
        CLAIMS
    )
    / "floors.json",
    errors: Annotated[
        bool, typer.Option("--errors", help="List honest claims that are refused and false ones that are not.")
    ] = False,
    form: PageFormOption = None,
) -> None:
    """Count what the checks of `summarize check` say of claims that are labelled honest or false.

    A claim is refused if it stands in part, is not shown or is contradicted. What cannot be told is not refused. Each share has its
    95 % interval, by passage. Honest claims about a passage are also held against sentences beside those that they cite, and have to be
    refused there.

    \b
    Examples:
      evals claims
      evals claims evals/claims/seen.jsonl --errors
      evals claims --gate
    """
    from summarize.evaluation.corpora.claims import ScoredClaims, below, outcomes, read_floors, read_lines, score_claims
    from summarize.evidence.syntax import available, load

    paths = list(_paths(files or [Path(CLAIMS)]))
    lines = [read_lines(path) for path in paths]
    lowest = read_floors(floors) if gate else {}
    if not available():
        raise missing("checking needs the NLP model", "nlp")
    syntax = load()
    with progress("claims") as line:
        found = [list(line.through(outcomes(one, syntax))) for one in lines]
    scores = tuple(one for path, these in zip(paths, found, strict=True) for one in score_claims(path.name, these))
    shown = form or default_form()
    wrong = [one for these in found for one in these if one.is_wrong] if errors else []
    put_page(_page(scores, wrong), ScoredClaims(scores=scores), shown)
    if fallen := [line for one in scores if gate for line in below(one, lowest)]:
        for fall in fallen[:-1]:
            tell(f"error: {fall}")
        raise BelowGateError(fallen[-1])


def _paths(given: list[Path]) -> Iterator[Path]:
    """The files, folders as the files in them.

    Raises:
        UsageError: a folder has none.
    """
    for path in given:
        inside = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not inside:
            raise UsageError(f"{path} has no file of claims (*.jsonl)")
        yield from inside


def _page(scores: tuple[ClaimScores, ...], wrong: list[ClaimOutcome]) -> Iterator[Block]:
    from summarize.evaluation.comparing.page import Column, Own, PageLine, PageTable
    from summarize.evaluation.corpora.claims import TITLES
    from summarize.rendering.words import counted

    right = [Column("claims"), Column("stands"), Column("open"), Column("refused"), Column("95 %")]
    for one in scores:
        total = counted(one.figures["told"].of, "claim")
        yield PageLine([one.name, Own(f": {total} about {counted(one.passages, 'passage')}")], "bold")
        yield PageTable(
            [
                Column("measure", "left"),
                Column("value"),
                Column("95 %"),
                Column("n"),
                Column("what", "left", wide=True),
            ],
            [
                [Own(measure), *map(Own, _cells(figure)), Own(str(figure.of)), Own(TITLES[measure])]
                for measure, figure in one.figures.items()
            ],
        )
        if not any(kind.kind for kind in one.kinds):
            continue
        yield PageTable(
            [Column("label", "left"), Column("kind", "left"), *right],
            [
                [
                    Own(kind.label),
                    kind.kind,
                    *map(Own, (str(kind.refused.of), str(kind.stands), str(kind.open), *_cells(kind.refused))),
                ]
                for kind in one.kinds
            ],
        )
    for outcome in wrong:
        label = "honest" if outcome.is_honest else "false"
        checked = outcome.checked
        lead = Own(f"{label}, {checked.verdict}: ")
        yield PageLine([lead, f"{outcome.passage} {outcome.kind}: {checked.text} | {checked.reason or ''}"], item=True)


def _cells(figure: ClaimMeasure) -> tuple[str, str]:
    from summarize.evaluation.comparing.figures import share
    from summarize.evaluation.reporting.tables import interval_text

    return share(figure.value), interval_text(figure.interval)
