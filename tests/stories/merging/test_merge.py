"""Rules of merging the cards of one story."""

from __future__ import annotations

import pytest

from summarize.stories.corrections import correction_range, is_correction
from summarize.stories.merging.figures import attributed_to
from summarize.stories.merging.likeness import adds_nothing, same_name
from tests.stories.made import card_of, story_of

LEAD = "Seven people were killed and 23 injured when a ferry hit the pier at Brest on Friday, the port authority said."
OTHER = "Nine people died when a ferry struck the pier at Brest on Friday, according to the dockers’ union."
QUOTE = " “The ship came in far too fast for the weather that we had,” said Anne Le Goff, who runs the port."


def test_tolls_that_differ_stand_side_by_side() -> None:
    """Two outlets with two tolls are a disagreement, each side with its figure, its outlet's sentence and whom it is given to."""
    story = story_of(card_of(LEAD, "A"), card_of(OTHER, "B"))
    (dead,) = (each for each in story.disagreements if each.about == "dead")
    assert {side.value for side in dead.sides} == {"Seven", "Nine"}
    assert {side.figures[0].attributed_to for side in dead.sides} == {"the port authority", "the dockers’ union"}
    assert all(side.lines[0].support == "verbatim" for side in dead.sides)
    assert "dead" not in {figure.about for figure in story.figures}


def test_a_lower_bound_is_not_contradicted_by_more() -> None:
    """ "More than 200" and 212 say the same; "at least seven" and nine do not."""
    story = story_of(
        card_of(LEAD + " More than 200 residents were evacuated.", "A"),
        card_of(LEAD + " In all, 212 residents were evacuated.", "B"),
    )
    assert story.disagreements == ()
    story = story_of(card_of(LEAD.replace("Seven", "At least seven"), "A"), card_of(OTHER, "B"))
    assert [each.about for each in story.disagreements] == ["dead"]


def test_what_was_said_before_is_not_said_now() -> None:
    """A figure that an article gives as an earlier one is not its own."""
    story = story_of(card_of(OTHER, "A"), card_of(OTHER + " On Friday, police had spoken of 12 missing.", "B"))
    assert story.disagreements == ()
    assert "missing" not in {figure.about for figure in story.figures}


def test_what_all_say_is_no_disagreement() -> None:
    """A figure that two outlets print alike stands once, with both as its evidence; "about" agrees with what is near."""
    story = story_of(
        card_of(LEAD + " The repair will cost about $2.4 million.", "A"),
        card_of(LEAD.replace("hit", "struck") + " The repair will cost $2.41 million.", "B"),
    )
    assert story.disagreements == ()
    dead = next(figure for figure in story.figures if figure.about == "dead")
    assert {cite.article for cite in dead.evidence} == {1, 2}


def test_one_outlet_alone_does_not_disagree() -> None:
    """Two figures in one article are no disagreement."""
    story = story_of(card_of(LEAD + " Earlier, the authority had said that nine people were killed.", "A"))
    assert story.disagreements == ()


def test_copies_do_not_count() -> None:
    """A copy is an outlet more, but no source more, and cannot disagree."""
    story = story_of(card_of(LEAD, "A"), card_of(LEAD, "B"), card_of(OTHER, "C"), copies={2: 1})
    assert (story.coverage.articles, story.coverage.outlets, story.coverage.independent) == (3, 3, 2)
    assert {
        cite.article
        for each in story.disagreements
        for side in each.sides
        for line in side.lines
        for cite in line.evidence
    } == {1, 3}


def test_a_quotation_stands_once_in_its_longest_form() -> None:
    """The same words in three outlets are one quotation, from the article that has most of it, and the others are named."""
    short = " “The ship came in far too fast,” Anne Le Goff said."
    story = story_of(
        card_of(LEAD + short, "A"), card_of(OTHER + QUOTE, "B"), card_of(LEAD + QUOTE.replace("’", "'"), "C")
    )
    (quote,) = story.quotes
    assert quote.text == "The ship came in far too fast for the weather that we had,"
    assert quote.speaker == "Anne Le Goff"
    assert {cite.article for cite in (*quote.evidence, *quote.also)} == {1, 2, 3}


