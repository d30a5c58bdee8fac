"""Rules of joining by what only two groups open with. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.pipeline import pipeline_for
from summarize.reading import read_text
from summarize.settings import Settings
from summarize.stories.grouping import THRESHOLD, Member, group, member_of
from tests.stories.grouping.alike import TWO_EVENTS
from tests.stories.grouping.angles import TWO_OF_A_KIND
from tests.stories.grouping.hard import hard_members

STILL_ONE = {
    "one court, two trials",
    "one street, two thefts",
    "one firm, a strike and a sale",
    "one airline, two planes",
    "one disease, two farms",
    "one company of players, a death and a tour",
    "two outbreaks, one province",
}
"""Known faults: so short that the names of a court, a street or a firm are most of what they have."""

QUARRY = (
    (
        "Four men die under rock in slate pit",
        (
            "Four men were killed at the Harl slate pit on Tuesday when a gallery fell in on them at the change of shifts. "
            "Rescue teams with dogs worked until dark. The owner, Cantle Slate, had been warned of cracks in April, a union said."
        ),
    ),
    (
        "Priest tolls his bell all night",
        (
            "The priest of Harl tolled his bell every hour so that those who sat by the mouth of the gallery should know the time. "
            "Widows brought them bread. Their dogs had gone to sleep. He said that he had buried the fathers of two of the men too."
        ),
    ),
)


def members_of(*texts: tuple[str, str]) -> list[Member]:
    pipeline = pipeline_for(Settings(nlp="off"))
    found = []
    for number, (title, text) in enumerate(texts, 1):
        article = read_text(f"{title}\n\n{text}", published="2027-06-22").article
        found.append(member_of(number, pipeline.card(article.model_copy(update={"title": title}))))
    return found


def test_an_account_from_the_side_joins_by_words_that_nobody_else_has() -> None:
    """Likeness below the threshold is enough where both open with one place and with "gallery" and "dogs", which no other story of the day has."""
    others, _ = hard_members()
    side = members_of(*QUARRY)
    found = group([*side, *(Member(each.number + 2, each.title, each.text) for each in others)])
    both = next(each for each in found if 1 in each.numbers)
    assert set(both.numbers) == {1, 2}
    assert both.reasons[0].score < THRESHOLD


def test_words_that_a_third_story_has_join_nothing() -> None:
    """What every story of the day might have tells of none."""
    third = (
        "Museum lets visitors bring their pets",
        "Visitors may bring dogs into the sculpture gallery of the Ostler museum from July, its curator said on Tuesday.",
    )
    assert len(group(members_of(*QUARRY, third))) == 3


def test_accounts_of_different_days_are_not_joined_so() -> None:
    """What happened three days later may be another accident there."""
    first, second = members_of(*QUARRY)
    later = Member(second.number, second.title, second.text, second.names, second.places, "2027-06-25")
    assert len(group([first, later])) == 2


@pytest.mark.parametrize("alike", sorted({*TWO_EVENTS, *TWO_OF_A_KIND} - STILL_ONE))
def test_alike_events_stay_two(alike: str) -> None:
    """Names of bodies, towns and people, and two places, make no event."""
    assert len(group(members_of(*(TWO_EVENTS | TWO_OF_A_KIND)[alike]))) == 2


def test_alike_events_of_one_day_stay_two() -> None:
    """So too among all others of the day, and nothing of one pair is joined with another's."""
    keys = [key for key in TWO_EVENTS for _ in (0, 1)]
    found = group(members_of(*(text for pair in TWO_EVENTS.values() for text in pair)))
    joined = [{keys[number - 1] for number in each.numbers} for each in found if len(each.numbers) > 1]
    assert all(len(each) == 1 and each <= STILL_ONE for each in joined)
