"""Whose word a story's headline is: a title says so itself, or is given as the word of whoever says it in its article."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

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