def test_the_same_words_of_two_people_stay_apart() -> None:
    """Words that two outlets give to two people are not united, and who said them is a disagreement."""
    words = " “The ship came in far too fast for the weather that we had,” said "
    story = story_of(
        card_of(LEAD + words + "Anne Le Goff, director of the port.", "A"),
        card_of(OTHER + words + "Yann Kerbrat, a pilot.", "B"),
    )
    assert {quote.speaker for quote in story.quotes} == {"Anne Le Goff", "Yann Kerbrat"}
    (contested,) = (each for each in story.disagreements if each.kind == "attribution")
    assert {side.value for side in contested.sides} == {"Anne Le Goff", "Yann Kerbrat"}


def test_quotations_are_few_and_certain() -> None:
    """A story carries two quotations, by two speakers, each named beside it; none by somebody who is named elsewhere alone, and no scrap."""
    one = " “The ship came in far too fast for us,” said Anne Le Goff. “We shall ask why it did so,” she said."
    two = "\n\n“I heard the pier go under me,” said Yann Kerbrat. “It was loud,” Kerbrat said."
    three = "\n\n“The tide was wrong for any ship,” said Marc Roux, a pilot."
    story = story_of(card_of(LEAD + one + two + three, "A"))
    assert [(quote.speaker, quote.text.split()[1]) for quote in story.quotes] == [
        ("Anne Le Goff", "ship"),
        ("Yann Kerbrat", "heard"),
    ]


@pytest.mark.parametrize(
    "later",
    [
        "Nine people were killed when a ferry hit the pier at Brest, the port authority said.",  # by the same authority
        "Four of the dead when a ferry hit the pier at Brest were crew, the dockers’ union said.",
        "Nine bodies were found in the ferry that hit the pier at Brest and two men died in hospital.",
        "The killed in the war for Brest, whose pier a ferry hit, are 900 people killed since 1940.",
    ],
)
def test_what_is_no_disagreement(later: str) -> None:
    """A later count by the same authority, a part of the whole, and the toll of something larger contradict nobody."""
    story = story_of(card_of(LEAD, "A", "2026-03-14T08:00:00+00:00"), card_of(later, "B", "2026-03-14T09:00:00+00:00"))
    assert "dead" not in {each.about for each in story.disagreements}


@pytest.mark.parametrize(("hour", "contested"), [("09", True), ("19", False)])
def test_the_newest_toll_supersedes(hour: str, contested: bool) -> None:
    """Two tolls of about one hour are a disagreement; of the morning and the evening, the evening's is the toll."""
    story = story_of(
        card_of(LEAD, "A", "2026-03-14T08:00:00+00:00"), card_of(OTHER, "B", f"2026-03-14T{hour}:00:00+00:00")
    )
    assert ("dead" in {each.about for each in story.disagreements}) is contested
    assert contested or next(figure for figure in story.figures if figure.about == "dead").value == "Nine"


def test_people_are_united_by_name() -> None:
    """A participant is one under all its names; a role is taken from whichever article gives it."""
    story = story_of(
        card_of(
            LEAD + " Anne Le Goff, director of the port, opened an inquiry. “We will know more soon,” Le Goff said.",
            "A",
        ),
        card_of(OTHER + " “We will see,” said Le Goff.", "B"),
    )
    people = [party for party in story.people if party.kind == "person"]
    assert [party.name for party in people] == ["Anne Le Goff"]
    assert people[0].role == "director of the port"


def test_what_is_next_is_stated() -> None:
    """Dates after the day are what is next, those before it the timeline, each with its sentence."""
    story = story_of(card_of(LEAD + " A hearing will be held on 20 March. The pier was built in 1974.", "A"))
    assert [moment.start for moment in story.ahead] == ["2026-03-20"]
    assert story.ahead[0].what is not None
    assert story.ahead[0].what.text == "A hearing will be held on 20 March."
    assert "1974" in [moment.start for moment in story.timeline]


def test_dates_of_one_thing_that_differ() -> None:
    """Two outlets that give two dates for the same thing to come disagree."""
    story = story_of(
        card_of(LEAD + " The damaged pier will be open to ships again on 20 March.", "A"),
        card_of(OTHER + " The damaged pier will be open to ships again on 2 April.", "B"),
    )
    (dates,) = (each for each in story.disagreements if each.kind == "date")
    assert {side.value for side in dates.sides} == {"20 March", "2 April"}


