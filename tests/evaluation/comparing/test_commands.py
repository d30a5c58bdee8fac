from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from summarize.cli.boundary import ErrorBoundary
from summarize.cli.evals.compare import compare
from summarize.cli.evals.gate import gate
from summarize.evaluation.comparing.baseline import read_baseline
from summarize.evaluation.runs.files import write_run
from summarize.evaluation.runs.run import Run

from . import runs
from .runs import failed_case, run_of, run_with

app = typer.Typer(cls=ErrorBoundary, rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(compare)
app.command()(gate)

GOOD, BAD = run_with({"who.f1": [0.8] * 8}), run_with({"who.f1": [0.7] * 8})


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def kept(folder: Path, run: Run, name: str) -> Path:
    path = folder / name
    write_run(path, run)
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return kept(tmp_path, GOOD, "good.json")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return kept(tmp_path, BAD, "bad.json")


@pytest.fixture
def baseline(tmp_path: Path, good: Path) -> Path:
    """The floors of the good run."""
    path = tmp_path / "baseline.json"
    assert invoke("gate", good, "--baseline", path, "--update").exit_code == 0
    return path


def test_compare_in_a_pipe(good: Path, bad: Path) -> None:
    """A pipe gets Markdown that opens with the verdict, and nothing on stderr."""
    result = invoke("compare", good, bad)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("**B is better in nothing; worse in who.f1 −.100; cannot tell for 1 measure.**\n")
    assert "\n| who.f1     |" in result.stdout


def test_compare_on_a_terminal(good: Path, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`terminal` keeps to the width of the terminal."""
    monkeypatch.setenv("COLUMNS", "160")
    assert "articles  up  down" in invoke("compare", good, bad, "--format", "terminal").stdout
    monkeypatch.setenv("COLUMNS", "80")
    narrow = invoke("compare", good, bad, "--format", "terminal").stdout
    assert "articles  up  down" not in narrow
    assert max(map(len, narrow.splitlines())) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
@pytest.mark.parametrize("no_color", ["", "1"])
def test_no_color(good: Path, bad: Path, no_color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the page has colours, unless NO_COLOR says otherwise."""
    import pty

    monkeypatch.setenv("NO_COLOR", no_color)
    script = f"import sys; sys.argv[1:] = {['compare', str(good), str(bad)]!r}; from {__name__} import app; app()"
    chunks: list[bytes] = []

    def read(handle: int) -> bytes:
        chunks.append(os.read(handle, 65536))
        return chunks[-1]

    status = pty.spawn([sys.executable, "-c", script], read)
    assert status == 0
    text = b"".join(chunks).decode()
    assert "worse in who.f1" in text
    assert ("\x1b[" in text) is (no_color == "")


def test_compare_json(good: Path, tmp_path: Path) -> None:
    """JSON holds all measures and the verdict; what limits it is on stderr."""
    other = kept(tmp_path, GOOD.model_copy(update={"gold_digest": "sha256:2222"}), "other.json")
    result = invoke("compare", good, other, "-f", "json")
    data = json.loads(result.stdout)
    assert data["verdict"].startswith("No difference")
    assert data["same_gold"] is False
    assert result.stderr.startswith("note: the gold of the two runs differs. Compared: 8 articles")


def test_compare_all_and_limit(tmp_path: Path) -> None:
    """--all adds the measures that are not tested; --limit names as many articles as asked for."""
    one, other = kept(tmp_path, runs.before(), "a.json"), kept(tmp_path, runs.after(), "b.json")
    assert "quotes.precision" not in invoke("compare", one, other).stdout
    assert "| quotes.precision" in invoke("compare", one, other, "--all").stdout
    assert invoke("compare", one, other, "--limit", "3").stdout.count("\n- harbour-") == 3
    assert "Changed most" not in invoke("compare", one, other, "--limit", "0").stdout
    assert invoke("compare", one, other, "--limit", "-1").exit_code == 2


def test_compare_exit_codes(good: Path, tmp_path: Path) -> None:
    """A file that is no run is a usage error, two runs without a common article could not be measured."""
    missing = invoke("compare", good, tmp_path / "none.json")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "none.json cannot be read: No such file or directory" in missing.stderr
    strange = kept(tmp_path, run_of(failed_case("other")), "strange.json")
    assert invoke("compare", good, strange).exit_code == 7


def test_compare_fails_on_worse(good: Path, bad: Path) -> None:
    """`--fail-on worse` exits with 1 and names what is worse; the other way round, and without it, the exit code is 0."""
    failed = invoke("compare", good, bad, "--fail-on", "worse")
    assert failed.exit_code == 1
    assert "worse:" in failed.stderr
    assert invoke("compare", bad, good, "--fail-on", "worse").exit_code == 0
    assert invoke("compare", good, bad).exit_code == 0


def test_gate_passes(good: Path, baseline: Path) -> None:
    """A run at its floors passes with one line, and nothing on stderr."""
    result = invoke("gate", good, "--baseline", baseline)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "**extractive: passed: 2 measures at or above the floor on 8 articles**\n"


def test_gate_falls(bad: Path, baseline: Path) -> None:
    """A run below a floor exits 1; the fall is shown, and stderr says which measures in a line."""
    result = invoke("gate", bad, "--baseline", baseline)
    assert result.exit_code == 1
    assert result.stderr == "error: extractive: below the gate: who.f1\n"
    assert "| who.f1  |  .800 |  .700 |  −.100 |" in result.stdout
    assert "regressed" in result.stdout
    assert "- who.f1 fell in article-00 .800 → .700, article-01" in result.stdout
    assert "cards.made" not in result.stdout
    assert "| cards.made | 1.000 |" in invoke("gate", bad, "--baseline", baseline, "--all").stdout


def test_gate_without_baseline(good: Path, tmp_path: Path) -> None:
    """Without a baseline nothing was measured: 7, and nothing is written."""
    path = tmp_path / "new.json"
    result = invoke("gate", good, "--baseline", path)
    assert result.exit_code == 7
    assert "there is no baseline for it: evals gate RUN.json --update sets one" in result.stderr
    assert not path.exists()


def test_gate_worst_exit_code(good: Path, bad: Path, baseline: Path, tmp_path: Path) -> None:
    """All runs are gated, and the worst decides: 7 before 1 before 0."""
    other = kept(tmp_path, GOOD.model_copy(update={"name": "new"}), "new.json")
    assert invoke("gate", good, bad, "--baseline", baseline).exit_code == 1
    result = invoke("gate", good, other, bad, "--baseline", baseline)
    assert result.exit_code == 7
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == ["could not measure", "below the gate"]
    data = json.loads(invoke("gate", good, bad, other, "--baseline", baseline, "--format", "json").stdout)
    assert [run["exit_code"] for run in data["runs"]] == [0, 1, 7]


def test_gate_reads_all_before_it_judges(good: Path, baseline: Path, tmp_path: Path) -> None:
    """A file that is no run stops the call before any floor is changed."""
    before = baseline.read_bytes()
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    result = invoke("gate", good, tmp_path / "broken.json", "--baseline", baseline, "--update")
    assert (result.exit_code, result.stdout) == (2, "")
    assert baseline.read_bytes() == before


def test_gate_update(good: Path, bad: Path, baseline: Path, tmp_path: Path) -> None:
    """--update raises floors, and is refused for a run that is below one: the file stays as it is."""
    before = baseline.read_bytes()
    result = invoke("gate", bad, "--baseline", baseline, "--update")
    assert result.exit_code == 1
    assert result.stderr == "error: extractive: below the gate: who.f1 (baseline not changed)\n"
    assert baseline.read_bytes() == before
    better = kept(tmp_path, run_with({"who.f1": [0.9] * 8}), "better.json")
    assert "raised: who.f1 .800 → .900" in invoke("gate", better, "--baseline", baseline, "--update").stdout
    assert invoke("gate", good, "--baseline", baseline).exit_code == 1


def test_gate_update_of_several(good: Path, baseline: Path, tmp_path: Path) -> None:
    """Each run has its own entry, and those that may be updated are, whatever becomes of the others."""
    new = kept(tmp_path, BAD.model_copy(update={"name": "new"}), "new.json")
    worse = kept(tmp_path, BAD, "worse.json")
    assert invoke("gate", worse, new, good, "--baseline", baseline, "--update").exit_code == 1
    entries = read_baseline(baseline).runs
    assert {name: entry.floors["who.f1"] for name, entry in entries.items()} == {"extractive": 0.8, "new": 0.7}


def test_gate_lower(bad: Path, baseline: Path) -> None:
    """--lower with a reason lets the run pass from now on, and stays on record."""
    result = invoke(
        "gate", bad, "--baseline", baseline, "--lower", "who.f1=.7", "--reason", "roles\nof groups\x1b[1m are out"
    )
    assert result.exit_code == 0
    assert "lowered: who.f1 .800 → .700" in result.stdout
    (record,) = read_baseline(baseline).runs["extractive"].lowered
    assert record.reason == "roles of groups are out"
    assert len(record.date) == len("2026-11-22")
    assert invoke("gate", bad, "--baseline", baseline).exit_code == 0


def test_gate_pin(bad: Path, baseline: Path, tmp_path: Path) -> None:
    """Other gold exits 7 until it is pinned with a reason."""
    changed = kept(tmp_path, BAD.model_copy(update={"gold_digest": "sha256:2222"}), "changed.json")
    result = invoke("gate", changed, "--baseline", baseline)
    assert result.exit_code == 7
    assert "the gold (sha256:111111111111 → sha256:2222) changed since its floors were set" in result.stderr
    assert invoke("gate", changed, "--baseline", baseline, "--pin", "--reason", "more gold").exit_code == 0
    assert read_baseline(baseline).runs["extractive"].floors["who.f1"] == 0.7
    assert invoke("gate", changed, "--baseline", baseline).exit_code == 0
    assert invoke("gate", bad, "--baseline", baseline).exit_code == 7


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--lower", "who.f1=.7"], "--lower needs --reason TEXT"),
        (["--pin"], "--pin needs --reason TEXT"),
        (["--pin", "--reason", " \x1b[0m"], "--pin needs --reason TEXT"),
        (["--reason", "because"], "--reason goes with --lower or --pin"),
        (["--update", "--pin", "--reason", "x"], "use one at a time"),
        (["--update", "--lower", "who.f1=.7", "--reason", "x"], "use one at a time"),
        (["--lower", "who.f1", "--reason", "x"], "--lower who.f1: it takes MEASURE=VALUE"),
        (["--lower", "who.f1=much", "--reason", "x"], "it takes MEASURE=VALUE"),
        (["--lower", "who.f1=7", "--reason", "x"], "a floor is a share of 0 to 1"),
        (["--lower", "who.f1=nan", "--reason", "x"], "a floor is a share of 0 to 1"),
        (["--lower", "who.f2=.7", "--reason", "x"], "extractive has no floor of that name"),
        (["--pin", "--reason", "x"], "nothing to pin"),
    ],
)
def test_gate_usage(good: Path, baseline: Path, arguments: list[str], message: str) -> None:
    """Options that do not make sense are refused, and change nothing."""
    before = baseline.read_bytes()
    result = invoke("gate", good, "--baseline", baseline, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert baseline.read_bytes() == before


def test_gate_lowers_one_run(good: Path, bad: Path, baseline: Path) -> None:
    """--lower with several runs would leave open whose floor is meant."""
    result = invoke("gate", good, bad, "--baseline", baseline, "--lower", "who.f1=.7", "--reason", "x")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "content", ["{", '{"format": 2, "runs": {}}', '{"runs": {"extractive": {"floors": {"a": 2}}}}']
)
def test_gate_broken_baseline(good: Path, tmp_path: Path, content: str) -> None:
    """A baseline that cannot be read is an error, never an empty one that would be written over."""
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    result = invoke("gate", good, "--baseline", path, "--update")
    assert result.exit_code == 2
    assert "broken.json is no baseline of this version" in result.stderr
    assert path.read_text(encoding="utf-8") == content


def test_gate_needs_a_folder(good: Path, tmp_path: Path) -> None:
    """A baseline in a folder that does not exist cannot be written, which is said."""
    result = invoke("gate", good, "--baseline", tmp_path / "none" / "baseline.json", "--update")
    assert result.exit_code == 2
    assert "baseline.json cannot be written" in result.stderr
