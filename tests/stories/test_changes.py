"""What is told as changed in a story since a briefing before. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.briefing import Change
from summarize.card import Card
from summarize.stories.changes import changes_of
from summarize.stories.composing import as_briefed_article
from tests.stories.made import FIRE, LEAD, OTHER, card_of, story_of

BEFORE = card_of(LEAD, "A")
NINE = LEAD.replace("Seven", "Nine")


def changed(*cards: Card, before: Card | None = BEFORE) -> list[tuple[str, str | None, str | None]]:
    """Kind, value before and value now of each change of a story of cards that was told of one card before."""
    return [
        (change.kind, change.before.text if change.before else None, change.now.text if change.now else None)
        for change in changes(*cards, before=before)
    ]


def changes(*cards: Card, before: Card | None = BEFORE) -> tuple[Change, ...]:
    """The changes of a story of cards that was told of one card before, on the 13th."""
    articles = {number: as_briefed_article(number, card) for number, card in enumerate(cards, 1)}
    story = story_of(*cards).model_copy(update={"articles": tuple(articles)})
    earlier = None if before is None else story_of(before).model_copy(update={"articles": (1,)})
    known = {} if before is None else {1: as_briefed_article(1, before)}
    return changes_of(story, articles, earlier, known, "2026-03-13")


def test_a_story_that_was_not_told_is_new() -> None:
    """Without an earlier story there is nothing to compare with."""
    assert changed(BEFORE, before=None) == [("new", None, None)]


@pytest.mark.parametrize("more", [(), (card_of(LEAD, "B"),), (card_of(f"{LEAD} Ha.", "B"),)], ids=range(3))
def test_the_same_words_change_nothing(more: tuple[Card, ...]) -> None:
    """What was told before is unchanged, also where another outlet has it word for word or nearly so."""
    assert changed(BEFORE, *more) == [("unchanged", None, None)]


@pytest.mark.parametrize(
    ("text", "now"),
    [(f"{FIRE}The market was to open on Monday.", FIRE.strip()), (NINE, NINE), (OTHER, OTHER)],
    ids=["other news", "another figure", "another source"],
)
def test_what_is_fresh_is_shown(text: str, now: str) -> None:
    """An article that was not told before updates its story by the first sentence that says something else, beside what was told."""
    assert changed(BEFORE, card_of(text, "B")) == [("updated", LEAD, now)]


@pytest.mark.parametrize(("before", "since"), [(BEFORE, "2026-03-13"), (None, None)], ids=["told before", "new"])
def test_a_correction_is_new_since_the_briefing_before(before: Card | None, since: str | None) -> None:
    """What a publisher corrected is told with the day of the briefing that told the story before, and of a new story without a day."""
    text = "Correction: In a report published on Friday we wrote that seven people were killed at Brest. It was nine."
    corrected = changes(card_of(f"{text} We regret the error.", "B"), before=before)[-1]
    assert (corrected.kind, corrected.since) == ("corrected", since)


def toll(dead: int | str, who: str) -> str:
    """An account of the sinking with a toll of somebody's."""
    return f"The number of dead in the sinking of the ferry at Brest rose to {dead}, {who} said. The ferry hit the pier at Brest on Friday."


@pytest.mark.parametrize(
    ("then", "now", "values"),
    [
        ([("coastguard", 23), ("hospital", 21)], [("coastguard", 38)], ("23", "38")),
        ([("coastguard", 23), ("hospital", 21)], [("hospital", 38)], ("21", "38")),
        ([("coastguard of Brest", 23), ("hospital", 21)], [("coastguard", 38)], ("23", "38")),
        ([("coastguard", 23), ("hospital", 21)], [("captain Ann Lee of the coastguard", 38)], ("23", "38")),
        ([("coastguard", 9)], [("mayor", 21), ("hospital", 23)], ("9", "21 or 23")),
        # Beside digits all are written so; words alone stay as they are.
        ([("coastguard", 9)], [("mayor", "twenty-one"), ("hospital", 23)], ("9", "21 or 23")),
        (
            [("coastguard", 9)],
            [("mayor", "twenty-one"), ("hospital", "twenty-three")],
            ("9", "twenty-one or twenty-three"),
        ),
        ([("coastguard", 9)], [("coastguard", 23), ("hospital", 21)], ("9", "23")),
        ([("coastguard", 9)], [("mayor", 21)], ("9", "21")),
    ],
)
def test_a_figure_goes_on_with_the_same_authoritys(
    then: list[tuple[str, int]], now: list[tuple[str, int | str]], values: tuple[str, str]
) -> None:
    """A toll is compared with what the same authority counted before; where another gives it, and sides differed or differ, with both, in nobody's name."""
    cards = [
        [card_of(toll(dead, f"the {who}"), f"Paper {n}") for n, (who, dead) in enumerate(day)] for day in (then, now)
    ]
    articles = {number: as_briefed_article(number, card) for number, card in enumerate(cards[1], 1)}
    known = {number: as_briefed_article(number, card) for number, card in enumerate(cards[0], 1)}
    earlier, story = (story_of(*day).model_copy(update={"articles": tuple(range(1, len(day) + 1))}) for day in cards)
    (change,) = (each for each in changes_of(story, articles, earlier, known, "2026-03-13") if each.values)
    assert change.values == values
    assert (change.attributed_to is None) == (" or " in values[1])


@pytest.mark.parametrize(
    ("then", "who"),
    [
        (("coastguard", "hospital"), "mayor"),
        (("coastguard of Brest", "coastguard of Nantes"), "coastguard"),
    ],
)
def test_a_third_who_counts_changes_neither_number(then: tuple[str, str], who: str) -> None:
    """Where two authorities differed, what a third counts now, or one of whom nobody knows which of them he is, is no change of theirs."""
    cards = [card_of(toll(23 - 2 * n, f"the {each}"), f"Paper {n}") for n, each in enumerate(then)]
    fresh = card_of(toll(38, f"the {who}"), "Paper 3")
    known = {number: as_briefed_article(number, card) for number, card in enumerate(cards, 1)}
    earlier = story_of(*cards).model_copy(update={"articles": (1, 2)})
    story = story_of(fresh).model_copy(update={"articles": (1,)})
    found = changes_of(story, {1: as_briefed_article(1, fresh)}, earlier, known, "2026-03-13")
    assert not any(each.values for each in found)
