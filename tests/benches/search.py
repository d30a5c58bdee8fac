"""How long a search takes over many quotations, warm.

python -m tests.benches.search [--quotations 100000]
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from summarize.archive.database import Archive
from summarize.archive.query import query_of
from summarize.archive.search import search
from summarize.article import Evidence
from summarize.card import Card, Quote
from summarize.pipeline import pipeline_for
from summarize.reading import read_text
from summarize.settings import Settings

_MOST = 0.1
_OF_A_CARD = 10
_WORDS = "nuclear power school council budget bridge harbour vote party market water strike union plan court child fire road health trade".split()
_QUERIES = (
    "nuclear", "nuclear council budget", 'speaker:"Ann Lee 7" nuclear', 'speaker:"Ann Lee 42"', '"nuclear power"', "nuc* -school", "speaker:lee",
    "power outlet:Post", "nothingofthekind",
)  # fmt: skip


def cards(count: int) -> Iterator[Card]:
    """Cards with as many quotations."""
    chance = random.Random(1)
    pipeline = pipeline_for(Settings(nlp="off", engine="extractive"))
    base = pipeline.card(read_text("LEEDS (Post) - The council met.", "0.txt").article)
    for number in range(count // _OF_A_CARD):
        said = [" ".join(chance.choices([*_WORDS, f"word{chance.randrange(20_000)}"], k=25)) for _ in range(_OF_A_CARD)]
        day = f"20{20 + number % 7}-{1 + number % 12:02}-{1 + number % 28:02}"
        text = "\n".join(said)
        article = base.article.model_copy(
            update={
                "id": str(number),
                "source": f"{number}.txt",
                "published": day,
                "publisher": "Leeds Post",
                "text": text,
            }
        )
        quotes = tuple(
            Quote.model_construct(
                text=one, speakers=(f"Ann Lee {chance.randrange(500)}",), speaker_role=None, cue="said",
                evidence=(Evidence(start=0, end=len(one), text=one),),
            )
            for one in said
        )  # fmt: skip
        yield base.model_copy(update={"article": article, "quotes": quotes})


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotations", type=int, default=100_000)
    arguments = parser.parse_args()
    slow = False
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "cards.db"
        began = time.process_time()
        with Archive(path) as archive:
            count = archive.add(cards(arguments.quotations))
        print(
            f"{arguments.quotations:,} quotations in {count:,} cards, put in in {time.process_time() - began:.1f} s, {path.stat().st_size / 1e6:.0f} MB"
        )
        for since in (None, "2026-01"):
            for written in _QUERIES:
                query = query_of(written, since)
                seconds = []
                for _ in range(9):
                    start = time.perf_counter()
                    hits = search(path, query, 20)
                    seconds.append(time.perf_counter() - start)
                typical = statistics.median(seconds[1:])
                slow = slow or typical > _MOST
                print(f"{1000 * typical:7.1f} ms  {len(hits):3} hits  {written}{f' since {since}' if since else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
