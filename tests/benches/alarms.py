"""How often gate and compare fail where nothing changed, and how often they see a fall: simulated with the very code that they run.

    python -m tests.benches.alarms [--runs 200] [--articles 40] [--fall .20] [--seed 1]

An article has a level of its own in each tested measure, and some labels (a yes/no measure has one). Answers that are drawn anew get each label
right with the probability of that level. A baseline is set from one draw, and every run after it is another. `fall` is taken off the level of one
measure, `who.f1`. Nothing is fitted to the code that is tested.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Mapping
from typing import Final

from summarize.evaluation.comparing.baseline import entry_of
from summarize.evaluation.comparing.compare import compare, falls
from summarize.evaluation.comparing.gate import gate
from summarize.evaluation.runs.run import Case, Run, Score
from summarize.evaluation.scoring.measures import MEASURES

FALLS: Final = "who.f1"
_LABELS: Final = (2, 8)
_LEVELS: Final = {"who.f1": 0.8, "quotes.f1": 0.95, "what.facts": 0.75, "where.main": 0.85, "when.main": 0.85}
_OTHERS: Final = 0.9
_SPREAD: Final = 12.0
"""Of the levels of articles: a Beta distribution with that many counts in all."""

Levels = Mapping[str, Mapping[str, tuple[float, int]]]
"""Article to measure to its level and its number of labels."""


def levels(articles: int, chance: random.Random) -> Levels:
    """Articles with their own levels."""

    def one(measure: str, *, yes_no: bool) -> tuple[float, int]:
        mean = _LEVELS.get(measure, _OTHERS)
        return chance.betavariate(mean * _SPREAD, (1 - mean) * _SPREAD), 1 if yes_no else chance.randint(*_LABELS)

    tested = [each for each in MEASURES if each.tested and each.id != "cards.made"]
    return {
        f"article-{number:03}": {each.id: one(each.id, yes_no=each.yes_no) for each in tested}
        for number in range(articles)
    }


def drawn(of: Levels, chance: random.Random, fall: float = 0.0) -> Run:
    """A run whose answers are drawn anew, `fall` lower in one measure."""
    cases = []
    for name, measures in of.items():
        scores = {"cards.made": Score(value=1.0)}
        for measure, (level, labels) in measures.items():
            right = max(0.0, level - fall) if measure == FALLS else level
            scores[measure] = Score(value=sum(chance.random() < right for _ in range(labels)) / labels)
        cases.append(Case(name=name, gold=f"{name}.yaml", article_id=name, story=name, scores=scores, seconds=0))
    return Run(
        name="simulated", engine="model", model="simulated", prompt=None, prompt_digest=None, nlp=None, settings="",
        tool_version="0", created="2026-01-01T00:00:00+00:00", gold="gold", gold_digest="sha256:0", seconds=0, cpu_seconds=0,
        cases=tuple(cases),
    )  # fmt: skip


def rates(runs: int, articles: int, fall: float, seed: int) -> dict[str, float]:
    """The share of runs that fail, by what they are held with and whether anything fell."""
    chance = random.Random(seed)
    failed = dict.fromkeys(
        (
            f"{how}, {what}"
            for how in ("gate --only-shown", "compare --fail-on worse", "gate --every-fall")
            for what in ("nothing changed", "a fall")
        ),
        0,
    )
    for _ in range(runs):
        of = levels(articles, chance)
        before = drawn(of, chance)
        entry = entry_of(before)
        for what, now in (("nothing changed", drawn(of, chance)), ("a fall", drawn(of, chance, fall))):
            worse = set(falls(compare(before, now)))
            shown = gate(now, entry, only_shown=True)
            seen = {FALLS} if what == "a fall" else None  # a fall is found only if it is that measure that fails
            failed[f"gate --only-shown, {what}"] += bool(shown.below() if seen is None else seen & set(shown.below()))
            failed[f"compare --fail-on worse, {what}"] += bool(worse if seen is None else seen & worse)
            failed[f"gate --every-fall, {what}"] += bool(gate(now, entry).exit_code)
    return {name: count / runs for name, count in failed.items()}


def main(arguments: list[str] | None = None) -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(prog="python -m tests.benches.alarms", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--fall", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    print(f"{asked.runs} runs, {asked.articles} articles, a fall of {asked.fall:g} in {FALLS}, seed {asked.seed}")
    for name, value in rates(asked.runs, asked.articles, asked.fall, asked.seed).items():
        print(f"{name:<42} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
