"""What a folder was begun with: what its cards depend on is held, and what its commands were allowed goes on to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from summarize.batch.journal import Journal
from summarize.errors import UsageError
from summarize.settings import SETTABLE, Settings

Form = Literal["json", "parquet"]
_HELD: Final = (
    "nlp", "model", "provider", "base_url", "judge", "prompt", "language", "window", "answer_tokens", "effort", "temperature",
    "verbosity", "seed", "service_tier", "body", "caching",
)  # fmt: skip
"""Settings that answers depend on, wherever they were set: flag, environment or file."""
_SETTINGS: Final = "settings"
_FLAGS: Final = "flags"
_ALLOWED: Final = "allowed"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the command that began a folder, or the last to go on with it, may do and is to write."""

    max_cost: float | None = None
    max_tokens: int | None = None
    written: bool = False
    """Requests are only written, for somebody else to run."""
    form: Form = "json"

    def limit(self, settings: Settings) -> Settings:
        """The settings, with these limits where they have none."""
        return replace(
            settings,
            max_cost=self.max_cost if settings.max_cost is None else settings.max_cost,
            max_tokens=self.max_tokens if settings.max_tokens is None else settings.max_tokens,
        )


def last_allowed(journal: Journal) -> Allowed:
    """What was allowed last; the defaults in a new folder."""
    return Allowed(**json.loads(journal.told(_ALLOWED) or "{}"))


def allow(journal: Journal, what: Allowed) -> None:
    """Let it be allowed to the commands that go on with the folder."""
    journal.tell(_ALLOWED, json.dumps(asdict(what)))


def flags(journal: Journal) -> dict[str, Any] | None:
    """The options that the folder was begun with, as they were given; None if nothing was begun."""
    told = journal.told(_FLAGS)
    return None if told is None else dict(json.loads(told))


def begin(journal: Journal, settings: Settings, given: dict[str, Any]) -> None:
    """Hold the folder to what its cards depend on: other settings would ask, and pay for, everything anew.

    Raises:
        UsageError: it was begun with others.
    """
    engine = settings.engine if settings.engine != "auto" else "model" if settings.uses_model else "extractive"
    now: dict[str, Any] = {"engine": engine, "published": given["published"], "shard": given["shard"]}
    now |= {name: getattr(settings, name) for name in _HELD}
    written = json.dumps(now, sort_keys=True, default=_plain)
    before = journal.told(_SETTINGS)
    if before is not None and before != written:
        was, now = json.loads(before), json.loads(written)
        names = ", ".join(_option_name(name) for name in sorted(now) if was.get(name) != now[name])
        raise UsageError(f"{journal.folder} was begun with another {names}: give the same, or another folder")
    with journal.together():
        journal.tell(_SETTINGS, written)
        journal.tell(_FLAGS, json.dumps(given))


def _option_name(name: str) -> str:
    return f"--set {name}" if name in SETTABLE else "--" + name.replace("_", "-")


def _plain(value: Any) -> Any:
    """A value for JSON: paths by where they are, and mappings as such."""
    return str(value.resolve()) if isinstance(value, Path) else dict(value)
