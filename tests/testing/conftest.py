"""These tests leave no thread and no socket behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _quick_collections() -> None:
    """Leave what is there before these tests out of the collections after each of them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No server's thread outlives its test, and no socket is left open for the garbage collector (its warning is an error)."""
    yield
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("fake server")]
    gc.collect()
