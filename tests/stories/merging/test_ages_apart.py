"""Ages that accounts give one person. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

DAY = "2026-03-14"


def ages(*accounts: str, days: tuple[str, ...] = (DAY, DAY), outlets: str = "AB") -> list[list[str]]:
    """The ages that accounts of one story differ about."""
    cards = [card_of(text, outlet, day) for text, outlet, day in zip(accounts, outlets, days, strict=True)]
    return [
        sorted(side.value for side in each.sides)
        for each in story_of(*cards).disagreements
        if each.about.endswith("age")
    ]


ONE = "A baker from Brest, Marie Guillou, 58, was fined on Friday for selling old bread. The court in Brest sat for an hour."


@pytest.mark.parametrize(
    "other",
    [
        "Marie Guillou, 61, was fined by a court in Brest on Friday for selling old bread.",
        "The court in Brest fined Marie Guillou (61) on Friday for selling old bread.",
    ],
)
def test_two_ages_of_one_person_differ(other: str) -> None:
    """Right behind the full name, between commas or in brackets; both ages are shown."""
    assert ages(ONE, other) == [["58", "61"]]


@pytest.mark.parametrize(
    "other",
    [
        "Marie Guillou, 58, was fined by a court in Brest on Friday for selling old bread.",
        "Anne Guillou, 61, saw how a court in Brest fined her sister Marie Guillou on Friday for selling old bread.",
        "Marie Guillou, 61 loaves in her van, was fined by a court in Brest on Friday for selling old bread.",
        "Marie Guillou, 61.5 kilos of old bread in her van, was fined by a court in Brest on Friday for selling it.",
        "Marie Guillou was fined 61 euros by a court in Brest on Friday for selling old bread.",
    ],
)
def test_what_is_no_other_age_of_the_same_person(other: str) -> None:
    """Not the same age, another's, a number of something, or a fine."""
    assert not ages(ONE, other)


def test_one_outlet_or_a_later_day_contradicts_nobody() -> None:
    """Two articles of one outlet are one account, and between two days somebody may have a birthday."""
    other = "Marie Guillou, 61, was fined by a court in Brest on Friday for selling old bread."
    assert not ages(ONE, other, outlets="AA")
    assert not ages(ONE, other, days=(DAY, "2026-03-16"))
