"""The log of requests: a file of JSON Lines, a line for each attempt and each request, without texts and keys."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarize.engines.model.observing import Asked, Attempted
from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS

_WORD = re.compile(r"[A-Za-z0-9_-]{1,24}")
"""What a service tier is called: an endpoint may say anything in its place."""
EVENTS = frozenset({"attempt", "request"})
"""What a line is of."""


class LogFile:
    """Adds to a file; each line is written whole and at once, so that a program that is killed has told all until then."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        """Add to `path`, and tell the user once if that fails.

        Raises:
            ConfigurationError: it cannot be written to, or is something else than such a log.
        """
        self._path, self._tell = path, tell
        self._failed = False
        try:
            if path.exists() and not _is_log(path):
                raise ConfigurationError(f"{path} is no log of requests, and is left as it is: name another with --log")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8"):
                pass
        except OSError as error:
            raise ConfigurationError(f"the log {path} cannot be written: {error.strerror}") from error

    def began(self, asked: Asked) -> None:
        """Write nothing: what a request was is in the line of its end."""

    def attempted(self, asked: Asked, attempt: Attempted) -> None:
        """Add the line of an attempt."""
        usage = attempt.usage
        tokens = {} if usage is None else usage.model_dump(exclude={"requests"})
        self._add(
            "attempt",
            asked,
            attempt=attempt.number,
            seconds=round(attempt.seconds, 3),
            outcome=attempt.outcome,
            **tokens,
            usage_unknown=attempt.unknown,
            tier=attempt.tier if attempt.tier is not None and _WORD.fullmatch(attempt.tier) else None,
            cost_usd=attempt.cost_usd,
        )

    def ended(self, asked: Asked, attempts: Sequence[Attempted], outcome: str, seconds: float) -> None:
        """Add the line of a request."""
        self._add("request", asked, attempts=len(attempts), seconds=round(seconds, 3), outcome=outcome)

    def _add(self, event: str, asked: Asked, **more: Any) -> None:
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "event": event,
            "request": asked.number,
            "purpose": asked.purpose,
            "article": asked.article,
            "provider": asked.at.provider,
            "host": asked.at.host,
            "model": asked.at.model,
            "form": asked.form,
            **more,
        }
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(SECRETS.clean_json(line), ensure_ascii=False) + "\n")
        except OSError as error:
            if not self._failed:
                self._failed = True
                self._tell(f"warning: the log {self._path} cannot be written any more: {error.strerror}")


def _is_log(path: Path) -> bool:
    """True of a file that is empty, or begins with a line of such a log."""
    with path.open("rb") as file:
        first = file.readline(4096)
    try:
        line = json.loads(first) if first.strip() else {"event": "request"}
    except ValueError:
        return False
    return isinstance(line, dict) and line.get("event") in EVENTS
