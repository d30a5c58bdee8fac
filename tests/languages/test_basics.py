"""What the basics of a language hold, whoever wrote them."""

from __future__ import annotations

import pytest

from summarize.languages.basics import WordList, basics
from summarize.languages.packs import FOLDER

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/basics.toml"))


def test_words_by_their_parts() -> None:
    """ "x*" is any word that begins with x, "*x" one that ends with it, "x*y" one that does both; what is listed as none is none."""
    words = WordList("rot gelb* *blau vor*fahren", "gelbsucht")
    held = {"rot", "gelb", "gelber", "hellblau", "vorausfahren"}
    assert {word for word in (*held, "rote", "hellblaues", "vorfahrt", "gelbsucht", "fahren") if word in words} == held


@pytest.mark.parametrize("language", LANGUAGES)
def test_opposites(language: str) -> None:
    """Opposites are two lists of words each, and no word is its own opposite."""
    known = basics(language)
    assert known is not None
    for first, second in known.opposites:
        assert first
        assert second
        assert not first.whole & second.whole
