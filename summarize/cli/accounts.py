"""What the user is told about a language model: which one drafts, and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.cli.messages import tell

if TYPE_CHECKING:
    from summarize.card import Card, Usage
    from summarize.engines.base import Engine


def engine_told(engine: Engine, prompt: str | None = None) -> str:
    """Model, endpoint and prompt of a language-model engine: the prompt that it drafts with, unless another is named."""
    from summarize.engines.model import ModelEngine

    assert isinstance(engine, ModelEngine)
    if engine.replay is not None:
        where = f"replayed from {engine.replay.folder}"
    else:
        where = "in process" if engine.is_local else f"at {engine.base_url}"
    judge = "" if engine.settings.judge == "same" else f", judge {engine.settings.judge}"
    return f"{engine.model or 'the only model'} {where}, prompt {prompt or engine.prompt.name}{judge}"


def tell_withheld(engine: Engine) -> None:
    """One line on stderr where a key that is set is not sent to the endpoint. Servers on this machine ask for none."""
    from summarize.engines.model import ModelEngine
    from summarize.settings.addresses import is_loopback

    assert isinstance(engine, ModelEngine)
    _, withheld = engine.key()
    if withheld and engine.replay is None and not is_loopback(engine.base_url):
        tell(f"note: {withheld}")


def cost_so_far(engine: Engine) -> str:
    """What a language model was paid so far; nothing of another engine."""
    if not engine.waits:
        return ""
    from summarize.engines.model import ModelEngine

    assert isinstance(engine, ModelEngine)
    cost = engine.spent.cost_usd
    return "cost unknown" if cost is None else f"${cost:.4f}"


def made_told(card: Card) -> str:
    """What it took to make a card."""
    made = card.provenance
    return (
        f"card of {card.article.source} by {made.model or made.engine} in {made.seconds:.2f} s{asked_told(made.usage)}"
    )


def asked_told(usage: Usage) -> str:
    """What a language model was asked for it; nothing if none was."""
    from summarize.rendering.words import counted

    if not usage.requests:
        return ""
    return f", {counted(usage.requests, 'request')}, {usage.input_tokens:,} tokens in, {usage.output_tokens:,} out"


def keep_answers(engine: Engine) -> None:
    """Keep what is paid for on disk until `written_out`, so that a run which is killed is not paid for twice."""
    from summarize.engines.model import ModelEngine

    if isinstance(engine, ModelEngine):
        engine.keep_answers()


def written_out(engine: Engine) -> None:
    """All that was made is written. One line on stderr where answers of a run that was killed were taken up."""
    if not engine.waits:
        return
    from summarize.engines.model import ModelEngine

    taken = engine.written_out() if isinstance(engine, ModelEngine) else 0
    if taken:
        from summarize.rendering.words import counted

        tell(f"note: {counted(taken, 'answer')} of a run that was broken off {'were' if taken > 1 else 'was'} taken up")


def tell_cost(engine: Engine, seconds: float) -> None:
    """One line on stderr: what the run was served, failed attempts included, and what it cost where that is known."""
    if not engine.waits:
        return
    from summarize.engines.model import ModelEngine
    from summarize.rendering.words import counted

    assert isinstance(engine, ModelEngine)
    spent = engine.spent
    parts = {"cached": spent.cached_tokens, "written to the cache": spent.cache_write_tokens}
    cached = ", ".join(f"{tokens:,} {what}" for what, tokens in parts.items() if tokens)
    cached = f" ({cached})" if cached else ""
    cost = "cost unknown" if spent.least_usd is None else f"${spent.least_usd:.4f}"
    if spent.unknown:
        if spent.least_usd is not None:
            cost = f"between {cost} and ${spent.most_usd:.4f}"
        cost += f": {counted(spent.unknown, 'request')} broke off or did not say what was used"
    tell(
        f"note: {counted(spent.requests, 'request')}, {spent.input_tokens:,} tokens in{cached}, {spent.output_tokens:,} out, {seconds:.1f} s, {cost}"
    )
