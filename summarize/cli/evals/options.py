"""Options that several commands of `evals` take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli.output import default_form, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from summarize.evaluation.comparing.page import Block
    from summarize.evaluation.gold.files import GoldFile
    from summarize.evaluation.reporting.tables import ReportTable

GOLD = "evals/gold"
RECORDINGS = "evals/recordings"
BASELINE = "evals/baseline.json"
CLAIMS = "evals/claims"

GoldOption = Annotated[str, typer.Option("--gold", metavar="FOLDER", help="Gold files, one for each article.")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME", help="Only gold files whose name begins so. Default: all.", show_default=False),
]


def chosen_files(files: Sequence[GoldFile], tags: Sequence[str], *, held_out: bool) -> list[GoldFile]:
    """The gold files with one of some tags, if any is given; those that are held out alone, or all others.

    Raises:
        UsageError: none is left.
    """
    from summarize.cli.messages import tell
    from summarize.errors import UsageError

    tagged = [file for file in files if not tags or set(tags) & set(file.gold.tags)]
    chosen = [file for file in tagged if file.gold.held_out is held_out]
    if not chosen:
        known = sorted({tag for file in files for tag in file.gold.tags})
        what = (
            " held out"
            if held_out and tagged
            else f" with the tag {' or '.join(tags)}"
            if tags
            else " that is not held out"
        )
        raise UsageError(f"no gold file{what}" + (f"; there are the tags {', '.join(known)}" if tags and known else ""))
    if len(chosen) < len(tagged) and not held_out:
        tell(f"note: {len(tagged) - len(chosen)} held out: evals run --held-out runs them, when all else is done")
    unseen = sum(file.gold.reviewed is False for file in chosen)
    if unseen:
        tell(
            f"note: {unseen} of {len(chosen)} gold files were filled in by a program and not reviewed: evals label opens them"
        )
    return chosen


def gold_files(folder: str, names: Sequence[str] | None = None) -> list[GoldFile]:
    """The gold files of a folder, or those of it whose name begins with one of `names`.

    Raises:
        UsageError: there are none, or one is no gold file.
    """
    from pathlib import Path

    from summarize.errors import UsageError
    from summarize.evaluation.gold.files import gold_paths, read_gold

    paths: list[Path] = gold_paths(Path(folder))
    if names:
        chosen = [path for path in paths if path.stem.startswith(tuple(names))]
        for name in names:
            if not any(path.stem.startswith(name) for path in paths):
                raise UsageError(f"{folder} has no gold file whose name begins with {name}")
        paths = chosen
    return [read_gold(path) for path in paths]


PageForm = Literal["terminal", "markdown", "json"]
PageFormOption = Annotated[
    PageForm | None, typer.Option("--format", "-f", help="Default: terminal on a terminal and markdown in a pipe.")
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
        _put_blocks(blocks, form)


def put_tables(tables: Iterable[ReportTable]) -> None:
    """Write tables to stdout. Raises as `put_page` does."""
    _put_blocks((block for table in tables for block in table.blocks()), default_form())


def _put_blocks(blocks: Iterable[Block], form: Literal["terminal", "markdown"]) -> None:
    import shutil

    from summarize.cli.manners import is_colored
    from summarize.evaluation.comparing.page import to_markdown, to_terminal

    if form == "markdown":
        put(to_markdown(blocks))
    else:
        width = shutil.get_terminal_size((80, 24)).columns
        put(to_terminal(blocks, width=width, color=is_colored()))
