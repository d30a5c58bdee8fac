"""What is asked of libraries before they are imported, in a process that is the program's own."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any, Final

_ASKED: Final = "PYDANTIC_DISABLE_PLUGINS"
_LOADER: Final = "pydantic.plugin._loader"


def one_thread() -> None:
    """Ask numpy's linear algebra, before it is imported, for no threads of its own unless the user set a number.

    Nothing here is large enough for them, and starting them costs more than an article.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def without_plugins() -> None:
    """Ask pydantic, before it is imported, not to look through all installed packages for plugins of its own, unless the user says which.

    That costs more than all of the program's models; and to import what would look, for an answer that is known, a twentieth of a card.
    """
    if os.environ.setdefault(_ASKED, "__all__") == "__all__" and _LOADER not in sys.modules:
        sys.modules[_LOADER] = _NoPlugins(_LOADER)


class _NoPlugins(ModuleType):
    """In place of pydantic's module that finds plugins, which imports what reads packages, mail headers and archives."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """What that module answers where `PYDANTIC_DISABLE_PLUGINS` is set."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # what Python asks of every module
        # A version of pydantic that asks it for more gets the module itself.
        if sys.modules.get(_LOADER) is self:
            del sys.modules[_LOADER]
        return getattr(importlib.import_module(_LOADER), name)
