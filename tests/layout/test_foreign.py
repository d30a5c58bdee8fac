"""Rules of lines of publication, bylines and datelines in other languages than English."""

from __future__ import annotations

import pytest

from summarize.languages.packs import FOLDER
from summarize.layout import lay_out
from summarize.layout.stamped import stamp_line
from summarize.reading.page.words import pattern

STAMPS = {
    "da": ("Publiceret torsdag 7. maj 2026 kl. 14.05", "Opdateret den 8. maj 2026 kl. 9.30"),
    "de": ("Veröffentlicht am Donnerstag, 7. Mai 2026, 14:05 Uhr", "Aktualisiert am 8. Mai 2026, 9:30 Uhr"),
    "es": ("Publicado el jueves 7 de mayo de 2026 a las 14:05", "Actualizado el 8 de mayo de 2026 a las 9:30"),
    "fr": ("Publié le jeudi 7 mai 2026 à 14h05", "Mis à jour le 8 mai 2026 à 9h30"),
    "id": ("Diterbitkan Kamis, 7 Mei 2026 pukul 14.05 WIB", "Diperbarui 8 Mei 2026, 09.30 WIB"),
    "it": ("Pubblicato giovedì 7 maggio 2026 alle 14:05", "Aggiornato il 8 maggio 2026 alle ore 9:30"),
    "nl": ("Gepubliceerd op donderdag 7 mei 2026 om 14:05 uur", "Bijgewerkt op 8 mei 2026 om 9:30 uur"),
    "pl": ("Opublikowano: czwartek, 7 maja 2026, godz. 14:05", "Zaktualizowano: 8 maja 2026, godz. 9:30"),
    "pt": ("Publicado quinta-feira, 7 de maio de 2026 às 14h05", "Atualizado em 8 de maio de 2026 às 9h30"),
    "ro": ("Publicat joi, 7 mai 2026, la ora 14:05", "Actualizat pe 8 mai 2026, ora 9:30"),
    "ru": ("Опубликовано: четверг, 7 мая 2026 г. в 14:05", "Обновлено 8 мая 2026 года в 9:30"),
    "sv": ("Publicerad torsdag 7 maj 2026 kl. 14.05", "Uppdaterad den 8 maj 2026 klockan 9.30"),
    "tr": ("Yayınlanma: 7 Mayıs 2026 Perşembe, 14:05", "Güncelleme: 8 Mayıs 2026, 09:30"),
    "uk": ("Опубліковано: четвер, 7 травня 2026 року о 14:05", "Оновлено 8 травня 2026 р. о 9:30"),
}
"""A line of publication and one of a change in each language."""


@pytest.mark.parametrize(
    ("line", "iso", "is_update"),
    [
        ("Stand: 12.03.2026, 14:05 Uhr", "2026-03-12T14:05", True),
        ("Veröffentlicht am Donnerstag, 12. März 2026", "2026-03-12", False),
        ("Publié le 12 mars 2026 à 14h05", "2026-03-12T14:05", False),
        ("Mis à jour le 1er mars 2026", "2026-03-01", True),
        ("Actualizado el 12 de marzo de 2026 a las 14:05", "2026-03-12T14:05", True),
        ("Veröffentlicht am 11.03.2026 | Aktualisiert am 12.03.2026", "2026-03-11", False),
        ("Aktualisiert am 12.03.2026 | Veröffentlicht am 11.03.2026", "2026-03-11", False),
        ("Pubblicato il 12/03/2026 alle ore 9", "2026-03-12T09:00", False),
        ("Opublikowano 12 marca 2026 o godz. 14:05", "2026-03-12T14:05", False),
        ("Опубликовано 12 марта 2026 г. в 14:05", "2026-03-12T14:05", False),
        ("Am 12. März 2026 brannte es", None, None),
        ("Veröffentlicht am 31.02.2026", None, None),
        ("Stand der Dinge im März 2026", None, None),
    ],
)
def test_lines_of_publication(line: str, iso: str | None, is_update: bool | None) -> None:
    """A line is a stamp if nothing but labels, words that join them, a whole date and a time stands on it; an update is told from the first day."""
    found = stamp_line(line)
    assert (found and found.iso, found and found.is_update) == (iso, is_update)


