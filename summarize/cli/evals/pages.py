"""Pages of `evals` on stdout: for a terminal, as Markdown, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli.output import default_form, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from summarize.evaluation.comparing.page import Block
    from summarize.evaluation.reporting.tables import Table

PageForm = Literal["terminal", "markdown", "json"]
PageFormOption = Annotated[
    PageForm | None,
    typer.Option("--format", "-f", help="Default: terminal on a terminal and markdown in a pipe."),
]


def put_page(blocks: Iterable[Block], data: BaseModel, form: PageForm) -> None:
    """Write a page, or the data it shows as JSON.

    Raises:
        UsageError: stdout cannot be written to.
    """
    if form == "json":
        from summarize.rendering.safe import json_text

        put(json_text(data.model_dump_json(indent=2)) + "\n")
    else:
        _put(blocks, form)


def put_tables(tables: Iterable[Table]) -> None:
    """Write tables to stdout. Raises as `put_page` does."""
    _put((block for table in tables for block in table.blocks()), default_form())


def _put(blocks: Iterable[Block], form: Literal["terminal", "markdown"]) -> None:
    import shutil

    from summarize.cli.manners import is_colored
    from summarize.evaluation.comparing.page import to_markdown, to_terminal

    if form == "markdown":
        put(to_markdown(blocks))
    else:
        width = shutil.get_terminal_size((80, 24)).columns
        put(to_terminal(blocks, width=width, color=is_colored()))
