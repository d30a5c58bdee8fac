"""`evals label`: a page on which a person labels an article."""

from __future__ import annotations

import typer


def label() -> None:
    """Label an article on a local page."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("label")(label)
