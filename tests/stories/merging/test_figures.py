"""Which figures are of the news, and whom a sentence gives them to."""

from __future__ import annotations

import pytest

from summarize.stories.merging.agreeing import agree
from summarize.stories.merging.disagreements import disagreements_of
from summarize.stories.merging.figures import figures_of, is_background, is_part
from summarize.stories.merging.given import attributed_to
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import NumberSubject, subject_of
from tests.stories.made import LEAD, card_of


@pytest.mark.parametrize(
    ("sentence", "is_it"),
    [
        ("In 2019 a fire killed seven people there.", True),
        ("Fires killed seven people in 2018 and 2019.", True),
        ("In 2019 it burned, and in 2026 again.", False),
        ("It will open in 2027.", False),
        ("It opened in 2026.", False),
        ("Seven people died.", False),
        ("Seven people died on line 1914B.", False),
    ],
)
def test_background(sentence: str, is_it: bool) -> None:
    """A sentence is about another time if every year that it names is before that of the article."""
    assert is_background(sentence, "2026") is is_it


def test_no_year_no_background() -> None:
    """Where the year of an article is not known, no other year is an earlier one."""
    assert not is_background("In 2019 a fire killed seven people there.", "")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Seven people died, the port authority said.", "the port authority"),
        ("Seven people died, according to Hanna Osei.", "Hanna Osei"),
        ("According to the dockers’ union, seven died.", "the dockers’ union"),
        ("Seven people died, said Hanna Osei, who runs the port.", "Hanna Osei"),
        ("The port authority said seven people had died.", "the port authority"),
        ("Seven people died.", None),
        ('"Seven people died," Hanna Osei said.', "Hanna Osei"),
        ("“Seven people died,” said Hanna Osei, who runs the port.", "Hanna Osei"),
        ("“Seven people died,” police said.", "police"),
        ('"Seven people died," nobody at the port said.', None),
        ('The sign reads "Seven died," and police said nothing.', None),
        ('"Seven died," she said.', None),
        ("The agency's head, Hanna Osei, said seven had died.", "Hanna Osei"),
        ("The bridge will cost 9 million euros, its leader Hanna Osei said.", "Hanna Osei"),
        ("It will cost 9 million euros, its leader, Hanna Osei, said.", "Hanna Osei"),
        ("The leader of Brest council, Hanna Osei, said seven had died.", "the leader of Brest council"),
        ("Marsden Audit on Friday raised its estimate to 9 million euros, a day after it had put it at 8 million.", "Marsden Audit"),
        ("An hour after it had said six, the port said seven people had died.", "the port"),
        ("Its owner said seven had died.", "its owner"),
        # Nobody is named or described: what stands in front of a participle, or behind a verb as what is announced.
        ("There are 340 confirmed cases in Brest.", None),
        ("Some 40 reported injuries were slight.", None),
        ("The number of confirmed cases rose to 340.", None),
        ("In Brest reported thefts fell to 20.", None),
        ("Last week reported thefts fell to 20.", None),
        ("Hanna Osei, who said 12,000 had come, announced a second march for Sunday.", "Hanna Osei"),
        ("The firm, in a note, put the cost at $4 million.", "the firm"),
        ("Seven people died, announced the ministry.", "the ministry"),
        ("Seven people died, reported Radio Brest.", "Radio Brest"),
        ("Nurses counted seven dead.", "Nurses"),
        ("Seven people died, the charity they worked for said.", "the charity they worked for"),
        ("The telco said 340 people had called.", "the telco"),
        ("The count was led by clerks who met in a chapel and put seven aside.", None),
        ("According to a first count, seven died.", "a first count"),
        ("A report by the auditor puts the cost at $4 million.", "a report by the auditor"),
        ("The fire service has since said that seven died.", "the fire service"),
    ],
)  # fmt: skip
def test_whom_a_figure_is_given_to(sentence: str, who: str | None) -> None:
    """Whoever says so, in the words of the sentence, by name where "its leader" has one beside it; nobody where nobody is named, nor when it was said."""
    assert attributed_to(sentence) == who


def part(sentence: str, value: str) -> bool:
    (number,) = (one for one in numbers_in(sentence, 0, len(sentence)) if sentence[one.start : one.end] == value)
    subject = subject_of(sentence, 0, len(sentence), number)
    return is_part(sentence, 0, len(sentence), number, subject or NumberSubject("", None, 2))


