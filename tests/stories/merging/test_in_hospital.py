"""People who are counted in hospital: two counts of them, and what they are called. All texts were written for these tests."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of
from tests.stories.merging.test_subjects import subjects
from tests.stories.test_figures_that_change import told

POOL = "Chlorine leaked at a pool in Brest on Saturday. "
CLINIC = f"{POOL}The clinic said 22 swimmers were taken to hospital."


@pytest.mark.parametrize(
    ("sentence", "is_toll"),
    [
        ("Some 31 toddlers developed rashes and had to be treated in hospital.", True),
        ("Some 31 guests complained of stomach cramps and were admitted to a clinic.", True),
        ("The union said 31 pupils had been in hospital.", True),
        ("The mushrooms put 31 diners in hospital.", True),
        ("The number of children treated in hospitals since the picnic has risen to 31.", True),
        ("The doctors put the number of babies treated in hospital at 31.", True),
        ("In all 31 swimmers were flown to a clinic.", True),
        ("One woman was admitted to hospital.", False),
        ("Another 31 pupils are still in hospital.", False),
        ("The guard spent 31 days in hospital.", False),
        ("The port has 31 doctors in hospitals.", False),
        ("The number of beds in hospital has risen to 31.", False),
        ("Some 31 residents had fled and their dogs were treated in hospital.", False),
        ("The number of patients treated in hospital fell at 31 sites.", False),
    ],
)
def test_who_was_in_hospital_is_counted(sentence: str, is_toll: bool) -> None:
    """Whoever was taken to hospital is one toll in whatever words; who is there still is no more than some of them, and days and beds are nobody."""
    assert ("injured" in subjects(sentence)) is is_toll


@pytest.mark.parametrize(
    ("other", "about"),
    [
        ("A guards' leader, Ann Lee, said 31 bathers had been in hospital.", "in hospital"),
        ("A guards' leader, Ann Lee, put the number of people treated in hospital at 31.", "in hospital"),
        ("The fire chief, Ann Lee, said 31 people had been hurt.", "injured"),
        ("A guards' leader, Ann Lee, said 31 bathers were still in hospital.", None),
        ("A guards' leader, Ann Lee, said 22 bathers had been in hospital.", None),
        ("A guards' leader, Ann Lee, said 13 children had been in hospital.", None),
    ],
)
def test_two_counts(other: str, about: str | None) -> None:
    """Two outlets' counts of who was in hospital differ. They are called so where nobody is said to be hurt."""
    story = story_of(card_of(CLINIC, "A"), card_of(POOL + other, "B"))
    assert [each.about for each in story.disagreements] == ([about] if about else [])


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("Nine pupils were taken to hospital.", "The number of pupils treated in hospital has risen to 14.", ("in hospital", "Nine", "14")),
        ("Nine pupils were taken to hospital.", "In all 14 pupils had been hurt.", ("injured", "Nine", "14")),
        ("Nine pupils were taken to hospital.", "Four pupils are still in hospital.", None),
    ],
)  # fmt: skip
def test_more_are_in_hospital(then: str, now: str, changed: tuple[str, str, str] | None) -> None:
    """More in hospital than the day before is a change, by that name; those who are there still are none."""
    assert told(then, now) == ({changed} if changed else set())
