from __future__ import annotations

from pathlib import Path

import pytest

from summarize.cli.reference import main, reference

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"


def test_reference_is_current() -> None:
    """docs/cli.md is what the commands' help says; after a wanted change: `make docs-cli`."""
    assert PAGE.read_bytes().decode() == reference()


def test_reference_does_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is the same whatever the width of the terminal it is written from, and fits one of 80 columns."""
    page = reference()
    monkeypatch.setenv("COLUMNS", "40")
    assert reference() == page
    assert max(len(line) for line in page.splitlines()) <= 80


def test_reference_has_every_command() -> None:
    """Every command has a section."""
    page = reference()
    for name in ("", " brief", " evidence", " show", " schema"):
        assert f"\n## summarize{name}\n" in page
    for name in ("", " run", " record", " stale", " compare", " gate", " report", " label", " check"):
        assert f"\n## evals{name}\n" in page


def test_written_by_the_module(tmp_path: Path) -> None:
    """`python -m summarize.cli.reference FILE` writes the page; without a file it says how it is called."""
    assert main([str(tmp_path / "cli.md")]) == 0
    assert (tmp_path / "cli.md").read_bytes().decode() == reference()
    assert main([]) == 2
