"""What articles of one story do not say the same, and what only looks so."""

from __future__ import annotations

import pytest

from summarize.stories.merging.given import attributed_to
from tests.stories.made import FIRE, LEAD, OTHER, card_of, story_of


def test_tolls_that_differ_stand_side_by_side() -> None:
    """Two outlets with two tolls are a disagreement, each side with its figure, its outlet's sentence and whom it is given to."""
    story = story_of(card_of(LEAD, "A"), card_of(OTHER, "B"))
    (dead,) = (each for each in story.disagreements if each.about == "dead")
    assert {side.value for side in dead.sides} == {"Seven", "Nine"}
    assert {side.figures[0].attributed_to for side in dead.sides} == {"the port authority", "the dockers’ union"}
    assert all(side.lines[0].support == "verbatim" for side in dead.sides)
    assert "dead" not in {figure.about for figure in story.figures}


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ("$610 million", "$550 million Canadian", False), ("A$610 million", "C$550 million", False), ("$610 million", "US$400 million", False),
        ("€610 million", "$700 million", False), ("$610 million", "$550 million", True), ("A$610 million", "$550 million Australian", True),
        ("€610 million", "550 million euros", True),
    ],
)  # fmt: skip
def test_sums_in_two_currencies_contradict_nobody(one: str, other: str, contested: bool) -> None:
    """Two currencies, or dollars of which one account does not say whose they are, are not compared."""
    rejected = card_of(
        f"Huon Reach rejected a bid of {one} by Grand Manan Seafoods on Friday, its directors said.", "A"
    )
    bid = card_of(f"Grand Manan Seafoods has bid {other} for Huon Reach, whose directors rejected it on Friday.", "B")
    assert [each.about for each in story_of(rejected, bid).disagreements] == ["price"] * contested


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


def test_dates_of_one_thing_that_differ() -> None:
    """Two outlets that give two dates for the same thing to come disagree."""
    story = story_of(
        card_of(LEAD + " The damaged pier will be open to ships again on 20 March.", "A"),
        card_of(OTHER + " The damaged pier will be open to ships again on 2 April.", "B"),
    )
    (dates,) = (each for each in story.disagreements if each.kind == "date")
    assert {side.value for side in dates.sides} == {"20 March", "2 April"}


@pytest.mark.parametrize(
    ("date", "differ"), [("Friday 27 March at Brest crown court", True), ("26 March, as was expected", False)]
)
def test_one_plan_on_two_dates(date: str, differ: bool) -> None:
    """The same thing, to happen to the same person on two dates, is a disagreement, however little else the sentences share."""
    story = story_of(
        card_of(
            "Jean Kerdal was found guilty of arson at Brest on Friday. He will be sentenced on 26 March, the court said.",
            "A",
        ),
        card_of(
            f"A baker, Jean Kerdal, was convicted of arson at Brest on Friday. He will be sentenced on {date}.", "B"
        ),
    )
    assert [each.about for each in story.disagreements] == (["date: sentenced"] if differ else [])


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The fire began at 4.50 a.m., said Rose Tanguy, the mayor.", "The fire began at 6.10 a.m., said Paul Le Bris, the fire chief.", "time"),
        ("The fire lasted for three hours, said Rose Tanguy.", "The fire lasted for five hours, said Paul Le Bris.", "duration"),
        ("Rose Tanguy said that 340 stalls would be rebuilt.", "Paul Le Bris said that 400 stalls would be rebuilt by the city.", "stalls"),
        ("The fire ruined four boats, said Rose Tanguy.", "The fire ruined three boats, said Paul Le Bris.", "boats"),
        ("Turnout in the vote of the fish sellers was 64%, said Rose Tanguy.", "Turnout was 51%, said Paul Le Bris.", "turnout"),
        ("Turnout in Roscoff was 64%, said Rose Tanguy.", "Turnout in Audierne was 51%, said Paul Le Bris.", None),
        # Nobody's word, one person's, another thing, another place, somebody's own memory.
        ("The fire lasted for three hours.", "The fire lasted for five hours, said Paul Le Bris.", None),
        ("The fire lasted for three hours, said Rose Tanguy.", "The fire lasted for five hours, said Tanguy, the mayor.", None),
        ("The fire lasted for three hours, said Rose Tanguy.", "The meeting lasted for five hours, said Paul Le Bris.", None),
        ("The fire ruined four boats of Roscoff, said Rose Tanguy.", "The fire ruined three boats of Audierne, said Paul Le Bris.", None),
        ("“The fire began at 4.50 a.m.,” said Rose Tanguy.", "“The fire began at 6.10 a.m.,” said Paul Le Bris.", None),
    ],
)  # fmt: skip
def test_figures_in_one_frame(one: str, other: str, about: str | None) -> None:
    """Times, lengths and counts differ where two people whom the accounts name give them, in clauses that say the same."""
    story = story_of(card_of(FIRE + one, "A"), card_of(FIRE + other, "B"))
    assert [each.about for each in story.disagreements] == ([about] if about else [])


