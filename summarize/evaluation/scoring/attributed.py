"""Whether a card says whose word it is, where the article only reports that somebody says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.run import Judgement
from summarize.evaluation.scoring.placed import spans_of
from summarize.evaluation.scoring.shares import Scored, share
from summarize.evaluation.scoring.told import Told, told
from summarize.evaluation.scoring.words import holds


def score_attributed(card: Card, gold: Gold) -> Scored:
    """By field, of what is somebody's word, the share that names whose: in the sentence, or in the card's own attribution of it.

    A sentence tells a fact if it holds one of the fact's alternatives. That the source is named where it should be is all that is seen
    here: not that the sentence gives the fact as its word.
    """
    judgements = [
        Judgement(
            measure=f"{one.field}.attributed",
            verdict="right" if _names(one, sources) else "wrong",
            label=label,
            item=one.item,
            expected=" / ".join(sources),
            got=one.text,
            spans=spans_of(one.evidence),
        )
        for one in told(card)
        for label, sources in _owed(one, gold)
    ]
    scores = {}
    for measure in dict.fromkeys(one.measure for one in judgements):
        here = [one.verdict == "right" for one in judgements if one.measure == measure]
        if (made := share(sum(here), len(here))) is not None:
            scores[measure] = made
    return Scored(scores, tuple(judgements))


def _owed(one: Told, gold: Gold) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sources that a sentence has to name: the label that says so, and any names that will do."""
    if one.field == "headline" and gold.headline is not None and gold.headline.according_to:
        yield "headline", gold.headline.according_to
    for field, facts in (("what", gold.what), ("background", gold.background)):
        if one.field == field or (one.field == "headline" and field == "what"):
            for number, fact in enumerate(facts or ()):
                if fact.according_to and any(holds(one.text, alternative) for alternative in fact.any):
                    yield f"{field}[{number}]", fact.according_to


def _names(one: Told, sources: Sequence[str]) -> bool:
    places = [one.text, *([one.source] if one.source else [])]
    return any(holds(place, source) for place in places for source in sources)
