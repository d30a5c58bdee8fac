"""Files that come with the program: in the wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path

VERSION = "0.1.0"
"""Of the program. The build takes it from here: to look for it among what is installed would cost a hundredth of a card by rules."""
_PACKAGE = Path(__file__).parent


def prompt_path(name: str) -> Path:
    """The file of a built-in prompt, such as `brief/v1`."""
    installed = _PACKAGE / "_prompts" / f"{name}.md"
    return installed if installed.exists() else _PACKAGE.parent / "prompts" / f"{name}.md"


def templates() -> Path:
    """The folder of the built-in templates."""
    installed = _PACKAGE / "_templates"
    return installed if installed.exists() else _PACKAGE.parent / "templates"
