"""Golden files: what the forms of a small report look like. `python -m tests.evaluation.reporting.goldens` writes them anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from summarize.evaluation.reporting.annotations import to_annotations
from summarize.evaluation.reporting.junit import to_junit
from summarize.evaluation.reporting.report import Report
from summarize.evaluation.reporting.summary import to_summary

from . import samples

FOLDER = Path(__file__).parent / "golden"


def rendered() -> Iterator[tuple[str, str]]:
    """The name of each golden file and what it must hold."""
    first, other = samples.before(), samples.with_usage(samples.after())
    with tempfile.TemporaryDirectory() as folder, samples.gold_folder(Path(folder)):
        report = Report([first, other], samples.held(first, other))
        yield "gated.xml", to_junit(report)
        yield "gated.md", to_summary(report)
        yield "gated.txt", to_annotations(report)
        plain = Report([first, other])
        yield "plain.xml", to_junit(plain)
        yield "plain.md", to_summary(plain)
        yield "one.md", to_summary(Report([first]))


@cache
def contents() -> dict[str, str]:
    """By name, what each golden file must hold."""
    return dict(rendered())


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in rendered():
        (FOLDER / name).write_bytes(content.encode())


if __name__ == "__main__":
    main()
