"""Rules of adding to a card what it lacks: it stands in the article, it is not there already, and it is kept as a correction."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from summarize import Card, Settings, pipeline_for, read_text, render
from summarize.correcting import Change, RefusedError, correct
from summarize.rendering.corrections import correction

TEXT = """Ferry held at Sundry over a broken ramp

SUNDRY, 3 March 2026 - The ferry to Calder stayed in port on Tuesday after its ramp broke, the port said.

“We heard it go,” said Petra Hollis, the harbour master. The port called it “an old wound” on Monday.

The ramp dates from 1987. Ivo Brandt mended it twice. The crew (of nine) stayed. A new one is due the week before the regatta, and the regatta is in Calder.

“It was dark,” Omar Reyes said. “It was cold,” he said of the night. It was dark, and divers waited until Monday.

Omar Reyes said the port had been warned. The port denied that Reyes had warned anybody.
"""
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def card() -> Card:
    """The article's card without all that the tests add."""
    made = pipeline_for(Settings(nlp="off")).card(read_text(TEXT).article)
    hollis = next(one for one in made.who if one.name == "Petra Hollis")
    kept = {"who": (hollis,), "when": (), "where": made.where[:1], "quotes": (), "what": made.what[:1], "claims": (), "background": ()}  # fmt: skip
    return made.model_copy(update=kept).with_seal()


def added(card: Card, **change: Any) -> Card:
    return correct(card, [Change.model_validate({"add": True, **change})], by="Mei Tanaka", now=NOW)


def refused(card: Card, **change: Any) -> str:
    with pytest.raises(RefusedError) as found:
        added(card, **change)
    return str(found.value)


def number_of(words: str) -> int:
    """Number of the sentence that words stand in."""
    from summarize.evidence.find import find

    article = read_text(TEXT).article
    return next(one.number for one in find(article).sentences if words in article.text[one.span.start : one.span.end])


def test_what_is_added_is_kept_as_a_correction(card: Card) -> None:
    """It has no original and no number of its own, but who, when and where the article has it; the card is sealed again."""
    new = added(card, field="who", name="Ivo Brandt", kind="person")
    (one,) = new.corrections
    assert (one.field, one.item, one.part, one.before, one.after, one.by) == (
        "who", None, "item", None, "Ivo Brandt", "Mei Tanaka",
    )  # fmt: skip
    assert [part.text for part in one.evidence] == ["Ivo Brandt"]
    assert new.standing == "sealed"
    assert new.provenance.checks.evidence == len(new.headline.evidence) + sum(len(one.evidence) for one in new.items())
    for form in ("terminal", "markdown", "html"):
        shown = " ".join(html.unescape(render(new, form)).split())
        assert "participant: Ivo Brandt, added by Mei Tanaka on 4 March 2026, 09:30 UTC" in shown


def test_a_participant_with_a_role(card: Card) -> None:
    """A name as the article has it, with a role that the article gives; one correction for all of it."""
    new = added(card, field="who", name="Ivo Brandt", kind="person", role="divers")
    assert (new.who[-1].name, new.who[-1].role, new.who[-1].kind) == ("Ivo Brandt", "divers", "person")
    assert len(new.corrections) == 1
    assert "the article calls Petra Hollis" in refused(
        card, field="who", name="Ivo Brandt", kind="person", role="harbour master"
    )


def test_whoever_was_found_is_added_in_full(card: Card) -> None:
    """A short form of a participant that was found brings its fullest name, kind and mentions."""
    (new,) = added(card, field="who", name="Reyes").who[1:]
    assert (new.name, new.kind) == ("Omar Reyes", "person")
    assert new.mentions == 3


def test_what_is_the_word_of_a_new_participant_refers_to_it(card: Card) -> None:
    """The attribution of a claim that named a source beside the participants has its place from then on."""
    said = added(card, field="claims", sentences=[number_of("had been warned")])
    assert said.claims[0].attribution is not None
    assert (said.claims[0].attribution.source, said.claims[0].attribution.participant) == ("Omar Reyes", None)
    new = added(said, field="who", name="Omar Reyes")
    assert new.claims[0].attribution is not None
    assert new.claims[0].attribution.participant == 2


def test_a_date_with_its_words(card: Card) -> None:
    """Words that no rule reads are a date where a person says which, with the sentence they stand in; without one it stays open."""
    words = "the week before the regatta"
    new = added(card, field="when", words=[words], date="2026-06-08/2026-06-14", main=True)
    (when,) = new.when
    assert (when.text, when.start, when.end, when.main) == (words, "2026-06-08", "2026-06-14", True)
    assert when.what is not None
    assert when.what.startswith("A new one is due")
    assert [one.part for one in new.corrections] == ["item", "main"]
    assert added(card, field="when", words=[words], date="").when[0].start is None
    assert "say which it is" in refused(card, field="when", words=[words])
    assert added(card, field="when", words=["1987"]).when[0].start == "1987"  # as it was found


