"""The README shows what the program really prints."""

from __future__ import annotations

import re
from pathlib import Path

from summarize import read, render
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.syntax import load
from summarize.pipeline import Pipeline

ROOT = Path(__file__).parent.parent


def _card() -> str:
    card = Pipeline(ExtractiveEngine(), load()).card(read(str(ROOT / "seeds" / "harbour-fire.txt")).article)
    text = render(card, "markdown")
    # Headings one level down, to stand under the README's own; and without the line that says when it was made.
    body = text[: text.rindex("\nmade ")].rstrip("\n")
    return re.sub(r"^(#+) ", r"\1## ", body, flags=re.MULTILINE)


def test_the_card_in_the_readme_is_the_one_that_make_brief_prints() -> None:
    """The README's card is the real card of the sample article, word for word."""
    assert _card() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_is_short() -> None:
    """The README has at most 150 lines."""
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


if __name__ == "__main__":
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    start, end = text.index("## A card\n") + len("## A card\n"), text.index("\nAs HTML the article stands beside")
    readme.write_text(f"{text[:start]}\n{_card()}\n{text[end:]}", encoding="utf-8")
