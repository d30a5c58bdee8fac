from __future__ import annotations

import importlib.util
import signal
import time
from pathlib import Path

import pytest

from summarize import errors

from .commands import CUP, FIRE, FIRE_TITLE, process, run


def one_line(stderr: str) -> str:
    """The error line, which must be the only one."""
    lines = [line for line in stderr.splitlines() if not line.startswith("note: ")]
    assert len(lines) == 1, stderr
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["brief"], "Missing argument 'SOURCE'"),
        (["summary"], "No such command"),
        (["brief", FIRE, "--colour"], "No such option"),
        (["brief", FIRE, "--format", "pdf"], "'pdf'"),
        (["brief", FIRE, "--nlp", "maybe"], "'maybe'"),
        (["brief", FIRE, "--published", "last week"], "--published takes an ISO date such as 2025-11-29, not 'last week'"),
        (["brief", FIRE, "--published", "2025-11-31"], "--published takes an ISO date"),
        (["brief", FIRE, CUP, "--format", "html"], "several HTML pages do not fit one file"),
        (["brief", FIRE, "-o", "no/such/folder/card.md"], "there is no folder no/such/folder"),
        (["schema", "cards"], "'cards'"),
    ],
)
def test_usage_is_2(arguments: list[str], says: str) -> None:
    """A command that cannot work as called exits 2 and says why; nothing is printed on stdout."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_configuration_is_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting with a value it does not take exits 3 and names the setting."""
    monkeypatch.setenv("SUMMARIZE_NLP", "maybe")
    result = run("brief", FIRE)
    assert result.exit_code == 3
    assert one_line(result.stderr) == "error: SUMMARIZE_NLP is 'maybe'; it takes auto, on or off"


@pytest.mark.parametrize(
    ("content", "says"),
    [('nlp = "sometimes"', "nlp in summarize.toml is 'sometimes'"), ("speed = 3", "unknown setting 'speed'"), ("nlp = ", "cannot be read")],
)
def test_settings_file_is_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, says: str) -> None:
    """A settings file that is wrong exits 3, whatever is wrong about it."""
    (tmp_path / "summarize.toml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_NLP", "")
    monkeypatch.delenv("SUMMARIZE_NLP")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.cli.commands.os.environ", {"SUMMARIZE_NLP": "off"})
    result = process_result(tmp_path)
    assert result[0] == 3
    assert says in one_line(result[1])


def process_result(folder: Path) -> tuple[int, str]:
    """The exit code and stderr of a run in a folder, with no setting but those of its file."""
    import os
    import subprocess
    import sys

    environment = {name: value for name, value in os.environ.items() if not name.startswith("SUMMARIZE_")}
    done = subprocess.run(
        [sys.executable, "-m", "summarize", "brief", FIRE], capture_output=True, encoding="utf-8", check=False, cwd=folder, env=environment
    )
    return done.returncode, done.stderr
