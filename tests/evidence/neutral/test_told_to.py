"""Marks around the name of a paper are nobody's words: those behind it are told to it."""

import pytest

from summarize.article import Article
from summarize.evidence.find import find


def said(text: str, language: str) -> list[tuple[str, str | None]]:
    quotations = find(Article(text=text, language=language, published="2026-11-24")).quotations
    return [(text[each.parts[0].start : each.parts[-1].end], each.speaker) for each in quotations]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Der Bruder, Lukas Ebner, sagte der „Talpost“: „Er kannte jeden Hang hier.“", "Lukas Ebner"),
        ("de", "Im „Talpost“-Interview sagte Lukas Ebner: „Er kannte jeden Hang hier.“", "Lukas Ebner"),
        ("de", "Die Chefin der „Talpost“, Anna Berg, sagte: „Wir drucken weiter, jeden Tag.“", "Anna Berg"),
        ("es", "El guía, Lucas Ibarra, declaró a “La Voz del Valle”: “Conocía cada ladera”.", "Lucas Ibarra"),
        ("fr", "Lucas Ébrard a confié au « Courrier des Cimes » : « Il connaissait chaque pente. »", "Lucas Ébrard"),
        ("it", "Paolo Neri ha detto al «Corriere del Lago»: «Nessuno ci ha chiamati per mesi».", "Paolo Neri"),
        ("pt", "João Prado disse ao “Diário do Vale”: “Ninguém nos chamou em três meses”.", "João Prado"),
        ("nl", "Jan Smit zei tegen „De Dalbode”: „Niemand heeft ons in drie maanden gebeld.”", "Jan Smit"),
        ("ru", "Иван Петров рассказал «Вестнику Долины»: «Никто нам не позвонил».", "Иван Петров"),
    ],
)
def test_what_is_told_to_a_paper_is_said_by_who_tells_it(language: str, text: str, speaker: str) -> None:
    """A name in marks between who says it and the colon of a quotation has no speaker, and the quotation has."""
    (_, paper), (_, told) = said(text, language)
    assert (paper, told) == (None, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das sagte Lukas Ebner der „Talpost“."),
        ("de", "Lukas Ebner sagte gegenüber der „Talpost“, er kannte jeden Hang."),
        ("de", "Anna Berg kritisierte die „Talpost“-Berichte scharf."),
        ("es", "Lucas Ibarra declaró a «La Voz del Valle» que no volverá."),
        ("fr", "Lucas Ébrard a confié au « Courrier des Cimes » qu’il partait."),
    ],
)
def test_a_name_in_marks_that_somebody_is_told_to_is_not_said(language: str, text: str) -> None:
    """The name of whom something is told is no word of who tells it."""
    assert [speaker for _, speaker in said(text, language)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Lukas Ebner warnte vor einem „Desaster“."),
        ("de", "Lukas Ebner riet allgemein zu „Gelassenheit und Ruhe“."),
        ("de", "Lukas Ebner sagte „Ja“."),
        ("es", "Lucas Ibarra advirtió de un «Desastre»."),
        ("fr", "Lucas Ébrard a répondu « Non » au juge."),
        ("it", "Paolo Neri ha gridato «Viva l’Italia» dal balcone."),
    ],
)
def test_a_word_in_marks_that_somebody_uses_stays_theirs(language: str, text: str) -> None:
    """A word that somebody says, warns of or calls for has its speaker, whatever its capital."""
    assert [speaker for _, speaker in said(text, language)] == [" ".join(text.split()[:2])]
