"""Whoever speaks goes on without being named again."""

import pytest

from summarize.article import Article
from summarize.evidence.find import find


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("de", "Anna Berg sagte: „Wir öffnen die Brücke morgen“ und fügte hinzu: „Um acht geht es los.“", "Anna Berg"),
        ("de", "Anna Berg sagte: „Wir öffnen die Brücke morgen“ und er fügte hinzu: „Um acht geht es los.“", None),
        ("de", "Anna Berg sagte: „Wir öffnen die Brücke morgen“ und Paul Reich sagte: „Um acht.“", "Paul Reich"),
        ("nl", "Anna Berg zei: „Wij openen de brug morgen” en voegde toe: „Om acht uur begint het.”", "Anna Berg"),
        ("nl", "Anna Berg zei: „Wij openen de brug morgen” en Jan Smit zei: „Om acht uur begint het.”", "Jan Smit"),
        ("es", "Ana Vidal dijo: «Abriremos el puente mañana» y añadió: «A las ocho».", "Ana Vidal"),
    ],
)
def test_a_verb_that_is_joined_has_the_speaker_before(language: str, text: str, second: str | None) -> None:
    """Between two quotations "and added" is said by who spoke before, "and he added" of a woman by nobody known."""
    speakers = [quotation.speaker for quotation in find(Article(text=text, language=language)).quotations]
    assert speakers[1] == second
