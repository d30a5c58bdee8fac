"""What a later day tells of another matter is no change of the story, and what it tells of the same one is. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.pipeline import pipeline_for
from summarize.settings import Settings
from tests.benches.days import LabelledDay, briefed

EVE = "The ferry Solan sank off Kelby on Monday, and its captain, Ivo Hart, was held by the harbour police. "


def told(then: str, now: str) -> tuple[set[str], list[str]]:
    """What the second of two days has as changed, and its dates ahead."""
    label = {"title": "The ferry Solan sinks off Kelby", "event": "ferry", "outlet": "Post"}
    days = [
        LabelledDay(day, {day: {**label, "id": day, "at": day, "text": EVE + text}}, {}, ())
        for day, text in (("2026-11-24", then), ("2026-11-25", now))
    ]
    *_, last = briefed(days, pipeline_for(Settings(nlp="off")))
    changed = {str(each.about) for story in last.stories for each in story.changes if each.about}
    return changed, [each.moment.start for each in last.ahead]


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [
        ("It killed 14 people.", "More than 600 people have died in the strait since January.", set()),
        ("The sinking killed 14 people.", "The sinking killed 16 people, the police said.", {"dead"}),
        ("Police arrested 14 people.", "Two people arrested over another matter are still held.", set()),
        ("The yard will cut 600 jobs.", "The yard said that some 40 jobs will go there.", set()),
        ("Hart will appear in court on 3 December.", "His party has postponed its congress to May.", set()),
        ("Hart will appear in court on 3 December.", "The court has postponed Hart's appearance to 8 December.", {"plan moved"}),
        ("The port will reopen on 3 December.", "Travellers were delayed by up to 90 minutes.", set()),
        ("The port will reopen on 3 December.", "The port will reopen on 1 December, earlier than planned.", {"plan moved"}),
        ("The port will reopen on 3 December.", "The owner has cancelled 300 sailings.", set()),
        ("The owner denied that an alarm was switched off on the bridge.", "The owner admitted that an alarm was switched off on the bridge.", {"admitted"}),
        ("The owner denied that it was late.", "The cook admitted that he could not swim.", set()),
    ],
)  # fmt: skip
def test_other_matters(then: str, now: str, changed: set[str]) -> None:
    """A longer time, part of a firm, somebody else's plan, late trains and what nobody denied change nothing."""
    assert told(then, now)[0] == changed


def test_dates_go_with_their_own_plan() -> None:
    """A plan that is moved takes its own date out of the diary, and leaves those of other plans."""
    then = "The port will reopen on 3 December. The agency is to publish its findings on 9 December."
    dates = told(then, "The port's reopening has been put off to 5 December.")[1]
    assert "2026-12-09" in dates
    assert "2026-12-03" not in dates
