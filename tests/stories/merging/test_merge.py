"""Rules of merging the cards of one story."""

from __future__ import annotations

import pytest

from summarize.stories.corrections import correction_range, is_correction
from summarize.stories.merging.likeness import adds_nothing, same_name
from tests.stories.made import FIRE, LEAD, OTHER, card_of, story_of

QUOTE = " “The ship came in far too fast for the weather that we had,” said Anne Le Goff, who runs the port."


def test_a_quotation_stands_once_in_its_longest_form() -> None:
    """The same words in three outlets are one quotation, from the article that has most of it, and the others are named."""
    short = " “The ship came in far too fast,” Anne Le Goff said."
    story = story_of(
        card_of(LEAD + short, "A"), card_of(OTHER + QUOTE, "B"), card_of(LEAD + QUOTE.replace("’", "'"), "C")
    )
    (quote,) = story.quotes
    assert quote.text == "The ship came in far too fast for the weather that we had"  # without the comma of "she said"
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


def test_a_surname_of_two_stays_alone() -> None:
    """A surname alone, where two are named by it in full, is neither; in two articles it is one."""
    two = " Anne Kerbrat, director of the port, opened an inquiry. Yann Kerbrat, a pilot, was on board."
    alone = " “We will see what we can do,” Mr Kerbrat said."
    story = story_of(card_of(LEAD + two, "A"), card_of(OTHER + alone, "B"), card_of(FIRE + alone, "C"))
    people = {party.name: {cite.article for cite in party.evidence} for party in story.people if party.kind == "person"}
    assert people == {"Anne Kerbrat": {1}, "Yann Kerbrat": {1}, "Kerbrat": {2, 3}}


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


def test_a_firm_is_not_the_person_of_its_name() -> None:
    """What one article has as a body of one word stays apart from a person of that surname in another."""
    walk_out = "Workers at the Ford plant at Brest walked out on Friday over pay, the dockers’ union said. Ford said it would talk to them."
    urged = "Premier Doug Ford urged workers at the plant at Brest who walked out on Friday over pay to talk. “They must talk,” Doug Ford said."
    story = story_of(card_of(walk_out, "A"), card_of(urged, "B"))
    people = {party.name: party for party in story.people}
    assert (people["Ford"].kind, people["Doug Ford"].kind) == ("organisation", "person")
    assert not people["Doug Ford"].aliases
    assert {cite.article for cite in people["Doug Ford"].evidence} == {2}


def test_a_firm_by_its_first_word_is_the_firm() -> None:
    """A body of one word is the one of another account whose name it begins; a word that an account also writes small is not."""
    full = "Corvane Industries will shut its yard at Brest on Friday, the company said. Ann Lee, chief executive of Corvane Industries, spoke."
    short = "Shares in Corvane fell on Friday at Brest after it said it would shut its yard. “It had to be,” the company said."
    for said, name, is_one in (
        (short, "Corvane", True),
        (short + " The corvane is a fish.", "Corvane", False),
    ):
        people = {party.name: party for party in story_of(card_of(full, "A"), card_of(said, "B")).people}
        assert (name not in people) is is_one
        assert people["Corvane Industries"].kind == "organisation"


def test_a_name_is_what_most_accounts_show() -> None:
    """A name that one account shows to be a firm's is no person for another's saying little of it."""
    shown = "Shares in Dunmore Hay fell on Friday at Brest after a fire. Analysts at Dunmore Hay had feared it."
    told = "Ruben Sass of Dunmore Hay called the fire at Brest on Friday a shame, the port said."
    (found,) = (each for each in story_of(card_of(shown, "A"), card_of(told, "B")).people if "Dunmore" in each.name)
    assert found.kind == "organisation"


def test_what_is_next_is_stated() -> None:
    """Dates after the day are what is next, those before it the timeline, each with its sentence."""
    story = story_of(card_of(LEAD + " A hearing will be held on 20 March. The pier was built in 1974.", "A"))
    assert [moment.start for moment in story.ahead] == ["2026-03-20"]
    assert story.ahead[0].what is not None
    assert story.ahead[0].what.text == "A hearing will be held on 20 March."
    assert "1974" in [moment.start for moment in story.timeline]


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


def test_a_lede_on_one_side_has_its_own_title() -> None:
    """Where the lede gives a figure that others give otherwise, the story is headed by that article's title."""
    story = story_of(
        card_of(LEAD, "A", title="Ferry hits pier at Brest, killing seven"),
        card_of(OTHER, "B", title="Nine die as ferry strikes pier at Brest"),
    )
    assert story.headline.article == story.lede.article


def test_a_firms_own_release_does_not_begin_the_story() -> None:
    """What a firm announces of itself is an account like any other, but not the one that the story begins with, though it is the latest and says most."""
    paper = "Corvane Industries will pay €240 million for the compressor maker Brovik of Brest, its largest purchase ever, the firms said on Friday. Some 900 people work at Brovik."
    release = "Corvane Industries announced on Friday that it would buy the compressor maker Brovik of Brest for €240 million. Brovik makes the quietest compressors of all, and some 900 people work there."
    cards = [
        card_of(paper, "Brest Courier", "2026-03-13", "Corvane bets €240m on compressors from Brest"),
        card_of(
            release, "Corvane Industries", "2026-03-14", "Corvane Industries to buy compressor maker Brovik of Brest"
        ),
    ]
    assert story_of(*cards).lede.article == 1
    assert story_of(cards[1]).lede.text.startswith("Corvane Industries announced")


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
        ("S. K. Karmakar", "Sudhir Karmakar", "person", True),
        ("K. S. Karmakar", "Sudhir Karmakar", "person", False),
        ("A. B. Karmakar", "Ann Clara Karmakar", "person", False),
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


def test_a_heading_alone_is_no_correction() -> None:
    """Of an article that is headed by the one word “Correction”, what stands below it is the correction."""
    below = "Our report of Tuesday said that council tax would rise by 6 per cent. It is 5.6 per cent."
    text = f"Correction\nAyr Post, 15 April 2026\n\n{below}"
    found = correction_range(text)
    assert found is not None
    assert text[slice(*found)] == below


def test_a_town_is_not_the_club_that_begins_with_it() -> None:
    """A body that is called as its town is stays apart from another whose name begins so."""
    full = (
        "Shares in Lisbon Rovers fell on Friday after the fire at its yard. Lisbon Rovers said it would build another."
    )
    short = "A fire burned on Friday at the yard. Lisbon has sacked its captain, and Lisbon’s striker wept."
    names = {party.name for party in story_of(card_of(full, "A"), card_of(short, "B")).people}
    assert {"Lisbon", "Lisbon Rovers"} <= names
