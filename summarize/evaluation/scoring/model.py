"""What a language model's own answer brings: without it, the built-in engine's card stands, and would be scored as the model's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarize.card import Rejection
from summarize.draft import Draft
from summarize.evaluation.runs.run import Score
from summarize.evaluation.scoring.shares import named, share

_ASKED: Final = ("headline", "what", "who", "when", "where", "background")
"""Fields that every answer is asked for; quotations and claims are listed for it, and it only corrects them."""


def contribution(draft: Draft, rejected: Iterable[Rejection]) -> dict[str, Score]:
    """How much of a card a model's answer speaks to, and how much of what it proposes the checks let stand."""
    answered = sum(bool(getattr(draft, name)) for name in _ASKED) + draft.title_is_headline * (draft.headline is None)
    lists = (draft.what, draft.who, draft.when, draft.where, draft.quotes, draft.unsaid, draft.claims, draft.background)
    proposed = sum(map(len, lists)) + (draft.headline is not None)
    refused = min(proposed, sum(1 for _ in rejected))
    return named(model__answered=share(answered, len(_ASKED)), model__kept=share(proposed - refused, proposed))