def test_words_that_stand_in_several_sentences(card: Card) -> None:
    """Which of them is meant is asked for and never guessed."""
    assert "say in which" in refused(card, field="when", words=["Monday"], date="2026-03-02")
    number = number_of("divers waited")
    when = added(card, field="when", words=["Monday"], date="2026-03-02", sentences=[number]).when[0]
    assert when.what is not None
    assert "divers waited" in when.what


def test_a_place(card: Card) -> None:
    """A name as the article has it; its country is given, found, or unknown; the main place stands first."""
    new = added(card, field="where", name="Calder", country="GB", main=True)
    assert (new.where[0].name, new.where[0].country, new.where[0].main) == ("Calder", "GB", True)
    assert sum(one.main for one in new.where) == 1


def test_a_quotation_with_its_speaker(card: Card) -> None:
    """Where the findings have it, it is that one whole with its own speaker, unless a person gives another."""
    new = added(card, field="quotes", words=["heard it go"])
    assert (new.quotes[0].parts, new.quotes[0].speaker) == (("We heard it go,",), "Petra Hollis")
    other = added(card, field="quotes", words=["We heard it go"], speakers=["Ivo Brandt"])
    assert (other.quotes[0].speaker, other.quotes[0].speaker_role) == ("Ivo Brandt", None)
    assert new.provenance.checks.quotations == 1


def test_words_without_marks_are_no_quotation(card: Card) -> None:
    """Of words that stand in marks and without them the quotation is the marked one; what stands only without is refused."""
    number = number_of("divers waited")
    assert "between quotation marks" in refused(card, field="quotes", words=["It was dark"], sentences=[number])
    assert "between quotation marks" in refused(card, field="quotes", words=["Ivo Brandt mended it twice"])
    assert added(card, field="quotes", words=["“It was cold,”"]).quotes[0].text == "It was cold,"
    assert "between quotation marks" in refused(
        card, field="quotes", words=["It was dark,” Omar Reyes said. “It was cold"]
    )


def test_lines_by_their_sentences_or_as_a_cut(card: Card) -> None:
    """A line is whole sentences by their numbers, or words that a sentence has in this order."""
    number = number_of("dates from 1987")
    new = added(card, field="background", sentences=[number, number + 1])
    assert new.background[0].text == "The ramp dates from 1987. Ivo Brandt mended it twice."
    assert (new.background[0].support, len(new.background[0].evidence)) == ("verbatim", 2)
    cut = added(card, field="what", text="The crew stayed.")
    assert cut.what[-1].support == "cut"
    own = added(
        card, field="what", text="Ivo Brandt mended the ramp two times.", own_words=True, sentences=[number + 1]
    )
    assert own.what[-1].support == "editor"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"field": "who", "name": "Ann Lee", "kind": "person"}, "does not stand in the article"),
        ({"field": "who", "name": "she", "kind": "person"}, "names nobody"),
        ({"field": "who", "name": "Petra Hollis"}, "has it already: number 1"),
        ({"field": "where", "name": "Lyon"}, "does not stand in the article"),
        ({"field": "where", "name": "Calder", "country": "Scotland"}, "no code of a country"),
        ({"field": "when", "words": ["1987"], "date": "1988"}, "another year"),
        ({"field": "when", "words": ["next week"], "date": "2026"}, "does not stand in the article"),
        ({"field": "when", "words": ["Petra Hollis"], "date": "2026"}, "a name and no date"),
        ({"field": "when", "words": ["1987"], "sentences": [1]}, "does not stand in sentence 1"),
        ({"field": "quotes", "words": ["We never slept"]}, "does not stand in the article"),
        ({"field": "quotes", "words": ["We heard it go"], "speakers": ["Ann Lee"]}, "does not stand in the article"),
        ({"field": "what", "sentences": [99]}, "there is no sentence 99"),
        ({"field": "what", "text": "The ramp is unsafe."}, "no cut of one"),
        ({"field": "what", "text": "The ramp is unsafe.", "own_words": True}, "say which sentences it rests on"),
        ({"field": "what", "sentences": [1, 2, 3, 4, 5, 6]}, "more than 5 sentences"),
        ({"field": "claims", "text": "The ramp dates from 1987."}, "anybody's word"),
    ],
)
def test_what_does_not_hold_is_refused(card: Card, change: dict[str, Any], reason: str) -> None:
    """What the article has not, what its words deny, and what the card has already is refused with the reason."""
    assert reason in refused(card, **change)


def test_a_date_and_a_line_that_the_card_has(card: Card) -> None:
    """The same day in other words is the date that is there; the same line is no second one; and a card has so many lines."""
    with_day = added(card, field="when", words=["3 March 2026"], date="2026-03-03")
    assert "has it already: number 1" in refused(with_day, field="when", words=["Tuesday"], date="2026-03-03")
    assert "has it already: number 1" in refused(card, field="what", text=card.what[0].text)
    for words in ("dates from 1987", "mended it twice"):
        card = added(card, field="what", sentences=[number_of(words)])
    assert "no more than 3" in refused(card, field="what", sentences=[number_of("A new one")])


