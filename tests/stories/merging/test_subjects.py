"""What a number is of: each row of the table with its examples."""

from __future__ import annotations

import pytest

from summarize.languages.stories import SumRow, TollRow, figures
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.subjects import COMPARABLE, _Toll, subject_of

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
    """There is an example for the words behind a number, and another one for those before it, unless a row asks for both; the counter-example misses the row itself."""
    assert len(row.examples) == (1 if row.both else bool(row.before) + bool(row.after))
    own = [_Toll.of(row)]
    assert any(_toll_of(own, example) for example in row.examples)
    assert not _toll_of(own, row.counter_example)


def _toll_of(rows: list[_Toll], sentence: str) -> bool:
    """True if one of these rows alone reads a number of a sentence."""
    numbers = numbers_in(sentence, 0, len(sentence))
    sides = [(sentence[: number.start], sentence[number.end :]) for number in numbers]
    return any(
        row.behind(*side) is not None or (not row.both and row.is_before(side[0])) for row in rows for side in sides
    )
