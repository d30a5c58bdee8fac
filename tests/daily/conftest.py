"""What the tests of stores share."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.daily.memory import Memory
from tests.daily.stores import CARD, silent, told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound store that remembers a card and a day."""
    file = tmp_path / "a.sqlite3"
    with Memory(file, silent) as memory:
        memory.keep_card("key", CARD)
        memory.mark("feed", "item")
        told(memory, "2026-03-03", CARD)
    return file
