"""Rules of the digests that tell when what is kept was made by other code."""

from __future__ import annotations

import pytest

from summarize.codes import DRAFTING, FINDING, code_digest


def test_every_part_is_there() -> None:
    """The parts that results depend on exist: a package that was renamed is not passed over, or its results would never be made anew."""
    assert code_digest(FINDING) != code_digest(DRAFTING)
    with pytest.raises(FileNotFoundError, match="no such_package"):
        code_digest(("such_package",))
