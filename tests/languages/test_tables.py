"""Rules of the tables of languages: each row's example shows it, and its counter-example shows where it ends."""

from __future__ import annotations

import pytest

from summarize.languages.cldr import date_forms, puts_stop_after_ordinals
from summarize.languages.tables import Inset, insets


@pytest.mark.parametrize("inset", insets(), ids=lambda inset: f"{inset.language} {inset.example[:20]}")
def test_insets(inset: Inset) -> None:
    """A row finds words of attribution in its example, and none in its counter-example."""
    assert inset.pattern.search(inset.example)
    assert not inset.pattern.search(inset.counter_example)


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("de", "5. März 2026", 3),
        ("fr", "1er août 2026", 8),
        ("es", "5 de marzo de 2026", 3),
        ("pl", "5 grudnia 2026", 12),
        ("ru", "5 декабря 2026", 12),
        ("hu", "2026. december 5.", 12),
        ("lv", "2026. gada 5. decembris", 12),
        ("ar", "5 ديسمبر 2026", 12),
        ("hi", "5 दिसंबर 2026", 12),
        ("el", "5 Δεκεμβρίου 2026", 12),
        ("ca", "5 d’abril del 2026", 4),
    ],
)
def test_dates_as_cldr_writes_them(language: str, text: str, month: int) -> None:
    """A date in words is found whole, in the order and with the words of its language."""
    forms = date_forms(language)
    assert forms is not None
    match = forms.day.search(text)
    assert match is not None
    assert (match["day"], match["year"]) == ("1" if "1er" in text else "5", "2026")
    assert forms.months[match["month"].lower()] == month


def test_months_in_figures() -> None:
    """A language that writes months in figures has them as figures."""
    for language, text in (("ja", "2026年3月5日"), ("ko", "2026년 3월 5일"), ("vi", "5 tháng 3, 2026")):
        forms = date_forms(language)
        assert forms is not None
        match = forms.day.search(text)
        assert match is not None
        assert (match["year"], match["month"], match["day"]) == ("2026", "3", "5")


def test_other_calendars() -> None:
    """Where news counts years by another calendar no date is read; an unknown code has no forms."""
    assert date_forms("th") is None
    assert date_forms("xx") is None


def test_ordinals() -> None:
    """CLDR tells which languages write an ordinal with a stop."""
    assert [
        code for code in ("de", "da", "cs", "fi", "hu", "en", "fr", "es", "ru", "nl") if puts_stop_after_ordinals(code)
    ] == ["de", "da", "cs", "fi", "hu"]
