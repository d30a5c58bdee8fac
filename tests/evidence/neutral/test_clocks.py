"""With which day a time of day is given, in an article that is read by the basics of its language. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from tests.evidence.details import article_of


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Das Treffen beginnt um 17.30 Uhr am 9. März 2026.",
            {"17.30 Uhr": "2026-03-09T17:30", "9. März 2026": "2026-03-09"},
        ),
        (
            "Um 17.30 Uhr, 9. März 2026, wird gewählt.",
            {"17.30 Uhr": "2026-03-09T17:30", "9. März 2026": "2026-03-09"},
        ),
        ("Das Treffen beginnt am 9. März 2026 um 17.30 Uhr.", {"9. März 2026 um 17.30 Uhr": "2026-03-09T17:30"}),
        ("Das Treffen beginnt am 9. März 2026, um 17.30 Uhr.", {"9. März 2026, um 17.30 Uhr": "2026-03-09T17:30"}),
        (
            "Am 9. März 2026 beginnt das Treffen um 17.30 Uhr.",
            {"9. März 2026": "2026-03-09", "17.30 Uhr": "2026-03-09T17:30"},
        ),
        ("Um 17.30 Uhr beginnt das Treffen am 9. März 2026.", {"9. März 2026": "2026-03-09"}),
        (
            "Am 9. März 2026 um 8 Uhr und um 17.30 Uhr wird gewählt.",
            {"9. März 2026 um 8 Uhr": "2026-03-09T08:00", "17.30 Uhr": "2026-03-09T17:30"},
        ),
        (
            "Am 9. März 2026 um 8 Uhr und am 10. März 2026 um 9 Uhr wird gewählt.",
            {"9. März 2026 um 8 Uhr": "2026-03-09T08:00", "10. März 2026 um 9 Uhr": "2026-03-10T09:00"},
        ),
        ("Im März 2026 um 17.30 Uhr wird gewählt.", {"März 2026": "2026-03"}),
    ],
)
def test_a_time_is_of_the_day_before_it_or_right_behind_it(text: str, times: dict[str, str]) -> None:
    """A time right behind a day is one date with it; one further on is of the last day before it, one before every day only of a day beside it; none is of a month."""
    article = article_of(text, "de")
    found = find(article).times
    assert {article.text[one.span.start : one.span.end]: one.start for one in found} == times


@pytest.mark.parametrize(
    ("language", "text", "day", "clock"),
    [
        ("de", "Das Treffen beginnt am {}.", "9. März 2026", "um 15 Uhr"),
        ("es", "La reunión empieza el {}.", "9 de marzo de 2026", "a las 15 horas"),
        ("fr", "La réunion commence le {}.", "9 mars 2026", "à 15 heures"),
        ("nl", "De vergadering begint op {}.", "9 maart 2026", "om 15 uur"),
        ("pt", "A reunião começa em {}.", "9 de março de 2026", "às 15 horas"),
    ],
)
def test_a_full_hour_is_said_with_its_word(language: str, text: str, day: str, clock: str) -> None:
    """ "15 hours" behind a day is a time of that day, in each language by its own word for it; 15 of anything else is none."""
    for what, words, value in ((clock, f"{day} {clock}", "2026-03-09T15:00"), (clock[:-1] + "xyz", day, "2026-03-09")):
        article = article_of(text.format(f"{day} {what}"), language)
        found = {article.text[one.span.start : one.span.end]: one.start for one in find(article).times}
        assert found == {words: value}
