"""Golden files: what each form of each sample looks like. `python -m tests.rendering.briefing.goldens` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from summarize.rendering.briefing import render_briefing
from tests.rendering.cards import HOSTILE

from . import samples
from .hostile import hostile

FOLDER = Path(__file__).parent / "golden"


def rendered() -> Iterator[tuple[str, str]]:
    """The name of each golden file and what it must hold."""
    for name, briefing in {
        "short": samples.full("short"),
        "standard": samples.full("standard"),
        "long": samples.full("long"),
        "empty": samples.empty(),
        "hostile": hostile(HOSTILE),
    }.items():
        yield f"{name}.md", render_briefing(briefing, "markdown")
        if name in {"long", "empty"}:
            yield f"{name}.html", render_briefing(briefing, "html")
    yield "standard.json", render_briefing(samples.full("standard"), "json")


@cache
def contents() -> dict[str, str]:
    """By name, what each golden file must hold."""
    return dict(rendered())


def stored(name: str) -> str:
    """The content of a golden file, byte for byte."""
    return (FOLDER / name).read_bytes().decode()


def main() -> None:
    """Write every golden file."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in rendered():
        (FOLDER / name).write_bytes(content.encode())


if __name__ == "__main__":
    main()
