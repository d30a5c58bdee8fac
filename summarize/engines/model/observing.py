"""Watching requests: what each was, its attempts, and how it ended, told to whoever keeps a log or measures. Never texts, never keys.

A request is one question to an endpoint; it takes one attempt, or several where something passes. The two are counted apart.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from summarize.card import Usage
from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.faults import (
    DeclinedError,
    LengthError,
    MalformedError,
    QuotaError,
    SampleError,
    TransientError,
    UnsupportedError,
)
from summarize.engines.model.recordings import made_with
from summarize.errors import ConfigurationError, MeasurementError, ModelError
from summarize.redaction import SECRETS

ANSWERED = "answered"
_OUTCOMES: Sequence[tuple[type[BaseException], str]] = (
    (BudgetError, "over the limit"),
    (QuotaError, "no quota"),
    (MalformedError, "malformed"),
    (DeclinedError, "filtered"),
    (SampleError, "bad sample"),
    (UnsupportedError, "unsupported"),
    (LengthError, "too long"),
    (ModelError, "refused"),
    (ConfigurationError, "key refused"),
    (MeasurementError, "not recorded"),
    (asyncio.CancelledError, "cancelled"),
    (BaseException, "crashed"),
)


def outcome_of(error: BaseException) -> str:
    """What became of a request or an attempt, in a word or two of a short list."""
    if isinstance(error, TransientError):
        return "limited" if error.limited else "unreached" if error.unreached else "failed"
    return next(outcome for kind, outcome in _OUTCOMES if isinstance(error, kind))


@dataclass(frozen=True, slots=True)
class At:
    """Where a request goes."""

    model: str
    host: str
    port: int | None
    provider: str | None
    """The provider's name, where it is known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    number: int
    """From 1 on, in the run."""
    at: At
    purpose: str
    """`draft`, `judge` or `probe`."""
    article: str | None
    """`sha256:` and the digest of the article's text."""
    form: str | None
    """The rung on which the schema is asked for."""
    parameters: Mapping[str, Any] = field(repr=False)
    """What was sent beside messages and schema: the limit, effort, temperature, seed."""


@dataclass(frozen=True, slots=True)
class Attempted:
    """One attempt at a request."""

    number: int
    """From 1 on, in the request."""
    seconds: float
    outcome: str
    usage: Usage | None
    """What it was served; None if that is nothing, or not known."""
    unknown: bool
    """It may have been served, and paid, without telling what."""
    tier: str | None
    cost_usd: float | None
    """None if the price or the usage is unknown."""


class Observer(Protocol):
    """Is told of requests, on the event loop: it must not take long."""

    def began(self, asked: Asked) -> None:
        """A request begins."""

    def attempted(self, asked: Asked, attempt: Attempted) -> None:
        """An attempt is over."""

    def ended(self, asked: Asked, attempts: Sequence[Attempted], outcome: str, seconds: float) -> None:
        """A request is over; `seconds` are those from its beginning, waiting included."""


class Watched:
    """A request while it is under way."""

    def __init__(self, asked: Asked, observers: Sequence[Observer]) -> None:
        self.asked, self._observers = asked, observers
        self.attempts: list[Attempted] = []

    def attempted(self, attempt: Attempted) -> None:
        """An attempt is over."""
        self.attempts.append(attempt)
        for each in self._observers:
            each.attempted(self.asked, attempt)


class Watch:
    """Tells observers of the requests of a run."""

    def __init__(self, observers: Sequence[Observer] = ()) -> None:
        """Tell these; nobody is told where there are none."""
        self._observers = observers
        self._numbers = count(1)

    @contextmanager
    def request(self, at: At, arguments: Mapping[str, Any]) -> Iterator[Watched]:
        """Within: one request. What it raises is its outcome."""
        labels = made_with.get()
        asked = Asked(
            next(self._numbers),
            at,
            labels.get("purpose", "draft"),
            article if (article := labels.get("article", "none")) != "none" else None,
            labels.get("form"),
            {
                name: value
                for name, value in {**arguments, **arguments.get("extra_body", {})}.items()
                if isinstance(value, (int, float, str)) and name != "model"
            },
        )
        watched, began, outcome = Watched(asked, self._observers), time.monotonic(), ANSWERED
        for each in self._observers:
            each.began(asked)
        try:
            yield watched
        except BaseException as error:
            outcome = outcome_of(error)
            raise
        finally:
            for each in self._observers:
                each.ended(asked, watched.attempts, outcome, time.monotonic() - began)


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
