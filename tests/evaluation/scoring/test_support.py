"""What counts as supported without the checks that made the card: whole sentences, and what somebody else has judged."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.kept import unchecked_card
from summarize.evaluation.scoring.score import score
from tests.evaluation.perfect import perfect_card

TEXT = """LENBRIDGE, March 3 (AP) — Smith denied that the minister took bribes. “We looked. The minister took bribes. We stand by it,” said Wern.

The mayor said: The minister took bribes. ‘I know it. The minister took bribes,’ she added. She left the room.

He resigned on Monday, citing his health, and left. He resigned on Monday
"""


def card_of(text: str, *, within: str = TEXT, support: str = "verbatim", **fields: Any) -> Card:
    """A card with one statement, whose evidence is `within`."""
    start = TEXT.index(within)
    evidence = [{"start": start, "end": start + len(within), "text": within}]
    content = perfect_card().model_dump(mode="json")
    content["article"] |= {"text": TEXT, "title": "Minister resigns"}
    empty: dict[str, Any] = {name: [] for name in ("who", "when", "where", "quotes", "background")}
    return unchecked_card(
        {**content, **empty, "headline": {"text": "Minister resigns"}, **fields, "what": [{"text": text, "support": support, "evidence": evidence}]}
    )  # fmt: skip


def held(card: Card, **gold: Any) -> float | None:
    """The share of its statements that is supported; None where none is measured."""
    scores = score(card, Gold.model_validate({"article": "x", "title": None, **gold})).scores
    assert ("what.supported" in scores) == (scores["what.measured"].value == 1)
    return scores["what.supported"].value if "what.supported" in scores else None


@pytest.mark.parametrize(
    "text",
    [
        "Smith denied that the minister took bribes.",  # after a dateline
        "He resigned on Monday, citing his health, and left.",
        "He resigned on Monday",  # a line's end ends it
        "The mayor said: The minister took bribes.",
        "She left the room.",  # after a quotation
    ],
)
def test_a_whole_sentence_is_supported(text: str) -> None:
    """From the beginning of a sentence to its end, word for word, nothing can be lost."""
    assert held(card_of(text)) == 1


def test_a_part_of_a_sentence_is_not_measured() -> None:
    """Whatever the card calls it: it may have lost who says it. So may a sentence out of somebody's quotation, or after a colon."""
    assert held(card_of("the minister took bribes.", within="Smith denied that the minister took bribes.")) is None
    assert held(card_of("Smith denied that the minister", support="judged")) is None
    for within in ("We looked. The minister took bribes.", "The mayor said: The minister took bribes.", "‘I know it. The minister took bribes,’"):  # fmt: skip
        assert held(card_of("The minister took bribes.", within=within)) is None
    assert held(card_of("He resigned on Monday, and left.", support="judged")) is None


def test_a_sentence_that_is_not_cited_is_not_measured() -> None:
    """It stands in the article, but not where the card says."""
    assert held(card_of("He resigned on Monday, citing his health, and left.", within="Smith denied")) is None


def test_a_judgement_by_hand_or_by_another_model_decides() -> None:
    """A model that wrote or judged the card is no witness of it."""
    text = "The minister went."
    provenance = {**perfect_card().provenance.model_dump(mode="json"), "engine": "model", "model": "small"}
    card = card_of(text, support="judged", provenance=provenance)
    for by, value in ((None, 1), ("large", 1), ("small", None)):
        assert held(card, verdicts=[{"text": text, "supported": True, "by": by}]) == value
    assert held(card, verdicts=[{"text": text, "supported": False}]) == 0


def test_a_name_of_nobody_is_unsupported() -> None:
    """A figure or name that the article does not have needs no judge."""
    assert held(card_of("He resigned, said Zorblax.", support="judged")) == 0


def test_the_title_is_a_supported_headline() -> None:
    """Another headline is not measured until somebody has judged it."""
    gold = {"article": "x", "verdicts": [{"text": "Minister sacked", "supported": False}]}
    for headline, value in (("MINISTER RESIGNS", 1), ("Minister sacked", 0), ("Minister goes", None)):
        scores = score(card_of("He resigned on Monday", headline={"text": headline}), Gold.model_validate(gold)).scores
        assert (scores["headline.supported"].value if "headline.supported" in scores else None) == value
        assert scores["headline.measured"].value == (value is not None)


def test_news_in_a_models_own_words_is_counted_where_it_stayed() -> None:
    """One of two sentences that the model wrote stayed, and its headline was refused; the article's own sentence is none of its,
    and background is no news."""
    provenance = {**perfect_card().provenance.model_dump(mode="json"), "engine": "model", "model": "small"}
    rejected = [
        {"field": field, "value": "x", "reason": "y"} for field in ("headline", "what[1]", "background", "quotes[0]")
    ]
    written = card_of("The minister went.", support="judged", provenance=provenance, rejected=rejected)
    background = written.what[0].model_copy(update={"text": "It rained."})
    written = written.model_copy(update={"background": (background,)})
    gold = Gold.model_validate({"article": "x", "title": None})
    assert score(written, gold).scores["what.own"].value == pytest.approx(1 / 3)
    assert "what.own" not in score(card_of("He resigned on Monday", provenance=provenance), gold).scores
    assert "what.own" not in score(card_of("The minister went.", rejected=rejected), gold).scores, "no model made it"
