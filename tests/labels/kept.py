"""How much is right in each labelled article, day and sentence: a line for each, in `kept.txt` beside this file.

    python -m tests.labels.kept     writes the file anew: look at the lines that fall

The labels are people's; sets that nobody may look at are left out. A mean hides what gets worse behind what gets better, while a fault in a rule shows in
the one sentence that it reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from summarize.article import Article
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.corpora.claims import outcomes, read_lines
from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import load
from summarize.findings import Findings
from summarize.pipeline import Pipeline
from tests.benches import days
from tests.corpora import short
from tests.corpora.languages import Count, labelled
from tests.labels.spans import check

EVALS: Final = Path(__file__).parents[2] / "evals"
KEPT: Final = Path(__file__).parent / "kept.txt"
_RIGHT: Final = frozenset({"right", "found"})
_FALSE: Final = frozenset({"wrong", "spurious", "false"})


class Looked(Pipeline):
    """A pipeline that looks at where everything stands that it finds."""

    __slots__ = ()

    def findings(self, article: Article) -> Findings:
        """What is found, whole words in order."""
        found = Pipeline.findings(self, article)
        check(article, found)
        return found


class Tally(NamedTuple):
    """What became of the labels of a measure."""

    right: int
    false: int
    """What is given and has no label, or is not as its label says; what is missing or left open is neither."""


Tallies = Mapping[str, Tally]


def _tallies(verdicts: Iterable[tuple[str, str]]) -> Tallies:
    """Measures with their verdicts, counted."""
    counts = Counter(verdicts)
    return {
        measure: Tally(*(sum(counts[measure, verdict] for verdict in these) for these in (_RIGHT, _FALSE)))
        for measure in sorted({measure for measure, _ in counts})
    }


def _card(path: Path, *, nlp: bool) -> Tallies:
    file = read_gold(path)
    card = Looked(ExtractiveEngine(), load() if nlp else None).card(file.article())
    return _tallies((one.measure, one.verdict) for one in score(card, file.gold).judgements)


def _days(folder: Path) -> Tallies:
    of_folder = [days.day_of(path) for path in sorted(folder.glob("*.yaml"))]
    told: dict[str, set[str]] = {}
    verdicts: Counter[tuple[str, str]] = Counter()
    for day, briefing in zip(of_folder, days.briefed(of_folder, Pipeline(ExtractiveEngine())), strict=True):
        verdicts += days.score(day, briefing, told).counts
        for event, label in day.events.items():
            told[event] = told.get(event, set()) | set(label.get("ahead", ()))
    return _tallies(verdicts.elements())


def _short(row: dict[str, Any]) -> Tallies:
    return _tallies(_two_words(verdict) for verdict, _ in short.judged(row, short.told(row)))


def _foreign(row: dict[str, Any]) -> Tallies:
    count = Count()
    count.add(row)
    return _tallies(_two_words(verdict) for verdict in count.counts.elements())


def _claims(path: Path, number: int) -> Tallies:
    line = read_lines(path)[number]
    return _tallies(
        ("honest" if one.is_honest else "untrue", "wrong" if one.is_wrong else "right")
        for one in outcomes([line], load())
    )


def _two_words(verdict: str) -> tuple[str, str]:
    measure, _, what = verdict.partition(" ")
    return measure, what


@cache
def cases() -> Mapping[str, Callable[[], Tallies]]:
    """What is labelled by its name below `evals/`, and how its labels are counted."""
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Callable[[], Tallies]]]:
    for folder in ("gold", "more"):
        for path in gold_paths(EVALS / folder):
            yield f"{folder}/{path.stem} by rules", partial(_card, path, nlp=False)
            yield f"{folder}/{path.stem} with NLP", partial(_card, path, nlp=True)
    for seen in sorted((EVALS / "fresh").glob("*/seen")):
        for path in gold_paths(seen):
            yield f"{seen.relative_to(EVALS).as_posix()}/{path.stem}", partial(_card, path, nlp=False)
    for number, row in enumerate(short.rows(EVALS / "fresh/short/seen.yaml")):
        yield f"fresh/short/seen {number}", partial(_short, row)
    for path in sorted((EVALS / "languages").glob("*_seen.yaml")):
        for number, row in enumerate(labelled(path)):
            yield f"languages/{path.stem} {number}", partial(_foreign, row)
    for days_of in sorted({path.parent for path in (EVALS / "days").rglob("2*.yaml")}):
        if days_of.name not in {"held", "unseen"}:
            yield days_of.relative_to(EVALS).as_posix(), partial(_days, days_of)
    for name in ("cuts_seen", "cuts_sentences", "cutting/cutting_seen"):
        path = EVALS / "claims" / f"{name}.jsonl"
        for number in range(len(read_lines(path))):
            yield f"claims/{name} {number}", partial(_claims, path, number)


def written(tallies: Tallies) -> str:
    """As in the file: `quotes.speaker 3/1` is three right and one false."""
    return ", ".join(f"{measure} {right}/{false}" for measure, (right, false) in tallies.items())


@cache
def kept() -> Mapping[str, Tallies]:
    """What the file says."""
    return dict(_read(line) for line in KEPT.read_text(encoding="utf-8").splitlines())


def _read(line: str) -> tuple[str, Tallies]:
    name, _, told = line.partition(": ")
    pairs = (one.rsplit(" ", 1) for one in told.split(", ") if one)
    return name, {measure: Tally(*map(int, counts.split("/"))) for measure, counts in pairs}


if __name__ == "__main__":
    KEPT.write_text("".join(f"{name}: {written(count())}\n" for name, count in cases().items()), encoding="utf-8")
