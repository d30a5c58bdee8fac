"""Which figures of a story are told as changed from one day to the next. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.pipeline import pipeline_for
from summarize.settings import Settings
from tests.benches.days import LabelledDay, briefed

EVE = "Two storms met over the Orrin on Monday, and the river burst its banks in Kelby. "
Told = tuple[str, str, str]


def told(then: str, *now: str) -> set[Told]:
    """The figures that the second of two days has as changed: what they are of, and both values. Each account is another outlet's."""
    label = {"title": "Orrin bursts its banks in Kelby", "event": "flood"}
    days = [
        LabelledDay(
            day,
            {
                f"{day}-{n}": {**label, "id": f"{day}-{n}", "outlet": f"Post {n}", "at": day, "text": EVE + text}
                for n, text in enumerate(texts)
            },
            {},
            (),
        )
        for day, texts in (("2026-11-24", (then,)), ("2026-11-25", now))
    ]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    return {(str(each.about), *each.values) for story in last.stories for each in story.changes if each.values}


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("Soldiers evacuated 200 people.", "By Tuesday 450 people had been evacuated.", ("evacuated", "200", "450")),
        ("A boat with 60 aboard sank, and three of them were hurt.", "Seven people were hurt, police said.", ("injured", "three", "Seven")),
        ("Three passengers were hurt.", "Four passengers, not three, were hurt.", ("injured", "Three", "Four")),
        ("One crew member was hurt.", "Four passengers were hurt.", None),
        ("Twelve fishermen are missing.", "Five of the crew are still missing.", ("missing", "Twelve", "Five")),
        ("In all 57 people fell ill.", "More than 50 people have fallen ill since May.", None),
        ("In all 57 people fell ill.", "More than 60 people have fallen ill since May.", ("infected", "57", "more than 60")),
        ("Shares in the Kelby Bank fell 2% on Monday.", "Shares in the Kelby Bank fell 3.1% on Tuesday.", None),
        ("In all 20 people are missing.", "At least eight people are still missing.", ("missing", "20", "at least eight")),
        ("Twelve people were killed.", "At least nine people were killed.", ("dead", "Twelve", "at least nine")),
        ("In all 57 people fell ill.", "At least 30 people have fallen ill.", ("infected", "57", "at least 30")),
        ("The flood killed about 30 people.", "The flood killed 33 people.", ("dead", "about 30", "33")),
        ("Ten people were hurt; one of them has died.", "Two died and eight others were injured.", None),
        ("Seven people were killed.", "Three of the crew of a boat were killed.", None),
    ],
)  # fmt: skip
def test_a_toll_that_moves(then: str, now: str, changed: Told | None) -> None:
    """A toll is told as changed whichever words count it; some of a crew are no fall of a toll that cannot fall, nor is a round bound just below. What bounds a figure is told with it."""
    assert told(then, now) == ({changed} if changed else set())


def test_what_is_contested_has_not_changed() -> None:
    """Where today's accounts differ and one of them says what was told, there is a disagreement and no change."""
    then = "Seven people were killed when the bridge at Kelby fell, the mayor of Kelby said."
    other = (
        "Divers searched the water below the bridge at Kelby on Tuesday. Nine people were killed, the coastguard said."
    )
    again = "The town hall of Kelby lowered its flag. Seven people were killed at the bridge, its mayor told reporters."
    assert told(then, other, again) == set()
    assert told(then, other) == {("dead", "Seven", "Nine")}


def test_an_outlet_goes_on_with_its_own_figure() -> None:
    """Where accounts of the day before differed, today's goes on with that of its own outlet, though another wrote later."""
    then = ("In all 41 people were killed, the police said.", "At least 39 people were killed, the governor said.")
    label = {"title": "Orrin bursts its banks in Kelby", "event": "flood"}
    first = {
        f"a{n}": {
            **label,
            "id": f"a{n}",
            "outlet": f"Post {n}",
            "at": f"2026-11-24T0{7 + n}:00:00Z",
            "text": EVE + text,
        }
        for n, text in enumerate(then)
    }
    second = {
        "b": {
            **label,
            "id": "b",
            "outlet": "Post 0",
            "at": "2026-11-25",
            "text": EVE + "In all 44 people were killed, the police said.",
        }
    }
    days = [LabelledDay("2026-11-24", first, {}, ()), LabelledDay("2026-11-25", second, {}, ())]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    assert [each.values for story in last.stories for each in story.changes if each.values] == [("41", "44")]
