"""Work on an event loop of its own, at whose end nothing is waited for that was told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

_MAX_TIMES: Final = 20
_WAIT: Final = 0.5
"""How often what still runs is told to stop, and the seconds that it has each time."""


def run_to_end(work: Coroutine[Any, Any, Result]) -> Result:
    """As `asyncio.run`, which tells what still runs to stop once and then waits for it for ever.

    A task may lose that word: libraries take it for a time limit of their own that passed at the same moment. A second Ctrl-C hung for it.
    """
    with asyncio.Runner() as runner:
        try:
            return runner.run(work)
        finally:
            _stop_all(runner.get_loop())


def _stop_all(loop: asyncio.AbstractEventLoop) -> None:
    for _ in range(_MAX_TIMES):
        running = asyncio.all_tasks(loop)
        if not running:
            return
        for task in running:
            task.cancel()
        loop.run_until_complete(asyncio.wait(running, timeout=_WAIT))