def test_parts_of_another_figure() -> None:
    """Four of whom it is said that they are among the seven are no toll of their own."""
    assert part("Seven people died, including four children.", "four")
    assert not part("Seven people died, including four children.", "Seven")
    assert part("The last 13 people were rescued on Tuesday.", "13")
    assert part("The remaining six were rescued on Tuesday.", "six")
    assert not part("In the last week 13 people were rescued.", "13")
    assert part("Halden pays £520m with the debt, of which £310m goes to owners.", "£310m")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Twelve pilgrims were killed returning from a shrine.", "Twelve"),
        ("The crash killed 12 workers going home.", "12"),
        ("Twelve miners died as they went home from the pit.", "Twelve"),
        ("The crash injured 12 nurses who came back from a night shift.", "12"),
        ("Divers rescued 12 boys returning from a cave.", "12"),
        ("Some 12 boys were rescued when they came back for the dog.", "12"),
        ("Rescuers saved 12 sailors on their return from Brest.", "12"),
    ],
)
def test_on_the_way_home(sentence: str, value: str) -> None:
    """Whoever is killed, hurt or rescued on the way home is counted: only of those who moved out, and went home since, is it no longer so."""
    assert not part(sentence, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 60 evacuees have gone home.",
        "About 60 of the villagers who had fled went back.",
        "Some 60 people who were evacuated returned on Friday.",
        "Some 60 people moved to schools were allowed to go home.",
        "The owners of 60 evacuated homes came back.",
        "The 60 families who were evacuated are returning.",
    ],
)
def test_who_has_gone_home(sentence: str) -> None:
    """Of those who moved out, a number that has gone home counts no toll."""
    assert part(sentence, "60")


def test_the_figures_of_an_article() -> None:
    """The first figure of each kind, the sentence it stands in, and nothing of a correction, of another language or of an earlier year."""
    text = (
        LEAD + " It was a calm day. The town has a market. Nine people died in 2019. Eight people died, a pilot said."
    )
    kept = [(each.figure.about, each.figure.value, each.place) for each in figures_of([Source(1, card_of(text))])]
    assert kept[:2] == [("dead", "Seven", 0), ("injured", "23", 0)]
    assert "Nine" not in {value for _, value, _ in kept}
    assert [about for about, _, _ in kept].count("dead") == 1
    assert figures_of([Source(1, card_of(LEAD, title="Correction: the ferry at Brest"))]) == []


@pytest.mark.parametrize(
    ("sentence", "others", "value"),
    [
        (
            "A ship with 214 people aboard struck a rock at Brest on Friday, and three of them were injured.",
            "",
            "three",
        ),
        ("Five of the crew of the trawler that sank off Brest on Friday are missing.", "", "Five"),
        ("Five of the crew are missing at Brest since Friday.", " Eleven people are missing in all.", "Eleven"),
        ("Five of the dead at Brest on Friday were children.", "", None),
    ],
)
def test_some_of_all_who_were_there(sentence: str, others: str, value: str | None) -> None:
    """Of a crew, or of all on board, those who are missing or hurt are the toll where no account counts others so; of the dead, some are a part."""
    found = figures_of([Source(1, card_of(sentence + others))])
    tolls = [each.figure.value for each in found if each.figure.about in {"missing", "injured", "dead"}]
    assert tolls == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Twelve of the 49 people on board were killed at Brest on Friday.", "Twelve"),
        ("Three of the crew of nine were killed at Brest on Friday.", "Three"),
        ("Nine of those on board were killed at Brest on Friday.", "Nine"),
    ],
)
def test_how_many_there_were_is_no_toll(sentence: str, value: str) -> None:
    """Of the 49 on board twelve died: the toll is twelve."""
    found = figures_of([Source(1, card_of(sentence))])
    assert [each.figure.value for each in found if each.figure.about == "dead"] == [value]


def test_a_unit_is_part_of_what_is_printed() -> None:
    """What a gauge measured is shown with its unit, and a count of people without what is counted."""
    text = "The gauge at Brest measured 214 millimetres of rain on Friday. Seven people were killed."
    assert {each.figure.value for each in figures_of([Source(1, card_of(text))])} == {"214 millimetres", "Seven"}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("One sailor died and nine others were missing at Brest on Friday.", "nine"),
        ("Two men went missing at Brest on Friday and nine others were missing at Calder.", "Two"),
        ("One sailor died at Brest on Friday; nine others were missing for an hour.", None),
        ("Six of the 23 crew are missing at Brest since Friday.", "Six"),
    ],
)
def test_others_than_those_of_another_toll(sentence: str, value: str | None) -> None:
    """Behind a toll of another kind, “and nine others were missing” counts all who are missing; how many the crew were is no toll."""
    found = figures_of([Source(1, card_of(sentence))])
    assert [each.figure.value for each in found if each.figure.about == "missing"] == ([value] if value else [])


