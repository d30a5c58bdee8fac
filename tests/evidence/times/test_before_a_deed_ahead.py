"""Days of what came before, or draws near, in sentences that look ahead or back. Publication is on Saturday, 29 November 2025."""

from __future__ import annotations

import pytest

from tests.evidence.times.test_listed import values


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The striker will miss two months after tearing a muscle in training on Monday.", "2025-11-24"),
        ("He will miss the game on Wednesday after dropping a fridge on his foot on Monday.", "2025-11-24"),
        ("He faces jail after being convicted of fraud on Friday.", "2025-11-28"),
        ("He will fly home after meeting the king on Friday.", "?"),
        ("After meeting the king, he will fly home on Friday.", "2025-12-05"),
        ("He will be asked, after breaking a toe, to coach them on Friday.", "2025-12-05"),
    ],
)
def test_what_came_before_a_deed_ahead(text: str, last: str) -> None:
    """Behind "after", what nobody plans is past, though the deed is ahead; of another deed that is told so, it does not say."""
    assert values(text)[-1] == last


def test_what_was_by_an_hour_was_not_on_a_day_ahead() -> None:
    """An hour behind a past is not of the day ahead that the sentence before tells of; one of a deadline is."""
    assert values("He will fly home on Wednesday. She was at the dam by noon.")[-1] == "?"
    assert values("He will fly home on Wednesday. She must be at the dam by noon.")[-1] == "2025-12-03T12:00"


def test_any_day_of_a_month_is_open() -> None:
    """A weekday with "a" is any one of them; as a word before a noun it is one."""
    assert values("They were married on a Sunday in May.")[0] == "?"
    assert values("They were married on Sunday in a church.") == ["2025-11-23"]


def test_the_day_that_a_judge_sets_is_ahead() -> None:
    """A date without a year that is set for something is the next one; what was set on it is past."""
    assert values("The judge, once an actor himself, set 3 December for a hearing.") == ["2025-12-03"]
    assert values("The judge set 3 May for a hearing.") == ["2026-05-03"]
    assert values("The judge set the rules on 3 May for a hearing.") == ["2025-05-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The owner faces calls to resign after Friday's ferry crash.", "2025-11-28"),
        ("Trains will not run following Friday's derailment.", "2025-11-28"),
        ("The king will meet survivors of Friday’s blaze.", "2025-11-28"),
        ("Calder will clean its streets after Friday's storm.", "2025-11-28"),
        ("He is to miss the final after his red card on Friday.", "2025-11-28"),
        ("Police will speak after Friday's fire drill.", "2025-12-05"),
        ("He will hear the verdict after Friday's murder trial.", "2025-12-05"),
        ("Forecasters said power will fail after Friday's storm.", "2025-12-05"),
        ("Rovers will play Athletic in Friday's clash.", "2025-12-05"),
    ],
)
def test_the_day_of_a_mishap_is_past(text: str, day: str) -> None:
    """The weekday of what nobody plans is past, whatever the main verb; of what is planned or forecast it is as the verb says."""
    assert values(text)[-1] == day
