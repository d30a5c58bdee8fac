"""Rules of batches: the very requests of live cards, each paid for once at half the price, whatever becomes of batch and program."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.batch.journal import Journal
from summarize.batch.sending import BatchLimits, Post
from summarize.engines.model.desk import PendingRequest
from summarize.testing import OPENAI, BatchPlan, FakeServer
from tests.batch.articles import WITH, answers, cards_in, dollars, owed, sources, spent, write_articles
from tests.batch.kills import killed_often
from tests.cli.commands import run
from tests.engines.model.answers import engine_at

FAULTS = {
    "none": BatchPlan(),
    "slow": BatchPlan(looks=3, shuffled=True),
    "some fail": BatchPlan(fails=3, twice=2, shuffled=True),
    "expires": BatchPlan(expires=2),
    "the answer to its creation is lost": BatchPlan(lost=2),
    "everything": BatchPlan(looks=2, fails=4, expires=3, twice=3, shuffled=True, lost=1),
}


@pytest.mark.parametrize("plan", FAULTS.values(), ids=FAULTS)
def test_each_request_is_paid_once_at_half_the_price(plan: BatchPlan) -> None:
    """Whatever becomes of batches, every article has its card, nothing is charged twice, and the journal says what the server would charge."""
    articles = str(write_articles(Path("a.jsonl"), 9))
    with FakeServer(answers, batches=plan) as server:
        done = run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert done.exit_code == 0, done.stderr
        charged, probe = server.charged, server.served
        assert server.charged.repeated == 0
        assert spent("out") == pytest.approx(owed(server))
    assert sources(cards_in(Path("out/cards.jsonl"))) == [f"a.jsonl#{number}" for number in range(1, 10)]
    with FakeServer(answers) as live:
        assert (
            run("brief", articles, "-m", "m", "--base-url", live.base_url, "-f", "json", "-o", "live.jsonl").exit_code
            == 0
        )
        full = dollars(live.served.usage, factor=1.0)
    # The short question by which an endpoint is probed is asked at once, at the full price.
    assert (probe.requests, charged.requests + 1) == (1, live.served.requests)
    assert dollars(charged.usage, factor=0.5) == pytest.approx((full - dollars(probe.usage, factor=1.0)) / 2)


def test_requests_and_cards_are_those_of_a_live_run() -> None:
    """A batch asks what a live run asks, byte for byte, and makes the same cards of the same answers, at half their cost."""
    articles = str(write_articles(Path("a.jsonl"), 4))
    plain = replace(OPENAI, caches=False)
    with FakeServer(answers, capabilities=plain) as server:
        # The first card to ask an endpoint anything carries what finding out about it took.
        Path("b.jsonl").write_text(Path("a.jsonl").read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
        brief = ("-m", "m", "--base-url", server.base_url, "-f", "json")
        assert run("brief", "b.jsonl", *brief).exit_code == 0
        before = len(server.requests)
        assert run("brief", articles, *brief, "-o", "live.jsonl").exit_code == 0
        at_once = sorted(json.dumps(one.body, sort_keys=True) for one in server.requests[before:])
        assert run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url).exit_code == 0
        bodies = [
            json.dumps(json.loads(line)["body"], sort_keys=True)
            for one in server.requests
            if one.path.endswith("/files")
            for line in one.raw.decode().splitlines()
            if line.startswith("{")
        ]
    assert sorted(bodies) == at_once
    batch, live = (
        {card["article"]["source"]: card for card in cards_in(Path(name))} for name in ("out/cards.jsonl", "live.jsonl")
    )
    assert batch.keys() == live.keys()
    for source, card in batch.items():
        other = live[source]
        assert card["provenance"]["cost_usd"] == pytest.approx(other["provenance"]["cost_usd"] / 2, abs=1e-6)
        for each in (card, other):
            for name in ("created", "seconds", "cost_usd", "digest"):
                del each["provenance"][name]
        assert card == other


def test_a_killed_run_loses_and_repeats_nothing(tmp_path: Path) -> None:
    """Killed at any moment and run again, every article has one card, and no request is charged twice."""
    _, cards, articles = killed_often(tmp_path, 24, 5, 7)
    assert cards == articles


def test_what_costs_too_much_is_not_sent() -> None:
    """The server is never owed more than --max-cost, what is left is said, and with a higher limit the same command goes on."""
    articles = str(write_articles(Path("a.jsonl"), 12))
    with FakeServer(answers) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        done = run(*command, "--max-cost", "0.03")
        assert done.exit_code == 5
        assert "--max-cost" in done.stderr
        assert owed(server) <= 0.03
        made = len(cards_in(Path("out/cards.jsonl")))
        assert 0 < made < 12
        assert run(*command, "--max-cost", "2").exit_code == 0
        assert spent("out") == pytest.approx(owed(server))
    assert len(cards_in(Path("out/cards.jsonl"))) == 12


def test_what_does_not_say_what_it_took_counts_at_its_worst() -> None:
    """An answer without a count of its tokens is never taken for free: the most it can have cost stays set aside, and ends what is sent."""
    articles = str(write_articles(Path("a.jsonl"), 20))
    with FakeServer(lambda request: replace(answers(request), usage=None)) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--max-cost", "0.03")
        done = run(*command)
        assert (done.exit_code, "at least $" in done.stderr) == (5, True)
        sent = server.charged.requests
        assert 0 < sent < 20
        assert run(*command).exit_code == 5
        assert server.charged.requests == sent


def test_without_a_price_in_batches_a_limit_cannot_be_kept() -> None:
    """Where the table has no price for batches, the cost is unknown, never 0 and never the full price, and --max-cost is refused."""
    Path("summarize.toml").write_text("[prices.m]\ninput = 1.0\noutput = 10.0\n", encoding="utf-8")
    articles = str(write_articles(Path("a.jsonl"), 1))
    with FakeServer(answers) as server:
        done = run("batch", articles, "-o", "capped", *WITH, "--base-url", server.base_url, "--max-cost", "1")
        assert (done.exit_code, server.charged.requests) == (5, 0)
        assert run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url).exit_code == 0
    assert [card["provenance"]["cost_usd"] for card in cards_in(Path("out/cards.jsonl"))] == [None]


def test_what_was_answered_before_makes_cards_at_once() -> None:
    """An article that says what another said asks nothing anew, and has its card in the same run."""
    articles = write_articles(Path("a.jsonl"), 3)
    with FakeServer(answers) as server:
        command = ("-o", "out", *WITH, "--base-url", server.base_url)
        assert run("batch", str(articles), *command).exit_code == 0
        before = server.charged.requests
        Path("copy.jsonl").write_text(articles.read_text(encoding="utf-8"), encoding="utf-8")
        done = run("batch", "copy.jsonl", *command)
        assert (done.exit_code, server.charged.requests) == (0, before), done.stderr
    assert len(cards_in(Path("out/cards.jsonl"))) == 6


def test_to_have_waited_for_nothing_is_no_success() -> None:
    """A run that waits ends well only with a card of every article: files that somebody else is to run are not waited for, and that is an error."""
    articles = str(write_articles(Path("a.jsonl"), 2))
    with FakeServer(answers) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert run(*command, "--write-only").exit_code == 0
        done = run(*command)
    assert (done.exit_code, "2 articles without a card" in done.stderr) == (5, True)


@pytest.mark.parametrize(
    ("limits", "files"),
    [(BatchLimits(), 1), (BatchLimits(requests=2), 3), (BatchLimits(size=1), 5), (BatchLimits(size=100_000_000), 1)],
)
def test_files_are_split(limits: BatchLimits, files: int, tmp_path: Path) -> None:
    """No file has more requests or bytes than it may, but for one that is too large by itself; all requests are in one of them, once."""
    with FakeServer(answers) as server:
        engine = engine_at(server, tmp_path)
        journal = Journal(Path("out"))
        bodies = [PendingRequest(f"k{number}", {"model": "m", "messages": []}, (1, 1)) for number in range(5)]
        journal.requests.want(bodies, 0)
        Post(journal, engine, limits).write(sent=False)
        journal.close()
    found = [file.read_text(encoding="utf-8").splitlines() for file in Path("out/requests").glob("*.jsonl")]
    assert len(found) == files
    written = sorted(json.loads(line)["custom_id"] for lines in found for line in lines)
    assert written == [f"k{number}-1" for number in range(5)]


def test_all_parts_of_a_long_article_are_in_one_batch() -> None:
    """An article that is longer than the window is asked about in parts, all at the same time: no part waits a day for another."""
    sentences = " ".join(f"Bridge number {number} reopened on Tuesday, the council said." for number in range(1, 160))
    Path("long.txt").write_text(f"LEEDS, March 3 2026 (Post) - {sentences}\n", encoding="utf-8")
    with FakeServer(answers) as server:
        done = run(
            "batch", "long.txt", "-o", "out", *WITH, "--base-url", server.base_url, "--window", "2000", "--leave"
        )
        assert done.exit_code == 0, done.stderr
        (card,) = cards_in(Path("out/cards.jsonl"))
        parts = card["provenance"]["checks"]["parts"]
        first = next(one for one in server.requests if one.path.endswith("/files"))
    assert parts > 3
    assert first.raw.count(b'"custom_id"') == parts


def test_what_was_begun_is_sent_first() -> None:
    """Where there is not room for all, later questions go before an article's first, so that money spent on it makes a card."""
    journal = Journal(Path("out"))
    journal.requests.want([PendingRequest("first", {"model": "m"}, (1, 1))], 0)
    journal.requests.want([PendingRequest("judge", {"model": "m"}, (1, 1))], 1)
    assert [one.key for one, _ in journal.requests.wanted()] == ["judge", "first"]
    journal.close()


