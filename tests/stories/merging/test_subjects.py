"""What a number is of: each row of the table with its examples."""

from __future__ import annotations

import pytest

from summarize.languages.stories import SumRow, TollRow, figures
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.subjects import COMPARABLE, subject_of

WORDS = figures("en")


def subjects(sentence: str) -> set[str]:
    """What the numbers of a sentence are of."""
    found = (subject_of(sentence, 0, len(sentence), number) for number in numbers_in(sentence, 0, len(sentence)))
    return {subject.about for subject in found if subject is not None}


@pytest.mark.parametrize("row", [*WORDS.toll, *WORDS.sum], ids=lambda row: row.about)
def test_each_row_reads_its_examples(row: TollRow | SumRow) -> None:
    """A row reads every one of its examples, behind the number or before it, and not its counter-example."""
    for example in row.examples:
        assert row.about in subjects(example), example
    assert row.about not in subjects(row.counter_example)
    assert row.about in COMPARABLE


@pytest.mark.parametrize("row", WORDS.toll, ids=lambda row: row.about)
def test_each_expression_of_a_row_is_exercised(row: TollRow) -> None:
    """There is an example for the words behind a number, and another one where the row has words before it."""
    assert len(row.examples) == (2 if row.before else 1)