@pytest.mark.parametrize(
    ("rough", "exact", "are_same"),
    [
        ("about £50 million", "£47 million", True),
        ("nearly £50 million", "£47 million", True),
        ("about £50 million", "£53 million", True),
        ("nearly £50 million", "£53 million", False),
        ("about £50 million", "£44 million", False),
        ("about £1,000", "£1,400", False),
    ],
)
def test_a_round_figure_called_about_so_much(rough: str, exact: str, are_same: bool) -> None:
    """About a round figure is no contradiction to one of that day that rounds to it and is near; nearly so much is none to less. Of two days both count."""
    texts = [f"The bridge at Brest cost {value}, which the town paid." for value in (rough, exact)]
    found = figures_of([Source(number, card_of(text, f"P{number}")) for number, text in enumerate(texts, 1)])
    contested, _ = disagreements_of([each.source for each in found], found)
    assert (not any(each.kind == "figure" for each in contested)) is are_same
    assert not agree(found[0].figure, found[1].figure)


def test_of_people_each_one_counts() -> None:
    """About thirty dead and 33 are two tolls."""
    texts = ["The fire at Brest killed about 30 people.", "The fire at Brest killed 33 people."]
    found = figures_of([Source(number, card_of(text, f"P{number}")) for number, text in enumerate(texts, 1)])
    contested, _ = disagreements_of([each.source for each in found], found)
    assert [each.about for each in contested] == ["dead"]


def test_the_rest_are_no_side() -> None:
    """Nine others than who died do not contradict ten in another account, and nine others hurt count for nothing: who died may be one of those hurt."""
    rest = "One man died and nine others were missing at Brest on Friday."
    for text, amount in (("Ten men went missing at Brest on Friday.", 10), ("The sea at Brest was calm.", 9)):
        found = figures_of([Source(1, card_of(rest, "A")), Source(2, card_of(text, "B"))])
        assert [each.figure.amount for each in found if each.figure.about == "missing"] == [amount]
    hurt = figures_of([Source(1, card_of(rest.replace("missing", "injured")))])
    assert {each.figure.about for each in hurt} == {"dead"}


def test_eight_figures_of_a_story_are_told() -> None:
    """What all accounts agree on is told in eight figures at most, the tolls before what else is counted."""
    text = (
        "A ferry hit the pier at Brest on Friday. It killed 7 people, injured 23 and left 12 missing, the port said. Some 400 passengers "
        "were evacuated and 60 people were rescued. Police arrested 2 people. The damage is put at 5 million euros. 120 homes lost power. "
        "The wave was 4 metres high."
    )
    sources = [Source(1, card_of(text))]
    _, agreed = disagreements_of(sources, figures_of(sources))
    assert [figure.about for figure in agreed] == [
        "dead", "injured", "missing", "evacuated", "rescued", "arrested", "damage", "homes without power"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Workers at Hallam said that they feared for their jobs after a bid which analysts valued at £385 million.", "analysts"),
        ("Workers at Hallam said that they feared a bid that the union Lode puts at about £385 million.", "the union Lode"),
        ("Workers at Hallam said that they had been told of a bid which was valued at £385 million.", "Workers at Hallam"),
    ],
)  # fmt: skip
def test_who_puts_a_bid_at_so_much_gives_the_sum(sentence: str, whose: str) -> None:
    """A sum is given to whoever values something at it, and not to those who speak of what is valued."""
    found = figures_of([Source(1, card_of(f"{sentence} It was on Saturday.", "A", "2026-03-14"))])
    assert [each.figure.attributed_to for each in found if each.figure.unit == "GBP"] == [whose]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Hallam reported its profit on Thursday; analysts had expected £120m.", None),
        ("Hallam reported a profit of £90m, where analysts had expected £120m.", "Hallam"),
        ("Analysts said that a profit of £120m was expected.", "Analysts"),
    ],
)
def test_what_others_foresaw_is_not_the_firms_word(sentence: str, whose: str | None) -> None:
    """A sum that others had expected is not given to whoever reports what it came to."""
    found = figures_of([Source(1, card_of(f"{sentence} It was on Saturday.", "A", "2026-03-14"))])
    assert [each.figure.attributed_to for each in found if each.figure.about == "profit"] == [whose]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("An inspector has admitted forging a report on the footbridge at Brest that fell and killed five people, his lawyer said.", None),
        ("The footbridge at Brest fell and killed five people, his lawyer said.", "his lawyer"),
        ("An inspector forged a report on the footbridge at Brest that fell and killed five people, the fire service said.", "the fire service"),
    ],
)  # fmt: skip
def test_whoever_speaks_for_one_vouches_for_no_toll(sentence: str, by: str | None) -> None:
    """A toll that only says which thing is meant is not given to the lawyer of somebody; to a body, and what the clause itself tells, it is."""
    figures = [each.figure for each in figures_of([Source(1, card_of(sentence))])]
    assert [(each.about, each.attributed_to) for each in figures] == [("dead", by)]


