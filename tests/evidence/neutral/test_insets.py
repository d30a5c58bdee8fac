"""Rules of words of attribution inside the quotation marks: parted from what is said, or nothing is."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find


def said(language: str, text: str) -> list[tuple[list[str], str | None]]:
    """The parts of each quotation that is speech, and who says it."""
    found = find(Article(text=text, language=language, published="2026-11-24", published_from="option"))
    return [
        ([text[part.start : part.end] for part in each.parts], each.speaker)
        for each in found.quotations
        if each.kind != "words"
    ]


@pytest.mark.parametrize(
    ("language", "text", "parts", "speaker"),
    [
        ("fr", "« Le feu, a expliqué le maire, est éteint. »", ["Le feu", "est éteint."], "le maire"),
        ("fr", "« Le feu, a dit le maire, Paul Lenoir, est éteint. »", ["Le feu", "est éteint."], "Paul Lenoir"),
        (
            "it",
            "«Il fuoco è domato – ha detto Anna Riva ieri – e si vede».",
            ["Il fuoco è domato", "e si vede"],
            "Anna Riva",
        ),
        ("es", "«El puente –dijo la alcaldesa– es seguro».", ["El puente", "es seguro"], "la alcaldesa"),
        (
            "ru",
            "«Мы готовы, — сказал мэр Иван Петров. — Завтра начнём».",
            ["Мы готовы", "Завтра начнём"],
            "Иван Петров",
        ),
        ("ru", "«Мы готовы начать завтра, — сказал мэр Иван Петров».", ["Мы готовы начать завтра"], "Иван Петров"),
        (
            "pl",
            "„Jesteśmy gotowi – powiedział Jan Nowak. – Jutro zaczynamy”.",
            ["Jesteśmy gotowi", "Jutro zaczynamy"],
            "Jan Nowak",
        ),
    ],
)
def test_the_words_around_an_inset_are_its_speakers(language: str, text: str, parts: list[str], speaker: str) -> None:
    """What stands before and behind the words of attribution is said by whom they name, each part as it is written."""
    assert said(language, text) == [(parts, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le feu, a dit le maire, Paris va le payer. »"),
        ("fr", "« Le feu, a dit Odile Ferrand, adjointe aux sports, est éteint depuis ce matin. »"),
        ("it", "«Il fuoco, ha detto Anna Riva, sindaca di Borgo, è spento da stamattina»."),
        ("ru", "«Мы готовы, — сказал мэр. — Завтра, — добавил он, — начнём»."),
        ("it", "«Il fuoco – un mostro di cento metri – è domato da stamattina»."),
    ],
)
def test_what_cannot_be_parted_is_not_said(language: str, text: str) -> None:
    """Where a name behind the words may be either's, two insets stand in one quotation, or no verb of saying opens the aside, nothing is given."""
    assert said(language, text) == []