def test_nobody_gives_no_figure() -> None:
    """A figure is nobody's word where nobody is said to give it."""
    assert attributed_to("Nobody at the port said that 40 boats had sunk.") is None
    assert attributed_to("Noah Petit said that 40 boats had sunk.") == "Noah Petit"
    assert attributed_to("No 10 said that 40 boats had sunk.") == "No 10"


def test_a_corrected_figure_is_not_used() -> None:
    """The figure that a correction takes back is none of the story's, and the sentence is neither lede nor fact."""
    story = story_of(
        card_of("Correction: an earlier version of this article said that 430 people were killed.\n\n" + LEAD, "A")
    )
    assert {figure.value for figure in story.figures if figure.about == "dead"} == {"Seven"}
    assert all("earlier version" not in line.text for line in (story.lede, *story.facts, *story.background))


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


POLICE = "The police put the number of demonstrators at 12,000 in Brest on Friday."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (POLICE, "Thirty thousand people marched through Brest on Friday, according to the farmers’ union.", True),
        (POLICE, "Thirty thousand people marched through Brest on Friday.", False),
        (POLICE, "Thirty thousand people marched through Lyon on Friday, according to the farmers’ union.", False),
        (POLICE, "Thirty thousand people marched through Brest last year, according to the farmers’ union.", False),
        (POLICE, "Some 40 people who marched in Brest on Friday were held, according to the farmers’ union.", False),
        ("The town said 900 marched in Brest on Friday.", "The union said 300 marched in Brest on Friday.", False),
    ],
)
def test_how_many_marched(one: str, other: str, differ: bool) -> None:
    """Of a crowd accounts differ where one gives its number to the police and another to somebody else, of one place and now."""
    found = story_of(card_of(one, "One"), card_of(other, "Two")).disagreements
    assert ("demonstrators" in {each.about for each in found}) is differ


def test_one_account_of_a_crowd_gives_no_source() -> None:
    """A crowd's numbers differ where each is given to somebody in one account, whoever else repeats it; "police said" behind a comma says who."""
    union = "Thirty thousand people marched in Brest on Friday, according to the farmers’ union."
    again = "About 12,000 people marched in Brest on Friday."
    for first in (POLICE, "About 12,000 people marched through Brest on Friday, police said."):
        found = story_of(card_of(first, "One"), card_of(union, "Two"), card_of(again, "Three")).disagreements
        assert [each.about for each in found] == ["demonstrators"]
    assert not story_of(card_of(again, "One"), card_of(union, "Two")).disagreements


@pytest.mark.parametrize("verb", ["raised", "withdrew"])
def test_an_offer_that_is_given_up(verb: str) -> None:
    """An offer that is withdrawn is no other side of one that stands."""
    one = f"Quay Group {verb} its offer of $2.1 billion for the Brest yard on Friday."
    other = "The offer for the Brest yard on Friday by Quay Group is $2.6 billion."
    found = story_of(card_of(one, "One"), card_of(other, "Two")).disagreements
    assert ("price" in {each.about for each in found}) is (verb == "raised")
