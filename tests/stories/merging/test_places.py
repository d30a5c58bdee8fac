"""Rules of the places of a story. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.article import Evidence
from summarize.card import Where
from summarize.stories.merging.people import places_of
from summarize.stories.merging.sources import Source
from tests.stories.made import LEAD, card_of

CHIEF = LEAD + " Fire chief Moira Dunbar said that the pier was shut."


@pytest.mark.parametrize(
    ("name", "country", "kept"),
    [("Dunbar", None, False), ("Dunbar", "GB", True), ("Moira", None, True), ("Brunholm", None, True)],
)
def test_a_last_name_of_the_story_is_no_place_of_it(name: str, country: str | None, kept: bool) -> None:
    """A place that no list knows, and that another account has as somebody's last name, is none; one that lies in a country is."""
    other = card_of(f"{LEAD} Crews came from {name} at noon.", "B")
    at = other.article.text.index(name)
    there = Where(name=name, country=country, main=True, evidence=(Evidence(start=at, end=at + len(name), text=name),))
    one = card_of(CHIEF, "A").model_copy(update={"where": ()})
    other = other.model_copy(update={"where": (there,), "who": ()})
    found = places_of([Source(1, one), Source(2, other)])
    assert [place.name for place in found] == [name] * kept
