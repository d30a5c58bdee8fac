"""Drafts made to hurt: very many entries, very long texts, very many claims that are refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from summarize import reading
from summarize.article import Article, article_id
from summarize.card import NOT_JUDGED
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from summarize.grounding import ground
from tests.grounding.articles import article, grounded
from tests.grounding.drafts import DRAFTS

_SEEDS = Path(__file__).parents[2] / "seeds"
_MANY = 10_000


def test_a_refused_claim_is_one_short_line() -> None:
    """A rejection shows at most 200 characters of the claim on one line, each claim once, fifty at most, the last counting the rest."""
    long = "Kestrel\nbought " * 100
    statements = tuple(DraftStatement(sentences=(1,), text=f"{number} {long}") for number in range(60))
    result = grounded("The pier closed.", Draft(what=(*statements[:15], *statements[:15])), alone=True)
    assert len(result.rejected) == 15
    assert all(len(one.value) == 200 and one.value.endswith("…") and "\n" not in one.value for one in result.rejected)
    many = grounded(
        "The pier closed.", Draft(who=tuple(DraftParticipant(participant=n) for n in range(100, 260))), alone=True
    )
    assert len(many.rejected) == 50
    assert (many.rejected[-1].field, many.rejected[-1].value) == ("draft", "111 more")


def test_rejections_stand_in_the_cards_order() -> None:
    """Whatever is checked first, refusals are listed headline first, background last."""
    draft = Draft(
        headline=DraftStatement(sentences=(9,), text="x"),
        what=(DraftStatement(sentences=(9,)),),
        who=(DraftParticipant(participant=9),),
        when=(DraftTime(time=9),),
        where=(DraftPlace(place=9),),
        quotes=(DraftQuote(quotation=9),),
        background=(DraftStatement(sentences=(9,)),),
    )
    fields = ["headline", "what", "who", "when", "where", "quotes", "background"]
    assert [one.field for one in grounded("The pier closed.", draft).rejected] == fields


def test_a_card_has_three_statements_and_five_of_background() -> None:
    """What is drafted beyond that is refused, as are a statement of many sentences and a text that is too long."""
    text = " ".join(f"The {word} pier closed." for word in ("old", "new", "red", "low", "dry", "wet", "big"))
    draft = Draft(
        what=tuple(DraftStatement(sentences=(number,)) for number in (1, 2, 3, 4)),
        background=tuple(DraftStatement(sentences=(number,)) for number in (3, 5, 6, 6, 7)),
    )
    result = grounded(text, draft)
    assert [len(result.what), len(result.background)] == [3, 3]
    assert [(one.field, one.reason) for one in result.rejected] == [("what", "a card has no more than 3 of them")]
    long = Draft(
        what=(
            DraftStatement(sentences=(1,), text="The old pier closed. " * 20),
            DraftStatement(sentences=tuple(range(1, 8))),
        )
    )
    assert [one.reason for one in grounded(text, long).rejected] == [
        "it is longer than 400 characters",
        "it rests on more than 5 sentences",
    ]


@pytest.mark.parametrize(
    ("headline", "reason"),
    [
        ("The old pier closed\nand more", "more than one line"),
        ("The old pier closed " * 8, "longer than 140"),
        ("The old pier closed in Paris", NOT_JUDGED),
        ("The old pier closed for 14 days", None),
        ("The gate is  shut", None),
    ],
)
def test_a_headline_is_a_sentence_or_the_title(headline: str, reason: str | None) -> None:
    """A headline that nobody judged is a sentence or the article's title, on one line; another one's place is taken by the title."""
    made, findings = article("The old pier closed for 14 days.", title="The gate is shut")
    draft = Draft(headline=DraftStatement(sentences=(1,), text=headline))
    result = ground(draft, made, findings, ExtractiveEngine().choose(made, findings))
    assert result.headline.text == (" ".join(headline.split()) if reason is None else "The gate is shut")
    assert [one.field for one in result.rejected] == ([] if reason is None else ["headline"])
    assert reason is None or reason in result.rejected[0].reason


@pytest.mark.parametrize(
    "sentence", ["“Nobody asked us,” said Hanna Osei in Leeds on Friday. ", "Osei in Leeds on Friday and, "]
)
@pytest.mark.timed
def test_ten_thousand_entries_on_a_long_article_are_grounded_in_linear_time(sentence: str) -> None:
    """Ten thousand entries of each kind, on 100,000 characters in many sentences or in one, are grounded within seconds."""
    text = sentence * (100_000 // len(sentence))
    made = Article(id=article_id(text), source="-", text=text, published="2026-03-14", published_from="option")
    findings = find(made, None)
    draft = Draft(
        what=tuple(DraftStatement(sentences=(1,), text=f"Osei sold {n} piers in Leeds.") for n in range(_MANY)),
        who=tuple(
            DraftParticipant(name=f"Osei {n}" if n % 2 else "in Leeds", sentence=1 + n, role="in Leeds")
            for n in range(_MANY)
        ),
        when=tuple(DraftTime(time=n, words="Friday", sentence=1, main=True) for n in range(_MANY)),
        where=tuple(DraftPlace(name="Leeds", sentence=n, main=True) for n in range(_MANY)),
        quotes=tuple(DraftQuote(quotation=n, participant=1 + n % 3, speaker="Hanna Osei") for n in range(_MANY)),
        unsaid=tuple(range(_MANY)),
        background=tuple(DraftStatement(sentences=(n + 1, 1)) for n in range(_MANY)),
    )
    otherwise = ExtractiveEngine().choose(made, findings)
    started = time.process_time()
    result = ground(draft, made, findings, otherwise)
    assert time.process_time() - started < 2.5
    assert len(result.rejected) <= 50


@settings(max_examples=40, deadline=None)
@given(DRAFTS)
def test_any_draft_of_a_real_article_keeps_the_promises(draft: Draft) -> None:
    """On a real article too, evidence is the article's text, quotations are verbatim, and no field falls behind the built-in engine's."""
    made = reading.read(str(_SEEDS / "harbour-fire.txt"), None).article
    findings = find(made, None)
    otherwise = ExtractiveEngine().choose(made, findings)
    alone = ground(otherwise, made, findings)
    result = ground(draft, made, findings, otherwise)
    for name in ("headline", "what", "who", "when", "where", "background"):
        assert bool(getattr(result, name)) >= bool(getattr(alone, name)), name
    assert len(result.quotes) >= len(alone.quotes) - len(draft.unsaid)
    for item in (*result.what, *result.background, *result.who, *result.when, *result.where, *result.quotes):
        assert all(made.text[part.start : part.end] == part.text for part in item.evidence)
    assert all(quote.text == " ".join(part.text for part in quote.evidence) for quote in result.quotes)
