"""The scripted engine."""

from __future__ import annotations

import asyncio
import time

import pytest

from summarize.article import Article, article_id
from summarize.draft import Draft, DraftStatement
from summarize.engines.base import Drafted, Engine
from summarize.errors import ModelError
from summarize.evidence.find import find
from summarize.testing import Outcome, ScriptedEngine, Usage

ONE = Draft(what=(DraftStatement(sentences=(1,)),))
TWO = Draft(what=(DraftStatement(sentences=(2,)),))


def article(text: str) -> Article:
    return Article(id=article_id(text), source="test", text=text)


def drafted(engine: ScriptedEngine, text: str) -> Drafted:
    given = article(text)
    return asyncio.run(engine.draft(given, find(given, None)))


def test_drafts_in_order() -> None:
    """Drafts come one after the other, and the last one is repeated."""
    engine = ScriptedEngine([ONE, TWO])
    assert [drafted(engine, text).draft for text in ("A.", "B.", "C.")] == [ONE, TWO, TWO]
    assert [asked.text for asked in engine.articles] == ["A.", "B.", "C."]
    assert engine.name == "scripted"


def test_drafts_by_article() -> None:
    """Drafts by article come in whatever order they are asked for; an article without one is an error of the script."""
    engine = ScriptedEngine({article("A.").id: ONE, article("B.").id: TWO})
    assert [drafted(engine, text).draft for text in ("B.", "A.", "B.")] == [TWO, ONE, TWO]
    with pytest.raises(LookupError, match="no draft is scripted"):
        drafted(engine, "C.")


def test_failures_and_usage() -> None:
    """In a draft's place an exception is raised, and a draft with its usage is passed on."""
    paid = Drafted(draft=ONE, usage=Usage(output_tokens=5, requests=1), model="fake")
    engine = ScriptedEngine([ModelError("the model refused"), paid])
    with pytest.raises(ModelError, match="refused"):
        drafted(engine, "A.")
    assert drafted(engine, "A.") is paid


def test_no_event_loop() -> None:
    """Without latency it drafts where there is no event loop, and says so."""
    engine: Engine = ScriptedEngine([ONE])
    given = article("A.")
    with pytest.raises(StopIteration) as done:
        engine.draft(given, find(given, None)).__await__().__next__()
    assert done.value.value.draft is ONE
    assert not engine.waits


def test_latency_and_closing() -> None:
    """With latency it needs an event loop, and others go on while it waits; closing is counted."""
    engine = ScriptedEngine([ONE], latency=0.05)
    given = article("A.")

    async def run() -> float:
        started = time.perf_counter()
        await asyncio.gather(*(engine.draft(given, find(given, None)) for _ in range(20)))
        await engine.aclose()
        return time.perf_counter() - started

    assert engine.waits
    assert 0.05 <= asyncio.run(run()) < 20 * 0.05
    assert engine.closings == 1


@pytest.mark.parametrize("nothing", [[], {}])
def test_no_drafts(nothing: list[Outcome] | dict[str, Outcome]) -> None:
    """An engine without drafts is refused."""
    with pytest.raises(ValueError, match="at least one draft"):
        ScriptedEngine(nothing)
