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

_KEPT_SECONDS = 30 * 24 * 3600
"""Servers are updated: after a month they are asked again."""


@dataclass(frozen=True)
class _Entry:
    at: int
    profile: Profile


_ENTRY = TypeAdapter(_Entry)


class Profiles:
    """A file of profiles by endpoint and model. It is a cache: what cannot be read or written is probed anew."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder`, by default the user's cache folder for this program."""
        self._path = (folder or platformdirs.user_cache_path("summarize")) / "endpoints.json"

    def get(self, base_url: str, model: str) -> Profile | None:
        """What is known; None if nothing is, or it is a month old."""
        try:
            entry = _ENTRY.validate_python(self._read().get(f"{base_url} {model}"))
        except ValidationError:
            return None
        return entry.profile if 0 <= time.time() - entry.at < _KEPT_SECONDS else None

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
