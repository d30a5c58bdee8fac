"""What a reader is told of an article in another language, and which languages a text may be in."""

from __future__ import annotations

import pytest

from summarize.languages.identification import is_plausible_language, language_notice


@pytest.mark.parametrize(
    ("code", "sentences", "speakers", "dates"),
    [
        ("bg", "its sentences", "with a speaker only after a label", "dates written with their year"),
        ("el", "its sentences", "with a speaker only after a label", "dates written with their year"),
        ("fi", "its sentences", "with a speaker only after a label", "dates written with their year"),
        ("ko", "its sentences", "without speakers", "dates written with their year"),
        ("he", "its sentences", "without speakers", "dates written with their year"),
        ("th", "its paragraphs", "without speakers", "dates only in figures"),
        (None, "its sentences", "with a speaker only after a label", "dates only in figures"),
    ],
)
def test_languages_without_basics(code: str | None, sentences: str, speakers: str, dates: str) -> None:
    """Scripts without capitals give no speakers, those without sentence marks paragraphs, and dates need CLDR."""
    notice = language_notice("a.txt", code)
    assert notice is not None
    assert notice.startswith("a.txt: ")
    assert f"expect {sentences}, quotations {speakers}" in notice
    assert f", and {dates};" in notice
    assert ("could not be told" in notice) is (code is None)


def test_languages_with_basics() -> None:
    """Of German the speakers beside verbs are found, of Japanese as they are described; English needs no notice."""
    assert language_notice("a.txt", "en") is None
    assert "speakers beside a verb of saying" in str(language_notice("a.txt", "de"))
    assert "speakers as they are described" in str(language_notice("a.txt", "ja"))


GERMAN = "Der Rat hat die Brücke nicht geprüft und die Bürger sind mit dem Plan auch nicht zufrieden. " * 4


@pytest.mark.parametrize(
    ("code", "shown", "text", "is_believed"),
    [
        ("de", "de", GERMAN, True),
        ("de", None, "", True),
        ("de", "nl", GERMAN, True),
        ("fr", "de", GERMAN, False),
        ("fr", "de", "Der Rat", True),
        ("xx", "de", GERMAN, True),
        ("de", "ru", "Мост закрыт", False),
        ("uk", "ru", "Мост закрыт", True),
        ("ru", "de", GERMAN, False),
    ],
)
def test_declared_languages(code: str, shown: str | None, text: str, is_believed: bool) -> None:
    """A declared language is believed unless its script, or a text that is long enough and has none of its words, speaks against it."""
    assert is_plausible_language(code, shown, text) is is_believed
