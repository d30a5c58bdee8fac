"""What is right in labelled texts."""

from __future__ import annotations

import pytest

from tests.labels.kept import Tally, cases, kept


@pytest.mark.parametrize("name", cases())
def test_what_is_right_stays_right(name: str) -> None:
    """No label that was met is lost, and nothing false comes in: of no measure, in no article. What gets better is written down anew."""
    now = cases()[name]()
    for measure, (right, false) in kept()[name].items():
        found = now.get(measure, Tally(0, 0))
        assert found.right >= right, measure
        assert found.false <= false, measure
    assert not [measure for measure, tally in now.items() if tally.false and measure not in kept()[name]]


def test_all_that_is_labelled_is_kept() -> None:
    """Each case has its line, and each line a case: labels that are added are written down, and none goes unseen because its file is moved or renamed."""
    assert set(kept()) == set(cases())
