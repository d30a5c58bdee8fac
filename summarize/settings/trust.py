"""Which settings files of folders the user trusts.

A `summarize.toml` comes with whatever folder one happens to be in, also one that somebody else made. So it may not say where articles
and keys are sent until the user has said so once. What is trusted is a file at its place with its content: changed, it is foreign again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from summarize.errors import ConfigurationError
from summarize.files import write_whole
from summarize.settings.folders import config_folder


class Trusted:
    """The list of trusted files, in the user's configuration folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the list in `folder`, by default the user's configuration folder for this program."""
        self._folder = folder

    def holds(self, path: Path) -> bool:
        """True if the file is trusted as it is now."""
        digest = _digest(path)
        return digest is not None and self._read_entries().get(str(path.resolve())) == digest

    def add(self, path: Path) -> None:
        """Trust a file as it is now.

        Raises:
            ConfigurationError: it cannot be read.
            UsageError: the list cannot be written.
        """
        digest = _digest(path)
        if digest is None:
            raise ConfigurationError(f"{path} cannot be read, so there is nothing to trust")
        self._write({**self._read_entries(), str(path.resolve()): digest})

    def remove(self, path: Path) -> bool:
        """Trust a file no longer; False if it was not on the list.

        Raises:
            UsageError: the list cannot be written.
        """
        entries = self._read_entries()
        known = entries.pop(str(path.resolve()), None) is not None
        if known:
            self._write(entries)
        return known

    def _path(self) -> Path:
        if self._folder is None:
            self._folder = config_folder()
        return self._folder / "trusted.json"

    def _read_entries(self) -> dict[str, str]:
        try:
            entries = json.loads(self._path().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            # What cannot be read trusts nothing.
            return {}
        return {str(name): str(value) for name, value in entries.items()} if isinstance(entries, dict) else {}

    def _write(self, entries: dict[str, str]) -> None:
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigurationError(f"{path.parent} cannot be made: {error.strerror}") from error
        write_whole(path, json.dumps(entries, indent=1) + "\n")


def _digest(path: Path) -> str | None:
    try:
        return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
