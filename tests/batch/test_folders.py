"""Rules of a folder of cards: shards divide articles, work is done once, and what was half written is not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.batch.journal import Journal, JournalEntry
from summarize.batch.shards import shard_of
from summarize.batch.work import Job, WorkOrder
from summarize.errors import ConfigurationError, UsageError
from summarize.settings import Settings
from tests.batch.articles import cards_in, sources, write_articles
from tests.cli.commands import process, run
from tests.processes import children, wait_for_the_end


def made(folder: str, *more: str) -> int:
    """The exit code of making cards with the built-in engine."""
    return run("batch", "a.jsonl", "-o", folder, "--processes", "1", *more).exit_code


def test_shards_are_whole_and_apart() -> None:
    """The cards of all shards, put one after the other, are those of one run: none is missing, none is there twice."""
    write_articles(Path("a.jsonl"), 20)
    assert made("all") == 0
    for number in (1, 2, 3):
        assert made(f"shard-{number}", "--shard", f"{number}/3") == 0
    parts = [Path(f"shard-{number}/cards.jsonl") for number in (1, 2, 3)]
    assert all(part.stat().st_size for part in parts)
    Path("merged.jsonl").write_bytes(b"".join(part.read_bytes() for part in parts))
    assert sources(cards_in(Path("merged.jsonl"))) == sources(cards_in(Path("all/cards.jsonl")))


def test_an_article_is_in_the_same_shard_for_good() -> None:
    """The shard goes by the article's text alone: these never change, on no machine and in no version."""
    texts = ("one", "two", "three", "four", "five")
    where = [
        next(n for n in range(1, 17) if shard_of(f"{n}/16").holds(Article(text=text, source=text))) for text in texts
    ]
    assert where == [1, 3, 3, 5, 7]


@pytest.mark.parametrize("written", ["0/4", "5/4", "3", "a/b", "1/0", "-1/2", "1/2/3", ""])
def test_what_is_no_shard(written: str) -> None:
    """A share that there is not is refused before anything is read."""
    with pytest.raises(UsageError, match="--shard"):
        shard_of(written)


def test_made_once() -> None:
    """A second run makes only what is new."""
    write_articles(Path("a.jsonl"), 5)
    assert made("out") == 0
    before = Path("out/cards.jsonl").read_bytes()
    write_articles(Path("a.jsonl"), 7)
    assert made("out") == 0
    after = Path("out/cards.jsonl").read_bytes()
    assert after.startswith(before)
    assert len(cards_in(Path("out/cards.jsonl"))) == 7


def test_a_file_is_one_however_it_is_written() -> None:
    """A path in full, from here, and over a link is the same file, whose article has one card."""
    write_articles(Path("a.jsonl"), 2)
    Path("link").symlink_to(".", target_is_directory=True)
    for name in ("a.jsonl", "./a.jsonl", str(Path("a.jsonl").resolve()), "link/a.jsonl"):
        assert run("batch", name, "-o", "out", "--processes", "1").exit_code == 0
    assert len(cards_in(Path("out/cards.jsonl"))) == 2


def test_what_was_half_written_is_cut_off() -> None:
    """Bytes that the journal does not know, as a run that was killed leaves them, are no part of the file."""
    write_articles(Path("a.jsonl"), 3)
    assert made("out") == 0
    with Path("out/cards.jsonl").open("ab") as file:
        file.write(b'{"schema_version": "2.0", "art')
    assert made("out") == 0
    assert len(cards_in(Path("out/cards.jsonl"))) == 3


@pytest.mark.parametrize("last", ["\n", ""])
def test_cards_of_another_are_never_cut_off(last: str) -> None:
    """Cards that the journal does not know of are left as they are, and the folder is refused: with a new journal, and behind what an old one knows."""
    write_articles(Path("a.jsonl"), 3)
    assert made("out") == 0
    cards = Path("out/cards.jsonl").read_text(encoding="utf-8")
    Path("new").mkdir()
    Path("new/cards.jsonl").write_text(cards, encoding="utf-8")
    for _ in range(2):
        assert made("new") == 2
        assert Path("new/cards.jsonl").read_text(encoding="utf-8") == cards
    more = cards + cards.replace("a.jsonl#", "b.jsonl#").removesuffix("\n") + last
    Path("out/cards.jsonl").write_text(more, encoding="utf-8")
    assert made("out") == 2
    assert Path("out/cards.jsonl").read_text(encoding="utf-8") == more


