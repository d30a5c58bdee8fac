"""Rules of what is worked out while a model is waited for: requests go out first, and nothing that either raises is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from summarize.engines.extractive import ExtractiveEngine
from summarize.engines.model import together
from summarize.engines.model.together import meanwhile
from summarize.errors import ModelError
from summarize.pipeline import Pipeline
from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import FIRE, GOOD, engine_at, is_drafting, is_probe


@pytest.mark.parametrize(
    ("seconds", "order"), [(0.3, ["sent", "worked", "answered"]), (0.0, ["sent", "answered", "worked"])]
)
def test_work_is_done_while_an_answer_is_waited_for(
    seconds: float, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What takes longer than a moment is used for the work; what does not is not held up by it."""
    monkeypatch.setattr(together, "_A_MOMENT", 0.05)
    done: list[str] = []

    async def asked() -> int:
        done.append("sent")
        await asyncio.sleep(seconds)
        done.append("answered")
        return 1

    def work() -> int:
        done.append("worked")
        return 2

    assert asyncio.run(meanwhile(asked(), work)) == (1, 2)
    assert done == order


@pytest.mark.parametrize("moment", [0.0, 10.0])
def test_what_is_raised_is_raised_and_leaves_nothing_under_way(moment: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the work ends the waiting, a fault of the answer is the answer's own, and one who is stopped stops both."""
    monkeypatch.setattr(together, "_A_MOMENT", moment)
    ended: list[str] = []

    async def asked(seconds: float, fault: BaseException | None = None) -> None:
        try:
            await asyncio.sleep(seconds)
            if fault is not None:
                raise fault
        finally:
            ended.append("asked")

    def faulty() -> None:
        raise ZeroDivisionError

    async def alone(waiting: object) -> None:
        try:
            await waiting  # type: ignore[misc]
        finally:
            assert asyncio.all_tasks() == {asyncio.current_task()}

    with pytest.raises(ZeroDivisionError):
        asyncio.run(alone(meanwhile(asked(0.2), faulty)))
    with pytest.raises(ModelError, match="gone"):
        asyncio.run(alone(meanwhile(asked(0.02, ModelError("gone")), lambda: None)))

    async def stopped() -> None:
        async with asyncio.timeout(0.05):
            await meanwhile(asked(30), lambda: None)

    with pytest.raises(TimeoutError):
        asyncio.run(alone(stopped()))
    assert ended == ["asked"] * 3


def test_the_built_in_draft_is_chosen_once_the_request_is_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the built-in engine chooses, the server has read the question."""
    choose, seen = ExtractiveEngine.choose, []

    def script(request: Request) -> Reply:
        return Reply() if is_probe(request) else Reply(GOOD, latency=2.0)

    with FakeServer(script) as server:

        def watched(*arguments: object) -> object:
            seen.append((sum(map(is_drafting, server.requests)), server.served.completions))
            return choose(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(ExtractiveEngine, "choose", watched)
        pipeline = Pipeline(engine_at(server, tmp_path, judge="off"))
        for _ in range(2):
            assert pipeline.card(FIRE).provenance.engine == "model"
    assert seen[1] == (2, 2), "the question is read, and nothing is answered but the probe and the one before"
