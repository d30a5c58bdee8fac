"""Rules of grounding: what becomes an item, and what is refused with which reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from summarize.article import Span
from summarize.card import NOT_JUDGED, Headline
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.findings import Findings, Sentence
from summarize.grounding import BorneOut, Grounded, ground, own_words
from tests.grounding.drafts import DRAFTS, OTHERWISE
from tests.grounding.findings import ARTICLE, FINDINGS, FIRST, TEXT, THIRD, span


def grounded(**parts: object) -> Grounded:
    """What a draft of these parts comes to."""
    return ground(Draft.model_validate(parts), ARTICLE, FINDINGS)


def reasons(result: Grounded) -> list[tuple[str, str]]:
    """The field and reason of each rejection."""
    return [(rejection.field, rejection.reason) for rejection in result.rejected]


@pytest.mark.parametrize("number", [0, -1, 99])
@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("what", lambda n: {"what": (DraftStatement(sentences=(1, n)),)}),
        ("background", lambda n: {"background": (DraftStatement(sentences=(n,)),)}),
        ("who", lambda n: {"who": (DraftParticipant(participant=n),)}),
        ("when", lambda n: {"when": (DraftTime(time=n),)}),
        ("where", lambda n: {"where": (DraftPlace(place=n),)}),
        ("quotes", lambda n: {"quotes": (DraftQuote(quotation=n),)}),
    ],
)
def test_a_number_out_of_range_is_rejected_with_its_reason(field: str, build: object, number: int) -> None:
    """A reference to a finding that does not exist makes no item, and the rejection names the number."""
    assert callable(build)
    result = grounded(**build(number))
    assert result.is_empty
    assert [rejection.field for rejection in result.rejected] == [field]
    assert f" {number}" in result.rejected[0].reason


def test_a_speaker_out_of_range_keeps_the_quotation_and_its_found_speaker() -> None:
    """A wrong speaker number is rejected; the quotation stays with the speaker that was found."""
    result = grounded(quotes=(DraftQuote(quotation=1, participant=9),))
    assert [(quote.speaker, quote.speaker_role) for quote in result.quotes] == [("Hanna Osei", "treasurer")]
    assert reasons(result) == [("quotes.speaker", "there is no participant 9")]


def test_a_statement_without_words_of_its_own_is_verbatim() -> None:
    """A statement that gives only sentence numbers is those sentences, word for word."""
    result = grounded(what=(DraftStatement(sentences=(1, 3)),))
    [statement] = result.what
    assert (statement.text, statement.support) == (f"{FIRST} {THIRD}", "verbatim")
    assert [part.text for part in statement.evidence] == [FIRST, THIRD]
    assert result.rejected == []


def test_a_statement_of_its_own_words_is_checked() -> None:
    """A statement in an engine's words stands if it was judged to, and is rejected with the reason if not, or if nobody was asked."""
    kept, lost, unasked = "Kestrel sold a pier in Leeds.", "Kestrel sold it for 50 million.", "Leeds lost a pier."
    draft = Draft(what=tuple(DraftStatement(sentences=(1,), text=text) for text in (kept, lost, unasked)))
    first, second, _ = own_words(draft, ARTICLE, FINDINGS)
    result = ground(draft, ARTICLE, FINDINGS, verdicts={first: BorneOut(), second: "50 million stands nowhere"})
    assert [(one.text, one.support) for one in result.what] == [(kept, "judged")]
    assert [one.evidence for one in result.what] == [(ARTICLE.evidence(FINDINGS.sentences[0].span),)]
    assert reasons(result) == [("what", "50 million stands nowhere"), ("what", NOT_JUDGED)]


def test_only_own_words_need_a_judge() -> None:
    """A sentence of the article, whole or several together, and what is refused for its form or its numbers, is put to nobody."""
    texts = (
        (FIRST, (1,)),
        (f"{FIRST} {THIRD}", (1, 3)),
        ("A pier, www.example.com, was sold.", (1,)),
        ("A pier was sold.", (9,)),
        ("A pier was sold.", ()),
        ("…", (1,)),
    )
    draft = Draft(what=tuple(DraftStatement(sentences=numbers, text=text) for text, numbers in texts))
    assert own_words(draft, ARTICLE, FINDINGS) == []
    assert [one.support for one in ground(draft, ARTICLE, FINDINGS).what] == ["verbatim", "verbatim"]


