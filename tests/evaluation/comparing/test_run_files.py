from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from summarize.errors import OutputError, UsageError
from summarize.evaluation.runs import files
from summarize.evaluation.runs.files import read_run, write_run

from . import runs
from .runs import case_of, run_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def test_round_trip(tmp_path: Path) -> None:
    """A run is read as it was written; what would act on a terminal that shows the file is escaped."""
    run = run_of(*runs.after().cases, case_of("hostile", {}, card={"headline": "\u202e \x1b[31m “Ä”"}))
    write_run(tmp_path / "run.json", run)
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert not set(text) & {"\u202e", "\x1b"}
    assert "“Ä”" in text
    assert read_run(tmp_path / "run.json") == run


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    """A file name that is no UTF-8 does not cost the run: it is kept with a mark in its place."""
    write_run(tmp_path / "run.json", run_of(case_of("a", {}, card={"source": "caf\udce9.txt"})))
    assert read_run(tmp_path / "run.json").cases[0].card == {"source": "caf?.txt"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is no run of this version: Invalid JSON"),
        ("[]", "is no run of this version: "),
        ("[" * 100_000, "is no run of this version: "),
        ('{"format": 2}', "is no run of this version: format: Input should be 1 (and "),
    ],
)
def test_no_run(tmp_path: Path, content: str, message: str) -> None:
    """A file that is no run is refused in one line that says what is wrong."""
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_run(path)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_values_outside_shares(tmp_path: Path) -> None:
    """A value that is no share of 0 to 1 would spoil every mean: it is refused with its place."""
    data = runs.before().model_dump(mode="json")
    for value in (1.5, -0.1, float("nan"), float("inf")):
        data["cases"][2]["scores"]["who.f1"]["value"] = value
        (tmp_path / "run.json").write_text(json.dumps(data), encoding="utf-8")
        with pytest.raises(UsageError, match=r"cases\.2\.scores\.who\.f1\.value: Input should be|Invalid JSON"):
            read_run(tmp_path / "run.json")


def test_one_case_a_name(tmp_path: Path) -> None:
    """Two cases of one name would hide each other."""
    write_run(tmp_path / "run.json", run_of(case_of("a", {}), case_of("b", {}), case_of("a", {})))
    with pytest.raises(UsageError, match="it has 2 cases named a"):
        read_run(tmp_path / "run.json")


def test_size_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than a run may have."""
    write_run(tmp_path / "run.json", runs.before())
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    with pytest.raises(UsageError, match="it has more than 100 bytes"):
        read_run(tmp_path / "run.json")


@pytest.mark.parametrize("name", ["none.json", "."])
def test_unreadable(tmp_path: Path, name: str) -> None:
    """What is not there, or is a folder, is a usage error."""
    with pytest.raises(UsageError, match="cannot be read: "):
        read_run(tmp_path / name)


@posix
def test_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If writing fails, the old file stands, nothing is left beside it, and the reason is told."""
    path = tmp_path / "run.json"
    write_run(path, runs.before())
    path.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match=r"run\.json cannot be written: No space left on device"):
            write_run(path, runs.after())
    assert [entry.name for entry in tmp_path.iterdir()] == ["run.json"]
    assert read_run(path) == runs.before()
    link = tmp_path / "link.json"
    link.symlink_to(path)
    write_run(link, runs.after())
    assert link.is_symlink()
    assert read_run(path) == runs.after()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_pipes_are_written_to(tmp_path: Path) -> None:
    """What is no regular file is not replaced by one."""
    write_run(Path("/dev/null"), runs.before())
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert list(tmp_path.iterdir()) == []