def test_sent_and_left_it_is_collected_later() -> None:
    """--leave ends once the batch is sent; collect takes in what is there and sends what comes of it, until there is nothing left."""
    articles = str(write_articles(Path("a.jsonl"), 3))
    with FakeServer(answers, batches=BatchPlan(looks=2)) as server:
        done = run("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--leave")
        assert done.exit_code == 0, done.stderr
        assert "batch collect out" in done.stderr
        assert "3 requests" in run("batch", "status", "out").stdout
        for _ in range(8):
            assert run("batch", "collect", "out", "--processes", "1").exit_code == 0
        assert "3 of 3 cards made" in run("batch", "status", "out").stdout


def test_a_folder_keeps_to_what_it_was_begun_with() -> None:
    """Other settings would pay for everything anew, and are refused; so is a second run at the same time."""
    articles = str(write_articles(Path("a.jsonl"), 1))
    with FakeServer(answers) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url)
        assert run(*command).exit_code == 0
        done = run("batch", articles, "-o", "out", *WITH[2:], "-m", "other", "--base-url", server.base_url)
        assert (done.exit_code, "another --model:" in done.stderr) == (2, True)
        held = Journal(Path("out"))
        assert run(*command).exit_code == 2
        held.close()
        assert server.charged.repeated == 0


