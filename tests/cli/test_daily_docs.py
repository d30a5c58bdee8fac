"""Rules of docs/daily.md: what it shows can be run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
import yaml

from summarize.cli.app import app
from summarize.settings import load
from tests.cli.commands import run
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "daily.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", TEXT)
COMMANDS = sorted(
    {
        found[0].partition("#")[0].partition("2>>")[0].strip()
        for _, block in BLOCKS
        for found in re.finditer(r"summarize (?:daily|trust)\b[^\n]*", block)
    }
)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_understood(command: str) -> None:
    """Every command of the page has options that exist and values that they take."""
    group = typer.main.get_command(app)
    _, name, *arguments = shlex.split(command)
    with group.make_context("summarize", [name], resilient_parsing=True) as above:
        found = group.get_command(above, name)  # type: ignore[attr-defined]  # it is a group
        assert found.make_context(name, arguments, parent=above).params


def test_workflows_are_yaml() -> None:
    """Every workflow of the page is YAML, and each of its steps runs or uses something."""
    workflows = [yaml.safe_load(block) for kind, block in BLOCKS if kind == "yaml"]
    assert len(workflows) == 2
    for workflow in workflows:
        steps = workflow["jobs"]["briefing"]["steps"]
        assert all({"run", "uses"} & step.keys() for step in steps)
        assert any("summarize daily" in step.get("run", "") for step in steps)


def test_settings_are_taken(tmp_path: Path) -> None:
    """The settings of the page are those of a mail server."""
    (block,) = [block for kind, block in BLOCKS if kind == "toml"]
    (tmp_path / "summarize.toml").write_text(block, encoding="utf-8")
    mail = load({}, tmp_path).mail
    assert mail is not None
    assert (mail.host, mail.port, mail.security, mail.user) == ("smtp.example.org", 587, "starttls", "desk")
    uncommented = re.sub(r"(?m)^# (\w+ = )", r"\1", block)
    (tmp_path / "summarize.toml").write_text(uncommented, encoding="utf-8")
    assert load({}, tmp_path).mail == mail


def test_as_on_a_build_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A room kept from run to run grows day by day in a new checkout each time, knows its stories again, and is whole without what is not published."""
    kept = tmp_path / "kept"
    kept.mkdir()
    for day, title in ((20, "Ferry hits pier at Brest, 12 hurt"), (21, "Ferry at Brest: 14 hurt, port says")):
        checkout = tmp_path / f"run-{day}"
        checkout.mkdir()
        monkeypatch.chdir(checkout)
        for each in kept.iterdir():
            each.rename(checkout / each.name)
        Path("in").mkdir()
        Path("in/a.md").write_text(
            f"---\ntitle: {title}\npublisher: Quay Gazette\ndate: 2026-11-{day}\n---\n\n{day - 8} people were hurt when the ferry Armorique "
            "hit the pier at Brest, the port authority said. Divers searched the harbour of Brest for the crew of the Armorique.",
            encoding="utf-8",
        )
        done = run(
            "daily",
            "in",
            "--new",
            "--date",
            f"2026-11-{day}",
            "--store",
            "store.sqlite3",
            "--format",
            "site",
            "-o",
            "site/",
        )
        assert done.exit_code == 0, done.stderr
        for name in ("store.sqlite3", "site"):
            Path(name).rename(kept / name)
    (story,) = (kept / "site" / "stories").iterdir()
    assert re.findall(r'<section id="d([\d-]+)"', story.read_text(encoding="utf-8")) == ["2026-11-21", "2026-11-20"]
    pages = "".join(page.read_text(encoding="utf-8") for page in (kept / "site").rglob("*.html"))
    assert not re.findall(r'href="(?:\.\./)*(?:data/|room\.json)', pages)
