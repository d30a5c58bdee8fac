"""Whether a card names whose word it is."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.kept import unchecked_card
from summarize.evaluation.scoring.placed import card_statements
from summarize.evaluation.scoring.support import score_attributed
from tests.evaluation.perfect import perfect_card

GOLD = Gold.model_validate({
    "article": "x",
    "headline": {"according_to": ["police", "officers"]},
    "what": [{"any": ["47"], "according_to": ["governor"]}, {"any": ["Monday"], "according_to": None}],
    "background": [{"any": ["bribes"], "according_to": ["Smith"]}],
})  # fmt: skip


def card_of(headline: Any, what: str, background: str) -> Card:
    content = perfect_card().model_dump(mode="json")
    statements = {
        field: [{**content[field][0], "text": text}] for field, text in (("what", what), ("background", background))
    }
    return unchecked_card({**content, "headline": {"text": headline}, **statements})


@pytest.mark.parametrize(
    ("headline", "what", "background", "values"),
    [
        ("Bridge shut, police say", "The governor said 47 died on Monday.", "Smith spoke of bribes.", (1, 1, 1)),
        ("Bridge shut", "47 died on Monday, the mayor said.", "He took bribes.", (0, 0, 0)),
        ("Officers: 47 dead", "It was on Monday.", "It rained.", (0.5, None, None)),
    ],
)
def test_somebodys_word_has_to_name_whose(
    headline: str, what: str, background: str, values: tuple[float | None, ...]
) -> None:
    """A headline answers for its own label and for the facts that it tells; what is the article's own word owes no name."""
    scores = score_attributed(card_of(headline, what, background), GOLD).scores
    found = [
        scores[name].value if name in scores else None
        for name in ("headline.attributed", "what.attributed", "background.attributed")
    ]
    assert tuple(found) == values


def test_what_is_not_labelled_owes_nothing() -> None:
    """A fact without a source in the gold is not scored, and no more is a headline without a label."""
    gold = Gold.model_validate({"article": "x", "what": [["47"]], "headline": {}})
    assert score_attributed(card_of("47 dead", "47 died.", "-"), gold).scores == {}


def test_the_cards_own_attribution_counts_as_naming() -> None:
    """In contract 2.0 a statement may say beside its text whose word it is, and so may the headline."""

    class Attribution:
        source = "Police"

    class Statement:
        text, evidence, attribution = "Bridge shut", (), Attribution()

    card = card_of("-", "-", "-").model_copy(update={"headline": Statement(), "what": (Statement(),)})
    assert [(one.item, one.text, one.source) for one in card_statements(card)][:2] == [
        ("headline", "Bridge shut", "Police"),
        ("what[0]", "Bridge shut", "Police"),
    ]
    assert score_attributed(card, GOLD).scores["headline.attributed"].value == 1
