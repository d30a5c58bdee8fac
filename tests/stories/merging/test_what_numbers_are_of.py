"""Of what a number is, by the words that stand nearest to it."""

from __future__ import annotations

import pytest

from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.subjects import NumberSubject, counted_noun, subject_of


def subject(sentence: str, value: str) -> NumberSubject | None:
    (number,) = (one for one in numbers_in(sentence, 0, len(sentence)) if sentence[one.start : one.end] == value)
    return subject_of(sentence, 0, len(sentence), number)


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("Turnout fell to 43%.", "43%", NumberSubject("turnout", "%", 1)),
        ("Nothing fell to 43%.", "43%", None),
        ("It will pay $2.4 billion for Brovik.", "$2.4 billion", NumberSubject("price", "USD", 0)),
        ("He had $5,000 on him.", "$5,000", None),
        ("He was jailed for 11 years.", "11", NumberSubject("prison term", "years", 0)),
        ("He worked for 11 years.", "11", None),
        ("She got nine years in prison.", "nine", NumberSubject("prison term", "years", 0)),
        ("A magnitude 6.4 earthquake hit it.", "6.4", NumberSubject("magnitude", None, 0)),
        ("The gauge measured 214 millimetres of rain.", "214", NumberSubject("rain", "mm", 1)),
        ("Seven people were killed.", "Seven", NumberSubject("dead", None, 0)),
        ("About 140 firefighters are on the quay.", "140", NumberSubject("firefighters", None, 2)),
        ("Three letters were written.", "Three", None),
    ],
)
def test_subjects(sentence: str, value: str, expected: NumberSubject | None) -> None:
    """Tolls, sums and terms come first, measures and shares second, counts of whatever noun last, and those of a few things are none."""
    assert subject(sentence, value) == expected


def test_the_nearest_word_decides() -> None:
    """Of two words that say what a share is of, the nearer one."""
    assert subject("Turnout was high, and inflation rose to 4%.", "4%") == subject("Inflation rose to 4%.", "4%")
    assert subject("Inflation rose, and turnout fell to 43%.", "43%") == NumberSubject("turnout", "%", 1)
    far = "Turnout was what the papers wrote of on every day of the whole week before, and it was 43%."
    assert subject(far, "43%") is None


def test_counted_nouns() -> None:
    """The noun right behind a number, and none where no noun stands there."""
    assert counted_noun(" firefighters are there") == NumberSubject("firefighters", None, 2)
    assert counted_noun(" of them") is None
    assert counted_noun("") is None
