"""The rows of deeds that figures and dates are of, by their examples."""

from __future__ import annotations

import re

import pytest

from summarize.languages.figured_deeds import DeedRow, figured_deeds

TABLE = figured_deeds("en")


@pytest.mark.parametrize("row", TABLE.deed, ids=lambda row: row.id)
def test_a_row_tells_its_examples_and_not_its_counter_example(row: DeedRow) -> None:
    """Each row finds the deed in its examples, of which `#` is the figure, and none in its counter-example."""
    pattern = re.compile(rf"(?i)\b(?:{row.words})\b")
    assert all(pattern.search(example) for example in row.examples)
    assert not pattern.search(row.counter_example)


def test_rows_have_names_of_their_own() -> None:
    """What two accounts differ about is called by the name of one row."""
    names = [row.id for row in TABLE.deed]
    assert len(names) == len(set(names))
