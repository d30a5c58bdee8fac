"""A run that is killed at random moments, and gone on with until it ends: what is lost, what is repeated, what is paid.

python -m tests.batch.kills [--kills 50] [--articles 60] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from summarize.testing import BatchPlan, FakeServer
from tests.batch.articles import PRICES, answers, cards_in, dollars, owed, sources, spent, write_articles


def kill_at(seconds: float, *arguments: str) -> bool:
    """Run a command, and kill it after some time; True if it had ended by itself, and well."""
    child = subprocess.Popen(
        [sys.executable, "-m", "summarize", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        _, said = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.communicate()
        return False
    # The reason first: of what fails, whoever reads the end of a log sees one line.
    assert child.returncode == 0, f"it ended with {child.returncode}: {' | '.join(said.decode().splitlines()[:-6:-1])}"
    return True


def killed(folder: Path, count: int, kills: int, seed: int) -> tuple[int, int]:
    """Make cards in a run that is killed at random moments; how often it was, and how many cards there are."""
    articles = str(write_articles(folder / "a.jsonl", count))
    moments = random.Random(seed)
    plan = BatchPlan(looks=2, fails=5, expires=6, twice=4, shuffled=True)
    done, was_killed = False, 0
    with FakeServer(answers, batches=plan) as server:
        command = ["batch", articles, "-o", str(folder / "out"), "-m", "m", "--base-url", server.base_url]
        command += ["--poll", "0.05", "--processes", "1"]
        while not done:
            done = kill_at(moments.uniform(0.5, 4.0) if was_killed < kills else 1200.0, *command)
            was_killed += not done
        assert server.charged.repeated == 0
        journal = spent(folder / "out")
        # The probe, which is asked live, may have been cut off before its answer was noted down.
        assert abs(journal - owed(server)) < 1e-12 or server.served.requests > 1
        assert journal >= dollars(server.charged.usage, factor=0.5)
    cards = cards_in(folder / "out/cards.jsonl")
    assert sources(cards) == sorted(f"{articles}#{number}" for number in range(1, count + 1))
    return was_killed, len(cards)


def killed_often(folder: Path, count: int, kills: int, seed: int) -> tuple[int, int, int]:
    """Runs that are killed so often in all, however fast the machine is: the kills, the cards and the articles.

    Args:
        folder: an empty one.
        count: of articles that a run has.
        kills: how often there is one at least.
        seed: of the moments.
    """
    done = cards = articles = 0
    while done < kills:
        own = folder / str(articles)
        own.mkdir()
        there, made = killed(own, count, kills - done, seed + articles)
        done, cards, articles = done + there, cards + made, articles + count
    return done, cards, articles


def main() -> None:
    """Kill, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        os.environ.update(SUMMARIZE_CACHE=f"{name}/cache", SUMMARIZE_NLP="off")
        Path("summarize.toml").write_text(PRICES, encoding="utf-8")
        kills, cards, articles = killed_often(Path(name), chosen.articles, chosen.kills, chosen.seed)
    print(f"killed {kills} times: {cards} cards of {articles} articles, none lost, none twice, nothing charged twice")


if __name__ == "__main__":
    main()
