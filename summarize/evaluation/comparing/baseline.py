"""The baseline: for each run that is gated, the floors of its measures, and the values they come from.

The file is meant to be read in a diff: sorted, a line for each floor and for each article.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationError

from summarize.article import Value
from summarize.errors import UsageError
from summarize.evaluation.comparing.figures import round_down
from summarize.evaluation.runs.files import read_bounded, reason
from summarize.evaluation.runs.run import Run
from summarize.evaluation.scoring.measures import MEASURES
from summarize.files import write_whole
from summarize.rendering.safe import json_text

FORMAT: Final = 1
DIGITS: Final = 4
"""Decimals of an article's value. A run is rounded to as many before it is compared, or every third would seem to have moved."""
_MAX_BYTES: Final = 50_000_000

Share = Annotated[float, Field(ge=0, le=1)]


class Lowered(Value):
    """A floor that somebody lowered, and why. Kept for good."""

    measure: str
    before: Share = Field(alias="from")
    after: Share | None = Field(alias="to", description="Null: the measure has no floor any more.")
    reason: str = Field(min_length=1)
    date: str = Field(description="ISO date, UTC.")


class Pinned(Value):
    """When and why the floors were taken anew from other gold or another prompt."""

    reason: str = Field(min_length=1)
    date: str = Field(description="ISO date, UTC.")


class Entry(Value):
    """What a run is held to."""

    gold_digest: str
    prompt_digest: str | None
    nlp: str | None
    floors: dict[str, Share] = Field(description="Measure to floor, three decimals, rounded down.")
    cases: dict[str, dict[str, Share]] = Field(description="Article to the values of its tested and hard measures.")
    lowered: tuple[Lowered, ...] = ()
    pinned: Pinned | None = None

    def values(self, measure: str) -> dict[str, float]:
        """Article to value, for those the measure applied to."""
        return {name: case[measure] for name, case in self.cases.items() if measure in case}


class Baseline(Value):
    """All entries, by the names of the runs."""

    format: Literal[1] = FORMAT
    runs: dict[str, Entry] = Field(default={}, description="By the names of the runs.")

    def with_entry(self, name: str, entry: Entry) -> Baseline:
        """The same with another entry."""
        return self.model_copy(update={"runs": {**self.runs, name: entry}})


def means(run: Run) -> dict[str, float]:
    """Measure to its mean over the articles it applies to, for those that apply to any."""
    found = {measure.id: run.values(measure.id).values() for measure in MEASURES}
    return {name: math.fsum(values) / len(values) for name, values in found.items() if values}


def case_values(run: Run) -> dict[str, dict[str, float]]:
    """Article to the values of its tested and hard measures, as a baseline has them."""
    kept = [measure.id for measure in MEASURES if measure.tested or measure.hard]
    return {
        case.name: {name: round(case.scores[name].value, DIGITS) for name in kept if name in case.scores}
        for case in run.cases
    }


def entry_of(run: Run) -> Entry:
    """The entry that a run just meets."""
    return Entry(
        gold_digest=run.gold_digest,
        prompt_digest=run.prompt_digest,
        nlp=run.nlp,
        floors={name: round_down(value) for name, value in means(run).items()},
        cases=case_values(run),
    )


def read_baseline(path: Path) -> Baseline:
    """The baseline; an empty one if there is no file.

    Raises:
        UsageError: the file cannot be read, or is no baseline of this version; says what is wrong.
    """
    if not path.exists():
        return Baseline()
    try:
        return Baseline.model_validate_json(read_bounded(path, _MAX_BYTES))
    except ValidationError as error:
        raise UsageError(f"{path} is no baseline of this version: {reason(error)}") from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write the baseline, whole or not at all.

    Raises:
        UsageError: the file cannot be written.
    """
    write_whole(path, baseline_text(baseline))


def baseline_text(baseline: Baseline) -> str:
    """The file's text."""
    content = baseline.model_dump(mode="json", by_alias=True)
    return json_text(_block(content, {"runs": {"*": {"cases": {}, "floors": {}}}}, "")) + "\n"


def _block(content: Mapping[str, Any], blocks: Mapping[str, Any], indent: str) -> str:
    """JSON with a line for each key, in order; an object is a block of its own where `blocks` (`*`: for every key) says so."""
    inner = indent + "  "
    lines = []
    for key in sorted(content):
        value, below = content[key], blocks.get(key, blocks.get("*"))
        if below is not None and value:
            text = _block(value, below, inner)
        elif isinstance(value, list) and value:
            items = ",\n".join(f"{inner}  {_line(item)}" for item in value)
            text = f"[\n{items}\n{inner}]"
        else:
            text = _line(value)
        lines.append(f"{inner}{_line(key)}: {text}")
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
