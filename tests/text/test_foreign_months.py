"""Months by their names in other languages."""

from __future__ import annotations

import pytest

from summarize.text.months import month_in_any_language

NAMES = {
    "märz": 3, "août": 8, "enero": 1, "gennaio": 1, "janeiro": 1, "augustus": 8, "augusti": 8, "marts": 3, "elokuuta": 8,
    "sierpnia": 8, "srpna": 8, "augusztus": 8, "ianuarie": 1, "ağustos": 8, "августа": 8, "серпня": 8, "януари": 1,
    "αυγούστου": 8, "أغسطس": 8, "אוגוסט": 8, "अगस्त": 8, "agustus": 8, "สิงหาคม": 8, "kolovoza": 8, "gener": 1,
    "dezember": 12, "décembre": 12, "diciembre": 12, "dicembre": 12, "dezembro": 12, "mei": 5, "maj": 5, "joulukuuta": 12,
    "grudnia": 12, "prosince": 12, "decembrie": 12, "aralık": 12, "декабря": 12, "грудня": 12, "δεκεμβρίου": 12, "ديسمبر": 12,
    "דצמבר": 12, "दिसंबर": 12, "desember": 12, "ธันวาคม": 12, "prosinca": 12, "desembre": 12,
}  # fmt: skip


@pytest.mark.parametrize(("name", "number"), NAMES.items())
def test_names(name: str, number: int) -> None:
    """The name of a month is read in the form that stands within a date, whatever its capitals."""
    assert month_in_any_language(name) == month_in_any_language(name.capitalize()) == number
