"""Answers that are paid for, on disk from when they arrive until the run that asked has written what it made of them.

A run that is killed leaves them, and the next that asks the very same takes them up instead of paying again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import platformdirs
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from summarize.errors import SummarizeError
from summarize.files import write_whole

_KEPT_SECONDS = 24 * 3600


class Answers(Protocol):
    """Answers that are there already, and a place for those that arrive."""

    taken: int
    """How many were paid for by a run that was broken off."""

    def take(self, arguments: Mapping[str, Any]) -> ChatCompletion | None:
        """The answer to a request; None if the endpoint has to be asked. May raise what the endpoint would have been the reason for."""

    def keep(self, arguments: Mapping[str, Any], completion: ChatCompletion) -> None:
        """Take an answer as it arrives."""

    def forget(self) -> None:
        """What was made of the answers is written."""


class KeptAnswers:
    """The answers of a run, and those that runs before it have left."""

    def __init__(self, base_url: str, folder: Path | None = None) -> None:
        """Keep them in `folder`, by default the user's cache folder for this program."""
        self._base_url = base_url
        self._folder = (folder or platformdirs.user_cache_path("summarize")) / "answers"
        self._ours: set[Path] = set()
        self.taken = 0
        """Answers of earlier runs that were taken up."""

    def take(self, arguments: Mapping[str, Any]) -> ChatCompletion | None:
        """The answer that a run before this one has left to a request; None if there is none, or it is a day old. Each is given once."""
        path = self._path(arguments)
        if path in self._ours:
            return None
        try:
            if time.time() - path.stat().st_mtime > _KEPT_SECONDS:
                return None
            completion = ChatCompletion.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None
        self._ours.add(path)
        self.taken += 1
        return completion

    def keep(self, arguments: Mapping[str, Any], completion: ChatCompletion) -> None:
        """Keep an answer. It is a cache: where it cannot be written, a run that is killed is paid for again."""
        path = self._path(arguments)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, completion.model_dump_json(warnings=False))
            path.chmod(0o600)
        except (OSError, SummarizeError):
            return
        self._ours.add(path)

    def forget(self) -> None:
        """What was made of the answers is written: they are not needed any more, nor any that are a day old."""
        for path in self._ours:
            path.unlink(missing_ok=True)
        self._ours.clear()
        for path in self._folder.glob("*.json"):
            if time.time() - path.stat().st_mtime > _KEPT_SECONDS:
                path.unlink(missing_ok=True)

    def _path(self, arguments: Mapping[str, Any]) -> Path:
        asked = json.dumps([self._base_url, arguments], sort_keys=True, ensure_ascii=False)
        return self._folder / f"{hashlib.sha256(asked.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"
