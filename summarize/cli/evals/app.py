"""The application of `evals`."""

from __future__ import annotations

from typing import Annotated

import typer

from summarize.cli.boundary import ErrorBoundary
from summarize.cli.evals.check import check
from summarize.cli.evals.claims import claims
from summarize.cli.evals.compare import compare
from summarize.cli.evals.gate import gate
from summarize.cli.evals.judge import judge
from summarize.cli.evals.label import label
from summarize.cli.evals.matrix import matrix
from summarize.cli.evals.pack import pack
from summarize.cli.evals.record import record
from summarize.cli.evals.report import report
from summarize.cli.evals.run import run
from summarize.cli.evals.stale import stale

app = typer.Typer(
    cls=ErrorBoundary,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Measure briefing cards against hand-labelled gold, field by field: offline, from recorded responses where a language model "
    "makes the cards.",
    epilog="Exit codes: 0 done, 1 below the gate, 2 usage, 3 configuration, 4 an article to be labelled cannot be read, 5 the model could not be reached "
    "or gave no usable answer, 7 could not measure (stale, missing or unused recordings, or gold that does not hold), 8 the result could not be written (a full disk), 130 interrupted.",
)


def _version(value: bool) -> None:
    from summarize.cli.app import show_version

    show_version(value)


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


for _command in (run, record, stale, compare, matrix, gate, report, label, check, claims, judge, pack):
    app.command(_command.__name__)(_command)
