"""`summarize models`: what an endpoint offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.cli.model_options import GivenOptions, takes

if TYPE_CHECKING:
    from summarize.engines.model.connection import Offered


@takes("provider", "base_url", "also", "timeout")
def models(*, given: GivenOptions) -> None:
    """List the models that the endpoint offers, one name a line.

    Of a model that will be shut down, the day follows after a tab, where the endpoint tells it.

    \b
    Examples:
      summarize models
      summarize models --provider ollama
    """
    import asyncio

    from summarize.cli.output import put
    from summarize.engines.model import ModelEngine
    from summarize.rendering.safe import one_line

    engine = ModelEngine(given.settings(engine="model"))

    async def ask() -> list[Offered]:
        try:
            return await engine.models()
        finally:
            await engine.aclose()

    for offered in sorted(asyncio.run(ask()), key=lambda each: each.name):
        put(one_line(offered.name) + (f"\tends {offered.ends}" if offered.ends else "") + "\n")
