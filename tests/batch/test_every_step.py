"""A run that ends at any step of a batch goes on from there: before and after each, nothing is lost, repeated, or paid for twice."""

from __future__ import annotations

import inspect
import itertools
from pathlib import Path
from typing import Any

import pytest

from summarize.batch.cards import CardFile
from summarize.batch.journal import Journal
from summarize.batch.requests import Requests
from summarize.batch.sending import Post
from summarize.engines.model.batches import Batches
from summarize.testing import BatchPlan, FakeServer
from tests.batch.articles import answers, cards_in, owed, sources, spent, write_articles
from tests.cli.commands import run

STEPS: list[tuple[type, str, int]] = [
    (Journal, "waits", 1),
    (CardFile, "add", 1),
    (Requests, "plan", 1),
    (Requests, "batch_is", 1),
    (Requests, "settle", 2),  # the first is what the endpoint was asked at once, to find out about it
    (Post, "collect", 1),
    (Post, "finish", 1),
    (Batches, "upload", 1),
    (Batches, "create", 1),
    (Batches, "fetch", 1),
]


class Killed(BaseException):
    """The program ends here."""


def end_at(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, turn: int, *, after: bool) -> None:
    """End the program before or after a step, the `turn`-th time that it comes to it."""
    real: Any = getattr(owner, name)
    calls = itertools.count(1)

    def is_due() -> bool:
        return next(calls) == turn

    async def waited(*values: Any, **named: Any) -> Any:
        due = is_due()
        if due and not after:
            raise Killed
        result = await real(*values, **named)
        if due:
            raise Killed
        return result

    def called(*values: Any, **named: Any) -> Any:
        due = is_due()
        if due and not after:
            raise Killed
        result = real(*values, **named)
        if due:
            raise Killed
        return result

    monkeypatch.setattr(owner, name, waited if inspect.iscoroutinefunction(real) else called)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("owner", "name", "turn"), STEPS, ids=[f"{owner.__name__}.{name}" for owner, name, _ in STEPS])
def test_a_run_that_ends_at_a_step_goes_on_from_there(
    owner: type, name: str, turn: int, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever a run ends, the next makes the cards that are missing, and the server charges every request once."""
    articles = str(write_articles(Path("a.jsonl"), 3))
    plan = BatchPlan(fails=4, expires=5, twice=3, shuffled=True)
    with FakeServer(answers, batches=plan) as server:
        command = (
            "batch",
            articles,
            "-o",
            "out",
            "-m",
            "m",
            "--processes",
            "1",
            "--poll",
            "0.05",
            "--base-url",
            server.base_url,
        )
        with monkeypatch.context() as patched:
            end_at(patched, owner, name, turn, after=after)
            with pytest.raises(Killed):
                run(*command)
        done = run(*command)
        assert done.exit_code == 0, done.stderr
        assert server.charged.repeated == 0
        assert spent("out") == pytest.approx(owed(server))
    made = sources(cards_in(Path("out/cards.jsonl")))
    assert made == [f"a.jsonl#{number}" for number in range(1, 4)]
    assert not list(Path("out/requests").iterdir())
