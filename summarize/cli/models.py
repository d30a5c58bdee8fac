"""`summarize models`: what an endpoint offers."""

from __future__ import annotations

import typer

from summarize.cli import options
from summarize.cli.options import settings_with


def models(base_url: options.BaseUrl = None, timeout: options.Timeout = None) -> None:
    """List the models that the endpoint offers, one name a line.

    \b
    Examples:
      summarize models
      summarize models --base-url http://localhost:11434/v1
    """
    import asyncio

    from summarize.cli.output import put
    from summarize.engines.model import ModelEngine
    from summarize.rendering.safe import one_line

    engine = ModelEngine(settings_with(engine="model", base_url=base_url, timeout=timeout))

    async def ask() -> list[str]:
        try:
            return await engine.models()
        finally:
            await engine.aclose()

    put("".join(f"{one_line(name)}\n" for name in sorted(asyncio.run(ask()))))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("models")(models)
