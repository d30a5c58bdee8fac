"""What is wrong with an article, told without a word of it: reports leave the machine that the articles may not leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from summarize.errors import UsageError
from summarize.evaluation.comparing.baseline import DIGITS, Entry
from summarize.evaluation.comparing.figures import bounds, round_down, share, with_sign
from summarize.evaluation.comparing.outcome import Gated
from summarize.evaluation.gold.files import line_of, lines
from summarize.evaluation.runs.files import read_bounded
from summarize.evaluation.runs.run import Case, Failure, Judgement, Verdict
from summarize.evaluation.scoring.measures import BY_ID, MEASURES
from summarize.rendering.safe import one_line

ERRORS: Final[tuple[Verdict, ...]] = ("wrong", "missing", "spurious", "partial")
_NAMED: Final = 8
_FELL: Final = 5
"""Places, and articles, that are named where there may be many."""
_RANK: Final = {"failed": 0, "broken": 1, "below": 2}
_MEANINGS: Final = {
    2: "could not be used",
    3: "is not set up",
    4: "the article cannot be read",
    5: "no usable answer of the model",
    6: "nothing could be grounded",
    7: "could not be measured",
}
# What an endpoint, a model or a label says stands in quotation marks or after a colon in this program's messages.
_QUOTED: Final = re.compile(r"(?:(?<=[\s(])|^)[“”„«»\"‘'].*[“”«»\"’'](?![^\W_])")
_UNCLOSED: Final = re.compile(r"(?:(?<=[\s(])|^)[“„«\"‘'](?!…).*")
_MAX_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class TroublePlace:
    """A label that was not met, or the list in which something was too much."""

    line: int | None
    label: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with an article."""

    kind: Literal["failed", "broken", "below"]
    """No card; a hard measure that is not 1; a value below the baseline's."""
    measure: str
    before: float | None
    """The baseline's value."""
    after: float | None
    path: str
    places: tuple[TroublePlace, ...]
    reason: str = ""

    @property
    def weight(self) -> tuple[int, float]:
        """Sorts the worst first."""
        # Rounded, or equal falls would be in the order of their rounding errors.
        return _RANK[self.kind], round((self.after or 0) - (1 if self.before is None else self.before), DIGITS)

    @property
    def line(self) -> int | None:
        """Of the first place."""
        return self.places[0].line if self.places else None

    @property
    def told(self) -> str:
        """In one line."""
        if self.kind == "failed":
            return f"no card: {self.reason}"
        what = f"{self.measure} has to be 1 and is {share(self.after)}"
        if self.kind == "below":
            what = f"{self.measure} fell from {share(self.before)} to {share(self.after)}"
        return what + (
            f": {counted_verdicts(self.places)}" if any(place.verdict in ERRORS for place in self.places) else ""
        )

    @property
    def located(self) -> list[str]:
        """A line for each place: `evals/gold/fire.yaml:12 quotes[1] missing`."""
        shown = [
            f"{at(self.path, one.line)} {one.label} {one.verdict}"
            for one in self.places[:_NAMED]
            if one.verdict in ERRORS
        ]
        more = len(self.places) - _NAMED
        return [*shown, *([f"and {more} more"] if more > 0 else [])]


def at(path: str, line: int | None) -> str:
    """A place in a file."""
    return path if line is None else f"{path}:{line}"


def counted_verdicts(places: tuple[TroublePlace, ...]) -> str:
    """`1 missing, 2 spurious`."""
    counts = Counter(place.verdict for place in places)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in ERRORS if counts[verdict])


def troubles_of(case: Case, entry: Entry | None, lines: GoldLines) -> list[Trouble]:
    """What is wrong with a case, the worst first."""
    return sorted(_troubles(case, entry, lines), key=lambda trouble: trouble.weight)


