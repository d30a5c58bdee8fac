"""A card against the gold of its article: every measure that applies, and what became of every label and item."""

from __future__ import annotations

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.run import Judgement
from summarize.evaluation.scoring.added import added_measures
from summarize.evaluation.scoring.dates import score_published, score_when
from summarize.evaluation.scoring.names import score_where, score_who
from summarize.evaluation.scoring.prose import score_absent, score_evidence, score_facts, score_held
from summarize.evaluation.scoring.quotations import score_quotes
from summarize.evaluation.scoring.shares import Scored, yes
from summarize.evaluation.scoring.support import score_attributed, score_own, score_support
from summarize.evaluation.scoring.words import plain


def score(card: Card, gold: Gold) -> Scored:
    """The measures of a card.

    Raises:
        MeasurementError: labelled words do not stand in the article where the label says.
        ConfigurationError: a measure of an installed package cannot be loaded.
    """
    held = score_held(card)
    supported = score_support(card, gold, frozenset(one.item for one in held.judgements if one.item))
    false = frozenset(one.item for one in supported.judgements if one.verdict == "wrong" and one.item)
    parts = (
        _title(card, gold),
        score_published(card, gold),
        score_quotes(card, gold),
        score_who(card, gold),
        score_where(card, gold),
        score_when(card, gold),
        score_facts(card, gold, false),
        supported,
        score_own(card),
        score_attributed(card, gold),
        held,
        score_absent(card, gold),
        score_evidence(card, gold),
    )
    scores = {"cards.made": yes(True)}
    for part in parts:
        scores |= part.scores
    for added in added_measures():
        one = added.score(card, gold)
        if one is not None:
            scores[added.measure.id] = one
    return Scored(scores, tuple(judgement for part in parts for judgement in part.judgements))


def _title(card: Card, gold: Gold) -> Scored:
    if not gold.says("title"):
        return Scored({})
    mine, theirs = card.article.title, gold.title
    is_right = plain(mine or "") == plain(theirs or "")
    judgement = Judgement(
        measure="article.title",
        verdict="right" if is_right else "missing" if mine is None else "wrong",
        label="title",
        item="article.title",
        expected=theirs or "none",
        got=mine or "none",
    )
    return Scored({"article.title": yes(is_right)}, (judgement,))
