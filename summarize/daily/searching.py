"""The index of words of a reading room, built by pagefind where that is installed: a program that reads the finished pages."""

from __future__ import annotations

import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarize.files import UNFINISHED
from summarize.installing import install_command

FOLDER: Final = "pagefind"
_PATIENCE: Final = 300.0
"""Seconds that it may take."""
_FURNITURE: Final = (".cites", ".story > .facts", ".telling > h2", ".unseen", "h4", ".step")
"""What of a story's page is not searched: marks, headings, and what was told before."""
_UNUSED: Final = ("pagefind-*ui*", "pagefind-highlight.js")
"""Pages of its own, which the room does without."""


def can_index() -> bool:
    """True if pagefind is installed."""
    return find_spec("pagefind_bin") is not None


def build_index(folder: Path) -> str | None:
    """Build the index of a room's stories, in place of the one that it has. Why it has no new one, in words; None if it was built."""
    if not can_index():
        found = "search finds nothing of this day" if (folder / FOLDER).is_dir() else "no search in it"
        return f"{found}: for that, {install_command('search')}"
    from pagefind_bin import get_executable  # noqa: PLC0415 - an extra

    with tempfile.TemporaryDirectory(UNFINISHED, ".search.", folder) as beside:
        made = Path(beside) / "made"
        try:
            done = subprocess.run(  # noqa: S603 - the program of an installed package, and our own folder
                [
                    get_executable(),
                    "--site",
                    folder.resolve(),
                    "--output-path",
                    made,
                    "--glob",
                    "stories/*.html",
                    *(part for selector in _FURNITURE for part in ("--exclude-selectors", selector)),
                ],
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return f"its search is as it was: pagefind took longer than {_PATIENCE:.0f} s"
        except OSError as error:
            return f"its search is as it was: pagefind does not run here: {error.strerror or error}"
        if done.returncode != 0 or not made.is_dir():
            said = " ".join(done.stderr.decode("utf-8", "replace").split())[-200:]
            return f"its search is as it was: pagefind failed: {said or f'exit code {done.returncode}'}"
        for pattern in _UNUSED:
            for file in made.glob(pattern):
                file.unlink()
        place = folder / FOLDER
        if place.exists():
            place.rename(Path(beside) / "before")
        made.rename(place)
    return None
