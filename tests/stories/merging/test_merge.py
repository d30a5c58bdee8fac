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


FIRE = "A fire burned down the fish market at Brest on Friday. "


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The fire began at 4.50 a.m., said Rose Tanguy, the mayor.", "The fire began at 6.10 a.m., said Paul Le Bris, the fire chief.", "time"),
        ("The fire lasted for three hours, said Rose Tanguy.", "The fire lasted for five hours, said Paul Le Bris.", "duration"),
        ("Rose Tanguy said that 340 stalls would be rebuilt.", "Paul Le Bris said that 400 stalls would be rebuilt by the city.", "stalls"),
        ("The fire ruined four boats, said Rose Tanguy.", "The fire ruined three boats, said Paul Le Bris.", "boats"),
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


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Rose Tanguy blamed smokers for the fire.", "An old cable had caused the fire, said Paul Le Bris.", True),
        (
            "The mayor, Rose Tanguy, blamed smokers for the fire.",
            "An old cable had caused the fire, said Paul Le Bris.",
            True,
        ),
        ("Rose Tanguy blamed the fire on a cable.", "An old cable had caused the fire, said Paul Le Bris.", False),
        ("Rose Tanguy blamed smokers for the fire.", "An old cable had caused the fire.", False),
        ("Rose Tanguy blamed smokers for the fire.", "Rose Tanguy said that an old cable had caused the fire.", False),
    ],
)
def test_causes_are_two_peoples(one: str, other: str, differ: bool) -> None:
    """Causes differ where two people whom the accounts name lay the event to different things."""
    story = story_of(card_of(FIRE + one, "A"), card_of(FIRE + other, "B"))
    assert ("cause" in {each.about for each in story.disagreements}) is differ


def test_why_it_matters_is_an_articles_sentence() -> None:
    """It is a sentence of an account that says so, of what the lede tells; none where none does, and no quotation."""
    plain = card_of(FIRE + "Forty stalls are gone.", "A")
    assert story_of(plain).why == ()
    told = card_of(
        FIRE + "The fish market was the largest in the country. The loss could mean dearer fish at Brest.", "B"
    )
    (line,) = story_of(plain, told).why
    assert line.text == "The fish market was the largest in the country."
    unclear = card_of(FIRE + "The change will affect 400 people.", "C")
    quoted = card_of(FIRE + "“The fire could mean the end of Brest,” said Rose Tanguy.", "D")
    assert story_of(unclear, quoted).why == ()


@pytest.mark.parametrize(
    ("said", "is_said"),
    [
        ("The fire means that 400 stalls will not open again.", True),
        ("The fire may mean the end of the Roscoff market.", True),
        ("The mayor is not sure of the date, but the fire could force the market out of Roscoff.", False),
        ("The fire, which killed nobody, could force the market out of Roscoff.", True),
        ("The mayor denied that the fire means that the market of Roscoff is shut.", False),
        ("The fire means that the market of Roscoff is shut, a report wrongly claimed.", False),
        ("No market stalls in Roscoff are at stake.", False),
        ("The fire in the market of Roscoff will affect nobody.", False),
        ("The fire was not the first in the Roscoff market since the war.", False),
        ("In Roscoff it is unclear whether the fire at Brest will affect fish prices.", False),
        ("The May mean of fish sold in the market at Brest is 12 tonnes.", False),
        ("The fire was the first that the Roscoff market had for two metres.", False),
    ],
)
def test_why_it_matters_is_said(said: str, is_said: bool) -> None:
    """What a sentence denies, gives as denied, or leaves open is not why the news matters; a denial of something else in it takes nothing away."""
    assert bool(story_of(card_of(FIRE + said, "A")).why) is is_said


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("The mayor, Rose Tanguy, blamed smokers for the fire.", "Rose Tanguy"),
        ("The mayor of Roscoff, Rose Tanguy, blamed smokers for the fire.", "Rose Tanguy"),
        ("Police in Springfield, Illinois, blamed smokers for the fire.", "Police in Springfield"),
        ("The mayor of Little Fenwick, Marlshire, blamed smokers for the fire.", "The mayor of Little Fenwick"),
        ("Nobody at the Drivers' Union blamed smokers for the fire.", None),
        ("No one at Tarn Stalls said that smokers had caused the fire.", None),
        ("None of the Tarn brothers said that smokers had caused the fire.", None),
        ("The fire was not caused by smokers, Tarn Stalls said.", None),
        ("Smokers hadn't caused the fire, said Rose Tanguy.", None),
        ("Rose Tanguy denied that smokers had caused the fire.", None),
        ("Rose Tanguy said that it was unclear whether the fire was caused by smokers.", None),
        ("The fire, which did not spread, was caused by smokers, said Rose Tanguy.", "Rose Tanguy"),
    ],
)
def test_whose_cause_it_is(said: str, side: str | None) -> None:
    """A cause is that of whoever is named as giving it: neither their county's nor nobody's; one that is denied or in doubt is none."""
    other = card_of(FIRE + "An old cable had caused the fire, said Paul Le Bris.", "B")
    sides = {
        each.value
        for told in story_of(card_of(FIRE + said, "A"), other).disagreements
        if told.about == "cause"
        for each in told.sides
    }
    assert sides == ({side, "Paul Le Bris"} if side else set())


def test_nobody_gives_no_figure() -> None:
    """A figure is nobody's word where nobody is said to give it."""
    assert attributed_to("Nobody at the port said that 40 boats had sunk.") is None
    assert attributed_to("Noah Petit said that 40 boats had sunk.") == "Noah Petit"
    assert attributed_to("No 10 said that 40 boats had sunk.") == "No 10"


@pytest.mark.parametrize(
    ("said", "is_ahead"),
    [
        ("The market will open again in September.", True),
        ("Stalls stood empty in September.", False),
        ("Its lease runs until 2031.", False),
    ],
)
def test_a_month_is_ahead_where_something_is_to_come(said: str, is_ahead: bool) -> None:
    """Of months and years, only what is told as something to come is ahead."""
    assert bool(story_of(card_of(FIRE + said, "A")).ahead) is is_ahead


def test_an_exact_figure_stands_for_a_bound() -> None:
    """Of figures that agree, the story has one that is no bound, though a later article gives only that."""
    story = story_of(
        card_of(LEAD.replace("Seven", "212"), "A", "2026-03-14T08:00:00+00:00"),
        card_of(LEAD.replace("Seven", "More than 200"), "B", "2026-03-14T09:00:00+00:00"),
    )
    assert next(each.value for each in story.figures if each.about == "dead") == "212"


def test_a_lede_on_one_side_has_its_own_title() -> None:
    """Where the lede gives a figure that others give otherwise, the story is headed by that article's title."""
    story = story_of(
        card_of(LEAD, "A", title="Ferry hits pier at Brest, killing seven"),
        card_of(OTHER, "B", title="Nine die as ferry strikes pier at Brest"),
    )
    assert story.headline.article == story.lede.article


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
