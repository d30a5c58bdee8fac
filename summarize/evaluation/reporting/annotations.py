"""What is wrong as workflow commands of GitHub Actions, which it shows at the lines of the gold files. No article's text is in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarize.evaluation.reporting.report import Report, ReportedRun
from summarize.evaluation.reporting.tables import verdict
from summarize.evaluation.reporting.troubles import Trouble, told_floor
from summarize.evaluation.runs.run import Case
from summarize.rendering.safe import one_line
from summarize.rendering.words import counted

MAX_COUNT: Final = 10
"""GitHub shows so many of a step."""
_FLOORS: Final = 5
"""Floors that a notice names; the gate names them all."""
_TITLES: Final = {"failed": "no card", "broken": "broken promise", "below": "below the baseline"}


def to_annotations(report: Report) -> str:
    """Errors, the worst first and at most ten; a line that says how many more there are; a notice for each run."""
    found = [(trouble, case, subject) for subject, case, troubles in report.troubles for trouble in troubles]
    found.sort(key=lambda one: one[0].weight)
    lines = [_error(*one, several=len(report.subjects) > 1) for one in found[:MAX_COUNT]]
    if len(found) > MAX_COUNT:
        lines.append(f"and {counted(len(found) - MAX_COUNT, 'problem')} more, which the report shows")
    lines += [line for subject in report.subjects for line in _notices(subject)]
    return "".join(f"{line}\n" for line in lines)


def _error(trouble: Trouble, case: Case, subject: ReportedRun, *, several: bool) -> str:
    title = f"{case.name}: {_TITLES[trouble.kind]}{f' ({subject.title})' if several else ''}"
    lines = sorted({place.line for place in trouble.places if place.line is not None})
    also = f" (lines {', '.join(map(str, lines))})" if len(lines) > 1 else ""
    return _command("error", trouble.told + also, file=trouble.path, line=str(trouble.line or 1), title=title)


def _notices(subject: ReportedRun) -> Iterator[str]:
    outcome = subject.outcome
    told = [verdict(subject.run)]
    if outcome is not None:
        worst = [one for one in outcome.measures if one.verdict in {"broken", "regressed"}]
        told += [outcome.message, *(told_floor(one) for one in worst[:_FLOORS])]
    yield _command("notice", "\n".join(told), title=f"evals: {subject.title}")


def _command(name: str, message: str, **properties: str) -> str:
    """A workflow command, escaped as the runner undoes it."""
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    lines = "\n".join(one_line(line) for line in text.split("\n"))
    # "##[" is a command anywhere in a line, and there is no escape that the runner undoes.
    return lines.replace("##[", "## [").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