def test_a_quotation_is_its_parts_to_the_letter() -> None:
    """A quotation's text is what stands between its marks, one piece of evidence for each part, with role and cue."""
    [quote] = grounded(quotes=(DraftQuote(quotation=1),)).quotes
    assert quote.text == "We had no choice, and no time."
    assert [TEXT[part.start : part.end] for part in quote.evidence] == ["We had no choice,", "and no time."]
    assert (quote.speaker, quote.speaker_role, quote.cue) == ("Hanna Osei", "treasurer", "said")


def test_a_participant_comes_with_role_mentions_and_evidence() -> None:
    """A participant's evidence is the fullest name, every other mention, and the words of the role."""
    [who] = grounded(who=(DraftParticipant(participant=2),)).who
    assert (who.name, who.role, who.kind, who.mentions) == ("Hanna Osei", "treasurer", "person", 2)
    assert [part.text for part in who.evidence] == ["Hanna Osei", "Osei", "treasurer"]


@pytest.mark.parametrize(
    ("draft", "refused"),
    [
        (DraftParticipant(name="Tom Lindqvist", sentence=1), "the name does not stand in sentence 1"),
        (DraftParticipant(name="Hanna Osei", sentence=1), "the name does not stand in sentence 1"),
        (DraftParticipant(name="Hanna Osei", sentence=9), "it names no sentence of the article"),
        (DraftParticipant(name="Hanna Osei"), "it names no sentence of the article"),
        (DraftParticipant(), "it names no sentence of the article"),
    ],
)
def test_a_missed_name_must_stand_in_its_sentence(draft: DraftParticipant, refused: str) -> None:
    """A name that the findings missed is taken only if it stands in the sentence given for it."""
    result = grounded(who=(draft,))
    assert result.who == []
    assert reasons(result) == [("who", refused)]


def test_a_missed_name_that_stands_there_is_taken() -> None:
    """A name that does stand in its sentence becomes a participant with that place as evidence."""
    text = "They met the Harbour Watch at noon."
    article = ARTICLE.model_copy(update={"text": text})
    findings = Findings(sentences=(Sentence(number=1, span=Span(start=0, end=len(text)), paragraph=0),))
    draft = Draft(who=(DraftParticipant(name="Harbour Watch", sentence=1, kind="organisation"),))
    [who] = ground(draft, article, findings).who
    assert (who.name, who.kind, who.evidence[0].text) == ("Harbour Watch", "organisation", "Harbour Watch")


def test_a_missed_name_inside_a_longer_word_is_refused() -> None:
    """A name that is only part of a longer word in its sentence does not stand there."""
    result = grounded(who=(DraftParticipant(name="Kestre", sentence=1),))
    assert result.who == []
    assert len(result.rejected) == 1


def test_a_role_the_article_does_not_give_is_refused() -> None:
    """An invented role is rejected, and the role that was found is kept."""
    result = grounded(who=(DraftParticipant(participant=2, role="president"),))
    assert [who.role for who in result.who] == ["treasurer"]
    assert [field for field, _ in reasons(result)] == ["who.role"]


def test_one_date_written_twice_is_one_item() -> None:
    """Several ways to write one date become one item with all of them as evidence."""
    result = grounded(when=(DraftTime(time=1, sentence=1), DraftTime(time=2, main=True)))
    [when] = result.when
    assert (when.text, when.start, when.main, when.what) == ("on Saturday", "2026-03-14", True, FIRST)
    assert [part.text for part in when.evidence] == ["on Saturday", "14 March 2026"]


def test_unresolved_dates_are_kept_apart_and_open() -> None:
    """Two dates that could not be resolved stay two items without a value: they may be two days."""
    result = grounded(when=(DraftTime(time=3), DraftTime(time=4)))
    assert [(when.text, when.start, when.end) for when in result.when] == [("on Friday", None, None)] * 2
    assert [part.start for when in result.when for part in when.evidence] == [
        span("on Friday").start,
        span("on Friday", 2).start,
    ]