@pytest.mark.parametrize(
    ("sentence", "value", "by"),
    [
        # What stands beside what he said is the outlet's.
        ("The arrested skipper said on Friday that he had asked for a new rope, as the death toll rose to 23.", "23", None),
        ("The mayor said she would not go, as 23 people were missing.", "23", None),
        ("The mayor said that 23 people were missing, as many as in March.", "23", "the mayor"),
        ("The fire service said that as the roof fell 23 people died.", "23", "the fire service"),
        ("The ministry said two more men had been found, bringing the death toll to 23.", "23", "the ministry"),
        # A number in front of whoever speaks is no part of what he says, but what he said is.
        ("Hanna Osei, who said 23 people had died, called for an inquiry and announced a march.", "23", "Hanna Osei"),
        ("Hanna Osei, whose ship left 23 people dead, announced her departure.", "23", None),
        ("The owner of the ferry on which 23 people died said the crew had been warned.", "23", None),
        ("A fire in Brest killed 23 people, and the mayor said the market would be moved.", "23", None),
        ("A fire in Brest killed 23 people, the mayor said, and a market would be built.", "23", "the mayor"),
        ("The mayor said a fire had started at noon, and the hospital said 23 people had died.", "23", "the hospital"),
    ],
)  # fmt: skip
def test_a_figure_is_given_to_whoever_said_it(sentence: str, value: str, by: str | None) -> None:
    """A figure is whoever's that says it, and not of who says something else in the sentence."""
    figures = [each.figure for each in figures_of([Source(1, card_of(sentence))])]
    assert [each.attributed_to for each in figures if each.value == value] == [by]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Two of three miners who were missing in the mine at Brest were found alive on Friday.", []),
        ("Three miners who were missing in the mine at Brest have been brought up.", []),
        ("Three miners are missing in the mine at Brest, where their lamps were found.", ["Three"]),
    ],
)
def test_who_was_missing_and_is_found_is_missing_no_more(sentence: str, left: list[str]) -> None:
    """The number of those who were missing is none where the same sentence says that they, or some of them, are found."""
    figures = [each.figure for each in figures_of([Source(1, card_of(sentence))])]
    assert [each.value for each in figures if each.about == "missing"] == left


@pytest.mark.parametrize(
    ("sentence", "is_listed"),
    [
        ("Quay Shipyards has withdrawn its plan to cut 1,400 jobs at Brest, the union said on Friday.", False),
        ("The yard dropped a proposal to cut 1,400 jobs at Brest on Friday.", False),
        ("Quay Shipyards has refused to withdraw its plan to cut 1,400 jobs at Brest, the union said on Friday.", True),
        (
            "Quay Shipyards will cut 1,400 jobs at Brest, after it withdrew from the plan, the union said on Friday.",
            True,
        ),
        ("Quay Shipyards scrapped 1,400 jobs at Brest on Friday.", True),
        ("The coastguard called off its plan to look for nine missing people off Brest on Friday.", True),
    ],
)
def test_a_figure_of_a_plan_that_is_given_up(sentence: str, is_listed: bool) -> None:
    """What was to be cut by a plan that its own sentence gives up is told there, and is no figure of the story; whoever is dead or missing is."""
    source = Source(1, card_of(sentence))
    assert bool(disagreements_of([source], figures_of([source]))[1]) is is_listed
