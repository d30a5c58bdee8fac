"""The boundary where an expected failure becomes one line and an exit code."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from summarize.cli.messages import tell
from summarize.errors import SummarizeError


class ErrorBoundary(TyperGroup):
    """Turns a SummarizeError into its line on stderr and its exit code. Anything else is a bug and keeps its traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except SummarizeError as error:
            tell(f"error: {error}")
            raise typer.Exit(error.exit_code) from error


class WithEvals(ErrorBoundary):
    """Has `evals` as one of its commands, and imports it only where it is asked for: a card should not wait for it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in their order, `evals` last."""
        return [*super().list_commands(ctx), "evals"]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name."""
        if cmd_name != "evals":
            return super().get_command(ctx, cmd_name)
        from summarize.cli.evals.app import app

        command = typer.main.get_command(app)
        command.name = "evals"
        return command
