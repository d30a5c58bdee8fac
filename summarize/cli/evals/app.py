"""The application of `evals`."""

from __future__ import annotations

from collections.abc import Callable
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


_COMMANDS: dict[Callable[..., None], str] = {
    run: "Make the card of every gold article, and score it.",
    record: "Ask a model about every gold article, and keep its answers.",
    stale: "List what changed since answers were recorded.",
    compare: "Say what one run does better or worse than another.",
    matrix: "Run every model with every prompt, in one table.",
    gate: "Hold runs against their floors.",
    report: "Show runs side by side, with what is wrong in each article.",
    label: "Label an article on a page in the browser.",
    check: "Check that gold files hold.",
    claims: "Count what the checks say of claims with known labels.",
    judge: "Ask a judge about labelled claims, and count what it says.",
    pack: "Read the examples of a language, and print how they are read.",
}
"""Each command with its line in the list of commands, which stands whole at 80 columns."""
for _command, _line in _COMMANDS.items():
    app.command(_command.__name__, short_help=_line)(_command)
