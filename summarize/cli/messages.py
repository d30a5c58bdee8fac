"""Messages to the user: one line each, on stderr."""

from __future__ import annotations

import typer

from summarize.cli.workflow import without_commands
from summarize.settings import in_workflow


def tell(line: str) -> None:
    """Write one line to stderr, without keys. What comes from an article or a path loses its control characters first."""
    from summarize.redaction import SECRETS
    from summarize.rendering.safe import one_line

    line = SECRETS.clean(one_line(line))
    typer.echo(without_commands(f"\n{line}")[1:] if in_workflow() else line, err=True)
