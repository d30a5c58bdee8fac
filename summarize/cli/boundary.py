"""The boundary where an expected failure becomes one line and an exit code."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from summarize.cli.messages import tell
from summarize.errors import SummarizeError

_ARCHIVE = ("export", "search")
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class ErrorBoundary(TyperGroup):
    """Turns a SummarizeError into its line on stderr and its exit code. Anything else is a bug and keeps its traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except SummarizeError as error:
            tell(f"error: {error}")
            raise typer.Exit(error.exit_code) from error


class Commands(ErrorBoundary):
    """Has commands that are imported only where they are asked for: a card should not wait for their options."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in their order: cards, days of them, the rest, `evals` last."""
        first, *rest = super().list_commands(ctx)
        return [first, "daily", "batch", *_ARCHIVE, *rest, "evals"]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name."""
        if cmd_name == "daily":
            from summarize.cli import daily as module

            single = typer.Typer(rich_markup_mode=None, context_settings=_HELP, pretty_exceptions_enable=False)
            module.register(single)
            return _named(single, cmd_name)
        if cmd_name in _ARCHIVE:
            from summarize.cli import archive

            single = typer.Typer(rich_markup_mode=None, context_settings=_HELP, pretty_exceptions_enable=False)
            single.command(cmd_name)(getattr(archive, cmd_name))
            return _named(single, cmd_name)
        if cmd_name == "batch":
            from summarize.cli.batch import app

            return _named(app, cmd_name)
        if cmd_name == "evals":
            from summarize.cli.evals.app import app

            return _named(app, cmd_name)
        return super().get_command(ctx, cmd_name)


def _named(app: typer.Typer, name: str) -> Any:
    command = typer.main.get_command(app)
    command.name = name
    return command
