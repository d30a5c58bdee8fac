"""Rules of several runs in one table."""

from __future__ import annotations

from pathlib import Path

from summarize.evaluation.reporting.matrix import matrix_table
from summarize.evaluation.runs.files import write_run
from tests.cli.commands import run
from tests.evaluation.comparing.runs import run_of, run_with

LOW, HIGH = [0.2, 0.3, 0.1, 0.2, 0.3, 0.2, 0.1, 0.2], [0.9, 1.0, 0.8, 0.9, 1.0, 0.9, 0.8, 0.9]


def test_a_row_for_each_run_and_a_column_for_what_is_measured() -> None:
    """The first row is what the others are held beside; a measure that applies nowhere has no column, and an edited prompt its digest."""
    first = run_with({"who.f1": LOW}, model="small", prompt="brief/v2", prompt_digest="sha256:aaaaaaaa")
    second = run_with({"who.f1": HIGH}, model="large", prompt="brief/v2", prompt_digest="sha256:bbbbbbbb")
    table = matrix_table([first, second])
    assert table.columns == ("model", "prompt", "cards.made", "who.f1", "$ a card", "s a card", "beside the first")
    assert [row[:4] for row in table.rows] == [
        ("small", "brief/v2 aaaaaa", "1.000", ".200"),
        ("large", "brief/v2 bbbbbb", "1.000", ".900"),
    ]
    assert [row[-1] for row in table.rows] == ["", "better: who.f1"]
    assert matrix_table([first, run_of()]).rows[1][-1] == "other articles"


def test_runs_are_kept_and_not_made_again(tmp_path: Path) -> None:
    """A run that is in the folder is taken as it is; runs of files are the first rows; nothing to show is an error."""
    there = tmp_path / "runs"
    there.mkdir()
    write_run(there / "large.json", run_with({"who.f1": HIGH}, model="large"))
    write_run(tmp_path / "small.json", run_with({"who.f1": LOW}, model="small"))
    done = run("evals", "matrix", str(tmp_path / "small.json"), "--model", "org/large", "-o", str(there))
    assert done.exit_code == 0, done.stderr
    rows = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [rows[0], *rows[2:]] == ["model", "small", "large"]
    assert "is there already" in done.stderr
    assert run("evals", "matrix").exit_code == 2
