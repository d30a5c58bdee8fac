"""Which of the figures of a story still hold: which of two is the later word, and which may be of one thing."""

from __future__ import annotations

from functools import partial

import pytest

from summarize.briefing import Cite, Figure, Line
from summarize.stories.merging.figures import ArticleFigure, figures_of
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import current, is_later, may_differ
from tests.stories.made import LEAD, card_of


@pytest.mark.parametrize(
    ("first", "second", "later", "later_day"),
    [
        ("2026-03-14", "2026-03-13", True, True),
        ("2026-03-13", "2026-03-14", False, False),
        ("2026-03-14", "2026-03-14", False, False),
        ("2026-03-14T18:00", "2026-03-14T13:59", True, False),
        ("2026-03-14T18:00", "2026-03-14T14:00", False, False),
        ("2026-03-14T18:00", "2026-03-14", False, False),
        ("2026-03-14", "2026-03-14T18:00", False, False),
        ("2026-03-14T00:30+00:00", "2026-03-13T23:30+00:00", True, True),
        ("2026-03-14", None, False, False),
        (None, "2026-03-14", False, False),
    ],
)
def test_later_accounts(first: str | None, second: str | None, later: bool, later_day: bool) -> None:
    """An account of another day is later, and one of more than four hours on, for what changes within a day."""
    assert is_later(first, second) is later
    assert is_later(first, second, within_day=False) is later_day


def found(
    amount: float, *, about: str = "dead", as_of: str = "2026-03-14", who: str | None = None, outlet: str = "A",
    place: int = 0, rank: int = 0,
) -> ArticleFigure:  # fmt: skip
    """A figure of an article by one outlet."""
    cite = Cite(article=1, start=0, end=4, text="Some")
    line = Line(text="Some", support="verbatim", evidence=(cite,))
    figure = Figure(
        about=about, value="Some", amount=amount, attributed_to=who, as_of=as_of, line=line, evidence=(cite,)
    )
    return ArticleFigure(Source(1, card_of(LEAD, outlet, as_of[:10])), figure, rank, place)


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (found(9), found(41), True),
        (found(9), found(90), True),
        (found(9), found(91), False),
        (found(9, place=1), found(41, place=1), True),
        (found(9, place=2), found(41), False),
        (found(9), found(41, place=2), False),
        (found(9, about="votes for"), found(36, about="votes for"), True),
        (found(9, about="votes for"), found(37, about="votes for"), False),
        (found(0), found(5), False),
        (found(7), found(7), True),
    ],
)
def test_figures_that_may_be_of_one_thing(one: ArticleFigure, other: ArticleFigure, may: bool) -> None:
    """Four times as much is the most, and ten times for counts that move, where both stand in the lead."""
    assert may_differ(one, other) is may_differ(other, one) is may


def same(one: Figure, other: Figure) -> bool:
    return one.amount == other.amount


def amounts(*group: ArticleFigure) -> list[float | None]:
    return [each.figure.amount for each in current(group, same)]


def test_what_a_newer_account_supersedes() -> None:
    """A toll of the day before has passed; one of another outlet on the same day has not, nor one that says the same."""
    assert amounts(found(7, as_of="2026-03-13"), found(9, outlet="B")) == [9]
    assert amounts(found(7), found(9, outlet="B")) == [7, 9]
    assert amounts(found(9, as_of="2026-03-13"), found(9, outlet="B")) == [9, 9]


def test_one_voice_has_the_last_word_of_the_same_day() -> None:
    """Of one outlet, and of one authority, the later figure stands; of two that have none in common both do."""
    early, late = "2026-03-14T09:00", "2026-03-14T10:00"
    assert amounts(found(7, as_of=early), found(9, as_of=late)) == [9]
    police = partial(found, who="the police")
    assert amounts(police(7, as_of=early), police(9, as_of=late, outlet="B")) == [9]
    assert amounts(found(7, as_of=early, who="the mayor"), police(9, as_of=late, outlet="B")) == [7, 9]
    assert amounts(found(7, as_of=early), found(9, as_of=late, outlet="B")) == [7, 9]


def test_what_does_not_move_within_a_day() -> None:
    """A toll of five hours ago has passed; the count of a vote has not."""
    early, late = "2026-03-14T09:00", "2026-03-14T14:30"
    assert amounts(found(7, as_of=early), found(9, as_of=late, outlet="B")) == [9]
    votes = partial(found, about="votes for")
    assert amounts(votes(7, as_of=early), votes(9, as_of=late, outlet="B")) == [7, 9]
    assert amounts(votes(7, as_of=early, rank=1), votes(9, as_of=late, outlet="B", rank=1)) == [9]


def test_of_two_that_count_some_the_larger_may_hold_the_other() -> None:
    """Three of the crew may be among the nine of those on board."""
    crew, board = "Three of the crew died off Brest on Friday.", "Nine of those on board died off Brest on Friday."
    assert amounts(*figures_of([Source(1, card_of(crew, "A")), Source(2, card_of(board, "B"))])) == [9]


def test_some_of_all_are_no_side() -> None:
    """Three of the crew in one account do not contradict the seven of another: they may be among them."""
    whole, some = "Seven people died off Brest on Friday.", "Three of the crew died off Brest on Friday."
    assert amounts(*figures_of([Source(1, card_of(whole, "A")), Source(2, card_of(some, "B"))])) == [7]


@pytest.mark.parametrize(
    ("published", "kept"),
    [("", 2), ("2026-03-14T08:00", 1), ("2026-03-14T10:00", 2), ("2026-03-14", 2), ("2026-03-13", 1)],
)
def test_a_bound_without_a_date_is_no_earlier_one(published: str, kept: int) -> None:
    """ "At least nine" of an hour before is what twelve is a later count of; of a report without a date, or of that day without an hour, nobody knows that."""
    first = card_of("A blast at Kano killed at least nine people, police said.", "A", published)
    second = card_of("A blast at Kano killed 12 people, the Red Cross said.", "B", "2026-03-14T09:00")
    figures = figures_of([Source(1, first), Source(2, second)])
    assert len(current(figures, lambda one, other: one.amount == other.amount)) == kept
