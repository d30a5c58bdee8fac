"""Golden files: what each form of each test card looks like. `python -m tests.rendering.goldens` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from summarize.rendering import render

from . import cards

FOLDER = Path(__file__).parent / "golden"


def rendered() -> Iterator[tuple[str, str]]:
    """The name of each golden file and what it must hold."""
    for name, card in {"ordinary": cards.ordinary(), "hostile": cards.hostile(), "bare": cards.bare()}.items():
        for width in (40, 80, 160) if name == "ordinary" else (80,):
            yield f"{name}-{width}.txt", render(card, "terminal", width=width)
        if name == "ordinary":
            yield f"{name}-80-color.txt", render(card, "terminal", width=80, color=True)
        yield f"{name}.md", render(card, "markdown")
        yield f"{name}.html", render(card, "html")
        yield f"{name}.json", render(card, "json")


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
