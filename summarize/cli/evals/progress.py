"""What a run shows while it goes on: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.evaluation.runs.run import Case


@contextmanager
def bar(total: int, *, no_color: bool) -> Iterator[Callable[[Case], None]]:
    """A progress bar on stderr; gives the function that is told of each finished case."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from summarize.rendering.safe import one_line

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True, no_color=no_color), transient=True) as progress:
        task = progress.add_task("cards", total=total, failed="")
        failed = 0

        def done(case: Case) -> None:
            nonlocal failed
            failed += case.failure is not None
            progress.update(
                task, advance=1, description=one_line(case.name)[:32], failed=f"{failed} failed" if failed else ""
            )

        yield done


def _nothing(case: Case) -> None:
    del case
