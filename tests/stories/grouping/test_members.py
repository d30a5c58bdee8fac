"""What grouping sees of an article."""

from __future__ import annotations

from summarize.stories.grouping.members import member_of
from tests.stories.made import card_of


def test_bodies_that_are_only_described_join_no_articles() -> None:
    """A name is compared; "health ministry" and "police" may be another's in each article."""
    card = card_of(
        "A brake failed at Brest on Friday, the health ministry said. Police said so. “It was late,” said Ann Lee.",
        title="A brake fails",
    )
    assert {who.name for who in card.who} >= {"health ministry", "Police", "Ann Lee"}
    assert member_of(1, card).names == (("Ann Lee", "person"),)
