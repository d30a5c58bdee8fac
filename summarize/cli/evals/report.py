"""`evals report`: runs as a page, JUnit XML, a Markdown summary, and annotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli.evals.options import BASELINE
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.evaluation.reporting.report import Report
    from summarize.evaluation.runs.run import Run

_ENDINGS = {".html": "page", ".htm": "page", ".xml": "junit", ".md": "summary", ".markdown": "summary"}


def report(
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="RUN.json", help="Runs, as `evals run -o RUN.json` keeps them. Others are compared with the first."
        ),
    ],
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A page (.html), JUnit XML (.xml) or a summary in Markdown (.md). May be given several times.",
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help=f"Show floors and falls against it, such as {BASELINE}.",
            show_default=False,
        ),
    ] = None,
    annotations: Annotated[
        bool,
        typer.Option("--annotations", help="Print what is wrong as GitHub shows it, at the lines of the gold files."),
    ] = False,
) -> None:
    """Show runs: figures side by side, and each article with what is right and wrong laid over its text.

    The page stands alone: it loads nothing, and can be sent or kept as a file. It holds the articles; XML, Markdown and annotations
    hold no word of them, nor of the cards. An article without a card is an error in the XML; a failure is a broken promise (an altered
    quotation, a span that does not hold) or, with --baseline, a value below that of the baseline. The exit code is 0 whatever the runs
    are like: evals gate decides.

    \b
    Examples:
      evals report run.json -o report.html
      evals report before.json after.json -o report.html -o summary.md
      evals report run.json -o junit.xml --annotations
      evals report run.json -o summary.md
    """
    from summarize.evaluation.comparing.baseline import read_baseline
    from summarize.evaluation.reporting.report import Report
    from summarize.evaluation.runs.files import read_run
    from summarize.files import write_whole

    outputs = output or []
    if not outputs and not annotations:
        raise UsageError("nothing to write: name a file with -o (.html, .xml or .md), or ask for --annotations")
    forms = [_form(path, [*runs, *([baseline] if baseline else [])]) for path in outputs]
    if baseline is not None and not baseline.exists():
        raise UsageError(f"{baseline} cannot be read: No such file or directory")
    read: Sequence[Run] = [read_run(path) for path in runs]
    made = Report(read, None if baseline is None else read_baseline(baseline))
    for path, form in zip(outputs, forms, strict=True):
        write_whole(path, _writer(form)(made))
    if annotations:
        from summarize.cli.output import put
        from summarize.evaluation.reporting.annotations import to_annotations

        put(to_annotations(made), commands=True)


def _form(path: Path, sources: Sequence[Path]) -> str:
    """The form that a file's ending asks for.

    Raises:
        UsageError: it asks for none, or the file cannot be written, or is one of those that the report is made from.
    """
    form = _ENDINGS.get(path.suffix.lower())
    if form is None:
        raise UsageError(f"{path} has no ending of a report: .html, .xml or .md")
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}")
    if any(path.exists() and source.exists() and path.samefile(source) for source in sources):
        raise UsageError(f"{path} is what the report is made from: give another name with -o")
    return form


def _writer(form: str) -> Callable[[Report], str]:
    if form == "page":
        from summarize.evaluation.reporting.page import to_page

        return to_page
    if form == "junit":
        from summarize.evaluation.reporting.junit import to_junit

        return to_junit
    from summarize.evaluation.reporting.summary import to_summary

    return to_summary
