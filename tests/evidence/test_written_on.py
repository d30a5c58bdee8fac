"""Relative days are counted from the day that an article was written on, as it prints it, and not from when it appeared."""

import pytest

from summarize.article import Article
from summarize.evidence.find import find


def values(text: str, published: str, language: str) -> dict[str, str | None]:
    article = Article(text=text, published=published, published_from="metadata", language=language)
    return {text[time.span.start : time.span.end]: time.start for time in find(article).times}


@pytest.mark.parametrize(
    ("language", "published", "text", "found"),
    [
        ("en", "2026-01-10", "LONDON, Jan 9 (Wirebird) - The shop burned down yesterday.", {"yesterday": "2026-01-08"}),
        ("en", "2026-01-10", "LONDON (Wirebird) - The shop burned down yesterday.", {"yesterday": "2026-01-09"}),
        ("en", "2026-11-24T22:30Z", "SYDNEY, Nov 25 (Wirebird) - It opened today.", {"today": "2026-11-25"}),
        ("es", "2027-01-01", "LUGO, 31 dic (Agencia Norte).- El alcalde dimitió ayer.", {"ayer": "2026-12-30"}),
        ("fr", "2026-11-23", "LYON, 20 novembre (ANP) – Le maire a démissionné hier.", {"hier": "2026-11-19"}),
        ("de", "2026-11-24", "KIEL, 23. November – Vor drei Tagen sank ein Boot.", {"Vor drei Tagen": "2026-11-20"}),
    ],
)
def test_a_dateline_of_the_days_before_publication_is_counted_from(
    language: str, published: str, text: str, found: dict[str, str]
) -> None:
    """What is datelined up to three days before it appears, or a day after it, was written on the day of its dateline."""
    assert values(text, published, language) == found


@pytest.mark.parametrize(
    ("language", "published", "text", "found"),
    [
        # Put online again six years later, a page whose date is that of a copy, and a dateline that is newer than the page.
        ("en", "2026-11-24", "OSLO, 3 March 2020 – The shop burned down yesterday.", {"yesterday": None}),
        ("fr", "2026-11-24", "LYON, 3 mai (ANP) – Le maire a démissionné hier.", {"hier": None}),
        ("en", "2026-11-24", "OSLO, Dec 2 (Wirebird) - It opens today.", {"today": None}),
        ("fr", "2026-11-24", "LYON, 20 novembre (ANP) – Le maire a démissionné hier.", {"hier": None}),
        ("en", "2026-11-24", "OSLO, Nov 26 (Wirebird) - It opens today.", {"today": None}),
        # A week either way, from days that are a day apart: the words may have been changed on the later one.
        ("de", "2026-11-24", "KIEL, 23. November – Am Dienstag sank ein Boot.", {"Dienstag": None}),
        ("es", "2027-01-01", "LUGO, 31 dic. – Este año se agotó el dinero.", {"Este año": None}),
    ],
)
def test_days_that_contradict_leave_open_what_they_do_not_agree_on(
    language: str, published: str, text: str, found: dict[str, str | None]
) -> None:
    """A relative day has no value where the days of writing and of publication are far apart and give it different ones."""
    assert values(text, published, language) == found


def test_what_both_days_agree_on_keeps_its_value() -> None:
    """Days that contradict take no value from a date with its year, nor from a weekday that is the same from both."""
    text = "OSLO, 19 November 2026 – It was built in 2024, Ann Berg said on Wednesday."
    assert values(text, "2026-11-24", "en") == {"2024": "2024", "Wednesday": "2026-11-18"}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "5 de marzo de 2026 Las bolsas bajaron hoy con fuerza.", "2026-03-05"),
        ("en", "5 March 2026 The markets fell today, brokers said.", "2026-03-05"),
        # The date belongs to the sentence: it has a word before it, or the verb's subject or a comma behind it.
        ("es", "El 5 de marzo de 2026 La Unión ganó. Hoy descansa.", "2026-03-06"),
        ("ru", "5 марта 2026 Иванов сказал, что сегодня завод закрыт.", "2026-03-06"),
        ("en", "5 March 2026 Halifax voted, and the pool is shut today.", "2026-03-06"),
        ("en", "5 March 2026, the day of the storm, is remembered today.", "2026-03-06"),
    ],
)
def test_a_day_set_before_the_first_sentence_is_counted_from(language: str, text: str, found: str) -> None:
    """A date with its year is the day of writing where a word behind it is capital because a sentence begins there."""
    today = {"es": "hoy", "en": "today", "ru": "сегодня"}[language]
    told = {words.lower(): value for words, value in values(text, "2026-03-06", language).items()}
    assert told[today] == found
