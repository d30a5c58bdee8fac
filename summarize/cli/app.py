"""The application: its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from summarize.cli.boundary import Commands

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Turn news articles into briefing cards. Every item is tied to exact characters of the article, no quotation is "
    "altered, no date is guessed, and what was refused is shown.",
    epilog="Exit codes: 0 done, 2 usage (an option, a value of one, or a place that cannot be written to), 3 configuration (a variable, a file of settings, what is not installed), 4 an article cannot be read, 5 the model could not be reached or gave no "
    "usable answer, 6 nothing could be grounded (or --strict and something was rejected), 7 a recording is missing, 8 the result could not be written (a full disk) or sent (a mail server refuses), 9 a fault of this "
    "program in one of several articles, 130 interrupted.",
)


def show_version(value: bool) -> None:
    """Print the version and end."""
    if value:
        from summarize.resources import VERSION

        typer.echo(f"summarize {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass
