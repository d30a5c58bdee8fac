"""Shares, and the rules for nothing.

* Nothing listed: precision does not apply. Nothing labelled: recall does not apply.
* F1 is the harmonic mean of the two; if one of them does not apply it is the other; if neither does, the right answer was nothing and
  nothing was given, which is 1. So an invented item in an article that has none is seen, and so is a rightly empty field.
* A share of nothing does not apply, and is left out of every mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from summarize.card import Rejection
from summarize.draft import Draft
from summarize.evaluation.runs.run import Judgement, Score


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of one card, or of one field of it."""

    scores: dict[str, Score]
    judgements: tuple[Judgement, ...] = ()


def share(right: float, of: float) -> Score | None:
    """A share; None if it is of nothing."""
    return Score(value=right / of, right=right, of=of) if of else None


def yes(is_right: bool) -> Score:
    """A measure that an article has right or not."""
    return Score(value=float(is_right), right=float(is_right), of=1)


def scores_by_measure(**scores: Score | None) -> dict[str, Score]:
    """The scores that apply, by measure: `quotes__f1` is `quotes.f1`."""
    return {name.replace("__", "."): score for name, score in scores.items() if score is not None}


@dataclass(frozen=True, slots=True)
class Counts:
    """What a list comes to."""

    accepted: int
    """Items listed that a label accepts, required or optional."""
    listed: int
    found: int
    """Required labels that an item was found for."""
    required: int
    incomplete: bool = False
    """The labels are only some of what is right: precision does not apply, and F1 is recall."""


def retrieval(field: str, counts: Counts, *, f1: str = "f1") -> dict[str, Score]:
    """Precision, recall and F1 of a list, by measure.

    Args:
        field: such as `quotes`.
        counts: of labels and items.
        f1: name of the harmonic mean; precision and recall are left out if it is another than `f1`.
    """
    precision = None if counts.incomplete else share(counts.accepted, counts.listed)
    recall = share(counts.found, counts.required)
    if counts.incomplete and recall is None:
        return {}
    if precision is not None and recall is not None:
        both = precision.value + recall.value
        mean = 2 * precision.value * recall.value / both if both else 0.0
    elif recall is not None:
        mean = recall.value
    else:
        mean = precision.value if precision is not None else 1.0
    scores = {f"{field}.{f1}": Score(value=min(1.0, mean))}
    if f1 != "f1":
        return scores
    return {**scores, **{f"{field}.{name}": one for name, one in (("precision", precision), ("recall", recall)) if one}}


_ASKED: Final = ("headline", "what", "who", "when", "where", "background")
"""Fields that every answer is asked for; quotations and claims are listed for it, and it only corrects them."""


def contribution(draft: Draft, rejected: Iterable[Rejection]) -> dict[str, Score]:
    """How much of a card a model's answer speaks to, and how much of what it proposes the checks let stand."""
    answered = sum(bool(getattr(draft, name)) for name in _ASKED) + draft.title_is_headline * (draft.headline is None)
    lists = (draft.what, draft.who, draft.when, draft.where, draft.quotes, draft.unsaid, draft.claims, draft.background)
    proposed = sum(map(len, lists)) + (draft.headline is not None)
    refused = min(proposed, sum(1 for _ in rejected))
    return scores_by_measure(
        model__answered=share(answered, len(_ASKED)), model__kept=share(proposed - refused, proposed)
    )