@pytest.mark.parametrize(
    "change",
    [
        {"field": "headline", "add": True, "text": "Ferry held"},
        {"field": "who", "add": True, "role": "divers"},
        {"field": "who", "add": True, "item": 1, "name": "Ivo Brandt"},
        {"field": "who", "add": True, "name": "Ivo Brandt", "words": ["Ivo"]},
        {"field": "when", "add": True, "date": "2026"},
        {"field": "when", "add": True, "words": ["1987", "Monday"]},
        {"field": "when", "item": 1, "words": ["1987"]},
        {"field": "what", "add": True},
    ],
)
def test_additions_that_make_no_sense(change: dict[str, Any]) -> None:
    """Without what it is looked up by, with a number, or with what is not its own, nothing is added."""
    with pytest.raises(ValidationError):
        Change.model_validate(change)


def test_a_line_by_the_numbers_of_other_sentences(card: Card) -> None:
    """A line that is there may be put right by the numbers of sentences alone, too."""
    change = Change(field="what", item=1, sentences=(number_of("dates from 1987"),))
    new = correct(card, [change], by="Mei Tanaka", now=NOW)
    assert new.what[0].text == "The ramp dates from 1987."


def test_a_kind_put_right(card: Card) -> None:
    """What takes part can be of another kind; the one before is kept."""
    new = correct(card, [Change(field="who", item=1, kind="group")], by="Mei Tanaka", now=NOW)
    assert (new.who[0].kind, new.corrections[0].before, new.corrections[0].after) == ("group", "person", "group")


@pytest.mark.parametrize(
    "change",
    [
        {"field": "where", "name": "Sundry"},  # in the title as well
        {"field": "where", "name": "SUNDRY"},  # as the dateline has it
        {"field": "where", "name": " sundry "},
        {"field": "who", "name": "Petra  HOLLIS", "kind": "person"},
    ],
)
def test_a_name_that_the_card_has(card: Card, change: dict[str, Any]) -> None:
    """A name is on the card whatever its capitals and white space, and wherever else it stands: in a title, in a dateline."""
    sundry = card.where[0].model_copy(update={"name": "Sundry"})
    assert refused(card.model_copy(update={"where": (sundry,)}), **change) == "the card has it already: number 1"


@pytest.mark.parametrize("name", ["Omar Reyes", "Reyes"])
def test_somebody_named_more_often_than_evidence_is_kept(name: str) -> None:
    """Whom the card has is not added by a mention beyond those that are its evidence, nor by a short form of the name."""
    text = "Baker rows on\n\nOmar Reyes, a baker, rowed to Calder. " + " ".join(
        f"On day {number} Reyes and Omar Reyes rowed." for number in range(1, 60)
    )
    card = pipeline_for(Settings(nlp="off")).card(read_text(text).article)
    number = next(number for number, one in enumerate(card.who, 1) if one.name == "Omar Reyes")
    assert refused(card, field="who", name=name, kind="person") == f"the card has it already: number {number}"


def test_words_of_the_title_are_no_second_item() -> None:
    """What stands in sentences is looked for there alone: the title adds no item, and no sentence 0 to choose from."""
    text = TEXT.replace("broken ramp", "broken ramp since Friday, Tuesday and Monday", 1)
    titled = pipeline_for(Settings(nlp="off")).card(read_text(text).article)
    bare = titled.model_copy(update={"when": ()})
    assert "stands in sentences 3, 10: say in which" in refused(bare, field="when", words=["Monday"], date="")
    with_day = added(bare, field="when", words=["Tuesday"], date="")
    assert "has it already: number 1" in refused(with_day, field="when", words=["Tuesday"], date="")
    assert added(bare, field="when", words=["Friday"], date="").when[0].text == "Friday"  # in the title alone


def test_a_line_that_the_card_has_in_another_field(card: Card) -> None:
    """A sentence of the news is not added to the background, nor to the claims."""
    number = number_of("stayed in port")
    with_line = added(card.model_copy(update={"what": ()}), field="what", sentences=[number])
    assert refused(with_line, field="background", sentences=[number]) == "the card has it already: what 1"
    assert refused(with_line, field="claims", sentences=[number]) == "the card has it already: what 1"


def test_a_line_is_shown_in_marks(card: Card) -> None:
    """Where a correction is told, a line that is added, changed or taken off stands between quotation marks, as a quotation does."""
    new = added(card, field="background", sentences=[number_of("dates from 1987")])
    drop = Change(field="background", item=1, drop=True)
    change = Change(field="what", item=1, sentences=(number_of("mended it twice"),))
    new = correct(new, [drop, change], by="Mei Tanaka", now=NOW)
    on = "by Mei Tanaka on 4 March 2026, 09:30 UTC"
    assert [correction(one) for one in new.corrections] == [
        f"background: “The ramp dates from 1987.”, added {on}",
        f"background 1: taken off (was: “The ramp dates from 1987.”), corrected {on}",
        f"what 1: “Ivo Brandt mended it twice.” (was: “{card.what[0].text}”), corrected {on}",
    ]
