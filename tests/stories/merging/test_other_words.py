"""Kinds of disagreement that accounts put in quite other words, and what only looks like one. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.languages.figures import InstantRow, figures
from summarize.stories.merging.framing import _of
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of, story_of

MORNING, EVENING = "2026-03-14T08:00:00+00:00", "2026-03-14T17:00:00+00:00"

FEWER = [
    (
        ("Seventeen passengers were hurt when a jet dropped over Brest on Saturday, the hospital said.", MORNING),
        ("Twelve passengers were hurt when the jet dropped over Brest, the airline said.", EVENING),
        True,
    ),
    (
        ("Twelve passengers were hurt when a jet dropped over Brest on Saturday, the hospital said.", MORNING),
        ("Seventeen passengers were hurt when the jet dropped over Brest, the airline said.", EVENING),
        False,
    ),
    (
        ("Seventeen passengers were hurt when a jet dropped over Brest on Saturday, the hospital said.", MORNING),
        ("The hospital lowered the number of injured to 12 after a jet dropped over Brest on Saturday.", EVENING),
        False,
    ),
    (
        ("Seventeen sailors were missing after a ferry sank off Brest on Saturday, the coastguard said.", MORNING),
        ("Twelve sailors were missing after a ferry sank off Brest, the harbour master said.", EVENING),
        False,
    ),
    (
        ("Seventeen people were killed when a ferry sank off Brest on Saturday, the coastguard said.", MORNING),
        ("Three of those on board the ferry were killed off Brest, the harbour master said.", EVENING),
        False,
    ),
    (
        ("At least 17 people were killed when a ferry sank off Brest on Saturday, the coastguard said.", MORNING),
        ("At least 15 people were killed when a ferry sank off Brest, the harbour master said.", EVENING),
        False,
    ),
]
STOLEN = [
    (
        ("Thieves made off with five pieces of gold from a museum at Brest on Saturday, its curator said.", MORNING),
        ("Police are looking into the theft of four gold rings from a museum at Brest.", MORNING),
        True,
    ),
    (
        ("Thieves made off with five pieces of gold from a museum at Brest on Saturday.", MORNING),
        ("Thieves stole €30,000 of gold from a museum at Brest.", MORNING),
        False,
    ),
    (
        ("Thieves made off with five pieces of gold from a museum at Brest on Saturday.", MORNING),
        ("Burglars stole five rings from a museum at Brest.", MORNING),
        False,
    ),
    (
        ("Thieves stole five paintings from a museum at Brest on Saturday.", MORNING),
        ("Thieves stole the paintings 12 days after the museum at Brest had opened.", MORNING),
        False,
    ),
    (
        ("Thieves stole five paintings from a museum at Brest on Saturday.", MORNING),
        ("Thieves stole paintings in Brest. In 2019 a gang stole three paintings from the same museum.", MORNING),
        False,
    ),
]
STRIKERS = [
    (
        ("All 310 drivers of Brest's depot stayed out on Saturday, their union said.", MORNING),
        ("The company said that 240 drivers had taken part in the strike at Brest on Saturday.", MORNING),
        True,
    ),
    (
        ("All 310 drivers of Brest's depot stayed out on Saturday, their union said.", MORNING),
        ("The company, which employs 400 drivers at Brest, said that the rosters would stay.", MORNING),
        False,
    ),
    (
        ("All 310 drivers of Brest's depot stayed out on Saturday, their union said.", MORNING),
        ("Some 300 drivers stayed out at Brest on Saturday, the company said.", MORNING),
        False,
    ),
    (
        ("A total of 310 drivers went on strike at Brest on Saturday.", MORNING),
        ("The choir of Brest, in which 24 drivers take part, sang on Saturday.", MORNING),
        False,
    ),
]
TIMES = [
    (
        ("The first 999 call was logged at 10.52pm on Friday, according to Brest Fire Service.", MORNING),
        ("Staff had rung the emergency services at 10.30pm on Friday, Hugo Brennan said.", MORNING),
        True,
    ),
    (
        ("The first 999 call was logged at 10.52pm on Friday, according to Brest Fire Service.", MORNING),
        ("The first engine was there at 11.03pm on Friday, Hugo Brennan said.", MORNING),
        False,
    ),
    (
        ("The first 999 call was logged at 10.52pm on Friday, according to Brest Fire Service.", MORNING),
        ("The emergency services were alerted at 10.50pm, Hugo Brennan said.", MORNING),
        False,
    ),
    (
        ("The train left Calder at 6.10pm on Friday, according to Brest Rail.", MORNING),
        ("The train had left Mossport at 5.40pm on Friday, Hugo Brennan said.", MORNING),
        False,
    ),
    (
        ("The train left Calder at 6.10pm on Friday, according to Brest Rail.", MORNING),
        ("The train had set off from Calder at 5.40pm on Friday, Hugo Brennan said.", MORNING),
        True,
    ),
]
UNDER_GROUND = [
    (
        ("A shaft caved in at Brest on Saturday. Seventeen men remained below ground, the commissioner said.", EVENING),
        (
            "A shaft caved in at Brest on Saturday and 12 workers are missing, says the owner, who defended his count.",
            MORNING,
            "Owner defends count after cave-in at Brest",
        ),
        True,
    ),
    (
        ("A shaft caved in at Brest on Saturday. Seventeen men remained below ground, the commissioner said.", EVENING),
        ("A shaft caved in at Brest on Saturday and 12 workers are missing, says the owner.", MORNING),
        False,
    ),
    (
        (
            "A shaft caved in at Brest on Saturday. Seventeen men were trapped and five are missing, the commissioner said.",
            MORNING,
        ),
        ("A shaft caved in at Brest on Saturday and five workers are missing, says the owner.", MORNING),
        False,
    ),
    (
        ("A shaft caved in at Brest on Saturday. Seventeen men remained below ground, the commissioner said.", MORNING),
        ("A shaft caved in at Brest on Saturday and 12 workers are missing, says the owner.", MORNING),
        True,
    ),
]
DISPLACED = [
    (
        ("The governor put at 14,000 the number of people displaced by the flood at Brest on Saturday.", MORNING),
        ("The flood at Brest has displaced 23,000 people, the Red Cross said on Saturday.", MORNING),
        True,
    ),
    (
        ("The governor put at 14,000 the number of tents that were sent to Brest on Saturday.", MORNING),
        ("The flood at Brest has displaced 23,000 people, the Red Cross said on Saturday.", MORNING),
        False,
    ),
]
CAUSES = [
    (
        ("Raw oysters were what made the guests at Brest sick, said the town's doctor, Ann Roe, on Saturday.", MORNING),
        ("Lorne Guptill of the Brest Growers said on Saturday that ice made with dirty water was the cause.", MORNING),
        True,
    ),
    (
        ("Raw oysters were what made the guests at Brest sick, said the town's doctor, Ann Roe, on Saturday.", MORNING),
        ("Lorne Guptill of the Brest Growers said on Saturday that it was not known what was the cause.", MORNING),
        False,
    ),
    (
        ("Raw oysters were what made the fair of Brest famous, said the town's doctor, Ann Roe, on Saturday.", MORNING),
        ("Lorne Guptill of the Brest Growers said on Saturday that ice made with dirty water was the cause.", MORNING),
        False,
    ),
]


def contested(*accounts: tuple[str, ...]) -> bool:
    cards = [
        card_of(text, f"Outlet {number}", at, title="".join(title))
        for number, (text, at, *title) in enumerate(accounts)
    ]
    return bool(story_of(*cards).disagreements)


@pytest.mark.parametrize(("one", "other", "differ"), FEWER)
def test_fewer_dead_or_hurt_later_on_contradict(one: tuple[str, ...], other: tuple[str, ...], differ: bool) -> None:
    """Somebody who has fewer later on contradicts the earlier account, unless they were counted anew, may have come back, or are some of them."""
    assert contested(one, other) is differ


@pytest.mark.parametrize(("one", "other", "differ"), [*STOLEN, *STRIKERS, *DISPLACED])
def test_what_is_counted_in_other_words(one: tuple[str, ...], other: tuple[str, ...], differ: bool) -> None:
    """Pieces and rings that thieves took are one count, as are drivers who stayed out and who took part; tents are no people."""
    assert contested(one, other) is differ


@pytest.mark.parametrize(("one", "other", "differ"), TIMES)
def test_one_moment_in_other_words(one: tuple[str, ...], other: tuple[str, ...], differ: bool) -> None:
    """The first call for help is one moment, whatever it is called; the first engine's coming is another, and so is a train's leaving elsewhere."""
    assert contested(one, other) is differ


@pytest.mark.parametrize(("one", "other", "differ"), UNDER_GROUND)
def test_missing_and_trapped_are_one_count_where_no_account_has_both(
    one: tuple[str, ...], other: tuple[str, ...], differ: bool
) -> None:
    """Of two hours the later one knows more, unless the earlier one contests how many there are."""
    assert contested(one, other) is differ


@pytest.mark.parametrize(("one", "other", "differ"), CAUSES)
def test_causes_in_other_words(one: tuple[str, ...], other: tuple[str, ...], differ: bool) -> None:
    """What made people ill is a cause, what made a fair famous is none; nor is what nobody knows."""
    assert contested(one, other) is differ


@pytest.mark.parametrize("row", figures("en").instant, ids=lambda row: row.about)
def test_each_moment_reads_its_examples(row: InstantRow) -> None:
    """A row's examples are of its moment, and its counter-example is not."""
    assert all(row.about in moments(example) for example in row.examples)
    assert row.about not in moments(row.counter_example)


def moments(text: str) -> set[str]:
    return {name for each in _of(Source(1, card_of(text))) for name in each.instants}


def test_a_time_in_a_quotation_is_its_speakers_alone() -> None:
    """A figure outside the marks of its sentence is told by the account."""
    text = "Ann Roe said that staff rang 999 at 10.30pm and got the guests out “with courage”."
    assert [each.about for each in _of(Source(1, card_of(text)))] == ["time"]
    spoken = "“They rang 999 at 10.30pm and got the guests out with courage,” Ann Roe said."
    assert [each.about for each in _of(Source(1, card_of(spoken)))] == []
