"""What is measured. Every measure is a share: 1 is perfect, 0 is none of it right, and more is better."""

from __future__ import annotations

from typing import Final

from summarize.evaluation.scoring.added import Measure, added_measures

__all__ = ["BY_ID", "MEASURES", "Measure"]

_BUILT_IN: Final = (
    Measure("cards.made", "cards made", "articles of which there is a card", tested=True, yes_no=True),
    Measure(
        "cards.first", "valid at once", "cards by a model for which no answer had to be asked for again", yes_no=True
    ),
    Measure(
        "model.answered", "answered", "fields of the card that the model's own answer says something for", tested=True
    ),
    Measure("model.kept", "kept", "what the model proposed that the checks did not refuse", tested=True),
    Measure("article.title", "title", "the article's title is right", yes_no=True),
    Measure(
        "article.published", "published", "the publication date is right, or rightly open", tested=True, yes_no=True
    ),
    Measure("quotes.verbatim", "verbatim", "quotations whose every word is the article's", hard=True),
    Measure("quotes.precision", "precision", "quotations on the card that a label accepts"),
    Measure("quotes.recall", "recall", "labelled quotations on the card"),
    Measure("quotes.f1", "F1", "harmonic mean of precision and recall", tested=True),
    Measure("quotes.exact", "exact", "matched quotations with exactly the labelled words"),
    Measure("quotes.speaker", "speaker", "matched quotations with the right speaker", tested=True),
    Measure("quotes.strict", "strict F1", "the same as F1, where a match must have the right speaker as well"),
    Measure(
        "quotes.unsaid",
        "scare quotes avoided",
        "words in marks that nobody says and that the card does not quote",
        tested=True,
    ),
    Measure("who.precision", "precision", "listed participants that a label accepts"),
    Measure("who.recall", "recall", "labelled participants that are listed"),
    Measure("who.f1", "F1", "harmonic mean of precision and recall", tested=True),
    Measure("who.exact", "exact name", "matched participants under a labelled name, not part of one"),
    Measure("who.role", "role", "matched participants with a labelled role that have it", tested=True),
    Measure("who.kind", "kind", "matched participants of the labelled kind"),
    Measure("where.precision", "precision", "listed places that a label accepts"),
    Measure("where.recall", "recall", "labelled places that are listed"),
    Measure("where.f1", "F1", "harmonic mean of precision and recall"),
    Measure("where.main", "main place", "the place of the news is right", tested=True, yes_no=True),
    Measure("where.country", "country", "matched places in the labelled country"),
    Measure("when.precision", "precision", "resolved dates that a label accepts"),
    Measure("when.recall", "recall", "labelled dates on the card"),
    Measure(
        "when.f1", "F1", "harmonic mean of precision and recall; a date is right at the labelled precision", tested=True
    ),
    Measure("when.main", "main date", "the date of the news is right", tested=True, yes_no=True),
    Measure("when.open", "left open", "expressions that have to stay open and do"),
    Measure("headline.supported", "supported", "measured headlines that are supported", tested=True, yes_no=True),
    Measure(
        "headline.measured",
        "measured",
        "headlines of which it is known whether they are supported",
        tested=True,
        yes_no=True,
    ),
    Measure(
        "headline.attributed", "source named", "somebody's word in the headline that names whose it is", tested=True
    ),
    Measure("what.facts", "key facts", "key facts in headline and what", tested=True),
    Measure("what.supported", "supported", "measured statements of what that are supported", tested=True),
    Measure(
        "what.measured", "measured", "statements of what of which it is known whether they are supported", tested=True
    ),
    Measure("what.attributed", "source named", "somebody's word in what that names whose it is", tested=True),
    Measure("what.own", "own words kept", "news that a model wrote in words of its own that stayed on the card"),
    Measure("background.facts", "background facts", "background facts in the background", tested=True),
    Measure("background.supported", "supported", "measured background statements that are supported", tested=True),
    Measure(
        "background.measured",
        "measured",
        "background statements of which it is known whether they are supported",
        tested=True,
    ),
    Measure(
        "background.attributed", "source named", "somebody's word in the background that names whose it is", tested=True
    ),
    Measure(
        "prose.held",
        "held by the article",
        "figures and names in the card's own words that the article has",
        tested=True,
    ),
    Measure("prose.absent", "must not appear", "labelled strings that stand nowhere in the card's own words"),
    Measure("evidence.holds", "spans hold", "pieces of evidence that are exactly what stands there", hard=True),
    Measure(
        "evidence.precision", "evidence precision", "evidence of what and background that touches a labelled place"
    ),
    Measure("evidence.recall", "evidence recall", "labelled places that the card's evidence touches"),
)
MEASURES: Final = (*_BUILT_IN, *(added.measure for added in added_measures()))
"""All measures: the built-in ones, and those that installed packages bring."""
BY_ID: Final = {measure.id: measure for measure in MEASURES}
