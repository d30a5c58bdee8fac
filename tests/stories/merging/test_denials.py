"""Rules of who denies what a story tells."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.stories.merging.answers import with_answers
from summarize.stories.merging.sources import Source
from tests.stories.made import card_of

STRUCK = "A ferry struck a rock off Brest on Friday."
BELOW = "The master was below deck, two passengers told the paper."
DENIED = "The owner, Kestrel Lines, denied it."


def told(text: str, lines: Sequence[str]) -> list[str]:
    """What a story tells of an article of which its card has some sentences as news."""
    source = Source(1, card_of(text))
    known = [line for each in lines if (line := source.located(each, text.index(each), text.index(each) + len(each)))]
    return [each.text for line, answers in with_answers(known, [source]) for each in (line, *answers)]


def test_a_denial_stands_behind_what_it_denies() -> None:
    """Not before it, nor at the end: what stands before a denial is what it denies."""
    text = f"{STRUCK} {BELOW} {DENIED} The ship is forty years old."
    assert told(text, [STRUCK, BELOW, "The ship is forty years old."]) == [
        STRUCK,
        BELOW,
        DENIED,
        "The ship is forty years old.",
    ]


def test_a_denial_of_what_is_not_told_is_left_out() -> None:
    """Behind another line it would deny that."""
    text = f"{STRUCK} It rained all night. The quay was dark. {BELOW} {DENIED}"
    assert told(text, [STRUCK]) == [STRUCK]