def test_limits_are_of_the_folder() -> None:
    """What `make` was allowed, `collect` is allowed, and no more, unless it is told otherwise; a table that was asked for is kept up to date."""
    pytest.importorskip("pyarrow")
    articles = str(write_articles(Path("a.jsonl"), 12))
    with FakeServer(answers) as server:
        command = ("batch", articles, "-o", "out", *WITH, "--base-url", server.base_url, "--leave", "-f", "parquet")
        assert run(*command, "--max-cost", "0.03").exit_code in {0, 5}
        collect = ("batch", "collect", "out", "--processes", "1", "--wait", "--poll", "0.05")
        assert run(*collect).exit_code == 5
        assert owed(server) <= 0.03
        Path("out/cards.parquet").unlink()
        assert run(*collect, "--max-cost", "2").exit_code == 0
        assert Path("out/cards.parquet").is_file()
    assert len(cards_in(Path("out/cards.jsonl"))) == 12


def test_a_folder_is_held_to_what_was_set_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that the environment names is held as one that a flag names is, and so is what the cards are dated by."""
    articles = str(write_articles(Path("a.jsonl"), 1))
    with FakeServer(answers, models=("m", "n")) as server:
        monkeypatch.setenv("SUMMARIZE_BASE_URL", server.base_url)
        monkeypatch.setenv("SUMMARIZE_MODEL", "m")
        command = ("batch", articles, "-o", "out", *WITH[2:])
        assert run(*command).exit_code == 0
        assert run(*command, "--model", "m").exit_code == 0
        dated = run(*command, "--model", "m", "--published", "2026-04-01")
        effort = run(*command, "--model", "m", "--set", "effort=low")
        monkeypatch.setenv("SUMMARIZE_MODEL", "n")
        for done, name in (
            (dated, "--published"),
            (effort, "--set effort"),
            (run("batch", articles, "-o", "out", *WITH[2:]), "--model"),
        ):
            assert (done.exit_code, f"another {name}:" in done.stderr) == (2, True), done.stderr
        monkeypatch.delenv("SUMMARIZE_BASE_URL")
        done = run("batch", "collect", "out")
        assert (done.exit_code, "another --base-url:" in done.stderr) == (2, True), done.stderr