def test_every_language_in_letters_has_its_stamps() -> None:
    """Each language whose speakers and days are found has words for lines of publication, unless it is written without spaces or letters of ours."""
    assert {path.parent.name for path in FOLDER.glob("*/basics.toml")} - {"ar", "hi", "ja", "zh"} == STAMPS.keys()


@pytest.mark.parametrize("language", STAMPS)
def test_a_language_says_when_it_was_published_and_changed(language: str) -> None:
    """A language's lines of publication and of a change are read as such in a text; on a page their words alone tell the two apart."""
    published, changed = STAMPS[language]
    assert (stamp_line(published) or ())[:2] == ("2026-05-07T14:05", False)
    assert (stamp_line(changed) or ())[:2] == ("2026-05-08T09:30", True)
    assert (bool(pattern("published").match(published)), bool(pattern("changed").search(published))) == (True, False)
    assert (bool(pattern("published").match(changed)), bool(pattern("changed").search(changed))) == (False, True)


def test_romanian_labels() -> None:
    """Romanian labels agree with what they are about, and stand with a colon or before "la"."""
    for label in ("Publicat:", "Publicată la", "Data publicării:"):
        assert (stamp_line(f"{label} 8 mai 2026") or ())[:2] == ("2026-05-08", False)
    for label in ("Actualizat:", "Actualizată la", "Ultima actualizare:"):
        assert (stamp_line(f"{label} 8 mai 2026") or ())[:2] == ("2026-05-08", True)


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("Berlin/München, 4. März 2025 – ", "Berlin/München", "2025-03-04"),
        ("Madrid, 3 may (EFE).- ", "Madrid", None),
        ("MADRID (EFE).- ", "MADRID", None),
        ("Lisboa, 3 de maio de 2026 (Lusa) – ", "Lisboa", "2026-05-03"),
        ("Plouvern, le 21 novembre 2026 – ", "Plouvern", "2026-11-21"),
        ("Anna, die 3 Tage weg – ", None, None),
        ("ROMA, 3 mag - ", "ROMA", None),
        ("LINDAU, 23. November (dk) – ", "LINDAU", None),
        ("Anna, 3 Tage weg – ", None, None),
        ("Anna, 23. November (Foto) Sieg – ", None, None),
    ],
)
def test_datelines_with_months_of_other_languages(opening: str, place: str | None, published: str | None) -> None:
    """A dateline may name its month in another language; its day is that of publication only with its year."""
    text = f"{opening}Sie sagte gestern, dass die Brücke nach dem Unfall noch zwei Wochen lang gesperrt bleibt."
    layout = lay_out(text)
    line = layout.dateline
    assert (line and text[line.place_start : line.place_end], layout.dateline_published) == (place, published)
    assert text[slice(*layout.body[0])].startswith("Sie" if place else opening)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Lugo, 22 nov (Agencia Norte).- ", (11, 22)),
        ("Torino, 22 nov. (Adn Sud) - ", (11, 22)),
        ("OUDERKERK, 23 november – ", (11, 23)),
        ("Lyon, 3 cas (ANP) – ", None),
        ("LEEDS (Wirebird) - ", None),
    ],
)
def test_a_month_in_small_letters_gives_a_dateline_its_day(opening: str, day: tuple[int, int] | None) -> None:
    """A month that has its English name but a small letter is read in a dateline, and a word that is no month is not."""
    line = lay_out(f"{opening}Vier Boote sind gestern vor der Küste gesunken, wie die Polizei sagte.").dateline
    assert (line and line.date and (line.date.month, line.date.day)) == day


def test_bylines() -> None:
    """A line that opens with a language's word for "by", with nothing but names behind it, gives the authors; a title that opens so does not."""
    story = "\n\nDie Brücke bleibt nach dem Unfall gesperrt, teilte die Stadt am Montag mit."
    assert lay_out(f"Brücke bleibt gesperrt\n\nVon Anna Möller{story}").authors == ("Anna Möller",)
    assert lay_out(f"Von Anna Möller lernen wir viel{story}").authors == ()
