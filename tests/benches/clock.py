"""CPU seconds of the steps of a piece of work."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class Clock:
    """CPU seconds by step."""

    def __init__(self) -> None:
        """Nothing has been timed yet."""
        self.spent: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], Result]) -> Result:
        """The result of a piece of work, its time counted for `step`."""
        began = time.process_time()
        result = work()
        self.spent[step] = self.spent.get(step, 0) + time.process_time() - began
        return result
