"""Whose word a story's headline is: a title says so itself, or is given as the word of whoever says it in its article."""

from __future__ import annotations

import pytest

from summarize.briefing import Slot
from summarize.stories.merging import Source, merge
from tests.stories.made import DAY, card_of, story_of

LEAD = "{source} {cue} that the old harbour bridge was never inspected. The bridge closed on Friday."


@pytest.mark.parametrize(
    ("title", "cue", "source"),
    [
        ("Old harbour bridge was never inspected", "alleged", "the dockers' union"),
        ("Dockers' union: old harbour bridge was never inspected", "alleged", None),
        ("Old harbour bridge allegedly never inspected", "alleged", None),
        ("Old harbour bridge was never inspected", "said", None),
        ("Market day moves to Marram square", "alleged", None),
    ],
)
def test_a_title_that_is_an_allegation_names_its_source(title: str, cue: str, source: str | None) -> None:
    """Only what the lead gives as somebody's allegation, and the title as a fact, gets its source; a title of something else does not."""
    card = card_of(LEAD.format(source="The dockers' union", cue=cue), title=title)
    headline = story_of(card).headline
    assert headline.text == title
    assert (headline.attribution.source if headline.attribution else None) == source


@pytest.mark.parametrize(
    ("title", "is_given"),
    [
        ("Ex-mayor of Brest denies theft over bridge", False),
        ("Former mayor says she was pushed out over bridge", False),
        ("Ex-mayor rejects claims over bridge and theft", False),
        ("Quayle stole from bridge fund, former mayor said", False),
        ("Council sacrificed former mayor over bridge", True),
        ("Council pushed out former mayor to save the bridge", True),
    ],
)
def test_a_title_that_says_who_says_it_gets_no_suffix(title: str, is_given: bool) -> None:
    """Who denies or says something in a title is named there: what its article's lead alleges besides gives it no further source."""
    lead = "The former mayor, Edda Quayle, alleged that the council had sacrificed her over the theft from the bridge fund."
    headline = story_of(card_of(f"{lead} The bridge closed on Friday.", title=title)).headline
    assert headline.text == title
    assert (headline.attribution is not None) is is_given


@pytest.mark.parametrize(
    ("slots", "slot", "headline"),
    [
        (["opinion"], "opinion", "The pier must go"),
        (["weather"], "weather", "The pier must go"),
        (["correction"], "correction", "Opinion: The pier must go"),
        (["news"], "news", "Opinion: The pier must go"),
        (["weather", "sport", "sport"], "sport", "The pier must go"),
        (["sport", "sport", "news"], "news", "Opinion: The pier must go"),
    ],
)
def test_what_is_told_apart_does_not_say_of_what_kind_it_is(slots: list[Slot], slot: Slot, headline: str) -> None:
    """A story is told with the news if any of its articles is news, else as what most are; its headline then says nothing of its kind, but for a correction's."""
    text = "The harbour board should close the pier at Brest. It has hit too many ferries since Friday."
    cards = [card_of(text, f"Paper {number}", title="Opinion: The pier must go") for number in range(len(slots))]
    story = merge(
        [Source(at, card, slot=kind) for at, (card, kind) in enumerate(zip(cards, slots, strict=True), 1)], (), DAY
    )
    assert (story.slot, story.headline.text) == (slot, headline)
