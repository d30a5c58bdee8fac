"""Rules of lines of publication, bylines and datelines in other languages than English."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out
from summarize.layout.header import stamp_line


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


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("Berlin/München, 4. März 2025 – ", "Berlin/München", "2025-03-04"),
        ("Madrid, 3 may (EFE).- ", "Madrid", None),
        ("MADRID (EFE).- ", "MADRID", None),
        ("Lisboa, 3 de maio de 2026 (Lusa) – ", "Lisboa", "2026-05-03"),
        ("ROMA, 3 mag - ", "ROMA", None),
        ("Anna, 3 Tage weg – ", None, None),
    ],
)
def test_datelines_with_months_of_other_languages(opening: str, place: str | None, published: str | None) -> None:
    """A dateline may name its month in another language; its day is that of publication only with its year."""
    text = f"{opening}Sie sagte gestern, dass die Brücke nach dem Unfall noch zwei Wochen lang gesperrt bleibt."
    layout = lay_out(text)
    line = layout.dateline
    assert (line and text[line.place_start : line.place_end], layout.dateline_published) == (place, published)
    assert text[slice(*layout.body[0])].startswith("Sie" if place else opening)


def test_bylines() -> None:
    """A line that opens with a language's word for "by", with nothing but names behind it, gives the authors; a title that opens so does not."""
    story = "\n\nDie Brücke bleibt nach dem Unfall gesperrt, teilte die Stadt am Montag mit."
    assert lay_out(f"Brücke bleibt gesperrt\n\nVon Anna Möller{story}").authors == ("Anna Möller",)
    assert lay_out(f"Von Anna Möller lernen wir viel{story}").authors == ()
