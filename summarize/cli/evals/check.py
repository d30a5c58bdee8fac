"""`evals check`: whether gold files hold, and how far two labellers agree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import GOLD
from summarize.cli.messages import tell
from summarize.errors import MeasurementError, UsageError

if TYPE_CHECKING:
    from summarize.evaluation.gold.compared import Agreement


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help=f"Gold files, or folders of them. Two folders with files of the same names are two labellers. Default: {GOLD}.",
            show_default=False,
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Write the id of the article's text, and where words stand that are found in one place only. Comments and layout stay.",
        ),
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="With two folders: list where the labellers differ.")
    ] = False,
) -> None:
    """Check that gold files hold: labels against their article, and against each other.

    A line for each problem says where. Exit code 7 if there is any: what is scored against such gold could not be believed. A note is
    worth a look, and does not change the exit code.

    Given two folders with files of the same names, the labels of two people, it prints how far they agree: F1 for lists, where labels are
    paired one to one; the share of equal answers; Cohen's kappa where both decide the same question.

    \b
    Examples:
      evals check
      evals check --fix evals/gold/harbour-fire.yaml
      evals check evals/gold second/ --errors
    """
    chosen = paths or [Path(GOLD)]
    from summarize.evaluation.gold.files import gold_paths

    if len(chosen) == 2 and all(path.is_dir() for path in chosen):
        first, second = ({path.stem for path in gold_paths(folder)} for folder in chosen)
        if first & second:
            if fix:
                raise UsageError("--fix mends one labeller's files at a time")
            _compare(chosen[0], chosen[1], errors=errors)
            return
    _check([path for one in chosen for path in gold_paths(one)], fix=fix)


def _check(files: list[Path], *, fix: bool) -> None:
    from summarize.evaluation.gold.check import check_file
    from summarize.evaluation.gold.mending import mend_file

    problems = unsound = 0
    for path in files:
        checked = check_file(path)
        if fix and checked.file is not None:
            mended = mend_file(checked.file)
            if mended:
                tell(f"note: {path}: wrote {', '.join(mended)}")
                checked = check_file(path)
            elif checked.problems:
                tell(
                    f"note: {path}: nothing here can be mended without knowing better, or in this layout: write each label as a block"
                )
        _print_lines(checked.written())
        problems += len(checked.problems)
        unsound += bool(checked.problems)
    if problems:
        raise MeasurementError(f"{_count(problems, 'problem')} in {unsound} of {_count(len(files), 'gold file')}")
    typer.echo(f"{_count(len(files), 'gold file')}, no problems")


def _compare(first: Path, second: Path, *, errors: bool) -> None:
    from summarize.cli.evals.options import gold_files, put_tables
    from summarize.evaluation.gold.compared import agreement
    from summarize.evaluation.reporting.tables import ReportTable

    found = agreement(gold_files(str(first)), gold_files(str(second)))
    for file in found.alone:
        tell(f"note: {file.path} is labelled by one of the two only")
    title = f"{first} and {second}: {_count(found.articles, 'article')}"
    columns = ("field", "by", "agreement", "both", first.name or str(first), second.name or str(second), "articles")
    note = "lists by F1 over labels paired one to one, answers by the share of equal ones, decisions by Cohen's kappa"
    put_tables([ReportTable(title, columns, tuple(_rows(found)), words=2, note=note)])
    if errors:
        _print_lines(one.written() for one in found.disagreements)
    elif found.disagreements:
        typer.echo(f"{_count(len(found.disagreements), 'difference')}: --errors lists them")


def _rows(found: Agreement) -> Iterable[tuple[str, ...]]:
    for one in found.figures:
        value = "–" if one.value is None else f"{one.value:.3f}"
        yield (one.field, one.kind, value, str(one.both), str(one.first), str(one.second), str(one.articles))


def _print_lines(lines: Iterable[str]) -> None:
    from summarize.rendering.safe import one_line

    for line in lines:
        typer.echo(one_line(line))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