def _troubles(case: Case, entry: Entry | None, lines: GoldLines) -> Iterator[Trouble]:
    path = shown_path(case.gold)
    if case.failure is not None:
        place = TroublePlace(lines.line(case.gold, "article"), "article", "ignored")
        yield Trouble("failed", "cards.made", None, 0, path, (place,), told_failure(case.failure))
        return
    before = {} if entry is None else entry.cases.get(case.name, {})
    for measure in MEASURES:
        score = case.scores.get(measure.id)
        if score is None:
            continue
        broken, value = measure.hard and score.value < 1, round(score.value, DIGITS)
        if broken or value < before.get(measure.id, 0):
            places = tuple(_places(case, measure.id, lines))
            kind: Literal["broken", "below"] = "broken" if broken else "below"
            yield Trouble(kind, measure.id, before.get(measure.id), score.value, path, places)


def _places(case: Case, measure: str, lines: GoldLines) -> Iterator[TroublePlace]:
    """Where a measure lost: the labels that were not met; for what is too much, the list it does not stand in."""
    field = BY_ID[measure].field
    wrong = [judgement for judgement in case.judgements if judgement.measure == measure and judgement.verdict in ERRORS]
    for judgement in sorted(wrong, key=lambda one: ERRORS.index(one.verdict)):
        label = _label(judgement, field)
        yield TroublePlace(lines.line(case.gold, label), label, judgement.verdict)
    if not wrong:
        yield TroublePlace(lines.line(case.gold, field), field, "ignored")


def _label(judgement: Judgement, field: str) -> str:
    return shown_label(judgement.label) or field


def told_failure(failure: Failure) -> str:
    """Why there is no card: what kind of failure, and this program's own words about it, without what it quotes."""
    message = _UNCLOSED.sub("“…”", _QUOTED.sub("“…”", one_line(failure.message)))
    own = message.partition(": ")[0].strip()[:_MAX_LENGTH]
    kind = _MEANINGS.get(failure.exit_code, "failed")
    return kind if own in {"", "“…”", kind} else f"{kind} ({own})"


def told_floor(measure: Gated) -> str:
    """A measure below its floor, in one line: `quotes.f1 .871 is below its floor .883: regressed, −.012 [−.030, −.002]; fell in …`."""
    assert measure.value is not None
    if measure.verdict == "broken":
        what = f"{measure.measure} has to be 1 and is {share(measure.value)}"
    else:
        what = f"{measure.measure} {share(round_down(measure.value))} is below its floor {share(measure.floor)}: {measure.verdict}"
    if measure.difference is not None:
        what += f", {with_sign(measure.difference)}" + (f" {bounds(measure.interval)}" if measure.interval else "")
    names = [fall.case for fall in measure.fell]
    more = f" and {len(names) - _FELL} more" if len(names) > _FELL else ""
    return what + (f"; fell in {', '.join(names[:_FELL])}{more}" if names else "")


_MAX_BYTES: Final = 5_000_000
_LABEL: Final = re.compile(r"[a-z_]+(?:\[\d+\])?(?:\.[a-z_]+)*")
"""The form that scoring gives: anything else in a run's file is no label, and could be text."""


class GoldLines:
    """Finds the lines of labels in gold files."""

    def __init__(self) -> None:
        self._files: dict[str, dict[str, int]] = {}

    def line(self, gold: str, label: str) -> int | None:
        """The line of a label, or of the nearest one around it; None if the gold file cannot be read."""
        if gold not in self._files:
            self._files[gold] = _lines(Path(gold))
        return line_of(label, self._files[gold]) if self._files[gold] else None


def _lines(path: Path) -> dict[str, int]:
    """The lines of labels, also of a file whose labels do not hold."""
    try:
        return lines(read_bounded(path, _MAX_BYTES).decode())
    except (UsageError, ValueError):
        return {}


def shown_label(label: str | None) -> str | None:
    """A label, if it has the form of one."""
    return label if label is not None and _LABEL.fullmatch(label) else None


def shown_path(gold: str) -> str:
    """The path of a gold file from the working directory, if it is below it, as code hosts want it."""
    path = Path(gold)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
