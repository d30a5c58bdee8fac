"""Rules of which `summarize.toml` is in force."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarize import settings
from summarize.settings import finding


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one above it, and a configuration folder of the user's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    inner = tmp_path / "desk" / "monday"
    inner.mkdir(parents=True)
    return inner


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_the_nearest_file_counts_alone(folder: Path) -> None:
    """The folder's own file, else one above, else the user's, else none: what another one says is not mixed in."""
    assert settings.load({}, folder).file is None
    users = write(finding.user_file(), 'nlp = "off"\njobs = 7\n')
    assert (settings.load({}, folder).file, settings.load({}, folder).jobs) == (users, 7)
    above = write(folder.parent / "summarize.toml", "jobs = 8\n")
    loaded = settings.load({}, folder)
    assert (loaded.file, loaded.jobs, loaded.nlp) == (above, 8, "auto")
    own = write(folder / "summarize.toml", "jobs = 9\n")
    assert (settings.load({}, folder).file, settings.load({}, folder).jobs) == (own, 9)


def test_a_path_in_a_file_is_meant_from_the_file(folder: Path) -> None:
    """A template named in a file above lies beside that file, wherever one works below it."""
    write(folder.parent / "summarize.toml", 'template = "ours.md"\n')
    assert settings.load({}, folder).template == folder.parent / "ours.md"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system has no owners of files")
def test_a_file_of_somebody_else_above_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever may write to a shared folder does not say how everybody below it works; in one's own folder a file is read."""
    write(folder.parent / "summarize.toml", "jobs = 8\n")
    mine = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: mine + 1)
    monkeypatch.setattr(finding, "_ADMINISTRATOR", -1)
    assert settings.load({}, folder).file is None
    write(folder / "summarize.toml", "jobs = 9\n")
    assert settings.load({}, folder).jobs == 9


def test_only_the_users_own_file_is_trusted_by_itself(folder: Path) -> None:
    """An endpoint in a file above has to be trusted first, as in the folder; one in the user's own file need not."""
    write(finding.user_file(), 'base_url = "https://model.example/v1"\nmodel = "m"\n')
    assert settings.load({}, folder).distrusted is None
    write(folder.parent / "summarize.toml", 'base_url = "https://model.example/v1"\nmodel = "m"\n')
    assert f"summarize trust {folder.parent}" in (settings.load({}, folder).distrusted or "")
