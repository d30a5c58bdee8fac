"""What libraries are asked before they are imported; each in a process of its own, as nothing can be imported twice."""

from __future__ import annotations

import os
import subprocess
import sys

_PLUGIN = """
import sys
from summarize.settings import without_plugins
without_plugins()
from pydantic import BaseModel
class Model(BaseModel):
    number: int
assert Model(number="3").number == 3
"""


def _run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYDANTIC_DISABLE_PLUGINS"}
    command = [sys.executable, "-c", _PLUGIN + code]
    return subprocess.run(command, env={**environment, **variables}, capture_output=True, text=True, check=False)


def test_pydantic_finds_no_plugins_and_imports_nothing_that_would() -> None:
    """A model works, and neither the reader of packages nor that of mail headers was imported for it."""
    done = _run("assert 'importlib.metadata' not in sys.modules and 'email.message' not in sys.modules")
    assert done.returncode == 0, done.stderr


def test_who_says_which_plugins_are_off_is_heard() -> None:
    """What the user set stays, and pydantic's own loader is asked."""
    done = _run("assert sys.modules['pydantic.plugin._loader'].__file__", PYDANTIC_DISABLE_PLUGINS="one,other")
    assert done.returncode == 0, done.stderr


def test_what_else_pydantic_would_ask_of_its_loader_is_answered() -> None:
    """A name that the stand-in does not have comes from the module itself; a name that no module has is an AttributeError."""
    done = _run(
        "from pydantic.plugin import _loader\n"
        "assert not hasattr(_loader, '__path__') and 'importlib.metadata' not in sys.modules\n"
        "assert _loader.PYDANTIC_ENTRY_POINT_GROUP == 'pydantic'\n"
        "real = sys.modules['pydantic.plugin._loader']\n"
        "assert real.__file__ and _loader.PYDANTIC_ENTRY_POINT_GROUP and sys.modules['pydantic.plugin._loader'] is real"
    )
    assert done.returncode == 0, done.stderr
