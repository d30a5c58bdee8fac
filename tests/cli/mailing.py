"""A folder to send briefings from."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import Result

from tests.cli.commands import run
from tests.mail_server import HOST, PASSWORD

ARTICLE = "---\npublisher: A\ndate: 2026-11-21\n---\n\nA tram line opened in Ghent on Saturday, the city said. “It was time,” said Hanna Osei."


def settings(port: int, **others: str) -> None:
    """The folder's settings for a server on this machine."""
    values = {"host": HOST, "from": "The desk <desk@example.org>", "user": "desk"} | others
    lines = [f"port = {port}", *(f'{name} = "{value}"' for name, value in values.items())]
    Path("summarize.toml").write_text("\n".join(["[mail]", *lines]), encoding="utf-8")


def daily(*arguments: str) -> Result:
    return run("daily", "one.md", "--date", "2026-11-21", "--store", "s.sqlite3", "-o", "out.md", *arguments)


def folder_to_send_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a folder the current one, with an article in it and a password for the server."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("SUMMARIZE_MAIL_PASSWORD", PASSWORD)
    Path("one.md").write_text(ARTICLE, encoding="utf-8")
