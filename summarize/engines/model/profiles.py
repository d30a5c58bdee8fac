"""What earlier runs learned of endpoints, in the user's cache folder, so that each is probed once and not with every article."""

from __future__ import annotations

import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs
from pydantic import TypeAdapter, ValidationError

from summarize.engines.model.ladder import Profile
from summarize.engines.model.rungs import RUNGS

_KEPT_SECONDS = 30 * 24 * 3600
"""Servers are updated: after a month they are asked again."""
_LOWER_KEPT_SECONDS = 24 * 3600
"""A way below the surest is tried upwards again after a day: what kept an endpoint from the surest may have passed."""


@dataclass(frozen=True)
class _Entry:
    at: int
    profile: Profile


_ENTRY = TypeAdapter(_Entry)


class Profiles:
    """A file of profiles by endpoint and model. It is a cache: what cannot be read or written is probed anew."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder`, by default the user's cache folder for this program."""
        # The number is of what counts as learnt: what earlier versions took for it is not believed.
        self._path = (folder or platformdirs.user_cache_path("summarize")) / "endpoints-2.json"

    def get(self, base_url: str, model: str) -> Profile | None:
        """What is known; None if nothing is, or it is a month old, or a day old and not the surest way."""
        try:
            entry = _ENTRY.validate_python(self._read().get(f"{base_url} {model}"))
        except ValidationError:
            return None
        kept = _KEPT_SECONDS if entry.profile.rung == RUNGS[0] else _LOWER_KEPT_SECONDS
        return entry.profile if 0 <= time.time() - entry.at < kept else None

    def put(self, base_url: str, model: str, profile: Profile) -> None:
        """Remember a profile."""
        entries = {**self._read(), f"{base_url} {model}": {"at": int(time.time()), "profile": asdict(profile)}}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".endpoints-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(entries, file, indent=1)
            Path(name).replace(self._path)
        except OSError:
            return  # a read-only home: it is probed again next time

    def _read(self) -> dict[str, object]:
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}
