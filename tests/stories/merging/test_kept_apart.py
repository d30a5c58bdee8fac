"""Rules of sums that somebody keeps to, beside what another gives for the same."""

from __future__ import annotations

import pytest

from tests.stories.made import card_of, story_of

LEAD = "The arena of Skerry will cost 225 million euros, Skerry Council said on Friday. "


@pytest.mark.parametrize(
    ("further", "sides"),
    [
        ("Audit Norsund kept to its estimate of 281 million euros.", {"225 million euros", "281 million euros"}),
        (
            "Audit Norsund still says that the arena will cost 281 million euros.",
            {"225 million euros", "281 million euros"},
        ),
        ("Skerry Council kept to its estimate of 281 million euros.", set()),
        ("Audit Norsund kept to its plan for the harbour.", set()),
        ("Audit Norsund kept to its estimate of 225 million euros.", set()),
        ("Audit Norsund kept to its estimate of 4 million euros.", set()),
        ("Audit Norsund kept to its estimate of more than 281 million euros.", set()),
        (
            "Audit Norsund kept to its estimate of 281 million euros. Audit Halden kept to its estimate of 300 million euros.",
            {"225 million euros", "281 million euros"},
        ),
        ("The loss of the ferry firm was 260 million euros, and Audit Norsund said so.", set()),
    ],
)
def test_a_sum_that_is_kept_to(further: str, sides: set[str]) -> None:
    """What somebody who is named keeps to stands beside what another gives, of the same size, in one article as well; not another's plan, nor a bound; of several who do the first."""
    story = story_of(card_of(f"{LEAD}{further} It was cold."))
    found = [{side.value for side in each.sides} for each in story.disagreements]
    assert found == ([sides] if sides else [])
    figures = {figure.value for figure in story.figures}
    assert not figures & sides
