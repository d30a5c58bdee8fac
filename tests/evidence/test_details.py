"""What is found in paragraphs changes only on purpose."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax
from tests.evidence.details import blocks, listed


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block[:40])
def test_findings(block: str, model: Syntax) -> None:
    """Everything that is found is what was looked at: renew it with `python -m tests.evidence.details`."""
    assert listed(block.partition("\n")[0], model) == block
