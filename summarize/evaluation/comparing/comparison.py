"""What a comparison of two runs says: A is the first run, B the second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from pydantic import Field, computed_field

from summarize.article import Value
from summarize.card import Usage
from summarize.evaluation.comparing.figures import bounds, signed
from summarize.evaluation.comparing.resampling import Interval
from summarize.rendering.words import counted

Verdict = Literal["better", "worse", "cannot tell"]
FORMAT: Final = 1
_NAMED: Final = 4


class Change(Value):
    """A measure in both runs, on the articles that have a value in both."""

    measure: str
    tested: bool
    articles: int = Field(description="With a value in both runs.")
    stories: int = Field(description="That these articles belong to.")
    a: float | None = Field(description="Mean of the first run over these articles.")
    b: float | None = Field(description="Mean of the second.")
    difference: float | None = Field(description="Mean of second minus first.")
    interval: Interval | None = Field(description="Of the difference, at 95 %; null where resampling shows no spread.")
    up: int = Field(description="Articles with a higher value in the second run.")
    down: int = Field(description="Articles with a lower value.")
    p: float | None = Field(description="Two-sided, uncorrected; null for a measure that is not tested.")
    p_holm: float | None = Field(
        description="Corrected over the tested measures; null if so few stories changed that no p could be below .05."
    )
    verdict: Verdict | None
    smallest_drop: float | None = Field(description="That these articles show with a probability of 80 %; null: none.")


class Loss(Value):
    """A card that only the other run has."""

    case: str
    missing_in: Literal["A", "B"]
    error: str
    message: str


class Moved(Value):
    """An article whose values changed."""

    case: str
    total: float = Field(description="Sum of the absolute changes of the tested measures.")
    changes: dict[str, tuple[float, float]] = Field(description="Tested measures that changed: value in A, in B.")


class Facts(Value):
    """A run, and what its cards took over the articles in common."""

    name: str
    engine: str
    model: str | None
    prompt: str | None
    prompt_digest: str | None
    nlp: str | None
    settings: str
    tool_version: str
    created: str
    gold_digest: str
    replayed: bool
    repeats: int
    articles: int
    cards: int
    usage: Usage
    cost_usd: float | None = Field(description="Null if that of any card is not known.")
    seconds: float = Field(description="Sum over the articles.")


class Comparison(Value):
    """What `evals compare` says."""

    format: Literal[1] = FORMAT
    a: Facts
    b: Facts
    same_gold: bool
    articles: int = Field(description="In common.")
    only_a: tuple[str, ...] = Field(
        description="Cases that only the first run has, or with another text in the second."
    )
    only_b: tuple[str, ...]
    losses: tuple[Loss, ...] = Field(description="Cards that only one run has. They count in `cards.made` alone.")
    changes: tuple[Change, ...]
    moved: tuple[Moved, ...] = Field(description="Articles, those that changed most first.")

    def of(self, verdict: Verdict) -> list[Change]:
        """The tested measures with this verdict, the largest difference first."""
        found = [change for change in self.changes if change.verdict == verdict]
        return sorted(found, key=lambda change: -abs(change.difference or 0))

    @computed_field(description="In one line.")  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> str:
        """What a user wants to know, in one line."""
        open_ = [change for change in self.of("cannot tell") if change.articles]
        told = [change for change in self.changes if change.tested and change.articles]
        if all(not change.up and not change.down for change in told):
            return (
                f"No difference: both runs have the same values in {counted(len(told), 'tested measure')} "
                f"on {counted(self.articles, 'article')}."
            )
        if len(open_) == len(told):
            return (
                f"Cannot tell: no difference in {counted(len(told), 'tested measure')} on {counted(self.articles, 'article')} "
                f"is more than chance."
            )
        better, worse = (_named(self.of(verdict)) for verdict in ("better", "worse"))
        cannot = f"; cannot tell for {counted(len(open_), 'measure')}" if open_ else ""
        return f"B is better in {better}; worse in {worse}{cannot}."


def _named(changes: Sequence[Change]) -> str:
    names = [
        f"{change.measure} {signed(change.difference or 0)}"
        + (f" {bounds(change.interval)}" if change.interval else "")
        for change in changes[:_NAMED]
    ]
    more = [f"{len(changes) - _NAMED} more"] if len(changes) > _NAMED else []
    return ", ".join([*names, *more]) or "nothing"
