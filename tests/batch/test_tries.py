"""Rules of requests that fail in batches: how often one is tried, what that costs, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.testing import BatchPlan, FakeServer, Reply, Request, faults
from tests.batch.articles import WITH, answers, cards_in, owed, spent, write_articles
from tests.cli.commands import run


def test_what_failed_can_be_asked_at_once() -> None:
    """With --failed live a request that failed in a batch is asked once at the full price, and nothing that did not."""
    articles = str(write_articles(Path("a.jsonl"), 6))
    with FakeServer(answers, batches=BatchPlan(fails=2)) as server:
        done = run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--failed", "live")
        assert done.exit_code == 0, done.stderr
        failed = server.served.requests - 1
        assert failed > 0
        assert server.charged.requests + failed == 6 + 2 + 6
        assert spent("out") == pytest.approx(owed(server))
    assert len(cards_in(Path("out/cards.jsonl"))) == 6


def test_what_always_fails_is_left_out_and_can_be_tried_again() -> None:
    """A request is sent three times; then its article is left out with the reason, the others have cards, and --retry tries it anew."""
    articles = str(write_articles(Path("a.jsonl"), 3))
    broken = True

    def script(request: Request) -> Reply:
        bad = broken and "number 1 reopened" in request.text
        return faults.server_error() if bad else answers(request)

    with FakeServer(script) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        done = run(*command)
        assert done.exit_code == 5
        assert "a.jsonl#2" in done.stderr
        assert len(cards_in(Path("out/cards.jsonl"))) == 2
        broken = False
        assert run(*command).exit_code == 5
        assert run(*command, "--retry").exit_code == 0
    assert len(cards_in(Path("out/cards.jsonl"))) == 3


def test_what_was_answered_with_an_error_can_be_tried_again() -> None:
    """--retry asks again what an article without a card was answered with an error, and nothing of articles that have cards."""
    articles = str(write_articles(Path("a.jsonl"), 3))
    small = True

    def script(request: Request) -> Reply:
        bad = small and "number 1 reopened" in request.text
        return faults.context_length() if bad else answers(request)

    with FakeServer(script) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert run(*command).exit_code == 5
        small = False
        before = server.charged.requests
        assert run(*command).exit_code == 5
        assert server.charged.requests == before
        done = run(*command, "--retry")
        assert done.exit_code == 0, done.stderr
        assert server.charged.requests - before == 2
    assert len(cards_in(Path("out/cards.jsonl"))) == 3


def test_what_breaks_off_counts_at_its_worst() -> None:
    """A request that is asked at once and breaks off may have been paid: that is said, and counts against the limit from then on."""
    articles = str(write_articles(Path("a.jsonl"), 2))
    in_batch = True

    def script(request: Request) -> Reply:
        return faults.disconnect() if "number 0 reopened" in request.text and not in_batch else answers(request)

    with FakeServer(script, batches=BatchPlan(looks=2, fails=1)) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert run(*command, "--leave").exit_code == 0
        in_batch = False
        done = run("batch", "collect", "out", "--wait", "--failed", "live", "--poll", "0.05", "--processes", "1")
        assert done.exit_code == 5
        assert "at least $" in done.stderr
        assert "more under way" in done.stderr
    assert len(cards_in(Path("out/cards.jsonl"))) == 1


def test_a_batch_that_is_refused_as_a_whole_costs_nothing() -> None:
    """Where the endpoint takes no batch, as too much is waiting there, it is said with its reason, and the same command goes on later."""
    articles = str(write_articles(Path("a.jsonl"), 2))
    with FakeServer(answers, batches=BatchPlan(refused=1)) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        done = run(*command)
        assert done.exit_code == 5
        assert "Enqueued token limit" in done.stderr
        assert run(*command).exit_code == 0
        assert server.charged.repeated == 0
    assert len(cards_in(Path("out/cards.jsonl"))) == 2


def test_what_was_cancelled_is_not_sent_again() -> None:
    """Where a batch was cancelled, that is said, its requests are not sent once more, and --retry sends them."""
    articles = str(write_articles(Path("a.jsonl"), 1))
    with FakeServer(answers, batches=BatchPlan(cancelled=True)) as server:
        done = run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert (done.exit_code, server.charged.batches) == (5, 1)
        assert "error: a.jsonl#1: the batch was cancelled before it was answered; give --retry" in done.stderr
        assert "0 of 1 card made, 1 left out" in done.stderr
        run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--retry")
        assert server.charged.batches == 2
