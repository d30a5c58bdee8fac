"""A run: what came of every gold article, kept so that it can be compared, gated and shown later without making a card."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

from pydantic import Field

from summarize.article import Span, Value
from summarize.card import Usage

FORMAT: Final = 1
Verdict = Literal["right", "partial", "wrong", "missing", "spurious", "ignored"]
"""As MUC and SemEval-2013 count: correct, partial, incorrect, missing, spurious; and what neither counts for nor against."""


class Score(Value):
    """An article's value of a measure. Counts are given where the value is a quotient of counts."""

    value: float = Field(ge=0, le=1)
    right: float | None = None
    of: float | None = None


class Judgement(Value):
    """What became of one label or one item of the card."""

    measure: str = Field(
        description="The measure it counts for, such as `quotes.speaker`; a field's matching is at its `f1`."
    )
    verdict: Verdict
    label: str | None = Field(default=None, description="Where the label stands in the gold file, such as `quotes[2]`.")
    item: str | None = Field(default=None, description="Where the item stands on the card, such as `quotes[0]`.")
    expected: str | None = None
    got: str | None = None
    spans: tuple[Span, ...] = Field(default=(), description="Where in the article's text, if anywhere.")


class Failure(Value):
    """Why there is no card."""

    error: str = Field(description="Name of the error.")
    message: str
    exit_code: int


class Case(Value):
    """One gold article."""

    name: str = Field(description="The gold file's name without its ending.")
    gold: str = Field(description="Path of the gold file, as it was given.")
    article_id: str | None = Field(description="None if the article could not be read.")
    story: str = Field(description="The cluster it is resampled with: the labelled story, else its own name.")
    failure: Failure | None = None
    scores: dict[str, Score] = Field(description="By measure. One that is missing does not apply to this article.")
    repeats: tuple[dict[str, float], ...] = Field(
        default=(), description="Values of each repetition, where there are several; `scores` has their means."
    )
    judgements: tuple[Judgement, ...] = ()
    card: dict[str, Any] | None = Field(
        default=None, description="The card as JSON (of several repetitions the first)."
    )
    usage: Usage = Usage()
    cost_usd: float | None = None
    seconds: float = Field(ge=0, description="To make the card, on the clock; with a model, as recorded.")


def usage_of(cases: Iterable[Case]) -> Usage:
    """The tokens and requests of some cases together."""
    return sum((case.usage for case in cases), Usage())


def cost_of(cases: Iterable[Case]) -> float | None:
    """Dollars that the cards of some cases cost together; None if there is no card, or if it is not known of every one."""
    return together([case.cost_usd for case in cases if case.failure is None])


def together(costs: Sequence[float | None]) -> float | None:
    """The sum of some costs; None if there is none, or any is not known."""
    known = [cost for cost in costs if cost is not None]
    return math.fsum(known) if known and len(known) == len(costs) else None


class Run(Value):
    """All cases, and what they were made with."""

    format: Literal[1] = FORMAT
    name: str = Field(description="What made the cards, such as `extractive+nlp` or a model's name: the gate's key.")
    engine: str
    model: str | None
    prompt: str | None
    prompt_digest: str | None
    nlp: str | None
    settings: str = Field(description="Whatever else an answer depends on, in one line.")
    tool_version: str
    created: str = Field(description="ISO date and time, UTC.")
    gold: str = Field(description="The gold folder, as it was given.")
    gold_digest: str = Field(description="`sha256:` over the labels and the texts of all gold articles.")
    replayed: bool = False
    seconds: float = Field(ge=0, description="The run took, on the clock.")
    cpu_seconds: float = Field(ge=0)
    cases: tuple[Case, ...]

    @property
    def scored(self) -> tuple[Case, ...]:
        """Cases with a card."""
        return tuple(case for case in self.cases if case.failure is None)

    def values(self, measure: str) -> dict[str, float]:
        """Case name to value, for the cases the measure applies to."""
        return {case.name: case.scores[measure].value for case in self.cases if measure in case.scores}

    def rows(self) -> list[dict[str, str | float | int]]:
        """A row for each measure that applies to an article: `measure`, its `mean` over articles, and how many `articles` it has."""
        names = dict.fromkeys(name for case in self.cases for name in case.scores)
        held = {name: self.values(name) for name in names}
        return [
            {"measure": name, "mean": sum(values.values()) / len(values), "articles": len(values)}
            for name, values in held.items()
        ]
