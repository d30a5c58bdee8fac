"""Rules of the processes that make cards: the same cards on any number of them, and none that stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.card import Card
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import FaultError, GroundingError, SummarizeError
from summarize.firewall import Firewall
from summarize.pipeline import Pipeline
from summarize.settings import Settings
from summarize.workers import Workers, card_or_error, card_workers, cores
from tests.cli.commands import takes_interrupts
from tests.processes import children, wait_for_the_end


def article(number: int, text: str | None = None) -> Article:
    """A small one."""
    own = f"LEEDS - Bridge {number} reopened on Tuesday, the council said. “We are glad,” said Ann Lee, a spokeswoman."
    return Article(text=text or own, source=f"{number}.txt")


class Faulty(Pipeline):
    """One that has faults which no one else has."""

    async def acard(self, article: Article, *, now: datetime | None = None) -> Card:
        """The card, or what nobody expects."""
        if article.source in {"2.txt", "20.txt"}:
            raise ValueError("odd")
        return await super().acard(article, now=now)


def faulty(folder: Path) -> Callable[[Article], tuple[str, Card | SummarizeError]]:
    """Made in the process that works."""
    return partial(card_or_error, Faulty(ExtractiveEngine()), Firewall(lambda: folder))


def test_one_article_costs_itself_alone(tmp_path: Path) -> None:
    """Cards are the same on any number of processes; an article that meets a fault is told wherever it is worked on, and the others have cards."""
    articles = [article(number) for number in range(30)]
    found = []
    for processes in (1, 3):
        with Workers(partial(faulty, tmp_path), processes) as workers:
            found.append(list(workers.map(articles)))
    for results in found:
        assert [source for source, _ in results] == [f"{number}.txt" for number in range(30)]
        failed = {source: outcome for source, outcome in results if isinstance(outcome, FaultError)}
        assert failed.keys() == {"2.txt", "20.txt"}
        assert all("left out for a fault of this program (ValueError: odd)" in str(each) for each in failed.values())
    one, three = (
        [(card.headline, card.quotes, card.who, card.when) for _, card in results if isinstance(card, Card)]
        for results in found
    )
    assert one == three
    assert len(one) == 28


@pytest.mark.parametrize(
    ("engine", "jobs", "processes"),
    [("auto", None, 8), ("extractive", 3, 3), ("extractive", 99, 64), ("somebody's", 3, 1)],
)
def test_how_many_processes(
    engine: str, jobs: int | None, processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as are asked for, else eight at most, and one for each core at most; none for an engine that is somebody else's."""
    asked: list[int] = []
    monkeypatch.setattr("summarize.workers.cores", lambda: 64)
    monkeypatch.setattr("summarize.workers.Workers", lambda _, count, **__: asked.append(count))
    settings = (
        Settings(engine=engine) if jobs is None else Settings(engine=engine, jobs=jobs, places={"jobs": "--jobs"})
    )
    card_workers(settings, tmp_path, lambda each: (each.source, GroundingError()), str)
    monkeypatch.setattr("summarize.workers.cores", lambda: 2)
    card_workers(Settings(), tmp_path, lambda each: (each.source, GroundingError()), str)
    assert asked == [processes, 2]


def test_errors_go_from_one_process_to_another() -> None:
    """An error arrives as it was, with all that it says."""
    import pickle

    for error in (FaultError("a.txt: left out; see /x", "left out"), GroundingError("a.txt: nothing")):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="this system does not tell which processes came of which"
)
@pytest.mark.skipif(cores() == 1, reason="no process is started where there is one core")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_stays_of_a_run_that_was_ended(sent: int, tmp_path: Path) -> None:
    """Ctrl-C, a polite end and a rude one leave no process; Ctrl-C keeps the cards that were made, and shows no traceback."""
    folder = tmp_path / "day"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number:04}.txt").write_text(article(number).text, encoding="utf-8")
    said = tmp_path / "said.txt"
    with said.open("w", encoding="utf-8") as file:  # a pipe that nobody reads would hold it up
        running = subprocess.Popen(
            [sys.executable, "-m", "summarize", "brief", str(folder), "--nlp", "off", "-j", "2", "--format", "json", "-o", str(tmp_path / "cards.jsonl")],
            stdout=subprocess.DEVNULL, stderr=file, start_new_session=True,
            preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
        )  # fmt: skip
    until = time.monotonic() + 600
    while len(found := children(running.pid)) < 3:  # the third one keeps account of what is shared
        assert running.poll() is None, "it is done before there were others"
        assert time.monotonic() < until
        time.sleep(0.01)  # the system tells of a new process by its folder alone
    # The others are still loading what they take.
    if sent == signal.SIGINT:
        os.killpg(running.pid, sent)  # as a terminal does
    else:
        running.send_signal(sent)
    running.wait(600)
    wait_for_the_end(found)
    if sent == signal.SIGINT:
        assert "Traceback" not in said.read_text(encoding="utf-8")
        assert running.returncode == 130
        assert (tmp_path / "cards.jsonl").read_text(encoding="utf-8").endswith("\n")