def test_lost_cards_are_not_passed_over() -> None:
    """A file that is shorter than the journal says is refused, and nothing is added to it."""
    write_articles(Path("a.jsonl"), 3)
    assert made("out") == 0
    Path("out/cards.jsonl").write_bytes(b"")
    assert made("out") == 2
    assert Path("out/cards.jsonl").read_bytes() == b""


def test_one_bad_article_does_not_stop_the_others() -> None:
    """What cannot be read is told, and the exit code says so; the other articles have cards."""
    lines = write_articles(Path("a.jsonl"), 2).read_text(encoding="utf-8").splitlines()
    Path("a.jsonl").write_text("\n".join([lines[0], json.dumps({"title": "no text"}), lines[1]]), encoding="utf-8")
    done = run("batch", "a.jsonl", "-o", "out", "--processes", "1")
    assert done.exit_code == 4
    assert "a.jsonl#2" in done.stderr
    assert len(cards_in(Path("out/cards.jsonl"))) == 2


def test_processes_make_the_same_cards_in_the_same_order() -> None:
    """On two processes cards come as on one, in the order of their articles."""
    write_articles(Path("a.jsonl"), 40)
    assert made("one") == 0
    assert run("batch", "a.jsonl", "-o", "two", "--processes", "2").exit_code == 0
    one, two = (cards_in(Path(f"{name}/cards.jsonl")) for name in ("one", "two"))
    for card in (*one, *two):
        card["provenance"].update(created="", seconds=0, digest=None)
    assert one == two
    assert [card["article"]["source"] for card in two] == [f"a.jsonl#{number}" for number in range(1, 41)]


def begun(articles: int) -> subprocess.Popen[str]:
    """A run in processes of its own, as soon as some cards are written."""
    write_articles(Path("a.jsonl"), articles)
    child = process("batch", "a.jsonl", "-o", "out", "--processes", "2")
    until = time.monotonic() + 600
    while not (Path("out/cards.jsonl").exists() and Path("out/cards.jsonl").stat().st_size):
        assert time.monotonic() < until
        time.sleep(0.05)
    return child


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="this system does not tell which processes came of which"
)
def test_killed_it_leaves_no_process() -> None:
    """When a run is killed, the processes that worked for it end as well."""
    child = begun(3_000)
    workers = children(child.pid)
    assert len(workers) >= 2
    child.kill()
    child.communicate()
    wait_for_the_end(workers)


def test_interrupted_it_finishes_what_was_begun() -> None:
    """Ctrl-C ends the run once the articles under way have cards, without a traceback, and the same command makes the others."""
    child = begun(600)
    for each in (child.pid, *children(child.pid)):
        os.kill(each, signal.SIGINT)
    _, said = child.communicate(timeout=600)
    assert (child.returncode, "Traceback" in said) == (130, False)
    assert 0 < len(cards_in(Path("out/cards.jsonl"))) < 600
    assert run("batch", "a.jsonl", "-o", "out", "--processes", "1").exit_code == 0
    made = sources(cards_in(Path("out/cards.jsonl")))
    assert len(set(made)) == len(made) == 600


def test_another_file_is_not_taken_for_a_journal() -> None:
    """A file of that name that is something else is left as it is."""
    write_articles(Path("a.jsonl"), 1)
    Path("out").mkdir()
    Path("out/journal.sqlite3").write_text(
        "not a database at all, and long enough to be told apart from an empty file", encoding="utf-8"
    )
    assert made("out") == 3
    assert run("batch", "status", "nowhere").exit_code == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_set_wrong_is_told_as_such(processes: int) -> None:
    """A setting that no card can be made with is an error about that setting, on however many processes."""
    order = WorkOrder(Settings(engine="no-such-engine", nlp="off"), {}, Path("faults"))
    with order.workers(processes, str) as workers, pytest.raises(ConfigurationError, match="no engine is called"):
        list(workers.map([[Job(JournalEntry(1, "a", b""), {})]], lambda: False))


def test_a_full_disk_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for the journal, one line says so, and once there is the same command goes on."""
    write_articles(Path("a.jsonl"), 40)
    real = Journal.__init__

    def small(self: Journal, folder: Path, *, alone: bool = True) -> None:
        real(self, folder, alone=alone)
        self.connection.execute("PRAGMA max_page_count = 14")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "__init__", small)
        done = run("batch", "a.jsonl", "-o", "out", "--processes", "1")
        assert (done.exit_code, "journal.sqlite3 cannot be written" in done.stderr) == (8, True), done.stderr
    assert made("out") == 0
    assert len(cards_in(Path("out/cards.jsonl"))) == 40
