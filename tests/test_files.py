"""Rules of what writing leaves in a folder when it is broken off."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from summarize import files
from summarize.files import UNFINISHED, write_together, write_whole

OTHERS = (".briefing.md.swp", ".briefing.md.abcdefgh", "notes.abcdefgh.unfinished", f".plans{UNFINISHED}")


def left(folder: Path, name: str) -> Path:
    """What a run that was killed leaves beside a file."""
    path = folder / f".{name}.abc_1234{UNFINISHED}"
    path.write_text("half a brief", encoding="utf-8")
    return path


def test_what_a_killed_run_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes into a folder removes what was left unfinished there an hour before, file or folder; what is newer may be another run's and stays."""
    file, search = left(tmp_path, "yesterday.md"), tmp_path / f".search.abc_1234{UNFINISHED}"
    search.mkdir()
    left(search, "index")
    write_whole(tmp_path / "today.md", "a briefing")
    assert file.exists()
    assert search.exists()
    monkeypatch.setattr(files, "_FORGOTTEN", 0.0)
    write_together({tmp_path / "today.md": "a briefing", tmp_path / "today.json": "{}"})
    assert {path.name for path in tmp_path.iterdir()} == {"today.md", "today.json"}


def test_what_is_somebody_elses_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hidden files of other programs, and files whose names only resemble those of unfinished ones, are never removed."""
    monkeypatch.setattr(files, "_FORGOTTEN", 0.0)
    for name in OTHERS:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    write_whole(tmp_path / "today.md", "a briefing")
    assert {path.name for path in tmp_path.iterdir()} == {"today.md", *OTHERS}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_the_second_name_of_an_old_file_is_no_remains(tmp_path: Path) -> None:
    """A file that was written long ago, and got a name of an unfinished one a moment ago, is still in use by whoever gave it that name."""
    old, name = tmp_path / "old.md", tmp_path / f".old.md.abc_1234{UNFINISHED}"
    old.write_text("a briefing", encoding="utf-8")
    os.utime(old, (0, 0))
    name.hardlink_to(old)
    write_whole(tmp_path / "today.md", "a briefing")
    assert name.exists()
