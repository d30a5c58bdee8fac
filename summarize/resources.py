"""Files that come with the program: in the wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def prompt_path(name: str) -> Path:
    """The file of a built-in prompt, such as `brief/v1`."""
    installed = _PACKAGE / "_prompts" / f"{name}.md"
    return installed if installed.exists() else _PACKAGE.parent / "prompts" / f"{name}.md"


def templates() -> Path:
    """The folder of the built-in templates."""
    installed = _PACKAGE / "_templates"
    return installed if installed.exists() else _PACKAGE.parent / "templates"


@cache
def program_version() -> str:
    """The version of the program that is installed."""
    from importlib.metadata import distribution  # noqa: PLC0415 - takes longer than most commands' own imports

    installed = distribution("summarize")
    # `Distribution.version` has all the metadata read as mail, the README in it included: six milliseconds for one line.
    head = (installed.read_text("METADATA") or "").partition("\n\n")[0]
    stated = next((line for line in head.splitlines() if line.startswith("Version: ")), "")
    return stated.removeprefix("Version: ") or installed.version
