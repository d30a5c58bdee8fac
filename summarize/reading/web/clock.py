"""Time, in one place so that a test can have its own."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class WebClock(Protocol):
    """Tells the time, and waits."""

    def now(self) -> datetime:
        """The time, with its zone."""

    def elapsed(self) -> float:
        """Seconds that only ever grow, since some moment."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The machine's own."""

    def now(self) -> datetime:
        """The time in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)

    def elapsed(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait on the event loop."""
        await asyncio.sleep(seconds)
