"""How well articles are grouped by event, and what it costs.

    python -m tests.benches.grouping FILE.jsonl [FILE.jsonl ...] [--nlp auto|on|off] [--rounds N] [--pairs N]
    python -m tests.benches.grouping --size 3000

Each line of a FILE is an article: `text`, and `title`, `published` (or `date_publish`, `dct`), `publisher` where known; its event is under
`cluster` or `topic`, and an article without one is an event of its own. Cards are made by the built-in engine. Printed are B-cubed precision,
recall and F1, the same for drawn batches with one to three articles of each event, and the joins that are wrong and the events that are
split, with the reasons. `--size` groups invented articles and prints CPU time and memory.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from summarize.errors import SummarizeError
from summarize.pipeline import Pipeline, pipeline_for
from summarize.reading import read_text
from summarize.settings import Settings
from summarize.stories.grouping import THRESHOLD, Group, Member, group, member_of
from tests.corpora.clusters import bcubed

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and the event that it is about."""

    member: Member
    event: str


def articles_of(path: Path, pipeline: Pipeline, first: int) -> Iterator[Labelled]:
    """The articles of a file, numbered from `first`; those of which no card can be made are named and left out."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, first):
            record: dict[str, Any] = json.loads(line)
            event = record.get("cluster") or record.get("topic") or f"{path.name}:{number}"
            try:
                yield Labelled(_member(record, number, pipeline), str(event))
            except SummarizeError as error:
                print(f"left out: {path.name}:{number}: {error}")


def _member(record: dict[str, Any], number: int, pipeline: Pipeline) -> Member:
    text, title = str(record["text"]), record.get("title")
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    given = _DATE.match(str(record.get("published") or record.get("date_publish") or record.get("dct") or ""))
    article = read_text(text, published=given.group() if given else None).article
    return member_of(
        number,
        pipeline.card(
            article.model_copy(
                update={"title": title or article.title, "publisher": record.get("publisher") or article.publisher}
            )
        ),
    )


def scores(articles: Sequence[Labelled]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of the articles as they are grouped."""
    return _scores(articles, group([article.member for article in articles]))


def _scores(articles: Sequence[Labelled], groups: Sequence[Group]) -> tuple[float, float, float]:
    put = {number: str(found.numbers[0]) for found in groups for number in found.numbers}
    return bcubed(put, {article.member.number: article.event for article in articles})


def drawn(articles: Sequence[Labelled], seed: int) -> list[Labelled]:
    """One to three articles of each event: a day has many events of which few outlets report."""
    draw = random.Random(seed)
    events: dict[str, list[Labelled]] = defaultdict(list)
    for article in articles:
        events[article.event].append(article)
    return [
        article
        for _, members in sorted(events.items())
        for article in draw.sample(members, min(len(members), draw.randint(1, 3)))
    ]


def wrong(articles: Sequence[Labelled], groups: Sequence[Group], most: int) -> Iterator[str]:
    """The joins that hold articles of two events together, with the reasons, and the events that are split; at most so many of each."""
    known = {article.member.number: article for article in articles}
    joins = [
        (reason, known[reason.articles[0]], known[reason.articles[1]]) for found in groups for reason in found.reasons
    ]
    false = [join for join in joins if join[1].event != join[2].event]
    yield f"wrongly joined: {len(false)} of {len(joins)} joins"
    for reason, one, other in false[:most]:
        yield f"  {reason.score:.2f} {_titled(one)} + {_titled(other)}\n       {'; '.join(reason.shared)}"
    parts: dict[str, list[Labelled]] = defaultdict(list)
    for found in groups:
        for event in sorted({known[number].event for number in found.numbers}):
            parts[event].append(next(known[number] for number in found.numbers if known[number].event == event))
    split = {event: firsts for event, firsts in parts.items() if len(firsts) > 1}
    yield f"split: {len(split)} events"
    for event, firsts in sorted(split.items())[:most]:
        yield f"  {event}: {len(firsts)} groups, of " + "; ".join(_titled(first) for first in firsts)


def _titled(article: Labelled) -> str:
    title = article.member.title or article.member.text[:60]
    return f"[{article.event}] {' '.join(title.split())[:60]}"


def invented(size: int) -> list[Member]:
    """Articles of invented words: events of one to eight articles, every tenth article a copy of the one before."""
    draw = random.Random(7)
    common = [f"common{_in_letters(number)}" for number in range(3000)]
    weights = [1 / (rank + 1) for rank in range(len(common))]
    members: list[Member] = []
    event, left = 0, 0
    rare: list[str] = []
    for number in range(1, size + 1):
        if left == 0:
            event, left = event + 1, draw.randint(1, 8)
            rare = [f"E{_in_letters(event)}{_in_letters(part)}" for part in range(40)]
        left -= 1
        words = draw.choices(common, weights, k=450) + draw.choices(rare, k=60)
        draw.shuffle(words)
        text = " ".join(words) + "."
        if number % 10 == 0:
            text = members[-1].text
        members.append(
            Member(
                number,
                " ".join(draw.sample(rare, 3) + words[:6]),
                text,
                ((rare[0], "person"),),
                (rare[1],),
                "2026-01-09",
                None,
            )
        )
    return members


def _in_letters(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def cost(size: int) -> None:
    """Group invented articles; print CPU seconds, then, measured apart because that is slow, the most memory that it took."""
    members = invented(size)
    began = time.process_time()
    found = group(members)
    spent = time.process_time() - began
    tracemalloc.start()
    group(members)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{size} articles, {len(found)} groups: {spent:.1f} s of CPU, {most / 1e6:.0f} MB")


def measure(articles: Sequence[Labelled], rounds: int, most: int) -> None:
    """Print all figures of labelled articles."""
    groups = group([article.member for article in articles])
    events = len({article.event for article in articles})
    print(f"{len(articles)} articles, {events} events, threshold {THRESHOLD}: {len(groups)} groups")
    _print("all", [_scores(articles, groups)])
    if rounds:
        _print(f"1 to 3 of each event, {rounds} times", [scores(drawn(articles, seed)) for seed in range(rounds)])
    for line in wrong(articles, groups, most):
        print(line)


def _print(label: str, found: Sequence[tuple[float, float, float]]) -> None:
    precision, recall, f1 = (mean(column) for column in zip(*found, strict=True))
    print(f"B-cubed, {label}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--nlp", choices=["auto", "on", "off"], default="off")
    parser.add_argument("--rounds", type=int, default=20, help="drawn batches; 0 for none")
    parser.add_argument("--pairs", type=int, default=30, help="wrong pairs and split events that are listed")
    parser.add_argument("--size", type=int, help="measure the cost of so many invented articles")
    given = parser.parse_args()
    if given.size:
        cost(given.size)
    if given.files:
        pipeline = pipeline_for(Settings(nlp=given.nlp))
        articles: list[Labelled] = []
        for path in given.files:
            articles += articles_of(path, pipeline, max((each.member.number for each in articles), default=0) + 1)
        measure(articles, given.rounds, given.pairs)


if __name__ == "__main__":
    main()
