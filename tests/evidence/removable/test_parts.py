"""What may be left out of sentences changes only on purpose."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.removable.parts import blocks, listed


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.partition("\n")[0][:50])
def test_parts(block: str, model: Syntax) -> None:
    """The parts that may go are those that were looked at: renew them with `python -m tests.evidence.removable.parts`."""
    assert listed(block.partition("\n")[0], model) == block
