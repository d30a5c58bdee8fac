"""The lines for jq of docs/card.md, as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "card.md").read_text(encoding="utf-8")
LINES = re.search(r"## With jq\n```sh\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_each_line_prints_something(tmp_path: Path) -> None:
    """Each does what it says on the card of a sample article; quotations stand in parts."""
    assert LINES is not None
    (tmp_path / "monday").mkdir()
    shutil.copy(ROOT / "seeds" / "harbour-fire.txt", tmp_path / "monday")
    command = tmp_path / "bin" / "summarize"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m summarize "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SUMMARIZE_NLP": "off",
    }

    def said(line: str) -> str:
        script = ["bash", "-eo", "pipefail", "-c", line]
        return subprocess.run(
            script, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True
        ).stdout

    said("summarize brief monday/harbour-fire.txt --format json -o card.json")
    headline, quotes, day, rejected = map(said, LINES[1].splitlines())
    assert headline.startswith("Fire guts ferry terminal")
    assert "Élodie Vasseur: “We had flames of thirty metres when the first crews arrived,” “The roof" in quotes
    assert day == "2026-01-09\n"
    assert all(line.count("\t") == 2 for line in rejected.splitlines())
