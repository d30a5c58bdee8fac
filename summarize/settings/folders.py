"""The user's own folders: where settings stand, and what is kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Literal

_NAME: Final = "summarize"


def cache_folder() -> Path:
    """What can be made again. The folder need not be there.

    Raises:
        RuntimeError: the system knows no folder of the user.
    """
    return _by_home("XDG_CACHE_HOME", ".cache") or _by_system("user_cache_path")


def config_folder() -> Path:
    """What the user set. The folder need not be there.

    Raises:
        RuntimeError: the system knows no folder of the user.
    """
    return _by_home("XDG_CONFIG_HOME", ".config") or _by_system("user_config_path")


def _by_system(asked: Literal["user_cache_path", "user_config_path"]) -> Path:
    """The folder that `platformdirs` knows, on any system."""
    import platformdirs  # noqa: PLC0415 - a thirtieth of what starting costs

    path: Path = getattr(platformdirs, asked)(_NAME, appauthor=False)
    return path


def _by_home(variable: str, below: str) -> Path | None:
    """Where the XDG specification has a folder on Linux; None where `platformdirs` is to say, which knows all systems and their exceptions."""
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return Path(named, _NAME)
    return Path(home, below, _NAME) if home.startswith("/") else None
