"""Texts in other languages that were made to be slow: counted, not timed."""

from __future__ import annotations

import pytest

from summarize.evidence.neutral.tense import way_of
from summarize.languages.basics import WordList, basics


def test_words_that_are_repeated_beside_a_day_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often the words near a day are repeated, each form is asked for once in each list that tells tense."""
    known = basics("de")
    assert known is not None
    asked: list[str] = []
    fits = WordList.__contains__

    def noted(words: WordList, word: str) -> bool:
        asked.append(word)
        return fits(words, word)

    monkeypatch.setattr(WordList, "__contains__", noted)
    counts = []
    for number in (5, 40):
        text = "Brücke dort " * number + "am Montag"
        asked.clear()
        way_of(text, (0, len(text)), (text.index("Montag"), len(text)), known)
        counts.append(len(asked))
    assert counts[0] == counts[1] > 0
