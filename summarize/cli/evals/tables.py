"""Tables on a terminal or, in a pipe, as Markdown."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.cli.manners import is_colored
from summarize.cli.output import put

if TYPE_CHECKING:
    from summarize.evaluation.reporting.tables import Table

_WIDEST = 200


def show(tables: Sequence[Table]) -> None:
    """Write tables to stdout."""
    if sys.stdout.isatty():
        _to_terminal(tables)
    else:
        from summarize.evaluation.reporting.markdown import table_markdown

        put("\n".join(table_markdown(table) for table in tables) + "\n")


def _to_terminal(tables: Sequence[Table]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    from summarize.rendering.safe import one_line

    console = Console(
        color_system="auto" if is_colored() else None,
        no_color=False,  # NO_COLOR has been read
        width=min(shutil.get_terminal_size((80, 24)).columns, _WIDEST),
        highlight=False,
    )
    for table in tables:
        grid = Grid(
            box=SIMPLE_HEAD, title=Text(one_line(table.title)), title_justify="left", pad_edge=False, show_edge=False
        )
        for number, column in enumerate(table.columns):
            grid.add_column(column, justify="left" if number < table.words else "right", no_wrap=number > 0)
        last = ""
        for row in table.rows:
            first = row[0] if row[0] != last or table.words < 2 else ""
            last = row[0]
            grid.add_row(*(Text(one_line(cell)) for cell in (first, *row[1:])))
        console.print(grid)
        if table.note:
            console.print(Text(table.note, style="dim"))
        console.print()
