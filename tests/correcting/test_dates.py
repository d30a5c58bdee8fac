"""Rules of a date that a person gives for words of an article."""

from __future__ import annotations

import pytest

from summarize.card import When
from summarize.correcting.dates import GivenDate, read_given_date


def given(words: str, value: str, pack: str | None = "en") -> GivenDate | str:
    evidence = [{"start": 0, "end": len(words), "text": words}]
    when = When.model_validate(
        {
            "text": words,
            "start": None,
            "end": None,
            "precision": "day",
            "main": False,
            "what": None,
            "evidence": evidence,
        }
    )
    return read_given_date(value, when, pack)


@pytest.mark.parametrize(
    ("words", "value", "pack"),
    [
        ("3 March", "2026-03-03", "en"),
        ("March 3", "2026-03-03T18:00", "en"),
        ("3rd of March", "2026-03-05", "en"),  # too far apart to be read: it is the editor's word
        ("3 March 2026", "2026-03", "en"),
        ("28 February to 2 March", "2026-02-28/2026-03-02", "en"),
        ("from 30 December", "2025-12-30/2026-01-02", "en"),
        ("two days ago", "2026-03-01", "en"),
        ("6.30 p.m. on Tuesday", "2026-03-03T18:30", "en"),
        ("3. März", "2026-03-03", "de"),
        ("the third quarter", "2026-07/2026-09", "en"),
        ("3 March", "", "en"),
    ],
)
def test_what_the_words_allow(words: str, value: str, pack: str) -> None:
    """A date that the words do not deny is the editor's to give."""
    assert isinstance(given(words, value, pack), GivenDate)


@pytest.mark.parametrize(
    ("words", "value", "pack", "reason"),
    [
        ("3 March", "2026-03-04", "en", "another day"),
        ("March 3", "2026-04-03", "en", "another month"),
        ("3. März", "2026-03-04", "de", "another day"),
        ("3. März", "2026-04-03", "de", "another month"),
        ("Tuesday", "2026-03-04", "en", "another day of the week"),
        ("in 2025", "2026", "en", "another year"),
        ("spring", "2026-Q1", "en", "its first and last month"),
        ("spring", "2026-13", "en", "is no date"),
        ("spring", "2026-03-01T25:00", "en", "is no date"),
        ("spring", "2026/2026-03", "en", "a later end"),
    ],
)
def test_what_the_words_deny(words: str, value: str, pack: str, reason: str) -> None:
    """Year, month, day and day of the week that the words themselves give cannot be others."""
    told = given(words, value, pack)
    assert isinstance(told, str)
    assert reason in told
