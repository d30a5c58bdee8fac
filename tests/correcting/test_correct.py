"""Rules of correcting a card: what a person gives is held against the article, kept beside the original, and shown."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from summarize import Card, Evidence, Settings, pipeline_for, read_text, render
from summarize.card import Where
from summarize.correcting import Change, RefusedError, correct

TEXT = """Bridge shut over cracks

MARLOW, 3 March 2026 - The county shut the Old Mill Bridge on Tuesday after divers found cracks in two piers, the county said.

“Nobody should walk on it,” said Petra Hollis, the county engineer, and shook her head.

“We lose half our trade,” said Omar Reyes, a baker on the north bank. “They told Ivo Brandt nothing.”

Omar Reyes said the council had promised him a new road. Petra Hollis said the piers would be wrapped in steel.

The bridge was built in 1931 and repaired in May 1987, according to the county. A second inspection is due on Friday in Henley.
"""
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def card() -> Card:
    made = pipeline_for(Settings(nlp="off")).card(read_text(TEXT).article)
    assert [one.speaker for one in made.quotes] == ["Petra Hollis", "Omar Reyes"]
    return made


def corrected(card: Card, *changes: dict[str, Any]) -> Card:
    return correct(card, [Change.model_validate(one) for one in changes], by="Mei Tanaka", now=NOW)


def refused(card: Card, **change: Any) -> str:
    with pytest.raises(RefusedError) as found:
        corrected(card, change)
    return str(found.value)


def place(card: Card, field: str, words: str) -> int:
    """Number of the item whose name or words these are."""
    (found,) = (
        number
        for number, one in enumerate(getattr(card, field), 1)
        if words in (getattr(one, "name", None), getattr(one, "text", None))
    )
    return found


def test_a_speaker_with_the_role_that_goes_with_it(card: Card) -> None:
    """A corrected speaker has evidence, and the role of the speaker before does not stay; both originals are kept."""
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": ["Omar Reyes"]})
    assert (new.quotes[0].speaker, new.quotes[0].speaker_role) == ("Omar Reyes", card.quotes[1].speaker_role)
    first, _, second = new.corrections
    assert (first.part, first.before, first.after, first.by) == ("speakers", "Petra Hollis", "Omar Reyes", "Mei Tanaka")
    assert first.at == "2026-03-04T09:30:00+00:00"
    assert [part.text for part in first.evidence] == ["Omar Reyes"]
    assert (second.part, second.before) == ("speaker_role", card.quotes[0].speaker_role)
    assert new.standing == "sealed"
    assert new.quotes[0].text == card.quotes[0].text


@pytest.mark.parametrize("speakers", [["Omar Reyes"], []])
def test_the_words_that_introduce_a_quotation_go_with_their_speaker(card: Card, speakers: list[str]) -> None:
    """A quotation that somebody else said, or nobody knows who, is not told to be "said" by the words of the speaker before."""
    assert card.quotes[0].cue == "said"
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": speakers})
    assert new.quotes[0].cue is None
    kept = new.corrections[1]
    assert (kept.part, kept.before, kept.after) == ("cue", "said", None)
    for name in ("markdown", "html"):
        shown = render(new, name)
        assert "introduced by" in shown
        assert shown.count("(said)") + shown.count('class="cue"') == sum(one.cue == "said" for one in new.quotes)


def test_one_more_speaker_leaves_the_words_that_introduce_a_quotation(card: Card) -> None:
    """Who said it before still does."""
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": ["Petra Hollis", "Omar Reyes"]})
    assert (new.quotes[0].cue, [one.part for one in new.corrections]) == ("said", ["speakers", "speaker_role"])


def test_a_speaker_left_open(card: Card) -> None:
    """No speaker at all is a correction too."""
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": []})
    assert new.quotes[0].speakers == ()
    assert new.corrections[0].after is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"field": "quotes", "item": 1, "speakers": ["Ann Lee"]}, "does not stand in the article"),
        ({"field": "quotes", "item": 1, "speakers": ["Ivo Brandt"]}, "in somebody's words alone"),
        ({"field": "quotes", "item": 1, "speakers": ["she"]}, "names nobody"),
        ({"field": "quotes", "item": 1, "role": "a baker on the north bank"}, "the article calls Omar Reyes"),
        ({"field": "quotes", "item": 9, "drop": True}, "there is no 9"),
        ({"field": "where", "item": 1, "name": "Lyon"}, "does not stand in the article"),
        ({"field": "where", "item": 1, "country": "France"}, "no code of a country"),
        ({"field": "what", "item": 1, "text": "The bridge is a danger."}, "no cut of one"),
        ({"field": "what", "item": 1, "text": "The county shut the bridge over 9 cracks.", "own_words": True}, "9"),
    ],
)
def test_what_the_article_does_not_have_is_refused(card: Card, change: dict[str, Any], reason: str) -> None:
    """A name, role, country or line that the article does not bear out is refused with the reason."""
    assert reason in refused(card, **change)


@pytest.mark.parametrize(
    ("words", "date", "reason"),
    [
        ("May 1987", "1988-05", "another year"),
        ("May 1987", "1987-06", "another month"),
        ("1931", "1930", "another year"),
        ("Friday", "2026-03-07", "another day of the week"),
        ("Friday", "soon", "is no date"),
        ("Friday", "2026-02-30", "is no date"),
        ("Friday", "2026-03-13/2026-03-06", "a later end"),
    ],
)
def test_a_date_against_the_articles_own_words_is_refused(card: Card, words: str, date: str, reason: str) -> None:
    """What the words say themselves (year, month, day of the week) no correction can deny."""
    assert reason in refused(card, field="when", item=place(card, "when", words), date=date)


@pytest.mark.parametrize(
    ("words", "date", "value"),
    [
        ("Friday", "2026-03-13", ("2026-03-13", None, "day")),
        ("Friday", "2026-03-13T09:30", ("2026-03-13T09:30", None, "time")),
        ("May 1987", "1987-05-04/1987-05-20", ("1987-05-04", "1987-05-20", "day")),
        ("May 1987", "1987", ("1987", None, "year")),
        ("Friday", "", (None, None, "day")),
    ],
)
def test_a_date_that_the_words_allow(card: Card, words: str, date: str, value: tuple[Any, ...]) -> None:
    """A date, a range, or none is taken as it is given, at its own precision."""
    number = place(card, "when", words)
    when = corrected(card, {"field": "when", "item": number, "date": date}).when[number - 1]
    assert (when.start, when.end, when.precision) == value
    assert when.evidence == card.when[number - 1].evidence


def test_one_main_date_and_one_main_place_that_stands_first(card: Card) -> None:
    """Another main item takes the mark from the one before; the main place stands first."""
    span = read_text(TEXT).article.text.index("Henley")
    henley = Where(
        name="Henley", country=None, main=False, evidence=(Evidence(start=span, end=span + 6, text="Henley"),)
    )
    new = corrected(
        card.model_copy(update={"where": (*card.where[:1], henley)}),
        {"field": "when", "item": place(card, "when", "Friday"), "main": True},
        {"field": "where", "item": 2, "main": True},
    )
    assert [one.text for one in new.when if one.main] == ["Friday"]
    assert (new.where[0].name, new.where[0].main) == ("Henley", True)
    assert sum(one.main for one in new.where) == 1


def test_a_line_that_is_the_articles(card: Card) -> None:
    """A sentence of the article, or a cut of one, is called so and has its evidence and its source."""
    new = corrected(
        card,
        {
            "field": "what",
            "item": 1,
            "text": "The bridge was built in 1931 and repaired in May 1987, according to the county.",
        },
    )
    assert new.what[0].support == "verbatim"
    assert "1931" in new.what[0].evidence[0].text
    title = corrected(card, {"field": "headline", "text": "Bridge shut over cracks"})
    assert (title.headline.text, title.headline.support) == ("Bridge shut over cracks", "verbatim")


def test_a_line_in_an_editors_words_is_marked_as_one(card: Card) -> None:
    """It is called an editor's in every form, rests on sentences, and never passes for the article's or a judged one."""
    own = {
        "field": "what",
        "item": 1,
        "text": "Old Mill Bridge is closed because divers found cracks, the county said.",
    }
    new = corrected(card, {**own, "own_words": True})
    assert new.what[0].support == "editor"
    assert new.what[0].evidence == card.what[0].evidence
    for form in ("terminal", "markdown", "html"):
        assert "an editor's words" in " ".join(html.unescape(render(new, form)).split())
    with pytest.raises(ValidationError, match="no correction is kept"):
        Card.model_validate({**new.model_dump(), "corrections": []})


def test_attributions_follow_their_participants(card: Card) -> None:
    """Where a participant is taken off, what others say still refers to the right one, and what that one says to none."""
    owned = next(one for one in card.statements() if one.attribution and one.attribution.participant)
    assert owned.attribution is not None
    number = owned.attribution.participant or 0
    gone = corrected(card, {"field": "who", "item": number, "drop": True})
    same = next(one for one in gone.statements() if one.text == owned.text)
    assert same.attribution is not None
    assert (same.attribution.participant, same.attribution.source) == (None, owned.attribution.source)
    for one in gone.statements():
        if one.attribution is not None and one.attribution.participant is not None:
            assert gone.who[one.attribution.participant - 1].name == one.attribution.source


def test_every_form_shows_who_corrected_what_and_when(card: Card) -> None:
    """The original, the new value, the name and the day stand in every form, and the footer counts them."""
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": ["Omar Reyes"]})
    for form in ("terminal", "markdown", "html"):
        text = " ".join(render(new, form).split())
        assert "speaker: Omar Reyes (was: Petra Hollis), corrected by Mei Tanaka on 4 March 2026, 09:30 UTC" in text
        assert "3 corrections" in text


def test_a_correction_vouches_for_nothing_that_was_edited_outside(card: Card) -> None:
    """A card that something else changed is not sealed by a correction."""
    edited = card.model_copy(update={"who": card.who[:-1]})
    assert edited.standing == "edited"
    assert corrected(edited, {"field": "quotes", "item": 2, "drop": True}).standing == "edited"


def test_all_or_none(card: Card) -> None:
    """A change that does not hold is told by its number, and the others are not made either."""
    with pytest.raises(RefusedError) as found:
        corrected(card, {"field": "quotes", "item": 2, "drop": True}, {"field": "quotes", "item": 2, "drop": True})
    assert found.value.number == 2


@pytest.mark.parametrize(
    "change",
    [
        {"field": "quotes", "item": 1, "date": "2026"},
        {"field": "quotes", "item": 1},
        {"field": "quotes", "drop": True},
        {"field": "headline", "drop": True},
        {"field": "when", "item": 1, "main": False},
        {"field": "who", "item": 1, "drop": True, "name": "x"},
    ],
)
def test_changes_that_make_no_sense(change: dict[str, Any]) -> None:
    """A part that the field has not, nothing at all, or an item without its number is no change."""
    with pytest.raises(ValidationError):
        Change.model_validate(change)


def test_what_the_card_says_already_is_no_correction(card: Card) -> None:
    """A value that is given again changes nothing, and nobody is said to have corrected it."""
    quote, date, spot = card.quotes[0], card.when[0], card.where[0]
    again = corrected(
        card,
        {"field": "quotes", "item": 1, "speakers": list(quote.speakers)},
        {"field": "quotes", "item": 1, "role": quote.speaker_role},
        {"field": "who", "item": 1, "name": card.who[0].name, "role": card.who[0].role or ""},
        {"field": "when", "item": 1, "date": "/".join(filter(None, (date.start, date.end)))},
        {"field": "where", "item": 1, "name": spot.name, "country": spot.country or "", "main": spot.main or None},
        {"field": "what", "item": 1, "text": card.what[0].text},
        {"field": "headline", "text": card.headline.text},
    )
    assert again == card


def test_several_speakers_are_listed_as_the_card_lists_them(card: Card) -> None:
    """The value that a correction gives is the one that the card shows."""
    new = corrected(card, {"field": "quotes", "item": 1, "speakers": ["Petra Hollis", "Omar Reyes", "the county"]})
    assert new.corrections[0].after == new.quotes[0].speaker


def test_whoever_corrects_has_a_name_that_can_be_written(card: Card) -> None:
    """Bytes of a name that are no text are shown as such, and are no failure."""
    change = Change.model_validate({"field": "quotes", "item": 1, "drop": True})
    assert correct(card, [change], by="Mei \udcff").corrections[0].by == "Mei \\xff"


@pytest.mark.parametrize(("given", "there"), [("the accountant", "The accountant"), ("The clerk", "the clerk")])
def test_a_described_speaker_is_found_whatever_its_first_letter(given: str, there: str) -> None:
    """A description stands with a capital at the opening of a sentence; the card has it as the article does. A name is no description."""
    text = (
        "The accountant wept as the clerk left the court in Leeds. “I was sent home,” a witness told Omar Reyes there."
    )
    made = pipeline_for(Settings(engine="extractive", nlp="off")).card(read_text(text, "a.txt", "2026-05-04").article)
    assert corrected(made, {"field": "quotes", "item": 1, "speakers": [given]}).quotes[0].speaker == there
    assert "does not stand" in refused(made, field="quotes", item=1, speakers=["omar Reyes"])
