"""Messages to the user: one line each, on stderr."""

from __future__ import annotations

import typer


def tell(line: str) -> None:
    """Write one line to stderr, without keys. What comes from an article or a path loses its control characters first."""
    from summarize.redaction import SECRETS
    from summarize.rendering.safe import one_line

    typer.echo(SECRETS.clean(one_line(line)), err=True)
