"""Rules of reading cards of contract 1.0 as cards of today's contract."""

from __future__ import annotations

from typing import Any

import pytest

from summarize.article import article_id
from summarize.card import Card

TEXT = "Pier shut\n\nThe council closed the pier on Friday. Two beams were cracked, the inspector said. “It had to be,” said Hanna Osei."
CLOSED = "The council closed the pier on Friday."
CRACKED = "Two beams were cracked, the inspector said."


def _part(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _card(**fields: Any) -> dict[str, Any]:
    said = "It had to be,"
    return {
        "schema_version": "1.0",
        "article": {"id": article_id(TEXT), "source": "-", "title": "Pier shut", "text": TEXT},
        "headline": "Pier shut",
        "what": [{"text": CLOSED, "support": "verbatim", "evidence": [_part(CLOSED)]}],
        "quotes": [
            {"text": said, "speaker": "Hanna Osei", "speaker_role": None, "cue": "said", "evidence": [_part(said)]}
        ],
        "provenance": {
            "engine": "model",
            "tool_version": "0.1.0",
            "created": "2025-11-29T10:31:00Z",
            "seconds": 1,
            "checks": {"evidence": 2, "quotations": 1, "rejected": 0, "nlp": None, "nlp_until": None},
        },
        **fields,
    }


def test_what_is_the_articles_own_is_carried_over() -> None:
    """A title, a verbatim statement and a quotation are what they were, in the new form."""
    card = Card.model_validate(_card())
    assert card.schema_version == "2.1"
    assert (card.headline.text, card.headline.support) == ("Pier shut", "verbatim")
    assert [(one.text, one.support) for one in card.what] == [(CLOSED, "verbatim")]
    assert [one.speakers for one in card.quotes] == [("Hanna Osei",)]
    assert card.rejected == ()


@pytest.mark.parametrize("support", ["supported", "partial"])
def test_what_was_not_proved_is_not_called_so(support: str) -> None:
    """A statement in words of its own gives way to the sentences it rested on, and is listed as rejected."""
    own = {"text": "The pier closed over cracks.", "support": support, "evidence": [_part(CLOSED), _part(CRACKED)]}
    card = Card.model_validate(_card(what=[own]))
    assert [(one.text, one.support) for one in card.what] == [(f"{CLOSED} {CRACKED}", "verbatim")]
    assert [(one.field, one.value) for one in card.rejected] == [("what", "The pier closed over cracks.")]
    assert card.provenance.checks.rejected == 1


@pytest.mark.parametrize(
    ("headline", "title", "shown", "rejected"),
    [
        ("Pier shut", None, "Pier shut", []),
        ("Cracks shut the pier", "Pier shut", "Pier shut", ["headline"]),
        ("Cracks shut the pier", None, CLOSED, ["headline"]),
        ("", None, "", []),
        ("Two beams were cracked", "Pier shut", "Pier shut", ["headline"]),
    ],
)
def test_a_headline_of_its_own_words_gives_way(
    headline: str, title: str | None, shown: str, rejected: list[str]
) -> None:
    """A headline that stands in the article is kept; another one's place is taken by the title, or the first of the news."""
    old = _card(headline=headline)
    old["article"]["title"] = title
    card = Card.model_validate(old)
    assert card.headline.text == shown
    assert [one.field for one in card.rejected] == rejected


def test_a_card_that_pointed_wrongly_still_cannot_be_loaded() -> None:
    """A card of contract 1.0 whose evidence is not what the article says there is refused as ever."""
    wrong = {"text": CLOSED, "support": "verbatim", "evidence": [{**_part(CLOSED), "start": 3}]}
    with pytest.raises(ValueError, match="evidence"):
        Card.model_validate(_card(what=[wrong]))