def test_the_main_place_stands_first() -> None:
    """A place comes with its country and evidence."""
    [where] = grounded(where=(DraftPlace(place=1, main=True),)).where
    assert (where.name, where.country, where.main, where.evidence[0].text) == ("Leeds", "GB", True, "Leeds")


def test_a_finding_named_twice_makes_one_item() -> None:
    """An engine that repeats itself does not repeat the card."""
    result = grounded(
        who=(DraftParticipant(participant=2), DraftParticipant(participant=2)),
        where=(DraftPlace(place=1), DraftPlace(place=1)),
        quotes=(DraftQuote(quotation=1), DraftQuote(quotation=1)),
    )
    assert (len(result.who), len(result.where), len(result.quotes)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("parts", "headline", "refused"),
    [
        ({}, FIRST, []),
        (
            {"headline": DraftStatement(sentences=(1,), text=FIRST)},
            FIRST,
            [],
        ),
        ({"headline": DraftStatement(sentences=(1,), text="Kestrel Energy buys Paris")}, FIRST, ["headline"]),
        ({"headline": DraftStatement(sentences=(9,), text="Kestrel Energy sold the old pier")}, FIRST, ["headline"]),
    ],
)
def test_a_headline_is_supported_or_replaced(parts: dict[str, object], headline: str, refused: list[str]) -> None:
    """A headline that is neither a sentence, nor a cut, nor judged is rejected, and the first sentence takes its place."""
    result = grounded(**parts)
    assert (result.headline.text, result.headline.support) == (headline, "verbatim")
    assert [field for field, _ in reasons(result)] == refused


def test_the_articles_own_title_is_the_headline() -> None:
    """Where the article has a title and the draft says so, it is the headline."""
    article = ARTICLE.model_copy(update={"title": "Pier  sold\nat last"})
    draft = Draft(
        title_is_headline=True, headline=DraftStatement(sentences=(1,), text="Kestrel Energy sold the old pier")
    )
    assert ground(draft, article, FINDINGS).headline == Headline(text="Pier sold at last")


@settings(max_examples=150, deadline=None)
@given(DRAFTS)
def test_whatever_an_engine_says_only_what_the_article_holds_becomes_an_item(draft: Draft) -> None:
    """For any draft, every item's evidence is the article's own text, and nothing crashes."""
    result = ground(draft, ARTICLE, FINDINGS)
    items = [*result.what, *result.background, *result.who, *result.when, *result.where, *result.quotes]
    for item in items:
        assert item.evidence
        assert all(TEXT[part.start : part.end] == part.text for part in item.evidence)
    assert all(quote.text in {"We had no choice, and no time.", "the long goodbye"} for quote in result.quotes)
    assert all(rejection.reason for rejection in result.rejected)
    assert result == ground(draft, ARTICLE, FINDINGS)


@settings(max_examples=150, deadline=None)
@given(DRAFTS)
def test_with_an_otherwise_no_field_is_emptier_than_its(draft: Draft) -> None:
    """For any draft, a card with an `otherwise` has something wherever that one has something, and all of its quotations but unsaid ones."""
    alone = ground(OTHERWISE, ARTICLE, FINDINGS)
    result = ground(draft, ARTICLE, FINDINGS, OTHERWISE)
    for name in ("headline", "what", "who", "when", "where", "background"):
        assert bool(getattr(result, name)) >= bool(getattr(alone, name)), name
    assert {quote.text for quote in alone.quotes} <= {quote.text for quote in result.quotes}
    assert {when.text for when in alone.when} <= {when.text for when in result.when}
    assert sum(when.main for when in result.when) == sum(where.main for where in result.where) == 1
    assert len(result.what) <= 3
    for item in (*result.what, *result.background, *result.who, *result.when, *result.where, *result.quotes):
        assert all(TEXT[part.start : part.end] == part.text for part in item.evidence)


def test_an_otherwise_alone_is_what_it_is_by_itself() -> None:
    """An empty draft gives the card of the built-in engine, and a draft that repeats it changes nothing."""
    alone = ground(OTHERWISE, ARTICLE, FINDINGS)
    assert ground(Draft(), ARTICLE, FINDINGS, OTHERWISE) == alone
    assert ground(OTHERWISE, ARTICLE, FINDINGS, OTHERWISE) == alone