def test_no_sentence_is_said_twice() -> None:
    """What one outlet says in other words than another is not a fact more."""
    story = story_of(card_of(LEAD, "A"), card_of(LEAD.replace("hit", "struck"), "B"))
    assert story.facts == ()


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Le Goff", "Anne Le Goff", "person", True),
        ("A. Le Goff", "Anne Le Goff", "person", True),
        ("Yann Le Goff", "Anne Le Goff", "person", False),
        ("Anne Marie Le Goff", "Anne Le Goff", "person", True),
        ("Pontica", "Pontica Terminals", "organisation", False),
        ("Pontica Terminals", "Pontica Terminals Holding", "organisation", True),
        ("The Post", "Post", "organisation", True),
        ("", "Anne", "person", False),
    ],
)
def test_names(one: str, other: str, kind: str, same: bool) -> None:
    """Names are one participant's where one is short for the other, whichever comes first."""
    assert same_name(one, other, kind) is same
    assert same_name(other, one, kind) is same


def test_a_new_figure_adds_something() -> None:
    """A sentence with a figure that none of the others has is not left out."""
    assert adds_nothing("The ferry hit the pier at Brest.", ["A ferry hit the pier of Brest on Friday."])
    assert not adds_nothing("The ferry hit the pier at 40 knots.", ["A ferry hit the pier of Brest on Friday."])


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Nine died, according to the dockers’ union, on Friday.", "the dockers’ union"),
        ("Nine people died, the port authority said.", "the port authority"),
        ("Anne Le Goff said nine people died.", "Anne Le Goff"),
        ("Nine people died, said Anne Le Goff, who runs it.", "Anne Le Goff"),
        ("The company has blamed a contractor.", "The company"),
        ("Nine people died.", None),
        ("We have the stamps on the copies, he wrote of extractors that stood still.", None),
    ],
)
def test_whom_a_sentence_is_given_to(sentence: str, who: str | None) -> None:
    """Whom a sentence gives what it says to is taken from its own words, or left open."""
    assert attributed_to(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Correction: an earlier version of this article gave the wrong date.", True),
        ("This story was corrected on 14 March: the bridge is in Leeds.", True),
        ("An earlier version of this article misspelled the name of the mayor.", True),
        ("Correction officers walked out on Friday.", False),
        ("The minister corrected himself twice.", False),
        ("In an article published on Monday we wrote that the picture was worth 4 million.", True),
        ("We regret the error.", True),
        ("The first report of smoke reached the centre at 2:14 a.m., the rescue chief said.", False),
        ("The original story, she said, was written in 1931.", False),
        ("An earlier report by the agency had put the number of faults at 14.", False),
    ],
)
def test_corrections(sentence: str, is_one: bool) -> None:
    """What an article says of its own mistakes is told from news about corrections."""
    assert is_correction(sentence) is is_one
    assert (correction_range(f"Title\n\n{sentence}\n\nMore.") is not None) is is_one


def test_a_corrected_figure_is_not_used() -> None:
    """The figure that a correction takes back is none of the story's, and the sentence is neither lede nor fact."""
    story = story_of(
        card_of("Correction: an earlier version of this article said that 430 people were killed.\n\n" + LEAD, "A")
    )
    assert {figure.value for figure in story.figures if figure.about == "dead"} == {"Seven"}
    assert all("earlier version" not in line.text for line in (story.lede, *story.facts, *story.background))


def test_a_heading_alone_is_no_correction() -> None:
    """Of an article that is headed by the one word “Correction”, what stands below it is the correction."""
    below = "Our report of Tuesday said that council tax would rise by 6 per cent. It is 5.6 per cent."
    text = f"Correction\nAyr Post, 15 April 2026\n\n{below}"
    found = correction_range(text)
    assert found is not None
    assert text[slice(*found)] == below


def test_tolls_far_apart_are_set_side_by_side() -> None:
    """Nine dead and forty-one may be one toll, so neither is left out; nine and nine hundred are of two things."""
    for other, is_one in (("Forty-one", True), ("Nine hundred", False)):
        story = story_of(
            card_of(
                "Nine people were killed when a ferry hit the pier at Brest, police said.",
                "A",
                "2026-03-14T08:00:00+00:00",
            ),
            card_of(
                f"{other} people were killed when a ferry hit the pier at Brest, firefighters said.",
                "B",
                "2026-03-14T09:00:00+00:00",
            ),
        )
        assert ("dead" in {each.about for each in story.disagreements}) is is_one
