from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from summarize.evaluation.comparing.baseline import write_baseline
from summarize.evaluation.runs.files import write_run
from tests.cli.commands import run

from . import samples


@pytest.fixture(autouse=True)
def _runs(tmp_path: Path) -> Iterator[None]:
    with samples.gold_folder(tmp_path):
        first, other = samples.before(), samples.after()
        write_run(Path("a.json"), first)
        write_run(Path("b.json"), other)
        write_baseline(Path("baseline.json"), samples.held(first, other))
        yield


def report(*arguments: str) -> tuple[int, str, str]:
    result = run("evals", "report", *arguments)
    return result.exit_code, result.stdout, result.stderr


def test_every_form_at_once() -> None:
    """Each file is written in the form of its ending, and nothing is printed; a bad run is no error of the report."""
    assert report("a.json", "b.json", "-o", "r.html", "-o", "r.xml", "-o", "R.MD") == (0, "", "")
    assert Path("r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [suite.get("name") for suite in ET.parse("r.xml").getroot()] == ["extractive", "gpt-5-mini"]
    assert "### Measures" in Path("R.MD").read_text(encoding="utf-8")


def test_baseline_and_annotations() -> None:
    """With a baseline falls are shown; annotations alone go to stdout."""
    code, out, errors = report("b.json", "--baseline", "baseline.json", "-o", "r.xml", "--annotations")
    assert (code, errors) == (0, "")
    assert "::error file=evals/gold/hostile.yaml,line=8,title=hostile%3A below the baseline::" in out
    assert all(line.startswith("::") for line in out.splitlines())
    assert ET.parse("r.xml").getroot().find("testsuite[@name='gate']") is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.json",), "nothing to write: name a file with -o (.html, .xml or .md), or ask for --annotations"),
        (("a.json", "-o", "r.pdf"), "r.pdf has no ending of a report: .html, .xml or .md"),
        (("a.json", "-o", "report"), "report has no ending of a report: .html, .xml or .md"),
        (("none.json", "-o", "r.md"), "none.json cannot be read: No such file or directory"),
        (("evals/gold/market.yaml", "-o", "r.md"), "evals/gold/market.yaml is no run of this version: "),
        (("a.json", "--baseline", "none.json", "-o", "r.md"), "none.json cannot be read: No such file or directory"),
        (("a.json", "--baseline", "a.json", "-o", "r.md"), "a.json is no baseline of this version: "),
        (("a.json", "-o", "none/r.md"), "none/r.md cannot be written: there is no folder none"),
        (("same.md", "-o", "same.md"), "same.md is what the report is made from: give another name with -o"),
        (("a.json",) * 27 + ("-o", "r.md"), "27 runs do not fit one report: give at most 26"),
    ],
)
def test_usage(arguments: tuple[str, ...], said: str) -> None:
    """What cannot work is said in one line, with exit code 2, before anything is written."""
    Path("same.md").write_bytes(Path("a.json").read_bytes())
    code, out, errors = report(*arguments)
    assert (code, out) == (2, "")
    assert errors.startswith(f"error: {said}")
    assert errors.count("\n") == 1
    assert not Path("r.md").exists()


def test_a_file_is_replaced_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """If a form cannot be made, the file that was there stays."""
    Path("r.md").write_text("old", encoding="utf-8")

    def broken(made: object) -> str:
        raise RuntimeError(str(made))

    monkeypatch.setattr("summarize.evaluation.reporting.summary.to_summary", broken)
    assert run("evals", "report", "a.json", "-o", "r.md").exit_code == 1
    assert Path("r.md").read_text(encoding="utf-8") == "old"
    assert not list(Path.cwd().glob(".r.md*"))
