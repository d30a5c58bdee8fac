"""Which `summarize.toml` is in force: that of the folder, else of the nearest folder above, else of the user's configuration folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from summarize.settings.folders import config_folder
from summarize.settings.places import FILE

_ADMINISTRATOR: Final = 0


def file_for(folder: Path, *, asks_user: bool = True) -> Path:
    """The settings file for work in a folder. The nearest one counts alone; where there is none it is that of the folder, which does not exist.

    A file in a folder above is passed over if it is neither the user's nor the administrator's: whoever may write to a shared folder
    would say how everybody below it works.
    """
    own = folder / FILE
    if own.exists():
        return own
    for above in folder.resolve().parents:
        path = above / FILE
        if path.is_file() and _is_ours(path):
            return path
    if asks_user and (users := user_file()).is_file():
        return users
    return own


def user_file() -> Path:
    """The settings file of the user, whatever the folder."""
    return config_folder() / FILE


def _is_ours(path: Path) -> bool:
    user = getattr(os, "getuid", None)  # Windows has none; there, shared folders are not writable to everybody
    return user is None or path.stat().st_uid in {_ADMINISTRATOR, user()}
